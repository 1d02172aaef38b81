package app.respite.exchange;

import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.Names;
import app.respite.exchange.ImportException.Kind;
import app.respite.exchange.ImportReport.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The second reading of a file: makes records of what it tells, compares them with the journal and
 * hands over what is new or changed, in batches.
 */
final class ImportWriter implements ImportSink {
  private static final int BATCH = 500;
  private static final int SHOWN_REFUSALS = 1000;
  private static final Duration LONGEST = Duration.ofHours(24);

  /** What mends a refusal on behalf of an open session. */
  static final String AFTERWARDS = "; import the file again once it is over (respite stop)";

  /** The clock of the computer a file comes from may be a little ahead. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final String format;
  private final ImportOptions options;
  private final FirstPass firstPass;
  private final ImportTarget target;
  private final Map<UUID, UUID> tasks = new HashMap<>();
  private final Set<UUID> doubles = new HashSet<>();
  private final Map<Integer, String> unfit = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final List<JournalRecord> waiting = new ArrayList<>();

  /** What the file says of changes by hand; taken last, when it is known what they are about. */
  private final List<Word> words = new ArrayList<>();

  /** The edits, by their ids, that are about rows which were refused. */
  private final Set<UUID> aboutRefused = new HashSet<>();

  private final List<Refusal> refused = new ArrayList<>();
  private int place;
  private long refusals;
  private long rows;
  private long items;
  private long added;
  private long changed;
  private long unchanged;
  private long kept;
  private long deletedHere;
  private long takenOut;
  private long accepted;
  private long rejected;
  private long pending;
  private long skipped;
  private long capped;
  private long unusable;
  private long toolMillis;
  private long activeMillis;
  private boolean toolKnown;
  private boolean activeKnown;
  private @Nullable Instant first;
  private @Nullable Instant last;

  private record Word(long line, Edit edit) {}

  ImportWriter(String format, ImportOptions options, FirstPass firstPass, ImportTarget target) {
    this.format = format;
    this.options = options;
    this.firstPass = firstPass;
    this.target = target;
  }

  /** Finds out which rows can stand and whose task is whose; makes the tasks that are nowhere. */
  void begin() {
    unfit.putAll(firstPass.claims().settle(target::spans));
    List<Task> there = target.tasks();
    joinDoubles(there);
    if (!firstPass.namedTasks().isEmpty()) {
      findNamed(there);
    }
  }

  /** A task of the file that is there already under another id is that one, told once. */
  private void joinDoubles(List<Task> there) {
    Map<String, UUID> known = new HashMap<>();
    there.forEach(task -> known.putIfAbsent(looks(task), task.id()));
    Set<UUID> ids = there.stream().map(Task::id).collect(Collectors.toSet());
    for (Task task : firstPass.tasks()) {
      UUID same = known.putIfAbsent(looks(task), task.id());
      if (same != null && !same.equals(task.id()) && !ids.contains(task.id())) {
        tasks.put(task.id(), same);
        doubles.add(task.id());
      }
    }
  }

  private static String looks(Task task) {
    return Names.key(task.name()) + '\n' + Names.key(task.platform());
  }

  private void findNamed(List<Task> existing) {
    Map<String, UUID> known = new HashMap<>();
    for (Task task : existing) {
      known.putIfAbsent(Names.key(task.name()), task.id());
    }
    List<Change> made = new ArrayList<>();
    firstPass
        .namedTasks()
        .forEach(
            (id, name) -> {
              UUID inFile = firstPass.taskInFile(name);
              UUID there = known.get(Names.key(name));
              if (inFile != null) {
                tasks.put(id, inFile);
              } else if (there != null) {
                tasks.put(id, there);
              } else if (!firstPass.hasTask(id)) {
                made.add(new Change.Put(Task.named(id, name)));
              }
            });
    write(made);
  }

  @Override
  public void item(ToolItem item) {
    rows++;
    if (!item.mayBeBy(options.worker())) {
      return;
    }
    int here = next();
    if (firstPass.isLeftOut(here)) {
      return;
    }
    WorkItem made = make(item, here);
    note(item.start() == null ? item.end() : item.start(), item.end());
    unusable += item.timeUnusable() ? 1 : 0;
    count(made);
    deliver(made);
  }

  @Override
  public void record(long line, JournalRecord record) throws BadRow {
    int here = next();
    if (firstPass.isLeftOut(here)) {
      rows++;
      return;
    }
    if (record instanceof Edit edit) {
      // Counted at the end.
      words.add(new Word(line, edit));
      return;
    }
    if (record instanceof Task task && doubles.contains(task.id())) {
      rows++;
      unchanged++;
      return;
    }
    JournalRecord mine = withTask(record);
    try {
      check(record, here);
      refuseForOpenSession(new Change.Put(mine));
    } catch (BadRow bad) {
      aboutRefused.add(Edit.idOf(mine.getClass(), mine.id()));
      throw bad;
    }
    rows++;
    note(mine.begins(), mine.ends());
    if (mine instanceof WorkItem item) {
      count(item);
    }
    deliver(mine);
  }

