package app.respite.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desktop of a test's own, from real parts: an X server, a session bus, window manager, panel and
 * whatever else is started in it, all in a folder of their own and ended with it. Tests that use
 * one carry {@code @Tag("desktop")}; where a part is not installed they are skipped and say which.
 */
public final class Rig implements AutoCloseable {
  private static final long TRY_MILLIS = 50;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Deque<Process> processes = new ArrayDeque<>();

  /** A desktop with nothing in it; all state goes below the folder, best a {@code @TempDir}. */
  public Rig(Path folder) {
    this.folder = folder;
    for (String name : List.of("PATH", "LANG", "TERM", "USER")) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    Map<String, String> places = new LinkedHashMap<>();
    places.put("HOME", "home");
    places.put("XDG_RUNTIME_DIR", "run");
    places.put("XDG_CONFIG_HOME", "config");
    places.put("XDG_DATA_HOME", "data");
    places.put("XDG_STATE_HOME", "state");
    places.put("XDG_CACHE_HOME", "cache");
    places.forEach((name, place) -> environment.put(name, folder(place).toString()));
    environment.put("NO_AT_BRIDGE", "1");
    environment.put("GSETTINGS_BACKEND", "memory");
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Skips the test where one of these programs is not installed. */
  public static void need(String... programs) {
    for (String program : programs) {
      boolean there =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
              .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
      assumeTrue(there, "skipped, there is no " + program);
    }
  }

  /** Skips the test where a file, such as a library or plugin, is not there. */
  public static void needFile(String file) {
    assumeTrue(Files.exists(Path.of(file)), "skipped, there is no " + file);
  }

  /** An X server on a number that is free; sets {@code DISPLAY}. */
  public Process screen(int width, int height) {
    need("Xvfb");
    Path number = folder.resolve("display");
    Process server =
        run(
            "xvfb",
            "sh",
            "-c",
            "exec Xvfb -displayfd 3 -screen 0 %dx%dx24 -noreset -nolisten tcp 3>%s"
                .formatted(width, height, number));
    until("Xvfb chooses a display", () -> Files.exists(number) && text(number).endsWith("\n"));
    environment.put("DISPLAY", ":" + text(number).strip());
    return server;
  }

  /** A session bus; sets its address. */
  public Process sessionBus() {
    Path socket = folder("run").resolve("bus");
    Process bus = bus("session-bus", socket);
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
    return bus;
  }

  /** A stand-in for the system bus; sets its address. */
  public Process systemBus() {
    Path socket = folder("run").resolve("system-bus");
    Process bus = bus("system-bus", socket);
    environment.put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
    return bus;
  }

  private Process bus(String name, Path socket) {
    need("dbus-daemon");
    Process bus =
        run(name, "dbus-daemon", "--session", "--nofork", "--address=unix:path=" + socket);
    until(name + " is there", () -> Files.exists(socket));
    return bus;
  }

  /** Starts a program in this desktop; its output goes to {@code NAME.log} in the folder. */
  public Process run(String name, String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder("home").toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(folder.resolve(name + ".log").toFile()))
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      processes.push(process);
      return process;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until a window manager that was started manages the windows. */
  public void managed() {
    until(
        "the window manager manages windows",
        () -> ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").contains("window id"));
  }

  /** Runs a command to its end and gives what it printed, errors included. */
  public String ask(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder("home").toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor(30, TimeUnit.SECONDS);
      return said.strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(asked);
    }
  }

  /** Takes a picture of the whole screen into {@code target/pictures}; none without ImageMagick. */
  public void picture(String name) {
    try {
      Path pictures = Files.createDirectories(Path.of("target", "pictures").toAbsolutePath());
      ask("import", "-window", "root", pictures.resolve(name + ".png").toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits, half a minute at most, until something holds. */
  public void until(String what, BooleanSupplier holds) {
    until(what, 30, holds);
  }

  /** Waits until something holds; fails with the logs of all parts where it never does. */
  public void until(String what, int seconds, BooleanSupplier holds) {
    long tries = seconds * 1000L / TRY_MILLIS;
    while (!holds.getAsBoolean()) {
      if (tries-- <= 0) {
        throw new AssertionError("not within " + seconds + " s: " + what + "\n" + logs());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(TRY_MILLIS);
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(asked);
      }
    }
  }

  /** What all parts have printed. */
  public String logs() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .map(file -> "--- " + file.getFileName() + "\n" + text(file))
          .collect(Collectors.joining("\n"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The environment that programs in this desktop get. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Where everything is. */
  public Path folder() {
    return folder;
  }

  /** Ends what was started, the last first, each with what it started itself. */
  @Override
  public void close() {
    while (!processes.isEmpty()) {
      Process process = processes.pop();
      end(Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList());
    }
    end(strays());
  }

  /**
   * What runs on by itself, such as a service that a bus has started: it would outlive its bus, and
   * write below the folder while that is being removed.
   */
  private List<ProcessHandle> strays() {
    String ours = "HOME=" + folder.resolve("home");
    return ProcessHandle.allProcesses().filter(process -> livesIn(process, ours)).toList();
  }

  private static boolean livesIn(ProcessHandle process, String home) {
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
      return List.of(new String(environment, UTF_8).split("\0")).contains(home);
    } catch (IOException gone) {
      return false;
    }
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    if (!ended(processes)) {
      processes.forEach(ProcessHandle::destroyForcibly);
      ended(processes);
    }
  }

  private static boolean ended(List<ProcessHandle> processes) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(5, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException still) {
      return false;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
