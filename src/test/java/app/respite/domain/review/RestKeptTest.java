package app.respite.domain.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestKeptTest {
  private Diary diary;
  private Task task;
  private Instant now;

  @BeforeEach
  void aDiary() {
    diary = new Diary(BERLIN);
    task = diary.task("Boxes", "", Pay.NONE);
  }

  private void on(LocalDate day) {
    now = day.atTime(9, 0).atZone(BERLIN).toInstant();
  }

  private void then(SpanState state, int minutes) {
    then(state, null, minutes);
  }

  private void then(SpanState state, String cause, int minutes) {
    Duration length = Duration.ofMinutes(minutes);
    diary.span(task, null, state, cause, now, length);
    now = now.plus(length);
  }

  private void work(LocalDate day, int minutes) {
    on(day);
    then(SpanState.WORK, minutes);
  }

  private Streaks upTo(LocalDate day) {
    return diary.review(day, day).streaks();
  }

  @Test
  void b53AMorningWithNothingDoneYetBreaksNothing() {
    work(MONDAY, 60);
    work(MONDAY.plusDays(1), 105);
    assertThat(upTo(MONDAY.plusDays(1)).restKeptCurrent()).isEqualTo(2);
    assertThat(upTo(MONDAY.plusDays(2)).restKeptCurrent()).isEqualTo(2);
    assertThat(upTo(MONDAY.plusDays(2)).daysWorked()).isZero();
  }

  @Test
  void b64DaysOffAndDroughtsNeitherCountNorBreak() {
    work(MONDAY, 60);
    work(MONDAY.plusDays(20), 60);
    assertThat(upTo(MONDAY.plusDays(21)).restKeptCurrent()).isEqualTo(2);
  }

  @Test
  void aMinuteOverTheLatestAndItsGraceBreaksTheRow() {
    work(MONDAY, 60);
    work(MONDAY.plusDays(1), 106);
    work(MONDAY.plusDays(2), 60);
    Streaks streaks = upTo(MONDAY.plusDays(2));
    assertThat(streaks.restKeptCurrent()).isEqualTo(1);
    assertThat(streaks.restKeptLongest()).isEqualTo(1);
    assertThat(upTo(MONDAY.plusDays(1)).restKeptCurrent()).isZero();
    assertThat(upTo(MONDAY.plusDays(1)).restKeptLongest()).isEqualTo(1);
  }

  @Test
  void b17ARestByAnyRouteCounts() {
    SpanState[] routes = {SpanState.BREAK, SpanState.NATURAL, SpanState.AWAY};
    on(MONDAY);
    for (SpanState route : routes) {
      then(SpanState.WORK, 100);
      then(route, 5);
    }
    then(SpanState.WORK, 100);
    then(SpanState.PAUSED, "no-input", 5);
    then(SpanState.WORK, 100);
    now = now.plusSeconds(300);
    then(SpanState.WORK, 100);
    assertThat(upTo(MONDAY).restKeptCurrent()).isEqualTo(1);
  }

  @Test
  void whatIsNoRestOrTooShortDoesNotCount() {
    on(MONDAY);
    then(SpanState.WORK, 60);
    then(SpanState.BREAK, 4);
    then(SpanState.WORK, 20);
    then(SpanState.PAUSED, 30);
    then(SpanState.IDLE, 4);
    then(SpanState.READY, 30);
    then(SpanState.WORK, 26);
    assertThat(upTo(MONDAY).restKeptCurrent()).isZero();
  }

  @Test
  void restsThatFollowEachOtherAddUp() {
    on(MONDAY);
    then(SpanState.WORK, 100);
    then(SpanState.BREAK, 3);
    then(SpanState.AWAY, 2);
    then(SpanState.WORK, 100);
    assertThat(upTo(MONDAY).restKeptCurrent()).isEqualTo(1);
  }

  @Test
  void aStretchOverTheBoundaryCountsForTheDayInWhichItBecameTooLong() {
    now = diary.at("2026-03-03T03:00");
    then(SpanState.WORK, 120);
    assertThat(upTo(MONDAY).restKeptCurrent()).isEqualTo(1);
    assertThat(upTo(MONDAY.plusDays(1)).restKeptCurrent()).isZero();
    assertThat(upTo(MONDAY.plusDays(1)).restKeptLongest()).isEqualTo(1);
  }

  @Test
  void aTasksOwnWindowCounts() {
    work(MONDAY, 80);
    Preferences strict =
        Preferences.DEFAULTS.with("Boxes", RestRule.LATEST, Duration.ofMinutes(60));
    Review review = Reviewer.review(diary.records(), strict, MONDAY, MONDAY, BERLIN);
    assertThat(review.streaks().restKeptCurrent()).isZero();
  }
}
