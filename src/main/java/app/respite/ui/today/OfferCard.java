package app.respite.ui.today;

import app.respite.domain.day.Input.Command;
import app.respite.ui.kit.Nodes;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is suggested beside the reminders: one press takes it, one puts it away. */
final class OfferCard extends VBox {
  private final Label sentence = Nodes.paragraph("", "sentence");
  private final Button take = Nodes.button("", () -> {});
  private final Button dismiss = Nodes.button("", () -> {}, "flat");
  private final FlowPane answers = new FlowPane(8, 8);
  private final Consumer<Command> send;
  private TodayFace.@Nullable Offer shown;

  OfferCard(Consumer<Command> send) {
    super(8);
    this.send = send;
    getStyleClass().addAll("card", "offer");
    setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(sentence, answers);
    Nodes.show(this, false);
  }

  /** Shows an offer, or nothing. */
  void show(TodayFace.@Nullable Offer offer) {
    if (Objects.equals(offer, shown)) {
      return;
    }
    shown = offer;
    if (offer != null) {
      sentence.setText(offer.sentence());
      answers.getChildren().clear();
      answer(take, offer.take());
      answer(dismiss, offer.dismiss());
    }
  }

  /** Whether there is one. */
  boolean offers() {
    return shown != null;
  }

  private void answer(Button button, @Nullable Act act) {
    if (act != null) {
      answers.getChildren().add(button);
      button.setText(act.label());
      TodayPage.keyed(button, act);
      button.setOnAction(pressed -> send.accept(act.command()));
    }
  }
}
