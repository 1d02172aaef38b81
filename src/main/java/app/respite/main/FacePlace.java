package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One face of a kind a home: whoever has the lock shows it. The system drops the lock with the
 * process.
 */
final class FacePlace implements AutoCloseable {
  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private FacePlace(FileChannel channel, @Nullable FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Asks for the place.
   *
   * @param face the kind, such as {@code window}
   */
  static FacePlace take(Path home, String face) {
    Path file = home.resolve(face + ".lock");
    try {
      PrivateFolder.make(home);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new FacePlace(channel, channel.tryLock());
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot write " + file + ": " + Reason.of(failed), failed);
    }
  }

  /** Whether this process shows the face. */
  boolean taken() {
    return lock != null;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot let go of a face's lock: " + Reason.of(failed), failed);
    }
  }
}
