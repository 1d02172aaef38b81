package app.respite.coach;

import app.respite.coach.port.CoachRequest.Lines;
import app.respite.coach.port.Reply;
import app.respite.coach.words.Sentences;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line prints for a command, made where everything it tells of is known: a command
 * itself is a process that should start, print and be gone.
 */
final class CommandWords {
  private static final int DONE = 0;
  private static final int NO = 1;

  private CommandWords() {}

  /** The answer to a command. */
  static Lines told(
      Input.Command command, Reply reply, Sentences say, Tasks tasks, CoachService.Today today) {
    if (!reply.accepted()) {
      return new Lines(NO, List.of(), List.of(reply.refusal()), null);
    }
    List<String> out = new ArrayList<>();
    if (command instanceof Input.Items) {
      out.add(counted(reply.update().snapshot(), today));
    }
    for (Event told : reply.events()) {
      String line = say.of(told);
      if (!line.isEmpty()) {
        out.add(line);
      }
    }
    if (command instanceof Input.CheckIn told) {
      out.addFirst(saved(told));
    }
    Instant until = reply.update().snapshot().claimedUntil();
    if (command instanceof Input.Claim && until != null) {
      out.addFirst("Claimed until " + say.clock(until) + ".");
    }
    if (out.isEmpty()) {
      out.add(say.status(reply.update()));
    }
    if (command instanceof Input.DayEnd) {
      out.add("See the day with: respite review");
      if (reply.update().snapshot().questions().evening()) {
        out.add("Answer with: respite check-in --fatigue 0..10, or: respite check-in --skip");
      }
    }
    String trouble = reply.update().trouble();
    return new Lines(
        DONE,
        out,
        trouble.isEmpty() ? List.of() : List.of(trouble),
        command instanceof Input.Start ? standing(reply, tasks) : null);
  }

  /** The task that was begun, where it has more to be told of. */
  private static @Nullable String standing(Reply reply, Tasks tasks) {
    return tasks
        .find(String.valueOf(reply.update().snapshot().task()))
        .filter(task -> task.target() != null || task.deadline() != null || task.hoursCap() != null)
        .map(Task::name)
        .orElse(null);
  }

  /** What has been counted: in the sprint that runs or ended last, and on the whole day. */
  private static String counted(Snapshot now, CoachService.Today today) {
    String task = now.task() == null ? "Items" : now.task();
    boolean runs = now.state() == Snapshot.Mode.SPRINT || now.state() == Snapshot.Mode.PAUSED;
    return task
        + ": "
        + now.items()
        + (runs ? " in this sprint, " : " in the last sprint, ")
        + today.items()
        + " today";
  }

  /** What a check-in told, as it is kept. */
  private static String saved(Input.CheckIn told) {
    List<String> parts = new ArrayList<>();
    part(parts, "tiredness ", told.fatigue(), "/10");
    part(parts, "effort ", told.effort(), "/10");
    if (told.items() != null) {
      parts.add(Figures.count(told.items(), "item"));
    }
    part(parts, "", told.rejected(), " rejected");
    part(parts, "worn down ", told.burnout(), "/5");
    if (told.note() != null) {
      parts.add("a note");
    }
    return "Saved: " + String.join(", ", parts) + ".";
  }

  private static void part(
      List<String> parts, String before, @Nullable Integer figure, String after) {
    if (figure != null) {
      parts.add(before + figure + after);
    }
  }

  /** One line and nothing else. */
  static Lines lines(String line) {
    return new Lines(DONE, List.of(line), List.of(), null);
  }
}
