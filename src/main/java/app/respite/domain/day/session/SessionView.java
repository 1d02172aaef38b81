package app.respite.domain.day.session;

import app.respite.domain.day.session.SessionState.Pause;
import app.respite.domain.day.session.SessionState.Recovery;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask of the session. */
public interface SessionView {
  /** The open session, or null. */
  @Nullable UUID id();

  /** What it is in the middle of. */
  Phase phase();

  /** The chosen task, or null. */
  @Nullable Task task();

  /** The chosen task's name; empty where none is chosen. */
  String taskName();

  /** The value of a setting, the chosen task's own first. */
  <T> T setting(SettingKey<T> key);

  /** Whether missing input is work, too. */
  boolean passive();

  /** Whether the content burdens. */
  boolean heavy();

  /** The pause that holds the phase, or null. */
  @Nullable Pause pause();

  /** When the last pause ended, or null. */
  @Nullable Instant resumed();

  /** The sprint that ended last, or null. */
  @Nullable Sprint lastSprint();

  /** Whether the newest sprint is or was flow. */
  boolean lastFlow();

  /** Sprints that ran to their end in this set, whatever rests there were. */
  int inSet();

  /** End of the last rest outside any session, or null. */
  @Nullable Instant restedAt();

  /** The platform's deadline of the claimed item, or null. */
  @Nullable Instant claimedUntil();

  /** The session found open after a crash, while it is asked about; or null. */
  @Nullable Recovery recovery();

  /** Whether a break runs. */
  boolean onBreak();

  /**
   * Whether a break nobody came back from is over, and the time since then is away until somebody
   * comes (B69).
   */
  boolean beyondBreak();

  /** Whether time is being counted as work, now and until something happens. */
  boolean counting();
}
