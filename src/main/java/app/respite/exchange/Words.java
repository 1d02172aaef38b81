package app.respite.exchange;

import app.respite.domain.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Foreign text made fit for a line on a screen. */
final class Words {
  private static final int QUOTED = 60;

  private Words() {}

  /** In single quotes, cleaned and cut to a length that fits in a message. */
  static String quote(@Nullable String text) {
    String clean = PlainText.without(text == null ? "" : text);
    int cut =
        clean.offsetByCodePoints(0, Math.min(QUOTED, clean.codePointCount(0, clean.length())));
    return "'" + clean.substring(0, cut) + (cut < clean.length() ? "…'" : "'");
  }
}
