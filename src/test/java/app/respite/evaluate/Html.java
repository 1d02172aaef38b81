package app.respite.evaluate;

import java.util.List;
import java.util.Locale;

/** Writes one page that needs nothing else: no script, no link, readable in light and in dark. */
final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1d2420; --paper: #fbfaf6; --quiet: #5d6862;
        --line: #d8d5ca; --one: #2f6f5e; --two: #b0662b; --three: #4f5fa8; --four: #8a8f8c;
        --band: #2f6f5e22; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e4e6e1; --paper: #171b19; --quiet: #a0aaa4; --line: #39413d;
          --one: #7cc4ae; --two: #e0a06a; --three: #9fb0f0; --four: #8a928d; --band: #7cc4ae22; } }
      body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; background: var(--paper);
        color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
      h2 { font-size: 1.2rem; margin: 2.6rem 0 .4rem; }
      p { margin: .4rem 0 .8rem; max-width: 46rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; margin: .8rem 0; font-variant-numeric: tabular-nums;
        font-size: .9rem; }
      th, td { padding: .28rem .7rem .28rem 0; text-align: right; border-bottom: 1px solid var(--line);
        vertical-align: top; }
      th { color: var(--quiet); font-weight: 600; }
      th:first-child, td:first-child { text-align: left; }
      td.text, th.text { text-align: left; }
      .missed { color: var(--two); font-weight: 600; }
      svg { display: block; max-width: 100%; height: auto; margin: .8rem 0; font: 12px system-ui, sans-serif; }
      svg text { fill: var(--ink); } svg .quiet { fill: var(--quiet); }
      """;

  private final StringBuilder page = new StringBuilder();

  Html(String title) {
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(escaped(title)).append("</title>\n<style>\n");
    page.append(STYLE).append("</style>\n</head>\n<body>\n<h1>");
    page.append(escaped(title)).append("</h1>\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A number with so many decimals; a dash for none. */
  static String number(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A share with its 95 % interval. */
  static String share(Probability.Share share) {
    return number(share.value(), 3)
        + " ("
        + number(share.low(), 3)
        + "-"
        + number(share.high(), 3)
        + ")";
  }

  Html heading(String text) {
    page.append("<h2>").append(escaped(text)).append("</h2>\n");
    return this;
  }

  Html say(String text) {
    page.append("<p>").append(escaped(text)).append("</p>\n");
    return this;
  }

  Html picture(String svg) {
    page.append(svg).append('\n');
    return this;
  }

  /**
   * A table. Cells that begin with {@code !} are set off as missed.
   *
   * @param textual how many columns at the right end hold text
   */
  Html table(int textual, List<String> head, List<List<String>> rows) {
    page.append("<div class=\"wide\"><table>\n<tr>");
    cells("th", textual, head);
    page.append("</tr>\n");
    for (List<String> row : rows) {
      page.append("<tr>");
      cells("td", textual, row);
      page.append("</tr>\n");
    }
    page.append("</table></div>\n");
    return this;
  }

  private void cells(String tag, int textual, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean missed = cell.startsWith("!");
      String kind = (i >= cells.size() - textual ? "text " : "") + (missed ? "missed" : "");
      page.append('<').append(tag);
      if (!kind.isBlank()) {
        page.append(" class=\"").append(kind.strip()).append('"');
      }
      page.append('>').append(escaped(missed ? cell.substring(1) : cell));
      page.append("</").append(tag).append('>');
    }
  }

  @Override
  public String toString() {
    return page + "</body>\n</html>\n";
  }
}
