package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.desktop.linux.session.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real coach, asleep: as a stand-in for logind tells it, and as a process that is stopped and
 * told nothing. Both are the same to the user.
 */
@Tag("desktop")
class SleepOfTheProgramTest {
  private static final int SPEED = 20;

  /** What the start of a command, its way and the rhythm of ticks may take of the coach's time. */
  private static final Duration RESOLUTION = Duration.ofSeconds(90);

  @TempDir Path folder;
  private Rig rig;
  private CoachRig coach;

  @BeforeEach
  void twoBuses() {
    Rig.need("gdbus");
    rig = new Rig(folder);
    Parts.sessionBusWithout(rig);
    Parts.systemBusWithout(rig);
    coach = new CoachRig(rig, SPEED, "strictness = firm", "sprint.length = 8m", "warning = 0s");
  }

  @AfterEach
  void end() {
    coach.close();
  }

  @Test
  void asLogindTells() {
    Parts.mock(rig, "logind", "--system", "--template", "logind");
    rig.until("logind is there", () -> prepare(false));
    coach.start();
    String log = folder.resolve("respite/respite.log").toString();
    rig.until("the coach listens to logind", () -> rig.ask("cat", log).contains("Sleep: "));
    nights("suspend", asleep -> assertThat(prepare(asleep)).isTrue());
  }

  @Test
  void asAStoppedProcessThatIsToldNothing() {
    coach.start();
    nights(
        "gap",
        asleep ->
            rig.ask("kill", asleep ? "-STOP" : "-CONT", Long.toString(coach.process().pid())));
  }

  private boolean prepare(boolean sleep) {
    return rig.ask(
            "gdbus",
            "call",
            "--address=" + rig.environment().get("DBUS_SYSTEM_BUS_ADDRESS"),
            "--dest=org.freedesktop.login1",
            "--object-path=/org/freedesktop/login1",
            "--method=org.freedesktop.DBus.Mock.EmitSignal",
            "org.freedesktop.login1.Manager",
            "PrepareForSleep",
            "b",
            "[<" + sleep + ">]")
        .equals("()");
  }

  private void nights(String cause, Consumer<Boolean> asleep) {
    coach.work();

    // B3: a few seconds are nothing
    Instant start = Instant.parse(CoachRig.text(coach.event("sprint-started"), "at"));
    asleep.accept(true);
    asleep.accept(false);
    rig.until("it goes on", () -> elapsed().compareTo(Duration.ofMinutes(1)) > 0);
    assertThat(coach.events()).as("B3").containsExactly("sprint-started");
    Map<String, @Nullable Object> now = coach.json("status", "--json");
    assertThat(Duration.parse(CoachRig.text(now, "elapsed")))
        .as("B3, of a sprint of eight minutes")
        .isCloseTo(
            Duration.between(start, Instant.parse(CoachRig.text(now, "at"))),
            Duration.ofSeconds(1));

    // B1 and B2: longer than the rest of the sprint and the break after it
    Instant before = coach.now();
    asleep.accept(true);
    Instant slept = coach.now();
    rig.until(
        "the night is over", 90, () -> coach.now().isAfter(slept.plus(Duration.ofMinutes(15))));
    Instant waking = coach.now();
    asleep.accept(false);
    Map<String, @Nullable Object> away = coach.event("away");
    Instant awake = coach.now();
    assertThat(CoachRig.text(away, "cause")).as("B1").isEqualTo(cause);
    assertThat(Instant.parse(CoachRig.text(away, "start")))
        .as("B1, work stops at the sleep")
        .isBetween(before.minus(RESOLUTION), slept.plus(RESOLUTION));
    assertThat(Instant.parse(CoachRig.text(away, "end")))
        .as("B1, and the sleep ends at the waking")
        .isBetween(waking.minus(RESOLUTION), awake);
    now = coach.json("status", "--json");
    assertThat(now.get("due")).as("B2, no break on waking").isNull();
    assertThat(Duration.parse(CoachRig.text(now, "sinceRest")))
        .as("B2, the countdown is full")
        .isLessThanOrEqualTo(
            Duration.between(waking, Instant.parse(CoachRig.text(now, "at"))).plus(RESOLUTION));
    assertThat(coach.events())
        .as("B2")
        .doesNotContain("break-due", "break-warned", "break-started");
    assertThat(coach.told())
        .as("B1, no sprint completes")
        .noneMatch(told -> CoachRig.text(told, "outcome").equals("completed"));
    assertThat(slept(coach.log()))
        .as("B1, booked as a time of its own")
        .isCloseTo(Duration.between(slept, waking), RESOLUTION);

    // B4: longer than what is left of a break
    coach.respite("stop");
    coach.work();
    coach.respite("break", "--for", "5m");
    coach.until("state", "break");
    Instant night = coach.now();
    asleep.accept(true);
    rig.until("it is over", () -> coach.now().isAfter(night.plus(Duration.ofMinutes(8))));
    asleep.accept(false);
    Map<String, @Nullable Object> ended = coach.event("break-ended");
    assertThat(ended.get("credited")).as("B4, counted as taken").isEqualTo(true);
    coach.until("state", "ready");
    assertThat(CoachRig.text(coach.today(), "breaksTaken")).as("B4").isEqualTo("1");
    assertThat(coach.events().stream().filter("break-ended"::equals)).as("B4, once").hasSize(1);
    coach.keepsToItself();
    assertThat(List.of("ready", "off")).contains(coach.now("state"));
  }

  /** What is booked as away, in one stretch; where the sprint would have ended it has a seam. */
  private static Duration slept(List<Map<String, @Nullable Object>> log) {
    List<Map<String, @Nullable Object>> away =
        log.stream().filter(record -> CoachRig.text(record, "state").equals("away")).toList();
    assertThat(away).isNotEmpty();
    for (int i = 1; i < away.size(); i++) {
      assertThat(away.get(i).get("start")).isEqualTo(away.get(i - 1).get("end"));
    }
    return Duration.between(at(away.getFirst(), "start"), at(away.getLast(), "end"));
  }

  private static Instant at(Map<String, @Nullable Object> from, String name) {
    return OffsetDateTime.parse(CoachRig.text(from, name)).toInstant();
  }

  private Duration elapsed() {
    return Duration.between(
        Instant.parse(CoachRig.text(coach.event("sprint-started"), "at")), coach.now());
  }
}
