package app.respite.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where the coach of a home listens, as it wrote it down in {@code coach.address} there. Which
 * folder is the right one for a socket depends on a process's variables; the home does not, so that
 * whoever can read it finds the coach. An address outlives a coach that was killed, and then nobody
 * listens there.
 *
 * <p>Not a line in the journal's lock: on POSIX a process loses its lock when it closes any other
 * descriptor of that file, so a reader inside the coach would let a second one in.
 */
public final class CoachAddress {
  private static final String NAME = "coach.address";

  private CoachAddress() {}

  /**
   * The socket of the coach that was the last to start in a home. Reads one small file; touches
   * nothing else.
   *
   * @return empty where none wrote it down, or this is a copy of another home
   */
  public static Optional<Path> in(Path home) {
    try {
      // The socket, then the home: a copied folder must not lead to the coach of the first one.
      List<String> lines = Files.readAllLines(home.resolve(NAME));
      return lines.size() == 2 && home.toRealPath().toString().equals(lines.get(1))
          ? Optional.of(Path.of(lines.getFirst()))
          : Optional.empty();
    } catch (IOException | InvalidPathException none) {
      return Optional.empty();
    }
  }

  /** Writes it down. Only for the holder of the journal's lock. */
  public static void write(Path home, Path socket) throws IOException {
    Path file = home.resolve(NAME);
    Path draft = home.resolve(NAME + ".new");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(draft, SocketPlace.ownerOnly("rw-------"));
      Files.write(draft, List.of(socket.toString(), home.toRealPath().toString()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      // An old address is worse than none: without one the usual folders are looked into.
      Files.deleteIfExists(draft);
      Files.deleteIfExists(file);
      throw failed;
    }
  }
}
