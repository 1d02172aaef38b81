package app.respite.domain.review;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.PayFigures;
import app.respite.domain.money.PayRates;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a review of records: time, items and money are counted once per day and task, and every
 * figure of a day, a task or a platform is a sum of those, so that all totals agree.
 */
public final class Reviewer {
  /** Stands for work and rest before any task was chosen. */
  private static final UUID NO_TASK = new UUID(0, 0);

  /** How many days before a range the usual pace is taken from. */
  public static final int USUAL_DAYS = 120;

  private final Records records;
  private final Preferences preferences;
  private final LocalDate from;
  private final LocalDate to;
  private final DayCalendar calendar;
  private final DayFinder finder;
  private final List<Stretch> stretches;
  private final SprintBook book;
  private final PayRates rates;
  private final Map<UUID, LocalDate> endedOn = new HashMap<>();
  private final List<SprintFigures> sprints = new ArrayList<>();
  private final List<SprintFigures> earlier = new ArrayList<>();
  private final Map<UUID, Task> tasks = new HashMap<>();
  private final Map<LocalDate, Map<UUID, Tally>> cells = new HashMap<>();

  /** Where each sprint's part is noted; null where nobody asks for it. */
  private final @Nullable PayLines lines;

  private Reviewer(
      Records records,
      Preferences preferences,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      @Nullable PayLines lines) {
    this.lines = lines;
    this.records = records;
    this.preferences = preferences;
    this.from = from;
    this.to = to;
    this.calendar = calendar(records.zones(), preferences, zone);
    this.finder = new DayFinder(calendar);
    this.stretches = Timesheet.of(records.spans(), records.sprints(), finder);
    this.book = new SprintBook(records, stretches, finder);
    this.rates = new PayRates(records.tasks(), records.rates());
    records.sprints().forEach(sprint -> endedOn.put(sprint.id(), book.dayOf(sprint)));
  }

  /** The days that a review goes by. */
  public static DayCalendar calendar(List<ZoneChange> zones, Preferences preferences, ZoneId zone) {
    return DayCalendar.of(zones, zone, preferences.get(CoachKeys.DAY_STARTS));
  }

