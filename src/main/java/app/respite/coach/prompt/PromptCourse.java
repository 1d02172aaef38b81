package app.respite.coach.prompt;

import app.respite.coach.port.Prompting;
import app.respite.coach.port.Prompting.Form;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.BreakView;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of a prompt: a small one first, the break view only when the hands stop or patience
 * ends, and neither in the middle of an item that is being counted (B55). It decides nothing about
 * breaks, only about what is to be seen.
 *
 * @param form the form now
 * @param since when it began
 * @param due when the break it is about came due, null where there is none
 * @param items the items of the sprint as last seen
 * @param counted when an item was last counted
 * @param opened when the small prompt was first shown for this break
 */
public record PromptCourse(
    Form form,
    @Nullable Instant since,
    @Nullable Instant due,
    int items,
    @Nullable Instant counted,
    @Nullable Instant opened) {
  /** Nothing to be seen. */
  public static final PromptCourse START = new PromptCourse(Form.NONE, null, null, 0, null, null);

  /** An item counted within this time says that they are being counted live. */
  static final Duration LIVE = Duration.ofMinutes(10);

  /** The small prompt is there for at least this long before the view takes its place. */
  static final Duration READABLE = Duration.ofSeconds(10);

  /** Hands that have been still for this long have stopped. */
  static final Duration STOPPED = Duration.ofSeconds(4);

  /** How long the end of a break is told of. */
  static final Duration AFTERWARDS = Duration.ofMinutes(2);

  /**
   * What the course looks at.
   *
   * @param still since when there has been no input; null while there is, or where nothing tells
   */
  public record Sight(Snapshot now, @Nullable Instant still, Preferences preferences) {}

  /** The course moved on to a moment. */
  public PromptCourse step(Sight sight) {
    Snapshot now = sight.now();
    DueBreak asked = asked(now);
    Instant dueSince = asked == null ? null : asked.since();
    boolean sameBreak = Objects.equals(dueSince, due);
    Instant lastCounted = now.items() > items ? now.at() : counted;
    Instant shown = sameBreak ? opened : null;
    Form next = form(sight, asked, lastCounted, shown);
    if (next == Form.SMALL && shown == null) {
      shown = now.at();
    }
    boolean goesOn = next == form && sameBreak;
    Instant began = next == Form.NONE ? null : goesOn && since != null ? since : now.at();
    return new PromptCourse(next, began, dueSince, now.items(), lastCounted, shown);
  }

  private Form form(
      Sight sight,
      @Nullable DueBreak asked,
      @Nullable Instant lastCounted,
      @Nullable Instant shown) {
    Snapshot now = sight.now();
    if (now.state() == Mode.BREAK) {
      return Form.BREAK;
    }
    if (asked == null) {
      return afterwards(now) ? Form.AFTER : Form.NONE;
    }
    if (asked.state() == DueState.WARNED) {
      return Form.WARNING;
    }
    boolean patient = now.at().isBefore(patienceEnds(asked, sight.preferences()));
    boolean live = lastCounted != null && asked.since().isBefore(lastCounted.plus(LIVE));
    boolean handedIn = lastCounted != null && !lastCounted.isBefore(asked.since());
    if (shown == null && patient && live && !handedIn && now.state() == Mode.SPRINT) {
      return Form.ITEM;
    }
    return viewOpens(sight, asked, shown) ? Form.VIEW : Form.SMALL;
  }

  private boolean viewOpens(Sight sight, DueBreak asked, @Nullable Instant shown) {
    Snapshot now = sight.now();
    if (sight.preferences().get(CoachKeys.BREAK_VIEW) != BreakView.FULL || onTheClock(now)) {
      return false;
    }
    if (form == Form.VIEW) {
      return true;
    }
    if (!now.at().isBefore(patienceEnds(asked, sight.preferences()))) {
      return true;
    }
    return shown != null
        && sight.still() != null
        && !now.at().isBefore(stopped(shown, sight.still()));
  }

  private static Instant stopped(Instant shown, Instant still) {
    return Interval.later(shown.plus(READABLE), still.plus(STOPPED));
  }

  /** A platform's clock runs for the item at hand: a view over it would cost the user the item. */
  private static boolean onTheClock(Snapshot now) {
    return now.claimedUntil() != null && now.at().isBefore(now.claimedUntil());
  }

  private boolean afterwards(Snapshot now) {
    if (now.state() != Mode.READY || !now.can().contains(Action.START)) {
      return false;
    }
    return switch (form) {
      case BREAK -> true;
      case AFTER -> since != null && now.at().isBefore(since.plus(AFTERWARDS));
      default -> false;
    };
  }

  private static @Nullable DueBreak asked(Snapshot now) {
    DueBreak due = now.due();
    return due == null || due.state() == DueState.HELD || due.state() == DueState.POSTPONED
        ? null
        : due;
  }

  private static Instant patienceEnds(DueBreak asked, Preferences preferences) {
    Instant from = asked.at() == null ? asked.since() : asked.at();
    return from.plus(preferences.get(CoachKeys.PATIENCE));
  }

  /** What faces are told. */
  public Prompting prompting(Sight sight, boolean corner) {
    DueBreak asked = asked(sight.now());
    Instant patience =
        asked != null && (form == Form.SMALL || form == Form.ITEM)
            ? patienceEnds(asked, sight.preferences())
            : null;
    return new Prompting(form, since, patience, corner);
  }

  /** When the form changes if nothing happens; empty where it stays. */
  public Optional<Instant> nextChange(Sight sight) {
    DueBreak asked = asked(sight.now());
    if (form == Form.AFTER && since != null) {
      return Optional.of(since.plus(AFTERWARDS));
    }
    if (asked == null || (form != Form.ITEM && form != Form.SMALL)) {
      return Optional.empty();
    }
    if (form == Form.SMALL && sight.preferences().get(CoachKeys.BREAK_VIEW) != BreakView.FULL) {
      return Optional.empty();
    }
    Instant deadline = sight.now().claimedUntil();
    Instant patience = patienceEnds(asked, sight.preferences());
    if (form == Form.SMALL && deadline != null && onTheClock(sight.now())) {
      return Optional.of(deadline);
    }
    if (form == Form.SMALL && opened != null && sight.still() != null) {
      return Optional.of(Interval.earlier(patience, stopped(opened, sight.still())));
    }
    return Optional.of(patience);
  }
}
