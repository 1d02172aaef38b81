package app.respite.journal;

import app.respite.coach.port.Backups.Saved;
import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalException;
import app.respite.domain.work.JournalRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what can be read from a damaged journal, table by table in ranges of rows: a range that
 * cannot be read is halved until only the rows on damaged pages are left out. It works on a copy,
 * so the damaged file stays as it is.
 *
 * <p>Where the file's list of tables is damaged too, that of a new journal is put in its place: a
 * journal's tables always begin on the same pages.
 */
final class Salvage {
  private static final long AT_ONCE = 512;
  private static final long PROBES = 64;
  private static final int PAGE = 4096;

  /** No row takes less, which bounds how many there can be. */
  private static final long LEAST_ROW = 40;

  private final Path work;
  private final Schema schema;

  private Salvage(Path work, Schema schema) {
    this.work = work;
    this.schema = schema;
  }

  /**
   * Makes a new journal of what a damaged one still tells.
   *
   * @param draft where; made, or replaced
   * @return what came over, for each table
   */
  static List<Saved> from(Path damaged, Path draft, Schema schema)
      throws SQLException, IOException {
    Path work = draft.resolveSibling(draft.getFileName() + ".damaged");
    try {
      return new Salvage(work, schema).run(damaged, draft);
    } finally {
      JournalFile.deleteWithLogs(work);
      JournalFile.deleteWithLogs(pattern(work));
    }
  }

  private static Path pattern(Path work) {
    return work.resolveSibling(work.getFileName() + ".tables");
  }

  private List<Saved> run(Path damaged, Path draft) throws SQLException, IOException {
    copy(damaged);
    Attempt best = read();
    if (!best.foundEveryTable()) {
      for (int version = schema.version(); version > 0; version--) {
        for (boolean vacuumed : List.of(false, true)) {
          copy(damaged);
          layTables(version, vacuumed);
          Attempt other = read();
          if (other.rows() > best.rows()) {
            best = other;
          }
        }
      }
    }
    write(best, draft);
    return best.tables().stream()
        .map(
            read ->
                new Saved(read.kind().table(), read.records().size(), read.lost(), read.unsure()))
        .toList();
  }

  /** A private copy whose first page at least says that it is a database. */
  private void copy(Path damaged) throws IOException, SQLException {
    JournalFile.deleteWithLogs(work);
    PrivateFiles.create(work);
    Path log = damaged.resolveSibling(damaged.getFileName() + "-wal");
    Path workLog = work.resolveSibling(work.getFileName() + "-wal");
    if (Files.exists(damaged)) {
      overwrite(damaged, work);
    }
    if (Files.exists(log)) {
      PrivateFiles.create(workLog);
      overwrite(log, workLog);
    }
    try (RandomAccessFile file = new RandomAccessFile(work.toFile(), "rw")) {
      long pages = Math.ceilDiv(file.length(), PAGE);
      file.setLength(Math.max(1, pages) * PAGE);
      mendHeader(file);
    }
  }

  private static void overwrite(Path from, Path to) throws IOException {
    try (var out = Files.newOutputStream(to)) {
      Files.copy(from, out);
    }
  }

