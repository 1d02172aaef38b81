package app.respite.ui.kit;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** The screens as rectangles. */
public final class Screens {
  private Screens() {}

  /** A rectangle of JavaFX's as ours. */
  public static Box box(Rectangle2D bounds) {
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  /** What panels and docks leave of each screen, the primary one first. */
  public static List<Box> usable() {
    Screen first = Screen.getPrimary();
    return Stream.concat(
            Stream.of(first), Screen.getScreens().stream().filter(screen -> !screen.equals(first)))
        .map(screen -> box(screen.getVisualBounds()))
        .toList();
  }
}
