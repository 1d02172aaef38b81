package app.respite.domain.review;

import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.PayLine;
import app.respite.domain.setting.Preferences;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What each task brought on each day: the same sums as in a review, before they are added up. */
public final class Ledger {
  private Ledger() {}

  /**
   * The earnings of a range of logical days, the last one included, in order of day, platform, task
   * and currency.
   *
   * @param zone the user's zone where no zone was recorded
   */
  public static List<DayEarnings> of(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    return Reviewer.ledger(records, preferences, from, to, zone);
  }

  /**
   * What the same amounts are made of, sprint by sprint, in order of day, platform, task and time;
   * a task's lines of a day have the sums of its earnings that day.
   */
  public static List<PayLine> lines(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    return course(records, preferences, from, to, zone).lines();
  }

  /** Both; the review with them has its days and sprints alone. */
  public static Grounds course(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    return Reviewer.grounds(records, preferences, from, to, zone, false);
  }

  /** Both, with the whole review of the range. */
  public static Grounds grounds(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    return Reviewer.grounds(records, preferences, from, to, zone, true);
  }
}
