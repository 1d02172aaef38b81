package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Ask;
import app.respite.coach.port.RecordFields;
import app.respite.domain.day.Change;
import app.respite.domain.day.Input;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.exchange.ImportOptions;
import app.respite.exchange.ImportReport;
import app.respite.exchange.ImportTarget;
import app.respite.exchange.Importer;
import app.respite.exchange.JournalExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * B85: what was said of the past since an export was written outlasts its import, whether a hand
 * edited the log or the coach was told; and where two journals meet, the later word wins.
 */
class CorrectionsOutlastImportsTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Task BOXES = Task.named(new UUID(4, 1), "Boxes");

  @TempDir Path folder;

  private final InMemoryJournal journal = new InMemoryJournal();
  private Instant now = NINE;
  private CoachCore core = open();
  private int files;

  private final CoachService service =
      new CoachService(
          journal,
          new SuppliedClock(NINE, () -> now),
          UUID::randomUUID,
          LinkedHashMap::new,
          (document, zone) -> document.toString(),
          this::tell);

  private ClockReading reading() {
    return new SuppliedClock(NINE, () -> now).read();
  }

  private CoachCore open() {
    return CoachCore.open(journal, Preferences.DEFAULTS, reading(), ZoneOffset.UTC, "boot", 7);
  }

  private void tell(Input input) {
    core.ticked(reading());
    core.handle(reading(), input);
  }

  private void minutes(long minutes) {
    Instant until = now.plus(Duration.ofMinutes(minutes));
    while (now.isBefore(until)) {
      now = now.plusSeconds(20);
      tell(new Input.Tick());
    }
  }

  private void aSprint() {
    Ask.of(service, Ask.SAVE_TASK, Map.of("task", RecordFields.of(BOXES)));
    tell(new Input.Start(BOXES, null, false));
    minutes(26);
  }

  private Sprint sprint() {
    return journal.all(Sprint.class).getFirst();
  }

  private Path export() throws IOException {
    Path file = folder.resolve(files++ + ".jsonl");
    try (OutputStream to = Files.newOutputStream(file)) {
      JournalExport.write(journal, null, ZoneOffset.UTC, to);
    }
    return file;
  }

  private ImportReport take(Path file, InMemoryJournal into) {
    return new Importer()
        .run(
            file,
            ImportOptions.of(new UUID(0, 0), new UUID(2, 2), "salt", now),
            ImportTarget.of(
                into,
                CoachCore.openSession(into, Preferences.DEFAULTS).orElse(null),
                changes -> into.write(changes, null)));
  }

  private static Set<JournalRecord> all(InMemoryJournal of) {
    Set<JournalRecord> all = new LinkedHashSet<>();
    for (Class<? extends JournalRecord> kind :
        List.of(Task.class, Span.class, Sprint.class, Break.class, Rating.class)) {
      all.addAll(of.all(kind));
    }
    return all;
  }

  /** What was said after an export stays beside it, and goes along where a newer one is taken. */
  private void outlasts(Path older) throws IOException {
    Set<JournalRecord> corrected = all(journal);
    ImportReport report = take(older, journal);
    assertThat(all(journal)).isEqualTo(corrected);
    assertThat(report.kept()).isPositive();
    assertThat(report.notes()).anyMatch(note -> note.startsWith("kept "));
    InMemoryJournal elsewhere = new InMemoryJournal();
    take(older, elsewhere);
    assertThat(all(elsewhere)).isNotEqualTo(corrected);
    Path newer = export();
    take(newer, elsewhere);
    assertThat(all(elsewhere)).isEqualTo(corrected);
    take(older, elsewhere);
    assertThat(all(elsewhere)).as("in any order").isEqualTo(corrected);
    assertThat(take(newer, elsewhere).added()).as("once more").isZero();
  }

  @Test
  void b85ACheckInAfterTheSprintStays() throws IOException {
    aSprint();
    Path older = export();
    tell(new Input.CheckIn(false, 4, 5, 30, 2, "many small ones", null));
    assertThat(sprint().items()).isEqualTo(30);
    outlasts(older);
  }

  @Test
  void b85ItemsCountedAfterTheSprintStay() throws IOException {
    aSprint();
    Path older = export();
    tell(new Input.Items(7));
    assertThat(sprint().items()).isEqualTo(7);
    outlasts(older);
  }

  @Test
  void b85WhatARecoveryTookAwayStaysAway() throws IOException {
    for (Recovery answer : List.of(Recovery.TRIM, Recovery.DISCARD)) {
      journal.all(Sprint.class).forEach(old -> remove(Sprint.class, old.id()));
      journal.all(Span.class).forEach(old -> remove(Span.class, old.id()));
      aSprintFoundOpenAfterACrash();
      Path older = export();
      Set<JournalRecord> found = all(journal);
      tell(new Input.Recover(answer));
      assertThat(all(journal)).as("%s", answer).isNotEqualTo(found);
      outlasts(older);
    }
  }

  private void remove(Class<? extends JournalRecord> kind, UUID id) {
    journal.write(List.of(new Change.Remove(kind, id)), null);
  }

  private void aSprintFoundOpenAfterACrash() {
    Ask.of(service, Ask.SAVE_TASK, Map.of("task", RecordFields.of(BOXES)));
    tell(new Input.Start(BOXES, null, false));
    minutes(10);
    tell(new Input.Idle(now));
    minutes(1);
    core.checkpoint(reading());
    now = now.plus(Duration.ofHours(1));
    core = open();
    tell(new Input.Active());
  }

  @Test
  void b85AnAnswerAboutAnAbsenceStays() throws IOException {
    Ask.of(service, Ask.SAVE_TASK, Map.of("task", RecordFields.of(BOXES)));
    tell(new Input.Start(BOXES, Duration.ofMinutes(50), false));
    minutes(5);
    tell(new Input.Idle(now));
    minutes(20);
    tell(new Input.Active());
    Path older = export();
    tell(new Input.AnswerIdle(IdleAnswer.WORK, null));
    assertThat(journal.all(Span.class))
        .noneMatch(span -> span.state() == SpanState.NATURAL)
        .anyMatch(span -> span.answer() == IdleAnswer.WORK);
    minutes(30);
    tell(new Input.Stop());
    outlasts(older);
  }

  @Test
  void b85WhatWasDeletedElsewhereGoesHereUnlessALaterWordHereKeepsIt() throws IOException {
    aSprint();
    tell(new Input.Stop());
    Path older = export();
    InMemoryJournal elsewhere = new InMemoryJournal();
    InMemoryJournal busy = new InMemoryJournal();
    take(older, elsewhere);
    take(older, busy);
    minutes(5);
    Ask.of(service, Ask.DELETE_RECORD, Map.of("id", sprint().id().toString()));
    Path newer = export();
    minutes(5);
    Ask.of(
        new CoachService(
            busy,
            new SuppliedClock(NINE, () -> now),
            UUID::randomUUID,
            LinkedHashMap::new,
            (document, zone) -> document.toString(),
            input -> {}),
        Ask.EDIT_RECORD,
        Map.of("id", busy.all(Sprint.class).getFirst().id().toString(), "items", 12L));
    Set<JournalRecord> edited = all(busy);
    assertThat(take(newer, elsewhere).notes()).anyMatch(note -> note.startsWith("took out "));
    assertThat(elsewhere.all(Sprint.class)).isEmpty();
    assertThat(elsewhere.all(Span.class)).noneMatch(span -> span.sprint() != null);
    ImportReport kept = take(newer, busy);
    assertThat(all(busy)).isEqualTo(edited);
    assertThat(kept.notes()).anyMatch(note -> note.startsWith("kept "));
  }

  @Test
  void b85TwoExportsInOneFileSayWhatTheNewerOneSays() throws IOException {
    aSprint();
    tell(new Input.Stop());
    String both = Files.readString(export());
    Ask.of(service, Ask.DELETE_RECORD, Map.of("id", sprint().id().toString()));
    both += Files.readString(export());
    InMemoryJournal elsewhere = new InMemoryJournal();
    take(Files.writeString(folder.resolve("both.jsonl"), both), elsewhere);
    assertThat(elsewhere.all(Sprint.class)).isEmpty();
  }

  @Test
  void b75ARowThatTheOpenSessionStandsOnIsRefusedAndTheRestTaken() throws IOException {
    aSprint();
    tell(new Input.Stop());
    Path file = export();
    String rows =
        Files.readString(file)
            + row(101, "08:00", "08:20")
            + row(102, "10:05", "10:20")
            + row(103, "08:30", "08:50");
    Files.writeString(file, rows);
    long lines = rows.lines().count();
    now = Instant.parse("2026-03-02T10:00:00Z");
    tell(new Input.Active());
    tell(new Input.Start(BOXES, null, false));
    minutes(24);
    core.checkpoint(reading());
    ImportReport report = take(file, journal);
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.line()).isEqualTo(lines - 1);
              assertThat(row.why()).contains("the session that is open", "respite stop");
            });
    assertThat(report.added()).isEqualTo(2);
    assertThat(journal.all(Sprint.class).stream().map(one -> one.id().getLeastSignificantBits()))
        .contains(101L, 103L)
        .doesNotContain(102L);
  }

  private static String row(long id, String start, String end) {
    return "{\"kind\":\"sprint\",\"id\":\"%s\",\"task\":\"%s\","
            .formatted(new UUID(0, id), BOXES.id())
        + "\"start\":\"2026-03-02T%s:00Z\",\"end\":\"2026-03-02T%s:00Z\"}\n".formatted(start, end);
  }
}
