package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.desktop.linux.session.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same day, seen through a real X server and through a stand-in for Mutter: both journals tell
 * the same. What begins or ends a span is an input, and an input is known no more exactly than the
 * process that makes it takes to run; each boundary has to lie between its start and its end, give
 * or take {@link #RESOLUTION}, half a second of real time at this speed, for what tells of it to
 * arrive.
 */
@Tag("desktop")
class PresenceOfTheProgramTest {
  private static final int SPEED = 10;
  private static final Duration RESOLUTION = Duration.ofSeconds(5);

  private static final String MUTTER = "org.gnome.Mutter.IdleMonitor";
  private static final String CORE = "/org/gnome/Mutter/IdleMonitor/Core";

  @TempDir Path folder;
  private Observed real;
  private Observed mocked;

  /** A coach, who moves the pointer there, and when that was. */
  private static final class Observed {
    final Rig rig;
    final CoachRig coach;
    final Runnable pointer;
    final List<Instant[]> expected = new ArrayList<>();
    Instant[] last = {};

    Observed(Rig rig, Runnable pointer) {
      this.rig = rig;
      this.pointer = pointer;
      this.coach = new CoachRig(rig, SPEED, "sprint.length = 60m", "break.view = small");
    }

    void move() {
      Instant before = coach.now();
      pointer.run();
      last = new Instant[] {before, coach.now()};
    }

    /** The last input, or what was just done, is where a span ends. */
    void mark() {
      expected.add(last);
    }

    void command(String... words) {
      Instant before = coach.now();
      coach.respite(words);
      last = new Instant[] {before, coach.now()};
      mark();
    }

    List<Map<String, @Nullable Object>> spans() {
      return coach.log().stream()
          .filter(record -> CoachRig.text(record, "kind").equals("span"))
          .toList();
    }

    List<String> states() {
      return spans().stream().map(span -> CoachRig.text(span, "state")).toList();
    }
  }

  @BeforeEach
  void twoDesktops() {
    Rig.need("xdotool", "gdbus");
    Rig x11 = new Rig(folder.resolve("x11"));
    x11.screen(400, 300);
    x11.environment().put("XDG_SESSION_TYPE", "x11");
    boolean[] there = {false};
    real =
        new Observed(
            x11,
            () -> {
              there[0] = !there[0];
              x11.ask("xdotool", "mousemove", there[0] ? "100" : "120", "100");
            });
    Rig wayland = new Rig(folder.resolve("wayland"));
    wayland.environment().put("XDG_SESSION_TYPE", "wayland");
    Parts.sessionBusWithout(wayland);
    mutter(wayland);
    mocked = new Observed(wayland, () -> call(wayland, MUTTER + ".Move"));
  }

  @AfterEach
  void end() {
    real.coach.close();
    mocked.coach.close();
  }

  @Test
  void theSameDayGivesTheSameJournal() {
    for (Observed observed : List.of(real, mocked)) {
      observed.move();
      observed.coach.start();
      observed.coach.until("presenceKnown", "true");
      observed.command("start", "Boxes");
      observed.coach.until("state", "sprint");
    }
    hands(Duration.ofMinutes(2));
    silence(Duration.ofMinutes(3).plusSeconds(20));
    hands(Duration.ofMinutes(2));
    silence(Duration.ofMinutes(6).plusSeconds(30));
    hands(Duration.ofMinutes(2));
    for (Observed observed : List.of(real, mocked)) {
      observed.command("stop");
      observed.coach.until("state", "off");
    }
    assertThat(real.states()).containsExactly("work", "idle", "work", "natural", "work");
    assertThat(mocked.states()).isEqualTo(real.states());
    assertThat(mocked.coach.events()).isEqualTo(real.coach.events());
    assertThat(real.coach.events())
        .containsSubsequence("sprint-started", "idle-began", "idle-ended", "natural-break");
    for (Observed observed : List.of(real, mocked)) {
      List<Map<String, @Nullable Object>> spans = observed.spans();
      for (int i = 0; i < observed.expected.size(); i++) {
        Instant[] window = observed.expected.get(i);
        Instant found = i < spans.size() ? at(spans.get(i), "start") : at(spans.getLast(), "end");
        assertThat(found)
            .as("boundary %d of %s", i, spans)
            .isBetween(window[0].minus(RESOLUTION), window[1].plus(RESOLUTION));
      }
      observed.coach.keepsToItself();
    }
  }

  private static Instant at(Map<String, @Nullable Object> span, String name) {
    return OffsetDateTime.parse(CoachRig.text(span, name)).toInstant();
  }

  /** Both move their pointers, a second between. */
  private void hands(Duration length) {
    Instant end = real.coach.now().plus(length);
    while (real.coach.now().isBefore(end)) {
      real.move();
      mocked.move();
      Instant next = real.coach.now().plusSeconds(SPEED);
      real.rig.until("a second passes", () -> !real.coach.now().isBefore(next));
    }
  }

  /** Neither does anything for so long; then both move again. */
  private void silence(Duration length) {
    real.mark();
    mocked.mark();
    Instant end = real.coach.now().plus(length);
    real.rig.until("it is over", 90, () -> !real.coach.now().isBefore(end));
    real.move();
    mocked.move();
    real.mark();
    mocked.mark();
  }

  /** Mutter's idle monitor: a counter, watches for silence that stay, watches for input. */
  private static void mutter(Rig rig) {
    Parts.mock(rig, "mutter", "--session", MUTTER, CORE, MUTTER);
    rig.until(
        "mutter is there",
        () ->
            method(
                rig,
                "Begin",
                "",
                "",
                """
                import time
                from gi.repository import GLib
                self.last, self.number, self.idle, self.fired, self.input = time.monotonic(), 0, {}, set(), []
                def look(s=self, t=time):
                    for watch, length in list(s.idle.items()):
                        if watch not in s.fired and t.monotonic() - s.last >= length:
                            s.fired.add(watch)
                            s.EmitSignal('org.gnome.Mutter.IdleMonitor', 'WatchFired', 'u', [watch])
                    return True
                GLib.timeout_add(50, look)
                """));
    method(
        rig,
        "GetIdletime",
        "",
        "t",
        "import time; ret = int((time.monotonic() - self.last) * 1000)");
    method(
        rig,
        "AddIdleWatch",
        "t",
        "u",
        "self.number += 1; self.idle[self.number] = args[0] / 1000.0; ret = self.number");
    method(
        rig,
        "AddUserActiveWatch",
        "",
        "u",
        "self.number += 1; self.input.append(self.number); ret = self.number");
    method(
        rig,
        "RemoveWatch",
        "u",
        "",
        "self.idle.pop(int(args[0]), None); self.fired.discard(int(args[0]))");
    method(
        rig,
        "Move",
        "",
        "",
        """
        import time
        self.last = time.monotonic()
        self.fired.clear()
        watches, self.input = self.input, []
        for watch in watches:
            self.EmitSignal('org.gnome.Mutter.IdleMonitor', 'WatchFired', 'u', [watch])
        """);
    call(rig, MUTTER + ".Begin");
  }

  private static boolean method(Rig rig, String name, String in, String out, String code) {
    return call(rig, "org.freedesktop.DBus.Mock.AddMethod", MUTTER, name, in, out, code)
        .equals("()");
  }

  private static String call(Rig rig, String method, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=" + MUTTER,
                "--object-path=" + CORE,
                "--method=" + method));
    command.addAll(List.of(arguments));
    return rig.ask(command.toArray(String[]::new));
  }
}
