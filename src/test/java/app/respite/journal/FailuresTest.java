package app.respite.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Whatever SQLite says, people get one line of ours. */
class FailuresTest {
  private static final Path FILE = Path.of("/home/me/journal.db");

  @ParameterizedTest
  @EnumSource(SQLiteErrorCode.class)
  void noWordOfSqliteReachesAnybody(SQLiteErrorCode code) {
    SQLiteException raw =
        new SQLiteException("[" + code.name() + "] " + code.message + " (near \"x\")", code);
    for (Throwable failure :
        new Throwable[] {raw, new BatchUpdateException(raw.getMessage(), new int[0], raw)}) {
      JournalException known = Failures.of(FILE, failure);
      CoachException told = CoachException.of(new CompletionException(known));
      assertThat(told.kind()).isEqualTo(CoachException.Kind.STORE);
      assertThat(told.getMessage())
          .isEqualTo(known.getMessage())
          .startsWith("The journal " + FILE + " ")
          .endsWith(".")
          .doesNotContain("SQLITE_", "[", "near", "Exception")
          .hasLineCount(1);
    }
  }
}
