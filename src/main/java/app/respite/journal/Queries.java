package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.JournalReader;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads through one connection; each read is a transaction of its own and ends with it. */
final class Queries implements JournalReader {
  private final Path file;
  private final Session session;

  Queries(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    Kind<R> lies = Kinds.of(kind);
    return list(lies, lies.all(), List.of());
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    Kind<R> lies = Kinds.of(kind);
    String sql = lies.find();
    return sql == null
        ? List.of()
        : list(
            lies,
            sql,
            lies.between(
                Values.nearestNanos(interval.start()), Values.nearestNanos(interval.end())));
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    Kind<R> lies = Kinds.of(kind);
    return first(list(lies, lies.byId(), List.of(id.toString())));
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    Kind<R> lies = Kinds.of(kind);
    String sql = lies.latest();
    return sql == null
        ? Optional.empty()
        : first(list(lies, sql, List.of(Values.nearestNanos(before))));
  }

  @Override
  public long sequence() {
    try {
      return session.number("SELECT sequence FROM history");
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    try {
      // One statement, so that no other process changes half of it in between.
      List<Kept> rows =
          session.rows(
              "SELECT at, boot, name, value FROM checkpoint LEFT JOIN checkpoint_value ON true",
              List.of(),
              row -> new Kept(row.instant(), row.text(), row.textOrNull(), row.textOrNull()));
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> values = new HashMap<>();
      for (Kept row : rows) {
        if (row.name() != null && row.value() != null) {
          values.put(row.name(), row.value());
        }
      }
      return Optional.of(new Checkpoint(rows.getFirst().at(), rows.getFirst().boot(), values));
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  private record Kept(Instant at, String boot, @Nullable String name, @Nullable String value) {}

  private <R extends JournalRecord> List<R> list(Kind<R> kind, String sql, List<Object> values) {
    try {
      return session.rows(sql, values, kind::record);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } catch (JournalException unreadable) {
      throw Failures.row(file, unreadable);
    }
  }

  private static <R> Optional<R> first(List<R> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }
}
