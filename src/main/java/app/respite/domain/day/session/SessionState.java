package app.respite.domain.day.session;

import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The session and its sprints.
 *
 * @param id the open session, or null
 * @param task the chosen task, kept after a session for the next start
 * @param pause the pause that holds the phase, or null
 * @param resumed when the last pause ended, or null
 * @param lastSprint the sprint that ended last, for check-ins; null before the first
 * @param lastFlow whether it was flow
 * @param inSet sprints that ran to their end in this set
 * @param restedAt end of the last rest outside any session, or null
 * @param claimedUntil the platform's deadline of the claimed item, or null
 * @param recovery the session found open after a crash, while it is asked about
 */
public record SessionState(
    @Nullable UUID id,
    @Nullable Task task,
    Phase phase,
    @Nullable Pause pause,
    @Nullable Instant resumed,
    @Nullable Sprint lastSprint,
    boolean lastFlow,
    int inSet,
    @Nullable Instant restedAt,
    @Nullable Instant claimedUntil,
    @Nullable Recovery recovery) {
  /** No session, and none before. */
  public static final SessionState NONE =
      new SessionState(null, null, new Phase.Off(), null, null, null, false, 0, null, null, null);

  /** A pause of the phase below it; {@code until} null means until resumed. */
  public record Pause(Instant since, @Nullable Instant until) {}

  /** A session found open after a crash: its sprint, if it had one, and its last sure input. */
  public record Recovery(UUID session, @Nullable UUID sprint, Instant lastInput) {}
}
