package app.respite.domain.fatigue;

/**
 * An estimate with its 80 % interval.
 *
 * @param low the value a tenth of the probability lies below
 * @param mid the estimate
 * @param high the value a tenth of the probability lies above
 */
public record Range(double low, double mid, double high) {
  /** How wide the interval is as a ratio, for values above 0. */
  public double ratio() {
    return high / low;
  }
}
