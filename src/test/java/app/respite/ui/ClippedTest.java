package app.respite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.ui.kit.Nodes;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check of the pictures finds what cannot be read. */
class ClippedTest {
  @BeforeAll
  static void start() {
    OnFx.run(() -> {});
  }

  private static List<String> found(Label label, double x, double wide) {
    return OnFx.call(
        () -> {
          label.setMinWidth(0);
          label.setMaxWidth(wide);
          label.setPrefWidth(wide);
          Pane root = new Pane(label);
          label.setLayoutX(x);
          Stage stage = new Stage();
          Scene scene = new Scene(root, 200, 100);
          stage.setScene(scene);
          stage.show();
          scene.snapshot(null);
          List<String> clipped = Clipped.in(root);
          stage.close();
          return clipped;
        });
  }

  @Test
  void wordsThatAreCutOffAreFoundUnlessATooltipHasThemWhole() {
    assertThat(found(new Label("twenty hours and fifty minutes"), 0, 60))
        .containsExactly("cut off: twenty hours and fifty minutes");
    Label elided = new Label();
    Nodes.elide(elided, "twenty hours and fifty minutes");
    assertThat(found(elided, 0, 60)).isEmpty();
  }

  @Test
  void wordsThatStandOutOfTheirPlaceAreFound() {
    assertThat(found(new Label("twenty hours"), 150, 120))
        .containsExactly("out of its place: twenty hours");
    assertThat(found(new Label("twenty hours"), 20, 120)).isEmpty();
  }
}
