package app.respite.domain.day.advice;

import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Notices;
import app.respite.domain.day.breaks.BreaksView;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionView;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.day.tiredness.TirednessView;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.watch.CheckIns;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coach asks the person, and when: their tiredness before some of the sprints, the end of
 * the day with its review (B62), and the two-weekly question. Each is asked once. What is not
 * answered stays unknown; it is never filled in and never asked again (B57).
 */
public final class QuestionPolicy implements TimedPolicy {
  /** One sprint in so many is asked about before it, too. */
  private static final int ONE_IN = 4;

  /** After this long a rating is no longer one from before the sprint. */
  private static final Duration BEFORE_WAITS = Duration.ofMinutes(3);

  /** How long after a sprint's end tiredness is still that of its end. */
  private static final Duration STILL_OF_SPRINT = Duration.ofMinutes(10);

  /**
   * Away for so long is gone, and a stop that lies no further before the usual end is likely the
   * day's last.
   */
  private static final Duration GONE = Duration.ofMinutes(45);

  /** Less work than this is no day's work by itself, while the usual end is not known. */
  private static final Duration DAYS_WORK = Duration.ofHours(2);

  /**
   * How far into the day its end is first thought of while the usual end is not known: 15:00, for a
   * day that starts at 04:00.
   */
  private static final int AFTERNOON_HOURS = 11;

  /** The two-weekly question comes no sooner than so many days after the last one. */
  private static final int DAYS_APART = 14;

  /** The two-weekly question needs something to look back on. */
  private static final int FIRST_WEEK = 7;

  private final StepContext context;
  private final PresenceView presence;
  private final SessionView session;
  private final WorkFigures figures;
  private final TirednessView tiredness;
  private final BreaksView breaks;
  private QuestionState state;

