package app.respite.domain.watch;

import java.util.OptionalDouble;

/** A count of errors as a value of standard deviation 1, whatever the rate (Anscombe 1948). */
public final class Anscombe {
  private static final int LEAST = 20;

  private Anscombe() {}

  /**
   * {@code 2 √n (asin √((x + 3/8) / (n + 3/4)) - asin √p0)}; empty for fewer than 20 items.
   *
   * @param errors items found wrong
   * @param checked items looked at
   * @param usual the usual share of errors, 0 to 1
   */
  public static OptionalDouble z(int errors, int checked, double usual) {
    if (checked < LEAST) {
      return OptionalDouble.empty();
    }
    double share = Math.asin(Math.sqrt((errors + 0.375) / (checked + 0.75)));
    return OptionalDouble.of(2 * Math.sqrt(checked) * (share - Math.asin(Math.sqrt(usual))));
  }
}
