package app.respite.domain.review;

import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.Earnings;
import app.respite.domain.money.PayFigures;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Time and items of one task on one day, or of several added up; filled while a review is made. */
final class Tally {
  private final Map<SpanState, Duration> time = new EnumMap<>(SpanState.class);
  int items;
  int rejected;
  int accepted;
  int undecided;
  int skipped;
  @Nullable Integer typed;

  /** Work on burdening content, counted apart too (B58). */
  Duration heavy = Duration.ZERO;

  private BigDecimal sprintWork = BigDecimal.ZERO;
  private BigDecimal decidedSprintWork = BigDecimal.ZERO;
  private final Map<Pay.PerHour, Duration> hours = new HashMap<>();
  private final SortedMap<String, Amounts> amounts = new TreeMap<>();

  /** The rows of the ledger, once settled. */
  final List<DayEarnings> earnings = new ArrayList<>();

  /** What is earned and pending in one currency. */
  private static final class Amounts {
    private BigDecimal earned = BigDecimal.ZERO;
    private BigDecimal pending = BigDecimal.ZERO;
    private BigDecimal timed = BigDecimal.ZERO;
  }

  void addTime(SpanState state, Duration length) {
    time.merge(state, length, Duration::plus);
  }

  Duration time(SpanState state) {
    return time.getOrDefault(state, Duration.ZERO);
  }

  /** Work, breaks, natural rest and ready. */
  Duration present() {
    return time(SpanState.WORK)
        .plus(time(SpanState.BREAK))
        .plus(time(SpanState.NATURAL))
        .plus(time(SpanState.READY));
  }

  /** Counts an imported item that was not handed in. */
  void addSkipped() {
    skipped++;
  }

  /** Notes a typed number, whether it counts or is replaced. */
  void noteTyped(int number) {
    typed = (typed == null ? 0 : typed) + number;
  }

  /**
   * Counts work.
   *
   * @param pay what is paid for it
   * @param sprint whether it was done in a sprint
   * @param decided of how many items of how many in that sprint it is known what became of them;
   *     null where it is paid by the hour or not at all
   */
  void addWork(Duration length, Pay pay, boolean sprint, @Nullable Share decided) {
    if (pay instanceof Pay.PerHour hour) {
      hours.merge(hour, length, Duration::plus);
    }
    if (sprint) {
      BigDecimal nanos = nanos(length);
      sprintWork = sprintWork.add(nanos);
      decidedSprintWork = decidedSprintWork.add(decided == null ? nanos : decided.of(nanos));
    }
  }

  /** A part of a number of items. */
  record Share(int part, int whole) {
    static final Share NONE = new Share(0, 1);

    BigDecimal of(BigDecimal nanos) {
      return part == whole
          ? nanos
          : nanos
              .multiply(BigDecimal.valueOf(part))
              .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN);
    }
  }

  /** Counts items. */
  void add(ItemGroup group, Pay pay) {
    items += group.count();
    accepted += group.accepted();
    rejected += group.rejected();
    undecided += group.undecided();
    Money each = group.each(pay);
    if (each == null) {
      return;
    }
    Amounts sum = in(each.currency());
    BigDecimal earned = each.amount().multiply(BigDecimal.valueOf(group.accepted()));
    sum.earned = sum.earned.add(earned);
    sum.pending = sum.pending.add(each.amount().multiply(BigDecimal.valueOf(group.undecided())));
    if (group.sprint() != null) {
      sum.timed = sum.timed.add(earned);
    }
  }

  private Amounts in(String currency) {
    return amounts.computeIfAbsent(currency, any -> new Amounts());
  }

  /**
   * Works out the money and the exposure, once all is counted.
   *
   * @param pay what the task pays on this day
   * @param paid whether the task pays at all, be it by rewards of single items
   */
  void settle(LocalDate day, Task task, Pay pay, boolean paid, boolean burdening) {
    heavy = burdening ? time(SpanState.WORK) : Duration.ZERO;
    hours.forEach(
        (hour, work) ->
            Earnings.of(hour.rate(), work)
                .amounts()
                .forEach(
                    (currency, amount) -> {
                      in(currency).earned = in(currency).earned.add(amount);
                      in(currency).timed = in(currency).timed.add(amount);
                    }));
    String main = mainCurrency(pay, amounts);
    Duration decidedWork = decided(time(SpanState.WORK));
    Duration decidedPresent = decided(present());
    SortedMap<String, Amounts> rows = new TreeMap<>(amounts);
    rows.putIfAbsent(main, new Amounts());
    rows.forEach(
        (currency, sum) -> {
          boolean own = currency.equals(main);
          earnings.add(
              new DayEarnings(
                  day,
                  task.id(),
                  task.platform(),
                  currency,
                  sum.earned,
                  sum.pending,
                  own ? time(SpanState.WORK) : Duration.ZERO,
                  own ? present() : Duration.ZERO,
                  !paid,
                  sum.timed,
                  own ? decidedWork : Duration.ZERO,
                  own ? decidedPresent : Duration.ZERO));
        });
  }

  /** What a task pays in, or where that is only single items the first; empty where in nothing. */
  static String mainCurrency(Pay pay, SortedMap<String, ?> amounts) {
    Money rate = pay.rate();
    if (rate != null) {
      return rate.currency();
    }
    return amounts.isEmpty() ? "" : amounts.firstKey();
  }

  /** The part of a time that belongs to work of which it is known what it brought. */
  private Duration decided(Duration time) {
    if (sprintWork.signum() == 0 || sprintWork.compareTo(decidedSprintWork) == 0) {
      return time;
    }
    return Duration.ofNanos(
        nanos(time)
            .multiply(decidedSprintWork)
            .divide(sprintWork, 0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  private static BigDecimal nanos(Duration time) {
    return BigDecimal.valueOf(time.toNanos());
  }

  /** What was earned, by currency. */
  Earnings earned() {
    return PayFigures.of(earnings, BigDecimal.ZERO).earned();
  }

  /** Adds a settled one. */
  void add(Tally other) {
    other.time.forEach(this::addTime);
    heavy = heavy.plus(other.heavy);
    items += other.items;
    rejected += other.rejected;
    accepted += other.accepted;
    undecided += other.undecided;
    skipped += other.skipped;
    if (other.typed != null) {
      noteTyped(other.typed);
    }
    earnings.addAll(other.earnings);
  }
}
