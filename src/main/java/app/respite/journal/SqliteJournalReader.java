package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.JournalReader;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal that another process may be writing. It neither makes nor changes the file; while
 * there is none the journal reads as empty. Several threads may call it; they wait for each other.
 */
public final class SqliteJournalReader implements JournalReader, AutoCloseable {
  private final Path file;
  private final Schema schema;
  private final WayBack wayBack;
  private @Nullable Session session;
  private Footprint.@Nullable Trace opened;

  private SqliteJournalReader(Path file, Schema schema, WayBack wayBack) {
    this.file = file;
    this.schema = schema;
    this.wayBack = wayBack;
  }

  /**
   * Reads the journal in a file. The file is opened at the first read, which is when it is found to
   * be {@code NEWER}, {@code CORRUPT} or not to be read at all.
   */
  public static SqliteJournalReader of(Path file) {
    return of(file, Schema.CURRENT);
  }

  /**
   * As above.
   *
   * @param backups the folder of copies, for the way back; asked for only where one is needed
   */
  public static SqliteJournalReader of(Path file, Supplier<Path> backups) {
    return new SqliteJournalReader(file.toAbsolutePath(), Schema.CURRENT, new WayBack(backups));
  }

  static SqliteJournalReader of(Path file, Schema schema) {
    Path whole = file.toAbsolutePath();
    return new SqliteJournalReader(whole, schema, WayBack.beside(whole));
  }

  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    return read(List.of(), queries -> queries.all(kind));
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return read(List.of(), queries -> queries.find(kind, interval));
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    return read(Optional.empty(), queries -> queries.byId(kind, id));
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return read(Optional.empty(), queries -> queries.latest(kind, before));
  }

  @Override
  public long sequence() {
    return read(0L, Queries::sequence);
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return read(Optional.empty(), Queries::checkpoint);
  }

  private synchronized <T> T read(T nothing, Function<Queries, T> question) {
    Footprint.Trace there = trace();
    if (session != null && opened != null && !opened.isFile(there)) {
      // Another file lies there now, and the one that is open is nobody's journal any more.
      close();
    }
    try {
      Session open = session;
      if (open == null) {
        JournalFile.refuseLoss(file, wayBack);
        if (!Files.exists(file)) {
          return nothing;
        }
        open = connect();
        session = open;
        opened = there;
      }
      return question.apply(new Queries(file, open));
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be read: check its folder and its rights.", e);
    } catch (JournalException e) {
      throw wayBack.added(e);
    }
  }

  private Footprint.@Nullable Trace trace() {
    try {
      return Footprint.Trace.of(file);
    } catch (IOException unreadable) {
      // Opening it says why.
      return null;
    }
  }

  /**
   * Where the folder takes no files, on a disk that is read only for instance, SQLite cannot make
   * what readers share with a writer; but then there is no writer either.
   */
  private Session connect() {
    try {
      return connect(Database.Access.READ);
    } catch (JournalException perhapsReadOnly) {
      if (perhapsReadOnly.kind() != JournalException.Kind.IO || folderTakesFiles()) {
        throw perhapsReadOnly;
      }
      if (hasWaitingChanges()) {
        throw Failures.disk(
            file,
            "holds changes that can be read only where its folder can be written: copy the folder"
                + " to a place of your own and name that with --home.",
            perhapsReadOnly);
      }
      return connect(Database.Access.READ_AT_REST);
    }
  }

  private boolean folderTakesFiles() {
    Path folder = file.getParent();
    return folder != null && Files.isWritable(folder);
  }

  private boolean hasWaitingChanges() {
    try {
      return Files.size(file.resolveSibling(file.getFileName() + "-wal")) > 0;
    } catch (IOException none) {
      return false;
    }
  }

  private Session connect(Database.Access access) {
    Session open = null;
    try {
      open = Database.open(file, access);
      int version = schema.versionOf(open, file);
      if (version < schema.version()) {
        throw new JournalException(
            JournalException.Kind.IO,
            "The journal "
                + file
                + " was written by an older Respite: start Respite once to bring it up to date.");
      }
      return open;
    } catch (SQLException e) {
      Session.abandon(open, e);
      throw Failures.of(file, e);
    } catch (JournalException e) {
      Session.abandon(open, e);
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    Session open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        throw Failures.of(file, e);
      }
    }
  }
}
