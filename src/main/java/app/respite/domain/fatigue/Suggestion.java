package app.respite.domain.fatigue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the estimate suggests beside the reminders: one press takes it, one puts it away, and a
 * kind that was put away does not come back the same day.
 *
 * @param length what it is about, where it is about a length
 * @param task the task it is about, where it is about one
 * @param sentence the whole suggestion with its reason
 * @param since when it was made
 */
public record Suggestion(
    Kind kind, @Nullable Duration length, @Nullable UUID task, String sentence, Instant since) {
  /** What can be suggested. */
  public enum Kind {
    /** A longer break than the one that is due or runs. */
    LONGER_BREAK,
    /** A shorter next sprint. */
    SHORTER_SPRINT,
    /** Another task of the list. */
    OTHER_TASK,
    /** To leave it at that for today. */
    ENOUGH
  }
}
