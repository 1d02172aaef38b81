package app.respite.domain.day;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is at it and nothing counts: no session runs, or it is paused, or its break is over.
 * Counting is offered once, from when it began (B61, B65), and a rest is spoken of all the same
 * (B66). Neither books anything.
 */
final class UncountedDesk implements Desk {
  private static final Duration OFFER_AFTER = Duration.ofMinutes(10);
  private static final Duration OFFER_APART = Duration.ofHours(1);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Turn turn;
  private final Desks desks;

  UncountedDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  @Override
  public void deadlines(Deadlines to) {
    if (desks.holds.reason() == null) {
      to.add(offerAt());
      to.add(remindAt());
    }
  }

  @Override
  public void act() {
    follow();
    if (desks.holds.reason() != null) {
      return;
    }
    Instant offer = offerAt();
    if (offer != null && !turn.now.isBefore(offer)) {
      String sentence =
          Wording.say(
              turn.pause == null ? "uncounted.offer" : "uncounted.offer-paused",
              "minutes",
              Math.max(5, inFives(Duration.between(offerFrom(), turn.now))),
              "since",
              clock(offerFrom()));
      turn.uncounted = turn.uncounted.offering(turn.now, sentence);
      turn.tell(new Event.Advice("start", OFFER_AFTER, sentence));
    }
    Instant reminder = remindAt();
    if (reminder != null && !turn.now.isBefore(reminder)) {
      Duration length = turn.setting(RestRule.LENGTH);
      String sentence =
          Wording.say(
              "uncounted.rest", "minutes", inFives(sinceRest()), "length", length.toMinutes());
      turn.uncounted = turn.uncounted.reminding(turn.now, sentence);
      turn.say(sentence);
      turn.tell(new Event.Advice(AdviceDesk.REST, length, sentence));
    }
  }

  private static long inFives(Duration length) {
    return Figures.fives(length.toSeconds() / 60.0);
  }

  String clock(Instant at) {
    return CLOCK.format(at.atZone(turn.zone));
  }

  /** Begins or ends the stretch, as what is going on and who is there now ask for. */
  void follow() {
    Instant still = still();
    boolean gone = still != null && longEnough(still);
    boolean open = nothingCounts() && turn.presence.known() && turn.presence.locked() == null;
    Uncounted before = turn.uncounted;
    if (before.since() != null && (!open || gone)) {
      end(still != null && gone ? Interval.earlier(still, turn.now) : turn.now);
    } else if (before.since() == null && open && !gone) {
      turn.uncounted = before.begun(turn.now, before.spent() && !restedBefore(before));
    }
  }

  private boolean longEnough(Instant still) {
    Instant now = turn.acting == null ? turn.now : turn.acting;
    return turn.presence.declared()
        || Durations.atLeast(
            Duration.between(still, now), turn.preferences.get(CoachKeys.IDLE_AFTER));
  }

  private boolean restedBefore(Uncounted uncounted) {
    return uncounted.before().isEmpty()
        || Durations.atLeast(
            Duration.between(uncounted.before().getLast().end(), turn.now),
            turn.setting(RestRule.RESETS_AFTER));
  }

  /** Since when nobody has touched anything; null while somebody does. */
  private @Nullable Instant still() {
    Instant still = turn.presence.handsOff();
    for (Instant other : new Instant[] {turn.presence.gap(), turn.presence.locked()}) {
      if (other != null) {
        still = still == null ? other : Interval.earlier(still, other);
      }
    }
    return still;
  }

  private boolean nothingCounts() {
    return turn.session == null
        || turn.pause != null
        || (turn.phase instanceof Phase.Ready && !turn.beyondBreak());
  }

  /** The stretch that goes on, if one does, was over at an instant. */
  void end(Instant at) {
    Uncounted was = turn.uncounted;
    if (was.since() == null) {
      return;
    }
    turn.notice = Notices.without(turn.notice, was.said());
    Instant rested = turn.lastRest();
    List<Interval> stretches = new ArrayList<>(was.before());
    stretches.removeIf(stretch -> !stretch.end().isAfter(rested));
    if (was.since().isBefore(at)) {
      stretches.add(new Interval(was.since(), at));
    }
    turn.uncounted = was.with(stretches).begun(null, was.spent());
  }

  /**
   * From now on time counts again; what is forgotten later is another stretch with its own offer.
   */
  void counting() {
    end(turn.now);
    turn.uncounted = turn.uncounted.begun(null, false);
  }

  /** What lies after an instant is counted now. */
  void countedFrom(Instant at) {
    List<Interval> left = new ArrayList<>();
    for (Interval stretch : turn.uncounted.before()) {
      if (!stretch.end().isAfter(at)) {
        left.add(stretch);
      } else if (stretch.start().isBefore(at)) {
        left.add(new Interval(stretch.start(), at));
      }
    }
    turn.uncounted = turn.uncounted.with(left);
  }

  /** From when the minutes on offer would count; null where none are on offer. */
  @Nullable Instant offerStands() {
    Uncounted now = turn.uncounted;
    boolean stands =
        now.since() != null && now.offered() != null && !now.offered().isBefore(now.since());
    return stands && nothingCounts() ? offerFrom() : null;
  }

  private Instant offerFrom() {
    Instant since = turn.uncounted.since();
    Instant from = since == null ? turn.now : since;
    return Interval.later(from, turn.lastRest());
  }

  private boolean input() {
    return nothingCounts()
        && turn.uncounted.since() != null
        && turn.presence.known()
        && still() == null;
  }

  /** When counting is offered quietly; null where it is not. */
  private @Nullable Instant offerAt() {
    Uncounted now = turn.uncounted;
    if (!input() || now.spent() || now.since() == null) {
      return null;
    }
    Instant at = now.since().plus(OFFER_AFTER);
    return now.offered() == null ? at : Interval.later(at, now.offered().plus(OFFER_APART));
  }

  /**
   * When a rest is spoken of though nothing counts; null where it is not. Who has worked that long
   * already and just stopped or paused may be about to rest, and is left in peace for a while.
   */
  private @Nullable Instant remindAt() {
    Uncounted now = turn.uncounted;
    boolean asked = turn.pending != null && turn.pending.stage() == PendingBreak.Stage.DUE;
    if (!input()
        || asked
        || now.since() == null
        || (now.reminded() != null && now.reminded().isAfter(turn.lastRest()))) {
      return null;
    }
    Duration wanted = Durations.min(turn.setting(RestRule.EARLIEST), turn.setting(RestRule.LATEST));
    Instant at = turn.now.plus(wanted.minus(sinceRest()));
    return at.isAfter(now.since()) ? at : now.since().plus(OFFER_AFTER);
  }

  /** Input since the last rest, counted as work or not. */
  private Duration sinceRest() {
    Instant rested = turn.lastRest();
    Duration sum = turn.sinceRest();
    for (Interval stretch : turn.uncounted.seen(turn.now)) {
      Instant from = Interval.later(stretch.start(), rested);
      if (from.isBefore(stretch.end())) {
        sum = sum.plus(Duration.between(from, stretch.end()));
      }
    }
    return sum;
  }
}
