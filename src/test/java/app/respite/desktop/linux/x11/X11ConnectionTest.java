package app.respite.desktop.linux.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Sense;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversation with a server that is well-behaved, broken or hostile. */
class ConnectionTest {
  private static final byte[] NOTHING = {};
  private static final int INTERN_ATOM = 16;
  private static final int GET_INPUT_FOCUS = 43;
  private static final int QUERY_EXTENSION = 98;

  /** Hears what a connection tells, for a test to wait for. */
  private static final class Ears implements X11Connection.Listener {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void event(int code, ByteBuffer event) {
      heard.add("event " + code);
    }

    @Override
    public void lost(String why) {
      heard.add("lost: " + why);
    }

    String next() {
      try {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
      } catch (InterruptedException asked) {
        throw new AssertionError(asked);
      }
    }
  }

  private static X11 x11(Map<String, String> environment) {
    return new X11(environment, line -> {});
  }

  private static String whyNot(Map<String, String> environment) {
    try (X11 x11 = x11(environment)) {
      Answer<Sense> answer = x11.idleCounter().probe();
      assertThat(answer).isInstanceOf(Answer.Missing.class);
      return ((Answer.Missing<Sense>) answer).why();
    }
  }

  private static String whyNot(FakeServer.Script script) {
    try (FakeServer server = new FakeServer(script)) {
      return whyNot(server.environment());
    }
  }

  private static FakeServer.Script greeting(byte[] welcome) {
    return new FakeServer.Script() {
      @Override
      public byte[] welcome() {
        return welcome;
      }

      @Override
      public byte[] answer(int sequence, int opcode, ByteBuffer request) {
        return NOTHING;
      }
    };
  }

  @Test
  void withoutADisplayThereIsNoServer() {
    assertThat(whyNot(Map.of())).isEqualTo("no X11 display (DISPLAY is not set)");
    assertThat(whyNot(Map.of("DISPLAY", ":59000"))).isEqualTo("no X server answers at :59000");
    assertThat(whyNot(Map.of("DISPLAY", "nonsense"))).isEqualTo("DISPLAY names no X server");
    assertThat(whyNot(Map.of("DISPLAY", "localhost:59535")))
        .isEqualTo("no X server answers at localhost:59535");
  }

  @Test
  void onWaylandTheServerIsNotEvenAsked() {
    try (FakeServer server = new FakeServer((sequence, opcode, request) -> NOTHING)) {
      String display = server.environment().get("DISPLAY");
      for (Map<String, String> wayland :
          List.of(
              Map.of("DISPLAY", display, "XDG_SESSION_TYPE", "Wayland"),
              Map.of("DISPLAY", display, "WAYLAND_DISPLAY", "wayland-0"))) {
        assertThat(whyNot(wayland)).contains("Wayland");
      }
      assertThat(server.clients).hasValue(0);
    }
    assertThat(X11.isWayland(Map.of("WAYLAND_DISPLAY", "wayland-1", "XDG_SESSION_TYPE", "x11")))
        .as("a compositor in a window of an X11 session")
        .isFalse();
  }

  @Test
  void aServerThatIsAGuestOfWaylandIsNotBelieved() {
    String why =
        whyNot(
            (sequence, opcode, request) ->
                opcode == QUERY_EXTENSION ? FakeServer.reply(sequence, 0x01010101, 0) : NOTHING);
    assertThat(why).contains("Wayland");
  }

  @Test
  void aRefusalIsToldInOneCleanLine() {
    String why = whyNot(greeting(FakeServer.refusal("No protocol\nspecified\u001b[2J\u0007 ")));
    assertThat(why).isEqualTo("the X server refuses: No protocol specified [2J");
    assertThat(whyNot(greeting(FakeServer.refusal("x".repeat(255))))).hasSizeLessThan(130);
    assertThat(whyNot(greeting(FakeServer.refusal(""))))
        .isEqualTo("the X server refuses: no reason given");
  }

