package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.CoachLink;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged program, run as its users run it, in a home of its own. */
final class RealProgram implements AutoCloseable {
  /** What a run left behind. */
  record Run(int status, String out, String err) {
    Run ok() {
      assertThat(status).as(out + err).isZero();
      return this;
    }

    /** It failed with a status and one line that says so. */
    Run failed(int expected, String... words) {
      assertThat(status).as(out + err).isEqualTo(expected);
      assertThat(err.strip().lines()).as(err).hasSize(1);
      for (String word : words) {
        assertThat(err).contains(word);
      }
      assertThat(err).doesNotContain("Exception").doesNotContain("\tat ");
      return this;
    }
  }

  private final Path home;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Path folder;
  private int runs;

  RealProgram(Path home, String... options) {
    this.home = home;
    this.options.addAll(List.of(options));
    environment.put("RESPITE_HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", home.resolveSibling("run").toString());
    environment.put("DISPLAY", "");
    environment.put("XDG_CACHE_HOME", Path.of("target", "test-cache").toAbsolutePath().toString());
  }

  /** Sets a variable of its environment; an empty one is one that is not there. */
  RealProgram with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Sets the folder it is called in. */
  RealProgram in(Path working) {
    folder = working;
    return this;
  }

  Path home() {
    return home;
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add("-jar");
    command.add(System.getProperty("respite.jar"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Starts a process; its output goes to files. */
  Process start(Path out, String... arguments) throws IOException {
    return prepared(out, arguments).redirectOutput(out.toFile()).start();
  }

  /** Starts a process whose output goes to some file, and what it complains of beside another. */
  Process start(Path out, Path to, String... arguments) throws IOException {
    return prepared(out, arguments).redirectOutput(to.toFile()).start();
  }

  /** Starts a process whose output nobody reads to the end; what it complains of is in a file. */
  Process startIntoAPipe(Path out, String... arguments) throws IOException {
    return prepared(out, arguments).start();
  }

  private ProcessBuilder prepared(Path out, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    environment.forEach(
        (variable, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(variable);
          } else {
            builder.environment().put(variable, value);
          }
        });
    Path run = home.resolveSibling("run");
    if (Files.isDirectory(home.resolveSibling(""))) {
      Files.createDirectories(run);
    }
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    return builder.redirectInput(new File("/dev/null")).redirectError(new File(out + ".err"));
  }

  synchronized Path output() {
    return home.resolveSibling("out" + runs++);
  }

  /** Runs to the end. */
  Run run(String... arguments) {
    Path out = output();
    try {
      Process process = start(out, arguments);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + List.of(arguments));
      }
      return new Run(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(Path.of(out + ".err"), StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The coach of a program's home, once it answers. */
  static CoachLink connected(Program program) {
    CoachLink[] found = new CoachLink[1];
    until(
        "the coach answers",
        () -> {
          Optional<CoachLink> link = program.coach();
          link.ifPresent(here -> found[0] = here);
          return link.isPresent();
        });
    return found[0];
  }

  /** Waits until something holds; looks again at most every few milliseconds. */
  static void until(String what, java.util.function.BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException ended) {
        throw new AssertionError(ended);
      }
    }
  }

  @Override
  public void close() {
    run("quit");
  }
}
