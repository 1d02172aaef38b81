package app.respite.exchange;

import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.exchange.ImportException.Kind;
import app.respite.exchange.ImportReport.WorkerRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first reading of a file: what must be known of all of it before any of it can be handed over.
 * About 50 bytes an item, whatever the items hold, since files are not in the order of time.
 *
 * <p>Afterwards each item, by its place in the file, has its active time: no more than what the
 * tool says, no more than the time since the same worker's item before it ended, and, where the
 * tool's time may hold idle time, no more than the cap of five minutes or five times the median,
 * whichever is longer.
 */
final class FirstPass implements ImportSink {
  static final int MOST_ITEMS = 5_000_000;
  private static final int SHOWN_WORKERS = 1000;

  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final int LEAST_CAP = 300_000;
  private static final int MEDIANS = 5;

  private static final byte SKIPPED = 1;
  private static final byte REPEATED = 2;
  private static final byte RESAVED = 4;
  private static final byte CAPPED = 8;
  private static final byte REVISITED = 16;
  private static final byte OTHERS = 32;
  private static final int MOST_PROJECTS = 100;

  private final ImportOptions options;
  private final int most;
  private final boolean idleInside;
  private final Function<Change, Optional<String>> objection;

  /** A worker's place among them, rows, and the other name the tool tells. */
  private static final class Seen {
    final int place;
    int rows;
    String alias = "";

    Seen(int place) {
      this.place = place;
    }
  }

  private final Map<String, Seen> workers = new HashMap<>();
  private final Set<String> projects = new TreeSet<>();
  private final TimeClaims claims = new TimeClaims();
  private final Map<UUID, Task> tasksById = new LinkedHashMap<>();
  private final Map<String, UUID> tasksByName = new HashMap<>();
  private final Map<UUID, String> namedTasks = new HashMap<>();

  private final Map<UUID, Edit> edits = new HashMap<>();
  private int count;
  private int repeats;
  private long uncapped;
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private long[] end = new long[1024];
  private long[] updated = new long[1024];
  private int[] worker = new int[1024];
  private int[] millis = new int[1024];
  private byte[] flags = new byte[1024];
  private @Nullable BigDecimal median;

  /**
   * Of a file.
   *
   * @param objection why a change may not be made, as {@link ImportTarget#objection} has it
   */
  FirstPass(
      ImportOptions options,
      int most,
      boolean idleInside,
      Function<Change, Optional<String>> objection) {
    this.objection = objection;
    this.options = options;
    this.most = most;
    this.idleInside = idleInside;
  }

  @Override
  public void item(ToolItem item) {
    int by = seen(item.worker(), item.workerAlias());
    if (item.mayBeBy(options.worker())) {
      add(
          item.id(),
          by,
          item.end(),
          item.updated(),
          item.toolMillis(),
          (item.outcome() == ItemOutcome.SKIPPED ? SKIPPED : 0) | (item.resaved() ? RESAVED : 0));
    }
  }

  /** What the file says of when a record was changed or deleted by hand; null where nothing. */
  @Nullable Edit editOf(JournalRecord record) {
    return record instanceof Edit ? null : edits.get(Edit.idOf(record.getClass(), record.id()));
  }

  @Override
  public void record(long line, JournalRecord record) {
    UUID id = record.id();
    // Ids are kept apart by kind: a sprint and its rating may share one.
    UUID mixed =
        new UUID(
            id.getMostSignificantBits(),
            id.getLeastSignificantBits() ^ ((long) record.getClass().getName().hashCode() << 17));
    switch (record) {
      case WorkItem item ->
          add(
              mixed,
              seen(item.worker() == null ? "" : item.worker(), ""),
              item.end(),
              item.updated(),
              item.toolMillis(),
              item.outcome() == ItemOutcome.SKIPPED ? SKIPPED : 0);
      case Span span -> {
        claims.add(count, span);
        hold(span, span.sprint());
        add(mixed, -1, null, null, null, 0);
      }
      case Sprint sprint -> {
        claims.add(count, sprint);
        hold(sprint, sprint.id());
        add(mixed, -1, null, null, null, 0);
      }
      case Break taken -> {
        claims.add(taken);
        add(mixed, -1, null, null, null, 0);
      }
      case Task task -> {
        tasksById.put(task.id(), task);
        if (!task.id().equals(RecordJson.taskId(task.name()))) {
          tasksByName.put(task.name(), task.id());
        }
        add(mixed, -1, null, null, null, 0);
      }
      case Edit edit -> {
        edits.merge(edit.id(), edit, (one, two) -> two.at().isAfter(one.at()) ? two : one);
        add(mixed, -1, null, edit.at(), null, 0);
      }
      default -> add(mixed, -1, null, null, null, 0);
    }
  }

