package app.respite.cli;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.SettingsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.function.Consumer;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: reads a call, runs it, gives its exit status. Never a stack trace. */
public final class Cli {
  private static final int WRONG = 2;
  private static final int STORE = 3;

  private Cli() {}

  /**
   * Runs a call.
   *
   * @param build name of this build, for {@code --version}
   * @param log takes what went wrong inside, in full
   * @return the exit status
   */
  public static int run(
      List<String> arguments, World.Maker maker, String build, Consumer<Throwable> log) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    Respite root = new Respite(maker);
    CommandLine line = commandLine(root, build);
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler((bad, given) -> refuse(bad, err));
    line.setExecutionExceptionHandler((failed, command, parsed) -> fail(failed, err, log));
    try {
      return line.execute(arguments.toArray(String[]::new));
    } catch (InvalidPathException bad) {
      return refuse(bad, err);
    } finally {
      try {
        root.close();
      } catch (RuntimeException failed) {
        log.accept(failed);
      }
      out.flush();
      err.flush();
    }
  }

  private static CommandLine commandLine(Respite root, String build) {
    CommandLine line = new CommandLine(root);
    line.getCommandSpec().version(build);
    List.of(
            new SessionCommands.Start(),
            new SessionCommands.Stop(),
            new SessionCommands.Pause(),
            new SessionCommands.Resume(),
            new SessionCommands.Switch(),
            new BreakCommands.Break(),
            new BreakCommands.Accept(),
            new BreakCommands.Postpone(),
            new BreakCommands.Skip(),
            new BreakCommands.EndBreak(),
            new BreakCommands.Tired(),
            new BreakCommands.Took(),
            new NoteCommands.Item(),
            new NoteCommands.Claim(),
            new NoteCommands.Submitted(),
            new NoteCommands.CheckIn(),
            new NoteCommands.Quiet(),
            new NoteCommands.Meeting(),
            new NoteCommands.Recover(),
            new NoteCommands.Day(),
            new ProgramCommands.Status(),
            new FocusCommand(),
            new ProgramCommands.Coach(),
            new ProgramCommands.Quit(),
            new ProgramCommands.Face(),
            new TaskCommands.TaskCommand(),
            new LogCommands.Log(),
            new ReviewCommand(),
            new ExchangeCommands.Import(),
            new ExchangeCommands.Export(),
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

  private static int refuse(ParameterException bad, PrintWriter err) {
    String name = bad.getCommandLine().getCommandSpec().qualifiedName(" ");
    String message = oneLine(String.valueOf(bad.getMessage())).replaceFirst("[.]$", "");
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
    return WRONG;
  }

  /** One line for a path of the call or its environment that this system cannot write down. */
  public static int refuse(InvalidPathException bad) {
    return refuse(bad, writer(FileDescriptor.err));
  }

  private static int refuse(InvalidPathException bad, PrintWriter err) {
    err.println(
        "respite: '"
            + visible(bad.getInput())
            + "' is no path here ("
            + bad.getReason()
            + "); give another one, or set LC_ALL to a locale with UTF-8, such as C.UTF-8");
    err.flush();
    return WRONG;
  }

  private static String help(String qualified) {
    String[] words = qualified.split(" ");
    return words.length == 2 ? words[0] + " help " + words[1] : qualified + " --help";
  }

  private static int fail(Exception failed, PrintWriter err, Consumer<Throwable> log) {
    return switch (failed) {
      case CoachException known -> say(known, known.kind().exitStatus(), err);
      case JournalException known -> say(known, STORE, err);
      case SettingsException known -> say(known, STORE, err);
      default -> {
        log.accept(failed);
        err.println(
            "respite: something went wrong inside ("
                + failed.getClass().getSimpleName()
                + "); nothing was lost, the details are in respite.log of the home");
        err.flush();
        yield STORE;
      }
    };
  }

  private static int say(Exception known, int status, PrintWriter err) {
    err.println("respite: " + oneLine(String.valueOf(known.getMessage())));
    err.flush();
    return status;
  }

  private static String oneLine(String text) {
    return visible(text.strip().replaceAll("\\s*\\R\\s*", "; "));
  }

  /** What was typed may hold what steers a terminal; an error must not pass that on. */
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "?");
  }

  /** UTF-8 whatever the locale says, because task names are. */
  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }
}
