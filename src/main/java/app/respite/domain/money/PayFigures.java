package app.respite.domain.money;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What some work earned and what an hour of it came to, by currency.
 *
 * <p>Pay per hour has the same work above and below the line: what was earned where it is decided,
 * by the hours that went into that. Work that pays nothing counts with the currency of which there
 * is most.
 *
 * @param earned for accepted items or hours of work
 * @param pending what undecided items would earn
 * @param perWorkHour by active work
 * @param perPresentHour by work, breaks, natural rest and ready
 * @param leastPerPresentHour where something is pending: if none of that is accepted, over all
 *     hours; else empty
 * @param mostPerPresentHour the same if all of it is accepted
 * @param setAside the share of {@code earned} to keep for taxes
 */
public record PayFigures(
    Earnings earned,
    Earnings pending,
    Earnings perWorkHour,
    Earnings perPresentHour,
    Earnings leastPerPresentHour,
    Earnings mostPerPresentHour,
    Earnings setAside) {
  /** The figures of days, tasks and currencies together. */
  public static PayFigures of(Collection<DayEarnings> days, BigDecimal setAside) {
    SortedMap<String, MoneySums> sums = new TreeMap<>();
    MoneySums unpaid = MoneySums.NONE;
    for (DayEarnings one : days) {
      if (one.currency().isEmpty()) {
        unpaid = unpaid.plus(MoneySums.of(one));
      } else {
        sums.merge(one.currency(), MoneySums.of(one), MoneySums::plus);
      }
    }
    String most =
        sums.entrySet().stream()
            .max(Comparator.comparing(sum -> sum.getValue().work()))
            .map(Map.Entry::getKey)
            .orElse("");
    Earnings earned = Earnings.NONE;
    Earnings pending = Earnings.NONE;
    Earnings perWorkHour = Earnings.NONE;
    Earnings perPresentHour = Earnings.NONE;
    Earnings leastPerPresentHour = Earnings.NONE;
    Earnings mostPerPresentHour = Earnings.NONE;
    for (Map.Entry<String, MoneySums> entry : sums.entrySet()) {
      String currency = entry.getKey();
      MoneySums own = entry.getValue();
      MoneySums sum = currency.equals(most) ? own.plus(unpaid) : own;
      if (own.earned().signum() != 0 || own.decidedWork().isPositive()) {
        earned = earned.plus(Earnings.of(currency, own.earned()));
        perWorkHour = plus(perWorkHour, currency, sum.perWorkHour());
        perPresentHour = plus(perPresentHour, currency, sum.perPresentHour());
      }
      if (own.pending().signum() != 0) {
        pending = pending.plus(Earnings.of(currency, own.pending()));
      }
      MoneySums.PayRange range = sum.perPresentHourRange();
      if (range != null) {
        leastPerPresentHour = plus(leastPerPresentHour, currency, range.none());
        mostPerPresentHour = plus(mostPerPresentHour, currency, range.all());
      }
    }
    return new PayFigures(
        earned,
        pending,
        perWorkHour,
        perPresentHour,
        leastPerPresentHour,
        mostPerPresentHour,
        earned.share(setAside));
  }

  private static Earnings plus(Earnings all, String currency, @Nullable BigDecimal amount) {
    return amount == null ? all : all.plus(Earnings.of(currency, amount));
  }
}
