package app.respite.desktop.any;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Small programs of the system that are asked for one thing and end. */
public final class Child {
  private static final int MOST_BYTES = 4096;

  private Child() {}

  /**
   * What came of one.
   *
   * @param ended whether it ended by itself, in time and with success
   * @param text the first of what it printed, stripped; empty where it did not end
   */
  public record Outcome(boolean ended, String text) {}

  /** Whether a program is installed. */
  public static boolean isThere(Map<String, String> environment, String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(":")) {
      try {
        if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, program))) {
          return true;
        }
      } catch (InvalidPathException odd) {
        // no place of programs, whatever it is
      }
    }
    return false;
  }

  /** Runs a program and waits for its end, which comes by force where it takes longer. */
  public static Outcome run(
      Map<String, String> environment, Duration atMost, List<String> command) {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      builder.environment().putAll(environment);
      process =
          builder
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException | IllegalArgumentException none) {
      return new Outcome(false, "");
    }
    // What it prints fits into a pipe, and what does not is not wanted: so wait first, then read.
    try (InputStream out = process.getInputStream()) {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
        return new Outcome(false, "");
      }
      // A child of the child may hold the pipe open: only what is there is read.
      byte[] text = out.readNBytes(Math.min(out.available(), MOST_BYTES));
      return new Outcome(true, new String(text, UTF_8).strip());
    } catch (IOException failed) {
      return new Outcome(false, "");
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "");
    } finally {
      process.destroyForcibly();
    }
  }
}
