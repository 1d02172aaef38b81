package app.respite.ui.review;

import app.respite.coach.ReviewService;
import app.respite.domain.review.Review;
import app.respite.domain.setting.Preferences;
import app.respite.journal.SqliteJournal;
import app.respite.ui.OnFx;
import app.respite.ui.theme.Look;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;

/** Prints what the review page says of a day of a journal, for whoever runs it as a program. */
public final class PrintedPage {
  private PrintedPage() {}

  /** Takes the journal's file and the day. */
  public static void main(String[] arguments) {
    LocalDate day = LocalDate.parse(arguments[1]);
    Review review;
    try (SqliteJournal journal = SqliteJournal.open(Path.of(arguments[0]))) {
      review = ReviewService.review(journal, Preferences.DEFAULTS, day, day, ZoneOffset.UTC);
    }
    List<String> said =
        OnFx.call(
            () -> {
              try (Shown page = Shown.of(review, Look.LIGHT, 880, 620)) {
                page.unfoldAll();
                return page.page.getContent().lookupAll(".label").stream()
                    .map(label -> ((Label) label).getText())
                    .toList();
              }
            });
    said.forEach(System.out::println);
    Platform.exit();
  }
}
