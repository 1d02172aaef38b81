package app.respite.domain.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.money.Earnings;
import app.respite.domain.money.PayFigures;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewerTest {
  private static Map<String, BigDecimal> usd(String amount) {
    return Map.of("USD", new BigDecimal(amount));
  }

  private static TaskFigures task(Review review, String name) {
    return review.tasks().stream().filter(one -> one.task().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aDayIsTheSumOfItsRecords() {
    DayFigures day = Diary.monday().day(MONDAY);
    assertThat(day)
        .isEqualTo(
            new DayFigures(
                MONDAY,
                65 * 60,
                5 * 60,
                12 * 60,
                0,
                0,
                3 * 60,
                30 * 60,
                2,
                1,
                1,
                0,
                1,
                1,
                30 + 24,
                2,
                5 * 25.0 + 2 * 10.0,
                2,
                3,
                4,
                0,
                day.earned()));
    assertThat(day.earned().amounts()).isEqualTo(usd("2.4"));
  }

  @Test
  void b59ATaskShowsPaceOutcomesAndPayPerWorkAndPerPresentHour() {
    TaskFigures boxes = task(Diary.monday().review(MONDAY, MONDAY), "Boxes");
    assertThat(boxes.workSeconds()).isEqualTo(55 * 60);
    assertThat(boxes.presentSeconds()).isEqualTo(75 * 60);
    assertThat(boxes.itemsPerHour()).isEqualTo(3600.0 * 54 / 3000);
    assertThat(boxes.medianSecondsPerItem()).isEqualTo(61.5);
    assertThat(boxes.rejectedRate()).isEqualTo(2 / 50.0);
    assertThat(boxes.typedItems()).isEqualTo(50);
    assertThat(boxes.accepted()).isEqualTo(18 + 30);
    assertThat(boxes.undecided()).isEqualTo(4);
    assertThat(boxes.pay().earned().amounts()).isEqualTo(usd("2.4"));
    assertThat(boxes.pay().pending().amounts()).isEqualTo(usd("0.2"));
    // 25 min of the one sprint are decided, and of the other 20 of 24 items: 11 of 12 minutes.
    assertThat(boxes.pay().perWorkHour().amounts().get("USD"))
        .isEqualByComparingTo(rate("2.4", 55 * 60L * 11 / 12.0));
    assertThat(boxes.pay().perPresentHour().amounts().get("USD"))
        .isEqualByComparingTo(rate("2.4", 75 * 60L * 11 / 12.0));
    assertThat(boxes.pay().leastPerPresentHour().amounts()).isEqualTo(usd("1.92"));
    assertThat(boxes.pay().mostPerPresentHour().amounts()).isEqualTo(usd("2.08"));
    assertThat(boxes.pay().setAside().amounts()).isEqualTo(usd("0.6"));
    assertThat(boxes.trend()).isNull();
  }

  private static BigDecimal rate(String amount, double seconds) {
    return new BigDecimal(amount)
        .multiply(BigDecimal.valueOf(3600))
        .divide(BigDecimal.valueOf(seconds), 8, RoundingMode.HALF_EVEN);
  }

  @Test
  void aPlatformAddsUpItsTasksUnpaidOnesToo() {
    Review review = Diary.monday().review(MONDAY, MONDAY);
    assertThat(review.platforms()).hasSize(1);
    PlatformFigures platform = review.platforms().getFirst();
    assertThat(platform.workSeconds()).isEqualTo(65 * 60);
    assertThat(platform.pay().earned().amounts()).isEqualTo(usd("2.4"));
    assertThat(platform.pay().perWorkHour().amounts().get("USD"))
        .isEqualByComparingTo(rate("2.4", 55 * 60L * 11 / 12.0 + 10 * 60));
  }

  @Test
  void b80ARaiseFromADayOnChangesNoReviewBeforeIt() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "Site", Diary.perItem("0.10", "USD"));
    diary.sprint(task, diary.at("2026-03-02T09:00"), 25, null, null, 40);
    diary.sprint(task, diary.at("2026-03-03T09:00"), 25, null, null, 40);
    Review before = diary.review(MONDAY, MONDAY);
    diary.rates.add(Rate.of(task.id(), MONDAY.plusDays(1), Diary.perItem("0.15", "USD")));
    assertThat(diary.review(MONDAY, MONDAY)).isEqualTo(before);
    assertThat(diary.day(MONDAY.plusDays(1)).earned().amounts()).isEqualTo(usd("6"));
    assertThat(task(diary.review(MONDAY, MONDAY.plusDays(1)), "Boxes").pay().earned().amounts())
        .isEqualTo(usd("10"));
  }

  /** Working days may go on past midnight, and past the beginning of a logical day. */
  @Test
  void aSprintIsPaidAsOnTheDayItEndsIn() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Calls", "Site", Diary.perHour("12", "USD"));
    diary.sprint(task, diary.at("2026-03-03T03:30"), 60, null, null, null);
    diary.rates.add(Rate.of(task.id(), MONDAY.plusDays(1), Diary.perHour("24", "USD")));
    assertThat(task(diary.review(MONDAY, MONDAY.plusDays(1)), "Calls").pay().earned().amounts())
        .isEqualTo(usd("24"));
  }

  @Test
  void whatIsUndecidedIsLeftOutAboveAndBelowTheLine() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "Site", Diary.perItem("0.10", "USD"));
    diary.sprint(task, diary.at("2026-03-02T09:00"), 30, null, null, 40);
    diary.sprint(task, diary.at("2026-03-02T10:00"), 30, null, null, 20);
    diary.sprint(task, diary.at("2026-03-02T11:00"), 30, null, null, null);
    Preferences waiting =
        Preferences.DEFAULTS.with(CoachKeys.ITEMS_TYPED, CoachKeys.Typed.UNDECIDED);
    PayFigures none = pay(diary, waiting);
    assertThat(none.earned().isEmpty()).isTrue();
    assertThat(none.perWorkHour().isEmpty()).isTrue();
    assertThat(none.pending().amounts()).isEqualTo(usd("6"));
    assertThat(none.leastPerPresentHour().amounts()).isEqualTo(usd("0"));
    assertThat(none.mostPerPresentHour().amounts()).isEqualTo(usd("4"));
    // The sprint of which nothing was told counts on neither side.
    assertThat(pay(diary, Preferences.DEFAULTS).perWorkHour().amounts()).isEqualTo(usd("6"));
  }

  private static PayFigures pay(Diary diary, Preferences preferences) {
    return task(Reviewer.review(diary.records(), preferences, MONDAY, MONDAY, BERLIN), "Boxes")
        .pay();
  }

  @Test
  void unpaidBreaksShowInThePayPerPresentHour() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Review", "Site", Diary.perHour("14", "USD"));
    Instant nine = diary.at("2026-03-02T09:00");
    diary.span(task, SpanState.WORK, nine, Duration.ofMinutes(450));
    diary.rest(BreakKind.LONG, Route.MANUAL, true, nine.plusSeconds(450 * 60), 30);
    TaskFigures figures = task(diary.review(MONDAY, MONDAY), "Review");
    assertThat(figures.pay().earned().amounts()).isEqualTo(usd("105"));
    assertThat(figures.pay().perWorkHour().amounts()).isEqualTo(usd("14"));
    assertThat(figures.pay().perPresentHour().amounts()).isEqualTo(usd("13.125"));
    assertThat(figures.pay().setAside().amounts()).isEqualTo(usd("26.25"));
  }

  @Test
  void aBreakLoggedByHandBelongsToTheWorkBeforeItThatDay() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Review", "Site", Diary.perHour("12", "USD"));
    Instant nine = diary.at("2026-03-02T09:00");
    diary.sprint(task, nine, 60, null, null, null);
    for (Instant start : List.of(nine.plusSeconds(3600), nine.plusSeconds(86_400))) {
      diary.spans.add(
          new Span(
              new UUID(5, start.getEpochSecond()),
              new UUID(6, start.getEpochSecond()),
              null,
              null,
              SpanState.BREAK,
              null,
              start,
              start.plusSeconds(1200),
              null));
    }
    TaskFigures figures = task(diary.review(MONDAY, MONDAY.plusDays(1)), "Review");
    assertThat(figures.presentSeconds()).isEqualTo(80 * 60);
    assertThat(figures.pay().perPresentHour().amounts()).isEqualTo(usd("9"));
  }

  @Test
  void moneyOfTwoCurrenciesIsNeverAdded() {
    Diary diary = new Diary(BERLIN);
    Task hours = diary.task("Hours", "Site", Diary.perHour("12.50", "EUR"));
    Task items = diary.task("Items", "Site", Diary.perItem("0.10", "USD"));
    Instant nine = diary.at("2026-03-02T09:00");
    diary.span(hours, SpanState.WORK, nine, Duration.ofMinutes(30));
    diary.item(items, nine, 30, ItemOutcome.ACCEPTED, null);
    DayFigures day = diary.day(MONDAY);
    assertThat(day.earned().amounts())
        .isEqualTo(Map.of("EUR", new BigDecimal("6.25"), "USD", new BigDecimal("0.1")));
  }

  @Test
  void anItemsOwnRewardWinsOverTheTasksRateAndOnlyOnceAccepted() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("HITs", "", Diary.perItem("0.10", "USD"));
    Task bare = diary.task("Bare", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    Money reward = new Money(new BigDecimal("0.27"), "USD");
    diary.item(task, nine, 30, ItemOutcome.ACCEPTED, reward);
    diary.item(task, nine, 30, ItemOutcome.ACCEPTED, null);
    diary.item(task, nine, 30, ItemOutcome.REJECTED, reward);
    diary.item(task, nine, 30, ItemOutcome.PENDING, reward);
    diary.item(bare, nine, 30, ItemOutcome.ACCEPTED, reward);
    Review review = diary.review(MONDAY, MONDAY);
    assertThat(task(review, "HITs").pay().earned().amounts()).isEqualTo(usd("0.37"));
    assertThat(task(review, "HITs").pay().pending().amounts()).isEqualTo(usd("0.27"));
    assertThat(task(review, "Bare").pay().earned().amounts()).isEqualTo(usd("0.27"));
    assertThat(review.platforms()).isEmpty();
  }

  @Test
  void namingTheRejectedOnesDecidesTypedItems() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Diary.perItem("0.10", "USD"));
    Instant nine = diary.at("2026-03-02T09:00");
    Sprint plain = diary.sprint(task, nine, 25, null, null, 20);
    diary.sprints.set(0, rejected(plain, 2));
    TaskFigures figures = task(diary.review(MONDAY, MONDAY), "Boxes");
    assertThat(figures.items()).isEqualTo(20);
    assertThat(figures.rejectedRate()).isEqualTo(0.1);
    assertThat(figures.pay().earned().amounts()).isEqualTo(usd("1.8"));
    assertThat(figures.pay().pending().isEmpty()).isTrue();
    assertThat(figures.itemsPerHour()).isEqualTo(48);
  }

  private static Sprint rejected(Sprint one, int rejected) {
    return new Sprint(
        one.id(),
        one.task(),
        one.start(),
        one.end(),
        one.activeSeconds(),
        one.planned(),
        one.outcome(),
        one.fatigue(),
        one.effort(),
        one.items(),
        rejected,
        one.note());
  }

  @Test
  void aDayWithOnlyImportedItemsHasAPaceButNoPayPerHour() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "Site", Diary.perItem("0.10", "USD"));
    Instant nine = diary.at("2026-03-02T09:00");
    for (int i = 1; i <= 10; i++) {
      diary.item(task, nine.plusSeconds(60L * i), 40, ItemOutcome.ACCEPTED, null);
    }
    diary.item(task, nine.plusSeconds(700), 100, ItemOutcome.SKIPPED, null);
    diary.item(task, nine.plusSeconds(800), null, ItemOutcome.UNKNOWN, null);
    Review review = diary.review(MONDAY, MONDAY);
    TaskFigures figures = task(review, "Boxes");
    assertThat(review.days().getFirst().items()).isEqualTo(11);
    assertThat(figures.skipped()).isEqualTo(1);
    assertThat(figures.itemsPerHour()).isEqualTo(72);
    assertThat(figures.medianSecondsPerItem()).isEqualTo(40);
    assertThat(figures.pay().earned().amounts()).isEqualTo(usd("1"));
    assertThat(figures.pay().perWorkHour().isEmpty()).isTrue();
    assertThat(figures.pay().perPresentHour().isEmpty()).isTrue();
    assertThat(review.streaks()).isEqualTo(new Streaks(0, 0, 0, 0));
  }

  @Test
  void whatIsNotKnownIsNullAndNever0() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    diary.sprint(task, diary.at("2026-03-02T09:00"), 25, null, null, null);
    Review review = diary.review(MONDAY, MONDAY);
    DayFigures day = review.days().getFirst();
    assertThat(day.load()).isNull();
    assertThat(day.endFatigue()).isNull();
    assertThat(day.ratedSprints()).isZero();
    assertThat(day.sprints()).isEqualTo(1);
    TaskFigures figures = review.tasks().getFirst();
    assertThat(figures.itemsPerHour()).isNull();
    assertThat(figures.medianSecondsPerItem()).isNull();
    assertThat(figures.rejectedRate()).isNull();
    assertThat(figures.typedItems()).isNull();
    assertThat(figures.pay().earned().isEmpty()).isTrue();
  }

  @Test
  void b57ARatingIsTakenFromItsOwnRecordAndTheLastOneOfTheDayStands() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    Sprint one = diary.sprint(task, nine, 25, null, null, null);
    diary.sprint(task, nine.plusSeconds(1800), 25, null, null, null);
    diary.rating(nine.plusSeconds(1600), false, one, 5, 6);
    diary.rating(nine.plusSeconds(1790), true, null, 4, null);
    DayFigures day = diary.day(MONDAY);
    assertThat(day.ratedSprints()).isEqualTo(1);
    assertThat(day.load()).isEqualTo(150);
    assertThat(day.endFatigue()).isEqualTo(4);
  }

  @Test
  void b44ASpanOverTheBoundaryIsSplitAndTheSprintBelongsToTheDayOfItsEnd() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Diary.perHour("12", "USD"));
    diary.sprint(task, diary.at("2026-03-03T03:50"), 25, null, null, 5);
    Review review = diary.review(MONDAY, MONDAY.plusDays(1));
    assertThat(review.days()).extracting(DayFigures::workSeconds).containsExactly(600L, 900L);
    assertThat(review.days()).extracting(DayFigures::sprints).containsExactly(0, 1);
    assertThat(review.days()).extracting(DayFigures::items).containsExactly(0, 5);
    assertThat(review.tasks().getFirst().pay().earned().amounts()).isEqualTo(usd("5"));
  }

  @Test
  void aSprintThatEndsAtTheStrokeBelongsToTheDayItWasWorkedIn() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    diary.sprint(task, diary.at("2026-03-03T03:35"), 25, null, null, null);
    assertThat(diary.day(MONDAY).sprintsCompleted()).isEqualTo(1);
    assertThat(diary.day(MONDAY.plusDays(1)).sprints()).isZero();
  }

  @Test
  void partsOfSecondsAreCarriedOverSoThatDaysAddUp() {
    Diary diary = new Diary(BERLIN);
    Task one = diary.task("One", "", Pay.NONE);
    Task two = diary.task("Two", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    for (int day = 0; day < 10; day++) {
      Instant start = nine.plus(Duration.ofDays(day));
      diary.span(day % 2 == 0 ? one : two, SpanState.WORK, start, Duration.ofMillis(1700));
    }
    Review review = diary.review(MONDAY, MONDAY.plusDays(9));
    assertThat(review.days().stream().mapToLong(DayFigures::workSeconds).sum()).isEqualTo(17);
    assertThat(review.tasks().stream().mapToLong(TaskFigures::workSeconds).sum()).isEqualTo(17);
  }

  @Test
  void aSprintWithoutSpansIsOneStretchOfWork() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    diary.add(
        new Sprint(
            diary.id(),
            task.id(),
            nine,
            nine.plusSeconds(1500),
            1400,
            null,
            SprintOutcome.COMPLETED,
            null,
            4,
            10,
            null,
            null));
    Review review = diary.review(MONDAY, MONDAY);
    assertThat(review.days().getFirst().workSeconds()).isEqualTo(1400);
    assertThat(review.days().getFirst().load()).isCloseTo(4 * 1400 / 60.0, within(1e-9));
    assertThat(review.tasks().getFirst().itemsPerHour()).isCloseTo(36000 / 1400.0, within(1e-9));
  }

  @Test
  void aTaskSwitchedInsideASprintGetsItsOwnWorkAndItems() {
    Diary diary = new Diary(BERLIN);
    Task one = diary.task("One", "", Pay.NONE);
    Task two = diary.task("Two", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    UUID id = diary.id();
    diary.span(one, id, SpanState.WORK, null, nine, Duration.ofMinutes(10));
    diary.span(two, id, SpanState.WORK, null, nine.plusSeconds(600), Duration.ofMinutes(15));
    diary.add(
        new Sprint(
            id,
            two.id(),
            nine,
            nine.plusSeconds(1500),
            1500,
            null,
            SprintOutcome.COMPLETED,
            null,
            null,
            12,
            null,
            null));
    diary.item(one, nine.plusSeconds(300), 100, ItemOutcome.PENDING, null);
    diary.item(one, nine.plusSeconds(500), 100, ItemOutcome.PENDING, null);
    Review review = diary.review(MONDAY, MONDAY);
    assertThat(task(review, "One").itemsPerHour()).isEqualTo(12);
    assertThat(task(review, "Two").itemsPerHour()).isEqualTo(48);
    assertThat(review.sprints().getFirst().items()).isEqualTo(14);
    assertThat(review.days().getFirst().items()).isEqualTo(14);
  }

  @Test
  void fiveSprintsWithItemsGiveATrend() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    int[] items = {50, 48, 45, 44, 40};
    for (int i = 0; i < items.length; i++) {
      diary.sprint(task, nine.plusSeconds(1800L * i), 25, null, null, items[i]);
    }
    Trend trend = diary.review(MONDAY, MONDAY).tasks().getFirst().trend();
    assertThat(trend).isNotNull();
    assertThat(trend.n()).isEqualTo(5);
    assertThat(trend.s()).isEqualTo(-10);
    assertThat(trend.p()).isCloseTo(2 / 120.0, within(1e-12));
    assertThat(trend.slopePerHour()).isCloseTo(-12, within(1e-9));
    diary.sprints.removeLast();
    assertThat(diary.review(MONDAY, MONDAY).tasks().getFirst().trend()).isNull();
  }

  @Test
  void anEmptyRangeHasItsDaysAndNothingElse() {
    Review review =
        Reviewer.review(Records.NONE, Preferences.DEFAULTS, MONDAY, MONDAY.plusDays(6), BERLIN);
    assertThat(review.days()).hasSize(7).allMatch(DayFigures::isEmpty);
    assertThat(review.tasks()).isEmpty();
    assertThat(review.platforms()).isEmpty();
    assertThat(review.zone()).isEqualTo(BERLIN);
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsRefused() {
    LocalDate sunday = MONDAY.minusDays(1);
    assertThatThrownBy(
            () -> Reviewer.review(Records.NONE, Preferences.DEFAULTS, MONDAY, sunday, BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void b52AnEditedOrDeletedRecordChangesAllTotalsAlike() {
    Diary diary = Diary.monday();
    diary.spans.removeFirst();
    diary.sprints.removeFirst();
    diary.items.removeIf(item -> item.outcome() == ItemOutcome.PENDING);
    diary.breaks.removeIf(one -> one.type() != BreakKind.NATURAL);
    Review review = diary.review(MONDAY, MONDAY);
    DayFigures day = review.days().getFirst();
    assertThat(day.workSeconds()).isEqualTo(40 * 60);
    assertThat(day.breaksTaken()).isZero();
    assertThat(day.sprints()).isEqualTo(2);
    assertThat(day.items()).isEqualTo(20);
    assertThat(review.tasks().stream().mapToInt(TaskFigures::items).sum()).isEqualTo(20);
  }

  @Test
  void payOfAnHourIsTheRateAgainWhateverTheLengthOfTheWork() {
    for (int seconds = 40; seconds < 40_000; seconds += 7) {
      Duration work = Duration.ofSeconds(seconds);
      Earnings earned = Earnings.of(new Money(new BigDecimal("10"), "USD"), work);
      assertThat(earned.perHour(work).amounts()).as("%d s", seconds).isEqualTo(usd("10"));
    }
  }
}
