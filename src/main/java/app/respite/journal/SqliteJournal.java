package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a SQLite file, held for writing. Several threads may call it; they wait for each
 * other. After a write that failed it can be used as before, and holds what it held.
 *
 * <p>A file that is taken away, replaced or overwritten meanwhile is noticed before and after every
 * write: what is open still holds everything, so that is put in its place, and a strange file is
 * set aside, never overwritten.
 */
public final class SqliteJournal implements Journal {
  private final Path file;
  private final JournalLock lock;
  private final Schema schema;
  private Session session;
  private Queries queries;
  private Footprint left;
  private long sequence;
  private String notice = "";
  private boolean hurried;
  private boolean adrift;
  private final boolean uncleanlyLeft;
  private boolean closed;

  private SqliteJournal(
      Path file, JournalLock lock, Schema schema, Session session, boolean uncleanlyLeft) {
    this.file = file;
    this.uncleanlyLeft = uncleanlyLeft;
    this.lock = lock;
    this.schema = schema;
    this.session = session;
    queries = new Queries(file, session);
    sequence = queries.sequence();
    left = footprint();
  }

  /**
   * Opens the journal in a file, made with its folder where there is none, brought up to date where
   * it is older. {@code journal.lock} beside it keeps every other writer out until {@link #close}.
   *
   * @param backups tells of the copies of it, for the way back, and takes one before the format
   *     changes
   * @throws JournalException of kind {@code HELD}, {@code NEWER}, {@code CORRUPT} or {@code IO};
   *     the file is as it was
   */
  public static SqliteJournal open(Path file, SqliteBackups backups) {
    return open(file, Schema.CURRENT, backups);
  }

  /** As above, with the copies in the folder {@code backups} beside it. */
  public static SqliteJournal open(Path file) {
    return open(file, Schema.CURRENT);
  }

  static SqliteJournal open(Path file, Schema schema) {
    return open(file, schema, SqliteBackups.beside(file, schema));
  }

