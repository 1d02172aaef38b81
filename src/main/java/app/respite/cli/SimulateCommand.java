package app.respite.cli;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Journal;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.Told;
import app.respite.coach.port.UpdateFields;
import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Script.BadScript;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.setting.Preferences;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A working day in milliseconds. */
@Command(name = "simulate", description = "Run a working day from a script on a simulated clock.")
final class SimulateCommand extends Call {
  @Parameters(paramLabel = "SCRIPT", description = "JSON lines, the last is {\"do\":\"end\"}.")
  Path script = Path.of("");

  @Option(names = "--settings", paramLabel = "FILE", description = "Default: the defaults.")
  @Nullable Path settings;

  @Option(names = "--zone", paramLabel = "Z", description = "Default: as the first line says.")
  @Nullable String zone;

  @Override
  public Integer call() {
    Script read = read();
    Preferences preferences = preferencesOf(settings);
    ZoneId where = zone == null ? read.zone() : zoneOf(zone);
    if (!homeChosen()) {
      run(read, preferences, where, new InMemoryJournal());
    } else {
      try (Journal journal = world().simulated()) {
        run(read, preferences, where, journal);
      }
    }
    out().flush();
    return OK;
  }

  private void run(Script read, Preferences preferences, ZoneId where, Journal journal) {
    Simulation.run(
        read,
        preferences,
        where,
        journal,
        happening -> out().println(Json.write(UpdateFields.told(Told.of(happening)), where)));
  }

  private Script read() {
    Script.Builder lines = new Script.Builder();
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(script, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (!text.isBlank() && !text.strip().startsWith("#")) {
          lines.add(number, Json.readObject(text));
        }
      }
      return lines.build(number);
    } catch (BadScript bad) {
      throw wrong(script + ":" + bad.line() + ": " + bad.getMessage());
    } catch (JsonException bad) {
      throw wrong(script + ":" + number + ": " + bad.getMessage());
    } catch (CharacterCodingException bad) {
      throw wrong(script + ":" + (number + 1) + ": not UTF-8; save the script as UTF-8");
    } catch (IOException failed) {
      throw new CoachException(
          Kind.WRONG, "cannot read the script " + script + "; give the path of a file", failed);
    }
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
      loaded
          .problems()
          .forEach(
              problem ->
                  err()
                      .println(
                          file
                              + (problem.line() > 0 ? ":" + problem.line() : "")
                              + ": "
                              + problem.message()));
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
