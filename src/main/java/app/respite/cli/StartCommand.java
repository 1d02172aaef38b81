package app.respite.cli;

import app.respite.coach.TaskStanding;
import app.respite.coach.Tasks;
import app.respite.domain.setting.Preferences;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Start a sprint, and the coach if none runs. */
final class StartCommand extends DeclaredCommand {
  StartCommand(CoachCommand command) {
    super(command);
  }

  @Override
  public Integer call() {
    Map<String, @Nullable Object> fields = fields();
    world().startedCoach().close();
    CoachTalk.Outcome outcome = talk().tell(fields);
    tellStanding(outcome, world(), out());
    return outcome.status();
  }

  /** Where the task stands against its target, deadline and hours, if it has any (B63). */
  static void tellStanding(CoachTalk.Outcome outcome, ProgramServices world, PrintWriter out) {
    String name = outcome.standing();
    if (name == null) {
      return;
    }
    Preferences preferences = world.settings().load().preferences();
    ZoneId zone = world.clock().zone();
    try (ProgramServices.Reading reading = world.reading()) {
      new Tasks(reading.journal())
          .find(name)
          .flatMap(
              task ->
                  TaskStanding.of(
                          reading.journal(), preferences, task, world.clock().read().wall(), zone)
                      .sentence())
          .ifPresent(stands -> out.println(name + ": " + stands + "."));
    }
  }
}
