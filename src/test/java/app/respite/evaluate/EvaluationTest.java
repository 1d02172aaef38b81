package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.evaluate.Evaluation.Outcome;
import app.respite.evaluate.Evaluation.Report;
import app.respite.evaluate.Evaluation.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole evaluation: {@code mvn -Pevaluate verify} writes its page and fails where a line is
 * missed.
 */
@Tag("evaluate")
class EvaluationTest {
  @Test
  void everyLineThatMustBeShownHolds() throws IOException {
    Report report = Evaluation.of(Size.FULL);
    Path page = Path.of("target", "evaluation", "evaluation.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, report.page());
    assertThat(report.verdicts()).noneMatch(one -> one.outcome() == Outcome.MISSED);
  }
}
