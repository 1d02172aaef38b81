package app.respite.cli;

import app.respite.coach.ReviewService;
import app.respite.coach.Tasks;
import app.respite.coach.port.CoachRequest;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a platform decided late. */
@Command(
    name = "decide",
    description = {
      "Tell what a platform decided of a stretch of days, all at once.",
      "What was typed for single sprints stays and counts in the number; the rest of it is spread"
          + " evenly over the others. Telling it again for the same days takes its place."
    })
final class DecideCommand extends BaseCommand {
  @Parameters(paramLabel = "TASK", arity = "0..1", description = "The task it is about.")
  @Nullable String task;

  @Option(names = "--platform", paramLabel = "P", description = "All its tasks together.")
  @Nullable String platform;

  @Option(names = "--from", paramLabel = "D", description = "First day (default: the last one).")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
  @Nullable String to;

  @Option(names = "--rejected", paramLabel = "N", description = "So many were rejected.")
  @Nullable Integer rejected;

  @Option(names = "--accepted", paramLabel = "N", description = "So many were accepted.")
  @Nullable Integer accepted;

  @Option(names = "--all-accepted", description = "None was rejected.")
  boolean allAccepted;

  @Override
  public Integer call() {
    int number = number();
    if ((task == null) == (platform == null)) {
      throw wrong("name a task, or a platform: decide TASK or decide --platform P");
    }
    DayRange days = range(from, to);
    LocalDate first = days.first();
    LocalDate last = days.last();
    checkDays(first, last);
    Map<UUID, Integer> items = new HashMap<>();
    List<Task> tasks;
    try (ProgramServices.Reading reading = world().reading()) {
      tasks = tasks(new Tasks(reading.journal()));
      for (TaskFigures figures :
          ReviewService.figures(
                  reading.journal(), preferences(), first, last, world().clock().zone())
              .tasks()) {
        items.put(figures.id(), figures.items());
      }
    }
    int all = tasks.stream().mapToInt(one -> items.getOrDefault(one.id(), 0)).sum();
    if (all == 0) {
      err().println("respite: no items were counted from " + first + " to " + last);
      return NO;
    }
    if (number > all) {
      throw wrong(
          number
              + " are more than the "
              + Figures.count(all, "item")
              + " counted from "
              + first
              + " to "
              + last);
    }
    ask(new CoachRequest.SaveVerdicts(verdicts(tasks, items, number, first, last)));
    out()
        .println(
            Figures.count(all, "item")
                + " from "
                + first
                + " to "
                + last
                + ": "
                + (accepted == null ? number + " rejected" : number + " accepted")
                + ". Take it back with: respite log undo");
    return OK;
  }

  private int number() {
    int given = (rejected == null ? 0 : 1) + (accepted == null ? 0 : 1) + (allAccepted ? 1 : 0);
    if (given != 1) {
      throw wrong("say one of --rejected N, --accepted N or --all-accepted");
    }
    int number = accepted == null ? (rejected == null ? 0 : rejected) : accepted;
    if (number < 0) {
      throw wrong("a number of items is 0 or more: " + number);
    }
    return number;
  }

  private List<Task> tasks(Tasks known) {
    if (task != null) {
      return List.of(known.named(task));
    }
    String key = Names.key(String.valueOf(platform));
    List<Task> found =
        known.all().stream().filter(one -> Names.key(one.platform()).equals(key)).toList();
    if (found.isEmpty()) {
      throw wrong("no task is on the platform '" + platform + "'; see: respite task list");
    }
    return found;
  }

  /** A number for a whole platform is shared out by the items that each of its tasks has. */
  private List<Verdict> verdicts(
      List<Task> tasks, Map<UUID, Integer> items, int number, LocalDate first, LocalDate last) {
    Instant now = world().clock().read().wall();
    long all = tasks.stream().mapToLong(one -> items.getOrDefault(one.id(), 0)).sum();
    List<Verdict> verdicts = new ArrayList<>();
    long before = 0;
    for (Task one : tasks) {
      long after = before + items.getOrDefault(one.id(), 0);
      if (after > before) {
        int share = Math.toIntExact(after * number / all - before * number / all);
        verdicts.add(
            new Verdict(
                UUID.randomUUID(),
                one.id(),
                first,
                last,
                accepted == null ? null : (Integer) share,
                accepted == null ? (Integer) share : null,
                now));
      }
      before = after;
    }
    return verdicts;
  }
}
