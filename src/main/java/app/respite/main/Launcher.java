package app.respite.main;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import java.lang.reflect.InvocationTargetException;

/**
 * The entry of {@code respite.jar}. Compiled for Java 11, so that an old Java gets a sentence and
 * not an {@link UnsupportedClassVersionError}; it may use nothing newer and names no other class.
 */
@ArchitectureException(
    wall = Wall.STANDARD_STREAMS,
    reason = "an old Java cannot load the command line, and still needs its one line")
public final class Launcher {
  private static final int NEEDED = 25;

  private Launcher() {}

  public static void main(String[] args) throws Throwable {
    int found = Runtime.version().feature();
    if (found < NEEDED) {
      System.err.println(
          "respite: needs Java "
              + NEEDED
              + " or newer, this is Java "
              + found
              + "; install a JDK "
              + NEEDED
              + " and start respite.jar with its java command");
      System.exit(2);
    }
    try {
      Class.forName("app.respite.main.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
