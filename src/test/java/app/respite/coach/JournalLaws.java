package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.JournalReader;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What holds in every journal, whatever was done to it. */
public final class JournalLaws {
  private JournalLaws() {}

  /** No moment twice, no work without its task. */
  public static void standsAlone(JournalReader journal) {
    List<Span> spans = new ArrayList<>(journal.all(Span.class));
    spans.sort(Comparator.comparing(Span::start));
    for (int i = 0; i < spans.size(); i++) {
      assertThat(spans.get(i).length()).as("%s", spans.get(i)).isPositive();
      if (i > 0) {
        assertThat(spans.get(i).start())
            .as("%s after %s", spans.get(i), spans.get(i - 1))
            .isAfterOrEqualTo(spans.get(i - 1).end());
      }
    }
    Set<UUID> tasks = journal.all(Task.class).stream().map(Task::id).collect(Collectors.toSet());
    assertThat(journal.all(Sprint.class)).allMatch(sprint -> tasks.contains(sprint.task()));
    assertThat(spans).allMatch(span -> span.task() == null || tasks.contains(span.task()));
  }
}
