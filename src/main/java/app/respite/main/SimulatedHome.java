package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Journal;
import app.respite.coach.port.Reason;
import app.respite.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A home that only simulations write to; marked, so that none ever touches a user's own. */
record SimulatedHome(Path folder) {
  private static final String MARK = "simulated";

  /**
   * An empty journal in this home.
   *
   * @throws CoachException of kind {@code WRONG} where the home holds anything of a user's
   */
  Journal open() {
    try {
      PrivateFolder.make(folder);
      Path mark = folder.resolve(MARK);
      if (Files.exists(mark)) {
        clear();
      } else if (!list().isEmpty()) {
        throw new CoachException(
            Kind.WRONG,
            folder + " is neither empty nor made by simulate; give another folder with --home");
      }
      Files.writeString(mark, "Made by respite simulate, which begins it anew each time.\n");
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot make the home " + folder + ": " + Reason.of(failed), failed);
    }
    return SqliteJournal.open(folder.resolve("journal.db"));
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private void clear() throws IOException {
    for (Path file : list()) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith("journal.db")) {
        Files.delete(file);
      }
    }
  }
}
