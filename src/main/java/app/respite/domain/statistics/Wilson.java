package app.respite.domain.statistics;

/**
 * Where a share may lie of which a sample is known: Wilson's score interval at 95 % (E. B. Wilson,
 * Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22,
 * 1927, pp. 209-212). Unlike the usual one it stays within 0 and 1 and says something of small
 * samples.
 *
 * @param low its lower end, 0 to 1
 * @param high its upper end, 0 to 1
 */
public record Wilson(double low, double high) {
  private static final double Z = 1.959963984540054;

  /**
   * The interval of some among all.
   *
   * @throws IllegalArgumentException where there are none in all, or more some than all
   */
  public static Wilson of(long some, long all) {
    if (all <= 0 || some < 0 || some > all) {
      throw new IllegalArgumentException("no share: " + some + " of " + all);
    }
    double share = (double) some / all;
    double spread = Z * Z / all;
    double middle = share + spread / 2;
    double reach = Z * Math.sqrt(share * (1 - share) / all + spread / (4 * all));
    return new Wilson(
        some == 0 ? 0 : (middle - reach) / (1 + spread),
        some == all ? 1 : (middle + reach) / (1 + spread));
  }
}
