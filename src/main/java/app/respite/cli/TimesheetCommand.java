package app.respite.cli;

import app.respite.cli.review.HoursText;
import app.respite.coach.HoursJson;
import app.respite.coach.HoursService;
import app.respite.coach.Platforms;
import app.respite.coach.Tasks;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.JournalReader;
import app.respite.coach.words.HoursWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.hours.HoursFacts;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.Names;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The hours to report to platforms that pay by the hour. */
@Command(
    description = {
      "The hours to report to platforms that pay by the hour: work alone, by day and task.",
      "Tasks paid by the hour are shown, and all of a platform that wants its hours reported; a"
          + " task or platform that is named shows all of its hours. 'timesheet reported' notes"
          + " what was reported."
    },
    subcommands = TimesheetCommand.Reported.class)
final class TimesheetCommand extends BaseCommand {
  @Option(names = "--day", paramLabel = "D", description = "One day (default: today).")
  @Nullable String day;

  @Option(
      names = "--week",
      description = "This week, from Monday or the first day of the named platform's week.")
  boolean week;

  @Option(names = "--last-week", description = "The week before it.")
  boolean lastWeek;

  @Option(
      names = "--month",
      paramLabel = "M",
      arity = "0..1",
      fallbackValue = "this",
      description = "Such as 2026-11, this or last (default: this).")
  @Nullable String month;

