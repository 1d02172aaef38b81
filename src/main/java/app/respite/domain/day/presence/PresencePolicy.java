package app.respite.domain.day.presence;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.presence.PresenceState.IdleQuestion;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is seen of the user. What the time was in which nobody was there is said above, in
 * {@code absence}.
 */
public final class PresencePolicy implements PresenceView {
  private final StepContext context;
  private PresenceState state;

  /** For one step, from the state before it. */
  public PresencePolicy(StepContext context, PresenceState state) {
    this.context = context;
    this.state = state;
  }

  /** The part as it is by now. */
  public PresenceState state() {
    return state;
  }

  /** The part as if the screen were unlocked now: with the lock among the absences. */
  public PresenceState stateWithLock() {
    return state.locked() == null
        ? state
        : state.withAbsence(GapCause.LOCK, new Interval(state.locked(), context.now()));
  }

  @Override
  public @Nullable Instant handsOff() {
    return state.handsOff();
  }

  @Override
  public @Nullable Instant locked() {
    return state.locked();
  }

  @Override
  public @Nullable Instant gap() {
    return state.gap();
  }

  @Override
  public boolean declared() {
    return state.declared();
  }

  @Override
  public boolean known() {
    return state.known();
  }

  @Override
  public @Nullable IdleQuestion question() {
    return state.question();
  }

  @Override
  public boolean absent() {
    return state.declared()
        || state.absentFor(context.preference(CoachKeys.IDLE_AFTER), context.actsAt());
  }

  @Override
  public boolean absentFor(Duration time) {
    return state.absentFor(time, context.now());
  }

  @Override
  public Instant sure() {
    return state.gap() != null && absent()
        ? Interval.earlier(state.gap(), context.now())
        : context.now();
  }

  @Override
  public @Nullable Instant stillSince() {
    Instant still = state.handsOff();
    for (Instant other : new Instant[] {state.gap(), state.locked()}) {
      if (other != null) {
        still = still == null ? other : Interval.earlier(still, other);
      }
    }
    return still;
  }

  /** The last input was at an instant. */
  public void handsOff(Instant lastInput) {
    state = state.withHandsOff(lastInput);
  }

  /** Input goes on. */
  public void handsBack() {
    state = state.withHandsOff(null);
  }

  /** The screen is locked from now on. */
  public void lock() {
    state = state.withLocked(context.now());
  }

  /** The screen is locked no longer, and somebody is there. */
  public void unlock() {
    state = state.withLocked(null).withHandsOff(null);
  }

  /** Whether anything tells of input from now on. */
  public void sourceUsable(boolean usable) {
    state = state.withKnown(usable);
  }

  /** A gap is open since an instant, if none was open before. */
  public void openGap(Instant since) {
    if (state.gap() == null) {
      state = state.withGap(since);
    }
  }

  /** A gap that begins now takes the place of the open one. */
  public void restartGap() {
    state = state.withGap(context.now());
  }

  /** No gap is open any more. */
  public void endGap() {
    state = state.withGap(null);
  }

  /** Nobody could be seen for a stretch inside the open gap. */
  public void unseen(GapCause cause, Interval stretch) {
    state = state.withAbsence(cause, stretch);
  }

  /** The open gap counts; {@code aloud} where that was told. */
  public void declare(boolean aloud) {
    state = state.declaredNow(aloud);
  }

  /** A session was closed in the gap that is open; null where that is dealt with. */
  public void closedInGap(@Nullable UUID session) {
    state = state.withClosed(session);
  }

  /** An idle stretch is asked about; null for none any more. */
  public void ask(@Nullable IdleQuestion question) {
    state = state.withQuestion(question);
  }
}
