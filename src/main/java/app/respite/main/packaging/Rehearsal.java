package app.respite.main.packaging;

import app.respite.main.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Several calls one after another in one process, so that a cache which is recorded from it suits
 * them all. The process of a single call would leave out what the others need.
 */
public final class Rehearsal {
  private static final String CLASS = ".class";

  private Rehearsal() {}

  /**
   * Runs calls.
   *
   * @param arguments a file with a call a line, its words separated by blanks; then packages whose
   *     classes are loaded besides, because nothing on the building machine would
   */
  public static void main(String[] arguments) throws Exception {
    List<String> calls = Files.readAllLines(Path.of(arguments[0]));
    Class.forName("app.respite.main.Launcher");
    load(List.of(arguments).subList(1, arguments.length));
    int worst = 0;
    for (String call : calls) {
      worst = Math.max(worst, Main.run(List.of(call.split(" "))));
    }
    System.exit(worst);
  }

  private static void load(List<String> packages) throws IOException, ClassNotFoundException {
    if (packages.isEmpty()) {
      return;
    }
    try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
      for (String name : jar.stream().map(entry -> entry.getName()).toList()) {
        if (name.endsWith(CLASS) && packages.stream().anyMatch(name::startsWith)) {
          String found = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
          if (!found.endsWith("package-info")) {
            Class.forName(found, false, Rehearsal.class.getClassLoader());
          }
        }
      }
    }
  }
}
