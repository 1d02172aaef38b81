package app.respite.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.coach.port.CoachException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the coach listens, and that nobody else has a hand in it. */
class SocketPlaceTest {
  @TempDir Path folder;

  @BeforeEach
  void onlyWhereFilesHaveOwnersAndRights() {
    assumeTrue(SocketPlace.posix());
  }

  @Test
  void eachHomeHasAPlaceOfItsOwnWhateverLinkLeadsToIt() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path other = Files.createDirectory(folder.resolve("other"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), home);
    List<Path> run = List.of(folder.resolve("run"));
    assertThat(SocketPlace.of(link, run)).isEqualTo(SocketPlace.of(home, run));
    assertThat(SocketPlace.of(other, run)).isNotEqualTo(SocketPlace.of(home, run));
  }

  @Test
  void aFolderWithATooLongNameIsPassedOver() {
    // Twelve digits, a dot, "sock" and the slashes take nineteen of a hundred bytes.
    Path fits = Path.of("/" + "a".repeat(81));
    Path tooLong = Path.of("/" + "a".repeat(82));
    Path tooLongInBytes = Path.of("/" + "\u00fc".repeat(41));
    assertThat(SocketPlace.of(folder, List.of(tooLongInBytes, tooLong, fits)))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.getParent()).isEqualTo(fits);
              assertThat(place.toString()).hasSize(100);
            });
  }

  @Test
  void aFolderThatOthersCouldEnterIsShutToThem() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
    SocketPlace.prepare(run.resolve("a.sock"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
        .isEqualTo("rwx------");
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void aLinkToAFolderIsNoFolderForASocket() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThatThrownBy(() -> SocketPlace.prepare(link.resolve("a.sock")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void aFolderOfSomebodyElseIsRefusedAndLeftAsItWas() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwxrwxrwx"));
    giveAway(foreign);
    Path place = foreign.resolve("a.sock");
    assertThatThrownBy(() -> SocketPlace.prepare(place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to somebody else");
    assertThat(foreign).isEmptyDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(foreign)))
        .isEqualTo("rwxrwxrwx");
    Path mine = folder.resolve("mine").resolve("a.sock");
    try (LocalSocket socket = LocalSocket.open(List.of(place, mine))) {
      assertThat(socket.path()).isEqualTo(mine);
    }
    assertThatThrownBy(() -> LocalSocket.open(List.of(place)))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining("XDG_RUNTIME_DIR");
  }

  /** Only whoever may do everything can give a folder away; for others there is nothing to see. */
  private static void giveAway(Path folder) {
    boolean given;
    try {
      UserPrincipal somebody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(folder, somebody);
      given = true;
    } catch (IOException mayNot) {
      given = false;
    }
    assumeTrue(given, "no folder can be given away here");
  }

  @Test
  void whoeverConnectsIsKnownByTheUserItWorksFor() throws IOException {
    Path path = folder.resolve("run").resolve("a.sock");
    try (LocalSocket socket = LocalSocket.open(List.of(path));
        SocketChannel face = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      face.connect(UnixDomainSocketAddress.of(path));
      socket.channel().configureBlocking(true);
      try (SocketChannel peer = socket.channel().accept()) {
        assertThat(socket.isOwner(peer)).isTrue();
        assertThat(LocalSocket.isOf(Files.getOwner(path).getName(), peer)).isTrue();
        assertThat(LocalSocket.isOf("somebody else", peer)).isFalse();
      }
    }
  }
}
