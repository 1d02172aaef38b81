package app.respite.cli.report;

import app.respite.cli.report.Drawing.Ink;
import app.respite.cli.report.Drawing.Point;
import app.respite.cli.report.Drawing.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing as part of a page, whose style sheet has a class for each ink. */
final class SvgWriter {
  private final StringBuilder svg = new StringBuilder();

  private SvgWriter() {}

  /** The element, with a title and a description for those who hear it. */
  static String svg(Drawing drawing) {
    SvgWriter writer = new SvgWriter();
    writer.svg.append(
        "<svg role=\"img\" viewBox=\"0 0 %s %s\" aria-labelledby=\"title-%s description-%s\">"
            .formatted(
                number(drawing.width()), number(drawing.height()), drawing.name(), drawing.name()));
    writer.element("title", " id=\"title-" + drawing.name() + "\"", drawing.title());
    writer.element("desc", " id=\"description-" + drawing.name() + "\"", drawing.description());
    drawing.shapes().forEach(writer::shape);
    return writer.svg.append("</svg>\n").toString();
  }

  /** The class of an ink in the style sheet. */
  static String style(Ink ink) {
    return ink.name().toLowerCase(Locale.ROOT);
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Drawing.Box box ->
          told(
              "rect",
              place(box.x(), box.y(), box.width(), box.height()),
              "f",
              box.ink(),
              box.says());
      case Drawing.Frame frame ->
          told(
              "rect",
              place(frame.x() + 0.75, frame.y() + 0.75, frame.width() - 1.5, frame.height() - 1.5),
              "s",
              frame.ink(),
              frame.says());
      case Drawing.Path path ->
          told(
              "polyline",
              " points=\""
                  + points(path.points())
                  + "\" stroke-width=\""
                  + number(path.thick())
                  + "\"",
              "s",
              path.ink(),
              "");
      case Drawing.Area area ->
          told("polygon", " points=\"" + points(area.points()) + "\"", "f", area.ink(), "");
      case Drawing.Ring ring ->
          told(
              "circle",
              " cx=\"%s\" cy=\"%s\" r=\"%s\""
                  .formatted(
                      number(ring.middle().x()), number(ring.middle().y()), number(ring.radius())),
              "r",
              ring.ink(),
              ring.says());
      case Drawing.Text text ->
          element(
              "text",
              " x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"f-%s\""
                  .formatted(
                      number(text.at().x()),
                      number(text.at().y()),
                      text.anchor().name().toLowerCase(Locale.ROOT),
                      style(text.ink())),
              text.text());
    }
  }

  private static String place(double x, double y, double width, double height) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(x), number(y), number(Math.max(0, width)), number(Math.max(0, height)));
  }

  private void told(String name, String attributes, String kind, Ink ink, String says) {
    String styled = attributes + " class=\"" + kind + "-" + style(ink) + "\"";
    if (says.isEmpty()) {
      svg.append('<').append(name).append(styled).append("/>");
    } else {
      svg.append('<').append(name).append(styled).append('>');
      element("title", "", says);
      svg.append("</").append(name).append('>');
    }
  }

  private void element(String name, String attributes, String text) {
    svg.append('<').append(name).append(attributes).append('>');
    svg.append(Markup.escaped(text)).append("</").append(name).append('>');
  }

  private static String points(List<Point> points) {
    return points.stream()
        .map(point -> number(point.x()) + "," + number(point.y()))
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
