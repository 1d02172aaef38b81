package app.respite.journal;

import app.respite.coach.port.Backups;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.domain.time.LogicalDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Backups of a SQLite journal. A copy is made by SQLite itself, under a name that no copy has; it
 * is checked and on disk before it gets its own. What changes the journal takes its lock, so it is
 * for a time when no coach runs.
 */
public final class SqliteBackups implements Backups {
  private static final int TRIES = 5;

  private static final Pattern DRAFT = Pattern.compile("journal.*\\.(\\d{1,18})\\.part");

  /** A copy may go where a newer one has at least this many of each hundred of its rows. */
  private static final long AS_GOOD = 90;

  private static final String DRAFT_END = ".new";

  private final Path journal;
  private final Supplier<Path> folder;
  private final Supplier<LocalDateTime> now;
  private final Supplier<LogicalDays> days;
  private final Schema schema;

  /**
   * The backups of a journal.
   *
   * @param folder where copies go; asked for when it is needed
   * @param now local time, for the names of copies
   * @param days how days are told; asked for when it is needed
   */
  public SqliteBackups(
      Path journal,
      Supplier<Path> folder,
      Supplier<LocalDateTime> now,
      Supplier<LogicalDays> days) {
    this(journal, folder, now, days, Schema.CURRENT);
  }

  SqliteBackups(
      Path journal,
      Supplier<Path> folder,
      Supplier<LocalDateTime> now,
      Supplier<LogicalDays> days,
      Schema schema) {
    this.journal = journal.toAbsolutePath();
    this.folder = folder;
    this.now = now;
    this.days = days;
    this.schema = schema;
  }

  /** Those in the folder {@code backups} beside a journal, named by its last change in UTC. */
  static SqliteBackups beside(Path journal, Schema schema) {
    Path whole = journal.toAbsolutePath();
    return new SqliteBackups(
        whole,
        () -> whole.resolveSibling("backups"),
        () -> lastWritten(whole),
        () -> Inspection.CALENDAR,
        schema);
  }

  private static LocalDateTime lastWritten(Path file) {
    try {
      return LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be read: check its rights.", e);
    }
  }

  @Override
  public Path folder() {
    return folder.get();
  }

  @Override
  public List<Copy> copies() {
    return backups().copies();
  }

  private BackupFolder backups() {
    return BackupFolder.in(folder.get());
  }

  /** The chosen folder, or the one beside the journal where that cannot be written just now. */
  private BackupFolder surely() {
    Path chosen = folder.get();
    try {
      createFolder(chosen);
      if (Files.isWritable(chosen)) {
        return BackupFolder.in(chosen);
      }
    } catch (JournalException | CoachException awayJustNow) {
      // A disk that is not plugged in must not stand in the way.
      return beside();
    }
    return beside();
  }

  private BackupFolder beside() {
    Path own = journal.resolveSibling("backups");
    createFolder(own);
    return BackupFolder.in(own);
  }

  @Override
  public Kept look(Path file) {
    return inspection(file).look();
  }

  @Override
  public Optional<Kept> newestGood() {
    return copies().stream()
        .flatMap(copy -> inspection(copy.file()).lookIfWhole().stream())
        .findFirst();
  }

  @Override
  public Optional<Kept> make(@Nullable Path chosen) {
    return make(BackupFolder.in(chosen == null ? folder.get() : chosen), Kind.ASKED);
  }

  private Optional<Kept> make(BackupFolder to, Kind kind) {
    if (isNew()) {
      return Optional.empty();
    }
    createFolder(to.path());
    try (Session from = openJournal()) {
      return Optional.of(copy(from, journal, to.free(now.get(), kind.word())));
    } catch (SQLException e) {
      throw wayBack().added(Failures.of(journal, e));
    } catch (JournalException e) {
      throw wayBack().added(e);
    }
  }

  /** Nothing was ever recorded here, as opposed to something that is gone. */
  private boolean isNew() {
    try {
      JournalFile.refuseLoss(journal, wayBack());
      return !Files.exists(journal);
    } catch (IOException e) {
      throw Failures.disk(journal, "cannot be read: check its rights.", e);
    }
  }

  /** Before the format of the journal changes; only for the holder of its lock. */
  void beforeUpgrade() {
    make(surely(), Kind.UPGRADE);
  }

  WayBack wayBack() {
    return new WayBack(folder);
  }

  @Override
  public Optional<Kept> daily() {
    if (isNew()) {
      return Optional.empty();
    }
    BackupFolder to = backups();
    createFolder(to.path());
    removeStaleDrafts(to.path());
    try (Session from = openJournal()) {
      Inspection.check(from, journal, "integrity_check(1)");
      Holding held = inspection(journal).holding(from);
      if (held.rows() == 0 || isKeptAlready(held, to)) {
        return Optional.empty();
      }
      Kept kept = copy(from, journal, to.free(now.get(), Kind.DAILY.word()));
      thin(to, kept);
      return Optional.of(kept);
    } catch (SQLException e) {
      throw wayBack().added(Failures.of(journal, e));
    } catch (JournalException e) {
      throw wayBack().added(e);
    }
  }

