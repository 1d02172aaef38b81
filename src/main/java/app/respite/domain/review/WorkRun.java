package app.respite.domain.review;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work since the last rest, stretch by stretch. A rest is at least {@code rest.resets-after} of
 * break, natural rest, being away, pausing without input, or time outside any session; what follows
 * one on the other adds up.
 */
final class WorkRun {
  private final Preferences preferences;
  private Duration work = Duration.ZERO;
  private Duration rest = Duration.ZERO;
  private @Nullable Instant end;

  /** Judged by these settings. */
  WorkRun(Preferences preferences) {
    this.preferences = preferences;
  }

  /** Goes on with the next stretch in order of time; {@code task} names its task. */
  void add(Stretch stretch, @Nullable String task) {
    Instant start = stretch.interval().start();
    if (end != null && start.isAfter(end)) {
      rest = rest.plus(Duration.between(end, start));
    }
    end = stretch.interval().end();
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
    }
  }

  /** Work since the last rest that was followed by anything else than rest. */
  Duration work() {
    return work;
  }

  private static boolean isRest(Stretch stretch) {
    return switch (stretch.state()) {
      case BREAK, NATURAL, AWAY -> true;
      case PAUSED -> "no-input".equals(stretch.cause());
      case WORK, IDLE, READY -> false;
    };
  }
}
