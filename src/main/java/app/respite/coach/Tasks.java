package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.JournalReader;
import app.respite.domain.text.EditDistance;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds tasks by the names users type. */
public final class Tasks {
  private static final int OFFERED = 3;

  private final JournalReader journal;

  public Tasks(JournalReader journal) {
    this.journal = journal;
  }

  /** Every task, archived ones too, by name. */
  public List<Task> all() {
    return journal.all(Task.class).stream()
        .sorted(
            Comparator.comparing((Task task) -> Names.key(task.name())).thenComparing(Task::name))
        .toList();
  }

  /** The tasks that can be chosen, by name. */
  public List<Task> open() {
    return all().stream().filter(task -> !task.archived()).toList();
  }

  /** The task of a name as a user typed it; empty where there is none. */
  public Optional<Task> find(String name) {
    List<Task> tasks = all();
    Optional<Task> exact = tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    String key = Names.key(name);
    return exact.or(
        () -> tasks.stream().filter(task -> Names.key(task.name()).equals(key)).findFirst());
  }

  /**
   * The task of a name.
   *
   * @throws CoachException of kind {@code WRONG} that offers the nearest names
   */
  public Task named(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /**
   * The task of a name, for work to begin on.
   *
   * @throws CoachException of kind {@code WRONG} where there is none, or it is archived
   */
  public Task toWorkOn(String name) {
    Task task = named(name);
    if (task.archived()) {
      throw new CoachException(
          Kind.WRONG,
          "the task '"
              + task.name()
              + "' is archived; bring it back with: respite task archive --undo "
              + quoted(task.name()));
    }
    return task;
  }

  private CoachException unknown(String name) {
    List<String> near = near(name);
    String offer =
        near.isEmpty()
            ? "add it with: respite task add " + quoted(name)
            : "did you mean "
                + String.join(" or ", near.stream().map(found -> "'" + found + "'").toList())
                + "? Add a new one with: respite task add "
                + quoted(name);
    return new CoachException(Kind.WRONG, "there is no task '" + name + "'; " + offer);
  }

  /** The nearest names, nearest first; none where none is near. */
  public List<String> near(String name) {
    record Near(String name, int distance) {}
    String wanted = Names.key(name);
    List<Near> found = new ArrayList<>();
    for (Task task : open()) {
      String folded = Names.key(task.name());
      boolean part = wanted.length() >= 2 && (folded.contains(wanted) || wanted.contains(folded));
      int distance = part ? 1 : EditDistance.between(wanted, folded);
      if (part || distance <= Math.max(2, folded.length() / 2)) {
        found.add(new Near(task.name(), distance));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(OFFERED)
        .map(Near::name)
        .toList();
  }

  /** The task of the last sprint, else the first one by name; empty where there is none. */
  public Optional<Task> usual(Instant now) {
    Optional<Task> last =
        journal
            .latest(Sprint.class, now)
            .flatMap(sprint -> journal.byId(Task.class, sprint.task()))
            .filter(task -> !task.archived());
    return last.or(() -> open().stream().findFirst());
  }

  static String quoted(String name) {
    return name.matches("[\\p{L}\\p{N}_.-]+") ? name : "\"" + name + "\"";
  }
}
