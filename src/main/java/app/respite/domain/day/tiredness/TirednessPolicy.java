package app.respite.domain.day.tiredness;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.session.SessionView;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.tiredness.TirednessState.Advised;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Course;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import app.respite.domain.work.JournalRecord.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the coach has learnt of the person, and when a rest fits in this stretch of work. Without
 * knowledge it says nothing and the rules stand alone.
 */
public final class TirednessPolicy implements TirednessView {
  private final StepContext context;
  private final PresenceView presence;
  private final SessionView session;
  private final WorkFigures figures;
  private TirednessState state;

  /** For one step, from the part before it. */
  public TirednessPolicy(
      StepContext context,
      PresenceView presence,
      SessionView session,
      WorkFigures figures,
      TirednessState state) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.figures = figures;
    this.state = state;
  }

  /** The part as it is by now. */
  public TirednessState state() {
    return state;
  }

  @Override
  public @Nullable Knowledge knowledge() {
    return state.knowledge();
  }

  @Override
  public @Nullable Advised advised() {
    return state.advised();
  }

  /**
   * Works the advice out for the stretch of work that has begun, so that it is there as long as
   * that lasts; whether there is a new one.
   */
  public boolean refresh() {
    if (state.knowledge() == null || !session.counting() || current(state.advised())) {
      return false;
    }
    return advise(workOut());
  }

  /** More is known; whether there is a new advice in place of the one before. */
  public boolean learned(Knowledge knowledge) {
    boolean before = state.advised() != null;
    state = new TirednessState(knowledge, null);
    return before && advise(workOut());
  }

  private boolean advise(@Nullable Advised now) {
    if (now == null) {
      return false;
    }
    state = new TirednessState(state.knowledge(), now);
    return true;
  }

  @Override
  public @Nullable RestAdvice rest() {
    Advised advised = state.advised();
    if (!current(advised)) {
      advised = workOut();
    }
    return advised == null ? null : advised.advice();
  }

  private boolean current(@Nullable Advised advised) {
    return advised != null
        && advised.rested().equals(figures.lastRest())
        && advised.threshold() == threshold()
        && advised.earliest().equals(session.setting(RestRule.EARLIEST))
        && advised.latest().equals(session.setting(RestRule.LATEST));
  }

  private @Nullable Advised workOut() {
    RestAdvisor standing = standing().orElse(null);
    if (standing == null) {
      return null;
    }
    Duration earliest = session.setting(RestRule.EARLIEST);
    Duration latest = session.setting(RestRule.LATEST);
    RestAdvice advice =
        standing.advise(
            threshold(), minutes(figures.sinceRest()), minutes(earliest), minutes(latest));
    return new Advised(figures.lastRest(), threshold(), earliest, latest, advice);
  }

  @Override
  public int threshold() {
    return context.preference(CoachKeys.FATIGUE_THRESHOLD);
  }

  @Override
  public Optional<RestAdvisor> standing() {
    Knowledge known = state.knowledge();
    if (known == null) {
      return Optional.empty();
    }
    List<Step> today = Course.today(figures.spans(), presence.sure());
    Instant last = known.belief().lastRating();
    boolean sameDay = last != null && !today.isEmpty() && !last.isBefore(dayBegan());
    Belief belief = sameDay ? known.belief() : known.belief().onNewDay();
    return Optional.of(RestAdvisor.after(today, belief));
  }

  /** When work began after the last long gap. */
  private Instant dayBegan() {
    Instant began = context.now();
    for (Span span : figures.spans().reversed()) {
      if (Duration.between(span.end(), began).compareTo(Course.NEW_DAY) >= 0) {
        break;
      }
      began = span.start();
    }
    return began;
  }

  /** A length in minutes, as the model counts. */
  public static double minutes(Duration length) {
    return length.toNanos() / 6e10;
  }
}