  /** What cannot be typed in by hand cannot come in by a file either. */
  private void check(JournalRecord record, int here) throws BadRow {
    String overlap = unfit.get(here);
    if (overlap != null) {
      throw new BadRow(overlap);
    }
    Instant end = record.ends();
    if (end != null && end.isAfter(options.now().plus(CLOCKS_APART))) {
      throw new BadRow("ends at " + end + ", which is still to come");
    }
    switch (record) {
      case Sprint sprint -> check(sprint);
      // Nobody ends a natural break but the return, a weekend later if need be.
      case Break taken when taken.type() != BreakKind.NATURAL -> checkLength(taken);
      default -> {}
    }
  }

  private void refuseForOpenSession(Change change) throws BadRow {
    String why = target.objection(change).orElse(null);
    if (why != null) {
      throw new BadRow(why + AFTERWARDS);
    }
  }

  private void check(Sprint sprint) throws BadRow {
    if (!firstPass.claims().hasSpans(sprint.id())) {
      checkLength(sprint);
    }
    long whole = sprint.interval().length().toSeconds() + 1;
    if (sprint.activeSeconds() > whole) {
      throw new BadRow(
          "has more work (" + sprint.activeSeconds() + " s) than there is time from start to end");
    }
    Integer items = sprint.items();
    Integer rejectedOnes = sprint.rejected();
    if (items != null && rejectedOnes != null && rejectedOnes > items) {
      throw new BadRow("has more rejected than items: " + rejectedOnes + " of " + items);
    }
  }

  private static void checkLength(JournalRecord.Stretch stretch) throws BadRow {
    if (stretch.interval().length().compareTo(LONGEST) > 0) {
      throw new BadRow("is longer than a day; give it in parts");
    }
  }

  @Override
  public void taskName(UUID id, String name) {}

  @Override
  public void noItem() {
    rows++;
  }

  @Override
  public void refuse(long line, String why) {
    rows++;
    refusals++;
    if (refused.size() < SHOWN_REFUSALS) {
      refused.add(new Refusal(line, why));
    }
  }

  private int next() {
    if (place >= firstPass.count()) {
      throw new ImportException(
          Kind.INPUT, "the file changed while it was read. Import it again once it is complete.");
    }
    return place++;
  }

  private WorkItem make(ToolItem item, int here) {
    Long tool = item.toolMillis();
    Long active = firstPass.activeMillis(here);
    Instant start = item.start();
    if (start == null && item.end() != null && tool != null) {
      start = item.end().minusMillis(tool);
    }
    TimeQuality quality = TimeQuality.NONE;
    if (tool != null) {
      quality = TimeQuality.WALL_CLOCK;
    } else if (active != null) {
      quality = TimeQuality.GAP_ONLY;
    }
    return new WorkItem(
        item.id(),
        options.task(),
        format,
        item.key(),
        hash(item.worker()),
        start,
        item.end(),
        tool,
        active,
        quality,
        firstPass.isCapped(here),
        firstPass.isRevisited(here),
        item.outcome(),
        item.units(),
        item.reward(),
        item.updated(),
        options.importId());
  }

  /** The user's own work carries no name: the one he chose, or the only one in the file. */
  private @Nullable String hash(String worker) {
    return options.worker() != null || firstPass.named() <= 1 || worker.isEmpty()
        ? null
        : hashes.computeIfAbsent(worker, name -> Ids.workerHash(options.salt(), name));
  }

  private void note(@Nullable Instant from, @Nullable Instant to) {
    if (from != null && (first == null || from.isBefore(first))) {
      first = from;
    }
    if (to != null && (last == null || to.isAfter(last))) {
      last = to;
    }
  }

  private void count(WorkItem item) {
    switch (item.outcome()) {
      case ACCEPTED -> accepted++;
      case REJECTED -> rejected++;
      case PENDING -> pending++;
      case SKIPPED -> skipped++;
      case ABANDONED, UNKNOWN -> {}
    }
    if (item.outcome() != ItemOutcome.SKIPPED) {
      items++;
    }
    capped += item.capped() ? 1 : 0;
    Long tool = item.toolMillis();
    if (tool != null) {
      toolMillis += tool;
      toolKnown = true;
    }
    Long active = item.activeMillis();
    if (active != null) {
      activeMillis += active;
      activeKnown = true;
    }
  }

