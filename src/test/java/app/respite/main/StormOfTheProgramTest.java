package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.cli.ProgramServices;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.JournalLaws;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.port.Ask;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CommandFields;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.RecordFields;
import app.respite.coach.port.Reply;
import app.respite.domain.day.Input;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.Snapshot;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.exchange.ImportOptions;
import app.respite.exchange.ImportReport;
import app.respite.exchange.ImportTarget;
import app.respite.exchange.Importer;
import app.respite.exchange.JournalExport;
import app.respite.journal.SqliteJournalReader;
import app.respite.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * B52, B75 and B85 on the real program: commands, edits, undos and imports of its own older exports
 * go in any order to a coach in a process of its own, which is killed and started again among them.
 * Every answer is a yes or a plain no, and in the end the coach, its journal and a replay of its
 * export say the same.
 *
 * <p>{@code respite.storm.steps} says how long it lasts, {@code respite.storm.seed} where it
 * begins.
 */
@Tag("program")
class StormOfTheProgramTest {
  private static final int STEPS = Integer.getInteger("respite.storm.steps", 100);
  private static final long SEED = Long.getLong("respite.storm.seed", 20260302);
  private static final int SPEED = 1000;
  private static final int BETWEEN_KILLS = 60;
  private static final int STEPS_TOLD = 25;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<String> done = new ArrayList<>();
  private final List<Path> exports = new ArrayList<>();