  private void hold(JournalRecord record, @Nullable UUID sprint) {
    objection
        .apply(new Change.Put(record))
        .ifPresent(why -> claims.object(count, sprint, why + ImportWriter.AFTERWARDS));
  }

  @Override
  public void taskName(UUID id, String name) {
    namedTasks.put(id, name);
  }

  @Override
  public void project(String id) {
    if (projects.size() < MOST_PROJECTS) {
      projects.add(id);
    }
  }

  @Override
  public void noItem() {}

  @Override
  public void refuse(long line, String why) {}

  private int seen(String name, String alias) {
    Seen entry = workers.computeIfAbsent(name, any -> new Seen(workers.size()));
    entry.rows++;
    if (entry.alias.isEmpty()) {
      entry.alias = alias;
    }
    return entry.place;
  }

  private void add(
      UUID id,
      int by,
      @Nullable Instant ended,
      @Nullable Instant changed,
      @Nullable Long tool,
      int flag) {
    if (count >= most) {
      throw new ImportException(
          Kind.INPUT,
          String.format(
              Locale.ROOT,
              "more than %d items. Split the file and import the parts one after the other.",
              most));
    }
    if (count == high.length) {
      grow(Math.min(most, count + (count >> 1)));
    }
    high[count] = id.getMostSignificantBits();
    low[count] = id.getLeastSignificantBits();
    worker[count] = by;
    end[count] = ended == null ? UNKNOWN : ended.toEpochMilli();
    updated[count] = changed == null ? UNKNOWN : changed.toEpochMilli();
    millis[count] = tool == null ? -1 : (int) Math.min(tool, Integer.MAX_VALUE);
    flags[count] = (byte) flag;
    count++;
  }

  private void grow(int size) {
    high = Arrays.copyOf(high, size);
    low = Arrays.copyOf(low, size);
    worker = Arrays.copyOf(worker, size);
    end = Arrays.copyOf(end, size);
    updated = Arrays.copyOf(updated, size);
    millis = Arrays.copyOf(millis, size);
    flags = Arrays.copyOf(flags, size);
  }

  /** Applies the rules once everything was seen. After it {@link #activeMillis} can be asked. */
  void finish() {
    settleNameless();
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    markRepeats(order);
    median = findMedian();
    limitToGaps(order);
    cap();
    // Only asked by place from here on.
    high = new long[0];
    low = new long[0];
    end = new long[0];
    updated = new long[0];
  }

  /** What names nobody belongs to the only one named; among several it is nobody's. */
  private void settleNameless() {
    Seen nameless = workers.get("");
    if (nameless == null || named() == 0) {
      return;
    }
    Map.Entry<String, Seen> owner = onlyOne();
    boolean others = options.worker() != null && (owner == null || !isWanted(owner));
    for (int i = 0; i < count; i++) {
      if (worker[i] != nameless.place) {
        continue;
      }
      if (others) {
        flags[i] |= OTHERS;
      } else if (owner != null) {
        worker[i] = owner.getValue().place;
      }
    }
  }

  private boolean isWanted(Map.Entry<String, Seen> one) {
    String wanted = options.worker();
    return wanted != null && ToolItem.isSame(wanted, one.getKey(), one.getValue().alias);
  }

  /** The only worker named; null where there are several, or none. */
  private Map.@Nullable Entry<String, Seen> onlyOne() {
    return named() != 1
        ? null
        : workers.entrySet().stream()
            .filter(one -> !one.getKey().isEmpty())
            .findFirst()
            .orElse(null);
  }

  /** Of the same item told twice the newest counts, of equally new ones the last. */
  private void markRepeats(int[] order) {
    HeapSort.sort(
        order,
        (a, b) -> {
          int byId = Long.compare(high[a], high[b]);
          if (byId == 0) {
            byId = Long.compare(low[a], low[b]);
          }
          if (byId == 0) {
            byId = Long.compare(updated[a], updated[b]);
          }
          return byId == 0 ? Integer.compare(a, b) : byId;
        });
    for (int i = 0; i + 1 < count; i++) {
      int a = order[i];
      int b = order[i + 1];
      if (high[a] == high[b] && low[a] == low[b] && (flags[b] & OTHERS) == 0) {
        flags[a] |= REPEATED;
        repeats++;
      }
    }
  }

