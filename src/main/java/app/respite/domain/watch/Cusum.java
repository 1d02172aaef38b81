package app.respite.domain.watch;

/**
 * A one-sided running sum that grows while values stay on one side (Page's CUSUM; docs/models.md):
 * {@code C = max(0, C + z - k)} for a rise, with {@code -z} for a drop. It says that something has
 * changed for some time, never why.
 *
 * @param k what is let go each time, in standard deviations
 * @param h above this, strictly, the chart alarms
 */
public record Cusum(Side side, double k, double h) {
  /** Which change is looked for. */
  public enum Side {
    RISE,
    DROP
  }

  /** The sum after one more value. */
  public double next(double sum, double z) {
    return Math.max(0, sum + (side == Side.RISE ? z : -z) - k);
  }

  /** Whether a sum is an alarm. */
  public boolean alarms(double sum) {
    return sum > h;
  }

  /**
   * The sums after each value, from 0 on.
   *
   * @param resets whether the sum begins anew after an alarm
   */
  public double[] sums(double[] values, boolean resets) {
    double[] sums = new double[values.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum = next(sum, values[i]);
      sums[i] = sum;
      if (resets && alarms(sum)) {
        sum = 0;
      }
    }
    return sums;
  }
}