  @Test
  void aServerThatStaysSilentIsGivenUp() {
    assertThat(whyNot(greeting(NOTHING))).isEqualTo("the X server does not answer");
    assertThat(whyNot((sequence, opcode, request) -> NOTHING))
        .isEqualTo("the X server does not answer");
  }

  @Test
  void aGreetingThatIsCutShortOrLiesIsNoGreeting() {
    byte[] lies = FakeServer.setup(1);
    lies[28] = 9;
    byte[] cut = FakeServer.buffer(16).put(0, (byte) 1).putShort(6, (short) 2).array();
    assertThat(whyNot(greeting(cut))).startsWith("what the X server said cannot be read");
    try (FakeServer server = new FakeServer(greeting(lies))) {
      String last = server.environment().get("DISPLAY") + ".8";
      assertThat(whyNot(Map.of("DISPLAY", last))).startsWith("what the X server said cannot");
      String none = server.environment().get("DISPLAY") + ".9";
      assertThat(whyNot(Map.of("DISPLAY", none))).isEqualTo("the X server has no screen 9");
    }
  }

  @Test
  void anEndlessAnswerIsNotReadToItsEnd() {
    String why =
        whyNot(
            (sequence, opcode, request) ->
                FakeServer.buffer(32)
                    .put(0, (byte) 1)
                    .putShort(2, (short) sequence)
                    .putInt(4, -1)
                    .array());
    assertThat(why).isEqualTo("the X server answers with more than belongs to any question");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noiseEndsTheConversationAndNothingElse(int seed) {
    Random noise = new Random(seed);
    FakeServer.Script script =
        (sequence, opcode, request) -> {
          byte[] words = new byte[noise.nextInt(20_000)];
          noise.nextBytes(words);
          return words;
        };
    assertThat(whyNot(script)).isNotEmpty().isPrintable();
  }

  @Test
  void aSystemWithoutTheExtensionsSaysSo() {
    try (FakeServer server =
            new FakeServer((sequence, opcode, request) -> FakeServer.reply(sequence, 0, 0));
        X11 x11 = x11(server.environment())) {
      assertThat(x11.idleCounter().probe())
          .isEqualTo(new Answer.Missing<>("the X server has no SYNC extension", ""));
      assertThat(x11.idleLook().probe())
          .isEqualTo(new Answer.Missing<>("the X server has no screen saver extension", ""));
      assertThat(server.clients).as("both share a connection").hasValue(1);
    }
  }

  @Test
  void theRootIsThatOfTheScreenThatWasAskedFor() throws X11Exception {
    try (FakeServer server = new FakeServer(greeting(FakeServer.setup(3)));
        X11 x11 = x11(Map.of("DISPLAY", server.environment().get("DISPLAY") + ".2"))) {
      assertThat(x11.open().setup().root()).isEqualTo(FakeServer.ROOT);
    }
  }

  @Test
  void repliesErrorsAndEventsFindTheirWayInAnyMixture() throws Exception {
    FakeServer.Script script =
        (sequence, opcode, request) ->
            switch (opcode) {
              case INTERN_ATOM -> FakeServer.reply(sequence, 7, 3);
              case GET_INPUT_FOCUS -> {
                ByteBuffer both = FakeServer.buffer(96);
                // An event carries the number of the last request, here that of this one.
                both.put(FakeServer.event(sequence - 1, 28)).put(FakeServer.event(sequence, 28));
                yield both.put(FakeServer.reply(sequence, 5, 0)).array();
              }
              case 33 -> FakeServer.error(sequence, Reply.BAD_ACCESS);
              default -> NOTHING;
            };
    try (FakeServer server = new FakeServer(script);
        X11 x11 = x11(server.environment())) {
      X11Connection connection = x11.open();
      Ears ears = new Ears();
      connection.join(ears);
      assertThat(connection.ask(Request.atom("ANY")).atom()).isEqualTo(7);
      assertThatThrownBy(() -> connection.ask(Request.grabKey(1, 0, 9)))
          .isInstanceOf(X11Exception.class)
          .hasMessage("the X server refused a question (error 10)");

      BlockingQueue<Integer> came = new LinkedBlockingQueue<>();
      connection.send(Request.grabKey(1, 0, 9), reply -> came.add(reply.error()));
      connection.send(Request.ungrabKey(1, 0, 9), reply -> came.add(reply.error()));
      connection.ask(Request.inputFocus(), reply -> came.add(reply.data().getInt(8)));
      assertThat(came.poll(20, TimeUnit.SECONDS)).isEqualTo(Reply.BAD_ACCESS);
      assertThat(came.poll(20, TimeUnit.SECONDS)).as("done").isZero();
      assertThat(came.poll(20, TimeUnit.SECONDS)).isEqualTo(5);
      assertThat(ears.next()).isEqualTo("event 28");
      assertThat(ears.next()).isEqualTo("event 28");

      server.say(FakeServer.event(4, 28 | 0x80));
      server.say(FakeServer.reply(4, 1, 60));
      server.say(FakeServer.event(4, 99));
      assertThat(ears.next()).as("nothing from other programs").isEqualTo("event 99");
      connection.leave(ears);
    }
  }

  @Test
  void numbersThatRunOverAreFollowed() throws Exception {
    try (FakeServer server =
            new FakeServer((sequence, opcode, request) -> FakeServer.reply(sequence, sequence, 0));
        X11 x11 = x11(server.environment())) {
      X11Connection connection = x11.open();
      for (int round = 0; round < 150; round++) {
        CountDownLatch all = new CountDownLatch(500);
        for (int i = 0; i < 500; i++) {
          connection.ask(
              Request.inputFocus(),
              reply -> {
                if (!reply.failed()) {
                  all.countDown();
                }
              });
        }
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(connection.ask(Request.inputFocus()).data().getInt(8)).isEqualTo(75_001);
    }
  }

  @Test
  void whoeverWaitsHearsOfTheEndOnceAndWhoeverComesLateAtOnce() throws Exception {
    FakeServer server = new FakeServer((sequence, opcode, request) -> NOTHING);
    try (X11 x11 = x11(server.environment())) {
      X11Connection connection = x11.open();
      Ears ears = new Ears();
      connection.join(ears);
      BlockingQueue<Reply> came = new LinkedBlockingQueue<>();
      connection.ask(Request.inputFocus(), came::add);
      server.close();
      assertThat(ears.next()).isEqualTo("lost: the X server is gone");
      assertThat(came.poll(20, TimeUnit.SECONDS)).isEqualTo(Reply.error(Reply.LOST));

      Ears late = new Ears();
      connection.join(late);
      assertThat(late.next()).isEqualTo("lost: the X server is gone");
      connection.ask(Request.inputFocus(), came::add);
      assertThat(came).containsExactly(Reply.error(Reply.LOST));
      assertThat(ears.heard).isEmpty();
      assertThat(x11.idleCounter().probe()).isInstanceOf(Answer.Missing.class);
    } finally {
      try {
        server.close();
      } catch (UncheckedIOException again) {
        // It was closed above.
      }
    }
  }

  @Test
  void aServerThatReadsButNeverAnswersDoesNotFillTheMemory() throws X11Exception {
    try (FakeServer server = new FakeServer((sequence, opcode, request) -> NOTHING);
        X11 x11 = x11(server.environment())) {
      X11Connection connection = x11.open();
      Ears ears = new Ears();
      connection.join(ears);
      for (int i = 0; i < 2_000; i++) {
        connection.ask(Request.inputFocus(), reply -> {});
      }
      assertThat(ears.next()).isEqualTo("lost: the X server does not answer");
    }
  }

  @Test
  void aClosedX11OpensNothingAnyMore() {
    try (FakeServer server = new FakeServer((sequence, opcode, request) -> NOTHING)) {
      X11 x11 = x11(server.environment());
      x11.close();
      assertThat(x11.focus().probe()).isEqualTo(new Answer.Missing<>("the program ends", ""));
      assertThat(server.clients).hasValue(0);
    }
  }
}
