package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a SQLite file, held for writing. Several threads may call it; they wait for each
 * other. After a write that failed it can be used as before, and holds what it held.
 */
public final class SqliteJournal implements Journal {
  private final Path file;
  private final JournalLock lock;
  private final Session session;
  private final Queries queries;
  private boolean closed;

  private SqliteJournal(Path file, JournalLock lock, Session session) {
    this.file = file;
    this.lock = lock;
    this.session = session;
    queries = new Queries(file, session);
  }

  /**
   * Opens the journal in a file, made with its folder where there is none, brought up to date where
   * it is older. {@code journal.lock} beside it keeps every other writer out until {@link #close}.
   *
   * @throws JournalException of kind {@code HELD}, {@code NEWER}, {@code CORRUPT} or {@code IO};
   *     the file is as it was
   */
  public static SqliteJournal open(Path file) {
    return open(file, Schema.CURRENT);
  }

  static SqliteJournal open(Path named, Schema schema) {
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
      int version = new JournalFile(file, schema).prepare();
      return new SqliteJournal(file, lock, connect(file, schema, version));
    } catch (RuntimeException e) {
      lock.close();
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

  @Override
  public synchronized long write(List<Change> changes, @Nullable String label) {
    return changes.isEmpty()
        ? sequence()
        : inTransaction(
            () -> {
              if (label != null) {
                remember(changes, label);
              }
              change(changes);
              if (label != null) {
                noteWhatFollows();
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

  /** Before anything changes, so that of two changes to one record both note the same. */
  private void remember(List<Change> changes, String label) throws SQLException {
    session.execute("INSERT INTO undo_step (label, compared) VALUES (?, 1)", label);
    Long step = latestStep();
    var batches = new Batches(session);
    int position = 0;
    for (Change change : changes) {
      Kind<?> kind = Kinds.of(change.kind());
      String id = change.id().toString();
      batches.add(kind.remember(), List.of(step, position++, kind.table(), id, id));
    }
    batches.flush();
  }

  /** After it has changed, so that undoing can tell whether it was changed again since. */
  private void noteWhatFollows() throws SQLException {
    Long step = latestStep();
    if (step != null) {
      var batches = new Batches(session);
      for (Noted noted : noted(step)) {
        batches.add(Kinds.inTable(noted.table()).follow(), List.of(step, noted.position()));
      }
      batches.flush();
    }
  }

  /** Null where nothing can be undone. */
  private @Nullable Long latestStep() throws SQLException {
    List<Long> latest =
        session.rows(
            "SELECT step FROM undo_step ORDER BY step DESC LIMIT 1", List.of(), Row::whole);
    return latest.isEmpty() ? null : latest.getFirst();
  }

  @Override
  public synchronized Optional<String> undo() {
    return inTransaction(
        () -> {
          Long step = latestStep();
          return step == null ? Optional.empty() : Optional.of(undo(step));
        });
  }

  @Override
  public synchronized Optional<Undoable> undoable() {
    requireOpen();
    try {
      Long step = latestStep();
      return step == null ? Optional.empty() : Optional.of(undoable(step));
    } catch (SQLException e) {
      throw Failures.of(file, e);
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
  public synchronized void forgetUndo() {
    inTransaction(
        () -> {
          Long step = latestStep();
          if (step != null) {
            forget(step);
          }
          return Optional.ofNullable(step);
        });
  }

  private void forget(long step) throws SQLException {
    session.execute("DELETE FROM undo_step WHERE step = ?", step);
  }

  private String undo(long step) throws SQLException {
    String label = label(step);
    var batches = new Batches(session);
    for (Noted noted : noted(step)) {
      Kind<?> kind = Kinds.inTable(noted.table());
      if (noted.present()) {
        batches.add(kind.restore(), List.of(step, noted.position()));
      } else {
        batches.add(kind.remove(), List.of(noted.id()));
      }
    }
    batches.flush();
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
          store(checkpoint);
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
          store(checkpoint);
          return checkpoint;
        });
  }

  private void store(Checkpoint checkpoint) throws SQLException {
    session.execute(
        "INSERT INTO checkpoint (one, at, boot) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE"
            + " SET at = excluded.at, boot = excluded.boot",
        checkpoint.at(),
        checkpoint.boot());
    session.execute("DELETE FROM checkpoint_value");
    var batches = new Batches(session);
    for (var value : checkpoint.values().entrySet()) {
      batches.add(
          "INSERT INTO checkpoint_value (name, value) VALUES (?, ?)",
          List.of(value.getKey(), value.getValue()));
    }
    batches.flush();
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
    try {
      session.run("PRAGMA optimize");
      Database.emptyLog(session);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  /** Lets tests fill the disk. */
  synchronized void limitPages(int pages) throws SQLException {
    session.run("PRAGMA max_page_count = " + pages);
  }

  private <T> T inTransaction(Session.Work<T> work) {
    requireOpen();
    try {
      return session.inTransaction(work);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
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
