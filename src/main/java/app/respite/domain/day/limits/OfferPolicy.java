package app.respite.domain.day.limits;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.Event;
import app.respite.domain.day.Notices;
import app.respite.domain.day.breaks.BreaksView;
import app.respite.domain.day.breaks.PendingBreak;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.session.SessionView;
import app.respite.domain.day.session.UncountedTimeView;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal.Offer;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.words.Wording;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is at it and nothing counts: no session runs, or it is paused, or its break is over.
 * Counting is offered once, from when it began (B61, B65), and a rest is spoken of all the same
 * (B66). Neither books anything.
 */
public final class OfferPolicy implements TimedPolicy {
  private static final Duration OFFER_AFTER = Duration.ofMinutes(10);
  private static final Duration OFFER_APART = Duration.ofHours(1);

  private final StepContext context;
  private final PresenceView presence;
  private final SessionView session;
  private final UncountedTimeView uncounted;
  private final WorkFigures figures;
  private final BreaksView breaks;
  private OfferState state;

  /** For one step, from the part before it. */
  public OfferPolicy(
      StepContext context,
      PresenceView presence,
      SessionView session,
      UncountedTimeView uncounted,
      WorkFigures figures,
      BreaksView breaks,
      OfferState state) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.uncounted = uncounted;
    this.figures = figures;
    this.breaks = breaks;
    this.state = state;
  }

  /** The part as it is by now. */
  public OfferState state() {
    return state;
  }

  @Override
  public void deadlines(Deadlines to) {
    if (breaks.heldBack() == null) {
      to.add(offerAt());
      to.add(remindAt());
    }
  }

  @Override
  public void act() {
    if (breaks.heldBack() != null) {
      return;
    }
    Instant offer = offerAt();
    if (offer != null && !context.now().isBefore(offer)) {
      String sentence =
          Wording.say(
              session.pause() == null ? "uncounted.offer" : "uncounted.offer-paused",
              "minutes",
              Math.max(5, inFives(Duration.between(offerFrom(), context.now()))),
              "since",
              context.clock(offerFrom()));
      state =
          new OfferState(
              context.now(), true, state.reminded(), Notices.and(state.said(), sentence));
      context.tell(new Event.Advice(Event.Advice.Kind.START, OFFER_AFTER, sentence));
    }
    Instant reminder = remindAt();
    if (reminder != null && !context.now().isBefore(reminder)) {
      Duration length = session.setting(RestRule.LENGTH);
      String sentence =
          Wording.say(
              "uncounted.rest", "minutes", inFives(sinceRest()), "length", length.toMinutes());
      state =
          new OfferState(
              state.offered(), state.spent(), context.now(), Notices.and(state.said(), sentence));
      context.say(sentence);
      context.tell(new Event.Advice(Event.Advice.Kind.REST, length, sentence));
    }
  }

  private static long inFives(Duration length) {
    return Figures.fives(length.toSeconds() / 60.0);
  }

  /** A stretch began, or the next one will be another. */
  public void begun(Offer offer) {
    boolean spent =
        switch (offer) {
          case ANEW -> false;
          case AS_BEFORE -> state.spent();
          case NOT_WANTED -> true;
        };
    state = new OfferState(state.offered(), spent, state.reminded(), null);
  }

  /** The stretch is over, and what was said of it has had its time. */
  public void ended() {
    context.takeBack(state.said());
    state = new OfferState(state.offered(), state.spent(), state.reminded(), null);
  }

  /** From when the minutes on offer would count; null where none are on offer. */
  public @Nullable Instant offerStands() {
    Instant since = uncounted.state().since();
    boolean stands = since != null && state.offered() != null && !state.offered().isBefore(since);
    return stands && uncounted.nothingCounts() ? offerFrom() : null;
  }

  private Instant offerFrom() {
    Instant since = uncounted.state().since();
    Instant from = since == null ? context.now() : since;
    return Interval.later(from, figures.lastRest());
  }

  private boolean input() {
    return uncounted.nothingCounts()
        && uncounted.state().since() != null
        && presence.known()
        && presence.stillSince() == null;
  }

  /** When counting is offered quietly; null where it is not. */
  private @Nullable Instant offerAt() {
    Instant since = uncounted.state().since();
    if (!input() || state.spent() || since == null) {
      return null;
    }
    Instant at = since.plus(OFFER_AFTER);
    return state.offered() == null ? at : Interval.later(at, state.offered().plus(OFFER_APART));
  }

  /**
   * When a rest is spoken of though nothing counts; null where it is not. Who has worked that long
   * already and just stopped or paused may be about to rest, and is left in peace for a while.
   */
  private @Nullable Instant remindAt() {
    Instant since = uncounted.state().since();
    PendingBreak pending = breaks.state().pending();
    boolean asked = pending != null && pending.stage() == PendingBreak.Stage.DUE;
    if (!input()
        || asked
        || since == null
        || (state.reminded() != null && state.reminded().isAfter(figures.lastRest()))) {
      return null;
    }
    Duration wanted =
        Durations.min(session.setting(RestRule.EARLIEST), session.setting(RestRule.LATEST));
    Instant at = context.now().plus(wanted.minus(sinceRest()));
    return at.isAfter(since) ? at : since.plus(OFFER_AFTER);
  }

  /** Input since the last rest, counted as work or not. */
  private Duration sinceRest() {
    Instant rested = figures.lastRest();
    Duration sum = figures.sinceRest();
    for (Interval stretch : uncounted.state().until(context.now())) {
      Instant from = Interval.later(stretch.start(), rested);
      if (from.isBefore(stretch.end())) {
        sum = sum.plus(Duration.between(from, stretch.end()));
      }
    }
    return sum;
  }
}
