package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursBookTest {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final UUID BOXES = new UUID(1, 1);

  private final InMemoryJournal journal = new InMemoryJournal();
  private final HoursBook book = new HoursBook(journal);
  private long ids;

  @BeforeEach
  void aTask() {
    journal.write(List.of(new Change.Put(Task.named(BOXES, "Boxes"))), null);
  }

  private Report report(UUID task, String day, long seconds) {
    Instant at = NOW.plusSeconds(++ids);
    return new Report(new UUID(2, ids), task, LocalDate.parse(day), seconds, at);
  }

  private void save(Report... reports) {
    book.save(List.of(reports), NOW, ZoneId.of("Europe/Berlin"));
  }

  @Test
  void whatIsReportedIsTakenBackAsOne() {
    save(report(BOXES, "2026-03-30", 6000), report(BOXES, "2026-03-31", 60));

    assertThat(journal.all(Report.class)).hasSize(2);
    assertThat(journal.undo()).hasValue("reported the hours of 2 days");
    assertThat(journal.all(Report.class)).isEmpty();
    save(report(BOXES, "2026-03-30", 6000));
    assertThat(journal.undo()).hasValue("reported 1 h 40 min of Boxes on 2026-03-30");
  }

  @Test
  void theSameAgainIsNotWrittenAndAnotherNumberIs() {
    save(report(BOXES, "2026-03-30", 6000));
    long before = journal.sequence();
    save(report(BOXES, "2026-03-30", 6000));
    assertThat(journal.sequence()).isEqualTo(before);

    save(report(BOXES, "2026-03-30", 5400));
    assertThat(journal.all(Report.class)).hasSize(2);
    journal.undo();
    assertThat(journal.all(Report.class)).extracting(Report::seconds).containsExactly(6000L);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-30, -1, 25h", "2026-03-30, 90001, 25h", "2026-04-01, 60, still to come"})
  void whatCannotBeIsRefusedAndNothingStored(String day, long seconds, String why) {
    assertThatThrownBy(() -> save(report(BOXES, "2026-03-30", 60), report(BOXES, day, seconds)))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining(why);
    assertThat(journal.all(Report.class)).isEmpty();
  }

  @Test
  void hoursOfNoTaskAreRefused() {
    assertThatThrownBy(() -> save(report(new UUID(9, 9), "2026-03-30", 60)))
        .isInstanceOf(CoachException.class);
  }
}