  /** For one step, from the part before it. */
  public QuestionPolicy(
      StepContext context,
      PresenceView presence,
      SessionView session,
      WorkFigures figures,
      TirednessView tiredness,
      BreaksView breaks,
      QuestionState state) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.figures = figures;
    this.tiredness = tiredness;
    this.breaks = breaks;
    this.state = state;
  }

  /** The part as it is by now. */
  public QuestionState state() {
    return state;
  }

  @Override
  public void deadlines(Deadlines to) {
    if (before()) {
      to.add(((Phase.Sprint) session.phase()).start().plus(BEFORE_WAITS));
    }
    if (!heldBack()) {
      to.add(offerAt());
    }
  }

  @Override
  public void act() {
    Instant at = heldBack() ? null : offerAt();
    if (at != null && !context.now().isBefore(at)) {
      offer();
    }
  }

  // What is open.

  /** Whether the sprint that runs is one of those that are asked about before, and still young. */
  public boolean before() {
    return session.phase() instanceof Phase.Sprint sprint
        && chosen(sprint.id())
        && !sprint.id().equals(state.before())
        && context.now().isBefore(sprint.start().plus(BEFORE_WAITS));
  }

  /** Chosen by the id alone, so that a replay asks about the same sprints. */
  static boolean chosen(UUID sprint) {
    return Math.floorMod(sprint.hashCode(), ONE_IN) == 0;
  }

  /** Whether the day's end is asked about; who works again is left in peace meanwhile. */
  public boolean evening() {
    return state.evening() && offeredToday() && session.id() == null;
  }

  /** Whether the two-weekly question is asked; it never comes without the evening's offer. */
  public boolean burnout() {
    return state.burnout() && offeredToday() && session.id() == null;
  }

  /** Whether the sprint that ended last is asked about. */
  public boolean sprint() {
    return session.lastSprint() != null
        && session.lastSprint().fatigue() == null
        && session.lastSprint().effort() == null
        && !session.lastSprint().id().equals(state.passedOver());
  }

  private boolean offeredToday() {
    return context.day().equals(state.eveningOffered());
  }

  // What becomes of them.

  /** A rating of the running sprint was given from before it. */
  void answeredBefore() {
    if (session.phase() instanceof Phase.Sprint sprint) {
      state = state.withBefore(sprint.id());
    }
  }

  /**
   * Whether tiredness told now is that of the day's end alone: it is asked for, and the last sprint
   * is rated already or ended too long ago to be meant.
   */
  boolean tirednessIsOfTheDay() {
    return evening()
        && (session.lastSprint() == null
            || session.lastSprint().fatigue() != null
            || session.lastSprint().end().plus(STILL_OF_SPRINT).isBefore(context.now()));
  }

  /** Somebody told how tired they are while no session ran. */
  void answeredTiredness() {
    if (evening()) {
      closeEvening();
    }
  }

  /** The two-weekly question was answered, asked or not; some answers call for a kind word. */
  void answeredBurnout(int level) {
    CheckIns.Answer given = new CheckIns.Answer(context.day(), level);
    CheckIns.Answer before = state.answer();
    state = state.answered(given);
    List<CheckIns.Answer> known =
        before == null || before.day().equals(given.day())
            ? List.of(given)
            : List.of(before, given);
    if (CheckIns.calls(known).contains(given.day())) {
      context.tell(new Event.Advice(Event.Advice.Kind.SUPPORT, null, Wording.say("ask.support")));
    }
  }

  /** Puts a question aside, or all that are open. */
  public void skip(Input.@Nullable Question which) {
    boolean any = false;
    for (Input.Question question : Input.Question.values()) {
      if ((which == null || which == question) && open(question)) {
        any = true;
        putAside(question);
      }
    }
    if (!any) {
      context.refuse("skip-question", "nothing is asked");
    }
  }

  private boolean open(Input.Question question) {
    return switch (question) {
      case BEFORE -> before();
      case SPRINT -> sprint();
      case EVENING -> evening();
      case BURNOUT -> burnout();
    };
  }

  private void putAside(Input.Question question) {
    switch (question) {
      case BEFORE -> answeredBefore();
      case SPRINT -> {
        if (session.lastSprint() != null) {
          state = state.withPassedOver(session.lastSprint().id());
        }
      }
      case EVENING -> closeEvening();
      case BURNOUT -> state = state.withBurnout(false);
    }
  }

  private void closeEvening() {
    state = state.withEvening(false);
    context.takeBackEvening();
  }

  /** The newest quiet advice; the evening's offer rests while somebody works again. */
  public @Nullable String notice() {
    return evening() ? context.notice() : Notices.withoutEvening(context.notice());
  }

  // The evening's offer.

  /** The user stopped; it may have been for the day. */
  public void stopped() {
    state = state.withStopped(context.now());
  }

  /** Work goes on, so the last stop was not for the day. */
  public void opened() {
    state = state.withStopped(null);
  }

  /** The user closes the day: nothing needs guessing. */
  public void dayEnds() {
    if (session.id() == null && !offeredToday() && worked()) {
      offer();
    }
  }

  private boolean worked() {
    return figures.workToday().isPositive();
  }

  private void offer() {
    boolean two = burnoutDue();
    state = state.offeredOn(context.day(), two);
    context.tell(
        new Event.Advice(
            Event.Advice.Kind.EVENING,
            null,
            Wording.say(two ? "evening.offer-two" : "evening.offer")));
  }

  private boolean burnoutDue() {
    LocalDate first = habits().firstDay();
    if (first == null || context.day().isBefore(first.plusDays(FIRST_WEEK))) {
      return false;
    }
    return longAgo(habits().lastDayCheckIn()) && longAgo(state.dayAsked());
  }

  private boolean longAgo(@Nullable LocalDate day) {
    return day == null || !context.day().isBefore(day.plusDays(DAYS_APART));
  }

  private Habits habits() {
    Knowledge knowledge = tiredness.knowledge();
    return knowledge == null ? Habits.NONE : knowledge.habits();
  }

  /** Working hours hold nothing back that the user's own stop brings up. */
  private boolean heldBack() {
    HoldReason reason = breaks.heldBack();
    return reason != null && (reason != HoldReason.WORK_HOURS || stopToday() == null);
  }

  /**
   * When the evening's review is offered; null where it is not.
   *
   * <p>Which stop is the last cannot be known when it happens. It is taken to be one from 45
   * minutes before the usual end on, or, while the usual end is not known, one in the afternoon
   * after two hours of work or more. After an earlier stop, or where somebody just left, the offer
   * waits until they have been gone for 45 minutes and the usual end is past, or the afternoon has
   * come: in the morning nobody looks back on a day. Who comes back to work takes the stop back.
   */
  private @Nullable Instant offerAt() {
    if (offeredToday() || !worked() || tooLate()) {
      return null;
    }
    Instant stop = stopToday();
    LocalTime usualEnd = habits().usualEnd();
    if (usualEnd == null) {
      if (stop == null) {
        return null;
      }
      Instant afternoon = todayAt(context.days().starts().plusHours(AFTERNOON_HOURS));
      boolean likely = !stop.isBefore(afternoon) && figures.workToday().compareTo(DAYS_WORK) >= 0;
      return likely ? stop : Interval.later(afternoon, stop.plus(GONE));
    }
    Instant end = todayAt(usualEnd);
    if (stop != null) {
      return stop.isBefore(end.minus(GONE)) ? Interval.later(end, stop.plus(GONE)) : stop;
    }
    Instant gap = presence.gap();
    return gap == null ? null : Interval.later(end, gap.plus(GONE));
  }

  /** What is acted on after a night is no evening any more. */
  private boolean tooLate() {
    return context.acting() != null
        && !context.days().dayOf(context.acting()).equals(context.day());
  }

  private @Nullable Instant stopToday() {
    Instant stop = state.stopped();
    return session.id() != null || stop == null || stop.isBefore(context.dayStart()) ? null : stop;
  }

  /** The instant of a time of day on this logical day; a small hour may be tomorrow's date. */
  private Instant todayAt(LocalTime time) {
    LogicalDays days = context.days();
    LocalDate date = time.isBefore(days.starts()) ? context.day().plusDays(1) : context.day();
    return date.atTime(time).atZone(context.zone()).toInstant();
  }
}
