package app.respite.domain.day;

import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the coach knows between two inputs, in parts. Immutable; {@link CourseOfDay} makes the next
 * one.
 */
public record State(
    DayFrame frame,
    PresenceState presence,
    Ledger ledger,
    SessionState session,
    UncountedTime uncounted,
    Holds holds,
    TirednessState tiredness,
    BreaksState breaks,
    LimitsState limits,
    OfferState offers,
    SuggestionState suggestions,
    QuestionState questions) {
  /** A coach with nothing behind it: somebody is there, no session runs. */
  public static State initial(Instant now, ZoneId zone, Preferences preferences, long seed) {
    return new State(
        new DayFrame(
            now,
            zone,
            new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS)).dayOf(now),
            preferences,
            null,
            seed,
            0),
        PresenceState.HERE,
        Ledger.EMPTY,
        SessionState.NONE,
        new UncountedTime(now, List.of()),
        Holds.NONE,
        TirednessState.UNKNOWN,
        BreaksState.NONE,
        LimitsState.SILENT,
        OfferState.NONE,
        SuggestionState.NONE,
        QuestionState.NOTHING);
  }

  /** The same with what was learnt of the person. */
  public State withKnowledge(@Nullable Knowledge learnt) {
    Turn turn = new Turn(this);
    turn.tiredness = new TirednessState(learnt, null);
    return turn.state();
  }

  /** Up to when it is true. */
  public Instant now() {
    return frame.now();
  }

  /** The user's zone. */
  public ZoneId zone() {
    return frame.zone();
  }

  /** The settings in force. */
  public Preferences preferences() {
    return frame.preferences();
  }

  /** The user's days. */
  public LogicalDays days() {
    return frame.days();
  }

  /** The chosen task; null where none is. */
  public @Nullable Task task() {
    return session.task();
  }

  /** Whether a session is open. */
  public boolean sessionOpen() {
    return session.id() != null;
  }

  /** Whether a session is open on a task that is not known. */
  public boolean lacksTask() {
    return sessionOpen() && session.task() == null && !(session.phase() instanceof Phase.OnBreak);
  }

  /** Since when there has been no input; null while there is, or where nothing tells of it. */
  public @Nullable Instant stillSince() {
    return presence.known() ? presence.handsOff() : null;
  }

  /** Whether anything tells of input (B19). */
  public boolean presenceKnown() {
    return presence.known();
  }
}