  private @Nullable BigDecimal findMedian() {
    int[] known = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (millis[i] >= 0 && (flags[i] & (SKIPPED | REPEATED | OTHERS)) == 0) {
        known[n++] = millis[i];
      }
    }
    if (n == 0) {
      return null;
    }
    Arrays.sort(known, 0, n);
    long twice = (long) known[(n - 1) / 2] + known[n / 2];
    return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2000));
  }

  /**
   * One worker's items overlap where the tool counts from the moment an item was accepted; between
   * two ends there is at most the time between them. Skipped items are work and count.
   */
  private void limitToGaps(int[] order) {
    HeapSort.sort(
        order,
        (a, b) -> {
          int byWorker = Integer.compare(worker[a], worker[b]);
          if (byWorker == 0) {
            byWorker = Long.compare(end[a], end[b]);
          }
          return byWorker == 0 ? Integer.compare(a, b) : byWorker;
        });
    int before = -1;
    for (int i : order) {
      if ((flags[i] & (REPEATED | OTHERS)) != 0 || end[i] == UNKNOWN) {
        continue;
      }
      if (before >= 0 && worker[before] == worker[i]) {
        long gap = end[i] - end[before];
        if (millis[i] < 0 || gap < millis[i]) {
          if (millis[i] >= 0 && (flags[i] & RESAVED) != 0) {
            flags[i] |= REVISITED;
          }
          millis[i] = (int) Math.min(gap, Integer.MAX_VALUE);
        }
      }
      before = i;
    }
  }

  private void cap() {
    BigDecimal five = BigDecimal.valueOf(MEDIANS * 1000L);
    long cap = median == null ? LEAST_CAP : Math.max(LEAST_CAP, median.multiply(five).longValue());
    for (int i = 0; i < count; i++) {
      if (millis[i] >= 0 && (flags[i] & (REPEATED | OTHERS)) == 0) {
        uncapped += millis[i];
      }
      if (idleInside && millis[i] > cap) {
        millis[i] = (int) cap;
        flags[i] |= CAPPED;
      }
    }
  }

  /** How many items or records were taken in. */
  int count() {
    return count;
  }

  /** How many of them another one of the file replaces. */
  int repeats() {
    return repeats;
  }

  /** Median of the tool's own seconds of items not skipped; null where none is known. */
  @Nullable BigDecimal median() {
    return median;
  }

  /** Sum of the items' time as it is without the cap. */
  long uncappedMillis() {
    return uncapped;
  }

  /** Whether another item of the file stands for this one, or it is somebody else's. */
  boolean isLeftOut(int place) {
    return (flags[place] & (REPEATED | OTHERS)) != 0;
  }

  boolean isCapped(int place) {
    return (flags[place] & CAPPED) != 0;
  }

  boolean isRevisited(int place) {
    return (flags[place] & REVISITED) != 0;
  }

  /** Active time of an item, or null. */
  @Nullable Long activeMillis(int place) {
    return millis[place] < 0 ? null : Long.valueOf(millis[place]);
  }

  /** The time that sprints and stretches of the file take up. */
  TimeClaims claims() {
    return claims;
  }

  /** The tasks the file tells of, each as it is told last. */
  List<Task> tasks() {
    return List.copyOf(tasksById.values());
  }

  /** Names that stand for tasks, by the id that stands for them in records. */
  Map<UUID, String> namedTasks() {
    return namedTasks;
  }

  /** The id the file itself gives a task of this name, or null. */
  @Nullable UUID taskInFile(String name) {
    return tasksByName.get(name);
  }

  boolean hasTask(UUID id) {
    return tasksById.containsKey(id);
  }

  /** Distinct workers; those rows that name nobody are one where nobody is named at all. */
  int workers() {
    return Math.max(named(), workers.isEmpty() ? 0 : 1);
  }

  /** Distinct workers that are named. */
  int named() {
    return workers.size() - (workers.containsKey("") ? 1 : 0);
  }

  /** Whether the worker that is wanted has any row, or nobody is named who could be another. */
  boolean hasWanted() {
    return named() == 0 || workers.entrySet().stream().anyMatch(this::isWanted);
  }

  /** The projects of the tool's that the rows are of, as far as the file tells. */
  Set<String> projects() {
    return Set.copyOf(projects);
  }

  /** Every worker that is named, most rows first. */
  List<WorkerRows> everyWorker() {
    return workers.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() || named() == 0)
        .map(entry -> new WorkerRows(entry.getKey(), entry.getValue().alias, entry.getValue().rows))
        .sorted(
            Comparator.comparingLong(WorkerRows::rows).reversed().thenComparing(WorkerRows::worker))
        .toList();
  }

  /** The same, a thousand at most. */
  List<WorkerRows> byWorker() {
    return everyWorker().stream().limit(SHOWN_WORKERS).toList();
  }
}
