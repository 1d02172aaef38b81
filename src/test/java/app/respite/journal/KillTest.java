package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B48, B49: what the journal has acknowledged outlives the process. */
@Tag("long")
class KillTest {
  private static final int KILLS = 20;

  @TempDir Path home;

  @Test
  void b48WhatWasAcknowledgedIsThereAfterAKillAtAnyMoment() throws Exception {
    Path file = home.resolve("home/journal.db");
    var random = new Random(48);
    long wrote = -1;
    long kept = -1;
    for (int kill = 0; kill < KILLS; kill++) {
      for (String line : linesUntilKilled(file, random.nextInt(60))) {
        if (line.startsWith("wrote ")) {
          wrote = Long.parseLong(line.substring(6));
        } else if (line.startsWith("kept ")) {
          kept = Long.parseLong(line.substring(5));
        } else {
          assertThat(line).isEqualTo("open");
        }
      }
      // Opening after a crash looks the whole file through.
      try (var journal = SqliteJournal.open(file)) {
        List<Task> tasks = journal.all(Task.class);
        assertThat((long) tasks.size())
            .isEqualTo(journal.sequence())
            .isGreaterThanOrEqualTo(wrote + 1);
        for (int number = 0; number < tasks.size(); number++) {
          assertThat(tasks.get(number).name()).isEqualTo("Task " + number);
        }
        assertThat(
                journal.find(
                    Decision.class,
                    new Interval(Instant.EPOCH, Instant.ofEpochSecond(tasks.size()))))
            .hasSize(tasks.size() * Writer.DECISIONS);
        long saved =
            journal
                .checkpoint()
                .map(checkpoint -> Long.parseLong(checkpoint.values().getOrDefault("number", "")))
                .orElse(-1L);
        assertThat(saved).isGreaterThanOrEqualTo(kept).isLessThan(tasks.size());
        if (tasks.size() % 2 == 0) {
          // The last one was recorded together with its state.
          assertThat(saved).isEqualTo(tasks.size() - 1);
        }
      }
    }
    assertThat(wrote).isPositive();
  }

  /** The kill strikes somewhere in the work that follows an acknowledgement. */
  private static List<String> linesUntilKilled(Path file, int acknowledgements)
      throws IOException, InterruptedException {
    Process process = Writer.start(file, Writer.Work.NUMBERS);
    var lines = new ArrayList<String>();
    try (BufferedReader out = process.inputReader()) {
      for (int i = 0; i <= acknowledgements; i++) {
        String line = out.readLine();
        assertThat(line).isNotNull();
        lines.add(line);
      }
      // Unlike the process itself, its handle leaves the stream open.
      process.toHandle().destroyForcibly();
      // The lines that were on their way count too; only whole ones are acknowledgements.
      var rest = new StringWriter();
      out.transferTo(rest);
      String whole = rest.toString().substring(0, rest.toString().lastIndexOf('\n') + 1);
      lines.addAll(whole.lines().toList());
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    return lines;
  }
}
