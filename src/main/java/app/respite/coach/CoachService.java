package app.respite.coach;

import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CommandFields;
import app.respite.coach.port.Journal;
import app.respite.coach.port.Journal.Undoable;
import app.respite.coach.port.Reply;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.coach.words.Sentences;
import app.respite.domain.day.Change;
import app.respite.domain.day.Input;
import app.respite.domain.money.PayRates;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.ZoneChange;
import app.respite.domain.work.Names;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of whoever holds the journal: the coach if it runs, otherwise the command
 * itself. One thread at a time.
 */
public final class CoachService {
  private static final int MOST_ITEMS = 10_000;
  private static final Duration LONGEST = Duration.ofHours(24);

  /** The figures of the running day, as {@code review --json} has them. */
  public interface Today {
    /** The figures now. */
    Map<String, @Nullable Object> figures();

    /** The items among them, which may be had for less. */
    default long items() {
      return figures().get("items") instanceof Number items ? items.longValue() : 0;
    }
  }

  /** Writes a document down in a zone. */
  public interface Documents {
    /** The document as text of one line. */
    String text(Map<String, @Nullable Object> document, ZoneId zone);
  }

  private final Journal journal;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Today today;
  private final Documents documents;
  private final Consumer<Input> coach;
  private final Tasks tasks;

  /**
   * The service of a journal held for writing.
   *
   * @param documents writes down what {@code status --json} prints
   * @param coach hears of edited tasks; nobody where no coach runs
   */
  public CoachService(
      Journal journal,
      Clock clock,
      Supplier<UUID> ids,
      Today today,
      Documents documents,
      Consumer<Input> coach) {
    this.journal = new GuardedJournal(journal, clock);
    this.clock = clock;
    this.ids = ids;
    this.today = today;
    this.documents = documents;
    this.coach = coach;
    this.tasks = new Tasks(this.journal);
  }

  /**
   * The input of a command's fields.
   *
   * @throws CoachException of kind {@code WRONG} where it is none; an unknown task offers the
   *     nearest names
   */
  public Input.Command command(Map<String, @Nullable Object> fields) {
    if (fields.get("task") instanceof String name) {
      tasks.toWorkOn(name);
    }
    try {
      return command(CommandFields.read(fields));
    } catch (CommandFields.BadCommand bad) {
      throw new CoachException(Kind.WRONG, String.valueOf(bad.getMessage()), bad);
    }
  }

  /**
   * The command with its task as the journal has it, found by its name.
   *
   * @throws CoachException of kind {@code WRONG} as by its fields
   */
  public Input.Command command(Input.Command command) {
    return bounded(command.withTask(task -> tasks.toWorkOn(task.name())));
  }

  private static Input.Command bounded(Input.Command command) {
    if (command instanceof Input.Items(int n) && Math.abs(n) > MOST_ITEMS) {
      throw new CoachException(Kind.WRONG, "at most " + MOST_ITEMS + " items at once");
    }
    if (command instanceof Input.CheckIn told
        && told.items() != null
        && told.rejected() != null
        && told.rejected() > told.items()) {
      throw LogBook.moreRejected(told.rejected(), told.items());
    }
    Duration length =
        switch (command) {
          case Input.Start start -> start.sprint();
          case Input.Took took -> took.length();
          case Input.Postpone postpone -> postpone.length();
          default -> null;
        };
    if (length != null && length.compareTo(LONGEST) > 0) {
      throw new CoachException(Kind.WRONG, "at most a day; give a shorter time");
    }
    return command;
  }

  /**
   * Notes the zone in which a journal without any was begun, so that its days stay the same ones
   * wherever it is read. An import brings its own zones, which is why this comes after all else.
   */
  public void settleZone() {
    if (journal.sequence() > 0 && journal.all(ZoneChange.class).isEmpty()) {
      ZoneChange begun = new ZoneChange(ids.get(), clock.read().wall(), clock.zone());
      journal.write(List.of(new Change.Put(begun)), null);
    }
  }

