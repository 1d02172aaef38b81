package app.respite.domain.load;

import java.time.LocalDate;

/**
 * One day's work and load.
 *
 * @param workMinutes active work
 * @param ratedMinutes the part of it whose effort was rated
 * @param load effort times active minutes, added up over the rated part; a diary unit
 */
public record DayLoad(LocalDate day, double workMinutes, double ratedMinutes, double load) {
  /** A day without work. */
  public static DayLoad off(LocalDate day) {
    return new DayLoad(day, 0, 0, 0);
  }

  /**
   * The load of one session: effort times active minutes (Foster et al. 2001).
   *
   * @param effort 0 to 10, of the whole session
   * @throws IllegalArgumentException where either is negative, not a number, or the effort above 10
   */
  public static double ofSession(double effort, double minutes) {
    if (!(effort >= 0 && effort <= 10 && minutes >= 0 && minutes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "no load of effort " + effort + " over " + minutes + " minutes");
    }
    return effort * minutes;
  }
}
