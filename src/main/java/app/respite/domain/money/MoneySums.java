package app.respite.domain.money;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is added up over days: money of one currency, and the time that belongs to it.
 *
 * @param earned for accepted items or hours of work
 * @param pending what undecided items would earn
 * @param landed what payouts brought, their fees in it
 * @param fees what was taken off payouts on the way
 * @param work active work
 * @param present work, breaks, natural rest and ready
 * @param unpaid the part of {@code work} on tasks that pay nothing
 * @param decidedEarned the part of {@code earned} of which the time is known
 * @param decidedWork the work that {@code decidedEarned} is for, and all that pays nothing
 * @param decidedPresent the same of present time
 */
public record MoneySums(
    BigDecimal earned,
    BigDecimal pending,
    BigDecimal landed,
    BigDecimal fees,
    Duration work,
    Duration present,
    Duration unpaid,
    BigDecimal decidedEarned,
    Duration decidedWork,
    Duration decidedPresent) {
  /** Nothing. */
  public static final MoneySums NONE =
      new MoneySums(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          BigDecimal.ZERO,
          Duration.ZERO,
          Duration.ZERO);

  public MoneySums {
    earned = HourlyPay.plain(earned);
    pending = HourlyPay.plain(pending);
    landed = HourlyPay.plain(landed);
    fees = HourlyPay.plain(fees);
    decidedEarned = HourlyPay.plain(decidedEarned);
  }

  /** What a task brought on a day. */
  public static MoneySums of(DayEarnings day) {
    boolean free = day.unpaid() && day.earned().signum() == 0 && day.pending().signum() == 0;
    return new MoneySums(
        day.earned(),
        day.pending(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        day.work(),
        day.present(),
        free ? day.work() : Duration.ZERO,
        day.decidedEarned(),
        free ? day.work() : day.decidedWork(),
        free ? day.present() : day.decidedPresent());
  }

  /** What a payout brought. */
  static MoneySums landed(BigDecimal amount, BigDecimal fee) {
    return new MoneySums(
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        amount,
        fee,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        BigDecimal.ZERO,
        Duration.ZERO,
        Duration.ZERO);
  }

  /** Both together. */
  public MoneySums plus(MoneySums other) {
    return new MoneySums(
        earned.add(other.earned),
        pending.add(other.pending),
        landed.add(other.landed),
        fees.add(other.fees),
        work.plus(other.work),
        present.plus(other.present),
        unpaid.plus(other.unpaid),
        decidedEarned.add(other.decidedEarned),
        decidedWork.plus(other.decidedWork),
        decidedPresent.plus(other.decidedPresent));
  }

  /**
   * The same with work, present and unpaid time rounded to whole seconds, so that sums of what is
   * shown are what is shown of the sums.
   */
  MoneySums inWholeSeconds() {
    return new MoneySums(
        earned,
        pending,
        landed,
        fees,
        wholeSeconds(work),
        wholeSeconds(present),
        wholeSeconds(unpaid),
        decidedEarned,
        decidedWork,
        decidedPresent);
  }

  private static Duration wholeSeconds(Duration time) {
    return Duration.ofSeconds(time.plusMillis(500).toSeconds());
  }

  /** Whether there is neither money nor time in it. */
  public boolean isNothing() {
    return equals(NONE);
  }

  /** Pay for an hour of work, of the work that is decided; null where there is none. */
  public @Nullable BigDecimal perWorkHour() {
    return HourlyPay.of(decidedEarned, decidedWork);
  }

  /** Pay for an hour of presence, of the work that is decided; null where there is none. */
  public @Nullable BigDecimal perPresentHour() {
    return HourlyPay.of(decidedEarned, decidedPresent);
  }

  /**
   * Where pay for an hour of presence will be once all is decided, over all hours; null where
   * nothing is pending or there was no time.
   */
  public @Nullable PayRange perPresentHourRange() {
    BigDecimal none = HourlyPay.of(earned, present);
    BigDecimal all = HourlyPay.of(earned.add(pending), present);
    return pending.signum() <= 0 || none == null || all == null ? null : new PayRange(none, all);
  }

  /** What landed for each hour that there was, paid or not; null where there was none. */
  public @Nullable BigDecimal landedPerPresentHour() {
    return HourlyPay.of(landed, present);
  }

  /**
   * Pay between two ends.
   *
   * @param none should nothing that is pending be accepted
   * @param all should all of it be
   */
  public record PayRange(BigDecimal none, BigDecimal all) {}
}
