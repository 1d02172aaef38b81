package app.respite.journal;

import app.respite.coach.port.Backups.Holding;
import app.respite.coach.port.Backups.Kept;
import app.respite.coach.port.JournalException;
import app.respite.domain.time.LogicalDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a journal that nobody writes, without changing it: whether it is whole, what it holds.
 */
record Inspection(Path file, Schema schema, LogicalDays days) {
  /** Days that need no settings. */
  static final LogicalDays CALENDAR = new LogicalDays(ZoneOffset.UTC, LocalTime.MIDNIGHT);

  private static final long QUARTER_NANOS = 15L * 60 * 1_000_000_000L;
  private static final long QUARTER_SECONDS = 15L * 60;

  /** With calendar days in UTC, where the number of days does not matter. */
  static Inspection of(Path file, Schema schema) {
    return new Inspection(file, schema, CALENDAR);
  }

  /**
   * Opens a file for reading; beside one that has no log waiting nothing is left.
   *
   * @throws JournalException where it is no journal, newer or cannot be opened
   */
  Session open() throws SQLException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    Session session = null;
    try {
      boolean atRest = !Files.exists(log) || Files.size(log) == 0;
      session = Database.open(file, atRest ? Database.Access.READ_AT_REST : Database.Access.READ);
      schema.versionOf(session, file);
      return session;
    } catch (SQLException | RuntimeException e) {
      Session.abandon(session, e);
      throw e;
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be read: check its rights.", e);
    }
  }

  /** What it holds, as far as a quick check goes. */
  Kept look() {
    return looked("quick_check(1)");
  }

  /** What it holds; empty where it cannot be read, newer or damaged. */
  Optional<Kept> lookIfWhole() {
    try {
      return Optional.of(look());
    } catch (JournalException unreadable) {
      return Optional.empty();
    }
  }

  /** What it holds, after every check there is. */
  Kept verify() {
    return looked("integrity_check(1)");
  }

  private Kept looked(String check) {
    try (Session session = open()) {
      check(session, file, check);
      return new Kept(file, Files.size(file), holding(session));
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } catch (IOException e) {
      throw Failures.disk(file, "cannot be read: check its rights.", e);
    }
  }

  /**
   * Has SQLite check an open file.
   *
   * @throws JournalException of kind {@code CORRUPT}
   */
  static void check(Session session, Path file, String check) throws SQLException {
    String verdict = session.text("PRAGMA " + check);
    if (!verdict.equals("ok")) {
      throw Failures.corrupt(
          file, "is damaged (" + verdict.lines().findFirst().orElse(verdict).strip() + ")", null);
    }
  }

  /** What an open file holds, at one moment. */
  Holding holding(Session session) throws SQLException {
    return session.inTransaction(
        () -> {
          Set<LocalDate> worked = new HashSet<>();
          addDays(session, worked, "SELECT DISTINCT starts / ? FROM sprint");
          addDays(
              session,
              worked,
              "SELECT DISTINCT coalesce(starts, ends) / ? FROM work_item"
                  + " WHERE coalesce(starts, ends) IS NOT NULL");
          long rows = 0;
          for (Kind<?> kind : Kinds.ALL) {
            rows += hasTable(session, kind.table()) ? count(session, kind.table()) : 0;
          }
          return new Holding(
              worked.size(),
              count(session, "sprint"),
              session.number("SELECT coalesce(sum(items), 0) FROM sprint"),
              session.number("SELECT coalesce(sum(units), 0) FROM work_item"),
              count(session, "task"),
              rows,
              moment(session, "SELECT max(ends) FROM sprint"),
              moment(session, "SELECT max(coalesce(ends, starts)) FROM work_item"),
              text(session, "SELECT name FROM task ORDER BY rowid DESC LIMIT 1"),
              session.number("SELECT sequence FROM history"),
              Math.toIntExact(session.number("PRAGMA user_version")));
        });
  }

  private void addDays(Session session, Set<LocalDate> worked, String sql) throws SQLException {
    for (long quarter : session.rows(sql, List.of(QUARTER_NANOS), Row::whole)) {
      worked.add(days.dayOf(Instant.ofEpochSecond(quarter * QUARTER_SECONDS)));
    }
  }

  static boolean hasTable(Session session, String table) throws SQLException {
    return !session
        .rows(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?",
            List.of(table),
            Row::whole)
        .isEmpty();
  }

  static long count(Session session, String table) throws SQLException {
    return session.number("SELECT count(*) FROM " + table);
  }

  private static @Nullable Instant moment(Session session, String sql) throws SQLException {
    return session.rows(sql, List.of(), row -> Optional.ofNullable(row.instantOrNull())).stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String text(Session session, String sql) throws SQLException {
    return session.rows(sql, List.of(), Row::text).stream().findFirst().orElse(null);
  }
}
