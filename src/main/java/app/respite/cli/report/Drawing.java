package app.respite.cli.report;

import java.util.List;

/**
 * A picture as shapes, from the back to the front, in units of about a pixel from the left upper
 * corner; {@link SvgWriter} and {@link PngWriter} draw the same.
 *
 * @param name plain and safe as the name of a file, such as {@code pace-boxes}
 * @param title what it shows
 * @param description what there is to see in it, in words
 */
record Drawing(
    String name,
    String title,
    String description,
    double width,
    double height,
    List<Shape> shapes) {
  Drawing {
    shapes = List.copyOf(shapes);
  }

  /** What a shape is about; each has a colour in light and in dark. */
  enum Ink {
    TEXT("#1b1f24", "#eceff2"),
    QUIET("#454c54", "#b9c0c8"),
    RULE("#c9ced4", "#454c54"),
    PAPER("#ffffff", "#16191d"),
    EMPTY("#e4e7ea", "#2b3036"),
    WORK("#2f5d8a", "#86b6e3"),
    USUAL("#7d8f9f", "#7f8c99"),
    REST("#2e7d5b", "#7ccba2"),
    DUE("#9a6700", "#e3b55b"),
    TIRED("#6b4fa0", "#bca3ea"),
    RANGE("#ddd5ec", "#3b3350"),
    BAND("#d5e2ef", "#26384a"),
    AWAY("#6e7781", "#8b949e"),
    HEAT1("#b4cbe1", "#2c4258"),
    HEAT2("#7ea5c9", "#456a8f"),
    HEAT3("#4d7ca9", "#6594c0"),
    HEAT4("#234a70", "#a5cdf3");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
      this.light = light;
      this.dark = dark;
    }

    String light() {
      return light;
    }

    String dark() {
      return dark;
    }
  }

  /** Where a text lies beside its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** One of the shapes. */
  sealed interface Shape {}

  /** A filled rectangle; what it says is told where one points at it, and may be empty. */
  record Box(double x, double y, double width, double height, Ink ink, String says)
      implements Shape {}

  /** An outlined rectangle. */
  record Frame(double x, double y, double width, double height, Ink ink, String says)
      implements Shape {}

  /** A line through points, each a pair of numbers. */
  record Path(List<Point> points, double thick, Ink ink) implements Shape {
    Path {
      points = List.copyOf(points);
    }
  }

  /** What lies between points. */
  record Area(List<Point> points, Ink ink) implements Shape {
    Area {
      points = List.copyOf(points);
    }
  }

  /** A circle, open in the middle. */
  record Ring(Point middle, double radius, Ink ink, String says) implements Shape {}

  /** A short text on one line; its point lies on the line it is written on. */
  record Text(Point at, String text, Anchor anchor, Ink ink) implements Shape {}

  /** A place. */
  record Point(double x, double y) {}
}
