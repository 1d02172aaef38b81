package app.respite.domain.day.breaks;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RuleBook;
import app.respite.domain.breaks.Situation;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionView;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.tiredness.TirednessView;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the break rules propose by now; decides nothing. */
final class UpcomingBreaks {
  private final StepContext context;
  private final SessionView session;
  private final WorkFigures figures;
  private final TirednessView tiredness;
  private final Supplier<@Nullable Instant> restSkippedAt;

  UpcomingBreaks(
      StepContext context,
      SessionView session,
      WorkFigures figures,
      TirednessView tiredness,
      Supplier<@Nullable Instant> restSkippedAt) {
    this.context = context;
    this.session = session;
    this.figures = figures;
    this.tiredness = tiredness;
    this.restSkippedAt = restSkippedAt;
  }

  private Situation situation() {
    Phase.Sprint sprint = session.phase() instanceof Phase.Sprint running ? running : null;
    return new Situation(
        context.now(),
        context.preferences(),
        session.task() == null ? null : session.task().name(),
        session.heavy(),
        session.lastFlow(),
        sprint == null ? null : sprint.end(),
        null,
        sprint == null ? Math.max(1, figures.sprintsInSet()) : figures.numberInSet(sprint),
        figures.sinceRest(),
        towardsRest(),
        restAdvice());
  }

  /** When a rest fits; null where that is not known, or a rest was skipped since the last one. */
  private @Nullable RestAdvice restAdvice() {
    Instant skipped = restSkippedAt.get();
    return skipped != null && skipped.isAfter(figures.lastRest()) ? null : tiredness.rest();
  }

  /** Work since the last rest, or since the rest that was skipped last. */
  private Duration towardsRest() {
    Instant rested = figures.lastRest();
    Instant skipped = restSkippedAt.get();
    return figures.workSince(skipped == null ? rested : Interval.later(rested, skipped));
  }

  /** What the rules propose while work is counted; otherwise nothing. */
  List<Proposal> whileCounting() {
    return session.counting() ? now() : List.of();
  }

  /** What the rules propose, whether or not work is counted at this moment. */
  List<Proposal> now() {
    return RuleBook.proposals(situation());
  }

  /** The first of them that no longer one covers and for which a pending break does not stand. */
  Optional<Proposal> next(@Nullable PendingBreak pending) {
    List<Proposal> all = whileCounting();
    return all.stream()
        .filter(proposal -> !standsBefore(pending, proposal))
        .filter(proposal -> RuleBook.coverOf(proposal, all).isEmpty())
        .findFirst();
  }

  /** A longer break that falls due so soon that a pending one gives way to it. */
  Optional<Proposal> soonAndLonger(PendingBreak pending) {
    Instant soon = context.now().plus(RuleBook.COVERED_WITHIN);
    return whileCounting().stream()
        .filter(proposal -> !standsBefore(pending, proposal) && !proposal.due().isAfter(soon))
        .findFirst();
  }

  /** Whether less was worked towards a rest than one is due for. */
  boolean restIsGroundless() {
    return RuleBook.restAfter(situation()).compareTo(towardsRest()) > 0;
  }

  /** One plain clause on why a rest is due. */
  String restReason() {
    return RuleBook.restReason(situation());
  }

  /** Whether a pending break stands for a proposed one, being of its kind or no shorter. */
  static boolean standsBefore(@Nullable PendingBreak pending, Proposal proposal) {
    return pending != null
        && (pending.kind() == proposal.kind()
            || pending.length().compareTo(proposal.length()) >= 0);
  }
}
