package app.respite.domain.text;

import java.util.HexFormat;

/**
 * Text from outside made fit to be shown: what was typed, imported, or said by another program.
 *
 * <p>Harmful is what makes a screen or terminal do something else than show a character: control
 * characters, line breaks of any alphabet, what turns the direction of text or annotates it, the
 * byte order mark, and half a pair of surrogates. Each method leaves none of it; they differ in
 * what stands in its place.
 */
public final class PlainText {
  private static final int MARK = '?';

  private PlainText() {}

  /** Whether a character, as a code point, is harmful. */
  public static boolean isHarmful(int c) {
    if (c < 0x7f) {
      return c < ' ';
    }
    return c <= 0x9f
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x206f)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb);
  }

  /** Whether a text holds nothing harmful, so that it is one line too. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isHarmful(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** With what is harmful left out, for ids and other words that are compared. */
  public static String without(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isHarmful(c)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** As one line: what is harmful is a blank, one for several and for the blanks beside them. */
  public static String line(String text) {
    if (isPlain(text)) {
      return text.strip();
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean gap = false;
    for (int c : text.codePoints().toArray()) {
      if (isHarmful(c)) {
        gap = true;
      } else if (!gap || !Character.isWhitespace(c)) {
        if (gap) {
          line.setLength(line.toString().stripTrailing().length());
          line.append(' ');
          gap = false;
        }
        line.appendCodePoint(c);
      }
    }
    return line.toString().strip();
  }

  /**
   * As lines: their ends and tabs stay, other line breaks become such ends, and all else that is
   * harmful is left out.
   */
  public static String lines(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int c : text.codePoints().toArray()) {
      if (isLineBreak(c)) {
        kept.append('\n');
      } else if (c == '\n' || c == '\r' || c == '\t' || !isHarmful(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean isLineBreak(int c) {
    return c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** As it is, with a question mark for each character that is harmful, so that it is noticed. */
  public static String marked(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder marked = new StringBuilder(text.length());
    text.codePoints().map(PlainText::marked).forEach(marked::appendCodePoint);
    return marked.toString();
  }

  /** With a backslash, a u and four hexadecimal digits for each character that is harmful. */
  public static String escaped(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length());
    for (int c : text.codePoints().toArray()) {
      if (isHarmful(c)) {
        escaped.append("\\u").append(HexFormat.of().toHexDigits((char) c));
      } else {
        escaped.appendCodePoint(c);
      }
    }
    return escaped.toString();
  }

  /** As a spreadsheet's cell: with an apostrophe in front where it would be run as a formula. */
  public static String noFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** A character, or a question mark for one that is harmful. */
  public static int marked(int c) {
    return isHarmful(c) ? MARK : c;
  }
}
