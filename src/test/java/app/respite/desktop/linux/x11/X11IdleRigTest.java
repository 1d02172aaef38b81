package app.respite.desktop.linux.x11;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Idle time of a real X server with real silence and real keys, both ways of reading it. */
@Tag("desktop")
class X11IdleRigTest {
  @TempDir Path folder;
  private Rig rig;
  private X11 x11;
  private Process server;

  /** A way to idle time, with a name for the report. */
  record Way(String name, Function<X11, Candidate<Sense>> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(new Way("counter", X11::idleCounter), new Way("look", X11::idleLook));
  }

  @BeforeEach
  void screen() {
    Rig.need("Xvfb", "xdotool");
    rig = new Rig(folder);
    server = rig.screen(640, 480);
    x11 = new X11(rig.environment(), line -> {});
  }

  @AfterEach
  void end() {
    x11.close();
    rig.close();
  }

  private Sense sense(Way way) {
    Answer<Sense> answer = way.of().apply(x11).probe();
    assertThat(answer).isInstanceOf(Answer.Works.class);
    return ((Answer.Works<Sense>) answer).port();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void silenceIsToldOnceItIsLongEnoughAndKeysAndPointerEndIt(Way way) {
    Heard heard = new Heard();
    try (Sense sense = sense(way)) {
      rig.ask("xdotool", "mousemove", "10", "10");
      sense.start(heard);
      sense.attend(Attention.CLOSE);
      rig.until("hands first", () -> heard.endsWith(Sensed.Hands.class));
      rig.until("still", () -> heard.endsWith(Sensed.Still.class));
      assertThat(heard.still()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));

      rig.ask("xdotool", "key", "a");
      rig.until("hands by a key", () -> heard.endsWith(Sensed.Hands.class));
      rig.until("still again", () -> heard.endsWith(Sensed.Still.class));

      rig.ask("xdotool", "mousemove_relative", "3", "3");
      rig.until("hands by the pointer", () -> heard.endsWith(Sensed.Hands.class));
    }
    assertThat(heard.alternates()).as("no flutter").isTrue();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void handsThatAreStillAlreadyAreToldOfAtOnceWhenAttentionGrows(Way way) {
    Heard heard = new Heard();
    try (Sense sense = sense(way)) {
      rig.ask("xdotool", "mousemove", "10", "10");
      sense.start(heard);
      rig.until("three seconds of silence", () -> idleMillis() > 3000);
      assertThat(heard.all()).containsExactly(new Sensed.Hands());

      sense.attend(Attention.WORKING);
      sense.attend(Attention.CLOSE);
      rig.until("still", () -> heard.endsWith(Sensed.Still.class));
      // Had it waited for two more seconds, it would be five.
      assertThat(heard.still()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));

      sense.attend(Attention.WORKING);
      rig.ask("xdotool", "key", "b");
      rig.until("hands", () -> heard.endsWith(Sensed.Hands.class));
      rig.until("three seconds of silence", () -> idleMillis() > 3000);
      assertThat(heard.endsWith(Sensed.Hands.class)).as("12 s are wanted now").isTrue();
      rig.until("still", () -> heard.endsWith(Sensed.Still.class));
      assertThat(heard.still()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(14));
    }
  }

  private long idleMillis() {
    Answer<Sense> unused = x11.idleLook().probe();
    assertThat(unused).isInstanceOf(Answer.Works.class);
    try {
      X11Connection connection = x11.open();
      Extension saver = Extension.find(connection, "MIT-SCREEN-SAVER");
      return connection.ask(saver.request(1).u32(connection.setup().root())).unsigned(16);
    } catch (X11Exception gone) {
      throw new AssertionError(gone);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aServerThatDiesIsToldOfOnceAndNoThreadIsLeft(Way way) {
    Heard heard = new Heard();
    try (Sense sense = sense(way)) {
      sense.start(heard);
      sense.attend(Attention.CLOSE);
      rig.until("hands first", () -> !heard.all().isEmpty());
      server.destroyForcibly();
      rig.until("lost", () -> heard.endsWith(Sensed.Lost.class));
      sense.attend(Attention.WORKING);
      sense.attend(Attention.CLOSE);
      rig.until("threads end", () -> threads() == 0);
    }
    assertThat(heard.count(Sensed.Lost.class)).isEqualTo(1);
    assertThat(((Sensed.Lost) heard.last()).why()).startsWith("the X server ");
    assertThat(way.of().apply(x11).probe()).isInstanceOf(Answer.Missing.class);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void fiveHundredTimesOnAndOffLeaveNothingBehind(Way way) {
    Runnable round =
        () -> {
          try (X11 own = new X11(rig.environment(), line -> {})) {
            Answer.Works<Sense> works = (Answer.Works<Sense>) way.of().apply(own).probe();
            Heard heard = new Heard();
            works.port().start(heard);
            works.port().attend(Attention.CLOSE);
            works.port().close();
          }
        };
    for (int i = 0; i < 20; i++) {
      round.run();
    }
    rig.until("threads end", () -> threads() == 0);
    int descriptors = descriptors();
    for (int i = 0; i < 500; i++) {
      round.run();
    }
    rig.until("threads end", () -> threads() == 0);
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
  }

  @Test
  void allShareOneConnectionHoweverOftenTheyComeAndGo() {
    assertThat(x11.fullScreen().probe()).isInstanceOf(Answer.Works.class);
    int descriptors = descriptors();
    for (int i = 0; i < 500; i++) {
      for (Candidate<Sense> candidate : List.of(x11.idleCounter(), x11.fullScreen())) {
        try (Sense sense = ((Answer.Works<Sense>) candidate.probe()).port()) {
          sense.start(new Heard());
          sense.attend(Attention.CLOSE);
        }
      }
    }
    assertThat(threads()).isEqualTo(1);
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("respite-x11"))
        .count();
  }

  private static int descriptors() {
    String[] open = new java.io.File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }
}
