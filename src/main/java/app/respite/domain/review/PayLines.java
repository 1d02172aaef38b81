package app.respite.domain.review;

import app.respite.domain.money.Earnings;
import app.respite.domain.money.PayLine;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes what each sprint brought while a review is made; time is added in its order. */
final class PayLines {
  private record Key(LocalDate day, UUID task, @Nullable UUID sprint) {}

  private record Hours(LocalDate day, UUID task, Pay.PerHour rate) {}

  private static final class Sums {
    private final Pay rate;
    private Instant first = Instant.MAX;
    private Duration work = Duration.ZERO;
    private int items;
    private int accepted;
    private int rejected;
    private int undecided;
    private Earnings earned = Earnings.NONE;
    private Earnings pending = Earnings.NONE;

    private Sums(Pay rate) {
      this.rate = rate;
    }
  }

  private final Map<Key, Sums> lines = new LinkedHashMap<>();
  private final Map<Hours, Duration> paidByHour = new HashMap<>();

  private Sums line(LocalDate day, UUID task, @Nullable UUID sprint, Pay rate) {
    return lines.computeIfAbsent(new Key(day, task, sprint), any -> new Sums(rate));
  }

  void add(ItemGroup group, Pay rate) {
    Sums line = line(group.day(), group.task(), group.sprint(), rate);
    line.first = Interval.earlier(line.first, group.at());
    line.items += group.count();
    line.accepted += group.accepted();
    line.rejected += group.rejected();
    line.undecided += group.undecided();
    Money each = group.each(rate);
    if (each != null) {
      line.earned = line.earned.plus(of(each, group.accepted()));
      line.pending = line.pending.plus(of(each, group.undecided()));
    }
  }

  private static Earnings of(Money each, int count) {
    BigDecimal amount = each.amount().multiply(BigDecimal.valueOf(count));
    return amount.signum() == 0 ? Earnings.NONE : Earnings.of(each.currency(), amount);
  }

  /** Pay by the hour is rounded for a day's work in all; what a sprint adds to that is its own. */
  void add(Stretch stretch, UUID task, Pay rate) {
    Sums line = line(stretch.day(), task, stretch.sprint(), rate);
    line.first = Interval.earlier(line.first, stretch.interval().start());
    Duration length = stretch.interval().length();
    line.work = line.work.plus(length);
    if (rate instanceof Pay.PerHour hour) {
      Hours key = new Hours(stretch.day(), task, hour);
      Duration before = paidByHour.getOrDefault(key, Duration.ZERO);
      Duration after = before.plus(length);
      paidByHour.put(key, after);
      line.earned =
          line.earned
              .plus(Earnings.of(hour.rate(), after))
              .plus(Earnings.of(hour.rate(), before).share(BigDecimal.ONE.negate()));
    }
  }

  /** All lines, by day, platform, task, and within them in order of time. */
  List<PayLine> lines(Function<UUID, String> platformOf) {
    return lines.entrySet().stream()
        .sorted(Comparator.comparing(one -> one.getValue().first))
        .map(
            one -> {
              Key key = one.getKey();
              Sums sums = one.getValue();
              return new PayLine(
                  key.day(),
                  key.task(),
                  platformOf.apply(key.task()),
                  key.sprint(),
                  sums.work,
                  sums.items,
                  sums.accepted,
                  sums.rejected,
                  sums.undecided,
                  sums.rate,
                  sums.earned,
                  sums.pending);
            })
        .sorted(
            Comparator.comparing(PayLine::day)
                .thenComparing(PayLine::platform)
                .thenComparing(PayLine::task))
        .toList();
  }
}
