package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.Unsaved;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Task;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B76: a coach whose disk is full for a while, or until after its end. */
class RetryingJournalTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final InMemoryJournal memory = new InMemoryJournal();
  private final MemoryUnsavedStore store = new MemoryUnsavedStore();
  private boolean full;
  private boolean crashing;
  private final RetryingJournal journal = opened();

  private RetryingJournal opened() {
    return new RetryingJournal(sometimesFull(), store);
  }

  private Journal sometimesFull() {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              if (full && List.of("write", "record", "keep").contains(method.getName())) {
                throw new JournalException(JournalException.Kind.IO, "the disk is full");
              }
              if (method.getName().equals("notice")) {
                return "";
              }
              if (method.getName().equals("close")) {
                return null;
              }
              Object answer;
              try {
                answer = method.invoke(memory, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
              if (crashing && method.getName().equals("record")) {
                throw new Crash();
              }
              return answer;
            });
  }

  /** The process ends right after the disk has it. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Change task(String name) {
    return new Change.Put(Task.named(UUID.randomUUID(), name));
  }

  private static Checkpoint at(int minutes) {
    return new Checkpoint(NINE.plusSeconds(60L * minutes), "", Map.of());
  }

  private List<String> written() {
    return memory.all(Task.class).stream().map(Task::name).sorted().toList();
  }

  private Instant keptAt() {
    return memory.checkpoint().orElseThrow().at();
  }

  @Test
  void whatTheDiskRefusesIsKeptSaidAndWrittenInOneGoOnceItCan() {
    full = true;
    journal.record(List.of(task("A")), at(1));
    journal.record(List.of(task("B")), at(2));
    assertThat(journal.onDisk()).isFalse();
    assertThat(journal.trouble()).isEqualTo("kept in memory, not on disk yet: the disk is full");
    assertThat(written()).isEmpty();

    journal.retry();
    assertThat(journal.onDisk()).isFalse();

    full = false;
    journal.retry();
    assertThat(journal.onDisk()).isTrue();
    assertThat(journal.trouble()).isEmpty();
    assertThat(written()).containsExactly("A", "B");
    assertThat(memory.checkpoint()).contains(at(2));
    assertThat(store.kept).isEmpty();
  }

  @Test
  void whoeverReadsSeesWhatWaits() {
    Task kept = Task.named(UUID.randomUUID(), "A");
    journal.write(List.of(new Change.Put(kept), task("B")), null);
    full = true;
    Task changed = kept.withArchived(true);
    journal.record(List.of(new Change.Put(changed), task("C")), at(1));
    assertThat(journal.byId(Task.class, kept.id())).contains(changed);
    assertThat(journal.all(Task.class)).hasSize(3).contains(changed).doesNotContain(kept);
    assertThat(memory.all(Task.class)).hasSize(2).contains(kept);
  }

  @Test
  void whatWaitsGoesFirst() {
    full = true;
    journal.keep(at(1));
    full = false;
    journal.record(List.of(task("A")), at(2));
    assertThat(memory.checkpoint()).contains(at(2));
    assertThat(journal.onDisk()).isTrue();
  }

  @Test
  void anEditByHandOrAnImportFailsAtOnceAndIsNotKept() {
    full = true;
    assertThatThrownBy(() -> journal.write(List.of(task("A")), "added the task A"))
        .hasMessageContaining("the disk is full");
    assertThatThrownBy(() -> journal.write(List.of(task("B")), null))
        .hasMessageContaining("the disk is full");
    assertThat(journal.onDisk()).isTrue();
    full = false;
    journal.retry();
    assertThat(written()).isEmpty();
  }

  @Test
  void memoryIsBoundedAndWhatIsBeyondIsRefused() {
    full = true;
    List<Change> many = new ArrayList<>();
    for (int i = 0; i < RetryingJournal.MOST_WAITING; i++) {
      many.add(task("T" + i));
    }
    journal.record(many, at(1));
    assertThatThrownBy(() -> journal.record(List.of(task("more")), at(2)))
        .hasMessageContaining("the disk is full");
    full = false;
    journal.retry();
    assertThat(written()).hasSize(many.size()).doesNotContain("more");
  }

  @Test
  void whatWaitsAtTheEndIsInTheStoreAndTheNextStartTakesItInOnce() {
    full = true;
    journal.record(List.of(task("A")), at(1));
    journal.record(List.of(task("B")), at(2));
    assertThatThrownBy(journal::close)
        .isInstanceOfSatisfying(
            CoachException.class,
            told -> assertThat(told.kind()).isEqualTo(CoachException.Kind.STORE))
        .hasMessageContaining("the disk is full")
        .hasMessageContaining("is in the store, and the next start takes it in");
    full = false;

    RetryingJournal next = opened();
    assertThat(next.onDisk()).isTrue();
    assertThat(written()).containsExactly("A", "B");
    assertThat(keptAt()).isEqualTo(at(2).at());
    assertThat(store.kept).isEmpty();
    long sequence = memory.sequence();
    opened();
    assertThat(memory.sequence()).isEqualTo(sequence);
  }

  @Test
  void aDiskThatIsStillFullAtTheNextStartLosesNothingAndTheOpenStateGoesOn() {
    full = true;
    journal.record(List.of(task("A")), at(1));
    assertThatThrownBy(journal::close).hasMessageContaining("the store");

    RetryingJournal second = opened();
    assertThat(second.onDisk()).isFalse();
    assertThat(second.checkpoint().orElseThrow().at()).isEqualTo(at(1).at());
    assertThat(second.all(Task.class)).extracting(Task::name).containsExactly("A");
    second.record(List.of(task("B")), at(5));
    assertThatThrownBy(second::close).hasMessageContaining("the store");
    assertThat(store.kept).hasSize(1);

    full = false;
    opened();
    assertThat(written()).containsExactly("A", "B");
    assertThat(keptAt()).isEqualTo(at(5).at());
    assertThat(store.kept).isEmpty();
  }

  @Test
  void aCrashBetweenWritingAndRemovingTakesNothingInTwice() {
    UUID gone = UUID.randomUUID();
    store.kept.put(
        UUID.randomUUID(),
        new Unsaved(UUID.randomUUID(), List.of(new Change.Put(Task.named(gone, "A"))), at(1)));
    Unsaved left = store.kept.values().iterator().next();
    store.kept.clear();
    store.kept.put(left.id(), left);

    crashing = true;
    assertThatThrownBy(this::opened).isInstanceOf(Crash.class);
    crashing = false;
    assertThat(store.kept).hasSize(1);
    assertThat(written()).containsExactly("A");

    RetryingJournal next = opened();
    assertThat(store.kept).isEmpty();
    next.write(List.of(new Change.Remove(Task.class, gone)), "deleted A");
    next.keep(at(2));
    opened();
    assertThat(written()).isEmpty();
  }

  @Test
  void oneThatCannotBeRemovedIsNotTakenInAgain() {
    UUID id = UUID.randomUUID();
    UUID record = UUID.randomUUID();
    store.kept.put(id, new Unsaved(id, List.of(new Change.Put(Task.named(record, "A"))), at(1)));
    store.sticky = true;
    RetryingJournal first = opened();
    first.write(List.of(new Change.Remove(Task.class, record)), "deleted A");
    first.keep(at(2));
    first.keep(at(3));
    first.close();

    RetryingJournal second = opened();
    second.keep(at(4));
    assertThat(written()).isEmpty();
    assertThat(keptAt()).isEqualTo(at(4).at());
    store.sticky = false;
    opened().keep(at(5));
    assertThat(store.kept).isEmpty();
    assertThat(memory.checkpoint()).contains(at(5));
  }

  @Test
  void severalAreTakenInInTheirOrderAndNeverOverrideALaterOpenState() {
    UUID task = UUID.randomUUID();
    for (int minute : new int[] {1, 2}) {
      UUID id = UUID.randomUUID();
      store.kept.put(
          id, new Unsaved(id, List.of(new Change.Put(Task.named(task, "T" + minute))), at(minute)));
    }
    memory.keep(at(7));
    opened();
    assertThat(written()).containsExactly("T2");
    assertThat(keptAt()).isEqualTo(at(7).at());
  }

  @Test
  void aStoreThatIsFullTooIsSaid() {
    full = true;
    store.full = true;
    journal.record(List.of(task("A")), at(1));
    assertThatThrownBy(journal::settle)
        .hasMessageContaining("the disk is full")
        .hasMessageContaining("no room in the store");
    store.full = false;
    assertThatThrownBy(journal::settle).hasMessageContaining("is in the store");
    full = false;
    journal.settle();
    assertThat(written()).containsExactly("A");
    assertThat(store.kept).isEmpty();
  }
}
