package app.respite.domain.hours;

import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.money.PayRates;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.Names;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes rows of facts: work, what was reported of it, and until when it can be. */
final class HoursReporter {
  private static final Duration DAY = Duration.ofDays(1);

  private record Cell(LocalDate day, UUID task) {}

  private final Duration round;
  private final PayRates rates;
  private final Map<UUID, Task> tasks = new HashMap<>();
  private final Map<String, Duration> within = new HashMap<>();
  private final Map<Cell, Report> reports = new HashMap<>();
  private final Map<Cell, WorkedDay> worked = new HashMap<>();

  HoursReporter(HoursFacts facts, Duration round) {
    if (round.toSeconds() < 1) {
      throw new IllegalArgumentException("hours cannot be rounded to " + round);
    }
    this.round = round;
    rates = new PayRates(facts.tasks(), facts.rates());
    facts.tasks().forEach(task -> tasks.put(task.id(), task));
    for (Platform platform : facts.platforms()) {
      Duration limit = platform.reportWithin();
      if (limit != null) {
        within.put(Names.key(platform.name()), limit);
      }
    }
    for (Report report : facts.reports()) {
      reports.merge(
          new Cell(report.day(), report.task()), report, BinaryOperator.maxBy(Report.BY_TELLING));
    }
    facts.worked().forEach(one -> worked.put(new Cell(one.day(), one.task()), one));
    reports
        .keySet()
        .forEach(cell -> worked.computeIfAbsent(cell, at -> WorkedDay.none(at.day(), at.task())));
  }

  HoursToReport of(LocalDate from, LocalDate to) {
    return of(from, to, this::isReportedByTheHour);
  }

  HoursToReport of(LocalDate from, LocalDate to, Set<UUID> wanted) {
    return of(from, to, one -> wanted.contains(one.task()));
  }

  private boolean isReportedByTheHour(WorkedDay one) {
    return switch (rates.at(one.task(), one.day())) {
      case Pay.PerHour paid -> true;
      case Pay.PerItem paid -> report(one) != null;
      case Pay.Unpaid unpaid -> report(one) != null || limit(one.task()) != null;
    };
  }

  private HoursToReport of(LocalDate from, LocalDate to, Predicate<WorkedDay> wanted) {
    List<Row> rows = new ArrayList<>();
    for (WorkedDay one : worked.values()) {
      boolean inRange = !one.day().isBefore(from) && !one.day().isAfter(to);
      if (inRange && wanted.test(one) && (one.work().isPositive() || report(one) != null)) {
        rows.add(row(one));
      }
    }
    rows.sort(
        Comparator.comparing(Row::day)
            .thenComparing(Row::start, Comparator.nullsLast(OffsetDateTime.timeLineOrder()))
            .thenComparing(Row::task)
            .thenComparing(Row::id));
    return new HoursToReport(from, to, round, rows);
  }

  private Row row(WorkedDay one) {
    Task task = tasks.getOrDefault(one.task(), Task.named(one.task(), "(unknown task)"));
    Report told = report(one);
    Duration limit = limit(one.task());
    return new Row(
        one.day(),
        one.task(),
        task.name(),
        Names.clean(task.platform()),
        one.start(),
        one.end(),
        Duration.ofSeconds(one.work().toSeconds()),
        Duration.ofSeconds(one.breaks().toSeconds()),
        HoursToReport.rounded(one.work(), round),
        told == null ? null : Duration.ofSeconds(told.seconds()),
        limit == null ? null : lastDay(one.day(), limit));
  }

  /** A limit that is no whole number of days ends within a day, which is then the last one. */
  private static LocalDate lastDay(LocalDate day, Duration limit) {
    return day.plusDays(limit.plus(DAY).minusNanos(1).dividedBy(DAY));
  }

  private @Nullable Report report(WorkedDay one) {
    return reports.get(new Cell(one.day(), one.task()));
  }

  private @Nullable Duration limit(UUID task) {
    Task known = tasks.get(task);
    return known == null ? null : within.get(Names.key(known.platform()));
  }
}
