package app.respite.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteOpenMode;

/**
 * Connections to a journal file. Nothing else may open that file in this process: on POSIX, closing
 * any descriptor of a file drops every lock the process has on it, SQLite's own included.
 */
final class Database {
  private static final int PATIENCE_MILLIS = 2_000;

  private static final int HURRY_MILLIS = 100;

  private Database() {}

  /** What a connection is for. None of them makes a file that is not there. */
  enum Access {
    WRITE,
    READ,
    /** Leaves no trace, not even beside the file. Only while nobody writes and no WAL waits. */
    READ_AT_REST
  }

  static Session open(Path file, Access access) throws SQLException {
    SqliteLibrary.load();
    SqliteLibrary.prepareConnections();
    var config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    // What it sorts fits; a folder for temporary files may be full or missing.
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    if (access == Access.WRITE) {
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      // Without it, macOS reports data as saved that a power cut can still take.
      config.setPragma(Pragma.FULL_SYNC, "true");
      config.enforceForeignKeys(true);
    } else {
      config.setReadOnly(true);
    }
    String url =
        "jdbc:sqlite:"
            + file.toUri().toASCIIString()
            + (access == Access.READ_AT_REST ? "?immutable=1" : "");
    return new Session(config.createConnection(url));
  }

  /** How long it waits where another program has the file: as usual, or a moment only. */
  static void patience(Session session, boolean hurried) throws SQLException {
    session.run("PRAGMA busy_timeout = " + (hurried ? HURRY_MILLIS : PATIENCE_MILLIS));
  }

  /**
   * Brings the write-ahead log into the file and empties it. Where a reader is at work it does what
   * can be done without waiting for it.
   */
  static void emptyLog(Session session) throws SQLException {
    session.run("PRAGMA busy_timeout = 0");
    try {
      session.run("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      session.run("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    }
  }
}
