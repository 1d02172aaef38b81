package app.respite.exchange;

import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Instant;

/**
 * What comes without spans took its time all the same: a sprint was work from its start on, as long
 * as it says, and a break was rest from its start to its end.
 */
final class AssumedSpan {
  private AssumedSpan() {}

  /** The stretch, the same at every import; of no length where the sprint tells of no work. */
  static Span of(Sprint sprint) {
    Instant end = sprint.start().plusSeconds(sprint.activeSeconds());
    return new Span(
        Ids.of("assumed span", sprint.id().toString()),
        Ids.of("assumed session", sprint.id().toString()),
        sprint.id(),
        sprint.task(),
        SpanState.WORK,
        null,
        sprint.start(),
        end.isAfter(sprint.end()) ? sprint.end() : end,
        null);
  }

  /** The stretch of a break, the same at every import; of no length where the break has none. */
  static Span of(Break taken) {
    return new Span(
        Ids.of("assumed span", taken.id().toString()),
        Ids.of("assumed session", taken.id().toString()),
        null,
        null,
        taken.type() == BreakKind.NATURAL ? SpanState.NATURAL : SpanState.BREAK,
        null,
        taken.start(),
        taken.end(),
        null);
  }
}
