package app.respite.cli;

import app.respite.cli.text.Columns;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands. */
final class CommandTree {
  private record Named(String name, Supplier<BaseCommand> maker) {}

  /** How help groups them; what is in none is told last. */
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("Work", List.of("start", "stop", "pause", "resume", "switch", "status", "focus"));
    GROUPS.put(
        "Breaks",
        List.of(
            "break",
            "accept",
            "postpone",
            "skip",
            "end-break",
            "tired",
            "took",
            "quiet",
            "meeting"));
    GROUPS.put("Items and tasks", List.of("item", "claim", "submitted", "task", "decide"));
    GROUPS.put("Answers", List.of("check-in", "take", "dismiss", "recover", "day"));
    GROUPS.put("Review and journal", List.of("review", "log", "import", "export"));
    GROUPS.put("Money and hours", List.of("money", "paid", "platform", "timesheet"));
    GROUPS.put("Rules", List.of("rules", "simulate"));
  }

  private static final String OTHERS = "The program";

  /** The commands that are more than a word to the coach, in the order that help tells them. */
  private static final List<Named> COMMANDS =
      List.of(
          new Named("day", DayCommand::new),
          new Named("focus", FocusCommand::new),
          new Named("coach", ProgramCommands.Coach::new),
          new Named("face", ProgramCommands.Face::new),
          new Named("worker", WorkerCommand::new),
          new Named("task", TaskCommands.TaskCommand::new),
          new Named("log", LogCommands.Log::new),
          new Named("decide", DecideCommand::new),
          new Named("review", ReviewCommand::new),
          new Named("money", MoneyCommand::new),
          new Named("paid", PaidCommand::new),
          new Named("platform", PlatformCommands.PlatformCommand::new),
          new Named("timesheet", TimesheetCommand::new),
          new Named("import", ExchangeCommands.Import::new),
          new Named("export", ExchangeCommands.Export::new),
          new Named("backup", BackupCommands.Backup::new),
          new Named("restore", BackupCommands.Restore::new),
          new Named("rules", RulesCommands.Rules::new),
          new Named("simulate", SimulateCommand::new),
          new Named("autostart", DesktopCommands.AtLogin::new),
          new Named("doctor", DesktopCommands.Doctor::new));

  private static final int WIDTH = 80;

  private final Respite root;
  private final String build;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Consumer<Throwable> log;

  CommandTree(
      ProgramServices.Maker maker,
      String build,
      PrintWriter out,
      PrintWriter err,
      Consumer<Throwable> log) {
    this.root = new Respite(maker);
    this.build = build;
    this.out = out;
    this.err = err;
    this.log = log;
  }

  /** Reads a call, runs it, gives its exit status. */
  int run(List<String> arguments) {
    CommandLine line = commandLine(arguments);
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

  private CommandLine commandLine(List<String> arguments) {
    CommandLine line = new CommandLine(root);
    line.getCommandSpec().version(build);
    String wanted = arguments.isEmpty() ? "" : arguments.getFirst();
    // To describe a command takes longer than most of them run: one that is called by its name
    // is described alone. What speaks of all of them, help and advice on a wrong word, gets all.
    boolean one = isCommand(wanted);
    CoachCommands.NAMES.stream()
        .filter(name -> !one || name.equals(wanted))
        .forEach(name -> line.addSubcommand(declared(name).declared()));
    COMMANDS.stream()
        .filter(named -> !one || named.name().equals(wanted))
        .forEach(named -> line.addSubcommand(named.name(), named.maker().get()));
    if (!one) {
      line.addSubcommand(new HelpCommand());
      line.addSubcommand(CompletionScript.NAME, new CompletionScript());
    }
    // A page or a folder may have the name of a command.
    line.setAllowSubcommandsAsOptionParameters(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setUsageHelpAutoWidth(false);
    line.registerConverter(int.class, CommandTree::whole);
    line.registerConverter(Integer.class, CommandTree::whole);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandTree::grouped);
    return line;
  }

  /** A number in the program's own words where it is none. */
  private static Integer whole(String typed) {
    try {
      return Integer.valueOf(typed);
    } catch (NumberFormatException none) {
      throw new TypeConversionException(
          "'" + typed + "' is " + (typed.matches("[0-9]+") ? "too large" : "no whole number"));
    }
  }

  private static String grouped(Help help) {
    Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
    int width = left.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (title, names) -> {
          Map<String, Help> group = new LinkedHashMap<>();
          names.forEach(
              name -> Optional.ofNullable(left.remove(name)).ifPresent(c -> group.put(name, c)));
          add(text, title, group, width);
        });
    add(text, OTHERS, left, width);
    return text.toString();
  }

  private static void add(StringBuilder text, String title, Map<String, Help> group, int width) {
    if (!group.isEmpty()) {
      text.append(title).append(':').append(System.lineSeparator());
    }
    group.forEach(
        (name, command) ->
            Columns.wrap(
                    "  " + name + " ".repeat(width - name.length()),
                    width + 4,
                    first(command.commandSpec().usageMessage().description()),
                    WIDTH)
                .forEach(line -> text.append(line).append(System.lineSeparator())));
  }

  /** What follows the first sentence is told in the command's own help. */
  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0];
  }

  private static boolean isCommand(String word) {
    return CoachCommands.NAMES.contains(word)
        || COMMANDS.stream().anyMatch(named -> named.name().equals(word));
  }

  private static DeclaredCommand declared(String name) {
    CoachCommand command = Objects.requireNonNull(CoachCommands.named(name), name);
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
