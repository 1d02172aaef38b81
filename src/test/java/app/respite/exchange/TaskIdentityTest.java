package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task is known by its name and platform, whatever id another journal gave it. */
class TaskIdentityTest {
  private static final UUID MINE = new UUID(1, 1);

  @TempDir Path folder;
  private final MemoryTarget journal = new MemoryTarget();

  private ImportReport run(String text) throws Exception {
    return new Importer().run(file(folder, "other.jsonl", text), options(), journal);
  }

  @Test
  void allOfATaskThatIsHereUnderAnotherIdComesToIt() throws Exception {
    journal.put(Task.named(MINE, "Boxes of Cars").withPlatform("Appen"));
    String other =
        """
        {"kind":"task","id":"00000000-0000-0000-0000-0000000000aa","name":" boxes  of CARS","platform":"APPEN "}
        {"kind":"sprint","id":"00000000-0000-0000-0000-0000000000ab","task":"00000000-0000-0000-0000-0000000000aa",\
        "start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:25:00Z"}
        {"kind":"rate","id":"00000000-0000-0000-0000-0000000000ac","task":"00000000-0000-0000-0000-0000000000aa",\
        "from":"2026-03-01","pay":{"per":"hour","amount":"10","currency":"USD"}}
        {"kind":"verdict","id":"00000000-0000-0000-0000-0000000000ad","task":"00000000-0000-0000-0000-0000000000aa",\
        "from":"2026-03-01","to":"2026-03-02","rejected":1,"at":"2026-03-03T09:00:00Z"}
        {"kind":"report","id":"00000000-0000-0000-0000-0000000000ae","task":"00000000-0000-0000-0000-0000000000aa",\
        "day":"2026-03-02","seconds":1500,"at":"2026-03-03T09:00:00Z"}
        """;
    assertThat(run(other).refused()).isEmpty();

    assertThat(journal.all(Task.class)).extracting(Task::id).containsExactly(MINE);
    assertThat(journal.all(Sprint.class)).extracting(Sprint::task).containsExactly(MINE);
    assertThat(journal.all(Span.class)).extracting(Span::task).containsExactly(MINE);
    assertThat(journal.all(Verdict.class)).extracting(Verdict::task).containsExactly(MINE);
    assertThat(journal.all(Report.class)).extracting(Report::task).containsExactly(MINE);
    assertThat(journal.all(Rate.class))
        .extracting(Rate::id)
        .containsExactly(Rate.idOf(MINE, LocalDate.parse("2026-03-01")));
    ImportReport again = run(other);
    assertThat(again.added() + again.changed()).isZero();
  }

  @Test
  void theSameNameOnAnotherPlatformIsAnotherTask() throws Exception {
    journal.put(Task.named(MINE, "Boxes").withPlatform("Appen"));
    run(
        """
        {"kind":"task","id":"00000000-0000-0000-0000-0000000000aa","name":"Boxes","platform":"Toloka"}
        """);
    assertThat(journal.all(Task.class)).hasSize(2);
  }

  @Test
  void aNameIsNoLongerThanOneThatIsTypedWhereverItStands() throws Exception {
    String name = "x".repeat(Task.LONGEST_NAME + 1);
    ImportReport report =
        run(
            List.of(
                    "{\"kind\":\"task\",\"id\":\"00000000-0000-0000-0000-0000000000aa\",\"name\":\"N\"}",
                    "{\"kind\":\"platform\",\"name\":\"N\"}",
                    "{\"kind\":\"task\",\"name\":\"A\",\"platform\":\"N\"}",
                    "{\"kind\":\"payout\",\"platform\":\"N\",\"on\":\"2026-03-02\",\"amount\":{\"amount\":\"5\",\"currency\":\"USD\"}}",
                    "{\"kind\":\"sprint\",\"task\":\"N\",\"start\":\"2026-03-02T09:00:00Z\",\"end\":\"2026-03-02T09:25:00Z\"}")
                .stream()
                .map(line -> line.replace("\"N\"", "\"" + name + "\""))
                .reduce("", (all, line) -> all + line + "\n"));
    assertThat(report.refused()).hasSize(5);
    assertThat(report.refused()).allMatch(one -> one.why().contains("at most 80"));
    assertThat(journal.everything()).isEmpty();
  }
}
