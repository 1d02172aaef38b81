package app.respite.domain.review;

import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
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

  /**
   * Counts an imported item. An accepted one earns its own reward, else the task's pay per item.
   * Under pay by the hour the hours are what is paid.
   */
  void addItem(WorkItem item, Pay pay) {
    switch (item.outcome()) {
      case SKIPPED, ABANDONED -> {
        skipped++;
        return;
      }
      case REJECTED -> rejected++;
      case ACCEPTED -> {
        accepted++;
        earned = earned.plus(worth(item, pay));
      }
      case PENDING, UNKNOWN -> {
        undecided++;
        pending = pending.plus(worth(item, pay));
      }
    }
    items++;
  }

  /**
   * Counts items typed for a sprint. Naming the rejected ones, be it 0, says that the others were
   * accepted; without that they are undecided.
   */
  void addTyped(int number, @Nullable Integer rejectedOnes, Pay pay) {
    items += number;
    int refused = rejectedOnes == null ? 0 : Math.min(rejectedOnes, number);
    int others = number - refused;
    Earnings worth =
        pay instanceof Pay.PerItem per ? Earnings.of(per.rate(), others) : Earnings.NONE;
    rejected += refused;
    if (rejectedOnes == null) {
      undecided += others;
      pending = pending.plus(worth);
    } else {
      accepted += others;
      earned = earned.plus(worth);
    }
  }

  /** Notes a typed number, whether it counts or is replaced. */
  void noteTyped(int number) {
    typed = (typed == null ? 0 : typed) + number;
  }

  /** Adds what the hours of work earn. */
  void payHours(Pay pay) {
    Duration work = time(SpanState.WORK);
    if (pay instanceof Pay.PerHour per && !work.isZero()) {
      earned = earned.plus(Earnings.of(per.rate(), work));
    }
  }

  void add(Tally other) {
    other.time.forEach(this::addTime);
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

  private static Earnings worth(WorkItem item, Pay pay) {
    Money reward = item.reward();
    return switch (pay) {
      case Pay.PerHour hour -> Earnings.NONE;
      case Pay.PerItem per -> Earnings.of(reward == null ? per.rate() : reward);
      case Pay.Unpaid none -> reward == null ? Earnings.NONE : Earnings.of(reward);
    };
  }
}
