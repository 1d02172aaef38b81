package app.respite.journal;

import app.respite.coach.port.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The tables, as numbered migrations. SQLite's {@code user_version} says how many a file has been
 * through, its {@code application_id} that it is a journal of Respite.
 *
 * @param version how many there are; a new one needs its file and one more here
 * @param migration the SQL of each, from 1
 */
record Schema(int version, IntFunction<String> migration) {
  /** "Rspt". */
  static final int APPLICATION = 0x52737074;

  static final Schema CURRENT = new Schema(4, Schema::resource);

  private static String resource(int number) {
    String name = String.format(Locale.ROOT, "migrations/%04d.sql", number);
    try (var in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The version of an open file.
   *
   * @throws JournalException where it is not a journal, or newer than this program
   */
  int versionOf(Session session, Path file) throws SQLException {
    long application = session.number("PRAGMA application_id");
    long found = session.number("PRAGMA user_version");
    if (application != APPLICATION || found < 1) {
      throw Failures.corrupt(file, "is not a journal of Respite", null);
    }
    if (found > version) {
      throw new JournalException(
          JournalException.Kind.NEWER,
          "The journal "
              + file
              + " was written by a newer Respite (its format is "
              + found
              + ", this one knows up to "
              + version
              + "); it was left untouched. Install the newer Respite again.");
    }
    return Math.toIntExact(found);
  }

  /** Brings an open file from a version to this one; each migration takes place whole or not. */
  void migrate(Session session, int from) throws SQLException {
    for (int number = from + 1; number <= version; number++) {
      int next = number;
      session.inTransaction(() -> apply(session, next));
    }
  }

  private int apply(Session session, int number) throws SQLException {
    session.run(migration.apply(number));
    session.run("PRAGMA application_id = " + APPLICATION);
    session.run("PRAGMA user_version = " + number);
    return number;
  }
}
