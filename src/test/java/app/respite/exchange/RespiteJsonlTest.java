package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static app.respite.exchange.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RespiteJsonlTest {
  @TempDir Path folder;

  private Path exported(List<JournalRecord> records, String zone) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalExport.write(new MemoryJournal(records), null, ZoneId.of(zone), out);
    return Files.write(folder.resolve("journal.jsonl"), out.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsExportedComesBackTheSame(long seed) throws Exception {
    List<JournalRecord> records = new RandomRecords(seed).some(700);
    Path file = exported(records, seed % 2 == 0 ? "America/St_Johns" : "Europe/Berlin");
    MemoryTarget journal = new MemoryTarget();
    ImportReport report = run(file, journal);
    assertThat(report.format()).isEqualTo("respite");
    assertThat(report.refused()).isEmpty();
    assertThat(report.added()).isEqualTo(records.size());
    assertThat(journal.everything()).containsExactlyInAnyOrderElementsOf(records);
    ImportReport again = run(file, journal);
    assertThat(again.unchanged()).isEqualTo(records.size());
    assertThat(journal.everything()).containsExactlyInAnyOrderElementsOf(records);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theOrderOfLinesDoesNotMatter(long seed) throws Exception {
    List<JournalRecord> records = new RandomRecords(seed).some(200);
    List<String> lines = new ArrayList<>(Files.readAllLines(exported(records, "UTC")));
    Collections.shuffle(lines, new Random(seed));
    MemoryTarget journal = new MemoryTarget();
    run(file(folder, "shuffled", String.join("\n", lines)), journal);
    assertThat(journal.everything()).containsExactlyInAnyOrderElementsOf(records);
  }

  @Test
  void linesWithoutIdsGetTheSameIdsEveryTime() throws Exception {
    Path file =
        file(
            folder,
            "noids.jsonl",
            """
            {"kind":"decision","at":"2026-03-02T09:25:00+01:00","break":"short","answer":"postponed","for":"PT5M"}
            {"kind":"gap","cause":"suspend","start":"2026-03-02T10:00:00+01:00","end":"2026-03-02T10:20:00+01:00"}
            {"kind":"hold","state":"full-screen","start":"2026-03-02T10:00:00Z","end":"2026-03-02T10:20:00Z"}
            {"kind":"prompt","break":"rest","due":"2026-03-02T11:00:00Z","state":"void"}
            {"kind":"day-check-in","day":"2026-03-02","burnout":2}
            {"kind":"zone","at":"2026-03-02T09:00:00+01:00","zone":"Europe/Berlin"}
            {"kind":"work-items","source":"mine","worker":null,"start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:01:00Z","seconds":60,"outcome":"accepted","key":"a1"}
            """);
    MemoryTarget journal = new MemoryTarget();
    ImportReport first = run(file, journal);
    assertThat(first.refused()).isEmpty();
    assertThat(first.added()).isEqualTo(7);
    assertThat(first.items()).isEqualTo(1);
    assertThat(first.toolSeconds()).isEqualByComparingTo("60");
    assertThat(run(file, journal).unchanged()).isEqualTo(7);
    assertThat(journal.everything()).hasSize(7);
    assertThat(journal.all(WorkItem.class).getFirst().task()).isEqualTo(Fixtures.TASK);
  }

  @Test
  void aSprintWithoutSpansIsWorkFromItsStart() throws Exception {
    Path file =
        file(
            folder,
            "sprint.jsonl",
            """
            {"kind":"sprint","id":"00000000-0000-4000-8000-000000000001","task":"Boxes","start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:30:00Z","activeSeconds":1500,"planned":"PT25M","outcome":"completed","fatigue":3}
            """);
    MemoryTarget journal = new MemoryTarget();
    run(file, journal);
    Sprint sprint = journal.all(Sprint.class).getFirst();
    Task task = journal.all(Task.class).getFirst();
    assertThat(task.name()).isEqualTo("Boxes");
    assertThat(sprint.task()).isEqualTo(task.id());
    assertThat(journal.all(Span.class))
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.state()).isEqualTo(SpanState.WORK);
              assertThat(span.sprint()).isEqualTo(sprint.id());
              assertThat(span.task()).isEqualTo(task.id());
              assertThat(span.length()).hasSeconds(1500);
            });
    List<JournalRecord> before = journal.everything();
    assertThat(run(file, journal).unchanged()).isEqualTo(1);
    assertThat(journal.everything()).isEqualTo(before);
  }

  @Test
  void aSprintThatIsInTheJournalKeepsItsSpans() throws Exception {
    Path file =
        file(
            folder,
            "sprint.jsonl",
            """
            {"kind":"sprint","id":"00000000-0000-4000-8000-000000000001","task":"00000000-0000-4000-8000-000000000009","start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:30:00Z","note":"new"}
            """);
    MemoryTarget journal = new MemoryTarget();
    run(file, journal);
    MemoryTarget other = new MemoryTarget();
    journal.all(Sprint.class).forEach(other::put);
    assertThat(run(file, other).unchanged()).isEqualTo(1);
    assertThat(other.all(Span.class)).isEmpty();
  }

  @Test
  void aTaskNamedInTheJournalIsTheSameTask() throws Exception {
    MemoryTarget journal = new MemoryTarget();
    journal.put(Task.named(Fixtures.TASK, "Boxes"));
    run(
        file(
            folder,
            "s.jsonl",
            """
            {"kind":"sprint","task":"Boxes","start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:30:00Z"}
            """),
        journal);
    assertThat(journal.all(Task.class)).hasSize(1);
    assertThat(journal.all(Sprint.class).getFirst().task()).isEqualTo(Fixtures.TASK);
  }

  @Test
  void badLinesAreRefusedByNumberAndTheRestCounts() throws Exception {
    Path file =
        file(
            folder,
            "bad.jsonl",
            """
            {"kind":"rating","at":"2026-03-02T09:00:00Z","when":"after","fatigue":4,"color":"blue"}
            {"kind":"mood","at":"2026-03-02T09:00:00Z"}
            {"kind":"rating","at":"2026-03-02T09:00:00Z","when":"after","fatigue":11}

            not json
            {"kind":"rating","at":"yesterday","when":"after"}
            {"kind":"hold","state":"quiet","start":"2026-03-02T10:00:00Z","end":"2026-03-02T09:00:00Z"}
            {"kind":"rating","at":"2026-03-02T09:00:00Z","when":"after","fatigue":1e999999999}
            [1,2]
            {"kind":"rating","kind":"rating","at":"2026-03-02T09:00:00Z","when":"after"}
            {"kind":"rating","at":"+999999999-01-01T00:00:00Z","when":"after"}
            {"kind":"rating","id":"1-2-3-4-5","at":"2026-03-02T09:00:00Z","when":"after"}
            """);
    MemoryTarget journal = new MemoryTarget();
    ImportReport report = run(file, journal);
    assertThat(report.refused().stream().map(ImportReport.Refusal::line))
        .containsExactly(2L, 3L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    assertThat(report.refused().getFirst().why()).contains("'mood'");
    assertThat(report.rows()).isEqualTo(11);
    assertThat(journal.all(Rating.class)).singleElement().matches(rating -> rating.fatigue() == 4);
  }

  @Test
  void controlAndOverrideCharactersDoNotComeInWithNames() throws Exception {
    Path file =
        file(
            folder,
            "names.jsonl",
            """
            {"kind":"task","name":"a\\u001b[31mb\\u202Ec\\u0000","platform":"\\u2066x"}
            """);
    MemoryTarget journal = new MemoryTarget();
    run(file, journal);
    assertThat(journal.all(Task.class))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.name()).isEqualTo("a[31mbc");
              assertThat(task.platform()).isEqualTo("x");
            });
  }

  @Test
  void theSameIdTwiceInOneFileCountsOnceAndStaysThat() throws Exception {
    Path file =
        file(
            folder,
            "twice.jsonl",
            """
            {"kind":"rating","id":"00000000-0000-4000-8000-000000000001","at":"2026-03-02T09:00:00Z","when":"after","fatigue":1}
            {"kind":"rating","id":"00000000-0000-4000-8000-000000000001","at":"2026-03-02T09:00:00Z","when":"after","fatigue":2}
            """);
    MemoryTarget journal = new MemoryTarget();
    assertThat(run(file, journal).added()).isEqualTo(1);
    assertThat(journal.all(Rating.class).getFirst().fatigue()).isEqualTo(2);
    assertThat(run(file, journal).unchanged()).isEqualTo(1);
  }

  @Test
  void anExportOfAStretchHasAllTasksAndOnlyWhatTouchesIt() throws Exception {
    Task task = Task.named(Fixtures.TASK, "Boxes");
    Instant nine = Instant.parse("2026-03-02T09:00:00Z");
    Rating in = new Rating(new java.util.UUID(1, 2), nine, true, null, 3, null);
    Rating out = new Rating(new java.util.UUID(1, 3), nine.plusSeconds(7200), true, null, 3, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JournalExport.write(
        new MemoryJournal(List.of(task, in, out)),
        new Interval(nine, nine.plusSeconds(3600)),
        ZoneId.of("Europe/Berlin"),
        bytes);
    assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("{\"kind\":\"task\",\"id\":")
        .contains("\"at\":\"2026-03-02T10:00:00+01:00\"")
        .contains(in.id().toString())
        .doesNotContain(out.id().toString());
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    MemoryTarget journal = new MemoryTarget();
    ImportReport report =
        new Importer()
            .run(
                exported(new RandomRecords(1).some(50), "UTC"),
                options().withDryRun(true),
                journal);
    assertThat(report.added()).isGreaterThanOrEqualTo(50);
    assertThat(journal.everything()).isEmpty();
    assertThat(journal.batches()).isEmpty();
  }

  @Test
  void b85WhatWasCorrectedOrDeletedHereSinceStays() throws Exception {
    String sprints =
        """
        {"kind":"sprint","id":"00000000-0000-0001-0000-000000000001","task":"Boxes","start":"2026-03-02T09:00:00Z","end":"2026-03-02T09:25:00Z","activeSeconds":1500,"items":7}
        {"kind":"sprint","id":"00000000-0000-0001-0000-000000000002","task":"Boxes","start":"2026-03-02T10:00:00Z","end":"2026-03-02T10:25:00Z","activeSeconds":1500,"items":3}
        """;
    MemoryTarget journal = new MemoryTarget();
    Path older = file(folder, "older.jsonl", sprints);
    run(older, journal);
    UUID first = new UUID(1, 1);
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    journal.all(Sprint.class).stream()
        .filter(sprint -> sprint.id().equals(first))
        .forEach(sprint -> journal.put(sprint.withFigures(null, null, 99, null, null)));
    journal.put(Edit.of(Sprint.class, first, noon, false));
    ImportReport report = run(older, journal);
    assertThat(report.kept()).isEqualTo(1);
    assertThat(report.changed()).isZero();
    assertThat(report.notes()).anyMatch(note -> note.contains("1 changed and 0 deleted"));
    assertThat(journal.all(Sprint.class))
        .anyMatch(sprint -> Integer.valueOf(99).equals(sprint.items()));
    String later =
        sprints
            + """
            {"kind":"edit","of":"sprint","record":"00000000-0000-0001-0000-000000000001","at":"2026-03-02T13:00:00Z","deleted":false}
            """;
    assertThat(run(file(folder, "later.jsonl", later), journal).changed()).isPositive();
    assertThat(journal.all(Sprint.class))
        .anyMatch(sprint -> Integer.valueOf(7).equals(sprint.items()));
  }
}
