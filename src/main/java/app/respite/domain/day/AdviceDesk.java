package app.respite.domain.day;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Course;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the coach has learnt of the person, and when a rest fits in this stretch of work. Without
 * knowledge it says nothing and the rules stand alone.
 */
final class AdviceDesk {
  /** The kind of the advice that tells of a rest that moved. */
  static final String REST = "rest";

  /** A rest that moves by less is not told of. */
  private static final Duration MOVED = Duration.ofMinutes(5);

  private final Turn turn;
  private final Desks desks;

  AdviceDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  /**
   * Works the advice out for the stretch of work that has begun, so that it is there as long as
   * that lasts, and tells of a rest that moved.
   */
  void refresh() {
    TirednessState.Advised before = turn.tiredness.advised();
    if (turn.tiredness.knowledge() == null || !turn.counting() || current(before)) {
      return;
    }
    TirednessState.Advised now = workOut();
    if (now != null) {
      turn.tiredness = new TirednessState(turn.tiredness.knowledge(), now);
      tellOfMovedRest();
    }
  }

  /** When a rest fits; null where nothing is known, or a rest was skipped since the last one. */
  @Nullable RestAdvice rest() {
    if (turn.restSkippedAt != null && turn.restSkippedAt.isAfter(turn.lastRest())) {
      return null;
    }
    TirednessState.Advised advised = turn.tiredness.advised();
    if (!current(advised)) {
      advised = workOut();
    }
    return advised == null ? null : advised.advice();
  }

  private boolean current(TirednessState.@Nullable Advised advised) {
    return advised != null
        && advised.rested().equals(turn.lastRest())
        && advised.threshold() == threshold()
        && advised.earliest().equals(turn.setting(RestRule.EARLIEST))
        && advised.latest().equals(turn.setting(RestRule.LATEST));
  }

  private TirednessState.@Nullable Advised workOut() {
    RestAdvisor standing = standing().orElse(null);
    if (standing == null) {
      return null;
    }
    Duration earliest = turn.setting(RestRule.EARLIEST);
    Duration latest = turn.setting(RestRule.LATEST);
    RestAdvice advice =
        standing.advise(threshold(), minutes(turn.sinceRest()), minutes(earliest), minutes(latest));
    return new TirednessState.Advised(turn.lastRest(), threshold(), earliest, latest, advice);
  }

  /** The rating at which the person wants to rest. */
  int threshold() {
    return turn.preferences.get(CoachKeys.FATIGUE_THRESHOLD);
  }

  /** Where the person stands now; empty where nothing is known of them. */
  Optional<RestAdvisor> standing() {
    Knowledge known = turn.tiredness.knowledge();
    if (known == null) {
      return Optional.empty();
    }
    List<Step> today = Course.today(spans(), turn.sure());
    Instant last = known.belief().lastRating();
    boolean sameDay = last != null && !today.isEmpty() && !last.isBefore(dayBegan());
    Belief belief = sameDay ? known.belief() : known.belief().onNewDay();
    return Optional.of(RestAdvisor.after(today, belief));
  }

  /** The spans so far, the open one up to when it is sure. */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>(turn.ledger.spans());
    Ledger.Open open = turn.ledger.open();
    if (open != null && open.since().isBefore(turn.sure())) {
      spans.add(open.until(open.session(), turn.sure()));
    }
    return spans;
  }

  /** When work began after the last long gap. */
  private Instant dayBegan() {
    Instant began = turn.now;
    for (Span span : spans().reversed()) {
      if (Duration.between(span.end(), began).compareTo(Course.NEW_DAY) >= 0) {
        break;
      }
      began = span.start();
    }
    return began;
  }

  private void tellOfMovedRest() {
    TirednessState.Advised advised = turn.tiredness.advised();
    if (advised == null || !advised.advice().personal()) {
      return;
    }
    Duration usual =
        turn.suggestions.told() == null
            ? Durations.min(advised.earliest(), advised.latest())
            : turn.suggestions.told();
    boolean moved = advised.advice().after().minus(usual).abs().compareTo(MOVED) >= 0;
    Optional<Proposal> next =
        desks.breaks.next().filter(proposal -> proposal.kind() == BreakKind.REST);
    if (moved && next.isPresent() && desks.holds.reason() == null) {
      turn.suggestions = turn.suggestions.telling(advised.advice().after());
      Duration length = next.get().length();
      turn.tell(
          new Event.Advice(
              REST,
              length,
              AdviceWords.sentence(
                  advised.advice(), length, AdviceWords.around(next.get().due(), turn.zone))));
    }
  }

  static double minutes(Duration length) {
    return length.toNanos() / 6e10;
  }

  void learned(Knowledge knowledge) {
    TirednessState.Advised before = turn.tiredness.advised();
    turn.tiredness = new TirednessState(knowledge, null);
    TirednessState.Advised now = before == null ? null : workOut();
    if (before != null && now != null) {
      turn.tiredness = new TirednessState(turn.tiredness.knowledge(), now);
      if (turn.counting()) {
        tellOfMovedRest();
      }
    }
    desks.suggestions.learned();
  }
}
