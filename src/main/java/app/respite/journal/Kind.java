package app.respite.journal;

import app.respite.bind.BindException;
import app.respite.coach.port.JournalException;
import app.respite.domain.work.JournalRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** How one kind of record lies in its table, and the statements that follow from it. */
final class Kind<R extends JournalRecord> {
  /** What lasts longer is found by an index of its own; the migrations carry the same number. */
  static final long LONG = Duration.ofDays(1).toNanos();

  private final Class<R> type;
  private final Class<? extends Record> record;
  private final Map<String, Integer> columns = new HashMap<>();
  private final String table;
  private final Timing timing;
  private final String all;
  private final @Nullable String find;
  private final @Nullable String latest;
  private final String byId;
  private final String range;
  private final String put;
  private final String remove;
  private final String remember;
  private final String restore;
  private final String noted;
  private final String follow;
  private final String intact;

  /** A kind whose records lie in a table, the id first among its columns. */
  Kind(Class<R> type, String table, Timing timing) {
    this.type = type;
    this.record = type.asSubclass(Record.class);
    this.table = table;
    this.timing = timing;
    List<String> names = Kinds.FORM.names(record);
    String list = String.join(", ", names);
    StringJoiner marks = new StringJoiner(", ");
    StringJoiner pairs = new StringJoiner(", ");
    StringJoiner extracts = new StringJoiner(", ");
    StringJoiner update = new StringJoiner(", ", " ON CONFLICT (id) DO UPDATE SET ", "");
    for (String name : names) {
      columns.put(name, columns.size() + 1);
      marks.add("?");
      pairs.add("'" + name + "', " + name);
      extracts.add("json_extract(previous, '$." + name + "')");
      if (!name.equals("id")) {
        update.add(name + " = excluded." + name);
      }
    }
    String select = "SELECT " + list + " FROM " + table;
    byId = select + " WHERE id = ?";
    range = select + " NOT INDEXED WHERE rowid BETWEEN ? AND ?";
    put = "INSERT INTO " + table + " (" + list + ") VALUES (" + marks + ")" + update;
    remove = "DELETE FROM " + table + " WHERE id = ?";
    remember =
        "INSERT INTO undo_change (step, position, kind, record, previous) VALUES (?, ?, ?, ?,"
            + " (SELECT json_object("
            + pairs
            + ") FROM "
            + table
            + " WHERE id = ?))";
    noted = "SELECT " + extracts + " FROM undo_change WHERE step = ? AND position = ?";
    restore = "INSERT INTO " + table + " (" + list + ") " + noted + update;
    String now = "(SELECT json_object(" + pairs + ") FROM " + table + " WHERE id = record)";
    follow = "UPDATE undo_change SET following = " + now + " WHERE step = ? AND position = ?";
    intact = "SELECT following IS " + now + " FROM undo_change WHERE step = ? AND position = ?";
    switch (timing) {
      case Timing.None() -> {
        all = select + " ORDER BY id";
        find = null;
        latest = null;
      }
      case Timing.Moment(String at) -> {
        all = select + " ORDER BY " + at + ", id";
        find = select + " WHERE " + at + " >= ? AND " + at + " < ? ORDER BY " + at + ", id";
        latest = latest(select, at);
      }
      case Timing.Stretch(String begins, String until) -> {
        all = select + " ORDER BY " + begins + " NULLS LAST, id";
        find = find(list, begins, until);
        latest = latest(select, begins);
      }
    }
  }

  private static String latest(String select, String begins) {
    return select + " WHERE " + begins + " < ? ORDER BY " + begins + " DESC, id DESC LIMIT 1";
  }

  /**
   * Short ones begin at most a day before the interval, so an index over their beginnings leads to
   * them; long ones are few.
   */
  private String find(String list, String begins, String until) {
    String select = "SELECT " + list + ", " + begins + " AS begins FROM " + table;
    String length = until + " - " + begins;
    return "SELECT "
        + list
        + " FROM ("
        + select
        + " WHERE "
        + begins
        + " >= ? AND "
        + begins
        + " < ? AND ("
        + until
        + " > ? OR "
        + begins
        + " >= ?) AND "
        + length
        + " <= "
        + LONG
        + " UNION ALL "
        + select
        + " WHERE "
        + length
        + " > "
        + LONG
        + " AND "
        + begins
        + " < ? AND "
        + until
        + " > ?) ORDER BY begins, id";
  }

  /** The values {@link #find} asks for, in order. */
  List<Object> between(long start, long end) {
    return switch (timing) {
      case Timing.None() -> List.of();
      case Timing.Moment moment -> List.of(start, end);
      case Timing.Stretch stretch -> {
        long earliest = start < Long.MIN_VALUE + LONG ? Long.MIN_VALUE : start - LONG;
        yield List.of(earliest, end, start, start, end, start);
      }
    };
  }

  Class<R> type() {
    return type;
  }

  String table() {
    return table;
  }

  /** Every record, in order. */
  String all() {
    return all;
  }

  /** Records that touch an interval, see {@link #between}; null where time does not apply. */
  @Nullable String find() {
    return find;
  }

  /** The last record that begins before a time; null where time does not apply. */
  @Nullable String latest() {
    return latest;
  }

  /** One record by id. */
  String byId() {
    return byId;
  }

  /** Those that lie between two numbers of rows, by way of the table alone. */
  String range() {
    return range;
  }

  /** Puts one, from {@link #valuesOf}. */
  String put() {
    return put;
  }

  /** Removes one, by id. */
  String remove() {
    return remove;
  }

  /** Notes what stood at an id: step, position, table, id, id. */
  String remember() {
    return remember;
  }

  /** Reads what was noted as a row of the table: step, position. */
  String noted() {
    return noted;
  }

  /** Notes what stands at the id of a change after its step: step, position. */
  String follow() {
    return follow;
  }

  /** Whether that still stands there: step, position. */
  String intact() {
    return intact;
  }

  /** Puts what was noted: step, position. */
  String restore() {
    return restore;
  }

  /** A record's values for {@link #put}, in the order of the columns. */
  List<@Nullable Object> valuesOf(JournalRecord put) {
    return Kinds.FORM.values(record.cast(put));
  }

  /**
   * Makes a record of a row.
   *
   * @throws JournalException of kind {@code CORRUPT} where the row cannot be one
   */
  R record(Row row) throws SQLException {
    try {
      return type.cast(Kinds.FORM.read(record, row.columns(columns)));
    } catch (BindException | IllegalArgumentException | ArithmeticException e) {
      throw new JournalException(
          JournalException.Kind.CORRUPT,
          "its table "
              + table
              + " holds a row that cannot be read, id "
              + row.beginning()
              + " ("
              + Failures.firstLine(e)
              + "): 'respite restore' lists the backups, or correct that row.",
          e);
    }
  }

  /** Which columns say when a record is. */
  sealed interface Timing {
    /** Time does not apply. */
    record None() implements Timing {}

    /** A moment. */
    record Moment(String at) implements Timing {}

    /** From, to; what has only one of them counts as a moment. */
    record Stretch(String begins, String until) implements Timing {}
  }
}
