package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.respite.coach.port.Ask;
import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.RecordFields;
import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the open session stands on stays, and a coach finds its way back where it is gone. */
class OpenSessionTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Task BOXES = Task.named(new UUID(4, 1), "Boxes");
  private static final Task OTHER = Task.named(new UUID(4, 2), "Other");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<String> aside = new ArrayList<>();
  private Instant now = NINE;
  private CoachCore core = open();

  private final CoachService service =
      new CoachService(
          journal,
          new SuppliedClock(NINE, () -> now),
          UUID::randomUUID,
          LinkedHashMap::new,
          (document, zone) -> document.toString(),
          input -> tell(input));

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
        7,
        (kept, why) -> {
          aside.add(why);
          return "open-state.json";
        });
  }

  private List<TimedEvent> tell(Input input) {
    core.ticked(reading());
    return core.handle(reading(), input);
  }

  private void after(Duration length) {
    Instant until = now.plus(length);
    while (now.isBefore(until)) {
      now = now.plusSeconds(Math.min(20, Duration.between(now, until).toSeconds()));
      tell(new Input.Tick());
    }
  }

  private Map<String, @Nullable Object> ask(String what, Map<String, @Nullable Object> with) {
    long before = journal.sequence();
    Map<String, @Nullable Object> answer = Ask.of(service, what, with);
    if (journal.sequence() != before) {
      tell(core.historyChanged());
    }
    return answer;
  }

  private void refuses(String what, Map<String, @Nullable Object> with, String reason) {
    long before = journal.sequence();
    CoachException refused = catchThrowableOfType(CoachException.class, () -> ask(what, with));
    assertThat(refused).as("%s %s", what, with).isNotNull();
    assertThat(refused.kind()).isEqualTo(CoachException.Kind.NO);
    assertThat(refused).hasMessageContaining(reason).hasMessageNotContaining("\n");
    assertThat(journal.sequence()).isEqualTo(before);
  }

  private void save(Task task) {
    ask(Ask.SAVE_TASK, Map.of("task", RecordFields.of(task)));
  }

  private static Map<String, @Nullable Object> put(JournalRecord record) {
    return Map.of("put", List.of(RecordFields.of(record)));
  }

  private void start(Task task) {
    tell(new Input.Start(task, null, false));
  }

  @Test
  void b75UndoDoesNotTakeTheTaskFromUnderTheSprint() {
    save(OTHER);
    start(OTHER);
    after(Duration.ofMinutes(5));
    refuses(Ask.UNDO, Map.of(), "the open session works on 'Other'");
    after(Duration.ofMinutes(25));
    assertThat(journal.all(Sprint.class)).hasSize(1);
    tell(new Input.Stop());
    refuses(Ask.UNDO, Map.of(), "there is work on that task by now");
  }

  @Test
  void b75WhatTheSessionStandsOnIsNeitherArchivedNorEditedAwayNorImportedOver() {
    save(BOXES);
    save(OTHER);
    start(BOXES);
    after(Duration.ofMinutes(5));
    tell(new Input.SwitchTask(OTHER));
    after(Duration.ofMinutes(5));
    Span first = journal.all(Span.class).getFirst();
    refuses(Ask.ARCHIVE_TASK, Map.of("task", "Boxes", "archived", true), "works on 'Boxes'");
    refuses(Ask.ARCHIVE_TASK, Map.of("task", "Other", "archived", true), "works on 'Other'");
    refuses(Ask.IMPORT, put(OTHER.withArchived(true)), "works on 'Other'");
    refuses(Ask.DELETE_RECORD, Map.of("id", first.id().toString()), "the sprint that is running");
    refuses(
        Ask.IMPORT,
        put(first.withTimes(first.start(), first.end().minusSeconds(9))),
        "the sprint that is running");
    UUID any = new UUID(9, 9);
    refuses(
        Ask.IMPORT,
        put(
            new Span(
                any, any, null, null, SpanState.BREAK, null, NINE.plusSeconds(400), now, null)),
        "in the time of the session that is open");
  }

  @Test
  void b75TheSameHoldsWhileNoCoachRuns() {
    save(OTHER);
    start(OTHER);
    after(Duration.ofMinutes(5));
    core.checkpoint(reading());
    CoachService alone =
        new CoachService(
            journal,
            new SuppliedClock(NINE, () -> now),
            UUID::randomUUID,
            LinkedHashMap::new,
            (document, zone) -> document.toString(),
            input -> {});
    assertThatThrownBy(() -> alone.ask(new CoachRequest.Undo()))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining("works on 'Other'");
    core = open();
    assertThat(core.snapshot(reading()).task()).isEqualTo("Other");
    assertThat(aside).isEmpty();
  }

  @Test
  void whatTheSessionOnlyUsesCanBeEdited() {
    save(BOXES);
    start(BOXES);
    after(Duration.ofMinutes(26));
    save(BOXES.withName("Crates"));
    assertThat(core.snapshot(reading()).task()).isEqualTo("Crates");
    Sprint ended = journal.all(Sprint.class).getFirst();
    ask(Ask.EDIT_RECORD, Map.of("id", ended.id().toString(), "items", 12L));
    ask(Ask.UNDO, Map.of());
    assertThat(ask(Ask.UNDO, Map.of())).containsEntry("text", "edited the task Crates");
    assertThat(core.snapshot(reading()).task()).isEqualTo("Boxes");
  }

  @Test
  void undoTellsWhereWhatItWouldTakeBackWasChangedSince() {
    save(BOXES);
    start(BOXES);
    after(Duration.ofMinutes(26));
    Sprint ended = journal.all(Sprint.class).getFirst();
    ask(Ask.EDIT_RECORD, Map.of("id", ended.id().toString(), "items", 12L));
    tell(new Input.CheckIn(false, 4, 5, 30, null, null, null));
    refuses(Ask.UNDO, Map.of(), "was changed again since");
    assertThat(journal.byId(Sprint.class, ended.id()).orElseThrow().items()).isEqualTo(30);
    refuses(Ask.UNDO, Map.of(), "works on 'Boxes'");
  }

  @Test
  void undoDoesNotBringBackTimeWhereOtherTimeIsBookedByNow() {
    save(BOXES);
    Map<String, @Nullable Object> sprint =
        Map.of("task", "Boxes", "start", "2026-03-02T07:00:00Z", "end", "2026-03-02T07:30:00Z");
    ask(Ask.ADD_RECORD, sprint);
    Sprint added = journal.all(Sprint.class).getFirst();
    ask(Ask.DELETE_RECORD, Map.of("id", added.id().toString()));
    UUID any = new UUID(9, 9);
    Interval there = new Interval(added.start().plusSeconds(60), added.end());
    ask(
        Ask.IMPORT,
        put(
            new Span(
                any, any, null, null, SpanState.BREAK, null, there.start(), there.end(), null)));
    refuses(Ask.UNDO, Map.of(), "other time is booked there by now");
  }

  private void keepOtherwise(String name, @Nullable String value) {
    core.checkpoint(reading());
    Checkpoint kept = journal.checkpoint().orElseThrow();
    Map<String, String> values = new HashMap<>(kept.values());
    values.remove(name);
    if (value != null) {
      values.put(name, value);
    }
    journal.keep(new Checkpoint(kept.at(), kept.boot(), values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"inSet", "day", "zone", "timeline.anchor", "limit.said", "presence.known"})
  void aStateThatCannotBeReadIsSetAsideAndItsSessionIsOfferedForRecovery(String broken) {
    save(BOXES);
    start(BOXES);
    after(Duration.ofMinutes(10));
    keepOtherwise(broken, "nonsense");
    if (broken.equals("limit.said") || broken.equals("presence.known")) {
      keepOtherwise(broken, null);
    }
    now = now.plus(Duration.ofMinutes(20));
    core = open();
    List<TimedEvent> told = tell(new Input.Tick());
    assertThat(aside).hasSize(1);
    assertThat(told)
        .anyMatch(
            one ->
                one.event() instanceof Event.Advice advice
                    && advice.sentence().contains("open-state.json"));
    assertThat(core.snapshot(reading()).askRecovery()).isTrue();
    tell(new Input.Recover(Recovery.KEEP));
    assertThat(journal.all(Sprint.class).getFirst().activeSeconds()).isEqualTo(600);
    start(BOXES);
    core = open();
    assertThat(aside).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phase", "session", "open.since"})
  void whereNotEvenTheSessionCanBeReadTheDayBeginsAnew(String broken) {
    save(BOXES);
    start(BOXES);
    after(Duration.ofMinutes(10));
    keepOtherwise(broken, "nonsense");
    core = open();
    assertThat(aside).hasSize(1);
    assertThat(core.snapshot(reading()).state()).isEqualTo(Snapshot.Mode.OFF);
    start(BOXES);
    assertThat(core.snapshot(reading()).state()).isEqualTo(Snapshot.Mode.SPRINT);
  }

  @Test
  void aSessionWhoseTaskIsGoneGoesOnUnderANameThatSaysSo() {
    save(BOXES);
    start(BOXES);
    after(Duration.ofMinutes(10));
    core.checkpoint(reading());
    journal.write(List.of(new Change.Remove(Task.class, BOXES.id())), null);
    core = open();
    tell(new Input.Tick());
    assertThat(aside).hasSize(1);
    assertThat(core.snapshot(reading()).task()).startsWith("Lost task ");
    after(Duration.ofMinutes(20));
    Sprint ended = journal.all(Sprint.class).getFirst();
    assertThat(journal.byId(Task.class, ended.task())).isPresent();
    assertThat(ended.activeSeconds()).isEqualTo(25 * 60);
  }
}