  static SqliteJournal open(Path named, Schema schema, SqliteBackups backups) {
    Path file = named.toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + named);
    }
    try {
      PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be made: check its folder.", e);
    }
    JournalLock lock = JournalLock.take(folder);
    try {
      JournalFile found = new JournalFile(file, schema, backups.wayBack());
      int version = found.prepare();
      if (version < schema.version()) {
        backups.beforeUpgrade();
      }
      return opened(file, lock, schema, connect(file, schema, version), found.uncleanlyLeft());
    } catch (JournalException e) {
      lock.close();
      throw backups.wayBack().added(e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * The process that writes a journal now; 0 where none does. Only for one that never writes it.
   */
  public static long holder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? 0 : JournalLock.holder(folder);
  }

  private static SqliteJournal opened(
      Path file, JournalLock lock, Schema schema, Session session, boolean uncleanlyLeft) {
    try {
      return new SqliteJournal(file, lock, schema, session, uncleanlyLeft);
    } catch (RuntimeException e) {
      Session.abandon(session, e);
      throw e;
    }
  }

  private static Session connect(Path file, Schema schema, int version) {
    Session session = null;
    try {
      session = Database.open(file, Database.Access.WRITE);
      session.run("PRAGMA journal_mode = WAL");
      if (version < schema.version()) {
        schema.migrate(session, version);
        // So that the file itself says what it is, not only its log.
        Database.emptyLog(session);
      }
      return session;
    } catch (SQLException e) {
      Session.abandon(session, e);
      throw Failures.of(file, e);
    }
  }

  /** Whether the writer before this one left without closing it, so that a check is due. */
  public boolean uncleanlyLeft() {
    return uncleanlyLeft;
  }

  @Override
  public synchronized long write(List<Change> changes, @Nullable String label) {
    return changes.isEmpty()
        ? sequence()
        : inTransaction(
            () -> {
              if (label == null) {
                change(changes);
              } else {
                session.execute("DELETE FROM undo_step WHERE taken_back = 1");
                List<Touched> touched =
                    changes.stream()
                        .map(one -> new Touched(Kinds.of(one.kind()).table(), one.id().toString()))
                        .toList();
                long step = remember(touched, label, Way.BACK);
                change(changes);
                noteWhatFollows(step);
              }
              return advance();
            });
  }

  private void change(List<Change> changes) throws SQLException {
    var batches = new Batches(session);
    for (Change change : changes) {
      switch (change) {
        case Change.Put(JournalRecord put) -> {
          Kind<?> kind = Kinds.of(put.getClass());
          batches.add(kind.put(), kind.valuesOf(put));
        }
        case Change.Remove(Class<? extends JournalRecord> type, UUID id) ->
            batches.add(Kinds.of(type).remove(), List.of(id.toString()));
      }
    }
    batches.flush();
  }

  /** As the steps of a way are told apart in the table. */
  private static int takenBack(Way way) {
    return way == Way.FORWARD ? 1 : 0;
  }

  /** A record that a step changes. */
  private record Touched(String table, String id) {}

  /**
   * Before anything changes, so that of two changes to one record both note the same.
   *
   * @param way that leads back to what is noted
   * @return the step
   */
  private long remember(List<Touched> touched, String label, Way way) throws SQLException {
    session.execute(
        "INSERT INTO undo_step (label, compared, taken_back) VALUES (?, 1, ?)",
        label,
        takenBack(way));
    long step = session.number("SELECT last_insert_rowid()");
    var batches = new Batches(session);
    int position = 0;
    for (Touched one : touched) {
      Kind<?> kind = Kinds.inTable(one.table());
      batches.add(kind.remember(), List.of(step, position++, kind.table(), one.id(), one.id()));
    }
    batches.flush();
    return step;
  }

  /** After it has changed, so that undoing can tell whether it was changed again since. */
  private void noteWhatFollows(long step) throws SQLException {
    var batches = new Batches(session);
    for (Noted noted : noted(step)) {
      batches.add(Kinds.inTable(noted.table()).follow(), List.of(step, noted.position()));
    }
    batches.flush();
  }

  /** Null where there is nothing that way. */
  private @Nullable Long nextStep(Way way) throws SQLException {
    List<Long> latest =
        session.rows(
            "SELECT step FROM undo_step WHERE taken_back = ? ORDER BY step DESC LIMIT 1",
            List.of(takenBack(way)),
            Row::whole);
    return latest.isEmpty() ? null : latest.getFirst();
  }

  @Override
  public synchronized Optional<String> step(Way way) {
    return inTransaction(
        () -> {
          Long step = nextStep(way);
          return step == null ? Optional.empty() : Optional.of(step(step, way));
        });
  }

  @Override
  public synchronized Optional<Undoable> next(Way way) {
    return read(
        () -> {
          Long step = nextStep(way);
          return step == null ? Optional.empty() : Optional.of(undoable(step));
        });
  }

  @Override
  public synchronized List<String> labels(Way way) {
    return read(
        () ->
            session.rows(
                "SELECT label FROM undo_step WHERE taken_back = ? ORDER BY step DESC",
                List.of(takenBack(way)),
                Row::text));
  }

  private <T> T read(Session.Work<T> work) {
    requireOpen();
    try {
      return work.done();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } catch (JournalException unreadable) {
      throw Failures.row(file, unreadable);
    }
  }

  private Undoable undoable(long step) throws SQLException {
    boolean compared =
        session
            .rows("SELECT compared FROM undo_step WHERE step = ?", List.of(step), Row::yes)
            .getFirst();
    boolean intact = true;
    List<Change> changes = new ArrayList<>();
    for (Noted noted : noted(step)) {
      Kind<?> kind = Kinds.inTable(noted.table());
      List<Object> place = List.of(step, noted.position());
      intact &= !compared || session.rows(kind.intact(), place, Row::yes).getFirst();
      changes.add(
          noted.present()
              ? new Change.Put(session.rows(kind.noted(), place, kind::record).getFirst())
              : new Change.Remove(kind.type(), UUID.fromString(noted.id())));
    }
    return new Undoable(label(step), changes, intact);
  }

  private String label(long step) throws SQLException {
    return session
        .rows("SELECT label FROM undo_step WHERE step = ?", List.of(step), Row::text)
        .getFirst();
  }

  @Override
  public synchronized void forget(Way way) {
    inTransaction(
        () -> {
          Long step = nextStep(way);
          if (step != null) {
            forget(step);
          }
          return Optional.ofNullable(step);
        });
  }

  private void forget(long step) throws SQLException {
    session.execute("DELETE FROM undo_step WHERE step = ?", step);
  }

  /** What stands now is noted for the other way, so that it can be gone to and fro. */
  private String step(long step, Way way) throws SQLException {
    String label = label(step);
    List<Noted> all = noted(step);
    long opposite =
        remember(
            all.stream().map(noted -> new Touched(noted.table(), noted.id())).toList(),
            label,
            way.other());
    var batches = new Batches(session);
    for (Noted noted : all) {
      Kind<?> kind = Kinds.inTable(noted.table());
      if (noted.present()) {
        batches.add(kind.restore(), List.of(step, noted.position()));
      } else {
        batches.add(kind.remove(), List.of(noted.id()));
      }
    }
    batches.flush();
    noteWhatFollows(opposite);
    forget(step);
    advance();
    return label;
  }

  private List<Noted> noted(long step) throws SQLException {
    return session.rows(
        "SELECT position, kind, record, previous IS NOT NULL FROM undo_change WHERE step = ?"
            + " ORDER BY position",
        List.of(step),
        row -> new Noted(row.number(), row.text(), row.text(), row.yes()));
  }

  private record Noted(int position, String table, String id, boolean present) {}

  private long advance() throws SQLException {
    session.execute("UPDATE history SET sequence = sequence + 1");
    return sequence();
  }

  @Override
  public synchronized long record(List<Change> changes, Checkpoint checkpoint) {
    return inTransaction(
        () -> {
          Checkpoints.store(session, checkpoint);
          if (changes.isEmpty()) {
            return queries.sequence();
          }
          change(changes);
          return advance();
        });
  }

  @Override
  public synchronized void keep(Checkpoint checkpoint) {
    inTransaction(
        () -> {
          Checkpoints.store(session, checkpoint);
          return checkpoint;
        });
  }

  @Override
  public synchronized Optional<Checkpoint> checkpoint() {
    requireOpen();
    return queries.checkpoint();
  }

  /**
   * What is to be done once a day: brings the write-ahead log into the file and empties it, and
   * lets SQLite renew its statistics. Takes milliseconds; no effect on what the journal says.
   */
  @Override
  public synchronized void maintain() {
    requireOpen();
    requireOwnFile();
    notice = "";
    try {
      session.run("PRAGMA optimize");
      Database.emptyLog(session);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
    left = footprint();
  }

  /** Lets tests fill the disk. */
  synchronized void limitPages(int pages) throws SQLException {
    session.run("PRAGMA max_page_count = " + pages);
  }

  private <T> T inTransaction(Session.Work<T> work) {
    requireOpen();
    requireOwnFile();
    T done;
    try {
      done = session.inTransaction(work);
      hurry(false);
    } catch (SQLException e) {
      JournalException known = Failures.of(file, e);
      hurry(Failures.isBusy(e));
      throw known;
    }
    sequence = queries.sequence();
    Footprint now = footprint();
    if (left.sameFiles(now)) {
      left = now;
    } else {
      putBack(now);
    }
    return done;
  }

  /** Whoever found it locked waits only a moment the next times, for the coach has other work. */
  private void hurry(boolean wanted) {
    if (hurried != wanted) {
      try {
        Database.patience(session, wanted);
        hurried = wanted;
      } catch (SQLException e) {
        throw Failures.of(file, e);
      }
    }
  }

  /** So that nothing is written where nobody would find it again. */
  private void requireOwnFile() {
    if (adrift) {
      reopen();
    }
    Footprint now = footprint();
    if (now.equals(left)) {
      return;
    }
    // A file that was cut short is not even opened: SQLite would throw an empty one's log away.
    if (left.sameFiles(now) && !now.isShorter(left) && isSound(file, Database.Access.READ)) {
      // Another program has written into it, and it is a journal with all of ours still.
      left = now;
      return;
    }
    putBack(now);
  }

  private Footprint footprint() {
    try {
      return Footprint.of(file);
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be looked at: check its folder and its rights.", e);
    }
  }

  /** Whether a file is a whole journal that holds all that was written here. */
  private boolean isSound(Path copy, Database.Access access) {
    try (Session look = Database.open(copy, access)) {
      return schema.versionOf(look, copy) == schema.version()
          && look.text("PRAGMA integrity_check(1)").equals("ok")
          && look.number("SELECT sequence FROM history") >= sequence;
    } catch (SQLException | JournalException damaged) {
      return false;
    }
  }

  /**
   * Puts what the open connection still holds in the place of what lies there now. Its pages stay
   * where they were, so that the log of the lost file does no harm to it.
   */
  private void putBack(Footprint now) {
    boolean ownMain = left.main() != null && left.main().isFile(now.main());
    boolean overwritten = left.sameFiles(now);
    String what =
        now.main() == null
            ? "was taken away"
            : overwritten
                ? "was overwritten"
                : ownMain ? "had its -wal file removed" : "was replaced by another file";
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      PrivateFiles.create(draft);
      session.copyTo(draft);
      if (!isSound(draft, Database.Access.READ_AT_REST)) {
        Files.deleteIfExists(draft);
        throw Failures.damagedWhileOpen(file, what);
      }
      Path aside = unusedName();
      boolean asideNeeded = now.main() != null && (overwritten || !ownMain);
      if (now.log() != null && left.log() != null && !left.log().isFile(now.log())) {
        Files.move(Footprint.log(file), Footprint.log(aside));
      }
      if (asideNeeded) {
        // A second name first, so that there is a journal in its place at every moment.
        Files.createLink(aside, file);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.force(Objects.requireNonNull(file.getParent()));
      adrift = true;
      session.close();
      for (String end : List.of("-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
      }
      reopen();
      notice =
          "The journal "
              + file
              + " "
              + what
              + " while Respite ran; nothing is lost, all of it is in its place again."
              + (asideNeeded ? " What lay there is " + aside + " now." : "");
    } catch (IOException | SQLException failed) {
      throw Failures.lostWhileOpen(file, what, failed);
    }
  }

  private void reopen() {
    session = connect(file, schema, schema.version());
    queries = new Queries(file, session);
    hurried = false;
    left = footprint();
    adrift = false;
  }

  private Path unusedName() {
    for (int number = 1; ; number++) {
      Path name = file.resolveSibling(file.getFileName() + ".strange-" + number);
      if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
        return name;
      }
    }
  }

  @Override
  public synchronized String notice() {
    return notice;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the journal " + file + " was closed");
    }
  }

  @Override
  public synchronized <R extends JournalRecord> List<R> all(Class<R> kind) {
    requireOpen();
    return queries.all(kind);
  }

  @Override
  public synchronized <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    requireOpen();
    return queries.find(kind, interval);
  }

  @Override
  public synchronized <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    requireOpen();
    return queries.byId(kind, id);
  }

  @Override
  public synchronized <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    requireOpen();
    return queries.latest(kind, before);
  }

  @Override
  public synchronized long sequence() {
    requireOpen();
    return queries.sequence();
  }

  /** Empties the write-ahead log, closes the file and lets the next writer in. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      emptyLogIfPossible();
      session.close();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  /** Where the disk is full nothing is lost: the next start finds the log and goes on from it. */
  private void emptyLogIfPossible() {
    try {
      Database.emptyLog(session);
    } catch (SQLException e) {
      System.getLogger(SqliteJournal.class.getName())
          .log(System.Logger.Level.DEBUG, "log not emptied", e);
    }
  }
}
