package app.respite.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** A small plot as SVG: axes with a few marks, lines, points and bands. */
final class Plot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 52;
  private static final int RIGHT = 130;
  private static final int TOP = 14;
  private static final int BOTTOM = 42;

  private final StringBuilder marks = new StringBuilder();
  private final DoubleUnaryOperator scale;
  private final double left;
  private final double right;
  private final double low;
  private final double high;
  private int labels;

  /** A plot over ranges; {@code scale} is applied to both axes, such as a logarithm. */
  Plot(double left, double right, double low, double high, DoubleUnaryOperator scale) {
    this.scale = scale;
    this.left = scale.applyAsDouble(left);
    this.right = scale.applyAsDouble(right);
    this.low = scale.applyAsDouble(low);
    this.high = scale.applyAsDouble(high);
  }

  private double x(double value) {
    double share = (scale.applyAsDouble(value) - left) / (right - left);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    double share = (scale.applyAsDouble(value) - low) / (high - low);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static String n(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void text(double x, double y, String anchor, String kind, String text) {
    marks.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y));
    marks.append("\" text-anchor=\"").append(anchor).append("\" class=\"").append(kind);
    marks.append("\">").append(Html.escaped(text)).append("</text>\n");
  }

  /** Marks the axes. */
  Plot axes(String across, List<Double> xs, List<String> names, String up, List<Double> ys) {
    for (double value : ys) {
      stroke(LEFT, y(value), WIDTH - RIGHT, y(value), "var(--line)", "");
      text(LEFT - 6, y(value) + 4, "end", "quiet", plain(value));
    }
    for (int i = 0; i < xs.size(); i++) {
      text(x(xs.get(i)), HEIGHT - BOTTOM + 16, "middle", "quiet", names.get(i));
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "", across);
    marks.append("<text transform=\"translate(12 ").append((TOP + HEIGHT - BOTTOM) / 2);
    marks.append(") rotate(-90)\" text-anchor=\"middle\">").append(Html.escaped(up));
    marks.append("</text>\n");
    return this;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private void stroke(double x1, double y1, double x2, double y2, String color, String dash) {
    marks.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1));
    marks.append("\" x2=\"").append(n(x2)).append("\" y2=\"").append(n(y2));
    marks.append("\" stroke=\"").append(color).append("\" stroke-dasharray=\"").append(dash);
    marks.append("\"/>\n");
  }

  /** A line through points, named at the right edge. */
  Plot line(String color, String dash, double[] xs, double[] ys, String name) {
    marks.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"var(--").append(color);
    marks.append(")\" stroke-dasharray=\"").append(dash).append("\" points=\"");
    for (int i = 0; i < xs.length; i++) {
      marks.append(n(x(xs[i]))).append(',').append(n(y(ys[i]))).append(' ');
    }
    marks.append("\"/>\n");
    double at = TOP + 12 + 20 * labels++;
    stroke(WIDTH - RIGHT + 10, at - 4, WIDTH - RIGHT + 30, at - 4, "var(--" + color + ")", dash);
    text(WIDTH - RIGHT + 36, at, "start", "", name);
    return this;
  }

  /** A point with a whisker. */
  Plot whisker(String color, double x, double value, double from, double to) {
    stroke(x(x), y(from), x(x), y(to), "var(--" + color + ")", "");
    return point(color, x, value, 4);
  }

  /** A point. */
  Plot point(String color, double x, double value, int radius) {
    marks.append("<circle cx=\"").append(n(x(x))).append("\" cy=\"").append(n(y(value)));
    marks.append("\" r=\"").append(radius).append("\" fill=\"var(--").append(color);
    marks.append(")\" fill-opacity=\"0.75\"/>\n");
    return this;
  }

  /** A name in the margin beside a colour. */
  Plot name(String color, String name) {
    double at = TOP + 12 + 20 * labels++;
    marks.append("<circle cx=\"").append(WIDTH - RIGHT + 20).append("\" cy=\"").append(n(at - 4));
    marks.append("\" r=\"4\" fill=\"var(--").append(color).append(")\"/>\n");
    text(WIDTH - RIGHT + 36, at, "start", "", name);
    return this;
  }

  /** A band across. */
  Plot band(double from, double to) {
    marks.append("<rect x=\"").append(LEFT).append("\" y=\"").append(n(y(to)));
    marks.append("\" width=\"").append(WIDTH - LEFT - RIGHT).append("\" height=\"");
    marks.append(n(y(from) - y(to))).append("\" fill=\"var(--band)\"/>\n");
    return this;
  }

  @Override
  public String toString() {
    return "<svg viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" width=\""
        + WIDTH
        + "\" role=\"img\">\n"
        + marks
        + "</svg>";
  }
}
