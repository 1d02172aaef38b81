package app.respite.ui.breakview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the break view lies on each screen, and how large its content is drawn there. All lengths
 * are in JavaFX's units, in which a screen's own scale is divided out already; screens of different
 * scale side by side are therefore only numbers here.
 *
 * @param covers one for each screen that shows something of its own, the largest first
 */
record ScreenLayout(List<Cover> covers) {
  /** Room for the content as it is meant to be; more of it makes everything larger. */
  private static final double USUAL_WIDTH = 960;

  private static final double USUAL_HEIGHT = 640;

  /** Room without which content of natural size would be cut. */
  private static final double LEAST_WIDTH = 340;

  private static final double LEAST_HEIGHT = 420;
  private static final double MOST_ZOOM = 2;
  private static final double LEAST_ZOOM = 0.5;
  private static final double STEP = 0.25;
  private static final double NARROW = 560;
  private static final double LOW = 520;

  ScreenLayout {
    covers = List.copyOf(covers);
  }

  /** A rectangle. */
  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double area() {
      return width * height;
    }

    boolean contains(double px, double py) {
      return px >= x && px < right() && py >= y && py < bottom();
    }

    /** What lies in both; of no size where nothing does. */
    Box in(Box other) {
      double left = Math.max(x, other.x);
      double top = Math.max(y, other.y);
      return new Box(
          left,
          top,
          Math.max(0, Math.min(right(), other.right()) - left),
          Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }
  }

  /**
   * A screen.
   *
   * @param bounds all of it
   * @param usable what panels and docks leave of it
   * @param scale pixels in a unit
   */
  record Monitor(Box bounds, Box usable, double scale) {}

  /**
   * The view on one screen.
   *
   * @param area all of the screen, to its last pixel
   * @param inside where the content goes, clear of panels that may stay on top
   * @param zoom how much larger than designed the content is drawn
   * @param narrow whether the content has little room across
   * @param low whether it has little room down
   */
  record Cover(Box area, Box inside, double zoom, boolean narrow, boolean low) {}

  /**
   * Lays the view out.
   *
   * @param wanted how much larger than the system's own size the user wants it
   */
  static ScreenLayout of(List<Monitor> monitors, double wanted) {
    List<Cover> covers = new ArrayList<>();
    List<Box> taken = new ArrayList<>();
    for (Monitor monitor : monitors) {
      // A screen of no size is on its way out; one with another's bounds shows the same picture.
      if (monitor.bounds().area() > 0 && !taken.contains(monitor.bounds())) {
        taken.add(monitor.bounds());
        covers.add(cover(monitor, wanted));
      }
    }
    // Where screens overlap, the smaller one's view must lie on top to be whole.
    covers.sort(Comparator.comparingDouble((Cover cover) -> cover.area().area()).reversed());
    return new ScreenLayout(covers);
  }

  private static Cover cover(Monitor monitor, double wanted) {
    Box area = toPixels(monitor.bounds(), monitor.scale());
    Box usable = monitor.usable().in(monitor.bounds());
    // A panel may take a quarter; what claims more is not believed.
    Box inside = usable.area() >= area.area() / 2 ? usable : monitor.bounds();
    double fits =
        Math.clamp(
            Math.floor(
                    Math.min(inside.width() / USUAL_WIDTH, inside.height() / USUAL_HEIGHT) / STEP)
                * STEP,
            1,
            MOST_ZOOM);
    double most = Math.min(inside.width() / LEAST_WIDTH, inside.height() / LEAST_HEIGHT);
    double zoom = Math.max(LEAST_ZOOM, Math.min(fits * wanted, most));
    return new Cover(
        area, inside, zoom, inside.width() / zoom < NARROW, inside.height() / zoom < LOW);
  }

  /** Outwards to whole pixels: a fraction left open would let a line of light through. */
  private static Box toPixels(Box box, double scale) {
    double left = Math.floor(box.x() * scale) / scale;
    double top = Math.floor(box.y() * scale) / scale;
    double right = Math.ceil(box.right() * scale) / scale;
    double bottom = Math.ceil(box.bottom() * scale) / scale;
    return new Box(left, top, right - left, bottom - top);
  }
}
