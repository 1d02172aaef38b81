package app.respite.desktop.linux;

import app.respite.coach.port.desktop.Answer;
import java.io.IOException;
import java.lang.foreign.SymbolLookup;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a window can be shown: JavaFX on Linux needs an X server, GTK and XTest. */
public final class Screen {
  private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d{1,5})(?:\\.\\d{1,5})?");

  /** X11 version 11.0, least byte first, without a password. */
  private static final byte[] HELLO = {'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

  private Screen() {}

  /**
   * Whether one can. Waits as long as the X server does; whoever asks has a bound.
   *
   * @param libraries opens a library by its name
   */
  public static Answer<Boolean> look(
      Map<String, String> environment, Function<String, SymbolLookup> libraries) {
    String display = environment.getOrDefault("DISPLAY", "");
    boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    if (display.isBlank()) {
      return wayland
          ? missing("this Wayland session has no X server for it", "switch XWayland on")
          : missing("there is no display", "start Respite inside a graphical session");
    }
    if (!answers(display)) {
      return missing("no X server answers at " + display, "set DISPLAY to one that does");
    }
    boolean gtk = libraries.apply("libgtk-3.so.0").find("gtk_init_check").isPresent();
    boolean test = libraries.apply("libXtst.so.6").find("XTestQueryExtension").isPresent();
    if (!gtk || !test) {
      return missing(
          "the library " + (gtk ? "libXtst.so.6" : "libgtk-3.so.0") + " is not there",
          "install GTK 3 and XTest; on Debian and Ubuntu: libgtk-3-0 libxtst6");
    }
    return new Answer.Works<>(
        true, wayland ? "goes through XWayland, where it may not cover the whole screen" : "");
  }

  /**
   * Whether a server says anything at all, if only that it wants a password: one that hangs takes
   * connections too. One on another machine is taken at its word.
   */
  private static boolean answers(String display) {
    Matcher local = LOCAL.matcher(display);
    if (!local.matches()) {
      return true;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(SOCKETS.resolve("X" + local.group(1))));
      channel.write(ByteBuffer.wrap(HELLO));
      return channel.read(ByteBuffer.allocate(1)) == 1;
    } catch (IOException nobody) {
      return false;
    }
  }

  private static <T> Answer<T> missing(String why, String remedy) {
    return new Answer.Missing<>(why, remedy);
  }
}
