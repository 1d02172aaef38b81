package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.Review;
import app.respite.ui.Clipped;
import app.respite.ui.kit.Later;
import app.respite.ui.theme.Look;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The page in a window, with one review that answers every question. On the screen's thread. */
final class Shown implements AutoCloseable {
  final ReviewPage page;
  private final Stage stage = new Stage();
  private final Scene scene;

  private Shown(
      Review review,
      BiFunction<LocalDate, LocalDate, Review> ranges,
      Function<Asked, List<CardContent>> explanations,
      Look look,
      int width,
      int height) {
    Later never = (wait, work) -> {};
    page =
        new ReviewPage(
            new ReviewPage.Source() {
              @Override
              public void review(
                  LocalDate from, LocalDate to, Consumer<Review> answer, Runnable failed) {
                answer.accept(from.equals(to) ? review : ranges.apply(from, to));
              }

              @Override
              public void explain(
                  Review of, Asked asked, Consumer<List<CardContent>> answer, Runnable failed) {
                answer.accept(explanations.apply(asked));
              }

              @Override
              public LocalDate today() {
                return review.to();
              }

              @Override
              public Instant now() {
                return Instant.EPOCH;
              }

              @Override
              public void copy(String text) {}

              @Override
              public void reported(List<Row> rows, Runnable done) {}

              @Override
              public void watch(boolean on, Runnable done) {}

              @Override
              public void newBaseline(Runnable done) {}
            },
            never,
            () -> {});
    StackPane root = new StackPane(page);
    root.getStyleClass().add("window");
    scene = new Scene(root, width, height);
    look.dress(scene);
    stage.setScene(scene);
    stage.setWidth(width);
    stage.setHeight(height);
    page.open(review.to());
    stage.show();
    layOut();
  }

  static Shown of(Review review, Look look, int width, int height) {
    return of(review, asked -> List.of(), look, width, height);
  }

  /** The same with answers to what figures are made of. */
  static Shown of(
      Review review,
      Function<Asked, List<CardContent>> explanations,
      Look look,
      int width,
      int height) {
    return new Shown(review, (from, to) -> review, explanations, look, width, height);
  }

  /** Several days of the ten weeks' journal, looked back on together. */
  static Shown of(ReviewSpan span, Look look, int width, int height) {
    Shown shown =
        new Shown(
            ReviewJournals.lastDay(),
            ReviewJournals::range,
            asked -> List.of(),
            look,
            width,
            height);
    shown.press(span.word());
    return shown;
  }

  /** Presses what has this text. */
  void press(String text) {
    ((ToggleButton)
            page.getContent().lookupAll(".toggle-button").stream()
                .filter(ToggleButton.class::isInstance)
                .filter(each -> text.equals(((ToggleButton) each).getText()))
                .findFirst()
                .orElseThrow())
        .fire();
    layOut();
  }

  /** Unfolds the cards below the first look. */
  void unfoldAll() {
    for (Node node : page.getContent().lookupAll(".fold")) {
      if (!((ToggleButton) node).isSelected()) {
        ((ToggleButton) node).fire();
      }
    }
    layOut();
  }

  void layOut() {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  /** Opens the sprints behind every figure. */
  void openAll() {
    unfoldAll();
    for (Node node : page.getContent().lookupAll(".disclose")) {
      if (!node.getStyleClass().contains("fold")) {
        ((ToggleButton) node).fire();
      }
    }
    layOut();
  }

  /** Presses each figure that can be asked for; of a row the last one stays open. */
  List<ToggleButton> askAll() {
    unfoldAll();
    List<ToggleButton> asked = new ArrayList<>();
    for (Node node : page.getContent().lookupAll(".explained")) {
      ((ToggleButton) node).fire();
      asked.add((ToggleButton) node);
    }
    layOut();
    return asked;
  }

  /** A picture of it, on which everything can be read. */
  WritableImage picture() {
    WritableImage shot = scene.snapshot(null);
    assertThat(Clipped.in(scene.getRoot()))
        .as("%s x %s", scene.getWidth(), scene.getHeight())
        .isEmpty();
    return shot;
  }

  @Override
  public void close() {
    stage.close();
  }
}
