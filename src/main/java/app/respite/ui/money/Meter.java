package app.respite.ui.money;

import app.respite.coach.review.CardContent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An amount as a bar from 0 among others of its unit.
 *
 * @param value the amount in words; empty where it is not known yet
 * @param amount null where it is not known yet
 * @param least where the amount may end up at least; null where it is settled
 * @param most where it may end up at most; null where it is settled
 * @param mark what it is held against; null for nothing
 * @param behind works out what the amount is made of; null where there is nothing more
 * @param words what else is to be said of it, empty for nothing
 */
record Meter(
    String name,
    String value,
    @Nullable Double amount,
    @Nullable Double least,
    @Nullable Double most,
    @Nullable Double mark,
    @Nullable Supplier<CardContent> behind,
    String words) {
  /** The largest number there is to draw. */
  double extent() {
    return Math.max(Math.max(or0(amount), or0(most)), or0(mark));
  }

  private static double or0(@Nullable Double number) {
    return number == null ? 0 : number;
  }
}
