package app.respite.exchange;

import org.jspecify.annotations.Nullable;

/** Foreign text made fit for a line on a screen. */
final class Words {
  private static final int QUOTED = 60;

  private Words() {}

  /** Without control and bidirectional override characters. */
  static String clean(String text) {
    return strip(text, false);
  }

  /** As {@link #clean}, but line ends and tabs stay. */
  static String cleanLines(String text) {
    return strip(text, true);
  }

  /** In single quotes, cleaned and cut to a length that fits in a message. */
  static String quote(@Nullable String text) {
    String clean = clean(text == null ? "" : text);
    int cut =
        clean.offsetByCodePoints(0, Math.min(QUOTED, clean.codePointCount(0, clean.length())));
    return "'" + clean.substring(0, cut) + (cut < clean.length() ? "…'" : "'");
  }

  private static String strip(String text, boolean lines) {
    if (text.chars().noneMatch(c -> isHarmful(c))) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.chars()
        .filter(c -> !isHarmful(c) || (lines && (c == '\n' || c == '\t')))
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static boolean isHarmful(int c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
