package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One window a home: whoever has the lock shows it. The system drops the lock with the process. */
final class WindowPlace implements AutoCloseable {
  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private WindowPlace(FileChannel channel, @Nullable FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static WindowPlace take(Path home) {
    Path file = home.resolve("window.lock");
    try {
      PrivateFolder.make(home);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new WindowPlace(channel, channel.tryLock());
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot write " + file + ": " + failed.getMessage(), failed);
    }
  }

  /** Whether this process shows the window. */
  boolean taken() {
    return lock != null;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot let go of the window's lock: " + failed.getMessage(), failed);
    }
  }
}
