package app.respite.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands. */
final class CommandTree {
  private final Respite root;
  private final String build;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Consumer<Throwable> log;

  CommandTree(
      World.Maker maker, String build, PrintWriter out, PrintWriter err, Consumer<Throwable> log) {
    this.root = new Respite(maker);
    this.build = build;
    this.out = out;
    this.err = err;
    this.log = log;
  }

  /** Reads a call, runs it, gives its exit status. */
  int run(List<String> arguments) {
    CommandLine line = commandLine();
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler((bad, given) -> refuse(bad));
    line.setExecutionExceptionHandler((failed, command, parsed) -> Cli.fail(failed, err, log));
    try {
      return line.execute(arguments.toArray(String[]::new));
    } finally {
      Cli.close(root.opened(), log);
    }
  }

  private CommandLine commandLine() {
    CommandLine line = new CommandLine(root);
    line.getCommandSpec().version(build);
    for (String name : CoachCommands.NAMES) {
      line.addSubcommand(declared(Objects.requireNonNull(CoachCommands.named(name))).declared());
    }
    List.of(
            new DayCommand(),
            new FocusCommand(),
            new ProgramCommands.Coach(),
            new ProgramCommands.Face(),
            new WorkerCommand(),
            new TaskCommands.TaskCommand(),
            new LogCommands.Log(),
            new ReviewCommand(),
            new ExchangeCommands.Import(),
            new ExchangeCommands.Export(),
            new BackupCommands.Backup(),
            new BackupCommands.Restore(),
            new RulesCommands.Rules(),
            new SimulateCommand(),
            new DesktopCommands.AtLogin(),
            new DesktopCommands.Doctor(),
            new HelpCommand(),
            new GenerateCompletion())
        .forEach(line::addSubcommand);
    // A page or a folder may have the name of a command.
    line.setAllowSubcommandsAsOptionParameters(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setUsageHelpAutoWidth(false);
    return line;
  }

  private static DeclaredCommand declared(CoachCommand command) {
    return switch (command.name()) {
      case "start" -> new StartCommand(command);
      case "status" -> new ProgramCommands.Status(command);
      default -> new DeclaredCommand(command);
    };
  }

  private int refuse(ParameterException bad) {
    String name = bad.getCommandLine().getCommandSpec().qualifiedName(" ");
    String message = Cli.oneLine(String.valueOf(bad.getMessage())).replaceFirst("[.]$", "");
    if (bad instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String first = unmatched.getUnmatched().getFirst();
      List<String> near = unmatched.getSuggestions();
      message =
          (first.startsWith("-") ? "there is no option '" : "there is no command or word '")
              + first
              + "' here"
              + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near));
    }
    err.println(name + ": " + message + "; see: " + help(name));
    err.flush();
    return Cli.WRONG;
  }

  private static String help(String qualified) {
    String[] words = qualified.split(" ");
    return words.length == 2 ? words[0] + " help " + words[1] : qualified + " --help";
  }
}
