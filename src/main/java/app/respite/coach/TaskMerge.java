package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.JournalReader;
import app.respite.coach.words.PayWords;
import app.respite.domain.day.Change;
import app.respite.domain.money.PayRates;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One task made of two: all that belongs to one goes to the other. A double, which has the same
 * name and platform, is gone afterwards; a task of another name stays, archived and empty, so that
 * an older export which tells of it brings back no work without a task.
 */
public final class TaskMerge {
  private static final long MOST_SECONDS = Report.LONGEST.toSeconds();

  private final JournalReader journal;
  private final Task kept;
  private final List<Task> merged;
  private final PayRates rates;

  private TaskMerge(JournalReader journal, Task kept, List<Task> merged) {
    this.journal = journal;
    this.kept = kept;
    this.merged = List.copyOf(merged);
    this.rates = new PayRates(journal.all(Task.class), journal.all(Rate.class));
    merged.forEach(this::refuseCurrencies);
  }

  /**
   * The merging of a task into another.
   *
   * @param into the name of the one that stays; the same name makes one of its doubles
   * @throws CoachException of kind {@code WRONG} where there is no such task or double, and where
   *     the two are paid in different currencies
   */
  public static TaskMerge of(JournalReader journal, String from, String into) {
    Tasks tasks = new Tasks(journal);
    Task kept = tasks.named(into);
    if (!Names.key(from).equals(Names.key(into)) || !tasks.named(from).equals(kept)) {
      return new TaskMerge(journal, kept, List.of(tasks.named(from)));
    }
    List<Task> alike =
        tasks.all().stream()
            .filter(one -> !one.id().equals(kept.id()))
            .filter(one -> Names.key(one.name()).equals(Names.key(kept.name())))
            .toList();
    List<Task> doubles = alike.stream().filter(one -> isDouble(one, kept)).toList();
    if (doubles.isEmpty()) {
      throw wrong(
          alike.isEmpty()
              ? "there is one task '" + kept.name() + "' alone; name another to merge it into"
              : "the tasks '"
                  + kept.name()
                  + "' are on different platforms, so they are two; rename one of them first with:"
                  + " respite task edit "
                  + Tasks.quoted(kept.name())
                  + " --name NEW");
    }
    return new TaskMerge(journal, kept, doubles);
  }

  private static boolean isDouble(Task one, Task other) {
    return Names.key(one.name()).equals(Names.key(other.name()))
        && Names.key(one.platform()).equals(Names.key(other.platform()));
  }

  /** The task that stays, as it is then. */
  public Task kept() {
    Task whole = kept;
    for (Task one : merged) {
      whole =
          new Task(
              whole.id(),
              whole.name(),
              whole.platform().isEmpty() ? one.platform() : whole.platform(),
              whole.work().isEmpty() ? one.work() : whole.work(),
              takesPayOf(one) ? one.pay() : whole.pay(),
              whole.target() == null ? one.target() : whole.target(),
              whole.deadline() == null ? one.deadline() : whole.deadline(),
              whole.hoursCap() == null ? one.hoursCap() : whole.hoursCap(),
              whole.passive(),
              whole.heavy() || one.heavy(),
              whole.archived() && one.archived());
    }
    return whole;
  }

  /** What is done, for undoing. */
  String label() {
    return "merged the task "
        + merged.getFirst().name()
        + (isDouble(merged.getFirst(), kept) ? " with its doubles" : " into " + kept.name());
  }

  /** What it does, or did, a sentence each. */
  public List<String> sentences() {
    List<String> said = new ArrayList<>();
    for (Task one : merged) {
      said.add(
          "'"
              + one.name()
              + "' into '"
              + kept.name()
              + "': "
              + Figures.count(of(Sprint.class, Sprint::task, one).size(), "sprint")
              + ", "
              + Figures.count(of(WorkItem.class, WorkItem::task, one).size(), "imported item")
              + ", "
              + Figures.count(of(Verdict.class, Verdict::task, one).size(), "decision")
              + ", "
              + Figures.count(of(Report.class, Report::task, one).size(), "report")
              + (isDouble(one, kept)
                  ? "; the double is gone."
                  : "; '" + one.name() + "' stays archived, without any work."));
      pay(one).ifPresent(said::add);
      if (!Names.key(one.platform()).equals(Names.key(kept().platform()))) {
        said.add("Its work counts for the platform " + platform(kept()) + ".");
      }
      if (hasClashingVerdicts(one)) {
        said.add(
            "Both have decisions about some of the same days, of which the later ones count; check"
                + " them with: respite review, and tell them anew with: respite decide "
                + Tasks.quoted(kept.name()));
      }
    }
    return said;
  }

  private static String platform(Task task) {
    return task.platform().isEmpty() ? "(none)" : task.platform();
  }

  private NavigableMap<LocalDate, Pay> rates(Task task) {
    return rates.all(task.id());
  }

  private boolean isPaid(Task task) {
    return rates(task).values().stream().anyMatch(pay -> !(pay instanceof Pay.Unpaid));
  }

  private boolean takesPayOf(Task one) {
    return !isPaid(kept) && isPaid(one);
  }

  private void refuseCurrencies(Task one) {
    Set<String> all = new TreeSet<>(currencies(one));
    all.addAll(currencies(kept));
    if (all.size() > 1
        && !currencies(one).equals(currencies(kept))
        && isPaid(one)
        && isPaid(kept)) {
      throw wrong(
          "'"
              + one.name()
              + "' pays in "
              + String.join(" and ", currencies(one))
              + ", '"
              + kept.name()
              + "' in "
              + String.join(" and ", currencies(kept))
              + "; amounts of two currencies are never one, so nothing was merged");
    }
  }

