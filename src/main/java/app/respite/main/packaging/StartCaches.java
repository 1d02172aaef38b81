package app.respite.main.packaging;

import app.respite.main.Role;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the start-up caches of all roles: the program works in each of them for a moment, in a home
 * of its own that is gone afterwards and without a display, and Java records what it needed.
 */
final class StartCaches {
  /**
   * A journal to read: weeks of rated sprints and items, so that all there is to review appears.
   */
  private static final int DAYS = 45;

  private static final int SPRINTS = 4;
  private static final int LONGEST_SECONDS = 120;

  /** A page of the window is drawn within that, or within what a busy machine takes for a call. */
  private static final int PAGE_MILLIS = 900;

  private static final List<String> WITHOUT_DISPLAY =
      List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

  /** Calls whose answers come from the coach. */
  private static final List<String> QUICK =
      List.of(
          "status", "item", "item 2", "status --json", "pause", "resume", "check-in --fatigue 3");

  /** Calls that need the journal or the tree of all commands. */
  private static final List<String> COMMANDS =
      List.of(
          "task edit Boxes --pay item --amount 0.05 --currency USD",
          "review --json",
          "review",
          "review --week",
          "task add Labels --platform Remotasks",
          "task list",
          "offers tasks",
          "log",
          "log --json",
          "export",
          "rules show",
          "--help");

  /** What a coach on a desktop uses, which is not there while this runs. */
  private static final List<String> DESKTOP =
      List.of(
          "app/respite/desktop/linux/bus/",
          "app/respite/desktop/linux/tray/",
          "app/respite/desktop/linux/session/",
          "app/respite/desktop/linux/x11/",
          "app/respite/coach/attend/",
          "app/respite/coach/prompt/",
          "app/respite/coach/tray/");

  private final Path java;
  private final Path jar;
  private final Path caches;
  private long callMillis;

  /**
   * Caches of a jar.
   *
   * @param java the java command they are for
   * @param jar {@code respite.jar}, with its libraries in {@code lib} beside it
   */
  StartCaches(Path java, Path jar) {
    this.java = java;
    this.jar = jar;
    this.caches = Role.caches(jar.resolveSibling(""));
  }

  /** Whether the caches that are there were made of this jar, by this Java, with these flags. */
  boolean fresh() throws IOException {
    Path stamp = stamp();
    return Files.exists(stamp) && Files.readString(stamp).equals(ingredients());
  }

