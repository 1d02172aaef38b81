package app.respite.domain.work;

import app.respite.domain.text.PlainText;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Names and notes as people type them. Two names that look alike on a screen are one name: accents
 * may be typed in more than one way, and blanks differ where nobody sees it.
 */
public final class Names {
  private Names() {}

  /**
   * A name in the one form it is stored and shown in: one Unicode form, single blanks, nothing
   * invisible and nothing that steers a screen or terminal.
   */
  public static String clean(String name) {
    if (name.chars().allMatch(c -> c > ' ' && c <= '~')) {
      return name;
    }
    StringBuilder clean = new StringBuilder();
    boolean blank = false;
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    for (int c : composed.codePoints().toArray()) {
      if (isBlank(c)) {
        blank = true;
      } else if (!isInvisible(c)) {
        if (blank && !clean.isEmpty()) {
          clean.append(' ');
        }
        blank = false;
        clean.appendCodePoint(c);
      }
    }
    return clean.toString();
  }

  /** What two names have in common that a person would take for the same. */
  public static String key(String name) {
    String compatible = Normalizer.normalize(clean(name), Normalizer.Form.NFKC);
    return clean(compatible).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /**
   * Text of several lines without what steers a screen or terminal; all else stays as it was typed.
   */
  public static String cleanText(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return text;
    }
    return PlainText.lines(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The joiner stays: it makes one picture of several, and letters of some scripts need it. */
  private static boolean isInvisible(int c) {
    return PlainText.isHarmful(c)
        || (Character.getType(c) == Character.FORMAT && c != 0x200d && c != 0x200c)
        || c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x3164;
  }
}
