package app.respite.cli;

import app.respite.cli.review.MoneyText;
import app.respite.coach.MoneyJson;
import app.respite.coach.MoneyService;
import app.respite.coach.port.JournalReader;
import app.respite.coach.words.MoneyTable;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.money.MoneyFacts;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.TaxPeriod;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.Figures;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was earned, is pending, landed and is outstanding. */
@Command(
    description = {
      "What was earned, is pending, landed and is outstanding, by platform.",
      "Without a range: this month and the year so far."
    })
final class MoneyCommand extends BaseCommand {
  /** A stretch of days and what it is called. */
  private record Range(LocalDate from, LocalDate to, String title) {}

  @Option(names = "--month", paramLabel = "M", description = "Such as 2026-11, this or last.")
  @Nullable String month;

  @Option(
      names = "--quarter",
      paramLabel = "Q",
      description = "Such as 2026Q4; as tax.calendar has them.")
  @Nullable String quarter;

  @Option(names = "--year", paramLabel = "Y", description = "Such as 2026, this or last.")
  @Nullable String year;

  @Option(names = "--from", paramLabel = "D", description = "First day.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
  @Nullable String to;

  @Option(names = "--json", description = "As one JSON document.")
  boolean json;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write a table for spreadsheets, a row for each month and platform.")
  @Nullable Path csv;

  @Option(
      names = "--xlsx",
      paramLabel = "FILE",
      description = "Write a workbook with months, platforms, payouts and sprints.")
  @Nullable Path xlsx;

  @Override
  public Integer call() {
    if (Stream.of(month, quarter, year, from == null ? to : from).filter(one -> one != null).count()
        > 1) {
      throw wrong("choose one of --month, --quarter, --year, and --from with --to");
    }
    Preferences preferences = preferences();
    LocalDate today = today();
    Range range = range(preferences, today);
    checkDays(range.from(), range.to());
    BigDecimal share = preferences.get(CoachKeys.SET_ASIDE);
    try (ProgramServices.Reading reading = world().reading()) {
      JournalReader journal = reading.journal();
      ZoneId zone = world().clock().zone();
      MoneyReport report;
      if (xlsx == null) {
        LocalDate end = range.to().isAfter(today) ? range.to() : today;
        MoneyFacts facts = MoneyService.facts(journal, preferences, end, zone);
        report = MoneyReport.of(facts, range.from(), range.to(), today);
        if (csv == null && !json) {
          lines(range, report, facts, today, share).forEach(out()::println);
        }
      } else {
        MoneyBook book =
            MoneyService.book(journal, preferences, range.from(), range.to(), today, zone);
        report = book.report();
        write(
            xlsx,
            out -> world().moneyWorkbook(book, out),
            Figures.count(book.lines().size(), "row of sprints", "rows of sprints"));
      }
      if (csv != null) {
        write(
            csv,
            out -> world().moneyTable(report, out),
            Figures.count(report.rows().size(), "row"));
      }
      if (json) {
        DayCalendar days = calendar(journal);
        Instant last = days.interval(range.from(), range.to()).end().minusNanos(1);
        print(MoneyJson.of(report, days.zoneAt(last)));
      }
      return report.isEmpty() ? NO : OK;
    }
  }

  private static List<String> lines(
      Range range, MoneyReport report, MoneyFacts facts, LocalDate today, BigDecimal share) {
    if (!range.title().isEmpty()) {
      return MoneyText.lines(range.title(), report, share);
    }
    return MoneyText.glance(
        MoneyReport.of(facts, today.withDayOfMonth(1), today, today), report, share);
  }

  private Range range(Preferences preferences, LocalDate today) {
    if (month != null) {
      YearMonth one = month(month);
      return new Range(one.atDay(1), one.atEndOfMonth(), MoneyTable.month(one));
    }
    if (quarter != null) {
      TaxPeriod one = quarter(quarter, preferences, today);
      return new Range(one.from(), one.to(), one.name() + ", " + one.from() + " to " + one.to());
    }
    if (year != null) {
      int one = year(year, today);
      return new Range(LocalDate.of(one, 1, 1), LocalDate.of(one, 12, 31), Integer.toString(one));
    }
    if (from == null && to == null) {
      return new Range(today.withDayOfYear(1), today, "");
    }
    DayRange named = range(from, to);
    return new Range(named.first(), named.last(), named.first() + " to " + named.last());
  }

  private static TaxPeriod quarter(String typed, Preferences preferences, LocalDate today) {
    String text = typed.strip().toUpperCase(Locale.ROOT).replace("-", "");
    if (!text.matches("((19|[2-9][0-9])[0-9]{2})?Q[1-4]")) {
      throw wrong("--quarter takes a quarter such as 2026Q4 or Q4: '" + typed + "'");
    }
    int year = text.length() > 2 ? Integer.parseInt(text.substring(0, 4)) : today.getYear();
    return TaxPeriod.of(
        year,
        Character.digit(text.charAt(text.length() - 1), 10),
        preferences.get(CoachKeys.TAX_CALENDAR));
  }

  private static int year(String typed, LocalDate today) {
    return switch (typed.strip().toLowerCase(Locale.ROOT)) {
      case "this" -> today.getYear();
      case "last" -> today.getYear() - 1;
      default -> {
        if (!typed.strip().matches("(19|[2-9][0-9])[0-9]{2}")) {
          throw wrong("--year takes a year such as 2026, this or last: '" + typed + "'");
        }
        yield Integer.parseInt(typed.strip());
      }
    };
  }
}
