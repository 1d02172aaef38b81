package app.respite.domain.day;

import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The coach at one moment, for faces. Durations are as of {@link #at}; a face that shows a
 * countdown moves them on by its own clock while {@link #running} is true.
 *
 * @param state what is going on
 * @param presence whether somebody is there
 * @param holds why prompts are held back, and until when
 * @param reason one sentence that explains a silence or the state; empty where nothing needs one
 * @param can what a user can do now; every label and button follows it (B36)
 */
public record Snapshot(
    Instant at,
    Mode state,
    Presence presence,
    Work work,
    Progress progress,
    Rests rests,
    List<HeldBy> holds,
    String reason,
    Set<Action> can,
    Asked asked) {

  /**
   * What is worked on, and what is counted of it.
   *
   * @param task name of the chosen task, null where none is
   * @param flow whether time counts up without an end
   * @param sprintInSet number of the running or last sprint in its set, from 1; 0 before the first
   * @param perSet sprints in a set
   * @param items counted in the running sprint
   * @param checkIn the sprint a check-in would rate, or null
   * @param claimedUntil the platform's deadline of the claimed item, or null
   */
  public record Work(
      @Nullable String task,
      boolean flow,
      int sprintInSet,
      int perSet,
      int items,
      @Nullable UUID checkIn,
      @Nullable Instant claimedUntil) {}

  /**
   * How far the sprint or break is that runs.
   *
   * @param planned its length; null in flow and where none runs
   * @param elapsed of it, pauses left out
   * @param remaining of it, never negative; null where there is no end
   * @param overtime of the break beyond its length; in an overrun, work since the sprint ended
   * @param running whether elapsed, remaining and overtime move with time
   */
  public record Progress(
      @Nullable Duration planned,
      Duration elapsed,
      @Nullable Duration remaining,
      Duration overtime,
      boolean running) {}

  /**
   * Which breaks come, and when.
   *
   * @param sinceRest active work since the last rest
   * @param restWindow when a rest should come
   * @param due the break that is due, postponed or held back; null where none is
   * @param next the break that comes next if work goes on; null where none is foreseen
   * @param strictness how breaks are held
   * @param postponeChoices for how long a break may be put off
   * @param basis one sentence on what the time of the next rest rests on; empty where none is
   *     foreseen
   */
  public record Rests(
      Duration sinceRest,
      RestWindow restWindow,
      @Nullable DueBreak due,
      @Nullable NextBreak next,
      Strictness strictness,
      List<Duration> postponeChoices,
      String basis) {}

  /**
   * What is said and asked quietly.
   *
   * @param askIdle the idle stretch that is asked about, or null
   * @param askRecovery whether the session found open after a crash is asked about
   * @param notice the newest quiet advice, what came together a sentence a line, or null
   * @param suggestion what is suggested beside the reminders, or null
   * @param questions the questions about the person that are open
   * @param countFrom from when the minutes on offer would count if the user started with them; null
   *     where none are on offer
   */
  public record Asked(
      @Nullable IdleQuestion askIdle,
      boolean askRecovery,
      @Nullable String notice,
      @Nullable Suggestion suggestion,
      Questions questions,
      @Nullable Instant countFrom) {}

  // What its parts hold, for a face asks for one thing at a time.

  public @Nullable String task() {
    return work.task();
  }

  public boolean flow() {
    return work.flow();
  }

  public int sprintInSet() {
    return work.sprintInSet();
  }

  public int perSet() {
    return work.perSet();
  }

  public int items() {
    return work.items();
  }

  public @Nullable UUID checkIn() {
    return work.checkIn();
  }

  public @Nullable Instant claimedUntil() {
    return work.claimedUntil();
  }

  public @Nullable Duration planned() {
    return progress.planned();
  }

  public Duration elapsed() {
    return progress.elapsed();
  }

  public @Nullable Duration remaining() {
    return progress.remaining();
  }

  public Duration overtime() {
    return progress.overtime();
  }

  public boolean running() {
    return progress.running();
  }

  public Duration sinceRest() {
    return rests.sinceRest();
  }

  public RestWindow restWindow() {
    return rests.restWindow();
  }

  public @Nullable DueBreak due() {
    return rests.due();
  }

  public @Nullable NextBreak next() {
    return rests.next();
  }

  public Strictness strictness() {
    return rests.strictness();
  }

  public List<Duration> postponeChoices() {
    return rests.postponeChoices();
  }

  public String basis() {
    return rests.basis();
  }

  public @Nullable IdleQuestion askIdle() {
    return asked.askIdle();
  }

  public boolean askRecovery() {
    return asked.askRecovery();
  }

  public @Nullable String notice() {
    return asked.notice();
  }

  public @Nullable Suggestion suggestion() {
    return asked.suggestion();
  }

  public Questions questions() {
    return asked.questions();
  }

  public @Nullable Instant countFrom() {
    return asked.countFrom();
  }

  /** When a rest should come, in work since the last one. */
  public record RestWindow(Duration earliest, Duration latest) {}

  /** When a rest may come first, in work since the last one. */
  public Duration restEarliest() {
    return restWindow().earliest();
  }

  /** When a rest should come at the latest, in work since the last one. */
  public Duration restLatest() {
    return restWindow().latest();
  }

  /** The same a while later, if nothing happens in between. */
  public Snapshot later(Duration by) {
    if (!running() || by.isNegative()) {
      return this;
    }
    boolean working = state == Mode.SPRINT || state == Mode.OVERRUN;
    Duration left = remaining() == null ? null : remaining().minus(by);
    Progress moved =
        new Progress(
            planned(),
            elapsed().plus(by),
            left != null && left.isNegative() ? Duration.ZERO : left,
            overtime(),
            true);
    Rests rested =
        new Rests(
            working ? sinceRest().plus(by) : sinceRest(),
            restWindow(),
            due(),
            next(),
            strictness(),
            postponeChoices(),
            basis());
    return new Snapshot(
        at.plus(by), state, presence, work, moved, rested, holds, reason, can, asked);
  }

  /** What counts the minutes that nothing counted; null where none are on offer. */
  public Input.@Nullable Start counting() {
    return countFrom() == null || task() == null
        ? null
        : new Input.Start(null, null, flow(), countFrom());
  }

  /**
   * What is asked of the person, each to be skipped as easily as answered.
   *
   * @param before how tired they are before the sprint that runs
   * @param evening how tired they are at the end of the day, with the day's review
   * @param burnout the two-weekly question
   */
  public record Questions(boolean before, boolean evening, boolean burnout) {
    /** Nothing is asked. */
    public static final Questions NONE = new Questions(false, false, false);

    /** Those that are open, the one that cannot wait before the others. */
    public List<Input.Question> names() {
      List<Input.Question> open = new ArrayList<>();
      if (before) {
        open.add(Input.Question.BEFORE);
      }
      if (evening) {
        open.add(Input.Question.EVENING);
      }
      if (burnout) {
        open.add(Input.Question.BURNOUT);
      }
      return open;
    }

    /** The one to be put now; empty where nothing is asked. */
    public Optional<Input.Question> first() {
      return names().stream().findFirst();
    }
  }

  /** What is going on. */
  public enum Mode {
    /** No session. */
    OFF,
    /** A sprint or flow runs. */
    SPRINT,
    /** The sprint is over and work goes on. */
    OVERRUN,
    /** Paused. */
    PAUSED,
    /** On a break. */
    BREAK,
    /** The break is over; nothing counts until the user starts. */
    READY
  }

  /** Whether somebody is there. */
  public enum Presence {
    HERE,
    IDLE,
    AWAY
  }

  /** What a user can ask for. */
  public enum Action {
    START,
    STOP,
    PAUSE,
    RESUME,
    SWITCH,
    BREAK,
    ACCEPT,
    POSTPONE,
    SKIP,
    END_BREAK,
    TIRED,
    TOOK,
    QUIET,
    QUIET_OFF,
    MEETING,
    MEETING_OFF,
    CHECK_IN,
    ITEM,
    ANSWER_IDLE,
    RECOVER,
    TAKE,
    DISMISS
  }

  /** Where a due break stands. */
  public enum DueState {
    WARNED,
    DUE,
    POSTPONED,
    HELD
  }

  /**
   * A break that is due or about to be.
   *
   * @param since when it came due first; for a warning when it will
   * @param at when it is due next, for a postponed one
   * @param postponed how often it was put off
   * @param skipGated whether the next skip only asks for a second press
   * @param reason one plain clause
   * @param owed what a postponement added to its length
   */
  public record DueBreak(
      BreakKind kind,
      DueState state,
      Duration length,
      Instant since,
      @Nullable Instant at,
      int postponed,
      boolean skipGated,
      String reason,
      Duration owed) {}

  /** The next break if work goes on. */
  public record NextBreak(BreakKind kind, Instant at, Duration length, String reason) {}

  /** A hold; {@code until} null where its end is not known. */
  public record HeldBy(HoldReason reason, @Nullable Instant until) {}

  /** The stretch an idle question is about. */
  public record IdleQuestion(Instant since, Instant until) {}
}
