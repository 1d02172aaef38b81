package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.x11.Heard;
import app.respite.desktop.linux.x11.X11;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Idle time by services: Mutter and KWin as they are, and KDE's screen saver by a stand-in. */
@Tag("desktop")
class IdleRigTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REMOTE = "org.gnome.Mutter.RemoteDesktop";

  @TempDir Path folder;
  private Rig rig;
  private Bus bus;

  @BeforeEach
  void session() {
    rig = new Rig(folder);
    rig.sessionBus();
    bus = Bus.session(rig.environment());
  }

  @AfterEach
  void end() {
    bus.close();
    rig.close();
  }

  private static Sense works(Candidate<Sense> candidate) {
    Answer<Sense> answer = candidate.probe();
    assertThat(answer).isInstanceOf(Answer.Works.class);
    return ((Answer.Works<Sense>) answer).port();
  }

  private static String why(Candidate<Sense> candidate) {
    Answer<Sense> answer = candidate.probe();
    assertThat(answer).isInstanceOf(Answer.Missing.class);
    return ((Answer.Missing<Sense>) answer).why();
  }

  private Process mutter() {
    Rig.need("mutter");
    Process mutter =
        rig.run("mutter", "mutter", "--headless", "--virtual-monitor", "800x600", "--no-x11");
    rig.until("mutter counts", () -> works(MutterIdle.GET_IDLE_TIME) >= 0);
    return mutter;
  }

  private long works(Call call) {
    return bus.ask(call, PATIENCE).body().number(0, -1);
  }

  /** A remote pointer that Mutter takes for the user's. */
  private Runnable mutterPointer() {
    rig.until(
        "mutter takes a remote pointer", () -> remote("", "CreateSession", Body.NONE) != null);
    String session = remote("", "CreateSession", Body.NONE).text(0, "");
    remote(session, "Start", Body.NONE);
    return () -> remote(session, "NotifyPointerMotionRelative", Body.of("dd", 5.0, 3.0));
  }

  private Body remote(String session, String member, Body body) {
    String path = session.isEmpty() ? "/org/gnome/Mutter/RemoteDesktop" : session;
    String type = session.isEmpty() ? REMOTE : REMOTE + ".Session";
    return bus.ask(Call.of(REMOTE, path, type, member, body), PATIENCE)
            instanceof Reply.Answer(Body answer)
        ? answer
        : null;
  }

  @Test
  void mutterTellsOfSilenceAndOfItsEnd() {
    mutter();
    Runnable pointer = mutterPointer();
    Heard heard = new Heard();
    try (Sense sense = works(IdleWays.mutter(bus))) {
      pointer.run();
      sense.start(heard);
      sense.attend(Attention.CLOSE);
      rig.until("hands first", () -> heard.endsWith(Sensed.Hands.class));
      rig.until("still", () -> heard.endsWith(Sensed.Still.class));
      assertThat(heard.still()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
      pointer.run();
      rig.until("hands", () -> heard.endsWith(Sensed.Hands.class));
      rig.until("still again", () -> heard.endsWith(Sensed.Still.class));
      pointer.run();
      rig.until("hands again", () -> heard.endsWith(Sensed.Hands.class));
    }
    assertThat(heard.alternates()).as("no flutter").isTrue();
  }

  @Test
  void mutterTellsAtOnceOfHandsThatAreStillAlready() {
    mutter();
    Runnable pointer = mutterPointer();
    Heard heard = new Heard();
    try (Sense sense = works(IdleWays.mutter(bus))) {
      pointer.run();
      sense.start(heard);
      rig.until("three seconds", () -> works(MutterIdle.GET_IDLE_TIME) > 3000);
      assertThat(heard.all()).containsExactly(new Sensed.Hands());
      sense.attend(Attention.WORKING);
      sense.attend(Attention.CLOSE);
      rig.until("still", () -> heard.endsWith(Sensed.Still.class));
      // Had it waited for two more seconds, it would be five.
      assertThat(heard.still()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
      sense.attend(Attention.WORKING);
      pointer.run();
      rig.until("hands", () -> heard.endsWith(Sensed.Hands.class));
      rig.until("still", () -> heard.endsWith(Sensed.Still.class));
      assertThat(heard.still()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(14));
    }
  }

  @Test
  void mutterThatDiesIsLostAndItsSuccessorIsFoundByTheNextLook() {
    Process mutter = mutter();
    Heard heard = new Heard();
    try (Sense sense = works(IdleWays.mutter(bus))) {
      sense.start(heard);
      rig.until("told", () -> !heard.all().isEmpty());
      mutter.destroyForcibly();
      rig.until("lost", () -> heard.endsWith(Sensed.Lost.class));
    }
    assertThat(heard.last()).isEqualTo(new Sensed.Lost("Mutter is gone"));
    rig.until("nobody", () -> IdleWays.mutter(bus).probe() instanceof Answer.Missing<Sense>);
    mutter();
    works(IdleWays.mutter(bus)).close();
  }

  @Test
  void fiveHundredTimesOnAndOffLeaveNoThreadAndMutterWell() {
    mutter();
    works(IdleWays.mutter(bus)).close();
    int threads = Thread.activeCount();
    for (int i = 0; i < 500; i++) {
      try (Sense sense = works(IdleWays.mutter(bus))) {
        sense.start(new Heard());
        sense.attend(Attention.CLOSE);
      }
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    Heard heard = new Heard();
    try (Sense sense = works(IdleWays.mutter(bus))) {
      sense.start(heard);
      rig.until("told", () -> !heard.all().isEmpty());
    }
  }

  @Test
  void kwinTellsOfSilenceAndOfItsEndByWayland() {
    Rig.need("kwin_wayland");
    rig.environment().put("KWIN_WAYLAND_NO_PERMISSION_CHECKS", "1");
    rig.run("kwin", "kwin_wayland", "--virtual", "--no-lockscreen", "--socket", "wayland-test");
    rig.environment().put("WAYLAND_DISPLAY", "wayland-test");
    Candidate<Sense> candidate = IdleWays.wayland(rig.environment());
    rig.until("kwin is there", () -> candidate.probe() instanceof Answer.Works<Sense>);
    Heard heard = new Heard();
    try (Sense sense = works(candidate);
        WaylandPeer pointer = WaylandPeer.fakeInput(rig.environment())) {
      sense.start(heard);
      sense.attend(Attention.CLOSE);
      rig.until("hands first", () -> heard.endsWith(Sensed.Hands.class));
      pointer.movePointer();
      rig.until("still", () -> heard.last().equals(new Sensed.Still(Duration.ofSeconds(2))));
      sense.attend(Attention.WORKING);
      pointer.movePointer();
      rig.until("hands", () -> heard.endsWith(Sensed.Hands.class));
      sense.attend(Attention.CLOSE);
      rig.until("still again", () -> heard.endsWith(Sensed.Still.class));
    }
    assertThat(heard.alternates()).as("no flutter").isTrue();
  }

  @Test
  void withoutABusOrServicesEachSaysWhatIsMissing() {
    assertThat(why(IdleWays.mutter(bus))).isEqualTo("this desktop has no Mutter");
    assertThat(why(IdleWays.saver(Map.of(), bus))).isEqualTo("only KDE's counts in a known unit");
    assertThat(why(IdleWays.saver(Map.of("XDG_CURRENT_DESKTOP", "KDE"), bus)))
        .isEqualTo("the ScreenSaver service does not answer");
    try (Bus none = Bus.session(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"))) {
      assertThat(why(IdleWays.mutter(none))).startsWith("no session bus");
    }
  }

  @Test
  void kdesScreenSaverIsAskedInMilliseconds() {
    Rig.needFile("/usr/lib/python3/dist-packages/dbusmock");
    String name = "org.freedesktop.ScreenSaver";
    String path = "/org/freedesktop/ScreenSaver";
    rig.run("saver", "/usr/bin/python3", "-m", "dbusmock", name, path, name);
    rig.until("the stand-in is there", () -> idles(name, path, 100));
    Heard heard = new Heard();
    try (Sense sense = works(IdleWays.saver(Map.of("XDG_CURRENT_DESKTOP", "KDE"), bus))) {
      sense.start(heard);
      sense.attend(Attention.CLOSE);
      rig.until("hands first", () -> heard.endsWith(Sensed.Hands.class));
      idles(name, path, 2700);
      rig.until("still", () -> heard.last().equals(new Sensed.Still(Duration.ofMillis(2700))));
      idles(name, path, 30);
      rig.until("hands", () -> heard.endsWith(Sensed.Hands.class));
    }
  }

  private boolean idles(String name, String path, int millis) {
    return bus.ask(
            Call.of(
                name,
                path,
                "org.freedesktop.DBus.Mock",
                "AddMethod",
                Body.of("sssss", name, "GetSessionIdleTime", "", "u", "ret = " + millis)),
            PATIENCE)
        instanceof Reply.Answer;
  }

  @Test
  void theBestWayForTheSessionComesFirst() {
    try (X11 x11 = new X11(rig.environment(), line -> {})) {
      assertThat(names(IdleWays.idle(Map.of("DISPLAY", ":1"), x11, bus)))
          .startsWith("X11 idle counter", "X11 screen saver extension", "Mutter idle monitor");
      assertThat(names(IdleWays.idle(Map.of("XDG_SESSION_TYPE", "wayland"), x11, bus)))
          .startsWith("Mutter idle monitor")
          .endsWith("X11 idle counter");
    }
  }

  private static List<String> names(List<Candidate<Sense>> candidates) {
    return candidates.stream().map(Candidate::name).toList();
  }
}
