package app.respite.link;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CommandFields;
import app.respite.coach.port.Fields;
import app.respite.coach.port.Reply;
import app.respite.coach.port.RequestFields;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.domain.day.Input;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A face's end of the socket. */
public final class LinkClient implements CoachLink {
  private static final int MOST_TRIES = 5;

  private final SocketChannel channel;
  private final Messages messages;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<Fields>> open = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final @Nullable CoachException strange;
  private volatile @Nullable Update latest;
  private final AtomicBoolean subscribed = new AtomicBoolean();
  private volatile boolean closed;

  /**
   * Connects to the coach at a socket.
   *
   * @param reader runs the one long task that reads what the coach sends
   * @return empty where no coach listens
   * @throws CoachException of kind {@code NO} where it listens and takes nobody more, of kind
   *     {@code STORE} where it makes no sense
   */
  public static Optional<LinkClient> connect(Path path, String build, Executor reader) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      SocketChannel channel = open();
      try {
        channel.connect(UnixDomainSocketAddress.of(path));
      } catch (IOException nobody) {
        closeQuietly(channel);
        return Optional.empty();
      }
      try {
        LinkClient client = new LinkClient(channel, build);
        reader.execute(client::readOn);
        return Optional.of(client);
      } catch (IOException broken) {
        // Perhaps it ended just now, and then nobody listens the next time.
        closeQuietly(channel);
      } catch (CoachException refused) {
        closeQuietly(channel);
        throw refused;
      }
    }
    throw new CoachException(
        Kind.STORE, "the coach is there, but it closes every connection; see respite.log");
  }

  private static SocketChannel open() {
    try {
      return SocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException | UnsupportedOperationException none) {
      throw noSockets(none);
    }
  }

  private LinkClient(SocketChannel channel, String build) throws IOException {
    this.channel = channel;
    this.messages = new Messages(channel);
    messages.greet(Wire.hello(build));
    Fields hello = messages.next();
    if (hello.textOrNull("error") == null) {
      strange = null;
      latest = UpdateFields.read(hello.object("update").values());
      return;
    }
    strange = Wire.error(hello);
    if (strange.kind() == Kind.NO) {
      throw strange;
    }
  }

  @Override
  public Update latest() {
    Update known = latest;
    if (known == null) {
      throw strange == null ? lost("it said nothing") : strange;
    }
    return known;
  }

  @Override
  public CompletableFuture<Reply> send(Input.Command command) {
    return request(Wire.message("do", CommandFields.of(command)))
        .thenApply(
            message -> {
              Update update = UpdateFields.read(message.object("update").values());
              latest = update;
              return new Reply(update);
            });
  }

  @Override
  public <A> CompletableFuture<A> ask(CoachRequest<A> request) {
    return request(Wire.request(request))
        .thenApply(answer -> RequestFields.answer(request, answer.object("answer").values()));
  }

  private CompletableFuture<Fields> request(Map<String, @Nullable Object> message) {
    long id = ids.incrementAndGet();
    message.put("id", id);
    CompletableFuture<Fields> answer = new CompletableFuture<>();
    open.put(id, answer);
    try {
      write(message);
    } catch (Lines.TooLong tooLong) {
      open.remove(id);
      answer.completeExceptionally(
          new CoachException(
              Kind.TOO_LONG, "that is too long for the coach: " + tooLong.getMessage(), tooLong));
    } catch (IOException broken) {
      open.remove(id);
      answer.completeExceptionally(lost(String.valueOf(broken.getMessage())));
    }
    if (closed) {
      answer.completeExceptionally(lost("it has closed the connection"));
    }
    return answer;
  }

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
    if (subscribed.getAndSet(true)) {
      if (closed) {
        listener.lost(lost("it has closed the connection").getMessage());
      }
      return;
    }
    try {
      write(Wire.message("subscribe", true));
    } catch (IOException broken) {
      listener.lost(lost(String.valueOf(broken.getMessage())).getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    closeQuietly(channel);
  }

  private synchronized void write(Map<String, @Nullable Object> message) throws IOException {
    messages.write(message);
  }

  private void readOn() {
    String why;
    try {
      while (true) {
        take(messages.next());
      }
    } catch (IOException | CoachException gone) {
      why = String.valueOf(gone.getMessage());
    }
    boolean asked = closed;
    closed = true;
    closeQuietly(channel);
    CoachException lost = lost(why);
    open.values().forEach(answer -> answer.completeExceptionally(lost));
    if (!asked) {
      listeners.forEach(listener -> listener.lost(lost.getMessage()));
    }
  }

  private void take(Fields message) {
    Long id = message.numberOrNull("id");
    if (id == null) {
      if (message.textOrNull("error") != null) {
        throw Wire.error(message);
      }
      Update update = UpdateFields.read(message.object("update").values());
      latest = update;
      listeners.forEach(listener -> listener.updated(update));
      return;
    }
    CompletableFuture<Fields> answer = open.remove(id);
    if (answer == null) {
      return;
    }
    if (message.textOrNull("error") != null) {
      answer.completeExceptionally(Wire.error(message));
    } else {
      answer.complete(message);
    }
  }

  static CoachException noSockets(Exception none) {
    return new CoachException(Kind.STORE, "this system has no local sockets: " + none, none);
  }

  static CoachException lost(String why) {
    return new CoachException(Kind.NO_COACH, "the coach is gone: " + why);
  }

  static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to close, which is what was wanted.
      return;
    }
  }
}
