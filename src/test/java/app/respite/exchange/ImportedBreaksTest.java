package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks that come without stretches of time took their time all the same. */
class ImportedBreaksTest {
  private static final String POMODORO =
      """
      {"kind":"sprint","task":"Boxes","start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:25:00Z"}
      {"kind":"break","type":"short","start":"2026-03-02T09:25:00Z","end":"2026-03-02T09:30:00Z"}
      {"kind":"sprint","task":"Boxes","start":"2026-03-02T09:30:00Z","end":"2026-03-02T09:55:00Z"}
      {"kind":"break","type":"natural","start":"2026-03-02T09:55:00Z","end":"2026-03-02T10:10:00Z"}
      """;

  @TempDir Path folder;
  private final MemoryTarget journal = new MemoryTarget();

  private ImportReport run(String text) throws Exception {
    return new Importer().run(file(folder, "pomodoro.jsonl", text), options(), journal);
  }

  private Duration rest(SpanState state) {
    return journal.all(Span.class).stream()
        .filter(span -> span.state() == state)
        .map(Span::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void aBreakIsRestFromItsStartToItsEndOnceHoweverOftenItComes() throws Exception {
    for (int i = 0; i < 2; i++) {
      ImportReport report = run(POMODORO);
      assertThat(report.refused()).isEmpty();
      assertThat(report.notes()).isEmpty();
      assertThat(rest(SpanState.BREAK)).isEqualTo(Duration.ofMinutes(5));
      assertThat(rest(SpanState.NATURAL)).isEqualTo(Duration.ofMinutes(15));
      assertThat(rest(SpanState.WORK)).isEqualTo(Duration.ofMinutes(50));
      assertThat(journal.all(Span.class)).hasSize(4);
    }
  }

  @Test
  void aBreakInTheMidstOfOtherTimeCountsAndTakesNone() throws Exception {
    ImportReport report =
        run(
            POMODORO
                + """
                {"kind":"break","type":"short","start":"2026-03-02T09:10:00Z","end":"2026-03-02T09:15:00Z"}
                """);
    assertThat(report.refused()).isEmpty();
    assertThat(journal.all(Break.class)).hasSize(3);
    assertThat(rest(SpanState.BREAK)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aBreakWithoutALengthIsSaidToTakeNoTime() throws Exception {
    ImportReport report =
        run(
            """
            {"kind":"break","type":"short","start":"2026-03-02T09:25:00Z","end":"2026-03-02T09:25:00Z"}
            """);
    assertThat(report.notes())
        .containsExactly("1 break has no length; it counts and takes no time.");
    assertThat(journal.all(Span.class)).isEmpty();
  }

  @Test
  void aFileThatTellsOfStretchesOfRestTellsOfAllOfThem() throws Exception {
    run(
        POMODORO
            + """
            {"kind":"span","id":"00000000-0000-0000-0000-0000000000ab","session":"00000000-0000-0000-0000-0000000000ac",\
            "state":"break","start":"2026-03-02T09:25:00Z","end":"2026-03-02T09:28:00Z"}
            """);
    assertThat(rest(SpanState.BREAK)).isEqualTo(Duration.ofMinutes(3));
    assertThat(rest(SpanState.NATURAL)).isZero();
  }
}
