package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.RandomRecords;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process of its own that holds a journal and writes until it is killed. It prints a line for
 * everything that the journal has said is durable.
 */
final class Writer {
  static final int DECISIONS = 40;

  enum Work {
    HOLD,
    NUMBERS,
    RANDOM_RECORDS
  }

  private Writer() {}

  /** Starts one; options are for its virtual machine. */
  static Process start(Path journal, Work work, String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            // What a killed process cannot tidy up goes with the test's own folder.
            "-Dorg.sqlite.tmpdir=" + journal.toAbsolutePath().getParent().getParent(),
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(options));
    command.addAll(List.of(Writer.class.getName(), journal.toString(), work.name()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  public static void main(String[] args) throws IOException {
    try (var journal = SqliteJournal.open(Path.of(args[0]))) {
      System.out.println("open");
      switch (Work.valueOf(args[1])) {
        case HOLD -> System.in.read();
        case NUMBERS -> writeNumbers(journal);
        case RANDOM_RECORDS -> {
          journal.write(randomRecords(), "Random");
          System.out.println(journal.undo().orElse(""));
          journal.write(randomRecords(), "Random");
          System.out.println("done");
        }
      }
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void writeNumbers(SqliteJournal journal) {
    for (long number = journal.sequence(); ; number++) {
      var state =
          new Checkpoint(Instant.ofEpochSecond(number), "boot", Map.of("number", "" + number));
      if (number % 2 == 0) {
        journal.write(numbered(number), number % 3 == 0 ? "Number " + number : null);
        System.out.println("wrote " + number);
        journal.keep(state);
      } else {
        journal.record(numbered(number), state);
        System.out.println("wrote " + number);
      }
      System.out.println("kept " + number);
      if (number % 20 == 19) {
        journal.maintain();
      }
    }
  }

  static List<Change> randomRecords() {
    var records = new RandomRecords(5, 0.5);
    return Stream.generate(records::any).limit(300).<Change>map(Change.Put::new).toList();
  }

  /** One task and its decisions, to be there together or not at all. */
  private static List<Change> numbered(long number) {
    var changes = new ArrayList<Change>();
    for (int i = 0; i < DECISIONS; i++) {
      changes.add(
          new Change.Put(
              new Decision(
                  new UUID(number, i),
                  Instant.ofEpochSecond(number, i),
                  BreakKind.REST,
                  Answer.SKIPPED,
                  null)));
    }
    changes.add(new Change.Put(Task.named(new UUID(number, 0), "Task " + number)));
    return changes;
  }
}
