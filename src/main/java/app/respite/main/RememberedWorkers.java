package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Reason;
import app.respite.exchange.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who the user is in each source, in the file {@code worker.names} of the data folder: a hash and
 * the source a line. What is no such line is passed over.
 */
final class RememberedWorkers implements Identities {
  private final Path folder;
  private final Path file;

  RememberedWorkers(Path data) {
    folder = data;
    file = data.resolve("worker.names");
  }

  @Override
  public Set<String> known(String source) {
    Set<String> hashes = new LinkedHashSet<>();
    for (String line : lines()) {
      if (sourceOf(line).equals(source)) {
        hashes.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return hashes;
  }

  @Override
  public void remember(Set<String> sources, Set<String> hashes) {
    List<String> lines = new ArrayList<>();
    for (String line : lines()) {
      if (!sources.contains(sourceOf(line))) {
        lines.add(line);
      }
    }
    for (String source : sources) {
      hashes.forEach(hash -> lines.add(hash + " " + source));
    }
    try {
      PrivateFolder.make(folder);
      Path part = Files.createTempFile(folder, "worker", ".part");
      try {
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failed) {
      throw trouble(failed);
    }
  }

  private static String sourceOf(String line) {
    int blank = line.indexOf(' ');
    return blank < 0 ? "" : line.substring(blank + 1);
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failed) {
      throw trouble(failed);
    }
  }

  private CoachException trouble(IOException failed) {
    return new CoachException(
        Kind.STORE, "cannot read or write " + file + ": " + Reason.of(failed), failed);
  }
}
