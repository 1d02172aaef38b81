package app.respite.domain.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day as the watch sees it.
 *
 * @param hours active work
 * @param endFatigue the day's last tiredness, 0 to 10; null where none was given
 * @param paces the pace of each task worked on whose items are known
 */
public record Workday(LocalDate day, double hours, @Nullable Integer endFatigue, List<Pace> paces) {
  public Workday {
    paces = List.copyOf(paces);
  }

  /**
   * A task's pace on a day.
   *
   * @param itemsPerHour median over the day's sprints, above 0
   * @param hours work on it
   */
  public record Pace(UUID task, double itemsPerHour, double hours) {}
}
