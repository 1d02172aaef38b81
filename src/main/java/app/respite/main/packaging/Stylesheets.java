package app.respite.main.packaging;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts the binary form of every stylesheet beside it, at build time. JavaFX takes it where it is
 * there; to read the text instead takes the window 35 ms.
 */
@ArchitectureException(
    wall = Wall.ROOMS,
    reason = "runs at build time; what it asks of JavaFX is how a stylesheet is written down")
public final class Stylesheets {
  private static final String TEXT = ".css";
  private static final String BINARY = ".bss";

  private Stylesheets() {}

  /**
   * Translates them.
   *
   * @param arguments the folder below which they are
   * @throws IOException where one cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> sheets;
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      sheets = files.filter(file -> file.toString().endsWith(TEXT)).toList();
    }
    for (Path sheet : sheets) {
      String text = sheet.toString();
      Stylesheet.convertToBinary(
          sheet.toFile(), new File(text.substring(0, text.length() - TEXT.length()) + BINARY));
    }
  }
}
