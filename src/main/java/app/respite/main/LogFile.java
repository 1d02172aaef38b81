package app.respite.main;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The program's log: a line each, what no user needs to see. Never larger than twice {@link
 * #MOST_BYTES}. A log that cannot be written is done without.
 */
final class LogFile {
  private static final long MOST_BYTES = 512 * 1024;

  private final Path file;
  private boolean begun;

  LogFile(Path file) {
    this.file = file;
  }

  /** The file. */
  Path file() {
    return file;
  }

  /** Whether it is there, for others to write into it too. */
  boolean usable() {
    try {
      PrivateFolder.file(file);
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      return true;
    } catch (IOException none) {
      return false;
    }
  }

  /** Writes a line. */
  synchronized void line(String text) {
    if (!file.isAbsolute() || (begun && Files.notExists(file.resolveSibling("")))) {
      // Nobody's, or of a home that was removed and is not to come back for a line.
      return;
    }
    begun = true;
    try {
      PrivateFolder.file(file);
      if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        PrivateFolder.file(file);
      }
      Files.writeString(
          file,
          Instant.now().truncatedTo(ChronoUnit.MILLIS)
              + " "
              + ProcessHandle.current().pid()
              + " "
              + text
              + System.lineSeparator(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException full) {
      // There is nobody left to tell; the program matters more than its log.
      return;
    }
  }

  /** Writes down what went wrong inside, in full. */
  void failure(Throwable failed) {
    StringWriter text = new StringWriter();
    failed.printStackTrace(new PrintWriter(text));
    line(text.toString().strip());
  }
}
