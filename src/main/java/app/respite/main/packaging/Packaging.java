package app.respite.main.packaging;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes what starts {@code respite.jar} quickly: the scripts and the caches. The build must not
 * fail because a cache could not be made: everything works without, only later.
 */
@ArchitectureException(
    wall = Wall.STANDARD_STREAMS,
    reason = "runs at build time and tells whoever builds, without the command line")
public final class Packaging {
  private Packaging() {}

  /**
   * Makes them.
   *
   * @param arguments the folder of the jar; then, for an app image, the script's file and the ways
   *     from its folder to the jar's folder and to the java command
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (arguments.length > 1) {
      write(Path.of(arguments[1]), StartScript.posix(arguments[2], arguments[3]));
    } else {
      write(folder.resolve("respite"), StartScript.posix(folder.toString(), java.toString()));
      write(
          folder.resolve("respite.cmd"),
          StartScript.windows(Path.of(java + ".exe"), Files.size(folder.resolve("respite.jar"))));
    }
    if (!System.getProperty("respite.caches", "").equals("none")) {
      caches(new StartCaches(java, folder.resolve("respite.jar")));
    }
  }

  private static void caches(StartCaches caches) throws InterruptedException {
    try {
      if (!caches.fresh()) {
        caches.make();
      }
    } catch (IOException failed) {
      System.err.println(
          "respite: starts without caches, a little later; making them failed: "
              + failed.getMessage());
    }
  }

  private static void write(Path script, String text) throws IOException {
    Files.writeString(script, text, StandardCharsets.UTF_8);
    if (!script.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make " + script + " executable");
    }
  }
}
