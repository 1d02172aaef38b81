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
  /** Larger files are looked through only after a crash: reading them would delay every start. */
  static final long QUICKLY_CHECKED = 16L << 20;

  private final Path file;
  private final Schema schema;

  JournalFile(Path file, Schema schema) {
    this.file = file;
    this.schema = schema;
  }

  /**
   * Makes or examines it.
   *
   * @return its version
   * @throws JournalException where it cannot be used; it is as it was
   */
  int prepare() {
    try {
      if (Files.isDirectory(file)) {
        throw new JournalException(
            JournalException.Kind.IO,
            "The journal "
                + file
                + " is a folder: check what is in it, and move it aside to begin a new journal.");
      }
      if (size(file) == 0) {
        refuseRemains();
        create();
        return schema.version();
      }
      return examine();
    } catch (IOException | SQLException e) {
      throw e instanceof IOException
          ? Failures.disk(file, "cannot be made or read: check the folder and its rights.", e)
          : Failures.of(file, e);
    }
  }

  /** An empty file where there was a journal is a loss to be mended, not a new start. */
  private void refuseRemains() throws IOException {
    if (Files.exists(file) && hasBackups()) {
      throw Failures.corrupt(file, "is empty, although there are backups of it", null);
    }
    for (String end : List.of("-wal", "-journal")) {
      Path beside = file.resolveSibling(file.getFileName() + end);
      if (size(beside) > 0) {
        throw new JournalException(
            JournalException.Kind.CORRUPT,
            "The journal "
                + file
                + " is gone, but "
                + beside.getFileName()
                + " beside it holds its last changes: put the journal back, or move that file"
                + " aside to begin a new one.");
      }
    }
  }

  private boolean hasBackups() throws IOException {
    Path backups = file.resolveSibling("backups");
    if (!Files.isDirectory(backups)) {
      return false;
    }
    try (var found = Files.list(backups)) {
      return found.findAny().isPresent();
    }
  }

  /** Made under another name first, so that a crash leaves no half-made journal. */
  private void create() throws IOException, SQLException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    for (String end : List.of("", "-wal", "-journal", "-shm")) {
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + end));
    }
    PrivateFiles.create(draft);
    try (Session session = Database.open(draft, Database.Access.WRITE)) {
      schema.migrate(session, 0);
      session.run("PRAGMA journal_mode = WAL");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.force(folder());
  }

  private int examine() throws IOException, SQLException {
    boolean atRest = size(file.resolveSibling(file.getFileName() + "-wal")) == 0;
    try (Session session =
        Database.open(file, atRest ? Database.Access.READ_AT_REST : Database.Access.READ)) {
      int version = schema.versionOf(session, file);
      if (!atRest || size(file) <= QUICKLY_CHECKED) {
        String verdict = session.text("PRAGMA quick_check(1)");
        if (!verdict.equals("ok")) {
          throw Failures.corrupt(
              file, "is damaged (" + verdict.lines().findFirst().orElse(verdict) + ")", null);
        }
      }
      return version;
    }
  }

  private Path folder() {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no folder: " + file);
    }
    return folder;
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
