package app.respite.domain.day.step;

import app.respite.domain.day.Input;
import java.time.Duration;
import java.time.LocalDate;

/**
 * What happened in one room and concerns rooms above it, which it does not know. A signal is heard
 * at once, inside the step; {@code course.DayPolicies} hands it to each room that it concerns.
 */
public sealed interface StepSignal {
  /** Another day began. */
  record DayBegan(LocalDate day) implements StepSignal {}

  /** What was a gap until now is to be dealt with; if its reasons go on, another begins. */
  record GapSplit() implements StepSignal {}

  /** Whether missing input counts may have changed: a passive task, a meeting, a source. */
  record InputRulesChanged() implements StepSignal {}

  /** Something began or ceased to hold prompts back. */
  record HoldsChanged() implements StepSignal {}

  /** A session was opened. */
  record SessionOpened() implements StepSignal {}

  /** The user ended the session. */
  record SessionStopped() implements StepSignal {}

  /** A session was closed, for a reason. */
  record SessionClosed(String reason) implements StepSignal {}

  /** A sprint began. */
  record SprintBegan() implements StepSignal {}

  /** The running sprint has run to its end. */
  record SprintTimeOver() implements StepSignal {}

  /** A sprint was written down as ended. */
  record SprintFinished() implements StepSignal {}

  /** The sprint is longer than it now should be, and ends after a time (B9). */
  record SprintShortened(Duration in) implements StepSignal {}

  /** A break was prompted, for a length. */
  record BreakPrompted(Duration length) implements StepSignal {}

  /** A break began, for a length. */
  record BreakBegan(Duration length) implements StepSignal {}

  /** A break is over and the session goes on. */
  record BreakOver() implements StepSignal {}

  /** A break is over and the next sprint is the user's to start. */
  record ReadyForSprint() implements StepSignal {}

  /** Whether what nothing counts is offered to be counted. */
  enum Offer {
    /** Another stretch, with its own offer. */
    ANEW,
    /** The stretch before goes on, and with it what was offered. */
    AS_BEFORE,
    /** The user knows. */
    NOT_WANTED
  }

  /** A stretch of time that nothing counts began, or the next one will be another. */
  record UncountedBegan(Offer offer) implements StepSignal {}

  /** The stretch of time that nothing counted is over. */
  record UncountedEnded() implements StepSignal {}

  /** The user agreed to a suggestion: it is as if they had asked for this. */
  record Agreed(Input.Command to) implements StepSignal {}
}