  @Option(names = "--from", paramLabel = "D", description = "First day.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
  @Nullable String to;

  @Option(names = "--task", paramLabel = "T", description = "This task alone.")
  @Nullable String task;

  @Option(names = "--platform", paramLabel = "P", description = "This platform alone.")
  @Nullable String platform;

  @Option(
      names = "--round",
      paramLabel = "15m",
      description = "Round hours to this, 1s to 1h (default: timesheet.round).")
  @Nullable String round;

  @Option(names = "--json", description = "As one JSON document.")
  boolean json;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write a table for spreadsheets.")
  @Nullable Path csv;

  @Override
  public Integer call() {
    Duration step = round(this, round);
    try (ProgramServices.Reading reading = world().reading()) {
      JournalReader journal = reading.journal();
      Set<UUID> named = named(journal, task, platform);
      DayRange range = chosen(journal);
      checkDays(range.first(), range.last());
      HoursToReport hours = hours(this, journal, range, step, named);
      if (csv != null) {
        write(csv, out -> world().hoursTable(hours, out), hours.rows().size() + " rows");
      }
      DayCalendar days = calendar(journal);
      if (json) {
        print(HoursJson.of(hours, days));
      } else if (csv == null) {
        Instant last = days.interval(range.first(), range.last()).end().minusNanos(1);
        String elsewhere = Phrases.elsewhere(days.zoneAt(last), world().clock().zone(), last);
        HoursText.lines(title(range), elsewhere, hours, today()).forEach(out()::println);
      }
      return hours.rows().isEmpty() ? NO : OK;
    }
  }

  /** The tasks of a name or of a platform; empty where neither is named. */
  static Set<UUID> named(JournalReader journal, @Nullable String task, @Nullable String platform) {
    Tasks tasks = new Tasks(journal);
    if (task != null && platform != null) {
      throw wrong("name a task or a platform, not both");
    }
    if (task != null) {
      return Set.of(tasks.named(task).id());
    }
    if (platform == null) {
      return Set.of();
    }
    String key = Names.key(new Platforms(journal).named(platform).name());
    Set<UUID> found =
        tasks.all().stream()
            .filter(one -> Names.key(one.platform()).equals(key))
            .map(Task::id)
            .collect(Collectors.toSet());
    if (found.isEmpty()) {
      throw wrong("no task is on the platform '" + platform + "'; see: respite task list");
    }
    return found;
  }

  /** The hours of days; of all that is reported by the hour where no task is named. */
  static HoursToReport hours(
      BaseCommand call, JournalReader journal, DayRange range, Duration step, Set<UUID> named) {
    HoursFacts facts =
        HoursService.facts(
            journal, call.preferences(), range.first(), range.last(), call.world().clock().zone());
    return named.isEmpty()
        ? HoursToReport.of(facts, range.first(), range.last(), step)
        : HoursToReport.ofTasks(facts, range.first(), range.last(), step, named);
  }

  /** What hours are rounded to. */
  static Duration round(BaseCommand call, @Nullable String typed) {
    if (typed == null) {
      return call.preferences().get(CoachKeys.TIMESHEET_ROUND);
    }
    return Durations.parse(typed)
        .filter(length -> length.equals(length.truncatedTo(ChronoUnit.SECONDS)))
        .filter(length -> length.isPositive() && length.compareTo(Duration.ofHours(1)) <= 0)
        .orElseThrow(
            () ->
                wrong(
                    "--round takes a length from 1s to 1h, such as 1m or 15m: '"
                        + Names.clean(typed)
                        + "'"));
  }

  private static String title(DayRange range) {
    return "Hours to report, "
        + (range.first().equals(range.last())
            ? Phrases.day(range.first()) + " " + range.first().getYear()
            : range.first() + " to " + range.last());
  }

  private DayRange chosen(JournalReader journal) {
    boolean range = from != null || to != null;
    if (Stream.of(day != null, week, lastWeek, month != null, range).filter(one -> one).count()
        > 1) {
      throw wrong("choose one of --day, --week, --last-week, --month, and --from with --to");
    }
    if (week || lastWeek) {
      return weekDays(weekStarts(journal), lastWeek);
    }
    if (month != null) {
      return monthDays(month);
    }
    return day == null ? range(from, to) : range(day, day);
  }

  private DayOfWeek weekStarts(JournalReader journal) {
    String meant =
        platform != null ? platform : task != null ? new Tasks(journal).named(task).platform() : "";
    DayOfWeek told =
        new Platforms(journal).find(meant).map(found -> found.weekStarts()).orElse(null);
    return told == null ? DayOfWeek.MONDAY : told;
  }

  @Command(
      name = "reported",
      description = {
        "Note that hours were reported, with what 'timesheet' shows unless a time is given.",
        "Said again for the same day it takes the place of what was said; 'log undo' takes it back."
      })
  static final class Reported extends BaseCommand {
    @Parameters(paramLabel = "TASK", arity = "0..1", description = "The task they are of.")
    @Nullable String task;

    @Option(names = "--platform", paramLabel = "P", description = "All its tasks together.")
    @Nullable String platform;

    @Option(names = "--day", paramLabel = "D", description = "The day (default: today).")
    @Nullable String day;

    @Option(names = "--from", paramLabel = "D", description = "First day of several.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
    @Nullable String to;

    @Option(names = "--time", paramLabel = "1h40m", description = "What was reported of one day.")
    @Nullable String time;

    @Option(
        names = "--round",
        paramLabel = "15m",
        description = "What hours are rounded to, 1s to 1h (default: timesheet.round).")
    @Nullable String round;

    @Override
    public Integer call() {
      if ((task == null) == (platform == null)) {
        throw wrong(
            "name a task, or a platform: timesheet reported TASK, or timesheet reported --platform"
                + " P");
      }
      boolean several = from != null || to != null;
      if (day != null && several) {
        throw wrong("choose one of --day, and --from with --to");
      }
      Duration step = round(this, round);
      Duration told = time == null ? null : time(time);
      if (told != null && (several || task == null)) {
        throw wrong("--time is of one task on one day: timesheet reported TASK --day D --time T");
      }
      DayRange range =
          several ? range(from, to) : day == null ? range(null, null) : range(day, day);
      checkDays(range.first(), range.last());
      List<Row> rows;
      List<Report> reports;
      try (ProgramServices.Reading reading = world().reading()) {
        JournalReader journal = reading.journal();
        Set<UUID> named = named(journal, task, platform);
        rows =
            hours(this, journal, range, step, named).rows().stream()
                .filter(row -> row.work().isPositive())
                .toList();
        if (told != null) {
          reports = List.of(report(named.iterator().next(), range.first(), told));
        } else if (rows.isEmpty()) {
          throw new CoachException(
              Kind.NO,
              "no work on "
                  + (task == null ? platform : task)
                  + (range.first().equals(range.last())
                      ? " on " + range.first()
                      : " from " + range.first() + " to " + range.last())
                  + "; hours from elsewhere are told with --time");
        } else {
          reports = rows.stream().map(row -> report(row.id(), row.day(), row.rounded())).toList();
        }
      }
      ask(new CoachRequest.SaveReports(reports));
      out().println(answer(rows, reports) + " Take it back with: respite log undo");
      return OK;
    }

    private static String answer(List<Row> rows, List<Report> reports) {
      Duration all = Duration.ofSeconds(reports.stream().mapToLong(Report::seconds).sum());
      String said = "Reported: " + HoursWords.length(all);
      if (reports.size() > 1) {
        return said + " of " + reports.size() + " days and tasks.";
      }
      Report one = reports.getFirst();
      Row worked = rows.isEmpty() ? null : rows.getFirst();
      Duration work = worked == null ? Duration.ZERO : worked.rounded();
      return said
          + " of "
          + one.day()
          + (work.equals(all) ? "." : "; the log has " + HoursWords.length(work) + ".");
    }

    private Report report(UUID of, LocalDate on, Duration length) {
      return new Report(
          UUID.randomUUID(), of, on, length.toSeconds(), world().clock().read().wall());
    }

    private static Duration time(String typed) {
      return Durations.parse(typed)
          .filter(length -> length.compareTo(Report.LONGEST) <= 0)
          .orElseThrow(
              () ->
                  wrong(
                      "--time takes the hours of a day, from 0m to 25h, such as 1h40m: '"
                          + Names.clean(typed)
                          + "'"));
    }
  }
}
