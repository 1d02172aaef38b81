package app.respite.domain.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static Task task(Integer target, Instant deadline, Duration cap) {
    return new Task(
        new UUID(1, 1), "Boxes", "", "", Pay.NONE, target, deadline, cap, false, false, false);
  }

  private static Pace pace(Task task, int done, Double perHour, Duration worked) {
    return Pace.of(task, done, perHour, Duration.ofMinutes(25), worked, NOW);
  }

  @Test
  void b63ThreeSprintsLeftAtYourPace() {
    Pace pace = pace(task(100, null, null), 40, 52.8, Duration.ZERO);
    assertThat(pace.sprintsLeft()).isEqualTo(3);
    assertThat(pace.sentence()).contains("3 sprints left at your usual 53 an hour");
  }

  @Test
  void aPaceThatFitsExactlyNeedsNoSprintMore() {
    assertThat(pace(task(70, null, null), 10, 48.0, Duration.ZERO).sprintsLeft()).isEqualTo(3);
    assertThat(pace(task(21, null, null), 0, 48.0, Duration.ZERO).sprintsLeft()).isEqualTo(2);
  }

  @Test
  void withoutAPaceOnlyTheItemsAreSaid() {
    Pace pace = pace(task(100, null, null), 99, null, Duration.ZERO);
    assertThat(pace.sprintsLeft()).isNull();
    assertThat(pace.sentence()).contains("1 item left");
  }

  @Test
  void aTargetReachedNeedsNothingMore() {
    Pace pace = pace(task(100, NOW.plusSeconds(3600), null), 120, null, Duration.ZERO);
    assertThat(pace.left()).isZero();
    assertThat(pace.sprintsLeft()).isZero();
    assertThat(pace.noticeDue()).isFalse();
    assertThat(pace.sentence()).contains("target reached");
  }

  @Test
  void b63TheNoticeComesADayAheadAndNotAfterTheDeadline() {
    assertThat(notice(Duration.ofHours(25))).isFalse();
    assertThat(notice(Duration.ofHours(24))).isTrue();
    assertThat(notice(Duration.ofMinutes(1))).isTrue();
    assertThat(notice(Duration.ofMinutes(-1))).isFalse();
  }

  private static boolean notice(Duration until) {
    return pace(task(100, NOW.plus(until), null), 0, 48.0, Duration.ZERO).noticeDue();
  }

  @Test
  void b63TheHoursCapIsWatched() {
    Task capped = task(null, null, Duration.ofHours(10));
    Pace some = pace(capped, 0, null, Duration.ofMinutes(450));
    assertThat(some.capReached()).isFalse();
    assertThat(some.sentence()).contains("2 h 30 min left of this week's hours");
    Pace none = pace(capped, 0, null, Duration.ofHours(11));
    assertThat(none.capReached()).isTrue();
    assertThat(none.sentence()).contains("this week's hours are used up");
  }

  @Test
  void theDeadlineIsSaidWithTheSprints() {
    Pace pace = pace(task(60, NOW.plus(Duration.ofHours(20)), null), 0, 48.0, Duration.ZERO);
    assertThat(pace.sentence())
        .contains("3 sprints left at your usual 48 an hour, 20 h until the deadline");
  }

  @Test
  void aTaskWithoutAimsSaysNothing() {
    assertThat(pace(task(null, null, null), 5, 48.0, Duration.ZERO).sentence()).isEmpty();
  }

  @Test
  void theOwnPaceIsTheMiddleOneAndUnknownSprintsAreLeftOut() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    Integer[] items = {20, null, 30, 90};
    for (int i = 0; i < items.length; i++) {
      diary.sprint(boxes, nine.plusSeconds(1800L * i), 25, null, null, items[i]);
    }
    List<SprintFigures> sprints = diary.review(MONDAY, MONDAY).sprints();
    assertThat(Pace.usual(boxes.id(), sprints)).isCloseTo(72.0, within(1e-9));
    assertThat(Pace.usual(boxes.id(), List.of())).isNull();
  }
}
