package app.respite.ui.shell;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.Review;
import app.respite.ui.review.ReviewPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The reviews that the page asks for, from the window's model. */
record Reviews(ShellViewModel model) implements ReviewPage.Source {
  @Override
  public void review(LocalDate from, LocalDate to, Consumer<Review> answer, Runnable failed) {
    model.review(from, to, answer, failed);
  }

  @Override
  public void explain(
      Review review, Asked asked, Consumer<List<CardContent>> answer, Runnable failed) {
    model.explain(review.from(), review.to(), asked, answer, failed);
  }

  @Override
  public LocalDate today() {
    return model.historyProperty().get().day();
  }

  @Override
  public void watch(boolean on, Runnable done) {
    model.set(CoachKeys.STRAIN_WATCH, Boolean.toString(on), done);
  }

  @Override
  public void newBaseline(Runnable done) {
    model.set(CoachKeys.STRAIN_BASELINE_FROM, today().toString(), done);
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void reported(List<Row> rows, Runnable done) {
    model.reported(rows, done);
  }

  @Override
  public Instant now() {
    return model.snapshot().at().plus(model.passed());
  }
}
