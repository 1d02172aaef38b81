package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.EventFields;
import app.respite.coach.simulate.Walk.Between;
import app.respite.domain.day.Event;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.time.GapCause;
import app.respite.domain.work.JournalRecord.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The contract's laws on random days that use every verb. A failure names its seed and prints the
 * shortest script that still breaks the law.
 */
class RandomDaysTest {
  /** Scripts for each law; {@code -Drespite.random-days=5000} looks further. */
  private static final int RUNS = Integer.getInteger("respite.random-days", 400);

  private static final int MOMENTS = 25;

  /** A law: throws where the script of a seed breaks it. */
  private interface Law {
    void hold(List<Map<String, Object>> lines, long seed);
  }

  private static void onRandomDays(long firstSeed, Law law) {
    for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
      List<Map<String, Object>> lines = RandomScript.lines(seed);
      Throwable broken = broken(law, lines, seed);
      if (broken != null) {
        List<Map<String, Object>> few = shrink(law, lines, seed);
        Throwable shown = broken(law, few, seed);
        String message =
            String.format(
                Locale.ROOT,
                "seed %d in %s, shrunk to:%n%s%n%s",
                seed,
                RandomScript.zone(seed),
                RandomScript.text(few),
                shown);
        throw new AssertionError(message, shown);
      }
    }
  }

  private static @Nullable Throwable broken(Law law, List<Map<String, Object>> lines, long seed) {
    try {
      law.hold(lines, seed);
      return null;
    } catch (AssertionError | RuntimeException broken) {
      return broken;
    }
  }

  /** Leaves out lines, many at once first, as long as the law stays broken. */
  private static List<Map<String, Object>> shrink(
      Law law, List<Map<String, Object>> lines, long seed) {
    List<Map<String, Object>> kept = new ArrayList<>(lines);
    for (int chunk = kept.size() / 2; chunk >= 1; chunk = chunk == 1 ? 0 : chunk / 2) {
      for (int i = 0; i + chunk < kept.size(); ) {
        List<Map<String, Object>> fewer = new ArrayList<>(kept);
        fewer.subList(i, i + chunk).clear();
        if (broken(law, fewer, seed) != null) {
          kept = fewer;
        } else {
          i += chunk;
        }
      }
    }
    return kept;
  }

  private static Walk looked(List<Map<String, Object>> lines, long seed) {
    return Walk.of(lines, RandomScript.zone(seed), Between.LOOK, MOMENTS, seed);
  }

  @Test
  void bucketsAddUpToTheTimeInSession() {
    onRandomDays(
        10_000,
        (lines, seed) -> {
          Walk walk = looked(lines, seed);
          DayLaws.spansAreInOrder(walk.journal.all(Span.class));
          DayLaws.summaryIsTheSumOfSpans(walk);
          if (changesNoPast(walk)) {
            DayLaws.sessionsHaveNoHoles(walk);
          }
        });
  }

  private static boolean changesNoPast(Walk walk) {
    return walk.lines.stream()
        .noneMatch(
            line ->
                Set.of("recover", "answer-idle").contains(line.get("do"))
                    || line.containsKey("since"));
  }

  @Test
  void sinceLastRestFallsOnlyByARest() {
    onRandomDays(20_000, (lines, seed) -> DayLaws.sinceRestFallsOnlyByARest(looked(lines, seed)));
  }

  @Test
  void dueBreaksAreNeverLost() {
    onRandomDays(30_000, (lines, seed) -> DayLaws.dueBreaksAreNeverLost(looked(lines, seed)));
  }

  @Test
  void nothingIsToldTwiceAndTimeNeverGoesBack() {
    onRandomDays(
        40_000,
        (lines, seed) -> {
          Walk walk = looked(lines, seed);
          DayLaws.nothingIsToldTwice(walk);
          DayLaws.looksAreSound(walk);
        });
  }

  @Test
  void offersAreTrue() {
    onRandomDays(
        50_000,
        (lines, seed) ->
            DayLaws.offersAreTrue(Walk.of(lines, RandomScript.zone(seed), Between.LOOK, 5, seed)));
  }

  @Test
  void theWallClockChangesNothing() {
    onRandomDays(
        60_000,
        (lines, seed) -> {
          ZoneId zone = RandomScript.zone(seed);
          List<Map<String, Object>> steady = new ArrayList<>(lines);
          steady.removeIf(line -> line.get("do").equals("wall-clock"));
          if (!steady.getFirst().get("at").equals(lines.getFirst().get("at"))) {
            return;
          }
          same(Walk.of(steady, zone).told, Walk.of(lines, zone).told);
        });
  }

  @Test
  void weeksLaterTheSameDayIsTheSame() {
    Duration shift = Duration.ofDays(7 * 31);
    onRandomDays(
        70_000,
        (lines, seed) -> {
          List<Map<String, Object>> here = new ArrayList<>(lines);
          here.removeIf(line -> line.get("do").equals("zone"));
          if (here.isEmpty()) {
            return;
          }
          List<Map<String, Object>> later = new ArrayList<>();
          for (Map<String, Object> line : here) {
            Map<String, Object> moved = new LinkedHashMap<>(line);
            for (String moment : List.of("at", "since")) {
              moved.computeIfPresent(
                  moment, (_, at) -> Instant.parse(String.valueOf(at)).plus(shift).toString());
            }
            later.add(moved);
          }
          List<String> expected = texts(Walk.of(here, ZoneOffset.UTC).told, shift);
          assertThat(texts(Walk.of(later, ZoneOffset.UTC).told, Duration.ZERO)).isEqualTo(expected);
        });
  }

  private static List<String> texts(List<TimedEvent> told, Duration shift) {
    return told.stream()
        .map(
            timed -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("at", timed.at().plus(shift));
              EventFields.of(timed.at(), timed.event())
                  .forEach(
                      (name, value) ->
                          fields.put(
                              name,
                              switch (value) {
                                case null -> "null";
                                case Instant instant -> instant.plus(shift);
                                case LocalDate day -> day.plusDays(shift.toDays());
                                default -> value;
                              }));
              return timed.event().name() + fields;
            })
        .toList();
  }

  /** What a kill loses depends on when the coach was last told something. */
  private static List<Map<String, Object>> withoutKill(List<Map<String, Object>> all) {
    return all.stream().filter(line -> !line.get("do").equals("kill")).toList();
  }

  @Test
  void smallerStepsTellTheSame() {
    onRandomDays(
        80_000,
        (all, seed) -> {
          List<Map<String, Object>> lines = withoutKill(all);
          ZoneId zone = RandomScript.zone(seed);
          same(Walk.of(lines, zone).told, Walk.of(lines, zone, Between.TICK, 100, seed).told);
        });
  }

  @Test
  void aRestartChangesNothing() {
    onRandomDays(
        90_000,
        (all, seed) -> {
          List<Map<String, Object>> lines = withoutKill(all);
          ZoneId zone = RandomScript.zone(seed);
          same(
              Walk.of(lines, zone).told,
              Walk.of(lines, zone, Between.RESTART, 3, seed).told.stream()
                  .filter(timed -> !tellsOfARestart(timed.event()))
                  .toList());
        });
  }

  private static boolean tellsOfARestart(Event event) {
    return switch (event) {
      case Event.Recovered recovered -> recovered.lostAtMost().isZero();
      case Event.Away away -> away.cause() == GapCause.GAP && away.start().equals(away.end());
      default -> false;
    };
  }

  @Test
  void aKillLosesAtMostACheckpoint() {
    onRandomDays(
        100_000,
        (lines, seed) -> {
          Walk walk = looked(lines, seed);
          DayLaws.killsLoseAtMostACheckpoint(walk);
          for (TimedEvent timed : walk.told) {
            if (timed.event() instanceof Event.Recovered recovered) {
              assertThat(recovered.lostAtMost()).isBetween(Duration.ZERO, Duration.ofSeconds(15));
            }
          }
        });
  }

  @Test
  void b67B68B71B74NoBreakIsToldTwiceOrToNobodyAndFlowIsCompleted() {
    onRandomDays(
        120_000,
        (lines, seed) -> {
          Walk walk = Walk.of(lines, RandomScript.zone(seed));
          DayLaws.aBreakIsAnnouncedOnce(walk);
          DayLaws.noBreakIsVoidTwice(walk);
          DayLaws.noBreakBeginsOnAnEmptyChair(walk);
          DayLaws.whatTheUserEndsInFlowIsCompleted(walk);
        });
  }

  @Test
  void b65B72NoTimeIsPaidTwice() {
    onRandomDays(
        130_000,
        (lines, seed) -> {
          ZoneId zone = RandomScript.zone(seed);
          DayLaws.noTimeIsPaidTwice(Walk.of(lines, zone), zone);
        });
  }

  private static void same(List<TimedEvent> expected, List<TimedEvent> told) {
    for (int i = 0; i < Math.min(expected.size(), told.size()); i++) {
      assertThat(told.get(i))
          .as("line %d after %s", i, i == 0 ? null : told.get(i - 1))
          .isEqualTo(expected.get(i));
    }
    assertThat(told).hasSameSizeAs(expected);
  }
}
