package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.port.JournalReader;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.exchange.ImportOptions;
import app.respite.exchange.ImportReport;
import app.respite.exchange.ImportTarget;
import app.respite.exchange.Importer;
import app.respite.exchange.JournalExport;
import app.respite.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the coach wrote, exported, imported elsewhere and exported again, is the same to a byte. */
class RoundTripTest {
  private static final int RUNS = Integer.getInteger("respite.random-days", 400) / 4;

  /** A sprint begins behind a locked screen and is over before anybody is back: it has no work. */
  private static final String NO_WORK =
      """
      {"at":"2026-03-29T23:52:00-02:30","do":"start","task":"A"}
      {"after":"PT10M","do":"lock","on":true}
      {"after":"PT30M","do":"start","task":"B","sprint":"PT20M"}
      {"after":"PT0S","do":"lock","on":true}
      {"after":"PT3H","do":"active"}
      {"after":"PT5M","do":"start","task":"C"}
      {"after":"PT0S","do":"stop"}
      {"after":"PT5M","do":"end"}
      """;

  @TempDir Path folder;

  private static String export(JournalReader journal, ZoneId zone) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalExport.write(journal, null, zone, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private ImportReport take(Path file, InMemoryJournal into) {
    return new Importer()
        .run(
            file,
            ImportOptions.of(
                new UUID(0, 0), new UUID(1, 1), "salt", Instant.parse("2100-01-01T00:00:00Z")),
            ImportTarget.of(into, changes -> into.write(changes, null)));
  }

  private void comesBack(List<Map<String, Object>> lines, ZoneId zone, String as)
      throws IOException {
    InMemoryJournal here = new InMemoryJournal();
    Simulation.run(RandomScript.script(lines), Preferences.DEFAULTS, zone, here, told -> {});
    String first = export(here, zone);
    Path file = Files.writeString(folder.resolve("day.jsonl"), first);
    InMemoryJournal elsewhere = new InMemoryJournal();
    assertThat(take(file, elsewhere).refused()).as(as).isEmpty();
    assertThat(export(elsewhere, zone)).as(as).isEqualTo(first);
    long before = elsewhere.sequence();
    take(file, elsewhere);
    assertThat(elsewhere.sequence()).as("a second import, " + as).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/St_Johns", "Asia/Kathmandu"})
  void aSprintWithoutWorkGetsNoSpan(String zone) throws Exception {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : NO_WORK.lines().toList()) {
      lines.add(Json.readObject(line));
    }
    InMemoryJournal journal = new InMemoryJournal();
    Simulation.run(
        RandomScript.script(lines), Preferences.DEFAULTS, ZoneId.of(zone), journal, told -> {});
    assertThat(journal.all(Sprint.class)).anyMatch(sprint -> sprint.activeSeconds() == 0);
    assertThat(journal.all(Span.class)).noneMatch(span -> span.length().isZero());
    comesBack(lines, ZoneId.of(zone), "in " + zone);
  }

  @Test
  void randomDaysComeBackTheSame() throws Exception {
    for (long seed = 110_000; seed < 110_000 + RUNS; seed++) {
      comesBack(
          RandomScript.lines(seed),
          RandomScript.zone(seed),
          "seed " + seed + " in " + RandomScript.zone(seed));
    }
  }
}
