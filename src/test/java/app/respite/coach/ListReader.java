package app.respite.coach;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.JournalReader;
import app.respite.domain.review.Records;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A journal that is a list, with the reader's own idea of touching an interval. */
final class ListReader implements JournalReader {
  private final List<JournalRecord> records = new ArrayList<>();
  int lookups;

  ListReader(Records all) {
    Stream.of(
            all.tasks(),
            all.zones(),
            all.spans(),
            all.sprints(),
            all.breaks(),
            all.decisions(),
            all.ratings(),
            all.items(),
            all.dayCheckIns())
        .forEach(records::addAll);
    records.sort(Comparator.comparing(ListReader::begin).thenComparing(JournalRecord::id));
  }

  private static Instant begin(JournalRecord one) {
    Instant begins = one.begins();
    return begins == null ? Instant.MIN : begins;
  }

  @Override
  public <R extends JournalRecord> List<R> all(Class<R> kind) {
    lookups++;
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
    return all(kind).stream().filter(one -> touches(one, interval)).toList();
  }

  private static boolean touches(JournalRecord one, Interval interval) {
    Instant start = one.begins();
    if (start == null) {
      return false;
    }
    Instant end = one.ends() == null ? start : one.ends();
    if (end.isAfter(start)) {
      return new Interval(start, end).overlaps(interval);
    }
    return !start.isBefore(interval.start()) && start.isBefore(interval.end());
  }

  @Override
  public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
    return all(kind).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
    return all(kind).stream().filter(one -> begin(one).isBefore(before)).reduce((a, b) -> b);
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return Optional.empty();
  }

  @Override
  public long sequence() {
    return records.size();
  }
}
