package app.respite.journal;

import app.respite.coach.port.JournalReader;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

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
