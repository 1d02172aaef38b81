package app.respite.coach.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The form in which the coach steps in at this moment. It is a state, not an event: a face that
 * comes late is right at once.
 *
 * @param form what is to be seen now
 * @param since when this form began; null for {@link Form#NONE}
 * @param patienceEnds when the small prompt gives way to the break view at the latest; null where
 *     it does not
 * @param corner whether a face shows the small prompt, because the desktop has no notifications
 *     with buttons
 * @param still since when there has been no input; null while there is, or where nothing tells. The
 *     break view takes the keyboard only from hands that have stopped
 */
public record Prompting(
    Form form,
    @Nullable Instant since,
    @Nullable Instant patienceEnds,
    boolean corner,
    @Nullable Instant still) {
  /** Nothing to be seen. */
  public static final Prompting NONE = new Prompting(Form.NONE, null, null, false, null);

  /** What is to be seen; later ones ask for more notice. */
  public enum Form {
    /** Nothing. */
    NONE,
    /** A break is about to be due; the break view may get ready, unseen. */
    WARNING,
    /** A break is due, and waits for the item at hand to be done. */
    ITEM,
    /** A break is due: the small prompt, which takes no keystroke. */
    SMALL,
    /** A break is due and the hands have stopped, or patience has ended: the break view asks. */
    VIEW,
    /** A break runs: the break view shows it. */
    BREAK,
    /** A break has ended and nothing counts until the user starts. */
    AFTER
  }
}