  /**
   * Reviews a range of logical days, the last one included.
   *
   * @param zone the user's zone where no zone was recorded
   * @throws IllegalArgumentException where the range ends before it begins
   */
  public static Review review(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a review from " + from + " ends before it, on " + to);
    }
    return new Reviewer(records, preferences, from, to, zone, null).review(true);
  }

  /**
   * The same with days, sprints and timeline alone. Tasks and streaks are left out, for a trend
   * over years of sprints takes long.
   */
  static Review course(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    return new Reviewer(records, preferences, from, to, zone, null).review(false);
  }

  /** See {@link Ledger#of}. */
  static List<DayEarnings> ledger(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    Reviewer reviewer = new Reviewer(records, preferences, from, to, zone, null);
    reviewer.review(false);
    return reviewer.earnings();
  }

  private List<DayEarnings> earnings() {
    return cells.values().stream()
        .flatMap(day -> day.values().stream())
        .flatMap(cell -> cell.earnings.stream())
        .sorted(
            Comparator.comparing(DayEarnings::day)
                .thenComparing(DayEarnings::platform)
                .thenComparing(DayEarnings::task)
                .thenComparing(DayEarnings::currency))
        .toList();
  }

  /**
   * See {@link Ledger#grounds}.
   *
   * @param full whether the review is to have its tasks, platforms and streaks
   */
  static Grounds grounds(
      Records records,
      Preferences preferences,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      boolean full) {
    PayLines lines = new PayLines();
    Reviewer reviewer = new Reviewer(records, preferences, from, to, zone, lines);
    Review review = reviewer.review(full);
    Map<UUID, String> platforms = new HashMap<>();
    records.tasks().forEach(task -> platforms.put(task.id(), task.platform()));
    return new Grounds(
        review, lines.lines(id -> platforms.getOrDefault(id, "")), reviewer.earnings());
  }

  private Review review(boolean full) {
    records.tasks().forEach(task -> tasks.put(task.id(), task));
    for (Sprint sprint : records.sprints()) {
      LocalDate day = book.dayOf(sprint);
      if (inRange(day)) {
        sprints.add(book.figures(sprint));
      } else if (day.isBefore(from) && !day.isBefore(from.minusDays(USUAL_DAYS))) {
        earlier.add(book.figures(sprint));
      }
    }
    sprints.sort(
        Comparator.comparing((SprintFigures one) -> one.sprint().start())
            .thenComparing(one -> one.sprint().id()));
    List<Stretch> timeline = stretches.stream().filter(stretch -> inRange(stretch.day())).toList();
    count(timeline);
    Interval range = calendar.interval(from, to);
    Instant last = range.isEmpty() ? range.start() : range.end().minusNanos(1);
    Map<UUID, Tally> byTask = full ? byTask() : Map.of();
    List<TaskFigures> taskFigures = taskFigures(byTask);
    return new Review(
        from,
        to,
        calendar.zoneAt(last),
        days(),
        taskFigures,
        platforms(taskFigures, byTask),
        sprints,
        timeline,
        full ? ratings() : List.of(),
        full ? streaks() : new Streaks(0, 0, 0, 0),
        null,
        null,
        null,
        Map.of());
  }

  private boolean inRange(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private Task task(UUID id) {
    Task known = tasks.get(id);
    return known == null ? Task.named(id, "(unknown task)") : known;
  }

  private Tally cell(LocalDate day, UUID task) {
    return cells
        .computeIfAbsent(day, any -> new HashMap<>())
        .computeIfAbsent(task, any -> new Tally());
  }

  private void count(List<Stretch> timeline) {
    List<ItemGroup> groups =
        LateVerdicts.decide(itemGroups(), records.verdicts(), this::paidUnlessTold);
    Set<UUID> rewarded = new HashSet<>();
    Map<SprintTask, Tally.Share> decided = new HashMap<>();
    for (ItemGroup one : groups) {
      if (one.reward() != null) {
        rewarded.add(one.task());
      }
      if (one.sprint() != null) {
        decided.merge(
            new SprintTask(one.sprint(), one.task()),
            new Tally.Share(one.count() - one.undecided(), one.count()),
            (a, b) -> new Tally.Share(a.part() + b.part(), a.whole() + b.whole()));
      }
      if (inRange(one.day())) {
        Pay pay = rates.at(one.task(), one.day());
        cell(one.day(), one.task()).add(one, pay);
        if (lines != null) {
          lines.add(one, pay);
        }
      }
    }
    for (Stretch stretch : timeline) {
      count(stretch, rewarded, decided);
    }
    cells.forEach(
        (day, ofDay) ->
            ofDay.forEach(
                (task, cell) -> {
                  Pay pay = pay(task, day);
                  boolean paid = !(pay instanceof Pay.Unpaid) || rewarded.contains(task);
                  cell.settle(day, task(task), pay, paid, heavy(task));
                }));
  }

  private record SprintTask(UUID sprint, UUID task) {}

  private void count(Stretch stretch, Set<UUID> rewarded, Map<SprintTask, Tally.Share> decided) {
    UUID task = stretch.task() == null ? NO_TASK : stretch.task();
    Tally cell = cell(stretch.day(), task);
    Duration length = stretch.interval().length();
    cell.addTime(stretch.state(), length);
    if (stretch.state() != SpanState.WORK) {
      return;
    }
    UUID sprint = stretch.sprint();
    // A sprint is paid as on the day it ended in.
    LocalDate ended = sprint == null ? stretch.day() : endedOn.getOrDefault(sprint, stretch.day());
    Pay pay = pay(task, ended);
    boolean byItem =
        pay instanceof Pay.PerItem || (pay instanceof Pay.Unpaid && rewarded.contains(task));
    Tally.Share share =
        sprint == null || !byItem
            ? null
            : decided.getOrDefault(new SprintTask(sprint, task), Tally.Share.NONE);
    cell.addWork(length, pay, sprint != null, share);
    if (lines != null) {
      lines.add(stretch, task, pay);
    }
  }

  private Pay pay(UUID task, LocalDate day) {
    return task.equals(NO_TASK) ? Pay.NONE : rates.at(task, day);
  }

  private boolean paidUnlessTold(UUID task) {
    return preferences.get(CoachKeys.ITEMS_TYPED, task(task).name()) == CoachKeys.Typed.ACCEPTED;
  }

  /** All items that were handed in; others and typed numbers are noted where they belong. */
  private List<ItemGroup> itemGroups() {
    List<ItemGroup> groups = new ArrayList<>();
    for (Sprint sprint : records.sprints()) {
      typed(sprint).ifPresent(groups::add);
    }
    runningItems().ifPresent(groups::add);
    for (WorkItem item : records.items()) {
      imported(item).ifPresent(groups::add);
    }
    return groups;
  }

  private Optional<ItemGroup> typed(Sprint sprint) {
    Integer typed = sprint.items();
    if (typed == null) {
      return Optional.empty();
    }
    LocalDate day = book.dayOf(sprint);
    if (inRange(day)) {
      cell(day, sprint.task()).noteTyped(typed);
    }
    if (book.hasImported(sprint)) {
      return Optional.empty();
    }
    Integer told = sprint.rejected();
    int rejected = told == null ? 0 : Math.min(told, typed);
    return Optional.of(
        new ItemGroup(
            sprint.id(),
            sprint.task(),
            day,
            sprint.end(),
            sprint.id(),
            typed,
            told == null ? 0 : typed - rejected,
            rejected,
            told == null,
            true,
            null));
  }

  private Optional<ItemGroup> imported(WorkItem item) {
    Instant moment = SprintBook.momentOf(item);
    if (moment == null) {
      return Optional.empty();
    }
    LocalDate day = finder.dayOf(moment);
    if (item.outcome() == ItemOutcome.SKIPPED || item.outcome() == ItemOutcome.ABANDONED) {
      if (inRange(day)) {
        cell(day, item.task()).addSkipped();
      }
      return Optional.empty();
    }
    UUID sprint = book.sprintOf(item).map(Sprint::id).orElse(null);
    return Optional.of(
        new ItemGroup(
            item.id(),
            item.task(),
            day,
            moment,
            sprint,
            1,
            item.outcome() == ItemOutcome.ACCEPTED ? 1 : 0,
            item.outcome() == ItemOutcome.REJECTED ? 1 : 0,
            item.outcome() == ItemOutcome.PENDING || item.outcome() == ItemOutcome.UNKNOWN,
            false,
            item.reward()));
  }

  /** What is counted in the sprint that runs counts at once (B87), unless an import tells of it. */
  private Optional<ItemGroup> runningItems() {
    RunningSprint running = records.running();
    if (running == null || running.items() == 0) {
      return Optional.empty();
    }
    boolean told =
        records.items().stream()
            .filter(item -> item.task().equals(running.task()))
            .map(SprintBook::momentOf)
            .anyMatch(moment -> moment != null && moment.isAfter(running.start()));
    if (told) {
      return Optional.empty();
    }
    LocalDate day = finder.dayOf(running.start());
    if (inRange(day)) {
      cell(day, running.task()).noteTyped(running.items());
    }
    return Optional.of(
        new ItemGroup(
            running.id(),
            running.task(),
            day,
            running.start(),
            running.id(),
            running.items(),
            0,
            0,
            true,
            true,
            null));
  }

  private Map<UUID, Tally> byTask() {
    Map<UUID, Tally> sums = new HashMap<>();
    for (Map<UUID, Tally> day : cells.values()) {
      day.forEach((task, cell) -> sums.computeIfAbsent(task, any -> new Tally()).add(cell));
    }
    for (SprintFigures one : sprints) {
      sums.computeIfAbsent(one.sprint().task(), any -> new Tally());
    }
    return sums;
  }

  private boolean heavy(UUID task) {
    return !task.equals(NO_TASK)
        && (task(task).heavy() || preferences.get(CoachKeys.HEAVY, task(task).name()));
  }

  private List<DayFigures> days() {
    RoundingRemainder heavy = new RoundingRemainder();
    Map<LocalDate, Counts> counts = counts();
    Map<SpanState, RoundingRemainder> carries = new EnumMap<>(SpanState.class);
    for (SpanState state : SpanState.values()) {
      carries.put(state, new RoundingRemainder());
    }
    List<DayFigures> days = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      Tally sum = new Tally();
      cells.getOrDefault(day, Map.of()).values().forEach(sum::add);
      Map<SpanState, Long> seconds = new EnumMap<>(SpanState.class);
      carries.forEach((state, carry) -> seconds.put(state, carry.next(sum.time(state))));
      days.add(
          counts.getOrDefault(day, new Counts()).figures(day, seconds, heavy.next(sum.heavy), sum));
    }
    return days;
  }

  private Map<LocalDate, Counts> counts() {
    Map<LocalDate, Counts> counts = new HashMap<>();
    for (SprintFigures one : sprints) {
      counts
          .computeIfAbsent(one.day(), any -> new Counts())
          .add(one, book.ratings().at(one.sprint()));
    }
    for (Break taken : records.breaks()) {
      LocalDate day = finder.dayOfEnd(taken.start(), taken.end());
      counts.computeIfAbsent(day, any -> new Counts()).add(taken);
    }
    for (Decision decision : records.decisions()) {
      LocalDate day = finder.dayOf(decision.at());
      counts.computeIfAbsent(day, any -> new Counts()).add(decision);
    }
    for (Rating rating : book.ratings().beside()) {
      LocalDate day = finder.dayOf(rating.at());
      counts.computeIfAbsent(day, any -> new Counts()).tired(rating.at(), rating.fatigue());
    }
    return counts;
  }

  private List<RatingMark> ratings() {
    List<RatingMark> marks = new ArrayList<>();
    for (SprintFigures one : sprints) {
      Integer fatigue = one.fatigue();
      if (fatigue != null) {
        UUID sprint = one.sprint().id();
        marks.add(new RatingMark(book.ratings().at(one.sprint()), fatigue, sprint));
      }
    }
    for (Rating rating : book.ratings().beside()) {
      Integer fatigue = rating.fatigue();
      if (fatigue != null && inRange(finder.dayOf(rating.at()))) {
        marks.add(new RatingMark(rating.at(), fatigue, null));
      }
    }
    marks.sort(Comparator.comparing(RatingMark::at));
    return marks;
  }

  private List<TaskFigures> taskFigures(Map<UUID, Tally> sums) {
    List<UUID> order = new ArrayList<>(sums.keySet());
    order.sort(
        Comparator.comparing((UUID id) -> sums.getOrDefault(id, new Tally()).time(SpanState.WORK))
            .reversed()
            .thenComparing(id -> task(id).name())
            .thenComparing(Comparator.naturalOrder()));
    TaskSheet sheet = new TaskSheet(records.items(), sprints, earlier, book, finder, this::inRange);
    RoundingRemainder work = new RoundingRemainder();
    RoundingRemainder present = new RoundingRemainder();
    List<TaskFigures> figures = new ArrayList<>();
    for (UUID id : order) {
      Tally sum = sums.getOrDefault(id, new Tally());
      long workSeconds = work.next(sum.time(SpanState.WORK));
      long presentSeconds = present.next(sum.present());
      if (!id.equals(NO_TASK)) {
        figures.add(
            sheet.figures(
                task(id), sum, workSeconds, presentSeconds, preferences.get(CoachKeys.SET_ASIDE)));
      }
    }
    return figures;
  }

  private List<PlatformFigures> platforms(List<TaskFigures> figures, Map<UUID, Tally> sums) {
    NavigableMap<String, List<TaskFigures>> groups = new TreeMap<>();
    for (TaskFigures one : figures) {
      if (!one.platform().isBlank()) {
        groups.computeIfAbsent(one.platform(), any -> new ArrayList<>()).add(one);
      }
    }
    List<PlatformFigures> platforms = new ArrayList<>();
    groups.forEach(
        (platform, members) -> {
          Tally sum = new Tally();
          members.forEach(one -> sum.add(sums.getOrDefault(one.id(), new Tally())));
          platforms.add(
              new PlatformFigures(
                  platform,
                  members.stream().mapToLong(TaskFigures::workSeconds).sum(),
                  sum.items,
                  sum.rejected,
                  PayFigures.of(sum.earnings, preferences.get(CoachKeys.SET_ASIDE))));
        });
    return platforms;
  }

  private Streaks streaks() {
    List<Stretch> upToEnd = stretches.stream().filter(one -> !one.day().isAfter(to)).toList();
    NavigableMap<LocalDate, Boolean> kept =
        RestKept.days(upToEnd, preferences, id -> task(id).name());
    int daysWorked = kept.subMap(from, true, to, true).size();
    long sprintDays = sprints.stream().map(SprintFigures::day).distinct().count();
    return new Streaks(
        RestKept.current(kept), RestKept.longest(kept), daysWorked, Math.toIntExact(sprintDays));
  }

  /** What is counted by day alone. */
  private static final class Counts {
    private int completed;
    private int partial;
    private int taken;
    private int skipped;
    private int postponed;
    private int natural;
    private int rated;
    private int withEffort;
    private double effortSeconds;
    private Instant tiredAt = Instant.MIN;
    private @Nullable Integer tired;

    void add(SprintFigures one, Instant fatigueAt) {
      if (one.sprint().outcome() == SprintOutcome.COMPLETED) {
        completed++;
      } else {
        partial++;
      }
      rated += one.rated() ? 1 : 0;
      Integer effort = one.effort();
      if (effort != null) {
        withEffort++;
        effortSeconds += effort * seconds(one.active());
      }
      tired(fatigueAt, one.fatigue());
    }

    void add(Break one) {
      if (one.type() == BreakKind.NATURAL || one.route() == Route.NATURAL) {
        natural++;
      } else if (one.credited()) {
        taken++;
      }
    }

    void add(Decision one) {
      if (one.answer() == Answer.SKIPPED) {
        skipped++;
      } else {
        postponed++;
      }
    }

    void tired(Instant at, @Nullable Integer fatigue) {
      if (fatigue != null && !at.isBefore(tiredAt)) {
        tiredAt = at;
        tired = fatigue;
      }
    }

    DayFigures figures(LocalDate day, Map<SpanState, Long> seconds, long heavySeconds, Tally sum) {
      return new DayFigures(
          day,
          seconds.getOrDefault(SpanState.WORK, 0L),
          seconds.getOrDefault(SpanState.BREAK, 0L),
          seconds.getOrDefault(SpanState.NATURAL, 0L),
          seconds.getOrDefault(SpanState.IDLE, 0L),
          seconds.getOrDefault(SpanState.PAUSED, 0L),
          seconds.getOrDefault(SpanState.READY, 0L),
          seconds.getOrDefault(SpanState.AWAY, 0L),
          completed,
          partial,
          taken,
          skipped,
          postponed,
          natural,
          sum.items,
          sum.rejected,
          withEffort == 0 ? null : effortSeconds / 60,
          rated,
          completed + partial,
          tired,
          heavySeconds,
          sum.earned());
    }

    private static double seconds(Duration length) {
      return length.toNanos() / 1e9;
    }
  }
}