  private Set<String> currencies(Task task) {
    return rates(task).values().stream()
        .map(Pay::rate)
        .filter(Objects::nonNull)
        .map(Money::currency)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<String> pay(Task one) {
    if (rates(one).equals(rates(kept))) {
      return Optional.empty();
    }
    if (takesPayOf(one)) {
      return Optional.of(
          "'"
              + kept.name()
              + "', which paid nothing, pays as '"
              + one.name()
              + "' did: "
              + all(one)
              + ".");
    }
    return Optional.of(
        "What was done on '"
            + one.name()
            + "' is paid as '"
            + kept.name()
            + "' is, also in reviews of earlier days: "
            + all(kept)
            + " in place of "
            + all(one)
            + ".");
  }

  private String all(Task task) {
    return PayWords.all(rates(task));
  }

  /** All changes, to be made at once. */
  List<Change> changes(Supplier<UUID> ids, Instant now) {
    List<Change> changes = new ArrayList<>();
    // Put though it may be the same: who undoes it finds that both were touched.
    changes.add(new Change.Put(kept()));
    Map<Days, Verdict> decided = decided();
    Map<LocalDate, Report> reported = newest(kept);
    for (Task one : merged) {
      move(changes, Sprint.class, Sprint::task, one, sprint -> sprint.withTask(kept.id()));
      move(changes, Span.class, Span::task, one, span -> span.withTask(kept.id()));
      move(changes, WorkItem.class, WorkItem::task, one, item -> item.withTask(kept.id()));
      verdicts(changes, one, decided);
      reports(changes, one, reported, ids, now);
      for (Rate rate : of(Rate.class, Rate::task, one)) {
        changes.add(new Change.Remove(Rate.class, rate.id()));
        if (takesPayOf(one)) {
          changes.add(new Change.Put(Rate.of(kept.id(), rate.from(), rate.pay())));
        }
      }
      changes.add(
          isDouble(one, kept)
              ? new Change.Remove(Task.class, one.id())
              : new Change.Put(one.withArchived(true)));
    }
    return changes;
  }

  private <R extends JournalRecord> List<R> of(
      Class<R> kind, Function<R, @Nullable UUID> task, Task one) {
    return journal.all(kind).stream()
        .filter(record -> one.id().equals(task.apply(record)))
        .toList();
  }

  private <R extends JournalRecord> void move(
      List<Change> changes,
      Class<R> kind,
      Function<R, @Nullable UUID> task,
      Task one,
      Function<R, R> moved) {
    of(kind, task, one).forEach(record -> changes.add(new Change.Put(moved.apply(record))));
  }

  private record Days(LocalDate from, LocalDate to) {
    static Days of(Verdict verdict) {
      return new Days(verdict.from(), verdict.to());
    }

    boolean touch(Days other) {
      return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
  }

  /** The decisions about the task that stays, by their days. */
  private Map<Days, Verdict> decided() {
    Map<Days, Verdict> newest = new HashMap<>();
    of(Verdict.class, Verdict::task, kept)
        .forEach(
            verdict ->
                newest.merge(
                    Days.of(verdict),
                    verdict,
                    BinaryOperator.maxBy(Comparator.comparing(Verdict::at))));
    return newest;
  }

  /** What was decided of the same days of both is one decision about all of it. */
  private void verdicts(List<Change> changes, Task one, Map<Days, Verdict> own) {
    for (Verdict verdict : of(Verdict.class, Verdict::task, one)) {
      Verdict other = own.get(Days.of(verdict));
      Verdict both = other == null ? null : sum(verdict, other);
      if (other != null && both != null) {
        changes.add(new Change.Remove(Verdict.class, verdict.id()));
        changes.add(new Change.Put(both));
        own.put(Days.of(verdict), both);
      } else {
        changes.add(new Change.Put(verdict.withTask(kept.id())));
      }
    }
  }

  private static @Nullable Verdict sum(Verdict one, Verdict into) {
    Integer accepted = sum(one.accepted(), into.accepted());
    Integer rejected = sum(one.rejected(), into.rejected());
    return accepted == null && rejected == null
        ? null
        : new Verdict(
            into.id(), into.task(), into.from(), into.to(), accepted, rejected, into.at());
  }

  private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null ? null : (Integer) (one + other);
  }

  private boolean hasClashingVerdicts(Task one) {
    List<Verdict> own = of(Verdict.class, Verdict::task, kept);
    return of(Verdict.class, Verdict::task, one).stream()
        .anyMatch(
            verdict ->
                own.stream()
                    .filter(other -> Days.of(other).touch(Days.of(verdict)))
                    .anyMatch(
                        other ->
                            !Days.of(other).equals(Days.of(verdict))
                                || sum(verdict, other) == null));
  }

  /** What was reported of both on a day was reported of the one task. */
  private void reports(
      List<Change> changes, Task one, Map<LocalDate, Report> own, Supplier<UUID> ids, Instant now) {
    move(changes, Report.class, Report::task, one, report -> report.withTask(kept.id()));
    newest(one)
        .forEach(
            (day, report) -> {
              Report other = own.get(day);
              Report whole = report;
              if (other != null) {
                long both = Math.min(report.seconds() + other.seconds(), MOST_SECONDS);
                // Later than either of the two, whenever they were told.
                Instant at = Interval.later(now, Interval.later(report.at(), other.at()));
                whole = new Report(ids.get(), kept.id(), day, both, at.plusMillis(1));
                changes.add(new Change.Put(whole));
              }
              own.put(day, whole);
            });
  }

  private Map<LocalDate, Report> newest(Task task) {
    Map<LocalDate, Report> newest = new HashMap<>();
    of(Report.class, Report::task, task)
        .forEach(
            report -> newest.merge(report.day(), report, BinaryOperator.maxBy(Report.BY_TELLING)));
    return newest;
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
