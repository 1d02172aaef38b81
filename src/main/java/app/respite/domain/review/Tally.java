package app.respite.domain.review;

import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
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

  private final SortedMap<String, BigDecimal> rewards = new TreeMap<>();
  private final SortedMap<String, BigDecimal> pendingRewards = new TreeMap<>();
  private int acceptedAtRate;
  private int undecidedAtRate;
  Earnings earned = Earnings.NONE;
  Earnings pending = Earnings.NONE;

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

  /** Counts an imported item. */
  void addItem(WorkItem item) {
    switch (item.outcome()) {
      case SKIPPED, ABANDONED -> {
        skipped++;
        return;
      }
      case REJECTED -> rejected++;
      case ACCEPTED -> {
        accepted++;
        acceptedAtRate += reward(item, rewards) ? 0 : 1;
      }
      case PENDING, UNKNOWN -> {
        undecided++;
        undecidedAtRate += reward(item, pendingRewards) ? 0 : 1;
      }
    }
    items++;
  }

  private static boolean reward(WorkItem item, SortedMap<String, BigDecimal> to) {
    Money reward = item.reward();
    if (reward != null) {
      to.merge(reward.currency(), reward.amount(), BigDecimal::add);
    }
    return reward != null;
  }

  /**
   * Counts items typed for a sprint. Naming the rejected ones, be it 0, says that the others were
   * accepted; without that they are undecided.
   */
  void addTyped(int number, @Nullable Integer rejectedOnes) {
    items += number;
    if (rejectedOnes == null) {
      undecided += number;
      undecidedAtRate += number;
    } else {
      int refused = Math.min(rejectedOnes, number);
      rejected += refused;
      accepted += number - refused;
      acceptedAtRate += number - refused;
    }
  }

  /** Notes a typed number, whether it counts or is replaced. */
  void noteTyped(int number) {
    typed = (typed == null ? 0 : typed) + number;
  }

  /**
   * Works out the money and the exposure, once all is counted. Accepted items earn their own
   * reward, else the task's pay per item. Under pay by the hour the hours are what is paid, and
   * rewards do not count.
   */
  void settle(Pay pay, boolean burdening) {
    heavy = burdening ? time(SpanState.WORK) : Duration.ZERO;
    switch (pay) {
      case Pay.PerHour hour -> {
        Duration work = time(SpanState.WORK);
        earned = work.isZero() ? Earnings.NONE : Earnings.of(hour.rate(), work);
      }
      case Pay.PerItem item -> {
        earned = new Earnings(rewards).plus(atRate(item.rate(), acceptedAtRate));
        pending = new Earnings(pendingRewards).plus(atRate(item.rate(), undecidedAtRate));
      }
      case Pay.Unpaid none -> {
        earned = new Earnings(rewards);
        pending = new Earnings(pendingRewards);
      }
    }
  }

  private static Earnings atRate(Money rate, int items) {
    return items == 0 ? Earnings.NONE : Earnings.of(rate, items);
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
    earned = earned.plus(other.earned);
    pending = pending.plus(other.pending);
  }
}
