package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void aRemovedHomeDoesNotComeBackForTheLastWordsOfItsCoach() throws IOException {
    Path home = folder.resolve("home");
    LogFile log = new LogFile(home.resolve("respite.log"));
    log.line("the coach has started");
    assertThat(log.file()).content().contains("the coach has started");
    Files.delete(log.file());
    Files.delete(home);

    log.line("the coach has ended");

    assertThat(home).doesNotExist();
  }

  @Test
  void aLogThatWasRemovedAloneIsBegunAnew() throws IOException {
    LogFile log = new LogFile(folder.resolve("respite.log"));
    log.line("first");
    Files.delete(log.file());

    log.line("second");

    assertThat(log.file()).content().contains("second");
  }
}
