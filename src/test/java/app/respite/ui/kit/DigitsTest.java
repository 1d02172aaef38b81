package app.respite.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.ui.OnFx;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void everyDigitHasTheSameWidthSoThatNothingTrembles() {
    List<Double> ones = widths("11:11");
    List<Double> eights = widths("08:58");
    assertThat(ones).isEqualTo(eights);
    assertThat(ones.get(0)).isEqualTo(ones.get(1)).isGreaterThan(ones.get(2));
  }

  private static List<Double> widths(String figure) {
    return OnFx.call(
        () -> {
          Digits digits = new Digits();
          digits.setStyle("-fx-font-size: 64px");
          digits.setText(figure);
          StackPane root = new StackPane(digits);
          new Scene(root, 600, 200);
          root.applyCss();
          root.layout();
          return digits.getChildren().stream()
              .map((Node cell) -> cell.getLayoutBounds().getWidth())
              .toList();
        });
  }
}
