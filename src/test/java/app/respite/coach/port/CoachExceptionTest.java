package app.respite.coach.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Whatever fails ends as one line and an exit status. */
class CoachExceptionTest {
  @Test
  void theExitStatusesAreThoseOfTheContract() {
    assertThat(CoachException.Kind.values())
        .extracting(CoachException.Kind::exitStatus)
        .containsExactly(1, 1, 2, 2, 3, 4);
  }

  @Test
  void whatIsBehindOtherThreadsIsFound() {
    CoachException own = new CoachException(CoachException.Kind.WRONG, "no such task");

    assertThat(CoachException.of(own)).isSameAs(own);
    assertThat(CoachException.of(new CompletionException(new ExecutionException(own))))
        .isSameAs(own);
  }

  @Test
  void theLineOfSettingsAndJournalIsKept() {
    SettingsException settings = new SettingsException("the file is too large");

    assertThat(CoachException.of(new CompletionException(settings)))
        .hasMessage("the file is too large")
        .hasCause(settings)
        .matches(line -> line.kind() == CoachException.Kind.STORE);
    JournalException journal =
        new JournalException(JournalException.Kind.CORRUPT, "a row cannot be read");
    assertThat(CoachException.of(journal)).hasMessage("a row cannot be read").hasCause(journal);
    assertThat(journal.holder()).isZero();
    assertThat(JournalException.held("another process holds it", 7).holder()).isEqualTo(7);
  }

  @Test
  void whatWasNotForeseenIsSaidPlainly() {
    assertThat(CoachException.of(new CompletionException("asked", new IllegalStateException("x"))))
        .hasMessage(
            "something went wrong inside (IllegalStateException); nothing was lost, the details are"
                + " in respite.log of the home");
    assertThat(CoachException.of(new CompletionException("nobody", null)))
        .hasMessageContaining("(CompletionException)");
  }

  @Test
  void whyAFileCouldNotBeReadIsSaidInWordsOfAPerson() {
    assertThat(Reason.of(new AccessDeniedException("f"))).isEqualTo("you have no right to");
    assertThat(Reason.of(new NoSuchFileException("f"))).isEqualTo("there is no f");
    assertThat(Reason.of(new NotDirectoryException("f"))).isEqualTo("f is no folder");
    assertThat(Reason.of(new FileAlreadyExistsException("f"))).isEqualTo("f is in the way");
    assertThat(Reason.of(new FileSystemLoopException("f")))
        .isEqualTo("its symbolic links run in a circle");
    assertThat(
            Reason.of(
                new FileSystemException("f", null, "Too many levels of symbolic links or so")))
        .isEqualTo("its symbolic links run in a circle");
    assertThat(Reason.of(new FileSystemException("f", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(Reason.of(new MalformedInputException(1)))
        .isEqualTo("a name or value holds half a character");
    assertThat(Reason.of(new IOException("broken"))).isEqualTo("broken");
    assertThat(Reason.of(new IOException())).isEqualTo("IOException");
  }
}
