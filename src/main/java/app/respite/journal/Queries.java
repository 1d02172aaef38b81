package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalReader;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads through one connection; each read is a transaction of its own and ends with it. */
final class Queries implements JournalReader {
  private final Path file;
  private final Handle handle;

  Queries(Path file, Handle handle) {
    this.file = file;
    this.handle = handle;
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
    return list(lies, lies.byId(), List.of(id.toString())).stream().findFirst();
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    Kind<R> lies = Kinds.of(kind);
    String sql = lies.latest();
    return sql == null
        ? Optional.empty()
        : list(lies, sql, List.of(Values.nearestNanos(before))).stream().findFirst();
  }

  @Override
  public long sequence() {
    try {
      return handle.createQuery("SELECT sequence FROM history").mapTo(Long.class).one();
    } catch (JdbiException e) {
      throw Failures.of(file, e);
    }
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    try {
      // One statement, so that no other process changes half of it in between.
      List<Kept> rows =
          handle
              .createQuery(
                  "SELECT at, boot, name, value FROM checkpoint LEFT JOIN checkpoint_value ON true")
              .map(
                  (results, context) ->
                      new Kept(
                          Values.instant(results.getLong(1)),
                          results.getString(2),
                          results.getString(3),
                          results.getString(4)))
              .list();
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
    } catch (JdbiException e) {
      throw Failures.of(file, e);
    }
  }

  private record Kept(Instant at, String boot, @Nullable String name, @Nullable String value) {}

  private <R extends JournalRecord> List<R> list(Kind<R> kind, String sql, List<Object> values) {
    try (Query query = handle.createQuery(sql)) {
      for (int i = 0; i < values.size(); i++) {
        query.bind(i, values.get(i));
      }
      return query.map(kind).list();
    } catch (JdbiException e) {
      throw Failures.of(file, e);
    }
  }
}
