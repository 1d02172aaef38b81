package app.respite.domain.day;

import app.respite.domain.work.JournalRecord.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the coach has counted and history has not, or not so, yet.
 *
 * @param spans one whose id history knows stands in that one's place
 * @param sprint the sprint that runs, be it held; null where none does
 */
public record OpenWork(List<Span> spans, @Nullable RunningSprint sprint) {
  /** Nothing is open. */
  public static final OpenWork NONE = new OpenWork(List.of(), null);

  public OpenWork {
    spans = List.copyOf(spans);
  }
}
