package app.respite.domain.day.course;

import app.respite.domain.day.advice.AdviceState;
import app.respite.domain.day.advice.QuestionState;
import app.respite.domain.day.breaks.BreaksState;
import app.respite.domain.day.holds.HoldsState;
import app.respite.domain.day.limits.LimitsState;
import app.respite.domain.day.limits.OfferState;
import app.respite.domain.day.presence.PresenceState;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionState;
import app.respite.domain.day.session.UncountedTime;
import app.respite.domain.day.step.DayFrame;
import app.respite.domain.day.tiredness.TirednessState;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * All the coach knows between two inputs, in parts. Immutable; {@link CourseOfDay} makes the next
 * one.
 */
public record DayState(
    DayFrame frame,
    PresenceState presence,
    Ledger ledger,
    SessionState session,
    UncountedTime uncounted,
    HoldsState holds,
    TirednessState tiredness,
    BreaksState breaks,
    LimitsState limits,
    OfferState offers,
    AdviceState advice,
    QuestionState questions) {
  /** A coach with nothing behind it: somebody is there, no session runs. */
  public static DayState initial(Instant now, ZoneId zone, Preferences preferences, long seed) {
    return new DayState(
        DayFrame.at(now, zone, preferences, seed),
        PresenceState.HERE,
        Ledger.EMPTY,
        SessionState.NONE,
        UncountedTime.from(now),
        HoldsState.NONE,
        TirednessState.UNKNOWN,
        BreaksState.NONE,
        LimitsState.SILENT,
        OfferState.NONE,
        AdviceState.NONE,
        QuestionState.NOTHING);
  }

  /** The same with what was learnt of the person. */
  public DayState withKnowledge(@Nullable Knowledge learnt) {
    return new DayState(
        frame,
        presence,
        ledger,
        session,
        uncounted,
        holds,
        TirednessState.knowing(learnt),
        breaks,
        limits,
        offers,
        advice,
        questions);
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
