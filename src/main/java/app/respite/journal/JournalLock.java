package app.respite.journal;

import app.respite.coach.port.JournalException;
import app.respite.coach.port.Reason;
import app.respite.domain.ArchitectureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a journal: a lock on {@code journal.lock} beside it, which holds the process
 * id of the holder for people to read. The system drops the lock when the process ends, however it
 * ends; the file stays.
 */
@ArchitectureException(
    wall = ArchitectureException.Wall.STATIC_STATE,
    reason =
        "On POSIX a file lock belongs to the whole process and is lost when any channel on the file"
            + " is closed, so a second attempt in this process must be known without opening it.")
final class JournalLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private static final String NAME = "journal.lock";
  private static final int MOST_DIGITS = 18;

  /** Far behind the text, because on Windows nobody can read what is locked. */
  private static final long PLACE = 1L << 30;

  private final Path file;
  private final FileChannel channel;

  private JournalLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder an existing folder
   * @throws JournalException where another holds it, or the file cannot be written
   */
  static JournalLock take(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      // One folder has one name here, whichever links lead to it.
      file = folder.toRealPath().resolve(NAME);
    } catch (IOException e) {
      throw unusable(file, e);
    }
    if (!HELD_HERE.add(file)) {
      throw held(folder, "in this process", 0);
    }
    try {
      return new JournalLock(file, lock(folder, file));
    } catch (IOException e) {
      HELD_HERE.remove(file);
      throw unusable(file, e);
    } catch (JournalException e) {
      HELD_HERE.remove(file);
      throw e;
    }
  }

  private static FileChannel lock(Path folder, Path file) throws IOException {
    PrivateFiles.create(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(PLACE, 1, false) == null) {
        long holder = holder(channel);
        throw held(folder, holder == 0 ? "another program" : "process " + holder, holder);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(bytes(ProcessHandle.current().pid() + "\n")));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The process that holds it; 0 where none does, or it cannot be told. */
  static long holder(Path folder) {
    try {
      Path file = folder.toRealPath().resolve(NAME);
      if (HELD_HERE.contains(file)) {
        return ProcessHandle.current().pid();
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return channel.tryLock(PLACE, 1, true) == null ? holder(channel) : 0;
      }
    } catch (IOException none) {
      return 0;
    }
  }

  /** 0 where the file does not say. */
  private static long holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(MOST_DIGITS + 1);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    try {
      return pid.length() > MOST_DIGITS ? 0 : Math.max(0, Long.parseLong(pid));
    } catch (NumberFormatException empty) {
      return 0;
    }
  }

  private static JournalException held(Path folder, String who, long holder) {
    return JournalException.held(
        "The journal in "
            + folder
            + " is in use by Respite already ("
            + who
            + "): let that one do the work, or quit it and try again.",
        holder);
  }

  private static JournalException unusable(Path file, IOException cause) {
    return Failures.disk(
        file,
        "cannot be locked ("
            + Reason.of(cause)
            + "): check that you may write to it and to its folder.",
        cause);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Gives it back. */
  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw unusable(file, e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
