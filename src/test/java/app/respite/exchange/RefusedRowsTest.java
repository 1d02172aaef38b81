package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B72: what cannot be typed in by hand cannot come in by a file either. */
class RefusedRowsTest {
  private static final String TASK =
      "{\"kind\":\"task\",\"id\":\"00000000-0000-4000-8000-00000000000%d\",\"name\":\"%s\","
          + "\"platform\":\"%s\"}";

  @TempDir Path folder;

  private final MemoryTarget journal = new MemoryTarget();

  private static String task(int id, String name, String platform) {
    return TASK.formatted(id, name, platform);
  }

  private static String sprint(int id, int task, String start, String end, String more) {
    return "{\"kind\":\"sprint\",\"id\":\"00000000-0000-4000-8000-%012d\",".formatted(id)
        + "\"task\":\"00000000-0000-4000-8000-00000000000%d\",".formatted(task)
        + "\"start\":\"%s\",\"end\":\"%s\"%s}".formatted(start, end, more);
  }

  private static String span(int id, int sprint, String start, String end) {
    return "{\"kind\":\"span\",\"id\":\"00000000-0000-4000-8000-%012d\",".formatted(id)
        + "\"session\":\"00000000-0000-4000-9000-000000000001\","
        + "\"sprint\":\"00000000-0000-4000-8000-%012d\",\"state\":\"work\",".formatted(sprint)
        + "\"start\":\"%s\",\"end\":\"%s\"}".formatted(start, end);
  }

  private ImportReport take(String... lines) throws Exception {
    return run(file(folder, "in.jsonl", String.join("\n", lines) + "\n"), journal);
  }

  private List<String> ids(Class<Sprint> kind) {
    return journal.all(kind).stream().map(one -> one.id().toString().substring(33)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-02T09:00:00+01:00|2026-05-02T09:25:00+01:00|,"activeSeconds":50|longer than a day
          2026-03-02T09:00:00+01:00|2026-03-02T09:25:00+01:00|,"activeSeconds":99999|more work
          2036-03-02T09:00:00+01:00|2036-03-02T09:25:00+01:00||still to come
          2026-03-02T09:00:00+01:00|2026-03-02T09:25:00+01:00|,"items":3,"rejected":5|5 of 3
          """)
  void b72ASprintThatCannotBeIsRefusedWithItsLine(String start, String end, String more, String why)
      throws Exception {
    ImportReport report =
        take(
            task(1, "T", ""),
            sprint(101, 1, start, end, more == null ? "" : more),
            sprint(102, 1, "2026-03-02T10:00:00+01:00", "2026-03-02T10:25:00+01:00", ""));
    assertThat(report.refused()).singleElement();
    assertThat(report.refused().getFirst().line()).isEqualTo(2);
    assertThat(report.refused().getFirst().why()).contains(why);
    assertThat(report.rows()).isEqualTo(3);
    assertThat(ids(Sprint.class)).containsExactly("102");
  }

  @Test
  void b72TheSecondOfTwoSprintsAtOneTimeIsRefused() throws Exception {
    String[] lines = {
      task(1, "T", ""),
      sprint(101, 1, "2026-03-02T09:00:00+01:00", "2026-03-02T09:25:00+01:00", ""),
      sprint(102, 1, "2026-03-02T09:10:00+01:00", "2026-03-02T09:35:00+01:00", ""),
      sprint(103, 1, "2026-03-02T09:25:00+01:00", "2026-03-02T09:30:00+01:00", ""),
    };
    for (int time = 0; time < 2; time++) {
      ImportReport report = take(lines);
      assertThat(report.refused().stream().map(ImportReport.Refusal::line)).containsExactly(3L);
      assertThat(ids(Sprint.class)).containsExactly("101", "103");
      assertThat(journal.all(Span.class)).hasSize(2);
    }
    ImportReport later =
        take(sprint(104, 1, "2026-03-02T09:20:00+01:00", "2026-03-02T09:22:00+01:00", ""));
    assertThat(later.refused().getFirst().why()).contains("overlaps", "2026-03-02T08:00:00Z");
    assertThat(later.added()).isZero();
  }

  @Test
  void b72ASprintGoesWithItsStretches() throws Exception {
    ImportReport report =
        take(
            task(1, "T", ""),
            span(201, 101, "2026-03-02T09:00:00Z", "2026-03-02T09:25:00Z"),
            span(202, 102, "2026-03-02T10:00:00Z", "2026-03-02T10:10:00Z"),
            span(203, 102, "2026-03-02T09:20:00Z", "2026-03-02T09:30:00Z"),
            sprint(101, 1, "2026-03-02T09:00:00Z", "2026-03-02T09:25:00Z", ""),
            sprint(102, 1, "2026-03-02T09:20:00Z", "2026-03-02T10:10:00Z", ""));
    assertThat(report.refused().stream().map(ImportReport.Refusal::line))
        .containsExactly(3L, 4L, 6L);
    assertThat(ids(Sprint.class)).containsExactly("101");
    assertThat(journal.all(Span.class)).hasSize(1);
  }

  @Test
  void tasksThatLookAlikeAreOneWhateverTheirIds() throws Exception {
    String start = "2026-03-02T09:%02d:00Z";
    take(task(1, "Café", "Appen"));
    ImportReport report =
        take(
            task(2, "cafe\u0301 ", "APPEN"),
            task(3, "Café", "Clickworker"),
            sprint(101, 2, start.formatted(0), start.formatted(10), ""),
            sprint(102, 3, start.formatted(10), start.formatted(20), ""));
    assertThat(report.refused()).isEmpty();
    assertThat(journal.all(Task.class)).hasSize(2);
    assertThat(
            journal.all(Sprint.class).stream()
                .map(one -> one.task().toString().substring(35))
                .collect(Collectors.joining(" ")))
        .isEqualTo("1 3");
  }

  @Test
  void namesObeyOneLimit() throws Exception {
    String huge = "x".repeat(1_000_000);
    ImportReport report =
        take(
            task(1, huge, ""),
            task(2, "y".repeat(80), ""),
            String.format(
                Locale.ROOT,
                "{\"kind\":\"sprint\",\"task\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}",
                huge,
                "2026-03-02T09:00:00Z",
                "2026-03-02T09:10:00Z"));
    assertThat(report.refused().stream().map(ImportReport.Refusal::line)).containsExactly(1L, 3L);
    assertThat(report.refused().getFirst().why()).contains("1000000 characters", "80");
    assertThat(journal.all(Task.class)).hasSize(1);
  }
}
