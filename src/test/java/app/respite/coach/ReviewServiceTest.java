package app.respite.coach;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.review.ReviewCards;
import app.respite.domain.day.OpenWork;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewServiceTest {
  private static Review review(Records records, LocalDate from, LocalDate to) {
    return ReviewService.review(new ListReader(records), Preferences.DEFAULTS, from, to, BERLIN);
  }

  private static Review whole(Diary diary, LocalDate from, LocalDate to) {
    return ReviewCards.complete(diary.records(), Preferences.DEFAULTS, diary.analysed(from, to));
  }

  @Test
  void whatIsReadFromTheJournalGivesTheSameAsAllRecords() {
    Diary diary = Diary.monday();
    assertThat(review(diary.records(), MONDAY, MONDAY)).isEqualTo(whole(diary, MONDAY, MONDAY));
    LocalDate week = MONDAY.plusDays(6);
    assertThat(review(diary.records(), MONDAY, week)).isEqualTo(whole(diary, MONDAY, week));
  }

  @Test
  void theStreakLooksBackBeyondTheRange() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    for (int day = 0; day < 30; day++) {
      diary.sprint(task, diary.at(MONDAY.plusDays(day) + "T09:00"), 25, null, null, null);
    }
    LocalDate last = MONDAY.plusDays(29);
    Review review = review(diary.records(), last, last);
    assertThat(review.streaks().restKeptCurrent()).isEqualTo(30);
    assertThat(review.streaks().daysWorked()).isEqualTo(1);
    assertThat(review.sprints()).hasSize(1);
  }

  @Test
  void theJournalsZonesCountAndNotTheMachines() {
    Diary diary = Diary.monday();
    diary.zone(diary.at("2026-03-01T09:00"), "Europe/Berlin");
    Review review =
        ReviewService.review(
            new ListReader(diary.records()),
            Preferences.DEFAULTS,
            MONDAY,
            MONDAY,
            ZoneId.of("Pacific/Apia"));
    assertThat(review).isEqualTo(whole(diary, MONDAY, MONDAY));
    assertThat(review.zone()).isEqualTo(BERLIN);
  }

  @Test
  void aRatingGivenTheNextMorningBelongsToItsSprint() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    var late = diary.sprint(task, diary.at("2026-03-03T03:30"), 25, null, null, null);
    diary.rating(diary.at("2026-03-03T09:00"), false, late, 7, 4);
    Review review = review(diary.records(), MONDAY, MONDAY.plusDays(1));
    assertThat(review.days()).extracting(DayFigures::ratedSprints).containsExactly(1, 0);
    assertThat(review.days()).extracting(DayFigures::endFatigue).containsExactly(7, null);
  }

  @Test
  void aDayAloneTakesTheRunningSessionAlong() {
    Diary diary = Diary.monday();
    Task boxes = diary.tasks.getFirst();
    Span open =
        new Span(
            new UUID(5, 5),
            new UUID(7, 7),
            null,
            boxes.id(),
            SpanState.WORK,
            null,
            diary.at("2026-03-02T12:00"),
            diary.at("2026-03-02T12:10"),
            null);
    DayFigures day =
        ReviewService.day(
            new ListReader(diary.records()),
            Preferences.DEFAULTS,
            MONDAY,
            BERLIN,
            new OpenWork(List.of(open), null));
    assertThat(day.workSeconds()).isEqualTo(Duration.ofMinutes(75).toSeconds());
    assertThat(day.sprints()).isEqualTo(3);
  }

  @Test
  void oneLookUpAKindIsEnough() {
    ListReader reader = new ListReader(Diary.monday().records());
    ReviewService.review(reader, Preferences.DEFAULTS, MONDAY, MONDAY.plusDays(6), BERLIN);
    assertThat(reader.lookups).isEqualTo(13);
  }
}
