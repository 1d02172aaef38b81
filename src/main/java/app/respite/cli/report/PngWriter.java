package app.respite.cli.report;

import app.respite.cli.report.Drawing.Ink;
import app.respite.cli.report.Drawing.Point;
import app.respite.cli.report.Drawing.Shape;
import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A drawing as a picture in light colours, twice as large so that it is sharp where it is read. */
@ArchitectureException(
    wall = Wall.AWT,
    reason = "nothing else of the JDK draws text into a picture without a display")
final class PngWriter {
  /** Pixels to a unit of the drawing. */
  static final int SCALE = 2;

  private static final int MARGIN = 12;

  /** What the title takes, which a page has above the drawing. */
  static final int HEAD = 26;

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  private final Graphics2D graphics;

  private PngWriter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** Writes the picture. */
  static void write(Drawing drawing, OutputStream out) throws IOException {
    // Read by AWT when its first class loads, so that no display is looked for.
    System.setProperty("java.awt.headless", "true");
    BufferedImage image =
        new BufferedImage(
            pixels(drawing.width()), pixels(HEAD + drawing.height()), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(color(Ink.PAPER));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(SCALE, SCALE);
      graphics.translate(MARGIN, MARGIN);
      graphics.setFont(FONT.deriveFont(Font.BOLD));
      graphics.setColor(color(Ink.TEXT));
      graphics.drawString(drawing.title(), 0, 13);
      graphics.translate(0, HEAD);
      graphics.setFont(FONT);
      PngWriter writer = new PngWriter(graphics);
      drawing.shapes().forEach(writer::shape);
    } finally {
      graphics.dispose();
    }
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", stream);
    }
  }

  /** How many pixels so much of a drawing takes with the margin around it. */
  static int pixels(double size) {
    return (int) Math.ceil((size + 2 * MARGIN) * SCALE);
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Drawing.Box box -> {
        graphics.setColor(color(box.ink()));
        graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
      }
      case Drawing.Frame frame -> {
        stroke(1.5, frame.ink());
        graphics.draw(
            new Rectangle2D.Double(
                frame.x() + 0.75, frame.y() + 0.75, frame.width() - 1.5, frame.height() - 1.5));
      }
      case Drawing.Path path -> {
        stroke(path.thick(), path.ink());
        graphics.draw(outline(path.points()));
      }
      case Drawing.Area area -> {
        graphics.setColor(color(area.ink()));
        graphics.fill(outline(area.points()));
      }
      case Drawing.Ring ring -> {
        double across = 2 * ring.radius();
        Ellipse2D circle =
            new Ellipse2D.Double(
                ring.middle().x() - ring.radius(),
                ring.middle().y() - ring.radius(),
                across,
                across);
        graphics.setColor(color(Ink.PAPER));
        graphics.fill(circle);
        stroke(2, ring.ink());
        graphics.draw(circle);
      }
      case Drawing.Text text -> text(text);
    }
  }

  private void text(Drawing.Text text) {
    graphics.setColor(color(text.ink()));
    FontMetrics metrics = graphics.getFontMetrics();
    double wide = metrics.stringWidth(text.text());
    double left =
        switch (text.anchor()) {
          case START -> text.at().x();
          case MIDDLE -> text.at().x() - wide / 2;
          case END -> text.at().x() - wide;
        };
    graphics.drawString(text.text(), (float) left, (float) text.at().y());
  }

  private void stroke(double thick, Ink ink) {
    graphics.setColor(color(ink));
    graphics.setStroke(
        new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static Path2D outline(List<Point> points) {
    Path2D path = new Path2D.Double();
    for (Point point : points) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(point.x(), point.y());
      } else {
        path.lineTo(point.x(), point.y());
      }
    }
    return path;
  }

  private static Color color(Ink ink) {
    return Color.decode(ink.light());
  }
}
