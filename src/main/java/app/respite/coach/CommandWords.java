package app.respite.coach;

import app.respite.coach.port.Fields;
import app.respite.coach.port.Reply;
import app.respite.coach.port.Told;
import app.respite.coach.words.Sentences;
import app.respite.domain.day.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line prints for a command, made where everything it tells of is known: a command
 * itself is a process that should start, print and be gone.
 */
final class CommandWords {
  private static final int DONE = 0;
  private static final int NO = 1;

  private CommandWords() {}

  /** The answer to a command in its fields. */
  static Map<String, @Nullable Object> told(
      Fields command, Reply reply, Sentences say, Tasks tasks, CoachService.Today today) {
    if (!reply.accepted()) {
      return answer(NO, List.of(), List.of(reply.refusal()));
    }
    List<String> out = new ArrayList<>();
    if (command.text("do").equals("item")) {
      out.add(counted(reply.update().snapshot(), today));
    }
    for (Told told : reply.events()) {
      String line = say.of(told);
      if (!line.isEmpty()) {
        out.add(line);
      }
    }
    if (out.isEmpty()) {
      out.add(say.status(reply.update()));
    }
    if (command.text("do").equals("day-end")) {
      out.add("See the day with: respite review");
      if (reply.update().snapshot().questions().evening()) {
        out.add("Answer with: respite check-in --fatigue 0..10, or: respite check-in --skip");
      }
    }
    String trouble = reply.update().trouble();
    Map<String, @Nullable Object> answer =
        answer(DONE, out, trouble.isEmpty() ? List.of() : List.of(trouble));
    if (command.text("do").equals("start")) {
      tasks
          .find(String.valueOf(reply.update().snapshot().task()))
          .filter(
              task -> task.target() != null || task.deadline() != null || task.hoursCap() != null)
          .ifPresent(task -> answer.put("standing", task.name()));
    }
    return answer;
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

  /** One line and nothing else. */
  static Map<String, @Nullable Object> lines(String line) {
    return answer(DONE, List.of(line), List.of());
  }

  private static Map<String, @Nullable Object> answer(
      int status, List<String> out, List<String> err) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("status", status);
    answer.put("out", out);
    answer.put("err", err);
    return answer;
  }
}