  private boolean isKeptAlready(Holding held, BackupFolder to) {
    List<Copy> copies = to.copies();
    if (copies.isEmpty()) {
      return false;
    }
    try {
      return inspection(copies.getFirst().file()).verify().holding().equals(held);
    } catch (JournalException damaged) {
      return false;
    }
  }

  private void thin(BackupFolder to, Kept newest) {
    List<Copy> copies = to.copies();
    for (Copy surplus : BackupFolder.surplus(copies)) {
      if (hasBetter(surplus, copies, newest)) {
        try {
          Files.deleteIfExists(surplus.file());
        } catch (IOException e) {
          throw Failures.disk(surplus.file(), "cannot be thinned out: check its rights.", e);
        }
      }
    }
  }

  /** Whether a newer copy holds about as much; a copy that cannot be read has none to judge by. */
  private boolean hasBetter(Copy old, List<Copy> copies, Kept newest) {
    try {
      long least = Math.ceilDiv(inspection(old.file()).look().holding().rows() * AS_GOOD, 100);
      if (newest.holding().rows() >= least) {
        return true;
      }
      for (Copy copy : copies) {
        if (copy.made().isAfter(old.made())
            && Files.exists(copy.file())
            && rows(copy.file()) >= least) {
          return true;
        }
      }
      return false;
    } catch (JournalException unreadable) {
      return false;
    }
  }

  private long rows(Path file) {
    return inspection(file).lookIfWhole().map(kept -> kept.holding().rows()).orElse(-1L);
  }

