package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged coach as a process on a test's desktop, its time running faster than real time, and
 * everything it says to {@code status --json --follow}. Its day begins at noon, far from where a
 * day rolls over.
 */
final class CoachRig implements AutoCloseable {
  /** As the program starts its own coach. */
  private static final List<String> COACH =
      List.of("-Xint", "-XX:+UseSerialGC", "-Xms4m", "-Xmx64m", "-Xss256k");

  private static final List<String> COMMAND = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private static final Pattern WINDOWS =
      Pattern.compile("\\b(javafx|java\\.awt|sun\\.awt|com\\.sun\\.(javafx|glass|prism))\\.");

  private final Rig rig;
  private final List<String> options;
  private final SystemClock clock;
  private @Nullable Process coach;
  private int watches;

  /**
   * A home with settings, and no coach yet.
   *
   * @param speed how much faster than real time, two or more
   */
  CoachRig(Rig rig, int speed, String... settings) {
    this.rig = rig;
    Instant now = Instant.now();
    Duration toNoon =
        Duration.between(now, now.atZone(ZoneOffset.UTC).with(LocalTime.NOON).toInstant());
    String origin = now.minus(toNoon.dividedBy(speed - 1)).toString();
    clock = new SystemClock(Integer.toString(speed), origin);
    options =
        List.of(
            "-Drespite.clock.speed=" + speed,
            "-Drespite.clock.origin=" + origin,
            "-Duser.timezone=UTC");
    Path home = rig.folder().resolve("respite");
    rig.environment().put("RESPITE_HOME", home.toString());
    rig.environment().put("LC_ALL", "C.UTF-8");
    try {
      Files.createDirectories(home);
      Files.write(home.resolve("respite.properties"), List.of(settings));
      // Where the rig looks for what a failed test should show.
      Path log = rig.folder().resolve("respite.log");
      if (!Files.exists(log)) {
        Files.createSymbolicLink(log, Files.createFile(home.resolve("respite.log")));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The coach's time now. */
  Instant now() {
    return clock.read().wall();
  }

  /** Starts the coach and listens to it. */
  void start() {
    coach = rig.run("coach", command(COACH, "coach"));
    Path journal = rig.folder().resolve("respite/journal.db");
    rig.until("the coach has a journal", 60, () -> Files.exists(journal) || !process().isAlive());
    rig.until(
        "the coach answers",
        60,
        () -> {
          watches++;
          Process watch =
              rig.run("status" + watches, command(COMMAND, "status", "--json", "--follow"));
          rig.until(
              "it says something",
              60,
              () -> !watch.isAlive() || !lines("status" + watches).isEmpty());
          return watch.isAlive();
        });
    respite("task", "add", "Boxes");
  }

  /** From now on somebody is at the keyboard, with a key that types nothing. */
  void hands() {
    rig.run("hands", "sh", "-c", "while :; do xdotool key Shift_L; sleep 1; done");
  }

  /** Starts a sprint. */
  void work() {
    respite("start", "Boxes");
    until("state", "sprint");
  }

  /** The coach's process. */
  Process process() {
    return Objects.requireNonNull(coach);
  }

  /** Runs a command to its end and gives what it printed. */
  String respite(String... arguments) {
    String said = rig.ask(command(arguments));
    assertThat(said).as("respite " + String.join(" ", arguments)).doesNotContain("respite: ");
    return said;
  }

  /** A command's JSON document. */
  Map<String, @Nullable Object> json(String... arguments) {
    return object(respite(arguments));
  }

  /** A command of the program as a process. */
  String[] command(String... arguments) {
    return command(COMMAND, arguments);
  }

  private String[] command(List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(options);
    command.add("-jar");
    command.add(System.getProperty("respite.jar"));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  private static Map<String, @Nullable Object> object(String text) {
    try {
      return Json.readObject(text);
    } catch (JsonException strange) {
      throw new AssertionError(text, strange);
    }
  }

  /** Whole lines that a part of the desktop has printed and that are JSON objects. */
  private List<String> lines(String name) {
    try {
      String text = Files.readString(rig.folder().resolve(name + ".log"));
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> line.startsWith("{"))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The newest state the coach has told of. */
  Map<String, @Nullable Object> status() {
    return object(lines("status" + watches).getLast());
  }

  /** A text in the newest state, such as {@code state} or {@code prompting.form}. */
  String now(String path) {
    return text(status(), path);
  }

  static String text(Map<String, @Nullable Object> from, String path) {
    Object found = from;
    for (String name : path.split("\\.")) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return String.valueOf(found);
  }

  /** Waits until the newest state has a text. */
  void until(String path, String value) {
    rig.until(path + " is " + value, 60, () -> now(path).equals(value));
  }

  /** Everything that has happened since it was listened to, in order. */
  List<Map<String, @Nullable Object>> told() {
    return lines("status" + watches).stream()
        .map(CoachRig::object)
        .flatMap(line -> line.get("happened") instanceof List<?> list ? list.stream() : Stream.of())
        .map(CoachRig::asObject)
        .toList();
  }

  /** The names of what has happened, in order. */
  List<String> events() {
    return told().stream().map(one -> text(one, "event")).toList();
  }

  /** The first event of a name; waits for it. */
  Map<String, @Nullable Object> event(String name) {
    rig.until(name + " is told", 60, () -> events().contains(name));
    return told().stream().filter(named(name)).findFirst().orElseThrow();
  }

  static Predicate<Map<String, @Nullable Object>> named(String event) {
    return one -> text(one, "event").equals(event);
  }

  /** Waits until an event has been told so many times. */
  void untilTold(String event, int times) {
    rig.until(
        event + " is told " + times + " times",
        60,
        () -> told().stream().filter(named(event)).count() >= times);
  }

  /** The records of today's log. */
  List<Map<String, @Nullable Object>> log() {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (Object day : (List<?>) Objects.requireNonNull(json("log", "--json").get("days"))) {
      for (Object record : (List<?>) Objects.requireNonNull(asObject(day).get("records"))) {
        records.add(asObject(record));
      }
    }
    return records;
  }

  /** Today in {@code review --json}. */
  Map<String, @Nullable Object> today() {
    List<?> days = (List<?>) Objects.requireNonNull(json("review", "--json").get("days"));
    assertThat(days).hasSize(1);
    return asObject(days.getFirst());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> asObject(Object json) {
    return (Map<String, @Nullable Object>) json;
  }

  /**
   * B60: nothing leaves the machine. No socket of the internet families is open, neither the
   * coach's nor one of a process it has started, and no class of a window toolkit is loaded.
   */
  void keepsToItself() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process().toHandle()), process().descendants()).toList();
    for (ProcessHandle one : all) {
      assertThat(internetSockets(one.pid())).as("B60, sockets of " + one.info()).isEmpty();
    }
    for (String list : List.of("GC.class_histogram", "VM.class_hierarchy")) {
      String classes =
          rig.ask(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              Long.toString(process().pid()),
              list);
      assertThat(classes).contains("java.lang.String", "app.respite.coach.Engine");
      assertThat(classes.lines().filter(line -> WINDOWS.matcher(line).find())).isEmpty();
    }
  }

  private static List<String> internetSockets(long pid) {
    List<String> found = new ArrayList<>();
    List<String> own = new ArrayList<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        try {
          String target = Files.readSymbolicLink(descriptor).toString();
          if (target.startsWith("socket:[")) {
            own.add(target.substring(8, target.length() - 1));
          }
        } catch (IOException closed) {
          continue;
        }
      }
      for (String family : List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6")) {
        Path table = Path.of("/proc/" + pid + "/net/" + family);
        if (!Files.exists(table)) {
          continue;
        }
        for (String line : Files.readAllLines(table)) {
          String[] columns = line.strip().split("\\s+");
          if (columns.length > 9 && own.contains(columns[9])) {
            found.add(family + " " + line.strip());
          }
        }
      }
    } catch (IOException gone) {
      return List.of();
    }
    return found;
  }

  /** The processes of the program in this desktop whose command line has all these words. */
  List<ProcessHandle> processes(String... words) {
    String ours = "RESPITE_HOME=" + rig.environment().get("RESPITE_HOME");
    return ProcessHandle.allProcesses()
        .filter(one -> reads(one, "environ").contains(ours))
        .filter(
            one -> {
              List<String> line = reads(one, "cmdline");
              return line.stream().anyMatch(word -> word.endsWith("respite.jar"))
                  && line.containsAll(List.of(words));
            })
        .toList();
  }

  private static List<String> reads(ProcessHandle process, String file) {
    try {
      return List.of(
          Files.readString(
                  Path.of("/proc/" + process.pid() + "/" + file), StandardCharsets.ISO_8859_1)
              .split("\0"));
    } catch (IOException gone) {
      return List.of();
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
