package app.respite.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.StateFields;
import app.respite.coach.port.Announcement;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CommandFields;
import app.respite.coach.port.EventFields;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.RecordFields;
import app.respite.coach.port.RequestFields;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.course.DayState;
import app.respite.domain.day.course.SmallHistory;
import app.respite.domain.day.limits.LimitsState;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.tiredness.TirednessState;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is written for the socket, the checkpoint or a file is read again as it was, by way of
 * the text that stands there: every record, request, command and event, with all its parts and with
 * few.
 */
class RoundTripsTest {
  private static final int EACH = 20;

  private static final SettingsStore.Loaded SETTINGS =
      new SettingsStore.Loaded(
          Preferences.DEFAULTS
              .with(CoachKeys.DAY_LIMIT, Duration.ofHours(7))
              .with("Boxes", CoachKeys.HEAVY, true),
          List.of(
              new SettingsStore.Problem(3, "day.limit", "no length: 'long'"),
              new SettingsStore.Problem(0, "", "the file cannot be read")));

  private static RandomValues values(long seed, double nulls) {
    RandomValues values = new RandomValues(seed, nulls);
    values
        .with(Preferences.class, () -> Preferences.DEFAULTS)
        .with(
            SettingsStore.Edit.class,
            () ->
                values.of(Integer.class) > 2
                    ? new SettingsStore.Edit(null, CoachKeys.DAY_LIMIT, "7h")
                    : new SettingsStore.Edit("Boxes", CoachKeys.HEAVY, null))
        .with(Class.class, () -> Sprint.class)
        .with(
            JournalRecord.Edit.class,
            () ->
                JournalRecord.Edit.of(
                    Sprint.class, values.of(UUID.class), values.of(Instant.class), true))
        .with(
            app.respite.domain.day.Change.Remove.class,
            () -> new app.respite.domain.day.Change.Remove(Sprint.class, values.of(UUID.class)))
        .with(
            Interval.class,
            () -> {
              Instant start = values.of(Instant.class);
              return new Interval(start, start.plus(values.of(Duration.class)));
            });
    return values;
  }

  private static Map<String, @Nullable Object> throughText(Map<String, @Nullable Object> fields) {
    try {
      return Json.readObject(Json.write(fields, ZoneOffset.UTC));
    } catch (JsonException broken) {
      throw new AssertionError(broken);
    }
  }

