package app.respite.desktop.any;

import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;

/**
 * Draws the tray's ring, without any graphics library. The ring empties clockwise from the top. The
 * kinds differ in shape, not only in colour: work is the ring alone, a break has a disc in it, a
 * break that is due an exclamation mark, what stands still two bars; nothing at all is a thin ring
 * with a gap.
 */
public final class RingPixels {
  /** The ground that the ring is drawn for. */
  public enum Panel {
    LIGHT,
    DARK,
    /** Not known: middle tones, which show on both. */
    ANY
  }

  private static final double FULL_TURN = 2 * Math.PI;

  /** How much of the ring's colour what has gone still has. */
  private static final double TRACK = 0.3;

  private RingPixels() {}

  /**
   * Draws.
   *
   * @param size width and height in pixels
   * @return rows from the top, each pixel as alpha, red, green, blue from the highest byte on;
   *     alpha is not multiplied in
   */
  public static int[] draw(Icon icon, int size, Panel panel) {
    Kind kind = icon.kind();
    double thickness = kind == Kind.OFF ? Math.max(1.3, size * 0.07) : Math.max(2, size * 0.14);
    double outer = size / 2.0 - 0.25;
    Arc arc = kind == Kind.OFF ? Arc.open() : Arc.left(icon.step() / (double) Icon.STEPS);
    double track = kind == Kind.OFF ? 0 : TRACK;
    int colour = colour(kind, panel);
    int[] pixels = new int[size * size];
    for (int row = 0; row < size; row++) {
      double y = row + 0.5 - size / 2.0;
      for (int column = 0; column < size; column++) {
        double x = column + 0.5 - size / 2.0;
        double radius = Math.sqrt(x * x + y * y);
        double ring = covered(Math.min(outer - radius, radius - outer + thickness));
        double left = covered(arc.depth(x, y));
        double mark = covered(mark(kind, size, x, y));
        double alpha = Math.max(ring * Math.max(left, track), mark);
        pixels[row * size + column] = (int) Math.round(alpha * 255) << 24 | colour;
      }
    }
    return pixels;
  }

  /** How much of a pixel is covered by a shape whose edge is this far outside of its middle. */
  private static double covered(double depth) {
    return Math.clamp(depth + 0.5, 0, 1);
  }

  /** How deep a point lies in the mark in the middle; straight edges keep to whole pixels. */
  private static double mark(Kind kind, double size, double x, double y) {
    return switch (kind) {
      case OFF, WORK -> -1;
      case REST -> 0.2 * size - Math.sqrt(x * x + y * y);
      case DUE -> {
        double half = Math.rint(0.065 * size);
        double line = box(x, y, half, Math.rint(-0.24 * size), Math.rint(0.09 * size));
        double dot = box(x, y, half, Math.rint(0.145 * size), Math.rint(0.255 * size));
        yield Math.max(line, dot);
      }
      case STILL -> {
        double half = Math.rint(0.125 * size) / 2;
        double apart = Math.rint(0.06 * size) + half;
        double tall = Math.rint(0.17 * size);
        yield box(Math.abs(x) - apart, y, half, -tall, tall);
      }
    };
  }

  private static double box(double x, double y, double half, double top, double bottom) {
    return Math.min(half - Math.abs(x), Math.min(y - top, bottom - y));
  }

  /** The colours of the whole program; for any panel those between the light and the dark ones. */
  private static int colour(Kind kind, Panel panel) {
    return switch (kind) {
      case WORK -> colour(panel, 0x2F5D8A, 0x86B6E3, 0x4C8BC9);
      case REST -> colour(panel, 0x2E7D5B, 0x7CCBA2, 0x3A9B71);
      case DUE -> colour(panel, 0x9A6700, 0xE3B55B, 0xB98012);
      case STILL, OFF -> colour(panel, 0x6E7781, 0x8B949E, 0x858D96);
    };
  }

  private static int colour(Panel panel, int light, int dark, int any) {
    return switch (panel) {
      case LIGHT -> light;
      case DARK -> dark;
      case ANY -> any;
    };
  }

  /**
   * A part of the turn, clockwise from one angle to another, both counted from the top.
   *
   * @param length of the part; nothing and all have no edges
   */
  private record Arc(
      double length, double fromSine, double fromCosine, double toSine, double toCosine) {
    static Arc left(double part) {
      return between(FULL_TURN * (1 - part), FULL_TURN);
    }

    static Arc open() {
      return between(FULL_TURN * 0.08, FULL_TURN * 0.92);
    }

    private static Arc between(double from, double to) {
      return new Arc(to - from, Math.sin(from), Math.cos(from), Math.sin(to), Math.cos(to));
    }

    double depth(double x, double y) {
      if (length <= 0 || length >= FULL_TURN) {
        return length <= 0 ? -1 : 1;
      }
      double afterFrom = x * fromCosine + y * fromSine;
      double beforeTo = -(x * toCosine + y * toSine);
      return length > Math.PI ? Math.max(afterFrom, beforeTo) : Math.min(afterFrom, beforeTo);
    }
  }
}
