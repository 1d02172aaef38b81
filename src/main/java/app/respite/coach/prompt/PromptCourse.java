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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of a prompt: a small one first, the break view only when the hands stop or patience
 * ends, and neither in the middle of an item that is being counted (B55). It decides nothing about
 * breaks, only about what is to be seen.
 *
 * @param form the form now
 * @param since when it began
 * @param asked since when the break that is due now has been asked about; null where none is
 * @param items the items of the sprint as last seen
 * @param counted when an item was last counted
 * @param opened when the small prompt was first shown for this break
 */
public record PromptCourse(
    Form form,
    @Nullable Instant since,
    @Nullable Instant asked,
    int items,
    @Nullable Instant counted,
    @Nullable Instant opened) {
  /** Nothing to be seen. */
  public static final PromptCourse START =
      new PromptCourse(Form.NONE, null, null, Integer.MAX_VALUE, null, null);

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
    DueBreak due = asked(now);
    boolean isDue = due != null && due.state() == DueState.DUE;
    Instant asking = !isDue ? null : asked == null ? now.at() : asked;
    Instant lastCounted = now.items() > items ? now.at() : counted;
    Instant shown = asked == null ? null : opened;
    Form next = form(sight, due, asking, lastCounted, shown);
    if (next == Form.SMALL && shown == null) {
      shown = now.at();
    }
    boolean goesOn = next == form && since != null;
    Instant began = next == Form.NONE ? null : goesOn ? since : now.at();
    return new PromptCourse(next, began, asking, now.items(), lastCounted, shown);
  }

  private Form form(
      Sight sight,
      @Nullable DueBreak due,
      @Nullable Instant asking,
      @Nullable Instant lastCounted,
      @Nullable Instant shown) {
    Snapshot now = sight.now();
    if (now.state() == Mode.BREAK) {
      return Form.BREAK;
    }
    if (due == null) {
      return afterwards(now) ? Form.AFTER : Form.NONE;
    }
    if (asking == null) {
      return Form.WARNING;
    }
    boolean patient = now.at().isBefore(patienceEnds(asking, sight.preferences()));
    boolean live = lastCounted != null && asking.isBefore(lastCounted.plus(LIVE));
    boolean handedIn = lastCounted != null && !lastCounted.isBefore(asking);
    boolean working = now.state() == Mode.SPRINT || now.state() == Mode.OVERRUN;
    if (shown == null && patient && live && !handedIn && working) {
      return Form.ITEM;
    }
    return viewOpens(sight, asking, shown) ? Form.VIEW : Form.SMALL;
  }

  private boolean viewOpens(Sight sight, Instant asking, @Nullable Instant shown) {
    Snapshot now = sight.now();
    if (sight.preferences().get(CoachKeys.BREAK_VIEW) != BreakView.FULL || onTheClock(now)) {
      return false;
    }
    if (form == Form.VIEW) {
      return true;
    }
    if (!now.at().isBefore(patienceEnds(asking, sight.preferences()))) {
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

  private static Instant patienceEnds(Instant asking, Preferences preferences) {
    return asking.plus(preferences.get(CoachKeys.PATIENCE));
  }

  /** What faces are told. */
  public Prompting prompting(Sight sight, boolean corner) {
    Instant patience =
        asked != null && (form == Form.SMALL || form == Form.ITEM)
            ? patienceEnds(asked, sight.preferences())
            : null;
    return new Prompting(form, since, patience, corner, sight.still());
  }

  /** When the form changes if nothing happens; empty where it stays. */
  public Optional<Instant> nextChange(Sight sight) {
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
