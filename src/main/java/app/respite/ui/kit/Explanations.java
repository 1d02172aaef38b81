package app.respite.ui.kit;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.CardContent;
import app.respite.coach.review.Part;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Draws what a figure is made of, inside the card that shows the figure. */
public final class Explanations {
  /** Something that tells what a figure is made of; one of the two is told. */
  public interface Question {
    /** Asks. */
    void ask(Consumer<List<CardContent>> answer, Runnable failed);
  }

  private Explanations() {}

  /** Asks, and hands over what is to be shown. */
  public static void show(Question question, Consumer<Node> show) {
    question.ask(
        found -> show.accept(drawn(found)),
        () -> show.accept(Nodes.paragraph(say("review.week-failed"), "quiet")));
  }

  /** What a figure is made of, as it is shown. */
  public static Node drawn(List<CardContent> found) {
    if (found.isEmpty()) {
      return Nodes.paragraph(say("review.explain.nothing"), "quiet");
    }
    VBox all = new VBox(16);
    for (CardContent one : found) {
      // Of one alone the figure above it says what it is of.
      Card card = new Card(found.size() == 1 ? "" : one.title());
      // The card around it has the frame.
      card.getStyleClass().remove("card");
      for (Part part : one.parts()) {
        switch (part) {
          case Part.Table table -> card.table(table);
          case Part.Said said -> card.said(String.join(" ", said.sentences()));
          default -> throw new IllegalArgumentException("no part of an explanation: " + part);
        }
      }
      all.getChildren().add(card);
    }
    return all;
  }
}