  @Test
  void b75ACoachLivesThroughAStormAndItsJournalAgrees() throws Exception {
    String origin = originOfNoon();
    SystemClock clock = new SystemClock(Integer.toString(SPEED), origin);
    RealProgram respite =
        new RealProgram(
            folder.resolve("home"),
            "-Drespite.clock.speed=" + SPEED,
            "-Drespite.clock.origin=" + origin,
            "-Duser.timezone=UTC");
    Folders folders =
        Folders.of(
            respite.home(),
            Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()),
            "Linux",
            folder,
            "me",
            folder);
    Program program =
        new Program(folders, null, clock, new LogFile(folder.resolve("test.log")), "test");
    Process coach = respite.start(respite.output(), "coach");
    try {
      for (int step = 0; step < STEPS; step++) {
        if (step % BETWEEN_KILLS == BETWEEN_KILLS - 1) {
          coach.destroyForcibly();
          assertThat(coach.waitFor(30, TimeUnit.SECONDS)).isTrue();
          coach = respite.start(respite.output(), "coach");
          done.add("killed and started");
        }
        if (step == 0 || step % BETWEEN_KILLS == BETWEEN_KILLS - 1) {
          RealProgram.connected(program).close();
        }
        step(program, folders, clock);
        assertThat(coach.isAlive()).isTrue();
      }
      Map<String, @Nullable Object> told = figuresAtTheEnd(program);
      respite.run("quit").ok();
      assertThat(coach.waitFor(30, TimeUnit.SECONDS)).isTrue();
      agrees(folders, clock, told);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + SEED + " after\n  " + tail(), broken);
    } finally {
      coach.destroyForcibly();
      coach.onExit().join();
    }
  }

  /** So that it is noon for the coach now, far from where its day rolls over. */
  private static String originOfNoon() {
    Instant now = Instant.now();
    Duration toNoon =
        Duration.between(now, now.atZone(ZoneOffset.UTC).with(LocalTime.NOON).toInstant());
    return now.minus(toNoon.dividedBy(SPEED - 1)).toString();
  }

  private String tail() {
    return String.join("\n  ", done.subList(Math.max(0, done.size() - STEPS_TOLD), done.size()));
  }

  private void step(Program program, Folders folders, SystemClock clock) throws IOException {
    Instant now = clock.read().wall().truncatedTo(ChronoUnit.SECONDS);
    try (CoachLink link = program.coach().orElseThrow();
        SqliteJournalReader journal = SqliteJournalReader.of(folders.journal())) {
      JournalLaws.standsAlone(journal);
      standsOn(link, journal);
      switch (random.nextInt(24)) {
        case 0, 1 -> send(link, "start", "task", task(link, journal).name());
        case 2 -> send(link, "stop");
        case 3 -> send(link, "pause");
        case 4 -> send(link, "resume");
        case 5 -> send(link, "break");
        case 6 -> send(link, "end-break");
        case 7, 8 -> send(link, "item", "n", 1 + random.nextInt(5));
        case 9 -> send(link, "switch", "task", task(link, journal).name());
        case 10 -> send(link, "check-in", "fatigue", random.nextInt(11));
        case 11 -> send(link, "took", "for", "PT%dM".formatted(1 + random.nextInt(20)));
        case 12 -> send(link, random.nextBoolean() ? "accept" : "skip");
        case 13 -> send(link, "recover", "as", any(List.of("keep", "trim", "discard")));
        case 14 -> save(link);
        case 15 ->
            ask(
                link,
                Ask.ARCHIVE_TASK,
                Map.of("task", task(link, journal).name(), "archived", random.nextInt(4) > 0));
        case 16 -> add(link, journal, now);
        case 17, 18 -> edit(link, journal, now);
        case 19 -> delete(link, journal);
        case 20 -> ask(link, Ask.UNDO, Map.of());
        case 21 -> export(journal);
        case 22 -> bringBack(program, folders, clock);
        default ->
            passes(clock, Duration.ofMinutes(random.nextInt(random.nextInt(6) == 0 ? 40 : 6)));
      }
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Task task(CoachLink link, JournalReader journal) {
    List<Task> open = journal.all(Task.class).stream().filter(task -> !task.archived()).toList();
    return open.isEmpty() ? save(link) : any(open);
  }

  private Task save(CoachLink link) {
    Task task = Task.named(new UUID(random.nextLong(), random.nextLong()), "Task " + done.size());
    ask(link, Ask.SAVE_TASK, Map.of("task", RecordFields.of(task)));
    return task;
  }

  /** The tasks of a command are looked up by the coach. */
  private static Input.Command read(Map<String, Object> command) {
    try {
      return CommandFields.read(command);
    } catch (CommandFields.BadCommand bad) {
      throw new CoachException(Kind.WRONG, String.valueOf(bad.getMessage()), bad);
    }
  }

  private void send(CoachLink link, String verb, Object... fields) {
    Map<String, @Nullable Object> command = new LinkedHashMap<>();
    command.put("do", verb);
    for (int i = 0; i < fields.length; i += 2) {
      command.put((String) fields[i], fields[i + 1]);
    }
    answer(command.toString(), () -> link.send(read(command)).thenApply(Reply::refusal).join());
  }

  private void ask(CoachLink link, String what, Map<String, @Nullable Object> with) {
    answer(what + " " + with, () -> Ask.of(link, what, with).thenApply(answer -> "").join());
  }

  /** A yes or a plain no. */
  private void answer(String asked, Supplier<String> answer) {
    done.add(asked);
    try {
      String refusal = answer.get();
      if (!refusal.isEmpty()) {
        done.add("  no: " + refusal);
      }
    } catch (CompletionException | CoachException failed) {
      CoachException no = CoachException.of(failed);
      done.add("  no: " + no.getMessage());
      assertThat(no.kind()).as(no.getMessage()).isIn(Kind.NO, Kind.WRONG);
      assertThat(no.getMessage()).doesNotContain("\n", "Exception");
    }
  }

  private void add(CoachLink link, JournalReader journal, Instant now) {
    Map<String, @Nullable Object> with = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      with.put("task", task(link, journal).name());
      with.put("items", random.nextInt(20));
    } else {
      with.put("break", "short");
    }
    times(with, now);
    ask(link, Ask.ADD_RECORD, with);
  }

  private void times(Map<String, @Nullable Object> with, Instant now) {
    Instant from = now.minusSeconds(random.nextInt(3 * 3600));
    with.put("start", from.toString());
    with.put("end", from.plusSeconds(1 + random.nextInt(1500)).toString());
  }

  private void edit(CoachLink link, JournalReader journal, Instant now) {
    List<JournalRecord> all = records(journal);
    if (all.isEmpty()) {
      return;
    }
    JournalRecord record = any(all);
    Map<String, @Nullable Object> with = new LinkedHashMap<>();
    with.put("id", record.id().toString());
    if (random.nextBoolean()) {
      times(with, now);
    }
    if (record instanceof Sprint) {
      with.put("items", random.nextInt(50));
      with.put("task", task(link, journal).name());
    }
    ask(link, Ask.EDIT_RECORD, with);
  }

  private void delete(CoachLink link, JournalReader journal) {
    List<JournalRecord> all = records(journal);
    if (!all.isEmpty()) {
      ask(link, Ask.DELETE_RECORD, Map.of("id", any(all).id().toString()));
    }
  }

  private static List<JournalRecord> records(JournalReader journal) {
    List<JournalRecord> all = new ArrayList<>();
    all.addAll(journal.all(Sprint.class));
    all.addAll(journal.all(Break.class));
    all.addAll(journal.all(Span.class));
    return all;
  }

  private void export(JournalReader journal) throws IOException {
    Path file = folder.resolve("export" + exports.size() + ".jsonl");
    write(journal, file);
    exports.add(file);
    done.add("exported " + file.getFileName());
  }

  private static void write(JournalReader journal, Path file) throws IOException {
    try (OutputStream to = Files.newOutputStream(file)) {
      JournalExport.write(journal, null, ZoneOffset.UTC, to);
    }
  }

  private void bringBack(Program program, Folders folders, SystemClock clock) {
    if (exports.isEmpty()) {
      return;
    }
    Path file = any(exports);
    ProgramServices.ImportCall call =
        new ProgramServices.ImportCall(
            List.of(file), null, null, null, false, false, (read, size) -> {});
    answer(
        "import " + file.getFileName(),
        () -> {
          done.add("  " + new Imports(program, folders, clock).run(call));
          return "";
        });
  }

  private void passes(SystemClock clock, Duration length) {
    done.add(length + " pass");
    Instant end = clock.read().wall().plus(length);
    RealProgram.until("time passes", () -> clock.read().wall().isAfter(end));
  }

  /** What the coach itself says, once nothing goes on that would change it. */
  private static Map<String, @Nullable Object> figuresAtTheEnd(Program program) {
    try (CoachLink link = program.coach().orElseThrow()) {
      link.send(new Input.Stop()).join();
      assertThat(link.latest().snapshot().sinceRest()).isGreaterThanOrEqualTo(Duration.ZERO);
      return link.ask(new CoachRequest.Today()).join();
    }
  }

  private void agrees(Folders folders, SystemClock clock, Map<String, @Nullable Object> told)
      throws IOException {
    LocalDate day = LocalDate.parse(String.valueOf(told.get("day")));
    try (SqliteJournalReader journal = SqliteJournalReader.of(folders.journal())) {
      JournalLaws.standsAlone(journal);
      assertThat(journal.all(Sprint.class)).isNotEmpty();
      assertThat(Files.readString(folders.data().resolve("respite.log")))
          .doesNotContain("stumbled", "failed");
      assertThat(figures(journal, day)).as("the journal").isEqualTo(text(told));
      Path last = folder.resolve("last.jsonl");
      write(journal, last);
      InMemoryJournal replayed = new InMemoryJournal();
      ImportReport report =
          new Importer()
              .run(
                  last,
                  ImportOptions.of(
                      new UUID(0, 0), new UUID(2, 2), "salt", clock.read().wall().plusSeconds(60)),
                  ImportTarget.of(replayed, changes -> replayed.write(changes, null)));
      assertThat(report.refused()).isEmpty();
      assertThat(figures(replayed, day)).as("a replay of the export").isEqualTo(text(told));
    }
  }

  /** What a session works on is there and not hidden. */
  private static void standsOn(CoachLink link, JournalReader journal) {
    String working = link.latest().snapshot().task();
    if (link.latest().snapshot().state() == Snapshot.Mode.SPRINT) {
      assertThat(journal.all(Task.class))
          .as("the task of the session, %s", working)
          .anyMatch(task -> task.name().equals(working) && !task.archived());
    }
  }

  private static String figures(JournalReader journal, LocalDate day) {
    return text(
        ReviewJson.day(
            ReviewService.day(journal, Preferences.DEFAULTS, day, ZoneOffset.UTC, OpenWork.NONE)));
  }

  private static String text(Map<String, @Nullable Object> figures) {
    return Json.write(figures, ZoneOffset.UTC);
  }
}
