package app.respite.desktop.linux.bus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no bus, or something else listens. */
class NoBusTest {
  private static final Duration SECONDS = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void nothingIsSet() {
    assertThat(missing(Map.of())).isEqualTo("no session bus, DBUS_SESSION_BUS_ADDRESS is not set");
  }

  @Test
  void anAddressThatJavaCannotReachIsSaid() {
    assertThat(missing(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/x,guid=1")))
        .isEqualTo("the session bus is not at a file, DBUS_SESSION_BUS_ADDRESS names none");
  }

  @Test
  void nobodyListens() {
    Path socket = folder.resolve("bus");
    assertThat(missing(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket)))
        .isEqualTo("no session bus, nothing listens at " + socket);
  }

  @Test
  void ofSeveralAddressesTheFirstFileCounts() {
    String address = "unix:abstract=/tmp/x;tcp:host=a,port=1;unix:guid=0,path=/a%20b/bus";
    assertThat(BusAddress.session(Map.of("DBUS_SESSION_BUS_ADDRESS", address)))
        .isEqualTo(new BusAddress.At(Path.of("/a b/bus")));
  }

  @Test
  void withoutAnAddressTheRuntimeFolderIsLookedAt() throws IOException {
    Path bus = folder.resolve("bus");
    try (ServerSocketChannel server = listen(bus)) {
      assertThat(server.isOpen()).isTrue();
      assertThat(BusAddress.session(Map.of("XDG_RUNTIME_DIR", folder.toString())))
          .isEqualTo(new BusAddress.At(bus));
    }
  }

  @Test
  void theSystemBusIsWhereItAlwaysIsUnlessSaid() {
    assertThat(BusAddress.system(Map.of()))
        .isEqualTo(new BusAddress.At(Path.of("/run/dbus/system_bus_socket")));
    assertThat(BusAddress.system(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/x")))
        .isEqualTo(new BusAddress.At(Path.of("/x")));
  }

  @Test
  void aCallWithoutABusFailsAtOnce() {
    try (Bus bus = Bus.session(Map.of())) {
      assertThat(bus.ask(Call.toBus("GetId", Body.NONE), SECONDS))
          .isEqualTo(
              new Reply.Failed(Bus.NO_BUS, "no session bus, DBUS_SESSION_BUS_ADDRESS is not set"));
    }
  }

  @Test
  void somethingThatHangsUpIsNoBus() throws IOException {
    assertThat(against("")).isEqualTo("no session bus, it has hung up");
  }

  @Test
  void somethingThatRefusesUsIsNoBus() throws IOException {
    assertThat(against("REJECTED EXTERNAL\r\n")).isEqualTo("no session bus, it does not let us in");
  }

  @Test
  void somethingThatTalksWithoutEndIsNoBus() throws IOException {
    assertThat(against("x".repeat(5000))).isEqualTo("no session bus, it does not speak D-Bus");
  }

  @Test
  void somethingThatSendsNonsenseIsNoBus() throws IOException {
    // Whether its nonsense or its hanging up is seen first is a matter of luck.
    assertThat(against("DATA\r\nOK 1234\r\n" + "nonsense ".repeat(100)))
        .isIn(
            "no session bus, it does not speak D-Bus",
            "no session bus, it has closed the connection");
  }

  private String against(String said) throws IOException {
    Path socket = folder.resolve("bus");
    try (ServerSocketChannel server = listen(socket)) {
      CompletableFuture<Void> talk =
          CompletableFuture.runAsync(
              () -> {
                try (SocketChannel link = server.accept()) {
                  ByteBuffer heard = ByteBuffer.allocate(1000);
                  link.read(heard);
                  link.write(ByteBuffer.wrap(said.getBytes(US_ASCII)));
                  link.shutdownOutput();
                  while (link.read(heard.clear()) >= 0) {
                    // until the other side has heard enough
                  }
                } catch (IOException closed) {
                  // and does not care for more
                }
              });
      String missing = missing(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket));
      talk.join();
      return missing;
    }
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    return server;
  }

  private static String missing(Map<String, String> environment) {
    try (Bus bus = Bus.session(environment)) {
      return bus.missing(SECONDS);
    }
  }
}
