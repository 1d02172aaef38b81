package app.respite.ui.breakview;

import app.respite.ui.breakview.ScreenLayout.Box;
import app.respite.ui.breakview.ScreenLayout.Cover;
import app.respite.ui.breakview.ScreenLayout.Monitor;
import app.respite.ui.theme.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The break view's popups, one over each screen. Popups lie above panels and full-screen windows,
 * and take no keyboard. When screens come, go or change, they are laid out again; what they show
 * stays.
 */
final class Covers {
  private final Window owner;
  private final Supplier<BreakPane> panes;
  private final List<One> all = new ArrayList<>();
  private ScreenLayout layout = new ScreenLayout(List.of());
  private Look look = Look.DARK;
  private @Nullable BreakFace face;

  private record One(Popup popup, BreakPane pane) {}

  Covers(Window owner, Supplier<BreakPane> panes) {
    this.owner = owner;
    this.panes = panes;
  }

  /** The screens as they are now. */
  static List<Monitor> monitors() {
    return Screen.getScreens().stream()
        .map(
            screen ->
                new Monitor(
                    box(screen.getBounds()),
                    box(screen.getVisualBounds()),
                    screen.getOutputScaleX()))
        .toList();
  }

  static Box box(Rectangle2D bounds) {
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  /** Makes what is needed for a layout and look, so that showing it takes no time. */
  void prepare(ScreenLayout next, Look dressed) {
    if (next.equals(layout) && dressed == look && !all.isEmpty()) {
      return;
    }
    layout = next;
    look = dressed;
    boolean shown = showing();
    List<One> before = List.copyOf(all);
    all.clear();
    for (Cover cover : next.covers()) {
      all.add(make(cover));
    }
    if (shown && face != null) {
      show(face);
    }
    // Only now, so that nothing below is seen in between.
    before.forEach(one -> one.popup().hide());
  }

  private One make(Cover cover) {
    BreakPane pane = panes.get();
    pane.fit(cover);
    Popup popup = new Popup();
    popup.setAutoFix(false);
    popup.setHideOnEscape(false);
    popup.setX(cover.area().x());
    popup.setY(cover.area().y());
    popup.getContent().add(pane);
    look.dress(popup.getScene());
    popup.getScene().getRoot().applyCss();
    return new One(popup, pane);
  }

  /** Shows the view. */
  void show(BreakFace next) {
    face = next;
    for (One one : all) {
      one.pane().show(next);
      if (!one.popup().isShowing()) {
        one.popup().show(owner, one.popup().getX(), one.popup().getY());
      }
    }
  }

  void breathe(double share) {
    all.forEach(one -> one.pane().breathe(share));
  }

  void hide() {
    all.forEach(one -> one.popup().hide());
  }

  boolean showing() {
    return all.stream().anyMatch(one -> one.popup().isShowing());
  }
}
