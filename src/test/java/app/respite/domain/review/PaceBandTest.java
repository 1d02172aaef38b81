package app.respite.domain.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The usual pace is one's own, on that task, and not told from too little. */
class PaceBandTest {
  private final Diary diary = new Diary(BERLIN);
  private final Task boxes = diary.task("Boxes", "", Pay.NONE);
  private final Instant sunday = diary.at("2026-03-01T09:00");

  /** Sprints of half an hour on Sunday. */
  private void earlier(Task task, int... items) {
    for (int one : items) {
      diary.sprint(task, sunday.plusSeconds(2400L * diary.sprints.size()), 30, null, null, one);
    }
  }

  private void today() {
    diary.sprint(boxes, diary.at("2026-03-02T09:00"), 30, null, null, 500);
  }

  private PaceBand band() {
    return band(MONDAY);
  }

  private PaceBand band(LocalDate day) {
    return diary.review(day, day).tasks().stream()
        .filter(task -> task.id().equals(boxes.id()))
        .findFirst()
        .orElseThrow()
        .usual();
  }

  @Test
  void sevenEarlierSprintsAreNotEnough() {
    earlier(boxes, 10, 20, 30, 40, 50, 60, 70);
    today();
    assertThat(band()).isEqualTo(new PaceBand(null, null, 7));
  }

  @Test
  void eightAreAndTheDayItselfIsNoneOfThem() {
    earlier(boxes, 40, 40, 40, 40, 40, 40, 40, 40);
    today();
    assertThat(band()).isEqualTo(new PaceBand(80.0, 80.0, 8));
  }

  @Test
  void theBandRunsFromTheTenthToTheNinetiethPercentile() {
    earlier(boxes, 10, 20, 30, 40, 50, 60, 70, 80, 90);
    today();
    // Method 8 of nine values: position 1/3 + p (9 + 1/3), so 1.2667 and 8.7333; in items an hour.
    assertThat(band().low()).isCloseTo(20 * (1 + 4 / 15.0), within(1e-9));
    assertThat(band().high()).isCloseTo(20 * (8 + 11 / 15.0), within(1e-9));
  }

  @Test
  void anotherTaskIsNoMeasure() {
    Task voices = diary.task("Voices", "", Pay.NONE);
    earlier(voices, 10, 10, 10, 10, 10, 10, 10, 10);
    earlier(boxes, 40);
    today();
    assertThat(band()).isEqualTo(new PaceBand(null, null, 1));
  }

  @Test
  void sprintsWithoutItemsAndVeryShortOnesSayNothing() {
    earlier(boxes, 40, 40, 40, 40, 40, 40, 40);
    diary.sprint(boxes, diary.at("2026-03-01T18:00"), 30, null, null, null);
    diary.sprint(boxes, diary.at("2026-03-01T19:00"), 4, null, null, 90);
    today();
    assertThat(band()).isEqualTo(new PaceBand(null, null, 7));
  }

  @Test
  void whatIsLongAgoIsNotUsualAnyMore() {
    earlier(boxes, 40, 40, 40, 40, 40, 40, 40, 40);
    LocalDate day = LocalDate.parse("2026-03-01").plusDays(Reviewer.USUAL_DAYS);
    diary.sprint(boxes, diary.at(day + "T09:00"), 30, null, null, 40);
    diary.sprint(boxes, diary.at(day.plusDays(1) + "T09:00"), 30, null, null, 40);
    assertThat(band(day).sprints()).isEqualTo(8);
    assertThat(band(day.plusDays(1)).sprints()).isEqualTo(1);
  }
}