  /** Answers a request. */
  @SuppressWarnings("unchecked") // each request is answered with what it says
  public <A> A ask(CoachRequest.OfJournal<A> request) {
    return (A)
        switch (request) {
          case CoachRequest.SaveTask save -> saveTask(save);
          case CoachRequest.SaveVerdicts(List<Verdict> verdicts) -> saveVerdicts(verdicts);
          case CoachRequest.ArchiveTask archive -> archiveTask(archive);
          case CoachRequest.MergeTasks(String from, String into) -> merge(from, into);
          case CoachRequest.AddRecord(CoachRequest.Entry entry) ->
              book().add(entry, clock.read().wall());
          case CoachRequest.EditRecord(String id, CoachRequest.Entry entry) ->
              book().edit(id, entry, clock.read().wall());
          case CoachRequest.DeleteRecord(String id) -> book().delete(id);
          case CoachRequest.BookPayout(Payout payout, boolean again) ->
              cashBook().book(payout, again, clock.read().wall());
          case CoachRequest.EditPayout(Payout payout, boolean again) ->
              cashBook().edit(payout, again, clock.read().wall());
          case CoachRequest.RemovePayout(UUID payout) -> cashBook().remove(payout);
          case CoachRequest.SavePlatform(Platform platform) -> cashBook().save(platform);
          case CoachRequest.SaveReports(List<Report> reports) -> {
            new HoursBook(journal).save(reports, clock.read().wall(), clock.zone());
            yield new CoachRequest.Done();
          }
          case CoachRequest.Undo(@Nullable String only) -> undo(only);
          case CoachRequest.Redo redo -> redo();
          case CoachRequest.Edits edits ->
              new CoachRequest.EditLabels(
                  journal.labels(Journal.Way.BACK), journal.labels(Journal.Way.FORWARD));
          case CoachRequest.Import part -> imported(part);
          case CoachRequest.Today now -> today.figures();
        };
  }

  /**
   * What the command line prints of an answer.
   *
   * @param zone where the person who reads it is; null for the coach's own
   */
  public CoachRequest.Lines told(Input.Command command, Reply reply, @Nullable ZoneId zone) {
    return CommandWords.told(command, reply, new Sentences(zone(zone)), tasks, today);
  }

  /** What {@code status} prints of the state. */
  public CoachRequest.Lines status(Update update, CoachRequest.Status status) {
    ZoneId zone = zone(status.zone());
    return CommandWords.lines(
        status.json()
            ? documents.text(UpdateFields.of(update, today.figures()), zone)
            : new Sentences(zone).status(update));
  }

  private ZoneId zone(@Nullable ZoneId told) {
    return told == null ? clock.zone() : told;
  }

  private LogBook book() {
    return new LogBook(journal, ids, clock.zone());
  }

  private CashBook cashBook() {
    return new CashBook(journal, clock.zone());
  }

  private Task saveTask(CoachRequest.SaveTask asked) {
    Task typed =
        asked
            .task()
            .withName(composed(asked.task().name()))
            .withPlatform(Names.clean(asked.task().platform()));
    checkName(typed);
    Optional<Task> before = journal.byId(Task.class, typed.id());
    List<Change> changes = new ArrayList<>();
    Task task = before.map(old -> dated(typed, old, asked, changes)).orElse(typed);
    changes.addFirst(new Change.Put(task));
    journal.write(changes, (before.isEmpty() ? "added" : "edited") + " the task " + task.name());
    coach.accept(new Input.TaskChanged(task));
    return task;
  }

