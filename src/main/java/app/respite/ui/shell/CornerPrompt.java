package app.respite.ui.shell;

import app.respite.ui.theme.Look;
import app.respite.ui.today.PromptPane;
import app.respite.ui.today.PromptViewModel;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The prompt at the screen's corner while the window is open and something else has the keyboard. A
 * popup takes no focus, so what is typed goes on where it went.
 */
final class CornerPrompt {
  private static final double WIDTH = 500;
  private static final double MARGIN = 24;

  private final Popup popup = new Popup();
  private final PromptPane pane;

  CornerPrompt(Consumer<PromptViewModel.Choice> answer) {
    pane = new PromptPane(answer);
    pane.getStyleClass().add("corner");
    pane.setPrefWidth(WIDTH);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.getContent().add(pane);
  }

  void show(PromptViewModel.Face face, Look look, Stage owner) {
    pane.show(face);
    if (!popup.isShowing()) {
      look.dress(popup.getScene());
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      popup.show(owner, screen.getMaxX() - WIDTH - MARGIN, screen.getMinY() + MARGIN);
    }
  }

  void hide() {
    popup.hide();
  }

  boolean showing() {
    return popup.isShowing();
  }
}
