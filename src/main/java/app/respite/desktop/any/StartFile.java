package app.respite.desktop.any;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Reason;
import app.respite.coach.port.desktop.Autostart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Start at login by a file that is there or not, on systems that start what lies in a folder. */
public final class StartFile implements Autostart {
  private final Path file;
  private final String text;

  /**
   * A file that need not exist yet.
   *
   * @param text what stands in it
   */
  public StartFile(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  @Override
  public boolean on() {
    return Files.isRegularFile(file);
  }

  @Override
  public void set(boolean on) {
    try {
      if (on) {
        write();
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE,
          "cannot change " + file + ": " + Reason.of(failed) + "; see to its folder",
          failed);
    }
  }

  /** A login in this moment sees a whole file or none. */
  private void write() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new FileSystemException(file.toString(), null, "it has no folder");
    }
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".respite-", ".tmp");
    try {
      Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
