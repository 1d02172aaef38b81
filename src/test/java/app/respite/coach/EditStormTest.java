package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Ask;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.RecordFields;
import app.respite.domain.day.Input;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * B75: random edits, undos, deletions and imports between random commands of a running day. The
 * coach lives, every answer is a yes or a plain no, and the journal stays one that could have been.
 *
 * <p>{@code respite.storms} says how many days.
 */
@Tag("long")
class EditStormTest {
  private static final int STORMS = Integer.getInteger("respite.storms", 200);
  private static final int STEPS = 80;
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void b75TheCoachLivesThroughStormsOfEditsAndItsTotalsAgree() {
    for (int seed = 1; seed <= STORMS; seed++) {
      Storm storm = new Storm(seed);
      try {
        for (int step = 0; step < STEPS; step++) {
          storm.step();
          storm.holds();
        }
        storm.relaunchedIsTheSame();
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed " + seed + " after " + storm.tail(), broken);
      }
    }
  }

  private static final class Storm {
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Random random;
    private final List<String> done = new ArrayList<>();
    private final List<JournalRecord> old = new ArrayList<>();
    private Instant now = NINE;
    private CoachCore core;
    private final CoachService service;

    Storm(long seed) {
      random = new Random(seed);
      core = open();
      service =
          new CoachService(
              journal,
              new SuppliedClock(NINE, () -> now),
              () -> new UUID(random.nextLong(), random.nextLong()),
              LinkedHashMap::new,
              (document, zone) -> document.toString(),
              this::tell);
      save("Boxes");
      save("Search");
    }

    private ClockReading reading() {
      return new SuppliedClock(NINE, () -> now).read();
    }

    private CoachCore open() {
      return CoachCore.open(
          journal,
          Preferences.DEFAULTS,
          reading(),
          ZoneOffset.UTC,
          "boot",
          random.nextLong(),
          (kept, why) -> {
            throw new AssertionError("set aside: " + why);
          });
    }

    String tail() {
      return String.join("\n  ", done.subList(Math.max(0, done.size() - 25), done.size()));
    }

    private void tell(Input input) {
      done.add(now + " " + input);
      core.ticked(reading());
      core.handle(reading(), input);
    }

    private void after(Duration length) {
      Instant until = now.plus(length);
      while (now.isBefore(until)) {
        now = now.plusSeconds(Math.min(20, Duration.between(now, until).toSeconds()));
        core.ticked(reading());
        core.handle(reading(), new Input.Tick());
      }
    }

    /** A yes, or a no that changes nothing. */
    private void ask(String what, Map<String, @Nullable Object> with) {
      done.add(now + " " + what + " " + with);
      long before = journal.sequence();
      try {
        Ask.of(service, what, with);
      } catch (CoachException no) {
        done.add("  no: " + no.getMessage());
        assertThat(String.valueOf(no.getMessage())).doesNotContain("Exception");
        assertThat(journal.sequence()).isEqualTo(before);
        return;
      }
      tell(core.historyChanged());
    }

    private void save(String name) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      ask(Ask.SAVE_TASK, Map.of("task", RecordFields.of(Task.named(id, name))));
    }

