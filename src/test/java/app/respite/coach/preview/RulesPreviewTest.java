package app.respite.coach.preview;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Stretch;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other rules would have done is what the coach does when the same day is worked again. */
class RulesPreviewTest {
  private static final ZoneId BERLIN = Diary.BERLIN;
  private static final LocalDate DAY = Diary.MONDAY;
  private static final List<String> POMODORO = List.of();
  private static final List<String> LONG = List.of("sprint.length=50m", "break.short=10m");
  private static final List<String> FLOW =
      List.of("rhythm=flow", "rest.earliest=45m", "rest.latest=60m", "rest.length=12m");
  private static final List<String> EASY = List.of("next-sprint=auto", "next-break=auto");
  private static final List<String> HOURS = List.of("work.hours=mon-fri 09:00-11:00");

  static Stream<List<String>> rules() {
    return Stream.of(POMODORO, LONG, FLOW, EASY, HOURS);
  }

  private static Preferences preferences(List<String> rules) {
    Preferences preferences = Preferences.DEFAULTS;
    for (String rule : rules) {
      String[] parts = rule.split("=");
      try {
        preferences =
            preferences.withText(
                null, SettingCatalog.find(parts[0], false).orElseThrow(), parts[1]);
      } catch (BadValue bad) {
        throw new AssertionError(rule, bad);
      }
    }
    return preferences;
  }

  private static JournalRecord[] records(Diary diary) {
    return Stream.of(diary.tasks, diary.zones, diary.spans, diary.sprints, diary.breaks)
        .flatMap(List::stream)
        .toArray(JournalRecord[]::new);
  }

  private static InMemoryJournal journal(Diary diary) {
    InMemoryJournal journal = new InMemoryJournal();
    for (JournalRecord record : records(diary)) {
      journal.write(List.of(new Change.Put(record)), null);
    }
    return journal;
  }

  private static RulesPreview.Day preview(Diary diary, List<String> rules) {
    RulesPreview preview =
        RulesPreview.of(
            journal(diary),
            Preferences.DEFAULTS,
            preferences(rules),
            DAY,
            DAY,
            diary.zone,
            diary.at(DAY + "T23:00"));
    assertThat(preview.days()).hasSize(1);
    return preview.days().getFirst();
  }