  /** What a process that was killed left half-done. */
  private static void removeStaleDrafts(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      for (Path file : files.toList()) {
        Matcher draft = DRAFT.matcher(file.getFileName().toString());
        if (draft.matches() && ProcessHandle.of(Long.parseLong(draft.group(1))).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw Failures.disk(in, "cannot be tidied: check its rights.", e);
    }
  }

  /**
   * Copies an open journal, and lets the copy have its name once it is known to be whole.
   *
   * @param target a name in an existing folder; what has it is replaced
   */
  private Kept copy(Session from, Path source, Path target) throws SQLException {
    Path draft =
        target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Holding copied = draft(from, source, draft);
      Disk.sync(draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      Disk.syncFolderOf(target);
      return new Kept(target, Files.size(target), copied);
    } catch (IOException e) {
      throw Failures.disk(target, "could not be written: check the folder and its space.", e);
    } finally {
      deleteQuietly(draft);
    }
  }

  private Holding draft(Session from, Path source, Path draft) throws SQLException, IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      Holding before = inspection(source).holding(from);
      Files.deleteIfExists(draft);
      PrivateFiles.create(draft);
      from.execute("VACUUM INTO ?", draft.toString());
      Holding copied = inspection(draft).verify().holding();
      // A coach may have written meanwhile; the copy must equal one moment of it.
      Holding original =
          copied.sequence() == before.sequence() ? before : inspection(source).holding(from);
      if (copied.equals(original)) {
        return copied;
      }
      if (copied.sequence() == original.sequence()) {
        throw Failures.corrupt(source, "is damaged (a copy of it holds less)", null);
      }
    }
    throw new JournalException(
        JournalException.Kind.IO,
        "The journal " + source + " changes too fast to be copied just now: try again.");
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException left) {
      // The next daily backup removes it.
      return;
    }
  }

  @Override
  public Change preview(Path file) {
    Holding then = restorable(file).holding();
    if (isAbsent()) {
      return new Change(null, "", then);
    }
    try (Session session = openJournal()) {
      return new Change(inspection(journal).holding(session), "", then);
    } catch (SQLException e) {
      return new Change(null, String.valueOf(Failures.of(journal, e).getMessage()), then);
    } catch (JournalException damaged) {
      return new Change(null, String.valueOf(damaged.getMessage()), then);
    }
  }

  private boolean isAbsent() {
    return !Files.exists(journal);
  }

  /** A file from outside that can be put in the journal's place. */
  private Kept restorable(Path file) {
    requireJournal(file);
    return inspection(file).verify();
  }

  /** What is no journal at all is a mistake in the call, and no damage. */
  private void requireJournal(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CoachException(
          CoachException.Kind.WRONG,
          "there is no file " + file + "; 'respite restore' lists the backups");
    }
    if (isSame(file)) {
      throw new CoachException(
          CoachException.Kind.WRONG,
          file + " is the journal itself; 'respite restore' lists the backups of it");
    }
    if (!Disk.looksLikeJournal(file)) {
      throw new CoachException(
          CoachException.Kind.WRONG,
          file
              + " is no journal of Respite, so nothing was changed; 'respite restore' lists the"
              + " backups");
    }
  }

  private boolean isSame(Path file) {
    try {
      return Files.exists(journal) && Files.isSameFile(file, journal);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public Restored restore(Path file) {
    restorable(file);
    return locked(
        () -> {
          Path draft = newDraft();
          Holding holding;
          try (Session from = inspection(file).open()) {
            holding = copy(from, file, draft).holding();
          }
          return new Restored(holding, replaceBy(draft));
        });
  }

  @Override
  public Restored beginAnew() {
    return locked(
        () -> {
          Path draft = newDraft();
          JournalFile.create(draft, schema);
          Disk.sync(draft);
          return new Restored(inspection(draft).verify().holding(), replaceBy(draft));
        });
  }

  @Override
  public Salvaged salvage(@Nullable Path file, boolean trial) {
    Path damaged = file == null ? journal : file;
    if (file != null && !Files.isRegularFile(file)) {
      throw new CoachException(CoachException.Kind.WRONG, "there is no file " + file);
    }
    return locked(
        () -> {
          Path draft = newDraft();
          try {
            List<Saved> saved = Salvage.from(damaged, draft, schema);
            Disk.sync(draft);
            Holding holding = inspection(draft).verify().holding();
            if (holding.rows() == 0) {
              throw new CoachException(
                  CoachException.Kind.NO,
                  "nothing can be read from "
                      + damaged
                      + ", so nothing was changed; "
                      + "'respite restore' lists the backups");
            }
            return new Salvaged(
                saved, holding, trial ? null : new Restored(holding, replaceBy(draft)));
          } finally {
            deleteQuietly(draft);
          }
        });
  }

  /** Beside the journal, so that one step puts it in its place. */
  private Path newDraft() throws IOException {
    Path draft = journal.resolveSibling(journal.getFileName() + DRAFT_END);
    JournalFile.deleteWithLogs(draft);
    return draft;
  }

  private <T> T locked(Work<T> work) {
    createFolder(folderOf(journal));
    JournalLock lock = JournalLock.take(folderOf(journal));
    try {
      return work.done();
    } catch (SQLException e) {
      throw Failures.of(journal, e);
    } catch (IOException e) {
      throw Failures.disk(
          journal, "could not be replaced: check its folder and the space there.", e);
    } finally {
      lock.close();
    }
  }

  private interface Work<T> {
    T done() throws SQLException, IOException;
  }

  /**
   * Keeps what is there, then puts a new journal in its place. A kill at any moment leaves the old
   * one or the new one.
   *
   * @return where the old one is kept; null where there was none
   */
  private @Nullable Path replaceBy(Path draft) throws IOException, SQLException {
    Path kept = keepWhatIsThere();
    for (String end : JournalFile.LOGS) {
      // Emptied or kept; what reads the old journal keeps its own open.
      Files.deleteIfExists(journal.resolveSibling(journal.getFileName() + end));
    }
    Files.move(draft, journal, StandardCopyOption.ATOMIC_MOVE);
    Disk.syncFolderOf(journal);
    return kept;
  }

  private @Nullable Path keepWhatIsThere() throws IOException, SQLException {
    if (isWhole()) {
      BackupFolder to = surely();
      try (Session old = Database.open(journal, Database.Access.WRITE)) {
        Kept kept = copy(old, journal, to.free(now.get(), Kind.REPLACED.word()));
        Database.emptyLog(old);
        return kept.file();
      }
    }
    List<String> there = new ArrayList<>();
    for (String end : JournalFile.PARTS) {
      Path part = journal.resolveSibling(journal.getFileName() + end);
      if (Files.exists(part) && (end.isEmpty() || Files.size(part) > 0)) {
        there.add(end);
      }
    }
    if (there.isEmpty()) {
      return null;
    }
    Path aside = BackupFolder.free(folderOf(journal), now.get(), "damaged");
    for (String end : there) {
      Disk.alsoAs(
          journal.resolveSibling(journal.getFileName() + end),
          aside.resolveSibling(aside.getFileName() + end));
    }
    Disk.syncFolderOf(aside);
    return there.contains("")
        ? aside
        : aside.resolveSibling(aside.getFileName() + there.getFirst());
  }

  private boolean isWhole() {
    if (isAbsent()) {
      return false;
    }
    try {
      inspection(journal).verify();
      return true;
    } catch (JournalException damagedOrNewer) {
      return false;
    }
  }

  /** A coach may be writing it. */
  private Session openJournal() throws SQLException {
    Session session = Database.open(journal, Database.Access.READ);
    try {
      schema.versionOf(session, journal);
      return session;
    } catch (SQLException | RuntimeException e) {
      Session.abandon(session, e);
      throw e;
    }
  }

  private Inspection inspection(Path file) {
    return new Inspection(file.toAbsolutePath(), schema, days.get());
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no folder: " + file);
    }
    return parent;
  }

  private static void createFolder(Path path) {
    try {
      PrivateFiles.createFolder(path);
    } catch (FileAlreadyExistsException e) {
      throw new CoachException(
          CoachException.Kind.WRONG, path + " is no folder; name one for the backups", e);
    } catch (IOException e) {
      throw Failures.disk(path, "cannot be made: check the folder above it.", e);
    }
  }
}
