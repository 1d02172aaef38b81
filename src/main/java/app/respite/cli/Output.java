package app.respite.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers whether it failed: whoever prints is not told. */
final class Output extends OutputStream {
  private static final int FILE_TYPE = 0xf000;
  private static final int PIPE = 0x1000;

  private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      stream.write(bytes, from, length);
    } catch (IOException failed) {
      if (failure == null) {
        failure = failed;
      }
      throw failed;
    }
  }

  /**
   * Why not all was written; null where it was, or where whoever reads a pipe has had enough, as in
   * {@code respite export | head}.
   */
  @Nullable IOException failure() {
    return failure == null || isPipe() ? null : failure;
  }

  /** Writing to a pipe fails for one reason alone. */
  private static boolean isPipe() {
    try {
      Object mode = Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
      return mode instanceof Integer bits && (bits & FILE_TYPE) == PIPE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
      return false;
    }
  }
}
