package app.respite.cli;

import app.respite.domain.day.Input;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaks: ask for one, answer for one, come back from one. */
final class BreakCommands {
  private BreakCommands() {}

  @Command(name = "break", description = "Take a break now.")
  static final class Break extends Call {
    @Option(names = "--for", paramLabel = "10m", converter = Lengths.class)
    @Nullable Duration length;

    @Override
    public Integer call() {
      return drive(new Input.TakeBreak(length));
    }
  }

  @Command(name = "accept", description = "Take the break that is due.")
  static final class Accept extends Call {
    @Override
    public Integer call() {
      return drive(new Input.Accept());
    }
  }

  @Command(name = "postpone", description = "Put the break off.")
  static final class Postpone extends Call {
    @Parameters(arity = "0..1", paramLabel = "5m", converter = Lengths.class)
    @Nullable Duration length;

    @Override
    public Integer call() {
      return drive(new Input.Postpone(length));
    }
  }

  @Command(name = "skip", description = "Do without the break.")
  static final class Skip extends Call {
    @Override
    public Integer call() {
      return drive(new Input.Skip());
    }
  }

  @Command(name = "end-break", description = "Come back from a break.")
  static final class EndBreak extends Call {
    @Option(names = "--emergency", description = "The way out of a strict break; always works.")
    boolean emergency;

    @Override
    public Integer call() {
      return drive(new Input.EndBreak(emergency));
    }
  }

  @Command(name = "tired", description = "I am tired now: a break, at once.")
  static final class Tired extends Call {
    @Override
    public Integer call() {
      return drive(new Input.Tired());
    }
  }

  @Command(name = "took", description = "I already took a break just now.")
  static final class Took extends Call {
    @Option(names = "--for", paramLabel = "5m", converter = Lengths.class)
    @Nullable Duration length;

    @Override
    public Integer call() {
      return drive(new Input.Took(length));
    }
  }
}
