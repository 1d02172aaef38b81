package app.respite.domain.review;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * On which days with work rest was kept: no stretch of work without a rest was longer than {@code
 * rest.latest} and a grace, see {@link WorkRun}. Judged by the settings of now.
 */
final class RestKept {
  /** A rest this much late is still a rest kept. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private RestKept() {}

  /** Days with work, and whether rest was kept; of stretches in order of time. */
  static NavigableMap<LocalDate, Boolean> days(
      List<Stretch> stretches, Preferences preferences, Function<UUID, @Nullable String> names) {
    NavigableMap<LocalDate, Boolean> days = new TreeMap<>();
    WorkRun run = new WorkRun(preferences);
    for (Stretch stretch : stretches) {
      UUID task = stretch.task();
      String name = task == null ? null : names.apply(task);
      run.add(stretch, name);
      if (stretch.state() == SpanState.WORK) {
        Duration limit = preferences.get(RestRule.LATEST, name).plus(GRACE);
        days.merge(stretch.day(), run.work().compareTo(limit) <= 0, Boolean::logicalAnd);
      }
    }
    return days;
  }

  /** The longest row of days kept. */
  static int longest(Map<LocalDate, Boolean> days) {
    int longest = 0;
    int run = 0;
    for (boolean keptThatDay : days.values()) {
      run = keptThatDay ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** The row of days kept that the last day with work belongs to. */
  static int current(NavigableMap<LocalDate, Boolean> days) {
    int run = 0;
    for (boolean keptThatDay : days.descendingMap().values()) {
      if (!keptThatDay) {
        break;
      }
      run++;
    }
    return run;
  }
}
