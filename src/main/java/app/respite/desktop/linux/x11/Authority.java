package app.respite.desktop.linux.x11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what an X server wants to be shown before it lets a program in. */
final class Authority {
  /** The one way of proof that is known here; the name is the protocol's. */
  static final String COOKIE = "MIT-MAGIC-COOKIE-1";

  private static final int MOST = 256 * 1024;
  private static final int INTERNET = 0;
  private static final int INTERNET6 = 6;
  private static final int LOCAL = 256;
  private static final int WILD = 65_535;

  private Authority() {}

  /** The cookie for a display; empty where there is none, for not every server asks for one. */
  static byte[] cookie(DisplayName display, Map<String, String> environment) {
    Path file = file(environment);
    if (file == null) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return cookie(display, in.readNBytes(MOST), hostName(), address(display));
    } catch (IOException unreadable) {
      // The server's own answer to coming without says more than this.
      return new byte[0];
    }
  }

  private static @Nullable Path file(Map<String, String> environment) {
    String named = environment.getOrDefault("XAUTHORITY", "");
    String home = environment.getOrDefault("HOME", "");
    if (named.isEmpty() && home.isEmpty()) {
      return null;
    }
    try {
      return named.isEmpty() ? Path.of(home, ".Xauthority") : Path.of(named);
    } catch (InvalidPathException unusable) {
      return null;
    }
  }

  /**
   * The best entry's cookie: one for this very host, else one for any, else one for the display's
   * number alone, for the host may have been renamed since.
   */
  static byte[] cookie(DisplayName display, byte[] file, String hostName, byte[] address) {
    ByteBuffer in = ByteBuffer.wrap(file);
    String number = Integer.toString(display.number());
    byte[] best = new byte[0];
    int bestRank = 0;
    try {
      while (in.hasRemaining()) {
        int family = Short.toUnsignedInt(in.getShort());
        byte[] owner = field(in);
        String forNumber = new String(field(in), ISO_8859_1);
        String name = new String(field(in), ISO_8859_1);
        byte[] data = field(in);
        if (name.equals(COOKIE) && (forNumber.isEmpty() || forNumber.equals(number))) {
          int rank = rank(family, owner, hostName, address);
          if (rank > bestRank) {
            bestRank = rank;
            best = data;
          }
        }
      }
    } catch (BufferUnderflowException cutOff) {
      return best;
    }
    return best;
  }

  private static int rank(int family, byte[] owner, String hostName, byte[] address) {
    return switch (family) {
      case LOCAL -> Arrays.equals(owner, hostName.getBytes(ISO_8859_1)) ? 3 : 1;
      case WILD -> 2;
      case INTERNET, INTERNET6 -> address.length > 0 && Arrays.equals(owner, address) ? 3 : 0;
      default -> 0;
    };
  }

  private static byte[] field(ByteBuffer in) {
    byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(bytes);
    return bytes;
  }

  private static byte[] address(DisplayName display) {
    if (display.isLocal()) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(display.host()).getAddress();
    } catch (UnknownHostException unknown) {
      return new byte[0];
    }
  }

  /** As the kernel knows it; asking for the local host's name may go to the network. */
  private static String hostName() {
    try (InputStream in = Files.newInputStream(Path.of("/proc/sys/kernel/hostname"))) {
      return new String(in.readNBytes(256), ISO_8859_1).strip();
    } catch (IOException unknown) {
      return "";
    }
  }
}
