package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.respite.coach.port.Backups;
import app.respite.coach.port.Backups.Copy;
import app.respite.coach.port.Backups.Kept;
import app.respite.coach.port.Backups.Kind;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the journal: when there is one, which stay, and the way back. */
class SqliteBackupsTest {
  @TempDir Path temp;
  private Path file;
  private Path folder;
  private LocalDateTime now = LocalDateTime.parse("2026-03-02T10:00:00");
  private SqliteBackups backups;

  @BeforeEach
  void names() {
    file = temp.resolve("home/journal.db");
    folder = temp.resolve("home/backups");
    backups = backups(Schema.CURRENT);
  }

  private SqliteBackups backups(Schema schema) {
    return new SqliteBackups(file, () -> folder, () -> now, () -> Inspection.CALENDAR, schema);
  }

  @Test
  void b50ACopyHoldsEverythingAndIsForItsOwnerOnly() throws IOException {
    List<JournalRecord> all = new ArrayList<>();
    try (var journal = SqliteJournal.open(file, backups)) {
      journal.write(Writer.randomRecords(), "Random");
      // The coach goes on writing while the copy is made from what it has in its log.
      Kept kept = backups.make(null).orElseThrow();
      all.addAll(records(journal));
      assertThat(kept.file().getFileName()).hasToString("journal-2026-03-02-100000-asked.db");
      assertThat(kept.holding().rows()).isEqualTo(all.size());
      assertThat(kept.holding().sequence()).isEqualTo(journal.sequence());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file())))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
    assertThat(names(folder)).containsExactly("journal-2026-03-02-100000-asked.db");
    try (var copy = SqliteJournalReader.of(backups.copies().getFirst().file())) {
      assertThat(records(copy)).isEqualTo(all);
    }
  }

  @Test
  void twoCopiesOfOneSecondHaveTwoNames() {
    write(3);
    Path first = backups.make(null).orElseThrow().file();
    Path second = backups.make(null).orElseThrow().file();
    assertThat(second).isNotEqualTo(first);
    assertThat(backups.copies()).extracting(Copy::file).contains(first, second);
  }

  @Test
  void whereNothingIsRecordedThereIsNothingToCopy() {
    assertThat(backups.make(null)).isEmpty();
    SqliteJournal.open(file, backups).close();
    assertThat(backups.daily()).isEmpty();
    assertThat(Files.exists(folder) && !backups.copies().isEmpty()).isFalse();
  }

  @Test
  void aDayWithoutChangesNeedsNoSecondCopy() {
    write(3);
    assertThat(backups.daily()).isPresent();
    now = now.plusDays(1);
    assertThat(backups.daily()).isEmpty();
    write(4);
    assertThat(backups.daily()).isPresent();
  }

  @Test
  void sevenDaysAndTheEndsOfFourWeeksStay() {
    // 2 March 2026 is a Monday.
    for (int day = 0; day < 30; day++) {
      write(5 + day);
      backups.daily();
      now = now.plusDays(1);
    }
    assertThat(backups.copies())
        .extracting(copy -> copy.made().toLocalDate().toString())
        .containsExactly(
            "2026-03-31",
            "2026-03-30",
            "2026-03-29",
            "2026-03-28",
            "2026-03-27",
            "2026-03-26",
            "2026-03-25",
            "2026-03-22",
            "2026-03-15");
  }

  @Test
  void theRuleKeepsNoMoreThanItSays() {
    List<Copy> daily =
        Stream.iterate(0, day -> day < 800, day -> day + 1)
            .map(day -> new Copy(Path.of("x" + day), now.minusDays(day), Kind.DAILY))
            .toList();
    List<Copy> kept = new ArrayList<>(daily);
    kept.removeAll(BackupFolder.surplus(daily));
    assertThat(kept).hasSizeBetween(12, 7 + 4 + 12);
    assertThat(kept.subList(0, 7)).isEqualTo(daily.subList(0, 7));
    assertThat(kept.getLast().made()).isAfter(now.minusMonths(13));
    List<Copy> asked =
        daily.stream().map(copy -> new Copy(copy.file(), copy.made(), Kind.ASKED)).toList();
    assertThat(BackupFolder.surplus(asked)).isEmpty();
  }

  @Test
  void b50AnEmptierJournalPushesNoGoodBackupOut() throws IOException {
    write(400);
    backups.daily();
    Path good = backups.copies().getFirst().file();
    backups.beginAnew();
    for (int day = 1; day < 200; day += 7) {
      now = now.plusDays(7);
      write(day % 100 + 1);
      backups.daily();
    }
    assertThat(good).exists();
    assertThat(names(folder)).hasSizeLessThan(40);
  }

  @Test
  void aHalfWrittenCopyIsNoneAndGoesWithTheNext() throws IOException {
    write(3);
    Files.createDirectories(folder);
    Path half = folder.resolve("journal-2026-03-01-100000-daily.db.999999999.part");
    Files.writeString(half, "half");
    Path own =
        folder.resolve(
            "journal-2026-03-01-100000-daily.db." + ProcessHandle.current().pid() + ".part");
    Files.writeString(own, "at work");
    assertThat(backups.copies()).isEmpty();
    backups.daily();
    assertThat(half).doesNotExist();
    assertThat(own).exists();
  }

  @Test
  void aRestoreSaysWhatItChangesAndCanBeUndone() {
    write(3);
    Kept kept = backups.make(null).orElseThrow();
    write(8);
    Backups.Change change = backups.preview(kept.file());
    assertThat(change.then().tasks()).isEqualTo(3);
    assertThat(change.now()).isNotNull();
    assertThat(change.now().tasks()).isEqualTo(8);
    assertThat(tasks()).isEqualTo(8);

    Backups.Restored restored = backups.restore(kept.file());
    assertThat(restored.now().tasks()).isEqualTo(3);
    assertThat(tasks()).isEqualTo(3);
    assertThat(restored.kept()).isNotNull().isRegularFile();
    backups.restore(restored.kept());
    assertThat(tasks()).isEqualTo(8);
  }

  @Test
  void aRestoreBringsAMissingJournalBack() throws IOException {
    write(3);
    Kept kept = backups.make(null).orElseThrow();
    Files.delete(file);
    assertThat(backups.restore(kept.file()).kept()).isNull();
    assertThat(tasks()).isEqualTo(3);
  }

  @Test
  void whatIsNoJournalDamagedOrNewerIsRefusedAndNothingChanges() throws Exception {
    write(3);
    Kept kept = backups.make(null).orElseThrow();
    Path text = Files.writeString(temp.resolve("text"), "not a journal");
    for (Path wrong : List.of(text, temp.resolve("nothing"), temp, file)) {
      assertThat(catchThrowableOfType(CoachException.class, () -> backups.restore(wrong)).kind())
          .isEqualTo(CoachException.Kind.WRONG);
    }
    Path cut = Files.copy(kept.file(), temp.resolve("cut.db"));
    try (var bytes = new RandomAccessFile(cut.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    assertThat(catchThrowableOfType(JournalException.class, () -> backups.restore(cut)).kind())
        .isEqualTo(JournalException.Kind.CORRUPT);
    Path newer = Files.copy(kept.file(), temp.resolve("newer.db"));
    try (var bytes = new RandomAccessFile(newer.toFile(), "rw")) {
      bytes.seek(60);
      bytes.writeInt(Schema.CURRENT.version() + 1);
    }
    assertThat(catchThrowableOfType(JournalException.class, () -> backups.restore(newer)).kind())
        .isEqualTo(JournalException.Kind.NEWER);
    assertThat(tasks()).isEqualTo(3);
    assertThat(names(folder)).containsExactly(kept.file().getFileName().toString());
  }

  @Test
  void aRunningCoachKeepsARestoreOut() {
    write(3);
    Kept kept = backups.make(null).orElseThrow();
    try (var running = SqliteJournal.open(file, backups)) {
      assertThatThrownBy(() -> backups.restore(kept.file()))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("in use");
      assertThat(running.all(Task.class)).hasSize(3);
    }
  }

  /** B51: an upgrade is preceded by a copy of the old format, which brings the old state back. */
  @Test
  void b51BeforeTheFormatChangesACopyIsMade() {
    write(3);
    Schema next =
        new Schema(
            Schema.CURRENT.version() + 1,
            number ->
                number <= Schema.CURRENT.version()
                    ? Schema.CURRENT.migration().apply(number)
                    : "ALTER TABLE task ADD COLUMN colour TEXT");
    SqliteJournal.open(file, next, backups(next)).close();
    assertThat(backups.copies()).extracting(Copy::kind).containsExactly(Kind.UPGRADE);
    Path old = backups.copies().getFirst().file();
    assertThat(backups.look(old).holding().version()).isEqualTo(Schema.CURRENT.version());
    // The older program refuses the new format, and goes on from the copy.
    assertThatThrownBy(() -> SqliteJournal.open(file, backups))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("newer Respite");
    assertThat(backups.restore(old).kept()).isNotNull();
    assertThat(tasks()).isEqualTo(3);
    // And the upgrade after that loses nothing of it.
    SqliteJournal.open(file, next, backups(next)).close();
    try (var upgraded = SqliteJournal.open(file, next, backups(next))) {
      assertThat(upgraded.all(Task.class)).hasSize(3);
    }
  }

  @Test
  void anUpgradeWithoutItsBackupFolderTakesTheOneBesideTheJournal() {
    write(3);
    folder = file.resolve("cannot/be");
    Schema next =
        new Schema(
            Schema.CURRENT.version() + 1,
            number ->
                number <= Schema.CURRENT.version()
                    ? Schema.CURRENT.migration().apply(number)
                    : "SELECT 1");
    SqliteJournal.open(file, next, backups(next)).close();
    folder = file.resolveSibling("backups");
    assertThat(backups.copies()).extracting(Copy::kind).containsExactly(Kind.UPGRADE);
  }

  private void write(int tasks) {
    try (var journal = SqliteJournal.open(file, backups)) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        changes.add(new Change.Put(Task.named(new UUID(0, i), "Task " + i)));
      }
      journal.write(changes, null);
    }
  }

  private long tasks() {
    try (var journal = SqliteJournal.open(file, backups)) {
      return journal.all(Task.class).size();
    }
  }

  static List<JournalRecord> records(app.respite.coach.port.JournalReader journal) {
    List<JournalRecord> all = new ArrayList<>();
    for (var kind : Kinds.ALL) {
      all.addAll(journal.all(kind.type()));
    }
    return all;
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
