package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Task;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A coach whose disk is full for a while. */
class PatientJournalTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final InMemoryJournal memory = new InMemoryJournal();
  private boolean full;
  private final PatientJournal journal = new PatientJournal(sometimesFull());

  private Journal sometimesFull() {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              if (full && List.of("write", "record", "keep").contains(method.getName())) {
                throw new JournalException(JournalException.Kind.IO, "the disk is full");
              }
              try {
                return method.invoke(memory, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private static Change task(String name) {
    return new Change.Put(Task.named(UUID.randomUUID(), name));
  }

  private static Checkpoint at(int minutes) {
    return new Checkpoint(NINE.plusSeconds(60L * minutes), "", Map.of());
  }

  @Test
  void whatTheDiskRefusesIsKeptSaidAndWrittenInOneGoOnceItCan() {
    full = true;
    journal.record(List.of(task("A")), at(1));
    journal.record(List.of(task("B")), at(2));
    assertThat(journal.trouble()).contains("the disk is full");
    assertThat(memory.all(Task.class)).isEmpty();

    journal.retry();
    assertThat(journal.trouble()).isNotEmpty();

    full = false;
    journal.retry();
    assertThat(journal.trouble()).isEmpty();
    assertThat(memory.all(Task.class)).extracting(Task::name).containsExactlyInAnyOrder("A", "B");
    assertThat(memory.checkpoint()).contains(at(2));
  }

  @Test
  void whatWaitsGoesFirst() {
    full = true;
    journal.keep(at(1));
    full = false;
    journal.record(List.of(task("A")), at(2));
    assertThat(memory.checkpoint()).contains(at(2));
    assertThat(journal.trouble()).isEmpty();
  }

  @Test
  void anEditByHandFailsAtOnceAndIsNotKept() {
    full = true;
    assertThatThrownBy(() -> journal.write(List.of(task("A")), "added the task A"))
        .hasMessageContaining("the disk is full");
    full = false;
    journal.retry();
    assertThat(memory.all(Task.class)).isEmpty();
  }
}