  private JournalRecord withTask(JournalRecord record) {
    return switch (record) {
      case Task task -> {
        UUID id = tasks.get(task.id());
        yield id == null ? task : task.withId(id);
      }
      case Sprint sprint -> {
        UUID id = tasks.get(sprint.task());
        yield id == null ? sprint : sprint.withTask(id);
      }
      case Span span -> {
        UUID id = span.task() == null ? null : tasks.get(span.task());
        yield id == null ? span : span.withTask(id);
      }
      case WorkItem item -> {
        UUID id = tasks.get(item.task());
        yield id == null ? item : item.withTask(id);
      }
      case Rate rate -> {
        UUID id = tasks.get(rate.task());
        yield id == null ? rate : Rate.of(id, rate.from(), rate.pay());
      }
      case Verdict verdict -> {
        UUID id = tasks.get(verdict.task());
        yield id == null ? verdict : verdict.withTask(id);
      }
      case Report report -> {
        UUID id = tasks.get(report.task());
        yield id == null ? report : report.withTask(id);
      }
      default -> record;
    };
  }

  private void deliver(JournalRecord record) {
    waiting.add(record);
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  private void flush() {
    Map<Class<? extends JournalRecord>, Set<UUID>> ids = new HashMap<>();
    for (JournalRecord record : waiting) {
      ids.computeIfAbsent(record.getClass(), kind -> new LinkedHashSet<>()).add(record.id());
      ids.computeIfAbsent(Edit.class, kind -> new LinkedHashSet<>())
          .add(Edit.idOf(record.getClass(), record.id()));
      Span assumed = assumed(record);
      if (assumed != null) {
        ids.computeIfAbsent(Span.class, kind -> new LinkedHashSet<>()).add(assumed.id());
      }
    }
    Map<Class<? extends JournalRecord>, Map<UUID, ? extends JournalRecord>> there = new HashMap<>();
    ids.forEach((kind, wanted) -> there.put(kind, target.existing(kind, wanted)));
    List<Change> changes = new ArrayList<>();
    for (JournalRecord record : waiting) {
      JournalRecord before = find(there, record.getClass(), record.id());
      Edit here = laterEdit(there, record);
      if (here != null && (before == null || Merge.replaces(before, record))) {
        kept++;
        deletedHere += before == null ? 1 : 0;
        continue;
      }
      if (isDeletedInFile(record)) {
        unchanged++;
        continue;
      }
      if (before == null) {
        added++;
        changes.add(new Change.Put(record));
      } else if (Merge.replaces(before, record)) {
        changed++;
        changes.add(new Change.Put(record));
      } else {
        unchanged++;
      }
      Span span = assumed(record);
      if (span != null) {
        JournalRecord spanBefore = find(there, Span.class, span.id());
        // What was there already has its spans, unless they too were assumed; a sprint without work
        // has none.
        boolean assumable =
            (before == null || spanBefore != null) && span.start().isBefore(span.end());
        if (assumable && (spanBefore == null || Merge.replaces(spanBefore, span))) {
          changes.add(new Change.Put(span));
        }
      }
    }
    waiting.clear();
    write(changes);
  }

  /** The stretch that a row stands for where the file has none; null where it does not. */
  private @Nullable Span assumed(JournalRecord record) {
    return switch (record) {
      case Sprint sprint when !firstPass.claims().hasSpans(sprint.id()) -> AssumedSpan.of(sprint);
      case Break taken when firstPass.claims().takesTime(taken) -> AssumedSpan.of(taken);
      default -> null;
    };
  }

  /** That a record was changed or deleted here since the file told of it; null where it was not. */
  private @Nullable Edit laterEdit(
      Map<Class<? extends JournalRecord>, Map<UUID, ? extends JournalRecord>> there,
      JournalRecord record) {
    if (!(find(there, Edit.class, Edit.idOf(record.getClass(), record.id()))
        instanceof Edit here)) {
      return null;
    }
    Edit told = firstPass.editOf(record);
    return told != null && told.at().isAfter(here.at()) ? null : here;
  }

  /** Two exports in one file: the older has it, the newer says that it was deleted. */
  private boolean isDeletedInFile(JournalRecord record) {
    Edit told = firstPass.editOf(record);
    return told != null && told.deleted();
  }

  /** Takes what the file says of changes by hand; what was deleted there goes here too. */
  private void takeWords() {
    List<Change> changes = new ArrayList<>();
    for (Word word : words) {
      try {
        take(word.edit(), changes);
        rows++;
      } catch (BadRow bad) {
        refuse(word.line(), String.valueOf(bad.getMessage()));
      }
    }
    write(changes);
  }

  private void take(Edit told, List<Change> changes) throws BadRow {
    if (aboutRefused.contains(told.id())) {
      throw new BadRow("is about a row that is refused");
    }
    Edit here = here(Edit.class, told.id());
    if (here != null && !Merge.replaces(here, told)) {
      unchanged++;
      return;
    }
    JournalRecord record = told.deleted() ? here(told.of(), told.record()) : null;
    if (record != null) {
      if (record instanceof Task) {
        throw new BadRow("deletes a task, which no import does; archive it instead");
      }
      refuseForOpenSession(new Change.Remove(told.of(), told.record()));
      if (hasLaterWord(record, told.at())) {
        kept++;
        return;
      }
      takenOut++;
      changes.add(new Change.Remove(told.of(), told.record()));
      if (record instanceof Sprint sprint) {
        spansOf(sprint).forEach(span -> changes.add(new Change.Remove(Span.class, span.id())));
      }
    }
    if (here == null) {
      added++;
    } else {
      changed++;
    }
    changes.add(new Change.Put(told));
  }

  /**
   * Whether a sprint or any of its stretches was changed here after an instant; all go together.
   */
  private boolean hasLaterWord(JournalRecord record, Instant at) {
    List<JournalRecord> together = new ArrayList<>();
    UUID owner = record instanceof Span span ? span.sprint() : null;
    Sprint sprint = record instanceof Sprint one ? one : null;
    if (owner != null) {
      sprint = here(Sprint.class, owner);
    }
    if (sprint != null) {
      together.add(sprint);
      together.addAll(spansOf(sprint));
    }
    for (JournalRecord one : together) {
      Edit here = here(Edit.class, Edit.idOf(one.getClass(), one.id()));
      if (here != null && here.at().isAfter(at)) {
        return true;
      }
    }
    return false;
  }

  private List<Span> spansOf(Sprint sprint) {
    return target.spans(sprint.interval()).stream()
        .filter(span -> sprint.id().equals(span.sprint()))
        .toList();
  }

  private <R extends JournalRecord> @Nullable R here(Class<R> kind, UUID id) {
    return target.existing(kind, Set.of(id)).get(id);
  }

  private static @Nullable JournalRecord find(
      Map<Class<? extends JournalRecord>, Map<UUID, ? extends JournalRecord>> there,
      Class<? extends JournalRecord> kind,
      UUID id) {
    Map<UUID, ? extends JournalRecord> found = there.get(kind);
    return found == null ? null : found.get(id);
  }

  private void write(List<Change> changes) {
    if (options.dryRun()) {
      return;
    }
    for (int from = 0; from < changes.size(); from += BATCH) {
      target.accept(List.copyOf(changes.subList(from, Math.min(changes.size(), from + BATCH))));
    }
  }

  /** Hands over the rest and says what came of it. */
  ImportReport end(List<String> remarks) {
    flush();
    takeWords();
    List<String> notes = new ArrayList<>(remarks);
    if (refusals > refused.size()) {
      notes.add(
          String.format(Locale.ROOT, "%d more rows were refused.", refusals - refused.size()));
    }
    if (kept > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "kept %d as they are here: %d changed and %d deleted here since the file was"
                  + " written.",
              kept,
              kept - deletedHere,
              deletedHere));
    }
    if (takenOut > 0) {
      notes.add(
          String.format(
              Locale.ROOT, "took out %d that were deleted where the file comes from.", takenOut));
    }
    if (firstPass.repeats() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d rows tell of an item the file tells of again; the newest counts.",
              firstPass.repeats()));
    }
    int lengthless = firstPass.claims().breaksWithoutLength();
    if (lengthless > 0) {
      notes.add(
          lengthless == 1
              ? "1 break has no length; it counts and takes no time."
              : String.format(
                  Locale.ROOT,
                  "%d breaks have no length; they count and take no time.",
                  lengthless));
    }
    if (capped > 0) {
      notes.add(
          String.format(
              Locale.ROOT, "%d items ran so long that idle time is cut from them.", capped));
    }
    if (unusable > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d items have times that cannot be; they count without them.",
              unusable));
    }
    if (firstPass.named() > 1 && options.worker() == null && !format.equals(RespiteJsonl.NAME)) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d workers are in this file; name one to keep only that one's work.",
              firstPass.workers()));
    }
    return new ImportReport(
        format,
        rows,
        items,
        added,
        changed,
        unchanged,
        kept,
        List.copyOf(refused),
        firstPass.workers(),
        first,
        last,
        toolKnown ? RecordJson.seconds(toolMillis) : null,
        activeKnown ? RecordJson.seconds(activeMillis) : null,
        firstPass.median() == null ? null : RecordJson.plain(firstPass.median()),
        accepted,
        rejected,
        pending,
        skipped,
        activeKnown && !format.equals("respite")
            ? RecordJson.seconds(firstPass.uncappedMillis())
            : null,
        capped,
        unusable,
        firstPass.byWorker(),
        List.copyOf(notes));
  }
}
