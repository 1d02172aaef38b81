package app.respite.cli;

import app.respite.coach.CoachCore;
import app.respite.coach.Learner;
import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Clock;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.KnowledgeFields;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.json.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * What the coach has worked out aside: a process that reads, computes, prints one line and ends.
 */
@Command(hidden = true, description = "Do one of the works that the coach has done aside.")
final class WorkerCommand extends BaseCommand {
  /** The coach waits no longer. */
  private static final Duration MOST = Duration.ofSeconds(20);

  @Parameters(paramLabel = "WORK", description = "learn or backup.")
  String work = "";

  @Override
  public Integer call() {
    return switch (work) {
      case "learn" -> learn(world(), out());
      case "backup" -> backup(world(), out());
      default -> throw wrong("there is no work '" + work + "'; give learn or backup");
    };
  }

  /** Checks the journal and backs it up where that is needed; prints the copy's name. */
  static int backup(ProgramServices world, PrintWriter out) {
    out.println(world.backups().daily().map(kept -> kept.file().toString()).orElse(""));
    return OK;
  }

  /**
   * Prints what the journal tells, and how long computing it took: reading the journal, starting
   * and printing left out.
   */
  static int learn(ProgramServices world, PrintWriter out) {
    world.endWithin(MOST);
    Preferences preferences = world.settings().load().preferences();
    Clock clock = world.clock();
    try (ProgramServices.Reading reading = world.reading()) {
      JournalReader journal = reading.journal();
      // The coach's own time may be ahead of the wall clock.
      Instant wall = clock.read().wall();
      Instant now = Interval.later(wall, journal.checkpoint().map(Checkpoint::at).orElse(wall));
      Learner.LearningInput input =
          new Learner(journal)
              .read(preferences, now, clock.zone(), CoachCore.openSpans(journal, preferences));
      Duration before = clock.read().monotonic();
      Knowledge knowledge = input.knowledge();
      Duration took = clock.read().monotonic().minus(before);
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("knowledge", KnowledgeFields.of(knowledge));
      answer.put("computeMillis", took.toMillis());
      out.println(Json.write(answer, ZoneOffset.UTC));
      return OK;
    }
  }
}
