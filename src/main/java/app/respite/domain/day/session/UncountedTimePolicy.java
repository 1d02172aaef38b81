package app.respite.domain.day.session;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.step.StepSignal.Offer;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows whether somebody is at it and nothing counts: no session runs, or it is paused, or its
 * break is over. It books nothing.
 */
public final class UncountedTimePolicy implements UncountedTimeView {
  private final StepContext context;
  private final PresenceView presence;
  private final SessionView session;
  private final Supplier<Instant> lastRest;
  private UncountedTime state;

  UncountedTimePolicy(
      StepContext context,
      PresenceView presence,
      SessionView session,
      Supplier<Instant> lastRest,
      UncountedTime state) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.lastRest = lastRest;
    this.state = state;
  }

  @Override
  public UncountedTime state() {
    return state;
  }

  /** Begins or ends the stretch, as what is going on and who is there now ask for. */
  public void follow() {
    Instant still = presence.stillSince();
    boolean gone = still != null && longEnough(still);
    boolean open = nothingCounts() && presence.known() && presence.locked() == null;
    if (state.since() != null && (!open || gone)) {
      end(still != null && gone ? Interval.earlier(still, context.now()) : context.now());
    } else if (state.since() == null && open && !gone) {
      begin(context.now(), restedBefore() ? Offer.ANEW : Offer.AS_BEFORE);
    }
  }

  private boolean longEnough(Instant still) {
    return presence.declared()
        || Durations.atLeast(
            Duration.between(still, context.actsAt()), context.preference(CoachKeys.IDLE_AFTER));
  }

  private boolean restedBefore() {
    return state.before().isEmpty()
        || Durations.atLeast(
            Duration.between(state.before().getLast().end(), context.now()),
            session.setting(RestRule.RESETS_AFTER));
  }

  @Override
  public boolean nothingCounts() {
    return session.id() == null
        || session.pause() != null
        || (session.phase() instanceof Phase.Ready && !session.beyondBreak());
  }

  /** A stretch begins at an instant; null where none does, and the next one is another. */
  public void begin(@Nullable Instant at, Offer offer) {
    state = new UncountedTime(at, state.before());
    context.signal(new StepSignal.UncountedBegan(offer));
  }

  /** The stretch that goes on, if one does, was over at an instant. */
  public void end(Instant at) {
    Instant since = state.since();
    if (since == null) {
      return;
    }
    Instant rested = lastRest.get();
    List<Interval> stretches = new ArrayList<>(state.before());
    stretches.removeIf(stretch -> !stretch.end().isAfter(rested));
    if (since.isBefore(at)) {
      stretches.add(new Interval(since, at));
    }
    state = new UncountedTime(null, stretches);
    context.signal(new StepSignal.UncountedEnded());
  }

  /**
   * From now on time counts again; what is forgotten later is another stretch with its own offer.
   */
  void counting() {
    end(context.now());
    begin(null, Offer.ANEW);
  }

  /** What lies after an instant is counted now. */
  void countedFrom(Instant at) {
    List<Interval> left = new ArrayList<>();
    for (Interval stretch : state.before()) {
      if (!stretch.end().isAfter(at)) {
        left.add(stretch);
      } else if (stretch.start().isBefore(at)) {
        left.add(new Interval(stretch.start(), at));
      }
    }
    state = new UncountedTime(state.since(), left);
  }
}
