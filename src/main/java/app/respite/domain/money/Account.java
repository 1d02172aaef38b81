package app.respite.domain.money;

import app.respite.domain.money.MoneyReport.Balance;
import app.respite.domain.money.MoneyReport.Floor;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.work.JournalRecord.Platform;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a platform brought and paid in one currency, by day. */
final class Account {
  private final String platform;
  private final String currency;
  private final @Nullable Platform terms;
  private final @Nullable BigDecimal floor;
  private final NavigableMap<LocalDate, MoneySums> days = new TreeMap<>();

  /**
   * An empty one.
   *
   * @param terms of the platform; null where nobody told any
   * @param floor in this currency; null where there is none
   */
  Account(String platform, String currency, @Nullable Platform terms, @Nullable BigDecimal floor) {
    this.platform = platform;
    this.currency = currency;
    this.terms = terms;
    this.floor = floor;
  }

  String platform() {
    return platform;
  }

  String currency() {
    return currency;
  }

  void add(LocalDate day, MoneySums sums) {
    days.merge(day, sums, MoneySums::plus);
  }

  Stream<AccountDay> days() {
    return days.entrySet().stream()
        .map(day -> new AccountDay(platform, currency, day.getKey(), day.getValue()));
  }

  boolean isPaid() {
    return days.values().stream().anyMatch(day -> day.landed().signum() != 0);
  }

  MoneySums sums(LocalDate from, LocalDate to) {
    return from.isAfter(to)
        ? MoneySums.NONE
        : days.subMap(from, true, to, true).values().stream()
            .reduce(MoneySums.NONE, MoneySums::plus);
  }

  Balance balance(LocalDate on) {
    MoneySums all = sums(LocalDate.MIN, on);
    return Balance.of(all.earned(), all.landed());
  }

  @Nullable Boolean belowFloor(MoneySums sums) {
    BigDecimal rate = sums.perPresentHour();
    if (floor == null || rate == null) {
      return null;
    }
    return rate.compareTo(floor) < 0;
  }

  /** How the last whole weeks stood to the floor; null where there is none. */
  @Nullable Floor floor(LocalDate lastWholeDay) {
    if (floor == null) {
      return null;
    }
    DayOfWeek starts =
        terms == null || terms.weekStarts() == null ? DayOfWeek.MONDAY : terms.weekStarts();
    LocalDate end = lastWholeDay.with(TemporalAdjusters.previousOrSame(starts.minus(1)));
    int below = 0;
    BigDecimal last = null;
    while (!days.isEmpty() && !end.isBefore(days.firstKey())) {
      MoneySums week = sums(end.minusDays(6), end);
      Boolean isBelow = belowFloor(week);
      last = last == null ? week.perPresentHour() : last;
      if (isBelow != null && !isBelow) {
        break;
      }
      below += isBelow == null ? 0 : 1;
      end = end.minusWeeks(1);
    }
    return new Floor(floor, below, last);
  }

  /** The earliest day that what landed does not cover; empty where all is paid. */
  Optional<Unpaid> oldestUnpaid(LocalDate asOf) {
    Balance balance = balance(asOf);
    if (balance.outstanding().signum() == 0) {
      return Optional.empty();
    }
    BigDecimal left = sums(LocalDate.MIN, asOf).landed();
    for (Map.Entry<LocalDate, MoneySums> day : days.headMap(asOf, true).entrySet()) {
      left = left.subtract(day.getValue().earned());
      if (left.signum() < 0) {
        Duration usual = terms == null ? null : terms.paysAfter();
        return Optional.of(
            new Unpaid(
                platform,
                currency,
                day.getKey(),
                balance.outstanding(),
                usual,
                usual == null ? null : (Integer) late(day.getKey(), asOf, usual)));
      }
    }
    return Optional.empty();
  }

  private static int late(LocalDate day, LocalDate asOf, Duration usual) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(day, asOf) - usual.toDays());
  }
}
