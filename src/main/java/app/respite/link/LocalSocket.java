package app.respite.link;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.jspecify.annotations.Nullable;

/** A socket's file with somebody who listens at it, for its owner alone. */
final class LocalSocket implements AutoCloseable {
  private static final int MOST_WAITING = 128;

  private final Path path;
  private final ServerSocketChannel channel;
  private final @Nullable String owner;

  private LocalSocket(Path path, ServerSocketChannel channel, @Nullable String owner) {
    this.path = path;
    this.channel = channel;
    this.owner = owner;
  }

  /**
   * Listens at the first of some places where that is possible. A socket that is found there is
   * taken for a stale one and replaced.
   *
   * @throws CoachException of kind {@code STORE} where there is no such place
   */
  static LocalSocket open(List<Path> places) {
    CoachException none =
        new CoachException(
            Kind.STORE,
            "there is no place for the coach's socket; set XDG_RUNTIME_DIR to a folder of your own"
                + " with a short name");
    for (Path place : places) {
      try {
        return open(place);
      } catch (IOException failed) {
        none.addSuppressed(failed);
      }
    }
    throw none;
  }

  private static LocalSocket open(Path path) throws IOException {
    SocketPlace.prepare(path);
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(path + " is a folder");
    }
    Files.deleteIfExists(path);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(path), MOST_WAITING);
      String owner = null;
      if (SocketPlace.posix()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        owner = Files.getOwner(path).getName();
      }
      channel.configureBlocking(false);
      return new LocalSocket(path, channel, owner);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  Path path() {
    return path;
  }

  ServerSocketChannel channel() {
    return channel;
  }

  /** Whether its file is still there; folders for temporary files are swept now and then. */
  boolean canBeFound() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** The folder keeps others out; where the system tells who is there, we look all the same. */
  boolean isOwner(SocketChannel peer) throws IOException {
    return owner == null || isOf(owner, peer);
  }

  /** Whether a peer works for a user; true where the system does not tell. */
  static boolean isOf(String owner, SocketChannel peer) throws IOException {
    if (!peer.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
      return true;
    }
    UnixDomainPrincipal principal = peer.getOption(ExtendedSocketOptions.SO_PEERCRED);
    return principal.user().getName().equals(owner);
  }

  /** Only while the journal's lock is held: afterwards the file may be another coach's. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
