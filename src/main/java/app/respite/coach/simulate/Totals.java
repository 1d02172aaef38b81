package app.respite.coach.simulate;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.Event;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Adds up a simulated journal: all of it, whatever the days. */
final class Totals {
  private Totals() {}

  static Event.Summary of(JournalReader journal, Duration sinceRest) {
    Map<SpanState, Duration> sums = new EnumMap<>(SpanState.class);
    for (Span span : journal.all(Span.class)) {
      sums.merge(span.state(), span.length(), Duration::plus);
    }
    List<Sprint> sprints = journal.all(Sprint.class);
    List<Break> breaks = journal.all(Break.class);
    List<Decision> decisions = journal.all(Decision.class);
    return new Event.Summary(
        seconds(sums, SpanState.WORK),
        seconds(sums, SpanState.BREAK),
        seconds(sums, SpanState.NATURAL),
        seconds(sums, SpanState.IDLE),
        seconds(sums, SpanState.PAUSED),
        seconds(sums, SpanState.READY),
        seconds(sums, SpanState.AWAY),
        sinceRest.toSeconds(),
        count(sprints, sprint -> sprint.outcome() == SprintOutcome.COMPLETED),
        count(sprints, sprint -> sprint.outcome() == SprintOutcome.PARTIAL),
        count(breaks, taken -> taken.type() != BreakKind.NATURAL && taken.credited()),
        count(decisions, decision -> decision.answer() == Answer.SKIPPED),
        count(decisions, decision -> decision.answer() == Answer.POSTPONED));
  }

  private static long seconds(Map<SpanState, Duration> sums, SpanState state) {
    return sums.getOrDefault(state, Duration.ZERO).toSeconds();
  }

  private static <R> int count(List<R> records, Predicate<R> wanted) {
    return (int) records.stream().filter(wanted).count();
  }
}
