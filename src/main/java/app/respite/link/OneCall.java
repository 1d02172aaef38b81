package app.respite.link;

import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CoachRequest.Lines;
import app.respite.coach.port.Fields;
import app.respite.coach.port.RequestFields;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.domain.text.EnumWords;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection for one request, by whoever has nothing else to do meanwhile: no thread, no state of
 * the coach, nothing but the request and its answer. {@link LinkClient} is for faces that stay.
 */
public final class OneCall implements CoachCall {
  private static final long ID = 1;

  /** Who asks for settings can do without the coach, where that does not come to answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SocketChannel channel;
  private final Messages messages;

  private OneCall(SocketChannel channel) {
    this.channel = channel;
    this.messages = new Messages(channel);
  }

  /**
   * Connects to the coach at a socket; empty where no coach listens.
   *
   * @throws CoachException of kind {@code STORE} where this system has no such sockets
   */
  public static Optional<OneCall> to(Path path) {
    SocketChannel channel;
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException | UnsupportedOperationException none) {
      throw LinkClient.noSockets(none);
    }
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      return Optional.of(new OneCall(channel));
    } catch (IOException nobody) {
      LinkClient.closeQuietly(channel);
      return Optional.empty();
    }
  }

  @Override
  public Lines tell(Map<String, @Nullable Object> command, @Nullable String zone) {
    Map<String, @Nullable Object> with = in(zone);
    with.put("command", command);
    return lines(ask("tell", with));
  }

  @Override
  public Lines status(boolean json, @Nullable String zone) {
    Map<String, @Nullable Object> with = in(zone);
    with.put("json", json);
    return lines(ask("status", with));
  }

  @Override
  public Loaded settings() {
    return asked(new CoachRequest.Settings());
  }

  @Override
  public Loaded save(List<Edit> edits) {
    return asked(new CoachRequest.SaveSettings(edits));
  }

  @Override
  public void quit() {
    var _ = ask("quit", new LinkedHashMap<>());
  }

  private static Map<String, @Nullable Object> in(@Nullable String zone) {
    Map<String, @Nullable Object> with = new LinkedHashMap<>();
    if (zone != null) {
      with.put("zone", zone);
    }
    return with;
  }

  private static Lines lines(Fields answer) {
    return new Lines(
        (int) answer.number("status"),
        answer.texts("out"),
        answer.texts("err"),
        answer.textOrNull("standing"));
  }

  private <A> A asked(CoachRequest<A> request) {
    messages.waitAtMost(PATIENCE);
    return RequestFields.answer(request, ask(Wire.request(request)).values());
  }

  /** Written by hand: to bind a record takes a moment that a single command has not. */
  private Fields ask(String what, Map<String, @Nullable Object> with) {
    Map<String, @Nullable Object> request = Wire.message(RequestFields.WORD, what);
    request.put("with", with);
    return ask(request);
  }

  private Fields ask(Map<String, @Nullable Object> request) {
    Map<String, @Nullable Object> hello = Wire.hello("");
    hello.put(Wire.BRIEF, true);
    request.put("id", ID);
    try {
      messages.greet(hello, request);
      Fields answer = messages.next();
      while (answer.numberOrNull("id") == null) {
        if (answer.text("kind").equals(EnumWords.of(Kind.NO))) {
          throw Wire.error(answer);
        }
        answer = messages.next();
      }
      if (answer.textOrNull("error") != null) {
        throw Wire.error(answer);
      }
      return answer.object("answer");
    } catch (IOException broken) {
      throw LinkClient.lost(String.valueOf(broken.getMessage()));
    }
  }

  @Override
  public boolean isLetGoWithin(Duration most) {
    try (Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      while (selector.select(most.toMillis()) > 0) {
        selector.selectedKeys().clear();
        if (channel.read(ByteBuffer.allocate(8 * 1024)) < 0) {
          return true;
        }
      }
      return false;
    } catch (IOException gone) {
      return true;
    }
  }

  @Override
  public void close() {
    LinkClient.closeQuietly(channel);
  }
}
