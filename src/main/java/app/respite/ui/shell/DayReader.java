package app.respite.ui.shell;

import app.respite.coach.port.JournalReader;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.today.DayFigures;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up the day for the line below the timeline. */
final class DayReader {
  private DayReader() {}

  static DayFigures figures(
      List<Span> spans,
      List<Sprint> sprints,
      Interval today,
      List<Task> tasks,
      @Nullable String chosen,
      JournalReader journal) {
    Duration work =
        spans.stream()
            .filter(span -> span.state() == SpanState.WORK)
            .map(Span::length)
            .reduce(Duration.ZERO, Duration::plus);
    List<Sprint> ended =
        sprints.stream()
            .filter(sprint -> !sprint.end().isBefore(today.start()))
            .filter(sprint -> sprint.end().isBefore(today.end()))
            .toList();
    int items = ended.stream().mapToInt(DayReader::items).sum();
    UUID task =
        tasks.stream()
            .filter(each -> each.name().equals(chosen))
            .map(Task::id)
            .findFirst()
            .orElse(null);
    List<Sprint> own = ended.stream().filter(sprint -> sprint.task().equals(task)).toList();
    long seconds = own.stream().mapToLong(Sprint::activeSeconds).sum();
    int counted = own.stream().mapToInt(DayReader::items).sum();
    int breaks =
        (int)
            journal.find(Break.class, today).stream()
                .filter(taken -> taken.type() != BreakKind.NATURAL)
                .count();
    return new DayFigures(
        ended.size(),
        work,
        items,
        breaks,
        counted == 0 || seconds == 0 ? null : Math.round(3600.0 * counted / seconds));
  }

  private static int items(Sprint sprint) {
    Integer items = sprint.items();
    return items == null ? 0 : items;
  }
}