    private Task task() {
      List<Task> all = new Tasks(journal).open();
      if (all.isEmpty()) {
        save("Task " + done.size());
        all = new Tasks(journal).open();
      }
      return any(all);
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private Instant past() {
      return now.minusSeconds(random.nextInt(3 * 3600)).truncatedTo(ChronoUnit.SECONDS);
    }

    void step() {
      switch (random.nextInt(24)) {
        case 0, 1 -> start();
        case 2 -> tell(new Input.Stop());
        case 3 -> tell(new Input.Pause(null));
        case 4 -> tell(new Input.Resume());
        case 5 -> tell(new Input.TakeBreak(null));
        case 6 -> tell(new Input.EndBreak(false));
        case 7 -> tell(new Input.Items(1 + random.nextInt(5)));
        case 8 -> tell(new Input.SwitchTask(task()));
        case 9 -> tell(new Input.CheckIn(false, random.nextInt(11), null, null, null, null, null));
        case 10 -> tell(random.nextBoolean() ? new Input.Accept() : new Input.Skip());
        case 11 -> tell(new Input.Took(Duration.ofMinutes(1 + random.nextInt(20))));
        case 12 -> tell(new Input.Idle(now));
        case 13 -> tell(new Input.Active());
        case 14 -> tell(new Input.AnswerIdle(IdleAnswer.WORK, null));
        case 15 -> save("Task " + random.nextInt(6));
        case 16 ->
            ask(Ask.ARCHIVE_TASK, Map.of("task", task().name(), "archived", random.nextInt(4) > 0));
        case 17 -> add();
        case 18 -> edit();
        case 19 -> delete();
        case 20, 21 -> ask(Ask.UNDO, Map.of());
        case 22 -> bringBack();
        default -> relaunch();
      }
      after(Duration.ofSeconds(random.nextInt(random.nextInt(4) == 0 ? 2400 : 300)));
      if (old.size() < 200) {
        old.addAll(records());
      }
    }

    private void start() {
      tell(new Input.Start(task(), null, random.nextBoolean()));
    }

    private void add() {
      Map<String, @Nullable Object> with = new LinkedHashMap<>();
      Instant from = past();
      if (random.nextBoolean()) {
        with.put("task", task().name());
        with.put("items", random.nextInt(20));
      } else {
        with.put("break", "short");
      }
      with.put("start", from.toString());
      with.put("end", from.plusSeconds(1 + random.nextInt(1500)).toString());
      ask(Ask.ADD_RECORD, with);
    }

    private void edit() {
      List<JournalRecord> all = records();
      if (all.isEmpty()) {
        return;
      }
      JournalRecord record = any(all);
      Map<String, @Nullable Object> with = new LinkedHashMap<>();
      with.put("id", record.id().toString());
      if (random.nextBoolean()) {
        Instant from = past();
        with.put("start", from.toString());
        with.put("end", from.plusSeconds(1 + random.nextInt(1500)).toString());
      }
      if (record instanceof Sprint && random.nextBoolean()) {
        with.put("items", random.nextInt(50));
        with.put("task", task().name());
      }
      ask(Ask.EDIT_RECORD, with);
    }

    private void delete() {
      List<JournalRecord> all = records();
      if (!all.isEmpty()) {
        ask(Ask.DELETE_RECORD, Map.of("id", any(all).id().toString()));
      }
    }

    /** What an older export would bring: a record, and its task where that is gone. */
    private void bringBack() {
      if (old.isEmpty()) {
        return;
      }
      JournalRecord record = any(old);
      if (record instanceof Span span && overlaps(span)) {
        // The importer refuses that row by itself.
        return;
      }
      UUID task =
          switch (record) {
            case Sprint sprint -> sprint.task();
            case Span span -> span.task();
            default -> null;
          };
      List<Object> put = new ArrayList<>();
      if (task != null && journal.byId(Task.class, task).isEmpty()) {
        put.add(RecordFields.of(Task.named(task, "Old " + task.toString().substring(0, 8))));
      }
      put.add(RecordFields.of(record));
      ask(Ask.IMPORT, Map.of("put", put));
    }

    private boolean overlaps(Span span) {
      return journal.all(Span.class).stream()
          .anyMatch(
              other -> !other.id().equals(span.id()) && other.interval().overlaps(span.interval()));
    }

    private void relaunch() {
      done.add(now + " relaunch");
      core.checkpoint(reading());
      core = open();
    }

    private List<JournalRecord> records() {
      List<JournalRecord> all = new ArrayList<>();
      all.addAll(journal.all(Sprint.class));
      all.addAll(journal.all(Break.class));
      all.addAll(journal.all(Span.class));
      return all;
    }

    void holds() {
      JournalLaws.standsAlone(journal);
      assertThat(core.snapshot(reading()).sinceRest()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    void relaunchedIsTheSame() {
      core.checkpoint(reading());
      long work = work(core);
      Snapshot before = core.snapshot(reading());
      CoachCore again = open();
      Snapshot after = again.snapshot(reading());
      assertThat(after.sinceRest()).isEqualTo(before.sinceRest());
      assertThat(after.task()).isEqualTo(before.task());
      assertThat(after.items()).isEqualTo(before.items());
      assertThat(work(again)).isEqualTo(work);
    }

    /** Work of all the days it can have been. */
    private long work(CoachCore of) {
      long seconds = 0;
      for (LocalDate day = LocalDate.of(2026, 3, 1);
          day.isBefore(LocalDate.of(2026, 3, 6));
          day = day.plusDays(1)) {
        seconds +=
            ReviewService.day(
                    journal,
                    Preferences.DEFAULTS,
                    day,
                    ZoneOffset.UTC,
                    new OpenWork(CourseOfDay.openSpans(of.state(), now), null))
                .workSeconds();
      }
      return seconds;
    }
  }
}
