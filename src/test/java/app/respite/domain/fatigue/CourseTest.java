package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans and ratings as the model of tiredness sees them. */
class CourseTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Task BOXES = Task.named(new UUID(1, 1), "Boxes");
  private static final Task SEARCH = Task.named(new UUID(1, 2), "Search");

  private final List<Span> spans = new ArrayList<>();
  private final List<Sprint> sprints = new ArrayList<>();
  private final List<Rating> ratings = new ArrayList<>();
  private final List<Course.Remark> remarks = new ArrayList<>();
  private long ids;

  private UUID id() {
    return new UUID(2, ++ids);
  }

  private static Instant at(double minutes) {
    return NINE.plusSeconds(Math.round(minutes * 60));
  }

  private void span(SpanState state, String cause, double from, double to, Task task) {
    spans.add(
        new Span(id(), new UUID(3, 3), null, task.id(), state, cause, at(from), at(to), null));
  }

  private void work(double from, double to) {
    span(SpanState.WORK, null, from, to, BOXES);
  }

  private Sprint sprint(double from, double to, Integer fatigue) {
    Sprint sprint =
        new Sprint(
            id(),
            BOXES.id(),
            at(from),
            at(to),
            Math.round((to - from) * 60),
            Duration.ofMinutes(25),
            SprintOutcome.COMPLETED,
            fatigue,
            null,
            null,
            null,
            null);
    sprints.add(sprint);
    return sprint;
  }

  private List<CourseDay> days() {
    return Course.days(List.of(BOXES, SEARCH), spans, sprints, ratings, remarks, 6);
  }

  private List<Step> steps() {
    assertThat(days()).hasSize(1);
    return days().getFirst().steps();
  }

  @ParameterizedTest(name = "{0} of {1} minutes ({2}) restores like {3} minutes")
  @CsvSource({
    "BREAK, 3, , 3",
    "NATURAL, 12, , 12",
    "READY, 4, , 4",
    "IDLE, 4, , 2",
    "AWAY, 8, suspend, 8",
    "AWAY, 4, lock, 2",
    "PAUSED, 30, no-input, 30",
    "PAUSED, 30, , 15",
  })
  void whatIsNoWorkRestoresInItsOwnWay(SpanState state, double minutes, String cause, double as) {
    work(0, 25);
    span(state, cause, 25, 25 + minutes, BOXES);
    work(25 + minutes, 60);
    assertThat(steps())
        .containsExactly(new Step.Work(25), new Step.Rest(as), new Step.Work(60 - 25 - minutes));
  }

  @Test
  void anIdleMinuteIsThePaceOfWork() {
    work(0, 25);
    span(SpanState.IDLE, null, 25, 26, BOXES);
    assertThat(steps()).containsExactly(new Step.Work(25), new Step.Work(1));
  }

  @Test
  void timeOutsideAnySessionIsRestAndALongOneIsANewDay() {
    work(0, 25);
    work(40, 60);
    work(60 + 6 * 60, 60 + 6 * 60 + 10);
    assertThat(days()).hasSize(2);
    assertThat(days().getFirst().steps())
        .containsExactly(new Step.Work(25), new Step.Rest(15), new Step.Work(20));
    assertThat(days().getLast().steps()).containsExactly(new Step.Work(10));
  }

  @Test
  void midnightEndsNoDay() {
    work(14 * 60, 14 * 60 + 50);
    work(15 * 60 + 10, 16 * 60);
    assertThat(days()).hasSize(1);
  }

  @Test
  void aRatingBelongsToTheSprintsEndHoweverLateItWasTold() {
    work(0, 25);
    span(SpanState.BREAK, null, 25, 35, BOXES);
    Sprint first = sprint(0, 25, null);
    ratings.add(new Rating(id(), at(33), false, first.id(), 4, null));
    assertThat(steps()).containsExactly(new Step.Work(25), new Step.Rated(4), new Step.Rest(10));
    assertThat(days().getFirst().sprints()).isEqualTo(1);
  }

  @Test
  void aRatingBeforeASprintStandsWhereItWasTold() {
    work(0, 25);
    ratings.add(new Rating(id(), at(1), true, id(), 3, null));
    assertThat(steps()).containsExactly(new Step.Work(1), new Step.Rated(3), new Step.Work(24));
    assertThat(days().getFirst().sprints()).isZero();
  }

  @Test
  void theEveningsRatingCountsAsManyMinutesLater() {
    work(0, 25);
    ratings.add(new Rating(id(), at(55), false, null, 5, null));
    assertThat(steps()).containsExactly(new Step.Work(25), new Step.Rest(30), new Step.Rated(5));
  }

  @Test
  void whatWasSaidWithoutANumberStandsWhereItWasSaid() {
    work(0, 60);
    remarks.add(new Course.Remark(at(40), false));
    remarks.add(new Course.Remark(at(60), true));
    assertThat(steps())
        .containsExactly(
            new Step.Work(40), new Step.Said(false, 6), new Step.Work(20), new Step.Said(true, 6));
  }

  @Test
  void aSprintWithoutSpansIsTakenAsWork() {
    sprint(0, 30, 6);
    assertThat(steps()).containsExactly(new Step.Work(30), new Step.Rated(6));
  }

  @Test
  void overlappingSpansAreCountedOnce() {
    work(0, 30);
    work(20, 40);
    assertThat(steps()).containsExactly(new Step.Work(30), new Step.Work(10));
  }

  @Test
  void theMainWorkIsWhatMostOfTheDayWas() {
    work(0, 20);
    span(SpanState.WORK, null, 20, 60, SEARCH);
    assertThat(days().getFirst().mainWork()).isEqualTo(SEARCH.id());
  }

  @Test
  void theRunningDayEndsNowAndRestsSinceItsLastSpan() {
    work(0, 25);
    work(30, 60);
    assertThat(Course.today(spans, at(45)))
        .containsExactly(new Step.Work(25), new Step.Rest(5), new Step.Work(15));
    assertThat(Course.today(spans, at(80)).getLast()).isEqualTo(new Step.Rest(20));
    assertThat(Course.today(spans, at(60 + 6 * 60))).isEmpty();
    assertThat(Course.today(List.of(), at(0))).isEmpty();
  }
}
