package app.respite.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a face makes of a coach that does not speak as it should. */
@Timeout(60)
class LinkClientTest {
  @TempDir Path folder;

  private final AtomicInteger came = new AtomicInteger();
  private ServerSocketChannel listening;
  private Path socket;
  private Thread coach;

  @BeforeEach
  void listen() throws IOException {
    socket = folder.resolve("a.sock");
    listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(UnixDomainSocketAddress.of(socket));
  }

  @AfterEach
  void close() throws Exception {
    listening.close();
    coach.join();
  }

  /** Says one thing to everybody who comes, and closes. */
  private void coachSays(String said) {
    coach =
        new Thread(
            () -> {
              try {
                while (true) {
                  try (SocketChannel face = listening.accept()) {
                    came.incrementAndGet();
                    new Messages(face).next();
                    face.write(ByteBuffer.wrap(said.getBytes(StandardCharsets.UTF_8)));
                  }
                }
              } catch (IOException closed) {
                return;
              }
            });
    coach.start();
  }

  @Test
  void aCoachThatClosesEveryConnectionIsTriedFiveTimes() {
    coachSays("");
    assertRefused(Kind.STORE, "it closes every connection");
    assertThat(came).hasValue(5);
  }

  @Test
  void aCoachThatSpeaksNonsenseIsTriedFiveTimes() {
    coachSays("hello\n");
    assertRefused(Kind.STORE, "it closes every connection");
    assertThat(came).hasValue(5);
  }

  @Test
  void aCoachThatTakesNobodyMoreIsAskedOnceAndItsReasonGiven() {
    coachSays("{\"hello\":\"respite\",\"error\":\"too many\",\"kind\":\"no\"}\n");
    assertRefused(Kind.NO, "too many");
    assertThat(came).hasValue(1);
  }

  @Test
  void aCoachOfAnotherVersionIsConnectedToButGivesNoState() {
    coachSays("{\"hello\":\"respite\",\"error\":\"another version\",\"kind\":\"wrong\"}\n");
    try (LinkClient client = LinkClient.connect(socket, "test", work -> {}).orElseThrow()) {
      assertThatThrownBy(client::latest)
          .isInstanceOf(CoachException.class)
          .hasMessage("another version")
          .extracting("kind")
          .isEqualTo(Kind.WRONG);
    }
    assertThat(came).hasValue(1);
  }

  @Test
  void anErrorOfAnUnknownKindStillHasItsWords() {
    coachSays("{\"hello\":\"respite\",\"error\":\"no room\"}\n");
    try (LinkClient client = LinkClient.connect(socket, "test", work -> {}).orElseThrow()) {
      assertThatThrownBy(client::latest)
          .hasMessage("no room")
          .extracting("kind")
          .isEqualTo(Kind.STORE);
    }
  }

  private void assertRefused(Kind kind, String words) {
    assertThatThrownBy(() -> LinkClient.connect(socket, "test", work -> {}))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining(words)
        .extracting("kind")
        .isEqualTo(kind);
  }
}
