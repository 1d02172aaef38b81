package app.respite.domain.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a range of logical days as platforms want them told: by day and task, work alone,
 * rounded once.
 *
 * @param to the last day, included
 * @param round what the work of a row is rounded to, half up
 * @param rows by day, then by their start, then by name; those with work or a report
 */
public record HoursToReport(LocalDate from, LocalDate to, Duration round, List<Row> rows) {
  /** Nobody can do anything any more about what is late for longer. */
  private static final int DAYS_LATE = 2;

  private static final int DAYS_AHEAD = 1;

  /** Whether a platform knows of a row. */
  public enum State {
    /** Nothing was reported. */
    OPEN,
    /** What it says was reported. */
    REPORTED,
    /** Other hours were reported than it has now. */
    DIFFERENT
  }

  /**
   * A task on a day.
   *
   * @param rounded the work as it is to be reported
   * @param reported what was reported last; null where nothing was
   * @param reportBy the last day on which it can be reported; null where the platform sets none
   */
  public record Row(
      LocalDate day,
      UUID id,
      String task,
      String platform,
      @Nullable OffsetDateTime start,
      @Nullable OffsetDateTime end,
      Duration work,
      Duration breaks,
      Duration rounded,
      @Nullable Duration reported,
      @Nullable LocalDate reportBy) {
    /** Where it stands. */
    public State state() {
      if (reported == null) {
        return State.OPEN;
      }
      return reported.equals(rounded) ? State.REPORTED : State.DIFFERENT;
    }
  }

  public HoursToReport {
    rows = List.copyOf(rows);
  }

  /**
   * The hours of tasks that are paid by the hour, of all that is not paid by the item where the
   * platform wants its hours reported, and of what was reported.
   *
   * @param round more than zero
   */
  public static HoursToReport of(HoursFacts facts, LocalDate from, LocalDate to, Duration round) {
    return new HoursReporter(facts, round).of(from, to);
  }

  /** The hours of tasks, whatever they pay. */
  public static HoursToReport ofTasks(
      HoursFacts facts, LocalDate from, LocalDate to, Duration round, Set<UUID> tasks) {
    return new HoursReporter(facts, round).of(from, to, tasks);
  }

  /** A length to the nearest of some steps, half up. */
  public static Duration rounded(Duration length, Duration round) {
    long step = round.toSeconds();
    return Duration.ofSeconds(Math.floorDiv(2 * length.toSeconds() + step, 2 * step) * step);
  }

  /** What all rows together report. */
  public Duration total() {
    return rows.stream().map(Row::rounded).reduce(Duration.ZERO, Duration::plus);
  }

  /** The rows of which a platform does not know what they say now. */
  public List<Row> toReport() {
    return rows.stream().filter(row -> row.state() != State.REPORTED).toList();
  }

  /** The rows among those that have to be reported by tomorrow, or are late since a day or two. */
  public List<Row> dueSoon(LocalDate today) {
    return toReport().stream().filter(row -> isDueSoon(row.reportBy(), today)).toList();
  }

  private static boolean isDueSoon(@Nullable LocalDate by, LocalDate today) {
    return by != null
        && !by.isAfter(today.plusDays(DAYS_AHEAD))
        && !by.isBefore(today.minusDays(DAYS_LATE));
  }
}
