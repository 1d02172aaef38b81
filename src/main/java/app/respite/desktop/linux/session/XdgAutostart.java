package app.respite.desktop.linux.session;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.Reason;
import app.respite.coach.port.desktop.Autostart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Start at login by a file in the user's {@code autostart} folder, which all larger desktops read.
 * A file of the same name in a system folder counts until the user has one. Switched off, the file
 * stays and says so: it may hold what the user added, and it hides the system's.
 */
final class XdgAutostart implements Autostart {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_LINKS = 8;
  private static final String HIDDEN = "Hidden";

  /** Switches of single desktops: GNOME's is also Xfce's and Cinnamon's. */
  private static final List<String> ENABLED =
      List.of("X-GNOME-Autostart-enabled", "X-MATE-Autostart-enabled");

  private final Path file;
  private final List<Path> systems;
  private final List<String> command;
  private final String comment;

  /**
   * A file that need not exist yet.
   *
   * @param file the user's
   * @param systems where the system may have one, the first wins
   * @param command what to start, the program first
   * @param comment what a user reads in the desktop's settings
   */
  XdgAutostart(Path file, List<Path> systems, List<String> command, String comment) {
    this.file = file;
    this.systems = List.copyOf(systems);
    this.command = List.copyOf(command);
    this.comment = comment;
  }

  @Override
  public boolean on() {
    try {
      byte @Nullable [] own = read(file);
      if (own != null) {
        return isOn(own);
      }
    } catch (IOException unreadable) {
      return false; // nor can the desktop read it
    }
    byte @Nullable [] other = system();
    return other != null && isOn(other);
  }

  @Override
  public void set(boolean on) {
    try {
      byte @Nullable [] own = read(file);
      if (on) {
        write(switchedOn(new DesktopEntry(own == null ? new byte[0] : own)));
      } else if (own != null || system() != null) {
        write(switchedOff(new DesktopEntry(own == null ? new byte[0] : own)));
      }
    } catch (IOException failed) {
      throw new CoachException(
          CoachException.Kind.STORE,
          "%s cannot be changed: %s".formatted(file, Reason.of(failed)),
          failed);
    }
  }

  private DesktopEntry switchedOn(DesktopEntry entry) {
    complete(entry);
    entry.set("Exec", DesktopEntry.command(command));
    if (entry.isYes(HIDDEN)) {
      entry.set(HIDDEN, "false");
    }
    entry.set(ENABLED.getFirst(), "true");
    for (String key : ENABLED) {
      if (entry.isNo(key)) {
        entry.set(key, "true");
      }
    }
    return entry;
  }

  private DesktopEntry switchedOff(DesktopEntry entry) {
    complete(entry);
    entry.set(HIDDEN, "true");
    entry.set(ENABLED.getFirst(), "false");
    return entry;
  }

  /** Gives a key that is missing; one that is there may be the user's. */
  private void complete(DesktopEntry entry) {
    put(entry, "Type", "Application");
    put(entry, "Name", "Respite");
    put(entry, "Comment", DesktopEntry.text(comment));
    put(entry, "Exec", DesktopEntry.command(command));
    put(entry, "Icon", "respite");
    put(entry, "Terminal", "false");
    put(entry, "StartupNotify", "false");
  }

  private static void put(DesktopEntry entry, String key, String value) {
    if (entry.get(key) == null) {
      entry.set(key, value);
    }
  }

  private static boolean isOn(byte[] text) {
    DesktopEntry entry = new DesktopEntry(text);
    if (entry.get("Exec") == null || entry.isYes(HIDDEN)) {
      return false;
    }
    for (String key : ENABLED) {
      if (entry.isNo(key)) {
        return false;
      }
    }
    return true;
  }

  private byte @Nullable [] system() {
    for (Path place : systems) {
      try {
        byte @Nullable [] found = read(place);
        if (found != null) {
          return found;
        }
      } catch (IOException unreadable) {
        // nor can the desktop read it
      }
    }
    return null;
  }

  /** What stands in a file; null where there is none. */
  private static byte @Nullable [] read(Path from) throws IOException {
    if (!Files.exists(from)) {
      return null;
    }
    if (!Files.isRegularFile(from)) {
      throw new FileSystemException(from.toString(), null, "it is no file; move it away");
    }
    try (InputStream in = Files.newInputStream(from)) {
      byte[] text = in.readNBytes(MOST_BYTES + 1);
      if (text.length > MOST_BYTES) {
        throw new FileSystemException(
            from.toString(), null, "it is too large for such a file; move it away");
      }
      return text;
    }
  }

  /** Whoever reads sees the old file or the new one, even after a power cut. */
  private void write(DesktopEntry entry) throws IOException {
    Path target = target();
    Path folder = target.getParent();
    if (folder == null) {
      throw new NoSuchFileException(target.toString());
    }
    Files.createDirectories(folder);
    // Not ".desktop" at its end: a session that starts right now must not see two.
    Path temporary = Files.createTempFile(folder, ".respite-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE))) {
        for (ByteBuffer rest = ByteBuffer.wrap(entry.bytes()); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Where the file is a symbolic link, as those keep it who share their settings: what it means.
   */
  private Path target() throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "its links run in a circle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target.toAbsolutePath();
  }
}
