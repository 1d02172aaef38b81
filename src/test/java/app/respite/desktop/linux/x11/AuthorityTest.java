package app.respite.desktop.linux.x11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
  private static final int INTERNET = 0;
  private static final int LOCAL = 256;
  private static final int WILD = 65_535;
  private static final byte[] NO_ADDRESS = {};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream file = new DataOutputStream(bytes);

  private void entry(int family, String owner, String number, String name, String data) {
    try {
      file.writeShort(family);
      for (String field : new String[] {owner, number, name, data}) {
        file.writeShort(field.length());
        file.write(field.getBytes(ISO_8859_1));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String cookie(int number) {
    byte[] found =
        Authority.cookie(new DisplayName("", number, 0), bytes.toByteArray(), "desk", NO_ADDRESS);
    return new String(found, ISO_8859_1);
  }

  @Test
  void theEntryOfThisHostAndDisplayIsBest() {
    entry(LOCAL, "other", "1", Authority.COOKIE, "renamed");
    entry(WILD, "", "", Authority.COOKIE, "any");
    entry(LOCAL, "desk", "1", Authority.COOKIE, "mine");
    entry(LOCAL, "desk", "1", "XDM-AUTHORIZATION-1", "unknown");
    entry(LOCAL, "desk", "1", Authority.COOKIE, "later");
    entry(INTERNET, "desk", "2", Authority.COOKIE, "far");
    assertThat(cookie(1)).isEqualTo("mine");
    assertThat(cookie(2)).isEqualTo("any");
  }

  @Test
  void aHostThatWasRenamedStillFindsItsCookie() {
    entry(LOCAL, "other", "1", Authority.COOKIE, "renamed");
    assertThat(cookie(1)).isEqualTo("renamed");
    assertThat(cookie(2)).isEmpty();
  }

  @Test
  void aServerOnAnotherMachineIsFoundByItsAddress() {
    byte[] address = {10, 0, 0, 7};
    entry(WILD, "", "", Authority.COOKIE, "any");
    entry(INTERNET, new String(address, ISO_8859_1), "0", Authority.COOKIE, "far");
    byte[] found =
        Authority.cookie(new DisplayName("far", 0, 0), bytes.toByteArray(), "desk", address);
    assertThat(found).asString(ISO_8859_1).isEqualTo("far");
  }

  @Test
  void aFileThatIsCutOffGivesWhatIsWhole() {
    entry(WILD, "", "1", Authority.COOKIE, "whole");
    int whole = bytes.size();
    entry(LOCAL, "desk", "1", Authority.COOKIE, "better");
    byte[] all = bytes.toByteArray();
    for (int length = whole; length < all.length; length++) {
      byte[] found =
          Authority.cookie(
              new DisplayName("", 1, 0), Arrays.copyOf(all, length), "desk", NO_ADDRESS);
      assertThat(found).asString(ISO_8859_1).isEqualTo("whole");
    }
  }

  @Test
  void noiseGivesNoCookie() {
    Random noise = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] words = new byte[noise.nextInt(3000)];
      noise.nextBytes(words);
      assertThat(Authority.cookie(new DisplayName("", 0, 0), words, "desk", NO_ADDRESS)).isEmpty();
    }
  }

  @Test
  void theFileIsTheNamedOneOrThatOfTheHome(@TempDir Path folder) throws IOException {
    entry(WILD, "", "", Authority.COOKIE, "here");
    Path named = Files.write(folder.resolve("named"), bytes.toByteArray());
    DisplayName display = new DisplayName("", 0, 0);
    assertThat(Authority.cookie(display, Map.of("XAUTHORITY", named.toString()))).hasSize(4);
    assertThat(Authority.cookie(display, Map.of("HOME", folder.toString()))).isEmpty();
    Files.copy(named, folder.resolve(".Xauthority"));
    assertThat(Authority.cookie(display, Map.of("HOME", folder.toString()))).hasSize(4);
    assertThat(Authority.cookie(display, Map.of("XAUTHORITY", folder.toString()))).isEmpty();
    assertThat(Authority.cookie(display, Map.of("XAUTHORITY", "\0"))).isEmpty();
    assertThat(Authority.cookie(display, Map.of())).isEmpty();
  }
}
