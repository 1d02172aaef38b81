package app.respite.cli;

import app.respite.coach.TaskStanding;
import app.respite.coach.Tasks;
import app.respite.coach.port.CoachLink;
import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sprints: begin, hold, go on, change, end. */
final class SessionCommands {
  private SessionCommands() {}

  /** A task of which the coach is only told the name; it looks the rest up. */
  static @Nullable Task called(@Nullable String name) {
    return name == null ? null : Task.named(new UUID(0, 0), name);
  }

  @Command(name = "start", description = "Start a sprint, and the coach if none runs.")
  static final class Start extends Call {
    @Parameters(arity = "0..1", paramLabel = "TASK", description = "Default: the last task.")
    @Nullable String task;

    @Option(
        names = "--sprint",
        paramLabel = "25m",
        converter = Lengths.class,
        description = "Length of this sprint.")
    @Nullable Duration sprint;

    @Option(names = "--flow", description = "Count up, without an end.")
    boolean flow;

    @Option(
        names = "--since",
        paramLabel = "09:40",
        description = "Count from then on what nothing counted, also in a pause.")
    @Nullable String since;

    @Override
    public Integer call() {
      if (flow && sprint != null) {
        throw wrong("--flow has no end, so it goes without --sprint; give one of them");
      }
      Instant from = since == null ? null : moments().moment(since);
      try (CoachLink coach = world().startedCoach()) {
        int status = drive(coach, new Input.Start(called(task), sprint, flow, from));
        if (status == OK) {
          tellStanding(coach.latest().snapshot().task());
        }
        return status;
      }
    }

    /** Where the task stands against its target, deadline and hours, if it has any (B63). */
    private void tellStanding(@Nullable String name) {
      try (World.Reading reading = world().reading()) {
        new Tasks(reading.journal())
            .find(String.valueOf(name))
            .flatMap(
                chosen ->
                    TaskStanding.of(
                            reading.journal(),
                            preferences(),
                            chosen,
                            world().clock().read().wall(),
                            world().clock().zone())
                        .sentence())
            .ifPresent(stands -> out().println(name + ": " + stands + "."));
      }
    }
  }

  @Command(name = "stop", description = "End the sprint and the session.")
  static final class Stop extends Call {
    @Override
    public Integer call() {
      return drive(new Input.Stop());
    }
  }

  @Command(name = "pause", description = "Hold the sprint.")
  static final class Pause extends Call {
    @Option(
        names = "--for",
        paramLabel = "30m",
        converter = Lengths.class,
        description = "Go on by itself after this long.")
    @Nullable Duration length;

    @Override
    public Integer call() {
      return drive(new Input.Pause(length));
    }
  }

  @Command(name = "resume", description = "Go on after a pause.")
  static final class Resume extends Call {
    @Override
    public Integer call() {
      return drive(new Input.Resume());
    }
  }

  @Command(name = "switch", description = "Go on with another task.")
  static final class Switch extends Call {
    @Parameters(paramLabel = "TASK")
    String task = "";

    @Override
    public Integer call() {
      return drive(new Input.SwitchTask(Task.named(new UUID(0, 0), task)));
    }
  }
}