  static Stream<Class<? extends Record>> records() {
    return RandomValues.members(JournalRecord.class);
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordComesBack(Class<? extends Record> kind) {
    for (int seed = 0; seed < EACH; seed++) {
      JournalRecord record = (JournalRecord) values(seed, seed / (double) EACH).of(kind);
      assertThat(RecordFields.read(throughText(RecordFields.of(record)))).isEqualTo(record);
    }
  }

  static Stream<Class<? extends Record>> requests() {
    return RandomValues.members(CoachRequest.class);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestComesBack(Class<? extends Record> kind) {
    for (int seed = 0; seed < EACH; seed++) {
      CoachRequest<?> request = (CoachRequest<?>) values(seed, seed / (double) EACH).of(kind);
      Map<String, @Nullable Object> fields = throughText(RequestFields.of(request));
      assertThat(fields.keySet()).first().isEqualTo(RequestFields.WORD);
      assertThat(RequestFields.read(fields)).isEqualTo(request);
    }
  }

  @Test
  void anAnswerComesBackToWhoAsked() {
    for (int seed = 0; seed < EACH; seed++) {
      RandomValues values = values(seed, seed / (double) EACH);
      Task task = values.of(Task.class);
      JournalRecord record = values.of(JournalRecord.class);
      CoachRequest.Entry entry = values.of(CoachRequest.Entry.class);
      comesBack(new CoachRequest.SaveTask(task, null), task);
      comesBack(new CoachRequest.SaveTask(task, LocalDate.of(2026, 12, 1)), task);
      comesBack(
          new CoachRequest.SaveVerdicts(List.of(values.of(Verdict.class))),
          new CoachRequest.Done());
      comesBack(
          new CoachRequest.SaveReports(List.of(values.of(Report.class))), new CoachRequest.Done());
      comesBack(new CoachRequest.ArchiveTask("Boxes", true), task);
      comesBack(new CoachRequest.AddRecord(entry), record);
      comesBack(new CoachRequest.EditRecord("last", entry), record);
      comesBack(new CoachRequest.MergeTasks("Boxes", "Cars"), "Merged.\nTake it back.");
      comesBack(new CoachRequest.DeleteRecord("last"), "a sprint of 25 minutes");
      Payout payout = values.of(Payout.class);
      comesBack(new CoachRequest.BookPayout(payout, true), payout);
      comesBack(new CoachRequest.EditPayout(payout, false), payout);
      comesBack(new CoachRequest.RemovePayout(payout.id()), "65.50 USD of Appen");
      Platform platform = values.of(Platform.class);
      comesBack(new CoachRequest.SavePlatform(platform), platform);
      comesBack(new CoachRequest.Undo(), "delete a sprint");
      comesBack(new CoachRequest.Redo(), "delete a sprint");
      comesBack(
          new CoachRequest.Edits(),
          new CoachRequest.EditLabels(List.of("delete a sprint", "add one"), List.of()));
      comesBack(new CoachRequest.Import(List.of(record), List.of()), 1_000_000L + seed);
      comesBack(new CoachRequest.Today(), Map.of("sprints", 3L));
      comesBack(new CoachRequest.Tell(Map.of("do", "stop"), null), lines(values));
      comesBack(new CoachRequest.Status(true, null), lines(values));
      comesBack(new CoachRequest.ShowWindow("review"), new CoachRequest.Done());
      comesBack(new CoachRequest.ViewShown(Prompting.Form.VIEW), new CoachRequest.Done());
      comesBack(new CoachRequest.Settings(), SETTINGS);
      comesBack(new CoachRequest.SaveSettings(List.of()), SETTINGS);
      comesBack(new CoachRequest.Quit(), new CoachRequest.Done());
    }
  }

  private static CoachRequest.Lines lines(RandomValues values) {
    return values.of(CoachRequest.Lines.class);
  }

  private static void comesBack(CoachRequest<?> request, Object answer) {
    assertThat(
            (Object) RequestFields.answer(request, throughText(RequestFields.of(request, answer))))
        .isEqualTo(answer);
  }

  static Stream<Class<? extends Record>> commands() {
    return RandomValues.members(Input.Command.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandComesBackWithTheTaskOfItsName(Class<? extends Record> kind) throws Exception {
    Task boxes = Task.named(new UUID(1, 1), "Boxes");
    for (int seed = 0; seed < EACH; seed++) {
      RandomValues values = values(seed, seed / (double) EACH).with(Task.class, () -> boxes);
      values.with(
          Input.AnswerIdle.class,
          () -> {
            IdleAnswer as = values.of(IdleAnswer.class);
            return new Input.AnswerIdle(
                as, as == IdleAnswer.SPLIT ? values.of(Duration.class) : null);
          });
      Input.Command command = (Input.Command) values.of(kind);
      Map<String, @Nullable Object> fields = throughText(CommandFields.of(command));
      assertThat(
              CommandFields.read(fields)
                  .withTask(named -> named.name().equals(boxes.name()) ? boxes : named))
          .isEqualTo(command);
    }
  }

  static Stream<Class<? extends Record>> events() {
    return RandomValues.members(Event.class);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anUpdateComesBackWithWhatHappened(Class<? extends Record> kind) {
    for (int seed = 0; seed < EACH; seed++) {
      RandomValues values = values(seed, seed / (double) EACH);
      Event event = (Event) values.of(kind);
      Instant at = values.of(Instant.class);
      assertThat(EventFields.of(at, event)).containsEntry("event", event.name());
      Update update =
          values
              .of(Update.class)
              .with(
                  List.of(
                      new Announcement.OfDay(at, event),
                      new Announcement.ShowWindow(at, "review"),
                      new Announcement.SettingsChanged(at)));
      assertThat(UpdateFields.read(throughText(UpdateFields.of(update, null)))).isEqualTo(update);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.7, 1})
  void theOpenStateComesBackFromItsTexts(double nulls) {
    for (int seed = 0; seed < 50; seed++) {
      Task task = values(seed, nulls).of(Task.class);
      Sprint sprint = values(seed, 0).of(Sprint.class);
      RandomValues values =
          values(seed, nulls)
              .with(Task.class, () -> task)
              .with(Sprint.class, () -> sprint)
              .with(TirednessState.class, () -> TirednessState.UNKNOWN);
      DayState made = values.of(DayState.class);
      if (made.session().phase() instanceof Phase.OnBreak && made.breaks().running() == null) {
        continue; // no day comes to this
      }
      DayState state = with(made, new Ledger(List.of(), made.ledger().open()), Duration.ZERO);
      Map<String, String> texts = StateFields.of(state);
      SmallHistory kept = new SmallHistory(List.of(task), List.of(sprint));
      DayState read = StateFields.read(texts, Preferences.DEFAULTS, kept);
      assertThat(with(read, read.ledger(), Duration.ZERO)).isEqualTo(state);
      assertThat(StateFields.of(read)).isEqualTo(texts);
    }
  }

  /** The same with what history says. */
  private static DayState with(DayState state, Ledger ledger, Duration weekBefore) {
    LimitsState limits = state.limits();
    return new DayState(
        state.frame(),
        state.presence(),
        ledger,
        state.session(),
        state.uncounted(),
        state.holds(),
        state.tiredness(),
        state.breaks(),
        new LimitsState(limits.said(), limits.again(), weekBefore, limits.weekSaid()),
        state.offers(),
        state.advice(),
        state.questions());
  }

  @ParameterizedTest
  @MethodSource("records")
  void aFieldThatIsMissingOrOfAnotherKindIsNamed(Class<? extends Record> kind) {
    JournalRecord record = (JournalRecord) values(3, 0).of(kind);
    Map<String, @Nullable Object> whole = throughText(RecordFields.of(record));
    for (String field : whole.keySet()) {
      if (whole.get(field) instanceof String text && !field.equals("kind")) {
        Map<String, @Nullable Object> broken = new HashMap<>(whole);
        broken.put(field, List.of(text));
        if (!isText(record, field)) {
          assertThatThrownBy(() -> RecordFields.read(broken))
              .as(field)
              .hasMessageStartingWith("'" + field + "' should be ");
        }
      }
    }
  }

  private static boolean isText(JournalRecord record, String field) {
    return Stream.of(record.getClass().getRecordComponents())
            .anyMatch(part -> part.getName().equals(field) && part.getType() == String.class)
        || field.equals("currency");
  }
}