  /** Sprints as a tool's export tells them: no spans, no breaks, gaps of every kind. */
  private static Diary imported() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    Task chat = diary.task("Chat", "Appen", Pay.NONE);
    work(diary, boxes, "T08:40", 95);
    work(diary, boxes, "T10:17", 50);
    work(diary, chat, "T11:07", 42);
    work(diary, boxes, "T13:00", 130);
    return diary;
  }

  private static void work(Diary diary, Task task, String from, int minutes) {
    diary.sprint(task, diary.at(DAY + from), minutes, null, null, null);
    diary.spans.clear();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theFiguresAreThoseOfSimulateWithTheSameWork(List<String> rules) throws Exception {
    RulesPreview.Day day = preview(imported(), rules);

    Event.Summary summary = simulated(day.would().stretches(), rules);

    assertThat(day.would().work()).isEqualTo(day.was().work()).isEqualTo(Duration.ofMinutes(317));
    assertThat(summary.workSeconds()).isEqualTo(day.would().work().toSeconds());
    assertThat(summary.breakSeconds() + summary.naturalRestSeconds())
        .isEqualTo(day.would().rest().toSeconds());
    assertThat(summary.breaksTaken()).isEqualTo(day.would().breaks());
  }

  /**
   * The replayed day as a script: work begins and ends where it did, and a break is accepted where
   * one begins. Were one not due there, the coach would refuse it.
   */
  private static Event.Summary simulated(List<Stretch> day, List<String> rules) throws Exception {
    Script.Builder script = new Script.Builder();
    List<Map<String, Object>> lines = new ArrayList<>();
    Instant at = day.getFirst().interval().start();
    boolean working = false;
    String task = "";
    for (Stretch one : day) {
      if (one.interval().start().isAfter(at) && working) {
        lines.add(line(at, "stop"));
        lines.add(line(at, "idle"));
        working = false;
      }
      at = one.interval().end();
      switch (one.state()) {
        case WORK -> {
          String next = String.valueOf(one.task());
          if (!working) {
            lines.add(line(one.interval().start(), "active"));
            lines.add(start(one.interval().start(), next));
          } else if (!next.equals(task)) {
            lines.add(Map.of("at", text(one.interval().start()), "do", "switch", "task", next));
          }
          working = true;
          task = next;
        }
        case BREAK -> {
          lines.add(line(one.interval().start(), "accept"));
          lines.add(line(one.interval().end(), "end-break"));
          working = false;
        }
        default -> throw new AssertionError(one);
      }
    }
    lines.add(line(at, "stop"));
    lines.add(line(at, "end"));
    for (int i = 0; i < lines.size(); i++) {
      script.add(i + 1, lines.get(i));
    }
    List<TimedEvent> told = new ArrayList<>();
    Simulation.run(
        script.build(lines.size()), preferences(rules), BERLIN, new InMemoryJournal(), told::add);
    return (Event.Summary) told.getLast().event();
  }

  private static Map<String, Object> line(Instant at, String verb) {
    return Map.of("at", text(at), "do", verb);
  }

  private static Map<String, Object> start(Instant at, String task) {
    return Map.of("at", text(at), "do", "start", "task", task);
  }

  private static String text(Instant at) {
    return at.atZone(BERLIN).toOffsetDateTime().toString();
  }

  @Test
  void breaksAreCountedFromWhatOneCanRecomputeByHand() {
    Diary diary = new Diary(BERLIN);
    work(diary, diary.task("Boxes", "Remotasks", Pay.NONE), "T09:00", 180);

    RulesPreview.Day day = preview(diary, FLOW);

    assertThat(day.was().breaks()).isZero();
    assertThat(day.was().longestStretch()).isEqualTo(Duration.ofHours(3));
    assertThat(day.would().breaksAfter())
        .containsExactly(
            Duration.ofMinutes(45),
            Duration.ofMinutes(90),
            Duration.ofMinutes(135),
            Duration.ofMinutes(180));
    assertThat(day.would().longestStretch()).isEqualTo(Duration.ofMinutes(45));
    assertThat(day.would().rest()).isEqualTo(Duration.ofMinutes(48));
    assertThat(day.difference().added()).isEqualTo(4);
  }

  @Test
  void aDayLivedByTheRulesIsTheSameUnderThem() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    Instant at = diary.at(DAY + "T09:00");
    for (int i = 1; i <= 3; i++) {
      at = diary.sprint(boxes, at, 25, null, null, null).end();
      diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, at, 5);
      at = at.plus(Duration.ofMinutes(5));
      diary.span(boxes, SpanState.READY, at, Duration.ofMinutes(2));
      at = at.plus(Duration.ofMinutes(2));
    }

    RulesPreview.Day day = preview(diary, POMODORO);

    assertThat(day.would().breaksAfter()).isEqualTo(day.was().breaksAfter());
    assertThat(day.difference().added() + day.difference().moved() + day.difference().dropped())
        .isZero();
    assertThat(day.would().rest()).isEqualTo(day.was().rest());
    assertThat(day.would().peakFatigue()).isNotNull();
  }

  @Test
  void whatThePersonDidUnaskedStays() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    Instant at = diary.sprint(boxes, diary.at(DAY + "T09:00"), 20, null, null, null).end();
    diary.rest(BreakKind.REST, Route.TIRED, true, at, 12);
    at = diary.sprint(boxes, at.plusSeconds(720), 20, null, null, null).end();
    diary.rest(BreakKind.NATURAL, Route.NATURAL, true, at, 30);
    at = diary.sprint(boxes, at.plusSeconds(1800), 30, null, null, null).end();

    RulesPreview.Day day = preview(diary, FLOW);

    assertThat(day.would().rest()).isEqualTo(Duration.ofMinutes(42)).isEqualTo(day.was().rest());
    assertThat(day.would().longestStretch()).isEqualTo(Duration.ofMinutes(30));
    assertThat(day.would().breaksAfter()).containsExactly(Duration.ofMinutes(20));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noRuleChangesTheWorkAndRestInFlowIsNeverLate(long seed) {
    Random chance = new Random(seed);
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    Task chat = diary.task("Chat", "Appen", Pay.NONE);
    Instant at = diary.at(DAY + "T08:00");
    for (int i = 0; i < 8; i++) {
      Task task = chance.nextBoolean() ? boxes : chat;
      at = diary.sprint(task, at, 5 + chance.nextInt(70), null, null, null).end();
      int minutes = 1 + chance.nextInt(25);
      switch (chance.nextInt(5)) {
        case 0 -> diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, at, minutes);
        case 1 -> diary.rest(BreakKind.REST, Route.MANUAL, true, at, minutes);
        case 2 ->
            diary.span(task, null, SpanState.AWAY, "lock", at, Duration.ofMinutes(minutes + 2L));
        case 3 -> diary.span(task, SpanState.IDLE, at, Duration.ofMinutes(4));
        default -> {}
      }
      at = at.plus(Duration.ofMinutes(minutes + 2L));
    }

    for (List<String> rules : List.of(POMODORO, LONG, FLOW, EASY)) {
      RulesPreview.Day day = preview(diary, rules);
      assertThat(day.would().work()).as("%s", rules).isEqualTo(day.was().work());
      if (rules == FLOW) {
        assertThat(day.would().longestStretch()).isLessThanOrEqualTo(Duration.ofMinutes(60));
      }
    }
  }

  @Test
  void theLastDayIsTheNewestWithAnHourOfWork() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    work(diary, boxes, "T09:00", 90);
    diary.sprint(boxes, diary.at(DAY.plusDays(2) + "T09:00"), 20, null, null, null);

    assertThat(lastDay(diary, DAY.plusDays(2))).isEqualTo(DAY);
    diary.sprint(boxes, diary.at(DAY.plusDays(2) + "T10:00"), 40, null, null, null);
    assertThat(lastDay(diary, DAY.plusDays(2))).isEqualTo(DAY.plusDays(2));
  }

  @Test
  void whereNoDayHasAnHourOfWorkItIsTheOneWithMost() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    assertThat(lastDay(diary, DAY)).isEqualTo(DAY);
    diary.sprint(boxes, diary.at(DAY.minusDays(3) + "T09:00"), 30, null, null, null);
    diary.sprint(boxes, diary.at(DAY.minusDays(1) + "T09:00"), 10, null, null, null);
    assertThat(lastDay(diary, DAY)).isEqualTo(DAY.minusDays(3));
  }

  private static LocalDate lastDay(Diary diary, LocalDate today) {
    return RulesPreview.lastDay(
        journal(diary), Preferences.DEFAULTS, diary.zone, diary.at(today + "T23:00"));
  }

  @Test
  void aReplayThatIsNotWantedAnyMoreEndsBeforeTheNextDay() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    work(diary, boxes, "T09:00", 90);
    List<String> heard = new ArrayList<>();

    assertThat(
            RulesPreview.of(
                journal(diary),
                Preferences.DEFAULTS,
                preferences(FLOW),
                DAY.minusDays(2),
                DAY,
                diary.zone,
                diary.at(DAY + "T23:00"),
                (done, all) -> {
                  heard.add(done + " of " + all);
                  return done < 1;
                }))
        .isEmpty();
    assertThat(heard).containsExactly("0 of 3", "1 of 3");
  }
}
