package app.respite.cli.review;

import app.respite.cli.text.Columns;
import app.respite.coach.words.HoursWords;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.words.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Hours to report as calm plain text for a terminal of 80 columns. */
public final class HoursText {
  private static final int WIDTH = 80;
  private static final String INDENT = "  ";
  private static final int DAY = 12;
  private static final int NAME = 22;
  private static final int TIMES = 11;
  private static final List<Integer> NUMBERS = List.of(8, 8, 8);

  private final List<String> lines = new ArrayList<>();

  private HoursText() {}

  /**
   * A range, a line for each day and task.
   *
   * @param elsewhere names the zone of the times where it is another than this machine's, or empty
   */
  public static List<String> lines(
      String title, String elsewhere, HoursToReport hours, LocalDate today) {
    HoursText text = new HoursText();
    text.lines.add(elsewhere.isEmpty() ? title : title + " (" + elsewhere + ")");
    if (hours.rows().isEmpty()) {
      text.said(Wording.say("hours.none"));
      return List.copyOf(text.lines);
    }
    text.row("", "", "", List.of("work", "breaks", "hours"), "");
    for (Row row : hours.rows()) {
      text.row(
          HoursWords.day(row.day()),
          HoursWords.name(row),
          HoursWords.times(row),
          List.of(
              HoursWords.length(row.work()),
              row.breaks().isZero() ? "-" : HoursWords.length(row.breaks()),
              HoursWords.length(row.rounded())),
          HoursWords.state(row, today));
    }
    if (hours.rows().size() > 1) {
      text.row("", "All together", "", List.of("", "", HoursWords.length(hours.total())), "");
    }
    List<String> sentences = new ArrayList<>(HoursWords.changed(hours));
    sentences.addAll(HoursWords.open(hours.rows(), today));
    if (!sentences.isEmpty()) {
      text.lines.add("");
      sentences.forEach(text::said);
    }
    return List.copyOf(text.lines);
  }

  private void said(String sentence) {
    lines.addAll(Columns.wrap("", INDENT.length(), sentence, WIDTH));
  }

  private void row(String day, String name, String times, List<String> cells, String state) {
    StringBuilder line = new StringBuilder(INDENT);
    line.append(Columns.column(day, DAY)).append(Columns.column(name, NAME));
    line.append(' ').append(Columns.column(times, TIMES));
    for (int i = 0; i < cells.size(); i++) {
      line.repeat(' ', Math.max(1, NUMBERS.get(i) - cells.get(i).length())).append(cells.get(i));
    }
    lines.add(line.append("  ").append(state).toString().stripTrailing());
  }
}