  /**
   * Makes them all; those that were there are replaced only when all are done.
   *
   * @throws IOException where a role could not be recorded, and why
   */
  void make() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("respite-caches");
    try {
      Path made = Files.createDirectories(folder.resolve("made"));
      record(folder, made);
      Files.createDirectories(caches);
      Files.deleteIfExists(stamp());
      for (Role role : Role.values()) {
        Files.move(
            made.resolve(role.word()),
            jar.resolveSibling(role.cache()),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(stamp(), ingredients());
    } finally {
      delete(folder);
    }
  }

  private void record(Path folder, Path made) throws IOException, InterruptedException {
    Path script = folder.resolve("days");
    Files.write(script, days());
    long began = System.nanoTime();
    run(
        "simulate",
        command(
            Role.COMMAND,
            List.of(),
            "simulate",
            script.toString(),
            "--home",
            folder.resolve("home").toString()),
        folder);
    callMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    Path coachCalls = Files.write(folder.resolve("coach"), List.of("coach"));
    Process coach = start("coach", rehearsal(Role.COACH, made, coachCalls, DESKTOP), folder);
    try {
      awaitCoach(folder, coach);
      List<Exception> failed = new ArrayList<>();
      CompletableFuture<Void> windows =
          CompletableFuture.runAsync(() -> attempt(failed, () -> recordFaces(folder, made)));
      attempt(failed, () -> recordCommands(folder, made));
      windows.join();
      if (!failed.isEmpty()) {
        throw new IOException(failed.getFirst().getMessage(), failed.getFirst());
      }
      run("quit", command(Role.QUICK, List.of(), "quit"), folder);
      await("coach", coach, folder);
    } finally {
      end(coach);
    }
  }

  /** Waits too: what it still writes would come back after it was deleted. */
  private static void end(Process process) throws InterruptedException {
    if (process.isAlive()) {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private void recordCommands(Path folder, Path made) throws IOException, InterruptedException {
    for (Role role : List.of(Role.QUICK, Role.COMMAND)) {
      Path calls = Files.write(folder.resolve(role.word()), role == Role.QUICK ? QUICK : COMMANDS);
      run(role.word(), rehearsal(role, made, calls, List.of()), folder);
    }
    run("worker", command(Role.WORKER, recorded(Role.WORKER, made), "worker", "learn"), folder);
  }

  private void recordFaces(Path folder, Path made) throws IOException, InterruptedException {
    Process window = start("window", command(Role.WINDOW, face(Role.WINDOW, made)), folder);
    try {
      pause(2);
      for (String page : List.of("review", "tasks", "settings", "today")) {
        pause(1);
        run(page, command(Role.WINDOW, WITHOUT_DISPLAY, "--page", page), folder);
      }
      pause(1);
    } finally {
      // Asked to end, Java writes what it recorded.
      window.destroy();
    }
    await("window", window, folder);
    run("break", command(Role.QUICK, List.of(), "break", "--for", "1m"), folder);
    Process view =
        start("face", command(Role.FACE, face(Role.FACE, made), "face", "break"), folder);
    try {
      pause(3);
    } finally {
      view.destroy();
    }
    await("face", view, folder);
  }

  private void pause(int calls) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(calls * Math.max(PAGE_MILLIS, callMillis));
  }

  /** Asks until it answers; then it has work to do. */
  private void awaitCoach(Path folder, Process coach) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    Process look;
    do {
      if (!coach.isAlive() || System.nanoTime() > end) {
        throw new IOException("the coach did not start: " + last(folder, "coach"));
      }
      look = start("look", command(Role.QUICK, List.of(), "status"), folder);
      await("look", look, folder);
    } while (look.exitValue() != 0);
    run("start", command(Role.QUICK, List.of(), "start", "Boxes"), folder);
  }

  private List<String> command(Role role, List<String> options, String... arguments) {
    return Stream.of(
            List.of(java.toString()),
            role.flags(),
            options,
            List.of("-jar", jar.toString()),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> rehearsal(Role role, Path made, Path calls, List<String> packages) {
    return Stream.of(
            List.of(java.toString()),
            role.flags(),
            recorded(role, made),
            List.of("-cp", jar.toString(), Rehearsal.class.getName(), calls.toString()),
            packages)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Classes alone, without what Java saw of their methods: it would compile all of a rehearsal's at
   * once, every page's for the first picture of one, and take a processor for half a second.
   */
  private static List<String> recorded(Role role, Path made) {
    return List.of(
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-AOTRecordTraining",
        "-XX:AOTCacheOutput=" + made.resolve(role.word()));
  }

  private static List<String> face(Role role, Path made) {
    return Stream.concat(WITHOUT_DISPLAY.stream(), recorded(role, made).stream()).toList();
  }

  private static Process start(String name, List<String> command, Path folder) throws IOException {
    ProcessBuilder process = new ProcessBuilder(command);
    Map<String, String> environment = process.environment();
    List.of(
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "XDG_SESSION_TYPE",
            "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS")
        .forEach(environment::remove);
    environment.put("RESPITE_HOME", folder.resolve("home").toString());
    environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
    return process
        .redirectInput(Redirect.from(new File(File.separatorChar == '/' ? "/dev/null" : "NUL")))
        .redirectOutput(said(folder, name).toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static Path said(Path folder, String name) {
    return folder.resolve(name + ".out");
  }

  private static void run(String name, List<String> command, Path folder)
      throws IOException, InterruptedException {
    Process process = start(name, command, folder);
    await(name, process, folder);
    if (process.exitValue() != 0) {
      throw new IOException(
          name + " ended with " + process.exitValue() + ": " + last(folder, name));
    }
  }

  private static void await(String name, Process process, Path folder)
      throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      end(process);
      throw new IOException(name + " did not end: " + last(folder, name));
    }
  }

  private static String last(Path folder, String name) throws IOException {
    List<String> lines = Files.readAllLines(said(folder, name), StandardCharsets.UTF_8);
    return lines.isEmpty() ? "" : lines.getLast();
  }

  /** Something that may fail, done beside something else. */
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private static void attempt(List<Exception> failed, Step step) {
    try {
      step.run();
    } catch (IOException | InterruptedException e) {
      synchronized (failed) {
        failed.add(e);
      }
    }
  }

  private static List<String> days() {
    List<String> lines = new ArrayList<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (int day = DAYS; day > 0; day--) {
      for (int sprint = 0; sprint < SPRINTS; sprint++) {
        lines.add(
            sprint == 0
                ? "{\"at\":\""
                    + today.minusDays(day)
                    + "T12:00:00Z\",\"do\":\"start\",\"task\":\"Boxes\"}"
                : "{\"after\":\"PT5M\",\"do\":\"start\",\"task\":\"Boxes\"}");
        lines.add("{\"after\":\"PT20M\",\"do\":\"item\",\"n\":20}");
        lines.add("{\"after\":\"PT5M\",\"do\":\"accept\"}");
        lines.add(
            "{\"after\":\"PT20S\",\"do\":\"check-in\",\"fatigue\":" + (1 + sprint + day % 2) + "}");
      }
      lines.add("{\"after\":\"PT5M\",\"do\":\"stop\"}");
    }
    lines.add("{\"after\":\"PT1M\",\"do\":\"end\"}");
    return lines;
  }

  private Path stamp() {
    return caches.resolve("made-of");
  }

  /** All that a cache depends on. */
  private String ingredients() throws IOException {
    List<Path> jars = new ArrayList<>(List.of(jar));
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      libraries.sorted().forEach(jars::add);
    }
    StringBuilder text = new StringBuilder();
    text.append(System.getProperty("java.vm.version")).append(' ').append(java).append('\n');
    for (Path file : jars) {
      text.append(file.getFileName())
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file))
          .append('\n');
    }
    Arrays.stream(Role.values())
        .forEach(role -> text.append(role).append(' ').append(role.flags()).append('\n'));
    return text.toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }
}
