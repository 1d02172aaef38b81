package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Change;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final Duration SPRINT = Duration.ofMinutes(25);
  private static final Task BOXES = Task.named(new UUID(1, 1), "Boxes");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final Random random = new Random(7);

  LearnerTest() {
    put(BOXES);
  }

  private void put(JournalRecord record) {
    journal.write(List.of(new Change.Put(record)), null);
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return day.atStartOfDay(BERLIN).toInstant().plus(Duration.ofMinutes(hour * 60L + minute));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** A sprint with its span and, where it was rated, its rating some time later. */
  private UUID sprint(Instant start, @Nullable Integer fatigue, Duration ratedAfter) {
    UUID id = id();
    Instant end = start.plus(SPRINT);
    put(new Span(id(), id, id, BOXES.id(), SpanState.WORK, null, start, end, null));
    put(
        new Sprint(
            id,
            BOXES.id(),
            start,
            end,
            SPRINT.toSeconds(),
            SPRINT,
            SprintOutcome.COMPLETED,
            fatigue,
            null,
            null,
            null,
            null));
    if (fatigue != null) {
      put(new Rating(id(), end.plus(ratedAfter), false, id, fatigue, null));
    }
    return id;
  }

  private void sprint(Instant start, int fatigue) {
    sprint(start, fatigue, Duration.ofMinutes(1));
  }

  private Knowledge learnt(Instant asOf) {
    return Learner.learn(journal, Preferences.DEFAULTS, asOf, BERLIN);
  }

  @Test
  void aNewJournalTellsNothing() {
    Knowledge nothing = learnt(at(FIRST, 9, 0));

    assertThat(nothing.habits()).isEqualTo(Knowledge.Habits.NONE);
    assertThat(nothing.tasks()).isEmpty();
    assertThat(nothing.belief().ratings()).isZero();
    assertThat(nothing.asOf()).isEqualTo(at(FIRST, 9, 0));
  }

  @Test
  void ratingsHabitsAndTasksAreLearnt() {
    for (int day = 0; day < 6; day++) {
      sprint(at(FIRST.plusDays(day), 11, 0), 2);
      sprint(at(FIRST.plusDays(day), 16, 35), 4);
    }
    put(new DayCheckIn(id(), FIRST.plusDays(3), at(FIRST.plusDays(3), 17, 0), 2));
    put(new DayCheckIn(id(), FIRST.plusDays(1), at(FIRST.plusDays(1), 17, 0), 2));

    Knowledge known = learnt(at(FIRST.plusDays(6), 9, 0));

    assertThat(known.belief().ratings()).isEqualTo(12);
    assertThat(known.belief().days()).isEqualTo(6);
    assertThat(known.belief().mean()).isEqualTo(3);
    assertThat(known.habits())
        .isEqualTo(new Knowledge.Habits(LocalTime.of(17, 0), FIRST.plusDays(3), FIRST));
    assertThat(known.tasks()).containsExactly(new Knowledge.TaskTiredness(BOXES, 3, 12));
  }

  @Test
  void theRatingOfTheMomentIsIncluded() {
    sprint(at(FIRST, 9, 0), 5);

    assertThat(learnt(at(FIRST, 9, 26)).belief().ratings()).isEqualTo(1);
  }

  @Test
  void whatComesLaterIsNotKnownYet() {
    sprint(at(FIRST, 9, 0), 5);
    sprint(at(FIRST.plusDays(2), 9, 0), 5);

    assertThat(learnt(at(FIRST.plusDays(1), 9, 0)).belief().ratings()).isEqualTo(1);
  }

  @Test
  void theFirstDayIsFoundHoweverLongAgoItWas() {
    LocalDate ages = FIRST.minusYears(9);
    Instant waiting = at(ages, 9, 0);
    put(
        new Span(
            id(), id(), null, null, SpanState.READY, null, waiting, waiting.plusSeconds(60), null));
    sprint(at(ages.plusDays(40), 9, 0), null, Duration.ZERO);
    sprint(at(FIRST, 9, 0), 5);

    assertThat(learnt(at(FIRST, 10, 0)).habits().firstDay()).isEqualTo(ages.plusDays(40));
  }

  @Tag("long")
  @Test
  void whoRemembersThePastKnowsTheSameAsWhoReadsItAnew() {
    Learner learner = new Learner(journal);
    for (int day = 0; day < 40; day++) {
      LocalDate date = FIRST.plusDays(day);
      int hour = 7 + random.nextInt(6);
      for (int i = random.nextInt(9); i > 0; i--) {
        // Some nights are worked through, and some ratings are given the next morning.
        Instant start = at(date, hour, random.nextInt(30));
        Duration ratedAfter = Duration.ofMinutes(random.nextInt(10) == 0 ? 840 : 1);
        UUID rated = sprint(start, random.nextInt(4) == 0 ? null : random.nextInt(11), ratedAfter);
        Instant now = start.plus(SPRINT).plus(Duration.ofMinutes(random.nextInt(3)));
        learner.changed(journal.byId(Sprint.class, rated).orElseThrow());

        assertThat(learner.read(Preferences.DEFAULTS, now, BERLIN, List.of()).knowledge())
            .isEqualTo(learnt(now));
        hour += 1 + random.nextInt(4) / 3 * 5;
      }
    }
    assertThat(learnt(at(FIRST.plusDays(41), 9, 0)).belief().ratings()).isGreaterThan(40);
  }

  @Test
  void anEditOfLongAgoIsSeenAfterForgetting() {
    Learner learner = new Learner(journal);
    for (int day = 0; day < 8; day++) {
      sprint(at(FIRST.plusDays(day), 9, 0), 5);
    }
    Instant now = at(FIRST.plusDays(8), 9, 0);
    learner.read(Preferences.DEFAULTS, now, BERLIN, List.of());
    sprint(at(FIRST.minusDays(1), 9, 0), 5);
    learner.forget();

    assertThat(learner.read(Preferences.DEFAULTS, now, BERLIN, List.of()).knowledge())
        .isEqualTo(learnt(now));
    assertThat(learnt(now).habits().firstDay()).isEqualTo(FIRST.minusDays(1));
  }
}
