package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Task;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the file is made, refused and brought up to date. */
class JournalFileTest {
  private static final Task TASK = Task.named(new UUID(0, 1), "Boxes");
  private static final Schema NEWER =
      new Schema(
          Schema.CURRENT.version() + 1,
          number ->
              number <= Schema.CURRENT.version()
                  ? Schema.CURRENT.migration().apply(number)
                  : "ALTER TABLE task ADD COLUMN colour TEXT; CREATE TABLE more (a TEXT);");

  @TempDir Path temp;
  private Path home;
  private Path file;

  @BeforeEach
  void names() {
    home = temp.resolve("home");
    file = home.resolve("journal.db");
  }

  @Test
  void aNewJournalIsMadeWithItsFolderForItsOwnerOnly() throws IOException {
    file = home.resolve("deeper/journal.db");
    SqliteJournal.open(file).close();
    assertThat(header(file, 60)).isEqualTo(Schema.CURRENT.version());
    assertThat(header(file, 68)).isEqualTo(Schema.APPLICATION);
    assertThat(names(file.getParent())).containsExactly("journal.db", "journal.lock");
    assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "no POSIX rights here");
    assertThat(rights(home)).isEqualTo("rwx------");
    assertThat(rights(file.getParent())).isEqualTo("rwx------");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(rights(file.resolveSibling("journal.lock"))).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "100% #1?x=y&z", "İstanbul 😀", "it's;x"})
  void anyFolderNameWillDo(String name) {
    assumeTrue(File.separatorChar == '/', "some of these names are no names here");
    file = home.resolve(name).resolve("journal.db");
    write(TASK);
    assertThat(tasks()).containsExactly(TASK);
    try (var reader = SqliteJournalReader.of(file)) {
      assertThat(reader.all(Task.class)).containsExactly(TASK);
    }
    assertThat(names(file.getParent())).contains("journal.db");
  }

  @Test
  void aDraftLeftByACrashIsNoHindrance() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("journal.db.new"), "half");
    write(TASK);
    assertThat(tasks()).containsExactly(TASK);
    assertThat(names(home)).doesNotContain("journal.db.new");
  }

  @Test
  void b77AnEmptyFileIsNoNewJournal() throws IOException {
    Files.createDirectories(home);
    Files.createFile(file);
    refused(JournalException.Kind.CORRUPT, "is empty");
    readerRefuses(JournalException.Kind.CORRUPT);
  }

  @Test
  void b77AMissingJournalBesideBackupsIsToldWithTheWayBack() throws IOException {
    write(TASK);
    var backups = SqliteBackups.beside(file, Schema.CURRENT);
    Path copy = backups.make(null).orElseThrow().file();
    Files.delete(file);
    Files.deleteIfExists(home.resolve("journal.db-shm"));
    Files.deleteIfExists(home.resolve("journal.db-wal"));
    refused(JournalException.Kind.CORRUPT, "is gone, although there are backups");
    refused(JournalException.Kind.CORRUPT, "'respite restore " + copy + "' brings back");
    try (var reader = SqliteJournalReader.of(file)) {
      JournalException failure =
          catchThrowableOfType(JournalException.class, () -> reader.all(Task.class));
      assertThat(failure).hasMessageContaining("is gone").hasMessageContaining(copy.toString());
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void b50AnEmptyFileBesideBackupsIsRefused() throws IOException {
    Files.createDirectories(home.resolve("backups"));
    Files.writeString(home.resolve("backups/journal-1.db"), "a backup");
    Files.createFile(file);
    refused(JournalException.Kind.CORRUPT, "is empty");
  }

  @Test
  void aLogWithoutItsJournalIsRefusedLestItPoisonTheNewOne() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("journal.db-wal"), "the last changes");
    refused(JournalException.Kind.CORRUPT, "journal.db-wal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{\"kind\":\"task\"}\n", "SQLite format 3\u0000 and no more"})
  void b50WhatIsNoDatabaseIsRefusedUntouched(String content) throws IOException {
    Files.createDirectories(home);
    Files.writeString(file, content.repeat(content.length() == 1 ? 10_000 : 1));
    refused(JournalException.Kind.CORRUPT, "is not a journal of Respite");
    readerRefuses(JournalException.Kind.CORRUPT);
  }

  @Test
  void b50AnotherProgramsDatabaseIsRefusedUntouched() throws Exception {
    Files.createDirectories(home);
    sql("CREATE TABLE t (a)", "PRAGMA user_version = 1", "PRAGMA application_id = 42");
    refused(JournalException.Kind.CORRUPT, "is not a journal of Respite");
    readerRefuses(JournalException.Kind.CORRUPT);
  }

  @Test
  void b50ADamagedJournalIsRefusedUntouched() throws Exception {
    write(many());
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long at = bytes.length() / 4; at < bytes.length(); at += 4096) {
        bytes.seek(at);
        bytes.write(new byte[700]);
      }
    }
    refused(JournalException.Kind.CORRUPT, "is damaged");
  }

  @Test
  void b50AJournalCutShortIsRefusedUntouched() throws Exception {
    write(many());
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    refused(JournalException.Kind.CORRUPT, "is damaged");
  }

  @Test
  void aFolderInPlaceOfTheFileIsRefused() throws IOException {
    Files.createDirectories(file.resolve("x"));
    refused(JournalException.Kind.IO, "check");
  }

  @Test
  void b51ANewerJournalIsRefusedUntouched() {
    write(TASK);
    try (var newer = SqliteJournal.open(file, NEWER)) {
      newer.write(List.of(new Change.Put(Task.named(new UUID(0, 2), "New"))), null);
    }
    refused(JournalException.Kind.NEWER, "newer Respite");
    readerRefuses(JournalException.Kind.NEWER);
  }

  /** The newer program was killed, so that its version stands in the log only. */
  @Test
  void b51ANewerJournalIsRefusedEvenWhereOnlyItsLogSaysSo() throws Exception {
    write(TASK);
    Path copy = temp.resolve("copy");
    Files.createDirectories(copy);
    try (Connection newer = connect()) {
      newer.createStatement().executeUpdate("PRAGMA user_version = " + NEWER.version());
      Files.copy(file, copy.resolve("journal.db"));
      Files.copy(home.resolve("journal.db-wal"), copy.resolve("journal.db-wal"));
    }
    home = copy;
    file = copy.resolve("journal.db");
    assertThat(header(file, 60)).isEqualTo(Schema.CURRENT.version());
    refused(JournalException.Kind.NEWER, "newer Respite");
  }

  @Test
  void b51UpgradingKeepsEverythingAndTellsTheHeaderAtOnce() throws Exception {
    write(TASK);
    try (var upgraded = SqliteJournal.open(file, NEWER)) {
      assertThat(Files.size(home.resolve("journal.db-wal"))).isZero();
      assertThat(upgraded.all(Task.class)).containsExactly(TASK);
      assertThat(upgraded.undo()).hasValue("Write");
      upgraded.write(List.of(new Change.Put(TASK)), null);
    }
    assertThat(header(file, 60)).isEqualTo(NEWER.version());
    refused(JournalException.Kind.NEWER, "newer Respite");
    try (var again = SqliteJournal.open(file, NEWER)) {
      assertThat(again.all(Task.class)).containsExactly(TASK);
    }
  }

  @Test
  void anUpgradeThatFailsLeavesTheJournalAsItWas() {
    write(TASK);
    var broken =
        new Schema(
            NEWER.version(),
            number -> "CREATE TABLE more (a TEXT); INSERT INTO nowhere VALUES (1);");
    JournalException failure =
        catchThrowableOfType(
            JournalException.class, () -> SqliteJournal.open(file, broken).close());
    assertThat(failure).hasMessageNotContaining("\n");
    assertThat(tasks()).containsExactly(TASK);
    write(Task.named(new UUID(0, 7), "more"));
    assertThat(tasks()).hasSize(2);
  }

  @Test
  void theReaderLeavesUpgradingToTheCoach() {
    write(TASK);
    byte[] before = bytes(file);
    try (var reader = SqliteJournalReader.of(file, NEWER)) {
      JournalException failure =
          catchThrowableOfType(JournalException.class, () -> reader.all(Task.class));
      assertThat(failure).hasMessageContaining("older Respite").hasMessageNotContaining("\n");
    }
    assertThat(bytes(file)).isEqualTo(before);
  }

  @Test
  void b49AFullDiskLosesNothingAndIsOverWhenThereIsRoom() throws Exception {
    write(TASK);
    try (var journal = SqliteJournal.open(file)) {
      long before = journal.sequence();
      journal.limitPages(1);
      JournalException failure =
          catchThrowableOfType(
              JournalException.class, () -> journal.write(changes(many()), "Too much"));
      assertThat(failure.kind()).isEqualTo(JournalException.Kind.IO);
      assertThat(failure).hasMessageContaining("disk is full").hasMessageNotContaining("\n");
      assertThat(journal.all(Task.class)).containsExactly(TASK);
      assertThat(journal.sequence()).isEqualTo(before);
      journal.limitPages(1_000_000);
      assertThat(journal.write(changes(many()), "Enough room")).isEqualTo(before + 1);
    }
    assertThat(tasks()).hasSize(many().length);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldInOneLine() throws IOException {
    Files.createDirectories(home);
    assumeTrue(
        home.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "no POSIX rights here");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));
    try {
      assumeTrue(!Files.isWritable(home), "the superuser may write everywhere");
      refused(JournalException.Kind.IO, "check that you may write");
    } finally {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aHomeThatIsAFileIsToldInOneLine() throws IOException {
    Files.writeString(home, "not a folder");
    JournalException failure =
        catchThrowableOfType(JournalException.class, () -> SqliteJournal.open(file).close());
    assertThat(failure.kind()).isEqualTo(JournalException.Kind.IO);
    assertThat(failure).hasMessageContaining(file.toString()).hasMessageNotContaining("\n");
  }

  @Test
  void aRowSpoiltByHandIsNamed() throws Exception {
    write(TASK);
    sql("UPDATE task SET pay_per = 'moon'");
    try (var journal = SqliteJournal.open(file)) {
      JournalException failure =
          catchThrowableOfType(JournalException.class, () -> journal.all(Task.class));
      assertThat(failure.kind()).isEqualTo(JournalException.Kind.CORRUPT);
      assertThat(failure).hasMessageContaining("task").hasMessageContaining(TASK.id().toString());
    }
  }

  @Test
  void everyTableCanBeSearchedByTimeWithoutReadingItAll() throws Exception {
    SqliteJournal.open(file).close();
    try (Connection connection = connect()) {
      for (Kind<?> kind : Kinds.ALL) {
        if (kind.find() != null && kind.latest() != null) {
          assertThat(plan(connection, kind.find()))
              .as(kind.table())
              .contains("SEARCH " + kind.table() + " USING INDEX " + kind.table() + "_time")
              .doesNotContain("SCAN " + kind.table());
          assertThat(plan(connection, kind.latest()))
              .as(kind.table())
              .contains("USING INDEX " + kind.table() + "_time")
              .doesNotContain("SCAN " + kind.table());
        }
      }
    }
  }

  @Test
  void everyColumnOfATableIsMapped() throws Exception {
    SqliteJournal.open(file).close();
    try (Connection connection = connect()) {
      for (Kind<?> kind : Kinds.ALL) {
        var columns = new ArrayList<String>();
        try (var rows =
            connection.createStatement().executeQuery("PRAGMA table_info(" + kind.table() + ")")) {
          while (rows.next()) {
            columns.add(rows.getString("name"));
          }
        }
        assertThat(kind.byId())
            .startsWith("SELECT " + String.join(", ", columns) + " FROM " + kind.table());
      }
    }
  }

  private void refused(JournalException.Kind kind, String says) {
    Map<String, byte[]> before = contents(home);
    before.remove("journal.lock");
    JournalException failure =
        catchThrowableOfType(JournalException.class, () -> SqliteJournal.open(file).close());
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(says)
        .hasMessageNotContaining("\n");
    Map<String, byte[]> after = contents(home);
    after.keySet().removeAll(List.of("journal.lock", "journal.db-shm"));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
    // And the lock was given back.
    JournalException again =
        catchThrowableOfType(JournalException.class, () -> SqliteJournal.open(file).close());
    assertThat(again.kind()).isEqualTo(kind);
  }

  private void readerRefuses(JournalException.Kind kind) {
    byte[] before = contents(home).get("journal.db");
    try (var reader = SqliteJournalReader.of(file)) {
      JournalException failure =
          catchThrowableOfType(JournalException.class, () -> reader.all(Task.class));
      assertThat(failure).isNotNull().hasMessageNotContaining("\n");
      assertThat(failure.kind()).isEqualTo(kind);
    }
    assertThat(contents(home).get("journal.db")).isEqualTo(before);
  }

  private static Task[] many() {
    var tasks = new Task[2_000];
    Arrays.setAll(tasks, i -> Task.named(new UUID(0, i), "Task number " + i));
    return tasks;
  }

  private static List<Change> changes(Task... tasks) {
    return Arrays.stream(tasks).<Change>map(Change.Put::new).toList();
  }

  private void write(Task... tasks) {
    try (var journal = SqliteJournal.open(file)) {
      journal.write(changes(tasks), "Write");
    }
  }

  private List<Task> tasks() {
    try (var journal = SqliteJournal.open(file)) {
      return journal.all(Task.class);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = connect()) {
      for (String statement : statements) {
        connection.createStatement().executeUpdate(statement);
      }
    }
  }

  private static String plan(Connection connection, String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString("detail"));
      }
    }
    return String.join("\n", lines);
  }

  private static int header(Path file, int at) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(at);
      return bytes.readInt();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) {
    return List.copyOf(contents(folder).keySet());
  }

  private static Map<String, byte[]> contents(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  path -> path.getFileName().toString(),
                  JournalFileTest::bytes,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
