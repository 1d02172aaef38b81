package app.respite.domain.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.review.WatchFigures.State;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private final Diary diary = new Diary(BERLIN);
  private final Task boxes = diary.task("Boxes", "", Pay.NONE);

  private Instant nine(LocalDate day) {
    return diary.at(day + "T09:00");
  }

  /** A workday of six sprints of 50 minutes, of which the last one has the end's tiredness. */
  private void workday(LocalDate day, int fatigue, int perSprint) {
    for (int i = 0; i < 6; i++) {
      diary.sprint(boxes, nine(day).plusSeconds(3600L * i), 50, fatigue, 5, perSprint);
    }
  }

  /** Monday to Friday, a little up and down by turns. */
  private LocalDate workdays(LocalDate first, int number, int fatigue, int perSprint) {
    LocalDate day = first;
    for (int i = 0; i < number; i++) {
      int turn = i % 2 == 0 ? 1 : -1;
      workday(day, fatigue + turn, perSprint + 2 * turn);
      day = day.plusDays(day.getDayOfWeek().getValue() == 5 ? 3 : 1);
    }
    return day;
  }

  private Review on(LocalDate day) {
    return diary.analysed(day, day);
  }

  private String tired(LocalDate day, String now) {
    Review review = diary.review(day, day);
    Instant at = diary.at(now);
    return Analysis.complete(diary.records(), Preferences.DEFAULTS, review, BERLIN, at)
        .fatigue()
        .sentence();
  }

  @Test
  void hoursAfterWorkTirednessIsToldAsItWasThenAndAsItIsForWhoRested() {
    workday(MONDAY, 4, 40);
    LocalDate next = MONDAY.plusDays(1);
    assertThat(tired(MONDAY, MONDAY + "T15:10"))
        .contains(" tired at 15:10, and 6/10")
        .doesNotContain("rested");
    assertThat(tired(MONDAY, MONDAY + "T19:00"))
        .containsPattern(
            "about \\d/10 .*tired at 14:50, and about \\d/10 .*at 19:00 if you rested");
    assertThat(tired(MONDAY, MONDAY + "T22:00")).contains("at 22:00 if you rested since");
    assertThat(tired(next, next + "T08:00")).contains(" tired at 08:00").doesNotContain("rested");
    assertThat(tired(MONDAY, next + "T08:00")).contains(" tired at 14:50").doesNotContain("rested");
  }

  @Test
  void theLoadIsThatOfTheSevenDaysUpToTheRangesEnd() {
    workdays(MONDAY, 25, 4, 40);
    LoadFigures load = on(MONDAY.plusDays(32)).load();
    assertThat(load.week()).isEqualTo(5 * 6 * 50 * 5);
    assertThat(load.ratedShare()).isEqualTo(1);
    assertThat(load.monotony()).isCloseTo(1.5811388300841895, within(1e-9));
    assertThat(load.usualWeek()).isEqualTo(7500);
    assertThat(load.daysOff()).isEqualTo(2);
    assertThat(load.weekHours()).isCloseTo(25, within(1e-9));
    assertThat(load.usualHours()).isCloseTo(25, within(1e-9));
  }

  @Test
  void aRangeAndItsLastDayHaveTheSameLoadAndWatch() {
    workdays(MONDAY, 60, 4, 40);
    LocalDate last = MONDAY.plusDays(81);
    Review range = diary.analysed(MONDAY.plusDays(14), last);
    Review whole = diary.analysed(MONDAY.minusDays(20), last);
    assertThat(range.load()).isEqualTo(on(last).load()).isEqualTo(whole.load());
    assertThat(range.watch()).isEqualTo(on(last).watch()).isEqualTo(whole.watch());
  }

  @Test
  void b52AnEditedSprintCountsAtOnce() {
    workdays(MONDAY, 5, 4, 40);
    LocalDate sunday = MONDAY.plusDays(6);
    assertThat(on(sunday).load().week()).isEqualTo(7500);
    Sprint old = diary.sprints.removeFirst();
    diary.add(old.withFigures(null, 9, null, null, null));
    assertThat(on(sunday).load().week()).isEqualTo(7500 + 4 * 50);
    diary.sprints.removeLast();
    diary.spans.removeIf(span -> old.id().equals(span.sprint()));
    assertThat(on(sunday).load().week()).isEqualTo(7500 - 5 * 50);
    assertThat(on(sunday).load().weekHours()).isCloseTo(25 - 50 / 60.0, within(1e-9));
  }

  @Test
  void b57WorkOutsideSprintsCountsAsNotRated() {
    workday(MONDAY, 4, 40);
    diary.span(boxes, SpanState.WORK, diary.at(MONDAY + "T16:00"), Duration.ofMinutes(300));
    LoadFigures load = on(MONDAY).load();
    assertThat(load.ratedShare()).isEqualTo(.5);
    assertThat(load.week()).isNull();
    assertThat(load.daysOff()).isNull();
  }

  @Test
  void anEmptyJournalHasNoLoadAndAWatchThatLearns() {
    Review review = new Diary(BERLIN).analysed(MONDAY, MONDAY);
    assertThat(review.load()).isNull();
    assertThat(review.watch().state()).isEqualTo(State.LEARNING);
    assertThat(review.watch().validDays()).isZero();
    assertThat(review.watch().card()).isNull();
  }

  @Test
  void aDayBeforeTheJournalHasNoLoad() {
    workday(MONDAY, 4, 40);
    assertThat(on(MONDAY.minusDays(3)).load()).isNull();
  }

  @Test
  void aDayWithoutWorkThatIsOverHasNoTiredness() {
    workday(MONDAY, 4, 40);
    assertThat(on(MONDAY).fatigue()).isNotNull();
    assertThat(on(MONDAY.plusDays(1)).fatigue()).isNull();
    assertThat(diary.analysed(MONDAY, MONDAY.plusDays(1)).fatigue()).isNotNull();
  }

  @Test
  void aDayStillToComeHasNoTiredness() {
    workday(MONDAY, 4, 40);
    LocalDate tomorrow = MONDAY.plusDays(1);
    Instant now = diary.at(MONDAY + "T20:00");
    assertThat(diary.analysed(MONDAY, MONDAY, now).fatigue()).isNotNull();
    assertThat(diary.analysed(tomorrow, tomorrow, now).fatigue()).isNull();
  }

  @Test
  void workThroughTheNightIsToldAsItStoodAtTheDaysEnd() {
    diary.sprint(boxes, diary.at(MONDAY + "T22:00"), 5 * 60, 3, null, null);
    Review before = on(MONDAY);
    diary.sprint(boxes, diary.at(MONDAY.plusDays(1) + "T03:30"), 150, 10, null, null);
    FatigueFigures cut = on(MONDAY).fatigue();
    assertThat(cut.ratings()).isEqualTo(before.fatigue().ratings()).isEqualTo(1);
    assertThat(cut.sentence()).contains("04:00");
    assertThat(on(MONDAY.plusDays(1)).fatigue().ratings()).isEqualTo(2);
  }

  @Test
  void whoIsAtTheThresholdAlreadyIsNotToldOfNoMinutesOfWork() {
    workday(MONDAY, 10, 40);
    assertThat(on(MONDAY).fatigue().sentence())
        .contains("which may be at or above your 6/10 already")
        .doesNotContain("0 minutes");
  }

  @Test
  void theWatchLearnsThenIsQuietThenShowsACard() {
    LocalDate next = workdays(MONDAY, 49, 4, 40);
    WatchFigures learning = on(next.minusDays(1)).watch();
    assertThat(learning.state()).isEqualTo(State.LEARNING);
    assertThat(learning.validDays()).isEqualTo(49);
    assertThat(learning.channels())
        .extracting(WatchFigures.Channel::name)
        .containsExactly("fatigue", "pace", "hours");
    assertThat(learning.channels().getFirst().evidence()).contains("49 of 50");
    next = workdays(next, 11, 4, 40);
    WatchFigures quiet = on(next.minusDays(1)).watch();
    assertThat(quiet.state()).isEqualTo(State.QUIET);
    assertThat(quiet.channels()).allMatch(one -> one.sum() != null && one.limit() == 5);
    next = workdays(next, 6, 8, 30);
    WatchFigures card = on(next.minusDays(1)).watch();
    assertThat(card.state()).isEqualTo(State.CARD);
    assertThat(card.card()).contains("tiredness was higher and your pace was lower");
    assertThat(card.channels())
        .extracting(WatchFigures.Channel::active)
        .containsExactly(true, true, false);
  }

  @Test
  void mutedItSaysNothingAndANewBaselineBeginsToLearnAgain() {
    LocalDate next = workdays(MONDAY, 60, 4, 40);
    next = workdays(next, 6, 8, 30);
    LocalDate last = next.minusDays(1);
    Preferences muted = Preferences.DEFAULTS.with(CoachKeys.STRAIN_WATCH, false);
    WatchFigures off = diary.analysed(last, last, muted).watch();
    assertThat(off.state()).isEqualTo(State.MUTED);
    assertThat(off.card()).isNull();
    Preferences anew = Preferences.DEFAULTS.with(CoachKeys.STRAIN_BASELINE_FROM, Optional.of(last));
    WatchFigures begun = diary.analysed(last, last, anew).watch();
    assertThat(begun.state()).isEqualTo(State.LEARNING);
    assertThat(begun.validDays()).isLessThanOrEqualTo(1);
  }

  @Test
  void aCheckInBringsTheCardWithoutAnyBaseline() {
    workday(MONDAY, 4, 40);
    diary.dayCheckIns.add(new DayCheckIn(diary.id(), MONDAY, nine(MONDAY), 4));
    WatchFigures watch = on(MONDAY).watch();
    assertThat(watch.state()).isEqualTo(State.CARD);
    assertThat(watch.card()).contains("talking to someone you trust");
    assertThat(on(MONDAY.minusDays(1)).watch().card()).isNull();
  }

  @Test
  void moreThan48HoursInSevenDaysIsSaidPlainly() {
    for (int day = 0; day < 7; day++) {
      diary.sprint(boxes, nine(MONDAY.plusDays(day)), 420, null, null, null);
    }
    assertThat(on(MONDAY.plusDays(6)).watch().channels().getLast().evidence())
        .startsWith("The last seven days had 49.0 h of work;");
    assertThat(on(MONDAY.plusDays(5)).watch().channels().getLast().evidence()).startsWith("Hours:");
  }

  /** Sprints of an hour, whose parts of ten minutes bring fewer items each. */
  private void falling(LocalDate day) {
    Sprint sprint = diary.sprint(boxes, nine(day), 60, null, null, null);
    for (int part = 0; part < 6; part++) {
      int items = 12 - part;
      for (int i = 1; i <= items; i++) {
        Instant end = sprint.start().plusSeconds(600L * part + 600L * i / items);
        diary.item(boxes, end, 30, ItemOutcome.ACCEPTED, null);
      }
    }
  }

  @Test
  void thePaceWithinSprintsShowsFromTenSprintsOn() {
    for (int day = 0; day < 9; day++) {
      falling(MONDAY.plusDays(day));
    }
    assertThat(on(MONDAY.plusDays(8)).tasks().getFirst().withinSprints()).isNull();
    falling(MONDAY.plusDays(9));
    WithinSprints within = on(MONDAY.plusDays(9)).tasks().getFirst().withinSprints();
    assertThat(within.sprints()).isEqualTo(10);
    assertThat(within.s()).isEqualTo(-150);
    assertThat(within.variance()).isCloseTo(10 * 6 * 5 * 17 / 18.0, within(1e-9));
    assertThat(within.z()).isCloseTo(-149 / Math.sqrt(10 * 6 * 5 * 17 / 18.0), within(1e-9));
    assertThat(within.p()).isLessThan(1e-15);
    assertThat(within.changePerHour()).isBetween(-.5, -.4);
  }

  @Test
  void sprintsThatAreShortOrHaveTooFewItemsSayNothingOfThePaceWithin() {
    for (int day = 0; day < 12; day++) {
      Sprint sprint = diary.sprint(boxes, nine(MONDAY.plusDays(day)), 49, null, null, null);
      for (int i = 1; i <= 49; i++) {
        diary.item(boxes, sprint.start().plusSeconds(60L * i), 30, ItemOutcome.ACCEPTED, null);
      }
      Sprint sparse =
          diary.sprint(boxes, nine(MONDAY.plusDays(day)).plusSeconds(7200), 60, null, null, null);
      for (int i = 1; i <= 29; i++) {
        diary.item(boxes, sparse.start().plusSeconds(120L * i), 30, ItemOutcome.ACCEPTED, null);
      }
    }
    assertThat(on(MONDAY.plusDays(11)).tasks().getFirst().withinSprints()).isNull();
  }
}
