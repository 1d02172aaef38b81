package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A process of its own that holds a journal and writes until it is killed. It prints a line for
 * everything that the journal has said is durable.
 */
final class Writer {
  static final int DECISIONS = 40;

  private Writer() {}

  static Process start(Path journal, String work) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path").replace("\n", File.pathSeparator),
            Writer.class.getName(),
            journal.toString(),
            work)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) throws IOException {
    try (var journal = SqliteJournal.open(Path.of(args[0]))) {
      System.out.println("open");
      if (args[1].equals("hold")) {
        System.in.read();
        return;
      }
      for (long number = journal.sequence(); ; number++) {
        journal.write(changes(number), number % 3 == 0 ? "Number " + number : null);
        System.out.println("wrote " + number);
        journal.keep(
            new Checkpoint(Instant.ofEpochSecond(number), "boot", Map.of("number", "" + number)));
        System.out.println("kept " + number);
        if (number % 20 == 19) {
          journal.maintain();
        }
      }
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }

  /** One task and its decisions, to be there together or not at all. */
  private static List<Change> changes(long number) {
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
