package app.respite.cli.text;

import app.respite.domain.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Text in the columns of a terminal. */
public final class Columns {
  private Columns() {}

  /** A text cut to columns. */
  public static String cut(String text, int columns) {
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      int shown = PlainText.marked(point);
      used += width(shown);
      if (used > columns) {
        break;
      }
      cut.appendCodePoint(shown);
    }
    return cut.toString();
  }

  /** As {@link #cut}, with an ellipsis in the last column where something is cut off. */
  public static String shortened(String text, int columns) {
    return width(text) <= columns ? cut(text, columns) : cut(text, columns - 1) + "…";
  }

  /** A text that takes up just so many columns: shortened, or filled up with blanks. */
  public static String column(String text, int columns) {
    String shown = shortened(text, columns);
    return shown + " ".repeat(columns - width(shown));
  }

  /**
   * A text in lines, broken between words, and inside of one only where it is wider than a line.
   *
   * @param label before the first line, followed by blanks up to the indent
   * @param indent where the other lines begin, and the first one after its label
   */
  public static List<String> wrap(String label, int indent, String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    line.repeat(' ', Math.max(0, indent - label.length()));
    int start = Math.max(indent, label.length());
    int used = start;
    for (String word : text.strip().split("\\s+")) {
      if (used > start && used + 1 + width(word) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        start = indent;
        used = indent;
      } else if (used > start) {
        line.append(' ');
        used++;
      }
      for (int point : word.codePoints().toArray()) {
        int shown = PlainText.marked(point);
        if (used + width(shown) > columns) {
          lines.add(line.toString());
          line = new StringBuilder(" ".repeat(indent));
          start = indent;
          used = indent;
        }
        line.appendCodePoint(shown);
        used += width(shown);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115f)
            || (point >= 0x2e80 && point <= 0xa4cf)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xf900 && point <= 0xfaff)
            || (point >= 0xfe30 && point <= 0xfe6f)
            || (point >= 0xff00 && point <= 0xff60)
            || (point >= 0xffe0 && point <= 0xffe6)
            || (point >= 0x1f300 && point <= 0x1faff)
            || (point >= 0x20000 && point <= 0x3fffd);
    return wide ? 2 : 1;
  }

  /** A bar that is full to a share of its columns. */
  public static String bar(double share, int columns, boolean unicode) {
    int full = (int) Math.round(Math.clamp(share, 0, 1) * columns);
    String done = unicode ? "\u2588" : "#";
    String left = unicode ? "\u2591" : "-";
    return done.repeat(full) + left.repeat(columns - full);
  }
}
