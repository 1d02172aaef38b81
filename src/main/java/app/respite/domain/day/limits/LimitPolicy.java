package app.respite.domain.day.limits;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.breaks.BreaksView;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.session.SessionView;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The limits of day and week, and the day's boundary. */
public final class LimitPolicy implements TimedPolicy {
  private final StepContext context;
  private final PresenceView presence;
  private final SessionView session;
  private final WorkFigures figures;
  private final BreaksView breaks;
  private LimitsState state;

  /** For one step, from the part before it. */
  public LimitPolicy(
      StepContext context,
      PresenceView presence,
      SessionView session,
      WorkFigures figures,
      BreaksView breaks,
      LimitsState state) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.figures = figures;
    this.breaks = breaks;
    this.state = state;
  }

  /** The part as it is by now. */
  public LimitsState state() {
    return state;
  }

  @Override
  public void deadlines(Deadlines to) {
    to.add(nextDay());
    if (breaks.heldBack() == null) {
      if (state.said()) {
        to.add(state.again());
      } else if (session.counting()) {
        to.add(reachedAt(CoachKeys.DAY_LIMIT, figures.workToday()));
      }
      if (session.counting() && !state.weekSaid()) {
        to.add(reachedAt(CoachKeys.WEEK_LIMIT, workThisWeek(context.now())));
      }
    }
  }

  private Instant reachedAt(SettingKey<Duration> limit, Duration worked) {
    Duration left = context.preference(limit).minus(worked);
    return left.isNegative() ? context.now() : context.now().plus(left);
  }

  private Instant nextDay() {
    return context.days().startOf(context.day().plusDays(1));
  }

  @Override
  public void act() {
    if (!context.now().isBefore(nextDay())) {
      beginDay(context.actsAt());
    }
    if (breaks.heldBack() != null) {
      return;
    }
    Instant again = state.again();
    boolean reached =
        session.counting()
            && figures.workToday().compareTo(context.preference(CoachKeys.DAY_LIMIT)) >= 0;
    if (state.said() ? again != null && !context.now().isBefore(again) : reached) {
      state = state.saidNow();
      if (session.id() != null) {
        context.tell(new Event.DayLimit(figures.workToday()));
      }
    }
    Duration week = context.preference(CoachKeys.WEEK_LIMIT);
    if (session.counting()
        && !state.weekSaid()
        && workThisWeek(context.now()).compareTo(week) >= 0) {
      state = state.weekSaidNow();
      context.tell(
          new Event.Advice(
              Event.Advice.Kind.WEEK_LIMIT,
              week,
              "You have worked " + Durations.format(week) + " this week, the limit you set."));
    }
  }

  private void beginDay(Instant at) {
    LocalDate before = context.day();
    Duration worked = workThisWeek(nextDay());
    LocalDate day = context.days().dayOf(at);
    context.beginDay(day);
    state =
        LogicalDays.monday(day).equals(LogicalDays.monday(before))
            ? state.nextDay(worked)
            : LimitsState.SILENT;
    context.tell(new Event.DayRolled(day));
    context.signal(new StepSignal.DayBegan(day));
  }

  private Duration workThisWeek(Instant until) {
    Instant sure = Interval.earlier(until, presence.sure());
    return state.weekBefore().plus(figures.workBetween(context.dayStart(), sure));
  }

  /**
   * Says the limit again later, where it was said and was not put off yet; false where there is
   * nothing to put off.
   *
   * @param length null for the first of {@code postpone.choices}
   */
  public boolean postpone(@Nullable Duration length) {
    if (!state.said() || state.again() != null) {
      return false;
    }
    Duration wanted =
        length == null ? context.preference(CoachKeys.POSTPONE_CHOICES).getFirst() : length;
    state = state.putOff(context.now().plus(wanted));
    return true;
  }

  /** Whether the day's limit was said and not answered, so that skipping means silence. */
  public boolean said() {
    return state.said();
  }
}
