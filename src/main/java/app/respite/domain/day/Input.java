package app.respite.domain.day;

import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Timeline;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can happen to the coach: what a user asks for, and what the world tells. */
public sealed interface Input {
  /** Something a user asked for; each proves that somebody is there. */
  sealed interface Command extends Input {
    /** The same with another task in the place of the one it is about, if it is about one. */
    default Command withTask(UnaryOperator<Task> other) {
      return this;
    }
  }

  /** Something the machine told. */
  sealed interface Signal extends Input {}

  /**
   * Begin a sprint, or flow.
   *
   * @param task null for the task of the last sprint
   * @param sprint a length for this sprint alone, or null
   * @param flow count up without an end
   * @param since count from then on what nothing counted, or null for now; a pause then ended there
   */
  record Start(
      @Nullable Task task, @Nullable Duration sprint, boolean flow, @Nullable Instant since)
      implements Command {
    /** Begin now. */
    public Start(@Nullable Task task, @Nullable Duration sprint, boolean flow) {
      this(task, sprint, flow, null);
    }

    @Override
    public Start withTask(UnaryOperator<Task> other) {
      return task == null ? this : new Start(other.apply(task), sprint, flow, since);
    }
  }

  /** End the session. */
  record Stop() implements Command {}

  /** Hold the sprint, for a time or until resumed. */
  record Pause(@Nullable Duration length) implements Command {}

  /** Go on after a pause. */
  record Resume() implements Command {}

  /** Go on with another task. */
  record SwitchTask(Task task) implements Command {
    @Override
    public SwitchTask withTask(UnaryOperator<Task> other) {
      return new SwitchTask(other.apply(task));
    }
  }

  /** A break now, unasked. */
  record TakeBreak(@Nullable Duration length) implements Command {}

  /** Take the break that is due. */
  record Accept() implements Command {}

  /** Put the break off; null for the first of {@code postpone.choices}. */
  record Postpone(@Nullable Duration length) implements Command {}

  /** Do without the break. */
  record Skip() implements Command {}

  /** Come back from a break; {@code emergency} is the way out of a strict one. */
  record EndBreak(boolean emergency) implements Command {}

  /** I am tired now: always a break, at once. */
  record Tired() implements Command {}

  /** I already took a break just now, of this length. */
  record Took(@Nullable Duration length) implements Command {}

  /** Hold prompts back: for a time, until morning, or no longer. */
  record Quiet(@Nullable Duration length, boolean untilMorning, boolean off) implements Command {}

  /** In a meeting: hold prompts back and count missing input as work. */
  record Meeting(@Nullable Duration length, boolean off) implements Command {}

  /** A rating; whole numbers or absent. */
  record CheckIn(
      boolean before,
      @Nullable Integer fatigue,
      @Nullable Integer effort,
      @Nullable Integer items,
      @Nullable Integer rejected,
      @Nullable String note,
      @Nullable Integer burnout)
      implements Command {}

  /** What a person is asked about themselves. */
  enum Question {
    /** How tired they are before the sprint that runs. */
    BEFORE,
    /** How the sprint was that ended last. */
    SPRINT,
    /** How tired they are at the end of the day. */
    EVENING,
    /** The two-weekly question. */
    BURNOUT
  }

  /** Leave a question unanswered; null for all that are open. */
  record SkipQuestion(@Nullable Question which) implements Command {}

  /** What the last idle stretch was; {@code rest} is the first part of a split. */
  record AnswerIdle(IdleAnswer as, @Nullable Duration rest) implements Command {}

  /** Items done, counted by hand. */
  record Items(int n) implements Command {}

  /** An item is claimed, with the platform's time for it. */
  record Claim(Duration length) implements Command {}

  /** The claimed item is handed in. */
  record Submitted() implements Command {}

  /** What becomes of the session found open after a crash. */
  record Recover(Recovery as) implements Command {}

  /** Do what is suggested. */
  record TakeSuggestion() implements Command {}

  /** Put what is suggested away for today. */
  record DismissSuggestion() implements Command {}

  /** Close the day. */
  record DayEnd() implements Command {}

  /** Nothing in particular: time went on. */
  record Tick() implements Signal {}

  /** Input goes on from here. */
  record Active() implements Signal {}

  /** The last input was at this instant. */
  record Idle(Instant lastInput) implements Signal {}

  /** The screen was locked. */
  record Lock() implements Signal {}

  /** The screen was unlocked. */
  record Unlock() implements Signal {}

  /** The desktop's do-not-disturb. */
  record DoNotDisturb(boolean on) implements Signal {}

  /** A full-screen window is in front. */
  record FullScreen(boolean on) implements Signal {}

  /** A microphone or camera is in use: somebody is in a call. */
  record InCall(boolean on) implements Signal {}

  /** The machine slept, or the program got no time. */
  record Missed(Timeline.Gap gap) implements Signal {}

  /** Other settings hold from here on. */
  record SettingsChanged(Preferences preferences) implements Signal {}

  /** The user is in another zone. */
  record ZoneChanged(ZoneId zone) implements Signal {}

  /** What was learnt from history, up to a moment that may lie a little back. */
  record Learned(Knowledge knowledge) implements Signal {}

  /** A task was edited: its new values hold at once. */
  record TaskChanged(Task task) implements Signal {}

  /** Whether anything tells of input; without it presence is taken as given (B19). */
  record IdleSource(boolean usable) implements Signal {}
}
