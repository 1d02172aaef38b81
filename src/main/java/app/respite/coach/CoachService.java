package app.respite.coach;

import app.respite.coach.port.Ask;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Fields;
import app.respite.coach.port.Journal;
import app.respite.coach.port.RecordFields;
import app.respite.domain.day.Change;
import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of whoever holds the journal: the coach if it runs, otherwise the command
 * itself. The requests are those of {@link Ask}. One thread at a time.
 */
public final class CoachService {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_ITEMS = 10_000;
  private static final Duration LONGEST = Duration.ofHours(24);

  /** The figures of the running day, as {@code review --json} has them. */
  public interface Today {
    /** The figures now. */
    Map<String, @Nullable Object> figures();
  }

  private final Journal journal;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Today today;
  private final Consumer<Input> coach;
  private final Tasks tasks;

  /**
   * The service of a journal held for writing.
   *
   * @param coach hears of edited tasks; nobody where no coach runs
   */
  public CoachService(
      Journal journal, Clock clock, Supplier<UUID> ids, Today today, Consumer<Input> coach) {
    this.journal = journal;
    this.clock = clock;
    this.ids = ids;
    this.today = today;
    this.coach = coach;
    this.tasks = new Tasks(journal);
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
      return bounded(InputCodec.decode(fields, tasks));
    } catch (InputCodec.BadInput bad) {
      throw new CoachException(Kind.WRONG, String.valueOf(bad.getMessage()), bad);
    }
  }

  private static Input.Command bounded(Input.Command command) {
    if (command instanceof Input.Items(int n) && Math.abs(n) > MOST_ITEMS) {
      throw new CoachException(Kind.WRONG, "at most " + MOST_ITEMS + " items at once");
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

  /** Answers a request. */
  public Map<String, @Nullable Object> ask(String what, Map<String, @Nullable Object> with) {
    Fields from = new Fields(with);
    return switch (what) {
      case Ask.SAVE_TASK -> saveTask(from);
      case Ask.ARCHIVE_TASK -> archiveTask(from);
      case Ask.ADD_RECORD -> one("record", RecordFields.of(book().add(from, clock.read().wall())));
      case Ask.EDIT_RECORD ->
          one("record", RecordFields.of(book().edit(from, clock.read().wall())));
      case Ask.DELETE_RECORD -> one("deleted", book().delete(from));
      case Ask.UNDO -> undo();
      case Ask.IMPORT -> imported(from);
      case Ask.TODAY -> today.figures();
      default -> throw new CoachException(Kind.WRONG, "this coach knows no request '" + what + "'");
    };
  }

  private LogBook book() {
    return new LogBook(journal, ids);
  }

  private Map<String, @Nullable Object> saveTask(Fields from) {
    if (!(RecordFields.read(from.object("task").values()) instanceof Task task)) {
      throw new CoachException(Kind.WRONG, "'task' should be a task");
    }
    checkName(task);
    boolean isNew = journal.byId(Task.class, task.id()).isEmpty();
    journal.write(
        List.of(new Change.Put(task)), (isNew ? "added" : "edited") + " the task " + task.name());
    coach.accept(new Input.TaskChanged(task));
    return one("task", RecordFields.of(task));
  }

  private void checkName(Task task) {
    String name = task.name();
    if (name.isBlank()
        || !name.equals(name.strip())
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(CoachService::misleads)) {
      throw new CoachException(
          Kind.WRONG,
          "a task's name should be 1 to "
              + LONGEST_NAME
              + " characters in one line, with no blank at either end and no control characters");
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

  /** Control characters, and those that turn the direction of what follows them. */
  private static boolean misleads(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private Map<String, @Nullable Object> archiveTask(Fields from) {
    Task task = tasks.named(from.text("task"));
    boolean archived = from.flag("archived");
    Task changed = task.withArchived(archived);
    if (!changed.equals(task)) {
      journal.write(
          List.of(new Change.Put(changed)),
          (archived ? "archived" : "brought back") + " the task " + task.name());
      coach.accept(new Input.TaskChanged(changed));
    }
    return one("task", RecordFields.of(changed));
  }

  private Map<String, @Nullable Object> undo() {
    return one(
        "undone",
        journal
            .undo()
            .orElseThrow(() -> new CoachException(Kind.NO, "there is no edit to take back")));
  }

  private Map<String, @Nullable Object> imported(Fields from) {
    List<Change> changes = new ArrayList<>();
    for (Fields record : from.objects("put")) {
      JournalRecord read = RecordFields.read(record.values());
      changes.add(new Change.Put(read));
    }
    return one("sequence", journal.write(changes, null));
  }

  private static Map<String, @Nullable Object> one(String name, @Nullable Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(name, value);
    return map;
  }
}
