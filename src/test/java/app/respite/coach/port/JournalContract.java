package app.respite.coach.port;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Change;
import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Absence;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal promises, wherever it keeps its records. */
public abstract class JournalContract {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Comparator<JournalRecord> ORDER =
      comparing(JournalRecord::begins, nullsLast(naturalOrder()))
          .thenComparing(record -> record.id().toString());

  protected Journal journal;

  /** A new, empty journal. */
  protected abstract Journal open() throws Exception;

  @BeforeEach
  void openOne() throws Exception {
    journal = open();
  }

  @AfterEach
  void closeIt() {
    journal.close();
  }

  @Test
  void aNewJournalIsEmpty() {
    assertThat(RandomRecords.KINDS).allSatisfy(kind -> assertThat(journal.all(kind)).isEmpty());
    assertThat(journal.checkpoint()).isEmpty();
    assertThat(journal.undo()).isEmpty();
    assertThat(journal.byId(Task.class, id(1))).isEmpty();
    assertThat(journal.latest(Absence.class, NINE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void everyKindComesBackAsItWasPut(double nulls) {
    var records = new RandomRecords(11, nulls);
    for (var kind : RandomRecords.KINDS) {
      for (int i = 0; i < 60; i++) {
        JournalRecord record = records.of(kind, records.id());
        put(record);
        assertThat(journal.byId(kind, record.id()).map(found -> (JournalRecord) found))
            .hasValue(record);
      }
    }
  }

  @Test
  void timesKeepTheirNanoseconds() {
    Absence absence = absence(1, NINE.plusNanos(1), NINE.plusNanos(2));
    put(absence);
    assertThat(journal.all(Absence.class)).containsExactly(absence);
    assertThat(find(NINE.plusNanos(1), NINE.plusNanos(2))).containsExactly(absence);
    assertThat(find(NINE, NINE.plusNanos(1))).isEmpty();
    assertThat(find(NINE.plusNanos(2), NINE.plusNanos(3))).isEmpty();
  }

  @Test
  void timesBefore1970AreTimesToo() {
    Instant then = Instant.parse("1969-12-31T23:59:59.999999999Z");
    put(absence(1, then, then.plusSeconds(1)));
    assertThat(journal.all(Absence.class)).containsExactly(absence(1, then, then.plusSeconds(1)));
  }

  @Test
  void theSameIdReplaces() {
    put(Task.named(id(1), "Boxes"));
    put(Task.named(id(1), "Polygons"));
    assertThat(journal.all(Task.class)).containsExactly(Task.named(id(1), "Polygons"));
  }

  @Test
  void theSameIdInTwoKindsIsTwoRecords() {
    put(Task.named(id(1), "Boxes"), decision(1, NINE));
    journal.write(List.of(new Change.Remove(Decision.class, id(1))), null);
    assertThat(journal.all(Task.class)).hasSize(1);
    assertThat(journal.all(Decision.class)).isEmpty();
  }

  @Test
  void changesOfOneWriteHappenInTheirOrder() {
    journal.write(
        List.of(
            new Change.Put(Task.named(id(1), "a")),
            new Change.Remove(Task.class, id(1)),
            new Change.Put(Task.named(id(2), "a")),
            new Change.Put(Task.named(id(2), "b")),
            new Change.Remove(Task.class, id(3)),
            new Change.Put(Task.named(id(3), "c"))),
        null);
    assertThat(journal.all(Task.class))
        .containsExactly(Task.named(id(2), "b"), Task.named(id(3), "c"));
  }

  @Test
  void removingWhatIsNotThereIsNoFault() {
    long before = journal.sequence();
    long after = journal.write(List.of(new Change.Remove(Task.class, id(1))), "Remove it");
    assertThat(after).isGreaterThan(before);
    assertThat(journal.undo()).hasValue("Remove it");
    assertThat(journal.all(Task.class)).isEmpty();
  }

  @Test
  void recordsComeByBeginThenByIdAsText() {
    UUID high = UUID.fromString("f0000000-0000-4000-8000-000000000000");
    UUID low = UUID.fromString("00000000-0000-4000-8000-000000000000");
    Decision a = new Decision(high, NINE, BreakKind.SHORT, Answer.SKIPPED, null);
    Decision b = new Decision(low, NINE, BreakKind.SHORT, Answer.SKIPPED, null);
    Decision c = decision(1, NINE.minusNanos(1));
    put(a, b, c);
    assertThat(journal.all(Decision.class)).containsExactly(c, b, a);
    assertThat(journal.find(Decision.class, hours(0, 1))).containsExactly(b, a);
    assertThat(journal.latest(Decision.class, NINE.plusNanos(1))).hasValue(a);
    put(Task.named(high, "a"), Task.named(low, "b"));
    assertThat(journal.all(Task.class)).extracting(Task::id).containsExactly(low, high);
  }

  @Test
  void aStretchIsFoundWhereItOverlapsAndNotWhereItOnlyTouches() {
    Absence nineToTen = absence(1, NINE, NINE.plus(Duration.ofHours(1)));
    put(nineToTen);
    assertThat(find(hours(0, 1))).containsExactly(nineToTen);
    assertThat(find(hours(-1, 2))).containsExactly(nineToTen);
    assertThat(find(NINE.plusSeconds(60), NINE.plusSeconds(61))).containsExactly(nineToTen);
    assertThat(find(hours(-1, 0))).isEmpty();
    assertThat(find(hours(1, 2))).isEmpty();
    assertThat(find(NINE.minusSeconds(60), NINE.plusNanos(1))).containsExactly(nineToTen);
    assertThat(find(NINE.plusSeconds(3_600).minusNanos(1), NINE.plusSeconds(9_999)))
        .containsExactly(nineToTen);
  }

  @Test
  void aMomentIsFoundFromTheStartUpToButNotAtTheEnd() {
    put(decision(1, NINE), absence(1, NINE, NINE));
    for (Class<? extends JournalRecord> kind : List.of(Decision.class, Absence.class)) {
      assertThat(journal.find(kind, hours(0, 1))).hasSize(1);
      assertThat(journal.find(kind, hours(-1, 1))).hasSize(1);
      assertThat(journal.find(kind, hours(-1, 0))).isEmpty();
      assertThat(journal.find(kind, hours(0, 0))).isEmpty();
    }
  }

  @Test
  void anEmptyIntervalFindsOnlyWhatGoesOnAcrossIt() {
    Absence around = absence(1, NINE.minusSeconds(1), NINE.plusSeconds(1));
    put(around, absence(2, NINE, NINE.plusSeconds(1)), absence(3, NINE.minusSeconds(1), NINE));
    assertThat(find(hours(0, 0))).containsExactly(around);
  }

  @Test
  void aStretchOfManyDaysIsFoundOnEachOfThem() {
    Absence holiday = absence(1, NINE, NINE.plus(Duration.ofDays(30)));
    Absence nap = absence(2, NINE.plus(Duration.ofDays(20)), NINE.plus(Duration.ofDays(21)));
    put(nap, holiday);
    assertThat(find(hours(24 * 20 + 3, 24 * 20 + 4))).containsExactly(holiday, nap);
    assertThat(find(hours(24 * 20, 24 * 20 + 4))).containsExactly(holiday, nap);
    assertThat(find(hours(24 * 25, 24 * 26))).containsExactly(holiday);
    assertThat(find(hours(24 * 30, 24 * 31))).isEmpty();
  }

  @Test
  void allOfTimeIsAnInterval() {
    Instant early = Instant.parse("1950-03-02T09:00:00Z");
    Absence first = absence(1, early, early.plusSeconds(1));
    Absence second = absence(2, NINE, NINE.plusSeconds(1));
    put(first, second, decision(1, NINE));
    var always = new Interval(Instant.MIN, Instant.MAX);
    assertThat(journal.find(Absence.class, always)).containsExactly(first, second);
    assertThat(journal.find(Decision.class, always)).hasSize(1);
    assertThat(journal.latest(Absence.class, Instant.MAX)).hasValue(second);
    assertThat(journal.latest(Absence.class, Instant.MIN)).isEmpty();
  }

  @Test
  void whatHasNoTimeIsNotFoundByTime() {
    put(Task.named(id(1), "Boxes"), item(1, null, null));
    var always = new Interval(Instant.MIN, Instant.MAX);
    assertThat(journal.find(Task.class, always)).isEmpty();
    assertThat(journal.find(WorkItem.class, always)).isEmpty();
    assertThat(journal.latest(Task.class, Instant.MAX)).isEmpty();
    assertThat(journal.latest(WorkItem.class, Instant.MAX)).isEmpty();
  }

  @Test
  void anItemWithOneTimeIsAMoment() {
    WorkItem started = item(1, NINE, null);
    WorkItem ended = item(2, null, NINE);
    WorkItem both = item(3, NINE.minusSeconds(60), NINE.plusSeconds(60));
    WorkItem none = item(4, null, null);
    put(none, ended, started, both);
    assertThat(journal.find(WorkItem.class, hours(0, 1))).containsExactly(both, started, ended);
    assertThat(journal.find(WorkItem.class, hours(-1, 0))).containsExactly(both);
    assertThat(journal.find(WorkItem.class, hours(1, 2))).isEmpty();
    assertThat(journal.all(WorkItem.class)).containsExactly(both, started, ended, none);
  }

  @Test
  void theLatestBeginsStrictlyBefore() {
    Absence early = absence(1, NINE, NINE.plus(Duration.ofHours(5)));
    Absence late = absence(2, NINE.plusSeconds(60), NINE.plusSeconds(61));
    put(late, early);
    assertThat(journal.latest(Absence.class, NINE)).isEmpty();
    assertThat(journal.latest(Absence.class, NINE.plusNanos(1))).hasValue(early);
    assertThat(journal.latest(Absence.class, NINE.plusSeconds(60))).hasValue(early);
    assertThat(journal.latest(Absence.class, NINE.plusSeconds(9_999))).hasValue(late);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomRecordsAreFoundExactlyWhereTheyTouch(long seed) {
    var records = new RandomRecords(seed, 0.3);
    var random = new Random(seed);
    Map<Class<? extends JournalRecord>, List<JournalRecord>> put = new HashMap<>();
    var changes = new ArrayList<Change>();
    for (int i = 0; i < 600; i++) {
      JournalRecord record = records.any();
      put.computeIfAbsent(record.getClass(), kind -> new ArrayList<>()).add(record);
      changes.add(new Change.Put(record));
    }
    journal.write(changes, null);
    for (var kind : RandomRecords.KINDS) {
      List<JournalRecord> of = put.getOrDefault(kind, List.of());
      assertThat(new ArrayList<JournalRecord>(journal.all(kind)))
          .isEqualTo(of.stream().sorted(ORDER).toList());
      for (int i = 0; i < 40; i++) {
        // Half the edges are those of records, where mistakes would be made.
        Instant from = edge(of, records, random);
        Instant to = edge(of, records, random);
        var interval = from.isAfter(to) ? new Interval(to, from) : new Interval(from, to);
        assertThat(new ArrayList<JournalRecord>(journal.find(kind, interval)))
            .isEqualTo(of.stream().filter(r -> touches(r, interval)).sorted(ORDER).toList());
        assertThat(journal.latest(kind, from).map(record -> (JournalRecord) record))
            .isEqualTo(
                of.stream()
                    .filter(r -> r.begins() != null && r.begins().isBefore(from))
                    .max(ORDER));
      }
    }
  }

  private static Instant edge(List<JournalRecord> of, RandomRecords records, Random random) {
    Instant other = records.instant();
    if (of.isEmpty()) {
      return other;
    }
    JournalRecord record = of.get(random.nextInt(of.size()));
    Instant edge = random.nextBoolean() ? record.begins() : record.ends();
    return edge == null || random.nextBoolean() ? other : edge;
  }

  private static boolean touches(JournalRecord record, Interval interval) {
    Instant begins = record.begins();
    if (begins == null) {
      return false;
    }
    Instant ends = record.ends() == null ? begins : record.ends();
    boolean inside = !begins.isBefore(interval.start()) && begins.isBefore(interval.end());
    return begins.equals(ends) ? inside : new Interval(begins, ends).overlaps(interval);
  }

  @Test
  void everyChangeRaisesTheSequence() {
    long zero = journal.sequence();
    long one = journal.write(List.of(new Change.Put(Task.named(id(1), "a"))), null);
    assertThat(one).isGreaterThan(zero).isEqualTo(journal.sequence());
    long two = journal.write(List.of(new Change.Put(Task.named(id(1), "b"))), "Rename");
    assertThat(two).isGreaterThan(one).isEqualTo(journal.sequence());
    journal.undo();
    assertThat(journal.sequence()).isGreaterThan(two);
  }

  @Test
  void whatChangesNothingLeavesTheSequence() {
    put(Task.named(id(1), "a"));
    long before = journal.sequence();
    assertThat(journal.write(List.of(), "Nothing")).isEqualTo(before);
    assertThat(journal.undo()).isEmpty();
    journal.keep(new Checkpoint(NINE, "boot", Map.of("a", "b")));
    assertThat(journal.sequence()).isEqualTo(before);
  }

  @Test
  void undoTakesBackOneLabelledChangeAfterTheOther() {
    put(Task.named(id(1), "first"));
    labelled("Rename to second", new Change.Put(Task.named(id(1), "second")));
    labelled("Add", new Change.Put(Task.named(id(2), "other")));
    labelled("Delete", new Change.Remove(Task.class, id(1)));

    assertThat(journal.undo()).hasValue("Delete");
    assertThat(journal.byId(Task.class, id(1))).hasValue(Task.named(id(1), "second"));
    assertThat(journal.undo()).hasValue("Add");
    assertThat(journal.byId(Task.class, id(2))).isEmpty();
    assertThat(journal.undo()).hasValue("Rename to second");
    assertThat(journal.all(Task.class)).containsExactly(Task.named(id(1), "first"));
    assertThat(journal.undo()).isEmpty();
    assertThat(journal.all(Task.class)).containsExactly(Task.named(id(1), "first"));
  }

  @Test
  void whatWasTakenBackIsDoneAgainUntilSomethingElseIsDone() {
    put(Task.named(id(1), "first"));
    labelled("Rename", new Change.Put(Task.named(id(1), "second")));
    labelled("Add", new Change.Put(Task.named(id(2), "other")));
    labelled("Delete", new Change.Remove(Task.class, id(1)));
    List<Task> done = journal.all(Task.class);
    assertThat(journal.step(Journal.Way.FORWARD)).isEmpty();
    for (int i = 0; i < 3; i++) {
      journal.undo();
    }
    assertThat(journal.labels(Journal.Way.FORWARD)).containsExactly("Rename", "Add", "Delete");
    assertThat(journal.labels(Journal.Way.BACK)).isEmpty();

    assertThat(journal.step(Journal.Way.FORWARD)).hasValue("Rename");
    assertThat(journal.all(Task.class)).containsExactly(Task.named(id(1), "second"));
    assertThat(journal.step(Journal.Way.FORWARD)).hasValue("Add");
    assertThat(journal.step(Journal.Way.FORWARD)).hasValue("Delete");
    assertThat(journal.all(Task.class)).isEqualTo(done);
    assertThat(journal.labels(Journal.Way.BACK)).containsExactly("Delete", "Add", "Rename");

    assertThat(journal.undo()).hasValue("Delete");
    labelled("Add a third", new Change.Put(Task.named(id(3), "third")));
    assertThat(journal.step(Journal.Way.FORWARD)).isEmpty();
    assertThat(journal.undo()).hasValue("Add a third");
    assertThat(journal.undo()).hasValue("Add");
  }

  @Test
  void aStepForwardKnowsWhetherWhatItTouchesWasChangedSince() {
    labelled("Add", new Change.Put(Task.named(id(1), "a")));
    journal.undo();
    assertThat(journal.next(Journal.Way.FORWARD).orElseThrow().intact()).isTrue();
    put(Task.named(id(1), "by the coach"));
    assertThat(journal.next(Journal.Way.FORWARD).orElseThrow().intact()).isFalse();
    journal.forget(Journal.Way.FORWARD);
    assertThat(journal.next(Journal.Way.FORWARD)).isEmpty();
  }

  @Test
  void undoLeavesWhatTheCoachWroteByItself() {
    labelled("Add", new Change.Put(Task.named(id(1), "a")));
    put(decision(1, NINE));
    assertThat(journal.undo()).hasValue("Add");
    assertThat(journal.all(Task.class)).isEmpty();
    assertThat(journal.all(Decision.class)).hasSize(1);
  }

  @Test
  void undoSurvivesARecordChangedTwiceInOneWrite() {
    put(Task.named(id(1), "first"));
    labelled(
        "Twice",
        new Change.Put(Task.named(id(1), "second")),
        new Change.Remove(Task.class, id(1)),
        new Change.Put(Task.named(id(1), "third")),
        new Change.Put(Task.named(id(2), "new")),
        new Change.Remove(Task.class, id(2)));
    assertThat(journal.undo()).hasValue("Twice");
    assertThat(journal.all(Task.class)).containsExactly(Task.named(id(1), "first"));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void undoRestoresEveryKindExactly(long seed) {
    var records = new RandomRecords(seed, 0.4);
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 8; i++) {
      ids.add(records.id());
    }
    var random = new Random(seed);
    var states = new ArrayList<List<Object>>();
    for (int step = 0; step < 25; step++) {
      states.add(everything());
      var changes = new ArrayList<Change>();
      for (int i = 0; i < 30; i++) {
        var kind = RandomRecords.KINDS.get(random.nextInt(RandomRecords.KINDS.size()));
        UUID id = ids.get(random.nextInt(ids.size()));
        changes.add(
            random.nextInt(3) == 0
                ? new Change.Remove(kind, id)
                : new Change.Put(records.of(kind, id)));
      }
      journal.write(changes, "Step " + step);
    }
    states.add(everything());
    for (int step = 24; step >= 0; step--) {
      assertThat(journal.undo()).hasValue("Step " + step);
      assertThat(everything()).isEqualTo(states.get(step));
    }
    assertThat(journal.undo()).isEmpty();
    for (int step = 0; step < 25; step++) {
      assertThat(journal.step(Journal.Way.FORWARD)).hasValue("Step " + step);
      assertThat(everything()).isEqualTo(states.get(step + 1));
    }
  }

  @Test
  void aThousandItemsGoInOneWrite() {
    var changes = new ArrayList<Change>();
    for (int i = 0; i < 2_500; i++) {
      changes.add(new Change.Put(item(i, NINE.plusSeconds(i), NINE.plusSeconds(i + 1))));
    }
    journal.write(changes, "Import");
    assertThat(journal.all(WorkItem.class)).hasSize(2_500);
    assertThat(journal.undo()).hasValue("Import");
    assertThat(journal.all(WorkItem.class)).isEmpty();
  }

  @Test
  void theLastCheckpointIsKeptWhole() {
    journal.keep(new Checkpoint(NINE, "boot-1", Map.of("state", "work", "old", "x")));
    var second =
        new Checkpoint(NINE.plusNanos(15), "", Map.of("state", "ready", "naïve 😀", "\n'\""));
    journal.keep(second);
    assertThat(journal.checkpoint()).hasValue(second);
    var empty = new Checkpoint(NINE, "boot-1", Map.of());
    journal.keep(empty);
    assertThat(journal.checkpoint()).hasValue(empty);
  }

  @Test
  void recordingKeepsChangesAndCheckpointTogether() {
    var open = new Checkpoint(NINE, "boot-1", Map.of("state", "work"));
    long first = journal.record(List.of(new Change.Put(decision(1, NINE))), open);
    assertThat(journal.all(Decision.class)).hasSize(1);
    assertThat(journal.checkpoint()).hasValue(open);
    var later = new Checkpoint(NINE.plusSeconds(1), "boot-1", Map.of());
    assertThat(journal.record(List.of(), later)).isEqualTo(first);
    assertThat(journal.checkpoint()).hasValue(later);
    assertThat(journal.undo()).isEmpty();
  }

  private List<Object> everything() {
    var found = new ArrayList<Object>();
    RandomRecords.KINDS.forEach(kind -> found.addAll(journal.all(kind)));
    return found;
  }

  private void put(JournalRecord... records) {
    var changes = new ArrayList<Change>();
    for (JournalRecord record : records) {
      changes.add(new Change.Put(record));
    }
    journal.write(changes, null);
  }

  private void labelled(String label, Change... changes) {
    journal.write(List.of(changes), label);
  }

  private List<Absence> find(Interval interval) {
    return journal.find(Absence.class, interval);
  }

  private List<Absence> find(Instant from, Instant to) {
    return find(new Interval(from, to));
  }

  private static Interval hours(int from, int to) {
    return new Interval(NINE.plus(Duration.ofHours(from)), NINE.plus(Duration.ofHours(to)));
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Absence absence(int id, Instant start, Instant end) {
    return new Absence(id(id), GapCause.LOCK, start, end);
  }

  private static Decision decision(int id, Instant at) {
    return new Decision(id(id), at, BreakKind.SHORT, Answer.SKIPPED, null);
  }

  private static WorkItem item(int id, Instant start, Instant end) {
    return new WorkItem(
        id(id),
        id(0),
        "test",
        "key " + id,
        null,
        start,
        end,
        null,
        null,
        TimeQuality.NONE,
        false,
        false,
        ItemOutcome.PENDING,
        1,
        null,
        null,
        id(0));
  }
}
