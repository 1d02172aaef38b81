package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a compositor that says whatever the test wants it to. */
class WaylandIdleTest {
  private static final int FIRST_WATCH = 6;

  @TempDir Path folder;
  private ServerSocketChannel server;
  private Map<String, String> environment;

  @BeforeEach
  void socket() throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(folder.resolve("wayland-9")));
    environment = Map.of("XDG_RUNTIME_DIR", folder.toString(), "WAYLAND_DISPLAY", "wayland-9");
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private WaylandPeer accept() {
    try {
      return new WaylandPeer(server.accept());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Plays the compositor for one client on a thread of its own. */
  private void next(Consumer<WaylandPeer> play) {
    Thread thread =
        new Thread(
            () -> {
              try (WaylandPeer peer = accept()) {
                play.accept(peer);
              } catch (UncheckedIOException over) {
                // The client has gone.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers the client's first two requests with what there is. */
  private static void greet(WaylandPeer peer, int version) {
    assertThat(peer.hear().number()).isEqualTo(2);
    assertThat(peer.hear().number()).isEqualTo(3);
    peer.say(2, 0, 1, "wl_compositor", 5);
    peer.say(2, 0, 4, "wl_seat", 8);
    if (version > 0) {
      peer.say(2, 0, 77, "ext_idle_notifier_v1", version);
    }
    peer.say(3, 0, 0);
  }

  private Answer<Sense> look(Consumer<WaylandPeer> play) {
    next(play);
    return WaylandIdle.look(environment);
  }

  private static String why(Answer<Sense> answer) {
    assertThat(answer).isInstanceOf(Answer.Missing.class);
    return ((Answer.Missing<Sense>) answer).why();
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(why(WaylandIdle.look(Map.of())))
        .isEqualTo("no Wayland session (WAYLAND_DISPLAY is not set)");
    assertThat(why(WaylandIdle.look(Map.of("WAYLAND_DISPLAY", "/nowhere"))))
        .isEqualTo("no compositor answers at /nowhere");
    assertThat(why(WaylandIdle.look(Map.of("WAYLAND_DISPLAY", "\0"))))
        .isEqualTo("WAYLAND_DISPLAY names no socket");
    assertThat(why(look(peer -> greet(peer, 0))))
        .isEqualTo("the compositor does not tell programs of idle time");
    assertThat(why(look(peer -> {}))).isEqualTo("no compositor answers at wayland-9");
  }

  @Test
  void theOlderProtocolIsUsedWithANoteAboutItsLimit() {
    assertThat(((Answer.Works<Sense>) look(peer -> greet(peer, 1))).note()).contains("film");
    assertThat(((Answer.Works<Sense>) look(peer -> greet(peer, 9))).note()).isEmpty();
  }

  @Test
  void aCompositorThatStaysSilentIsGivenUp() {
    Answer<Sense> answer =
        look(
            peer -> {
              while (peer.hear().object() > 0) {
                // It hears, and says nothing.
              }
            });
    assertThat(why(answer)).isEqualTo("no compositor answers at wayland-9");
  }

  @Test
  void noiseIsNoCompositor() {
    for (int seed = 0; seed < 20; seed++) {
      byte[] words = new byte[3000];
      new Random(seed).nextBytes(words);
      assertThat(
              why(
                  look(
                      peer -> {
                        peer.hear();
                        peer.hear();
                        peer.raw(ByteBuffer.wrap(words));
                      })))
          .isNotEmpty();
    }
  }

  private static Sensed next(BlockingQueue<Sensed> heard) throws InterruptedException {
    Sensed next = heard.poll(20, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  @Test
  void silenceAndItsEndAreToldAndAWatchStaysUntilItsSilenceIsOver() throws Exception {
    Sense sense = ((Answer.Works<Sense>) look(peer -> greet(peer, 2))).port();
    BlockingQueue<Sensed> heard = new LinkedBlockingQueue<>();
    sense.start(heard::add);
    try (WaylandPeer peer = accept()) {
      greet(peer, 2);
      assertThat(next(heard)).isEqualTo(new Sensed.Hands());
      WaylandPeer.Message seat = peer.hear();
      assertThat(seat.number()).isEqualTo(4);
      assertThat(seat.text()).isEqualTo("wl_seat");
      WaylandPeer.Message notifier = peer.hear();
      assertThat(notifier.number()).isEqualTo(77);
      assertThat(notifier.text()).isEqualTo("ext_idle_notifier_v1");
      assertThat(notifier.number()).as("version").isEqualTo(2);
      expectWatch(peer, FIRST_WATCH, 60_000);

      sense.attend(Attention.CLOSE);
      assertThat(peer.hear().object()).as("the first ends").isEqualTo(FIRST_WATCH);
      expectWatch(peer, FIRST_WATCH + 1, 2_000);

      peer.say(FIRST_WATCH, 0);
      peer.say(FIRST_WATCH + 1, 0);
      assertThat(next(heard)).isEqualTo(new Sensed.Still(Duration.ofSeconds(2)));
      sense.attend(Attention.WORKING);
      peer.say(FIRST_WATCH + 1, 1);
      assertThat(next(heard)).isEqualTo(new Sensed.Hands());
      assertThat(peer.hear().object()).isEqualTo(FIRST_WATCH + 1);
      expectWatch(peer, FIRST_WATCH + 2, 12_000);

      peer.say(1, 0, 5, 2, "you are a bad client");
      assertThat(next(heard)).isEqualTo(new Sensed.Lost("the compositor is gone"));
    }
    sense.attend(Attention.CLOSE);
    sense.close();
    assertThat(heard).isEmpty();
  }

  private static void expectWatch(WaylandPeer peer, int id, int millis) {
    WaylandPeer.Message message = peer.hear();
    assertThat(message.object()).isEqualTo(5);
    assertThat(message.code()).as("input alone").isEqualTo(2);
    assertThat(message.number()).isEqualTo(id);
    assertThat(message.number()).isEqualTo(millis);
    assertThat(message.number()).as("seat").isEqualTo(4);
  }

  @Test
  void aCompositorThatIsGoneAtTheStartIsLost() throws Exception {
    Sense sense = ((Answer.Works<Sense>) look(peer -> greet(peer, 1))).port();
    server.close();
    BlockingQueue<Sensed> heard = new LinkedBlockingQueue<>();
    sense.start(heard::add);
    assertThat(next(heard)).isEqualTo(new Sensed.Lost("the compositor is gone"));
    sense.close();
  }
}
