package app.respite.domain.review;

import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items of one task that came together: those typed for a sprint, or one that was imported.
 *
 * @param id the sprint's or the item's: what is done at one moment needs an order that does not
 *     hang on who reads it
 * @param day the logical day it counts for
 * @param at when they were done
 * @param sprint the sprint they were done in, or null
 * @param count how many
 * @param accepted those known to be accepted
 * @param rejected those known to be rejected
 * @param open whether what is left of them waits for a decision; else they were never handed in
 * @param typed whether they were counted by hand
 * @param reward what each of them pays, where that is not the task's rate
 */
record ItemGroup(
    UUID id,
    UUID task,
    LocalDate day,
    Instant at,
    @Nullable UUID sprint,
    int count,
    int accepted,
    int rejected,
    boolean open,
    boolean typed,
    @Nullable Money reward) {
  /**
   * What each accepted one earns: its own reward, else the rate; null where nothing, or where the
   * hours are what is paid.
   */
  @Nullable Money each(Pay pay) {
    return each(pay, reward);
  }

  /** The same of an item with a reward of its own, or none. */
  static @Nullable Money each(Pay pay, @Nullable Money reward) {
    return switch (pay) {
      case Pay.PerHour hours -> null;
      case Pay.PerItem rate -> reward == null ? rate.rate() : reward;
      case Pay.Unpaid none -> reward;
    };
  }

  int undecided() {
    return count - accepted - rejected;
  }

  /** The same as it was decided. */
  ItemGroup decided(int acceptedOnes, int rejectedOnes) {
    return new ItemGroup(
        id, task, day, at, sprint, count, acceptedOnes, rejectedOnes, open, typed, reward);
  }
}
