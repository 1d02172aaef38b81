package app.respite.cli;

import app.respite.cli.simulate.EventJson;
import app.respite.cli.simulate.ScriptFile;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.port.Journal;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.setting.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A working day in milliseconds. */
@Command(description = "Run a working day from a script on a simulated clock.")
final class SimulateCommand extends BaseCommand {
  @Parameters(paramLabel = "SCRIPT", description = "JSON lines, the last is {\"do\":\"end\"}.")
  Path script = Path.of("");

  @Option(names = "--settings", paramLabel = "FILE", description = "Default: the defaults.")
  @Nullable Path settings;

  @Option(names = "--zone", paramLabel = "Z", description = "Default: as the first line says.")
  @Nullable String zone;

  @Override
  public Integer call() {
    Script read;
    try {
      read = ScriptFile.read(script);
    } catch (ScriptFile.Unreadable bad) {
      // The place comes first, as compilers have it, so that tools can jump to it.
      err().println(bad.getMessage());
      return WRONG;
    }
    Preferences preferences = preferencesOf(settings);
    ZoneId where = zone == null ? read.zone() : zoneOf(zone);
    InMemoryJournal journal = new InMemoryJournal();
    if (!homeChosen()) {
      run(read, preferences, where, journal);
    } else {
      // Refused, if it is, before anything runs; written once, since nobody waits for each step.
      try (Journal kept = world().simulated()) {
        run(read, preferences, where, journal);
        journal.copyTo(kept);
      }
    }
    out().flush();
    return OK;
  }

  private void run(Script read, Preferences preferences, ZoneId where, Journal journal) {
    Simulation.run(
        read, preferences, where, journal, timed -> out().println(EventJson.line(timed, where)));
  }

  private Preferences preferencesOf(@Nullable Path file) {
    if (file == null) {
      return Preferences.DEFAULTS;
    }
    if (!Files.isReadable(file)) {
      throw wrong("cannot read " + file + "; give the path of a settings file");
    }
    try (SettingsStore store = world().settings(file)) {
      Loaded loaded = store.load();
      loaded.problems().forEach(problem -> err().println(RulesCommands.at(file, problem)));
      return loaded.preferences();
    }
  }

  private static ZoneId zoneOf(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException bad) {
      throw wrong("'" + name + "' is no time zone; write one like Europe/Berlin");
    }
  }
}
