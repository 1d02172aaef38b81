package app.respite.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.Earnings;
import app.respite.domain.money.PayLine;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any journal, in any zone; the seed is in each failure's message. */
class ReviewPropertiesTest {
  private static final int RUNS = 300;

  /** Zones with the days on which their clocks did something odd. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-27",
    "Europe/Berlin, 2026-10-23",
    "America/Los_Angeles, 2026-03-07",
    "America/Los_Angeles, 2026-10-31",
    "Pacific/Apia, 2011-12-28",
    "Asia/Kolkata, 2026-03-02",
    "Australia/Lord_Howe, 2026-04-04",
    "America/Sao_Paulo, 2018-11-03"
  })
  void b44AllTimeIsInSomeDayAndTotalsAgree(ZoneId zone, LocalDate first) {
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(run);
      Diary diary = random(zone, first, random);
      LocalDate from = first.minusDays(2);
      LocalDate to = first.plusDays(12);
      Review review = diary.review(from, to);
      agrees(diary, review, "seed " + run);

      int edits = 1 + random.nextInt(3);
      for (int i = 0; i < edits && !diary.spans.isEmpty(); i++) {
        edit(diary, random);
      }
      agrees(diary, diary.review(from, to), "edited, seed " + run);
    }
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin, 2026-03-27", "Pacific/Apia, 2011-12-28"})
  void b45DaysAreReviewedAloneAsTheyAreInARange(ZoneId zone, LocalDate first) {
    for (int run = 0; run < 50; run++) {
      Diary diary = random(zone, first, new Random(run));
      for (DayFigures day : diary.review(first, first.plusDays(10)).days()) {
        DayFigures alone = diary.day(day.day());
        assertThat(alone.workSeconds())
            .as("seed " + run)
            .isBetween(day.workSeconds() - 1, day.workSeconds() + 1);
        assertThat(alone.items()).isEqualTo(day.items());
        assertThat(alone.sprints()).isEqualTo(day.sprints());
        assertThat(alone.earned()).isEqualTo(day.earned());
        assertThat(alone.endFatigue()).isEqualTo(day.endFatigue());
      }
    }
  }

  private static void edit(Diary diary, Random random) {
    int index = random.nextInt(diary.spans.size());
    Span span = diary.spans.get(index);
    switch (random.nextInt(3)) {
      case 0 -> {
        diary.spans.remove(index);
        diary.sprints.removeIf(sprint -> sprint.id().equals(span.sprint()));
      }
      case 1 -> {
        Instant end = span.start().plus(span.length().dividedBy(2));
        diary.spans.set(index, span.withTimes(span.start(), end));
      }
      default -> {
        if (!diary.items.isEmpty()) {
          diary.items.remove(random.nextInt(diary.items.size()));
        }
      }
    }
  }

  private static void agrees(Diary diary, Review review, String seed) {
    for (SpanState state : SpanState.values()) {
      Duration whole =
          diary.spans.stream()
              .filter(span -> span.state() == state)
              .map(Span::length)
              .reduce(Duration.ZERO, Duration::plus);
      assertThat(review.days().stream().mapToLong(seconds(state)).sum())
          .as(seed + " " + state)
          .isEqualTo(whole.toSeconds());
    }
    assertThat(review.timeline().stream().map(one -> one.interval().length()))
        .as(seed)
        .noneMatch(length -> length.isNegative() || length.isZero());
    assertThat(review.timeline()).as(seed).allMatch(one -> inItsDay(diary, one));
    assertThat(review.days()).as(seed).allMatch(day -> fits(diary, day));
    assertThat(review.tasks().stream().mapToLong(TaskFigures::workSeconds).sum())
        .as(seed)
        .isEqualTo(review.days().stream().mapToLong(DayFigures::workSeconds).sum());
    assertThat(review.tasks().stream().mapToInt(TaskFigures::items).sum())
        .as(seed)
        .isEqualTo(review.days().stream().mapToInt(DayFigures::items).sum());
    assertThat(review.tasks().stream().mapToInt(TaskFigures::rejected).sum())
        .as(seed)
        .isEqualTo(review.days().stream().mapToInt(DayFigures::rejected).sum());
    assertThat(review.days().stream().mapToInt(DayFigures::sprints).sum())
        .as(seed)
        .isEqualTo(diary.sprints.size());
    Map<String, BigDecimal> byDay = total(review.days().stream().map(DayFigures::earned).toList());
    assertThat(total(review.tasks().stream().map(one -> one.pay().earned()).toList()))
        .as(seed)
        .isEqualTo(byDay);
    assertThat(total(review.platforms().stream().map(one -> one.pay().earned()).toList()))
        .as(seed)
        .isEqualTo(byDay);
    linesAddUp(diary, review, seed);
    assertThat(review.streaks().restKeptCurrent())
        .as(seed)
        .isLessThanOrEqualTo(review.streaks().restKeptLongest());
  }

  /** What is told of an amount's sprints is all of it, to the last decimal, day by day. */
  private static void linesAddUp(Diary diary, Review review, String seed) {
    List<PayLine> lines =
        Ledger.lines(diary.records(), Preferences.DEFAULTS, review.from(), review.to(), diary.zone);
    List<DayEarnings> ledger =
        Ledger.of(diary.records(), Preferences.DEFAULTS, review.from(), review.to(), diary.zone);
    for (DayFigures day : review.days()) {
      List<PayLine> own = lines.stream().filter(one -> one.day().equals(day.day())).toList();
      assertThat(present(total(own.stream().map(PayLine::earned).toList())))
          .as(seed)
          .isEqualTo(present(total(List.of(day.earned()))));
      assertThat(own.stream().mapToInt(PayLine::items).sum()).as(seed).isEqualTo(day.items());
      assertThat(own.stream().mapToInt(PayLine::rejected).sum()).as(seed).isEqualTo(day.rejected());
    }
    for (UUID task : diary.tasks.stream().map(Task::id).toList()) {
      assertThat(
              lines.stream()
                  .filter(one -> one.task().equals(task))
                  .map(PayLine::work)
                  .reduce(Duration.ZERO, Duration::plus))
          .as(seed)
          .isEqualTo(
              ledger.stream()
                  .filter(one -> one.task().equals(task))
                  .map(DayEarnings::work)
                  .reduce(Duration.ZERO, Duration::plus));
      List<Earnings> pending =
          ledger.stream()
              .filter(one -> one.task().equals(task) && !one.currency().isEmpty())
              .map(one -> Earnings.of(one.currency(), one.pending()))
              .toList();
      assertThat(
              present(
                  total(
                      lines.stream()
                          .filter(one -> one.task().equals(task))
                          .map(PayLine::pending)
                          .toList())))
          .as(seed)
          .isEqualTo(present(total(pending)));
    }
  }

