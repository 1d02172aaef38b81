package app.respite.domain.review;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
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
 * rest.latest} and a grace. A rest is at least {@code rest.resets-after} of break, natural rest,
 * being away, pausing without input, or time outside any session; what follows one on the other
 * adds up. Judged by the settings of now.
 */
final class RestKept {
  /** A rest this much late is still a rest kept. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final NavigableMap<LocalDate, Boolean> days = new TreeMap<>();
  private Duration work = Duration.ZERO;
  private Duration rest = Duration.ZERO;

  private RestKept() {}

  /** Days with work, and whether rest was kept; of stretches in order of time. */
  static NavigableMap<LocalDate, Boolean> days(
      List<Stretch> stretches, Preferences preferences, Function<UUID, @Nullable String> names) {
    RestKept kept = new RestKept();
    Instant last = Instant.MIN;
    for (Stretch stretch : stretches) {
      UUID task = stretch.task();
      String name = task == null ? null : names.apply(task);
      if (last.isAfter(Instant.MIN) && stretch.interval().start().isAfter(last)) {
        kept.rest = kept.rest.plus(Duration.between(last, stretch.interval().start()));
      }
      kept.add(stretch, name, preferences);
      last = stretch.interval().end();
    }
    return kept.days;
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

  private void add(Stretch stretch, @Nullable String task, Preferences preferences) {
    Duration length = stretch.interval().length();
    if (isRest(stretch)) {
      rest = rest.plus(length);
      return;
    }
    if (Durations.atLeast(rest, preferences.get(RestRule.RESETS_AFTER, task))) {
      work = Duration.ZERO;
    }
    rest = Duration.ZERO;
    if (stretch.state() == SpanState.WORK) {
      work = work.plus(length);
      Duration limit = preferences.get(RestRule.LATEST, task).plus(GRACE);
      days.merge(stretch.day(), work.compareTo(limit) <= 0, Boolean::logicalAnd);
    }
  }

  private static boolean isRest(Stretch stretch) {
    return switch (stretch.state()) {
      case BREAK, NATURAL, AWAY -> true;
      case PAUSED -> "no-input".equals(stretch.cause());
      case WORK, IDLE, READY -> false;
    };
  }
}
