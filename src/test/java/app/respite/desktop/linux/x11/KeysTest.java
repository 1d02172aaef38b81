package app.respite.desktop.linux.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @Test
  void modifiersAndOneKeyAreRead() {
    assertThat(Keys.of("Ctrl+Alt+T")).hasValue(new Keys(true, true, false, false, 't'));
    assertThat(Keys.of("super + SHIFT + 5")).hasValue(new Keys(false, false, true, true, '5'));
    assertThat(Keys.of("F1")).hasValue(new Keys(false, false, false, false, 0xffbe));
    assertThat(Keys.of("Shift+F12")).hasValue(new Keys(false, false, true, false, 0xffc9));
    assertThat(Keys.of("Ctrl+F35")).hasValue(new Keys(true, false, false, false, 0xffe0));
  }

  @Test
  void theTurkishLocaleReadsThemTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertThat(Keys.of("SHIFT+CTRL+I")).hasValue(new Keys(true, false, true, false, 'i'));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "T",
        "Shift+T",
        "7",
        "Ctrl",
        "Ctrl+",
        "+T",
        "Ctrl++T",
        "Ctrl+Alt",
        "Meta+T",
        "Ctrl+TT",
        "Ctrl+F0",
        "Ctrl+F36",
        "Ctrl+é",
        "Ctrl+Space",
        "F",
        "Ctrl+T+Alt"
      })
  void whatIsNoShortcutOrWouldTakePlainTypingIsRefused(String text) {
    assertThat(Keys.of(text)).isEmpty();
  }

  /** A keyboard from key 8 on, each with two signs. */
  private static Keyboard keyboard(int[][] signs, int[]... modifiers) {
    ByteBuffer mapping = FakeServer.buffer(32 + signs.length * 8);
    mapping.put(1, (byte) 2).position(32);
    for (int[] key : signs) {
      mapping.putInt(key[0]).putInt(key[1]);
    }
    ByteBuffer held = FakeServer.buffer(32 + 8 * 2);
    held.put(1, (byte) 2);
    for (int i = 0; i < modifiers.length; i++) {
      held.put(32 + 2 * modifiers[i][0], (byte) modifiers[i][1]);
    }
    return Keyboard.of(8, new Reply(0, mapping.rewind()), new Reply(0, held.rewind()));
  }

  @Test
  void aSignIsFoundWhereItNeedsTheFewestKeysBesideIt() {
    Keyboard keyboard =
        keyboard(new int[][] {{'!', 't'}, {'t', 'T'}, {0xffe9, 0}, {0xff7f, 0}, {0xffeb, 0}});
    assertThat(keyboard.key('t')).isEqualTo(9);
    assertThat(keyboard.key('T')).isEqualTo(9);
    assertThat(keyboard.key('!')).isEqualTo(8);
    assertThat(keyboard.key('q')).isZero();
    assertThat(keyboard.alt()).isZero();
  }

  @Test
  void modifiersAreThoseThatTheirKeysStandFor() {
    Keyboard keyboard =
        keyboard(
            new int[][] {{0xffe9, 0}, {0xff7f, 0}, {0, 0xffeb}},
            new int[] {3, 8},
            new int[] {4, 9},
            new int[] {6, 10},
            new int[] {7, 200});
    assertThat(keyboard.alt()).isEqualTo(1 << 3);
    assertThat(keyboard.numLock()).isEqualTo(1 << 4);
    assertThat(keyboard.superKey()).isEqualTo(1 << 6);
  }

  @Test
  void aKeyboardWithoutKeysHasNone() {
    assertThat(keyboard(new int[][] {}).key('a')).isZero();
    ByteBuffer empty = FakeServer.buffer(32);
    Keyboard keyboard = Keyboard.of(8, new Reply(0, empty), new Reply(0, empty));
    assertThat(keyboard.key('a')).isZero();
    assertThat(keyboard.alt()).isZero();
  }
}
