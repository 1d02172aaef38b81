package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Part;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.Review;
import app.respite.ui.OnFx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** Parts that no card of the page has yet are drawn as well. */
class CardViewTest {
  private record Today(LocalDate today) implements ReviewPage.Source {
    @Override
    public void review(LocalDate from, LocalDate to, Consumer<Review> answer, Runnable failed) {}

    @Override
    public void explain(
        Review review, Asked asked, Consumer<List<CardContent>> answer, Runnable failed) {}

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
  }

  private static List<String> words(LocalDate today, Part... parts) {
    return OnFx.call(
        () -> {
          CardView view =
              new CardView(ReviewJournals.empty(), new Today(today), () -> {}, () -> {}, day -> {});
          List<String> words = new ArrayList<>();
          collect(view.card(CardContent.of("A card", parts)), words);
          return words;
        });
  }

  private static void collect(Node node, List<String> words) {
    if (node instanceof Labeled labeled) {
      words.add(labeled.getText());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }
  }

  @Test
  void aTableStandsRowByRow() {
    assertThat(
            words(
                ReviewJournals.LAST,
                new Part.Table(
                    List.of(new Part.Column(0, 9, false), new Part.Column(1, 5, true)),
                    List.of(List.of("Boxes", "54"), List.of("Training", "7", "and more")))))
        .containsExactly("A card", "Boxes", "54", "Training", "7", "and more");
  }

  @Test
  void anEntryHasItsDetailsBelow() {
    assertThat(
            words(
                ReviewJournals.LAST, new Part.Entry("Boxes", "54 items", List.of("One.", "Two."))))
        .containsExactly("A card", "Boxes", "54 items", "• One.", "• Two.");
  }

  @Test
  void onlyTheRunningDayLeadsToToday() {
    Part choices = new Part.Choices(List.of(Part.Choice.GO_TO_TODAY));
    assertThat(words(ReviewJournals.LAST, choices)).containsExactly("A card", "Go to Today");
    assertThat(words(ReviewJournals.LAST.plusDays(1), choices)).containsExactly("A card");
  }
}
