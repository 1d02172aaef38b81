package app.respite.journal;

import app.respite.coach.port.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/**
 * The file before it is opened for writing: makes one that is missing, looks at one that is there
 * without changing a byte of it. Only for the holder of the lock.
 */
final class JournalFile {
  /** Larger files are left to the daily check: reading them would delay every start. */
  static final long QUICKLY_CHECKED = 16L << 20;

  /** What SQLite keeps beside a file while it works. */
  static final List<String> LOGS = List.of("-wal", "-journal", "-shm");

  /** A journal with what may hold changes of it. */
  static final List<String> PARTS = List.of("", "-wal", "-journal");

  private final Path file;
  private final Schema schema;
  private final WayBack wayBack;
  private boolean uncleanlyLeft;

  JournalFile(Path file, Schema schema, WayBack wayBack) {
    this.file = file;
    this.schema = schema;
    this.wayBack = wayBack;
  }

  /**
   * Makes or examines it.
   *
   * @return its version
   * @throws JournalException where it cannot be used; it is as it was
   */
  int prepare() {
    try {
      refuseLoss(file, wayBack);
      if (!Files.exists(file)) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        create(draft, schema);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Disk.syncFolderOf(file);
        return schema.version();
      }
      return examine();
    } catch (IOException | SQLException e) {
      throw e instanceof IOException
          ? Failures.disk(file, "cannot be made or read: check the folder and its rights.", e)
          : Failures.of(file, e);
    }
  }

  /**
   * Tells a journal that was lost from one that never was. A journal appears whole, under its name
   * at once, so that one without a byte is none that is being made.
   *
   * @throws JournalException of kind {@code CORRUPT} where it was lost
   */
  static void refuseLoss(Path file, WayBack wayBack) throws IOException {
    if (Files.isDirectory(file)) {
      throw new JournalException(
          JournalException.Kind.IO,
          "The journal "
              + file
              + " is a folder: check what is in it, and move it aside to begin a new journal.");
    }
    if (Files.exists(file)) {
      if (Files.isRegularFile(file) && Files.size(file) == 0) {
        throw Failures.corrupt(file, "is empty, without a single byte", null);
      }
      return;
    }
    for (String end : List.of("-wal", "-journal")) {
      Path beside = file.resolveSibling(file.getFileName() + end);
      if (size(beside) > 0) {
        throw Failures.corrupt(
            file,
            "is gone, but " + beside.getFileName() + " beside it holds its last changes",
            null);
      }
    }
    if (wayBack.anyCopies()) {
      throw Failures.corrupt(file, "is gone, although there are backups of it", null);
    }
  }

  /** Makes an empty one under a name that no journal has, so that a crash leaves no half of it. */
  static void create(Path draft, Schema schema) throws IOException, SQLException {
    deleteWithLogs(draft);
    PrivateFiles.create(draft);
    try (Session session = Database.open(draft, Database.Access.WRITE)) {
      schema.migrate(session, 0);
      session.run("PRAGMA journal_mode = WAL");
    }
  }

  static void deleteWithLogs(Path draft) throws IOException {
    Files.deleteIfExists(draft);
    for (String end : LOGS) {
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + end));
    }
  }

  /** Whether the last writer left without closing it; known once it was prepared. */
  boolean uncleanlyLeft() {
    return uncleanlyLeft;
  }

  private int examine() throws IOException, SQLException {
    boolean atRest = size(file.resolveSibling(file.getFileName() + "-wal")) == 0;
    uncleanlyLeft = !atRest;
    try (Session session =
        Database.open(file, atRest ? Database.Access.READ_AT_REST : Database.Access.READ)) {
      int version = schema.versionOf(session, file);
      if (size(file) <= QUICKLY_CHECKED) {
        Inspection.check(session, file, "quick_check(1)");
      }
      return version;
    }
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
