package app.respite.desktop.linux.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
  @ParameterizedTest
  @CsvSource({
    ":0, '', 0, 0",
    ":10.1, '', 10, 1",
    "unix:3, '', 3, 0",
    "localhost:10.0, localhost, 10, 0",
    "tcp/box:2, box, 2, 0",
    "[::1]:4.2, ::1, 4, 2",
    "192.168.1.7:0, 192.168.1.7, 0, 0",
  })
  void namesOfServersAreRead(String text, String host, int number, int screen) throws X11Exception {
    assertThat(DisplayName.of(text)).isEqualTo(new DisplayName(host, number, screen));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", ":", ":x", ":-1", "host", ":0.", ":0.x", ":99999", ": 0", "/a/b:0"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> DisplayName.of(text))
        .isInstanceOf(X11Exception.class)
        .hasMessage("DISPLAY names no X server");
  }

  @Test
  void onlyANamedHostIsReachedByNetwork() throws X11Exception {
    assertThat(DisplayName.of(":7").isLocal()).isTrue();
    assertThat(DisplayName.of(":7").socket()).isEqualTo("/tmp/.X11-unix/X7");
    assertThat(DisplayName.of("localhost:7").isLocal()).isFalse();
    assertThat(DisplayName.of("localhost:7").port()).isEqualTo(6007);
  }
}
