package app.respite.coach.words;

import static app.respite.domain.words.Wording.say;

import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.text.Figures;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hours to report in words, the same on every face. */
public final class HoursWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private HoursWords() {}

  /** A day, {@code Fri 27 Nov}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Task and platform, {@code Boxes, Appen}. */
  public static String name(Row row) {
    return row.platform().isEmpty() ? row.task() : row.task() + ", " + row.platform();
  }

  /** When work began and ended, {@code 09:00-17:20}; empty where there was none. */
  public static String times(Row row) {
    return row.start() == null ? "" : clock(row.start()) + "-" + clock(row.end());
  }

  private static String clock(@Nullable OffsetDateTime at) {
    return at == null ? "" : CLOCK.format(at);
  }

  /** Hours and minutes, {@code 1:40}, and seconds where there are some, {@code 1:40:30}. */
  public static String length(Duration length) {
    return Durations.hours(length);
  }

  /** Whether it was reported, or until when it can be, in a few characters; empty where open. */
  public static String state(Row row, LocalDate today) {
    LocalDate by = row.reportBy();
    Duration reported = row.reported();
    return switch (row.state()) {
      case REPORTED -> "reported";
      case DIFFERENT -> "said " + length(Objects.requireNonNull(reported));
      case OPEN -> by == null ? "" : by.isBefore(today) ? "late" : "by " + day(by).substring(4);
    };
  }

  /** What was reported otherwise than it is now, a sentence each. */
  public static List<String> changed(HoursToReport hours) {
    List<String> said = new ArrayList<>();
    for (Row row : hours.rows()) {
      Duration reported = row.reported();
      if (row.state() == HoursToReport.State.DIFFERENT && reported != null) {
        said.add(
            say(
                "hours.changed",
                "task",
                row.task(),
                "day",
                day(row.day()),
                "reported",
                length(reported),
                "now",
                length(row.rounded())));
      }
    }
    return said;
  }

  /**
   * What is not reported yet and until when it can be, a sentence for each platform.
   *
   * @param today the day on which it is read; null where that is not known
   */
  public static List<String> open(List<Row> rows, @Nullable LocalDate today) {
    Map<String, List<Row>> byPlatform = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.reportBy() != null && row.state() != HoursToReport.State.REPORTED) {
        byPlatform.computeIfAbsent(row.platform(), any -> new ArrayList<>()).add(row);
      }
    }
    List<String> said = new ArrayList<>();
    byPlatform.forEach((platform, own) -> said.add(open(platform, own, today)));
    return said;
  }

  private static String open(String platform, List<Row> rows, @Nullable LocalDate today) {
    LocalDate first =
        rows.stream()
            .map(Row::reportBy)
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElseThrow();
    Duration all = rows.stream().map(Row::rounded).reduce(Duration.ZERO, Duration::plus);
    long days = rows.stream().map(Row::day).distinct().count();
    boolean late = today != null && first.isBefore(today);
    return say(
        "hours.open." + (days == 1 ? "one" : "more") + (late ? "-late" : ""),
        "platform",
        platform,
        "time",
        Durations.words(all),
        "days",
        days == 1 ? day(rows.getFirst().day()) : Figures.count(days, "day"),
        "by",
        by(first, today));
  }

  private static String by(LocalDate last, @Nullable LocalDate today) {
    if (last.equals(today)) {
      return "today";
    }
    return today != null && last.equals(today.plusDays(1)) ? "tomorrow" : day(last);
  }

  /** The rows as a table to paste elsewhere: tabs between cells, a line for each row. */
  public static String tabbed(HoursToReport hours) {
    StringBuilder text = new StringBuilder("day\ttask\tplatform\tstart\tend\thours\n");
    for (Row row : hours.rows()) {
      text.append(
          String.join(
              "\t",
              row.day().toString(),
              PlainText.noFormula(row.task()),
              PlainText.noFormula(row.platform()),
              clock(row.start()),
              clock(row.end()),
              length(row.rounded())));
      text.append('\n');
    }
    return text.toString();
  }
}
