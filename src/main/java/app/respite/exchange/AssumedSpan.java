package app.respite.exchange;

import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Instant;

/** A sprint that comes without spans was work from its start on, as long as it says. */
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
}
