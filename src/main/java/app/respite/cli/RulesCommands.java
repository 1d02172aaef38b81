package app.respite.cli;

import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.SettingsStore.Problem;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rules in force, whether a file of them is right, and what it would have changed. */
final class RulesCommands {
  private RulesCommands() {}

  @Command(
      description =
          "The rules in force, checking a file of them, and replaying your days under it.",
      subcommands = {Show.class, Check.class, PreviewCommand.class})
  static final class Rules extends BaseCommand {
    @Override
    public Integer call() {
      throw wrong(
          "say what to do: respite rules show, respite rules check FILE, or respite rules preview"
              + " FILE");
    }
  }

  private record Line(@Nullable String task, SettingKey<?> key, String value, String origin) {}

  @Command(name = "show", description = "Every rule with its value and where it comes from.")
  static final class Show extends BaseCommand {
    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      SettingsStore settings = world().settings();
      Loaded loaded = settings.load();
      List<Line> lines = new ArrayList<>();
      for (SettingKey<?> key : SettingCatalog.all()) {
        boolean set = loaded.preferences().set(null, key).isPresent();
        lines.add(
            new Line(null, key, value(loaded.preferences(), null, key), set ? "file" : "default"));
      }
      for (String task : loaded.preferences().tasks().stream().sorted().toList()) {
        for (SettingKey<?> key : SettingCatalog.perTask()) {
          if (loaded.preferences().set(task, key).isPresent()) {
            lines.add(new Line(task, key, value(loaded.preferences(), task, key), "file"));
          }
        }
      }
      if (json) {
        print(document(settings.file(), lines));
      } else {
        lines.forEach(this::show);
        out().println("# file: " + settings.file());
      }
      loaded.problems().forEach(problem -> err().println(at(settings.file(), problem)));
      return OK;
    }

    private void show(Line line) {
      String name =
          line.task() == null
              ? line.key().name()
              : "task." + line.task().replace(" ", "\\ ") + "." + line.key().name();
      out().println(name + " = " + line.value() + "   # " + line.origin());
    }

    private static Map<String, @Nullable Object> document(Path file, List<Line> lines) {
      Map<String, @Nullable Object> document = new LinkedHashMap<>();
      document.put("file", file);
      List<Object> rules = new ArrayList<>();
      for (Line line : lines) {
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("key", line.key().name());
        rule.put("task", line.task());
        rule.put("value", line.value());
        rule.put("from", line.origin());
        rule.put("default", line.key().fallbackText());
        rule.put("allowed", line.key().type().allowed());
        rule.put("help", line.key().help());
        rules.add(rule);
      }
      document.put("rules", rules);
      return document;
    }

    private static <T> String value(
        Preferences preferences, @Nullable String task, SettingKey<T> key) {
      Optional<T> own = preferences.set(task, key);
      return key.type().format(own.orElseGet(() -> preferences.get(key)));
    }
  }

  @Command(name = "check", description = "Whether a settings file is right, line by line.")
  static final class Check extends BaseCommand {
    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Override
    public Integer call() {
      if (!Files.isReadable(file)) {
        throw wrong("cannot read " + file + "; give the path of a settings file");
      }
      try (SettingsStore store = world().settings(file)) {
        Loaded loaded = store.load();
        List<Problem> problems =
            Stream.concat(loaded.problems().stream(), loaded.strangers().stream())
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
        problems.forEach(problem -> err().println(at(file, problem)));
        if (problems.isEmpty()) {
          out().println(file + ": all is well");
        }
        return problems.isEmpty() ? OK : WRONG;
      }
    }
  }

  /** A problem as one line, its place first. */
  static String at(Path file, Problem problem) {
    return file
        + (problem.line() > 0 ? ":" + problem.line() : "")
        + ": "
        + (problem.key().isEmpty() ? "" : problem.key() + ": ")
        + problem.message();
  }
}