  /** The task as it is kept, its first pay in it, and what becomes of its rates since. */
  private Task dated(Task typed, Task before, CoachRequest.SaveTask asked, List<Change> changes) {
    LocalDate from = asked.payFrom();
    List<Rate> rates =
        journal.all(Rate.class).stream().filter(rate -> rate.task().equals(typed.id())).toList();
    if (from == null) {
      rates.forEach(rate -> changes.add(new Change.Remove(Rate.class, rate.id())));
      return typed;
    }
    boolean other = !new PayRates(List.of(before), rates).at(typed.id(), from).equals(typed.pay());
    if (other || asked.paySaid()) {
      changes.add(new Change.Put(Rate.of(typed.id(), from, typed.pay())));
    }
    return typed.withPay(before.pay());
  }

  private CoachRequest.Done saveVerdicts(List<Verdict> verdicts) {
    List<Change> changes = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      journal.all(Verdict.class).stream()
          .filter(
              other ->
                  other.task().equals(verdict.task())
                      && other.from().equals(verdict.from())
                      && other.to().equals(verdict.to()))
          .forEach(other -> changes.add(new Change.Remove(Verdict.class, other.id())));
      changes.add(new Change.Put(verdict));
    }
    String tasksNamed =
        verdicts.stream()
            .map(verdict -> journal.byId(Task.class, verdict.task()).map(Task::name).orElse("?"))
            .collect(Collectors.joining(", "));
    journal.write(changes, "told what was decided of " + tasksNamed);
    return new CoachRequest.Done();
  }

  /** What looks the same is stored the same; what nobody can see is refused, not dropped. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).replace('\u00a0', ' ').strip();
  }

  private void checkName(Task task) {
    String name = task.name();
    if (name.isEmpty() || name.length() > Task.LONGEST_NAME || !name.equals(Names.clean(name))) {
      throw new CoachException(
          Kind.WRONG,
          "a task's name should be 1 to "
              + Task.LONGEST_NAME
              + " characters in one line, with single blanks and nothing invisible in it");
    }
    if (task.platform().length() > Task.LONGEST_NAME) {
      throw new CoachException(
          Kind.WRONG, "a platform's name should be at most " + Task.LONGEST_NAME + " characters");
    }
    Optional<Task> same = tasks.find(name).filter(found -> !found.id().equals(task.id()));
    if (same.isPresent()) {
      throw new CoachException(
          Kind.WRONG,
          "there is a task '"
              + same.get().name()
              + "' already; edit it with: respite task edit "
              + Tasks.quoted(same.get().name()));
    }
  }

  private Task archiveTask(CoachRequest.ArchiveTask asked) {
    Task task = tasks.named(asked.task());
    boolean archived = asked.archived();
    Task changed = task.withArchived(archived);
    if (!changed.equals(task)) {
      journal.write(
          List.of(new Change.Put(changed)),
          (archived ? "archived" : "brought back") + " the task " + task.name());
      coach.accept(new Input.TaskChanged(changed));
    }
    return changed;
  }

  private String undo(@Nullable String only) {
    if (only != null
        && !journal.next(Journal.Way.BACK).map(Undoable::label).equals(Optional.of(only))) {
      throw new CoachException(
          Kind.NO, "that was not taken back, for something else was changed after it");
    }
    return journal
        .undo()
        .orElseThrow(() -> new CoachException(Kind.NO, "there is no edit to take back"));
  }

  private String merge(String from, String into) {
    TaskMerge merge = TaskMerge.of(journal, from, into);
    String said = String.join("\n", merge.sentences());
    journal.write(merge.changes(ids, clock.read().wall()), merge.label());
    coach.accept(new Input.TaskChanged(merge.kept()));
    return said;
  }

  private String redo() {
    return journal
        .step(Journal.Way.FORWARD)
        .orElseThrow(
            () -> new CoachException(Kind.NO, "nothing was taken back since the last edit"));
  }

  private long imported(CoachRequest.Import part) {
    List<Change> changes = new ArrayList<>();
    part.put().forEach(record -> changes.add(new Change.Put(record)));
    changes.addAll(part.remove());
    return journal.write(changes, null);
  }
}
