package app.respite.coach.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.ReviewJson;
import app.respite.coach.review.Part.HoursDeeds;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.Table;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Review;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursCardTest {
  private final Diary diary = new Diary(BERLIN);
  private final Task chat = diary.task("Chat", "Outlier", Diary.perHour("20", "USD"));

  private Review review(LocalDate day) {
    Review review = Reviewer.review(diary.records(), Preferences.DEFAULTS, day, day, BERLIN);
    return ReviewCards.complete(diary.records(), Preferences.DEFAULTS, review);
  }

  private static <P extends Part> P part(Review review, Class<P> kind) {
    return new HoursCard()
        .page(review).orElseThrow().parts().stream()
            .filter(kind::isInstance)
            .map(kind::cast)
            .findFirst()
            .orElseThrow();
  }

  private void work(LocalDate day, int minutes) {
    diary.sprint(chat, diary.at(day + "T09:00"), minutes, null, null, null);
  }

  private void within(Duration limit) {
    diary.platforms.add(
        new Platform(Platform.idOf("Outlier"), "Outlier", null, null, null, limit, null));
  }

  @Test
  void theDayStandsThereWithWhatCanStillBeReported() {
    within(Duration.ofDays(3));
    work(MONDAY, 60);
    work(MONDAY.plusDays(1), 61);
    work(MONDAY.plusDays(2), 62);
    work(MONDAY.plusDays(4), 63);
    diary.reports.add(
        new Report(
            diary.id(), chat.id(), MONDAY.plusDays(2), 62 * 60, diary.at("2026-03-04T18:00")));
    Review friday = review(MONDAY.plusDays(4));

    assertThat(part(friday, Table.class).rows())
        .containsExactly(
            List.of("Tue 3 Mar", "1:01", "09:00-10:01; by 6 Mar; Chat, Outlier"),
            List.of("Fri 6 Mar", "1:03", "09:00-10:03; by 9 Mar; Chat, Outlier"));
    assertThat(part(friday, Said.class).sentences())
        .containsExactly("Outlier: 2 h 4 min of 2 days to report, the first by Fri 6 Mar.");
    assertThat(part(friday, HoursDeeds.class).hours().toReport()).hasSize(2);
  }

  @Test
  void aReportedDayThatWasEditedSinceSaysSo() {
    work(MONDAY, 60);
    diary.reports.add(
        new Report(diary.id(), chat.id(), MONDAY, 45 * 60, diary.at("2026-03-02T18:00")));

    assertThat(part(review(MONDAY), Said.class).sentences())
        .containsExactly("Chat on Mon 2 Mar was reported with 0:45 and has 1:00 now.");
  }

  @Test
  void theReviewHasTheRowsAsTimesheetHasThem() {
    work(MONDAY, 60);
    Object hours = ReviewJson.of(review(MONDAY)).get("hoursToReport");
    assertThat(hours).isInstanceOf(Map.class);
    assertThat(String.valueOf(hours))
        .contains("round=PT1M", "day=2026-03-02", "task=Chat", "workSeconds=3600")
        .contains("start=2026-03-02T09:00:00+01:00", "rounded=3600", "reported=null");
  }

  @Test
  void whereNothingIsPaidByTheHourThereIsNoCard() {
    Diary items = new Diary(BERLIN);
    Task boxes = items.task("Boxes", "Appen", Diary.perItem("0.1", "USD"));
    items.sprint(boxes, items.at("2026-03-02T09:00"), 50, null, null, 10);
    Review review =
        ReviewCards.complete(
            items.records(),
            Preferences.DEFAULTS,
            Reviewer.review(items.records(), Preferences.DEFAULTS, MONDAY, MONDAY, BERLIN));

    assertThat(new HoursCard().page(review)).isEmpty();
    assertThat(ReviewJson.of(review)).containsEntry("hoursToReport", null);
  }
}