  private void mendHeader(RandomAccessFile file) throws IOException {
    file.seek(0);
    file.write("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    // Page size, log in use, no reserved bytes, the fixed fractions.
    file.write(new byte[] {PAGE >> 8, 0, 2, 2, 0, 64, 32, 32});
    // With no page count SQLite goes by the file's length; no list of free pages.
    file.seek(28);
    file.writeInt(0);
    file.writeInt(0);
    file.writeInt(0);
    file.seek(44);
    file.writeInt(4);
    file.seek(52);
    file.writeInt(0);
    file.writeInt(1);
  }

  /** Puts the pages that list a new journal's tables over those of the copy. */
  private void layTables(int version, boolean vacuumed) throws IOException, SQLException {
    Path fresh = pattern(work);
    JournalFile.create(fresh, new Schema(version, schema.migration()));
    if (vacuumed) {
      Path whole = fresh.resolveSibling(fresh.getFileName() + ".part");
      JournalFile.deleteWithLogs(whole);
      try (Session session = Database.open(fresh, Database.Access.WRITE)) {
        session.execute("VACUUM INTO ?", whole.toString());
      }
      JournalFile.deleteWithLogs(fresh);
      Files.move(whole, fresh);
    }
    List<Long> pages;
    try (Session session = Database.open(fresh, Database.Access.READ_AT_REST)) {
      pages =
          session.rows(
              "SELECT pageno FROM dbstat WHERE name IN ('sqlite_schema', 'sqlite_master')",
              List.of(),
              Row::whole);
    }
    try (RandomAccessFile from = new RandomAccessFile(fresh.toFile(), "r");
        RandomAccessFile to = new RandomAccessFile(work.toFile(), "rw")) {
      byte[] page = new byte[PAGE];
      for (long number : pages) {
        from.seek((number - 1) * PAGE);
        from.readFully(page);
        to.seek((number - 1) * PAGE);
        to.write(page);
      }
      mendHeader(to);
    }
  }

  /** All that can be read of the copy as it is now. */
  private Attempt read() {
    List<Read> tables = new ArrayList<>();
    try (Session session = Database.open(work, Database.Access.WRITE)) {
      long most = Math.max(1, Files.size(work) / LEAST_ROW);
      for (Kind<?> kind : Kinds.ALL) {
        tables.add(read(session, kind, most));
      }
      return new Attempt(tables, checkpoint(session));
    } catch (SQLException | IOException unreadable) {
      // It does not even open, so that nothing is known of any table.
      return new Attempt(
          Kinds.ALL.stream().map(kind -> new Read(kind, List.of(), 0, true, false)).toList(), null);
    }
  }

  /** What was open when it broke helps the coach to go on, and is no part of history. */
  private @Nullable Checkpoint checkpoint(Session session) {
    try {
      return new Queries(work, session).checkpoint().orElse(null);
    } catch (JournalException damaged) {
      return null;
    }
  }

  private static Read read(Session session, Kind<?> kind, long most) {
    Rows rows = new Rows(session, kind);
    try {
      if (!Inspection.hasTable(session, kind.table())) {
        return new Read(kind, List.of(), 0, false, false);
      }
    } catch (SQLException noList) {
      return new Read(kind, List.of(), 0, true, false);
    }
    long last = rows.last().orElse(most);
    if (rows.canBeReached(last)) {
      for (long first = 1; first <= last; first += AT_ONCE) {
        rows.read(first, Math.min(last, first + AT_ONCE - 1));
      }
    }
    return rows.told();
  }

  /** The rows of one table. */
  private static final class Rows {
    private final Session session;
    private final Kind<?> kind;
    private final List<JournalRecord> records = new ArrayList<>();
    private long spoilt;
    private boolean gaps;

    Rows(Session session, Kind<?> kind) {
      this.session = session;
      this.kind = kind;
    }

    /** The last row's number; empty where the pages that lead there are damaged. */
    Optional<Long> last() {
      try {
        return Optional.of(
            session.number("SELECT coalesce(max(rowid), 0) FROM " + kind.table() + " NOT INDEXED"));
      } catch (SQLException damaged) {
        return Optional.empty();
      }
    }

    /** Whether any of some rows spread over the table can be asked for: its root may be damaged. */
    boolean canBeReached(long last) {
      long step = Math.max(1, last / PROBES);
      for (long row = 1; row <= last; row += step) {
        try {
          session.rows(kind.range(), List.of(row, row), this::record);
          return true;
        } catch (SQLException damaged) {
          gaps = true;
        }
      }
      return last == 0;
    }

    /** A range that cannot be read is halved, down to the row that is at fault. */
    void read(long first, long last) {
      try {
        for (Optional<JournalRecord> row :
            session.rows(kind.range(), List.of(first, last), this::record)) {
          row.ifPresentOrElse(records::add, () -> spoilt++);
        }
      } catch (SQLException damaged) {
        gaps = true;
        if (first < last) {
          long middle = first + (last - first) / 2;
          read(first, middle);
          read(middle + 1, last);
        }
      }
    }

    private Optional<JournalRecord> record(Row row) throws SQLException {
      try {
        return Optional.of(kind.record(row));
      } catch (JournalException spoiltRow) {
        return Optional.empty();
      }
    }

    /** How many there were is in the index of their ids, which lies on other pages. */
    Read told() {
      if (!gaps) {
        return new Read(kind, records, spoilt, false, true);
      }
      try {
        long there =
            session.number(
                "SELECT count(*) FROM "
                    + kind.table()
                    + " INDEXED BY sqlite_autoindex_"
                    + kind.table()
                    + "_1");
        return new Read(kind, records, Math.max(0, there - records.size()), false, true);
      } catch (SQLException damagedToo) {
        return new Read(kind, records, spoilt, true, true);
      }
    }
  }

  private void write(Attempt best, Path draft) throws SQLException, IOException {
    JournalFile.create(draft, schema);
    try (Session session = Database.open(draft, Database.Access.WRITE)) {
      session.inTransaction(
          () -> {
            Batches batches = new Batches(session);
            for (Read table : best.tables()) {
              for (JournalRecord record : table.records()) {
                batches.add(table.kind().put(), table.kind().valuesOf(record));
              }
            }
            batches.flush();
            session.execute("UPDATE history SET sequence = ?", best.rows());
            Checkpoint open = best.checkpoint();
            if (open != null) {
              Checkpoints.store(session, open);
            }
            return best;
          });
      Database.emptyLog(session);
    }
  }

  private record Attempt(List<Read> tables, @Nullable Checkpoint checkpoint) {
    boolean foundEveryTable() {
      return tables.stream().allMatch(Read::found);
    }

    long rows() {
      return tables.stream().mapToLong(one -> one.records().size()).sum();
    }
  }

  /**
   * What was read of a table.
   *
   * @param found whether the file told where the table is
   */
  private record Read(
      Kind<?> kind, List<JournalRecord> records, long lost, boolean unsure, boolean found) {}
}
