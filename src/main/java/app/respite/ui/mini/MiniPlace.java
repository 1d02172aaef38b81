package app.respite.ui.mini;

import app.respite.domain.text.EnumWords;
import app.respite.ui.kit.Box;
import app.respite.ui.kit.Corner;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the mini timer is: in a corner of a screen, or where it was left. Written as {@code
 * bottom-right}, {@code bottom-right 1710,980} or {@code 300,200}; the numbers are its upper left
 * corner, which tells the screen.
 *
 * @param corner null where it was left between the corners
 * @param x null where nobody has moved it yet
 * @param y null where {@code x} is
 */
record MiniPlace(@Nullable Corner corner, @Nullable Integer x, @Nullable Integer y) {
  /** Bottom right on the first screen. */
  static final MiniPlace FIRST = new MiniPlace(Corner.BOTTOM_RIGHT, null, null);

  static final double MARGIN = 12;

  /** Dropped this near to a corner it goes there. */
  private static final double NEAR = 64;

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z]+-[a-z]+)?(?: ?(-?\\d{1,5}),(-?\\d{1,5}))?");

  /** Reads a place; what is none is the first place. */
  static MiniPlace parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return FIRST;
    }
    Corner corner = null;
    if (written.group(1) != null) {
      for (Corner each : Corner.values()) {
        if (EnumWords.of(each).equals(written.group(1))) {
          corner = each;
        }
      }
    }
    if (written.group(2) == null) {
      return corner == null ? FIRST : new MiniPlace(corner, null, null);
    }
    return new MiniPlace(
        corner, Integer.valueOf(written.group(2)), Integer.valueOf(written.group(3)));
  }

  /** As {@link #parse} reads it. */
  String written() {
    String at = x == null ? "" : x + "," + y;
    return corner == null ? at : (EnumWords.of(corner) + " " + at).strip();
  }

  /**
   * Where that is now. On screens that are others than before it stays in sight.
   *
   * @param screens what panels leave of each, the primary one first; one at least
   */
  Box on(List<Box> screens, double width, double height) {
    Box screen = x == null || y == null ? screens.getFirst() : nearest(screens, x, y);
    if (corner != null || x == null || y == null) {
      return (corner == null ? Corner.BOTTOM_RIGHT : corner).at(screen, width, height, MARGIN);
    }
    return new Box(
        Math.clamp(x, screen.x(), Math.max(screen.x(), screen.right() - width)),
        Math.clamp(y, screen.y(), Math.max(screen.y(), screen.bottom() - height)),
        width,
        height);
  }

  /** The place something is in that was dropped here. */
  static MiniPlace dropped(Box at, List<Box> screens) {
    double midX = at.x() + at.width() / 2;
    double midY = at.y() + at.height() / 2;
    Box screen = nearest(screens, midX, midY);
    boolean left = at.x() - screen.x() < NEAR;
    boolean right = screen.right() - at.right() < NEAR;
    boolean top = at.y() - screen.y() < NEAR;
    boolean bottom = screen.bottom() - at.bottom() < NEAR;
    Corner corner = (left || right) && (top || bottom) ? Corner.of(right, top) : null;
    return placed(corner, at, screen);
  }

  /** The same corner's neighbour to one side, on the same screen. */
  MiniPlace moved(boolean across, boolean forward, Box at, List<Box> screens) {
    Box screen = nearest(screens, at.x() + at.width() / 2, at.y() + at.height() / 2);
    Corner from =
        corner != null
            ? corner
            : Corner.of(
                at.x() + at.width() / 2 > screen.x() + screen.width() / 2,
                at.y() + at.height() / 2 < screen.y() + screen.height() / 2);
    Corner to = across ? Corner.of(forward, from.top()) : Corner.of(from.right(), !forward);
    return placed(to, at, screen);
  }

  private static MiniPlace placed(@Nullable Corner corner, Box at, Box screen) {
    Box where = corner == null ? at : corner.at(screen, at.width(), at.height(), MARGIN);
    return new MiniPlace(corner, (int) Math.round(where.x()), (int) Math.round(where.y()));
  }

  private static Box nearest(List<Box> screens, double px, double py) {
    Box best = screens.getFirst();
    double least = Double.MAX_VALUE;
    for (Box screen : screens) {
      double dx = px - Math.clamp(px, screen.x(), Math.max(screen.x(), screen.right() - 1));
      double dy = py - Math.clamp(py, screen.y(), Math.max(screen.y(), screen.bottom() - 1));
      double far = dx * dx + dy * dy;
      if (far < least) {
        least = far;
        best = screen;
      }
    }
    return best;
  }
}
