package app.respite.desktop.any;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the system and waits for its end. */
@FunctionalInterface
public interface SystemProgram {
  /** Whether it ran and ended well. Waits a few seconds at most. */
  boolean run(List<String> command);

  /** By the system. */
  static boolean bySystem(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroy();
      return false;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
