package app.respite.cli.report;

import app.respite.cli.report.Drawing.Ink;
import java.util.function.Function;

/** How a report looks: light or dark as the reader has it, from 360 px on, and light on paper. */
final class ReportStyle {
  private static final String SHEET =
      """
      @media (prefers-color-scheme: dark) { @media screen { :root {
      DARK_INKS} } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--paper); color: var(--text);
        font: 1rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
      main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.5rem; margin: 0 0 1rem; }
      h2 { font-size: 1.25rem; margin: 0 0 .5rem; }
      h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
      h1, h2, h3, p, li, dd, td, figcaption { overflow-wrap: anywhere; }
      section { padding: 1rem 0; border-top: 1px solid var(--rule); }
      p { margin: 0 0 .5rem; max-width: 70ch; }
      .lead { font-size: 1.25rem; line-height: 1.4; }
      .note { color: var(--quiet); }
      .figures { list-style: none; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap;
        gap: .25rem 1.5rem; }
      .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
        gap: .75rem; margin: 1rem 0 0; }
      .tiles div { border: 1px solid var(--rule); border-radius: 8px; padding: .75rem; }
      dt { color: var(--quiet); }
      dd { margin: 0; }
      .tiles strong { display: block; font-size: 1.5rem; line-height: 1.3; }
      figure { margin: 1rem 0; }
      figcaption { font-weight: 600; margin-bottom: .5rem; }
      .wide { overflow-x: auto; }
      svg { display: block; width: 100%; min-width: 34rem; font: 13px system-ui, sans-serif;
        font-variant-numeric: tabular-nums; }
      summary { cursor: pointer; min-height: 2.75rem; padding: .6rem 0; color: var(--text); }
      :focus-visible { outline: 3px solid var(--work); outline-offset: 2px; }
      table { border-collapse: collapse; }
      th, td { text-align: start; vertical-align: top; padding: .25rem 1rem .25rem 0; }
      td { min-width: 4ch; max-width: 28rem; }
      th { border-bottom: 1px solid var(--rule); }
      .right { text-align: end; }
      [class^="s-"] { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
      polyline[stroke-width="1"] { stroke-width: 1; }
      polyline[stroke-width="2"] { stroke-width: 2; }
      [class^="r-"] { fill: var(--paper); stroke-width: 2; }
      CLASSES_OF_INKS@media print {
        @page { margin: 15mm; }
        body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        main { max-width: none; padding: 0; }
        svg { min-width: 0; }
        .wide { overflow: visible; }
        h2, h3, figcaption { break-after: avoid; }
        figure, .tiles div, tr { break-inside: avoid; }
        details:not([open]) { display: none; }
      }
      """;

  private ReportStyle() {}

  static String css() {
    StringBuilder inks = new StringBuilder();
    for (Ink ink : Ink.values()) {
      String name = SvgWriter.style(ink);
      inks.append(".f-%1$s { fill: var(--%1$s); } ".formatted(name))
          .append(".s-%1$s, .r-%1$s { stroke: var(--%1$s); }\n".formatted(name));
    }
    return ":root {\n"
        + inks(Ink::light)
        + "}\n"
        + SHEET.replace("DARK_INKS", inks(Ink::dark)).replace("CLASSES_OF_INKS", inks.toString());
  }

  private static String inks(Function<Ink, String> shade) {
    StringBuilder inks = new StringBuilder();
    for (Ink ink : Ink.values()) {
      inks.append("--%s: %s;\n".formatted(SvgWriter.style(ink), shade.apply(ink)));
    }
    return inks.toString();
  }
}
