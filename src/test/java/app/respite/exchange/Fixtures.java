package app.respite.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** What most tests of imports need. */
final class Fixtures {
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  static final UUID TASK = new UUID(1, 1);

  private Fixtures() {}

  static ImportOptions options() {
    return ImportOptions.of(TASK, new UUID(2, 2), "salt", NOW);
  }

  static Path file(Path folder, String name, String text) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  static ImportReport run(Path file, ImportTarget target) {
    return new Importer().run(file, options(), target);
  }
}
