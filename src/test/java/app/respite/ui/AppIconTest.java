package app.respite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The app's icon: drawn from its one source, {@code assets/icon.svg}. */
class AppIconTest {
  private static final double SIZE = 512;

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void isThereInEverySize(int size) {
    Pictures.write("icon-" + size, OnFx.call(() -> draw(size)));
    assertThat(Files.exists(Path.of("assets", "icon-" + size + ".png")))
        .as("assets/icon-" + size + ".png, a copy of target/pictures/icon-" + size + ".png")
        .isTrue();
  }

  private static WritableImage draw(int size) throws Exception {
    Element svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("assets", "icon.svg").toFile())
            .getDocumentElement();
    Group group = new Group();
    NodeList parts = svg.getChildNodes();
    for (int i = 0; i < parts.getLength(); i++) {
      if (parts.item(i) instanceof Element part && !part.getTagName().equals("title")) {
        group.getChildren().add(shape(part));
      }
    }
    group.getTransforms().add(new Scale(size / SIZE, size / SIZE));
    Scene scene = new Scene(new Group(group), size, size, Color.TRANSPARENT);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    clear.setViewport(new javafx.geometry.Rectangle2D(0, 0, size, size));
    return scene.getRoot().snapshot(clear, new WritableImage(size, size));
  }

  private static Shape shape(Element part) {
    if (part.getTagName().equals("rect")) {
      Rectangle rect =
          new Rectangle(
              number(part, "x"), number(part, "y"), number(part, "width"), number(part, "height"));
      rect.setArcWidth(2 * number(part, "rx"));
      rect.setArcHeight(2 * number(part, "rx"));
      rect.setFill(Color.web(part.getAttribute("fill")));
      return rect;
    }
    SVGPath path = new SVGPath();
    path.setContent(part.getAttribute("d"));
    path.setFill(null);
    path.setStroke(Color.web(part.getAttribute("stroke")));
    path.setStrokeWidth(number(part, "stroke-width"));
    path.setStrokeLineCap(StrokeLineCap.ROUND);
    return path;
  }

  private static double number(Element part, String name) {
    return Double.parseDouble(part.getAttribute(name));
  }
}
