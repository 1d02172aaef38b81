package app.respite.cli;

import app.respite.coach.review.Explained;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.text.EnumWords;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Prints what makes a shell offer commands, options, names and values. The script is made of the
 * tree of all commands, so that it knows them by itself; only for names and settings it asks the
 * program, which lists {@link Offers}.
 */
@Command(
    description =
        "Print what completes commands, options and names at the Tab key, for bash and zsh.")
final class CompletionScript extends BaseCommand {
  static final String NAME = "generate-completion";

  /** Belongs to every command; the script knows it by itself. */
  private static final String HOME = "--home";

  private static final String SCRIPT = "completion.sh";

  /** What a word or an option of this name takes, wherever it stands. */
  private static final Map<String, String> TAKEN =
      Map.ofEntries(
          Map.entry("TASK", names(Offers.TASKS)),
          Map.entry("--task", names(Offers.ALL_TASKS)),
          Map.entry("INTO", names(Offers.TASKS)),
          Map.entry("PLATFORM", names(Offers.PLATFORMS)),
          Map.entry("--platform", names(Offers.PLATFORMS)),
          Map.entry("--work", names(Offers.WORK)),
          Map.entry("--currency", names(Offers.CURRENCIES)),
          Map.entry("--set", "rules"),
          Map.entry("FILE", "files"),
          Map.entry("SCRIPT", "files"),
          Map.entry("DIR", "folders"),
          Map.entry("--explain", words(Explained.keys().stream())),
          Map.entry("--break", words(Stream.of(BreakKind.values()).map(EnumWords::of))),
          Map.entry(
              "--week-starts",
              words(Stream.of(DayOfWeek.values()).map(day -> EnumWords.of(day).substring(0, 3)))),
          Map.entry("D", words(Stream.of("today", "yesterday"))),
          Map.entry("M", words(Stream.of("this", "last"))),
          Map.entry("Q", words(Stream.of("this", "last"))),
          Map.entry("Y", words(Stream.of("this", "last"))));

  /** Which setting says how long that usually is. */
  private static final Map<String, String> LENGTHS =
      Map.of(
          "start --sprint", "sprint.length",
          "focus --sprint", "sprint.length",
          "focus --rest", "break.short",
          "break --for", "break.long",
          "took --for", "break.short",
          "postpone #0", "postpone.choices",
          "timesheet --round", "timesheet.round",
          "timesheet reported --round", "timesheet.round");

  private final Map<String, List<String>> below = new TreeMap<>();
  private final Map<String, List<String>> options = new TreeMap<>();
  private final Map<String, String> takes = new TreeMap<>();

  @Override
  public Integer call() {
    CommandSpec all = spec().root();
    add("", all);
    takes.put(" help #0", words(all.subcommands().keySet().stream()));
    String script =
        template()
            .replace("@BELOW@", cases("below", joined(below)))
            .replace("@OPTIONS@", cases("options", joined(options)))
            .replace("@TAKES@", cases("takes", takes))
            .replace(
                "@RULES@",
                SettingCatalog.perTask().stream()
                    .map(SettingKey::name)
                    .collect(Collectors.joining(" ")));
    out().print(script);
    out().flush();
    return OK;
  }

  private void add(String place, CommandSpec command) {
    List<String> commands = new ArrayList<>();
    command
        .subcommands()
        .forEach(
            (name, line) -> {
              CommandSpec inner = line.getCommandSpec();
              if (!inner.usageMessage().hidden()) {
                commands.add(name);
                add(place + " " + name, inner);
              }
            });
    below.put(place, commands);
    List<String> named = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      if (option.hidden()) {
        continue;
      }
      named.add(option.longestName());
      if (option.negatable()) {
        named.add(option.longestName().replaceFirst("^--", "--no-"));
      }
      if (option.arity().max() > 0 && !option.longestName().equals(HOME)) {
        take(place + " " + option.longestName(), option.longestName(), option);
      }
    }
    options.put(place, named);
    for (PositionalParamSpec word : command.positionalParameters()) {
      String which = word.index().isVariable() ? "*" : String.valueOf(word.index().min());
      take(place + " #" + which, word.paramLabel(), word);
    }
  }

  private void take(String place, String name, ArgSpec spec) {
    String label = spec.paramLabel();
    String own = LENGTHS.get(place.strip());
    String taken;
    if (own != null) {
      taken = "names " + Offers.RULE.word() + " " + own;
    } else if (TAKEN.containsKey(name)) {
      taken = Objects.requireNonNull(TAKEN.get(name));
    } else if (TAKEN.containsKey(label)) {
      taken = Objects.requireNonNull(TAKEN.get(label));
    } else if (label.contains("|")) {
      taken = words(Stream.of(label.split("[|]")));
    } else if (label.matches("\\d+[.][.]\\d+")) {
      taken = words(numbers(label));
    } else if (Durations.parse(label).isPresent()) {
      taken = words(Stream.of(label));
    } else {
      // Any word: said all the same, since what follows is no command.
      taken = "any";
    }
    takes.put(place, taken);
  }

  private static Stream<String> numbers(String range) {
    String[] ends = range.split("[.][.]");
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
        .mapToObj(Integer::toString);
  }

  private static Map<String, String> joined(Map<String, List<String>> lists) {
    Map<String, String> joined = new TreeMap<>();
    lists.forEach((place, list) -> joined.put(place, String.join(" ", list)));
    return joined;
  }

  private static String cases(String variable, Map<String, String> of) {
    return of.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> "  '" + one.getKey() + "') " + variable + "='" + one.getValue() + "' ;;")
        .collect(Collectors.joining("\n"));
  }

  private static String names(Offers kind) {
    return "names " + kind.word();
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" ", "words ", ""));
  }

  private static String template() {
    try (InputStream script = CompletionScript.class.getResourceAsStream(SCRIPT)) {
      return new String(
          Objects.requireNonNull(script, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