  private static Map<String, BigDecimal> present(Map<String, BigDecimal> amounts) {
    amounts.values().removeIf(amount -> amount.signum() == 0);
    return amounts;
  }

  private static boolean inItsDay(Diary diary, Stretch one) {
    Interval day = DayCalendar.of(diary.zones, diary.zone, LocalTime.of(4, 0)).interval(one.day());
    return !one.interval().start().isBefore(day.start())
        && !one.interval().end().isAfter(day.end());
  }

  private static boolean fits(Diary diary, DayFigures day) {
    Interval whole =
        DayCalendar.of(diary.zones, diary.zone, LocalTime.of(4, 0)).interval(day.day());
    long seconds = 0;
    for (SpanState state : SpanState.values()) {
      seconds += seconds(state).applyAsLong(day);
    }
    return seconds <= whole.length().toSeconds() + SpanState.values().length;
  }

  private static Map<String, BigDecimal> total(List<Earnings> all) {
    Map<String, BigDecimal> sum = new TreeMap<>();
    for (Earnings one : all) {
      one.amounts().forEach((currency, amount) -> sum.merge(currency, amount, BigDecimal::add));
    }
    sum.replaceAll((currency, amount) -> amount.stripTrailingZeros());
    return sum;
  }

  private static ToLongFunction<DayFigures> seconds(SpanState state) {
    return switch (state) {
      case WORK -> DayFigures::workSeconds;
      case BREAK -> DayFigures::breakSeconds;
      case NATURAL -> DayFigures::naturalRestSeconds;
      case IDLE -> DayFigures::idleSeconds;
      case PAUSED -> DayFigures::pausedSeconds;
      case READY -> DayFigures::readySeconds;
      case AWAY -> DayFigures::awaySeconds;
    };
  }

  /** Spans one after the other without overlap, over some days; sprints and items among them. */
  private static Diary random(ZoneId zone, LocalDate first, Random random) {
    Diary diary = new Diary(zone);
    List<Task> tasks = new ArrayList<>();
    tasks.add(diary.task("Hours", "One", Diary.perHour("12.37", "USD")));
    tasks.add(diary.task("Items", "Two", Diary.perItem("0.013", "EUR")));
    tasks.add(diary.task("None", "Two", Pay.NONE));
    Instant now = first.atTime(1, 0).atZone(zone).toInstant();
    int spans = 5 + random.nextInt(60);
    for (int i = 0; i < spans; i++) {
      Task task = tasks.get(random.nextInt(tasks.size()));
      if (random.nextInt(20) == 0) {
        now = now.plusSeconds(random.nextInt(40_000));
      }
      if (random.nextInt(3) == 0) {
        Integer items = random.nextBoolean() ? (Integer) random.nextInt(50) : null;
        Integer rating = random.nextBoolean() ? (Integer) random.nextInt(11) : null;
        int minutes = 1 + random.nextInt(50);
        diary.sprint(task, now, minutes, rating, rating, items);
        for (int k = random.nextInt(4); k > 0; k--) {
          ItemOutcome[] outcomes = ItemOutcome.values();
          diary.item(
              task,
              now.plusSeconds(random.nextInt(minutes * 120)),
              1 + random.nextInt(300),
              outcomes[random.nextInt(outcomes.length)],
              null);
        }
        now = now.plusSeconds(minutes * 60L);
      } else {
        SpanState[] states = SpanState.values();
        Duration length = Duration.ofMillis(1 + random.nextInt(9_000_000));
        diary.span(task, states[random.nextInt(states.length)], now, length);
        now = now.plus(length);
      }
      if (random.nextInt(40) == 0) {
        String[] zones = {"Asia/Tokyo", "America/New_York", zone.getId()};
        if (diary.zones.isEmpty()) {
          diary.zone(Instant.EPOCH, zone.getId());
        }
        diary.zone(now, zones[random.nextInt(zones.length)]);
      }
    }
    return diary;
  }
}
