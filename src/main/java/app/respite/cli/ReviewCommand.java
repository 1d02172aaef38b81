package app.respite.cli;

import app.respite.cli.report.ReviewReport;
import app.respite.cli.review.ReviewText;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.Tasks;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.JournalReader;
import app.respite.coach.review.Asked;
import app.respite.coach.review.Explained;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Review;
import app.respite.domain.text.EditDistance;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a day or a week was. */
@Command(description = "What a day or a week was.")
final class ReviewCommand extends BaseCommand {
  @Option(names = "--day", paramLabel = "D", description = "One day (default: today).")
  @Nullable String day;

  @Option(names = "--week", description = "This week, from Monday.")
  boolean week;

  @Option(names = "--last-week", description = "The week before, from Monday to Sunday.")
  boolean lastWeek;

  @Option(names = "--last", description = "The last day with work before today.")
  boolean lastDay;

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

  @Option(names = "--json", description = "As one JSON document.")
  boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "As one page to keep, print or send, in this file.")
  @Nullable Path html;

  @Option(
      names = "--png",
      paramLabel = "DIR",
      description = "Its charts as pictures, in this folder.")
  @Nullable Path png;

  @Option(
      names = "--explain",
      paramLabel = "FIELD",
      description = "The sprints, items and rates that a figure is made of, such as earned.")
  @Nullable String explain;

  @Option(names = "--task", paramLabel = "T", description = "Of this task alone, with --explain.")
  @Nullable String task;

  /**
   * A call as it is usually written; empty where it is another, which picocli then reads. That
   * takes a tenth of a second more, since picocli's classes are too old for a start-up cache.
   */
  static Optional<ReviewCommand> plain(List<String> options) {
    ReviewCommand call = new ReviewCommand();
    Iterator<String> left = options.iterator();
    while (left.hasNext()) {
      String option = left.next();
      boolean known =
          switch (option) {
            case "--week" -> !call.week && (call.week = true);
            case "--json" -> !call.json && (call.json = true);
            case "--day" -> call.day == null && (call.day = value(left)) != null;
            case "--from" -> call.from == null && (call.from = value(left)) != null;
            case "--to" -> call.to == null && (call.to = value(left)) != null;
            default -> false;
          };
      if (!known) {
        return Optional.empty();
      }
    }
    return Optional.of(call);
  }

  private static @Nullable String value(Iterator<String> left) {
    String value = left.hasNext() ? left.next() : "";
    return PlainWords.isPlain(value) ? value : null;
  }

  @Override
  public Integer call() {
    try (ProgramServices.Reading reading = world().reading()) {
      DayRange days = chosen(reading.journal());
      checkDays(days.first(), days.last());
      if (explain != null) {
        return explained(reading.journal(), days, explain);
      }
      if (task != null) {
        throw wrong("--task goes with --explain FIELD, such as --explain earned");
      }
      if (json && (html != null || png != null)) {
        throw wrong("choose one of --json, and --html with --png");
      }
      Review review =
          ReviewService.review(
              reading.journal(),
              preferences(),
              days.first(),
              days.last(),
              world().clock().zone(),
              world().clock().read().wall());
      if (html != null || png != null) {
        report(ReviewReport.of(review, world().clock().zone()));
      } else if (json) {
        print(ReviewJson.of(review));
      } else {
        ReviewText.lines(review, world().clock().zone()).forEach(out()::println);
        if (review.isEmpty() && !lastDay) {
          lastWithWork(reading.journal())
              .ifPresent(
                  worked ->
                      out()
                          .println(
                              "\n  The last day with work was "
                                  + worked
                                  + "; see it with: respite review --last"));
        }
      }
    }
    return OK;
  }

  private void report(ReviewReport report) {
    if (png != null && !Files.isDirectory(png)) {
      throw new CoachException(
          Kind.STORE,
          "cannot write pictures to "
              + png
              + ": "
              + (Files.exists(png) ? "it is no folder" : "there is no such folder"));
    }
    if (html != null) {
      byte[] page = report.html().getBytes(StandardCharsets.UTF_8);
      write(html, out -> out.write(page), "the review");
    }
    if (png != null) {
      for (String name : report.pictures()) {
        write(png.resolve(name + ".png"), out -> report.writePicture(name, out));
      }
      err()
          .println(
              "respite: wrote "
                  + Figures.count(report.pictures().size(), "picture")
                  + " to "
                  + png);
    }
  }

  private Integer explained(JournalReader journal, DayRange days, String typed) {
    if (json || html != null || png != null) {
      throw wrong("choose one of --json, --html with --png, and --explain");
    }
    Explained figure = Explained.of(typed).orElseThrow(() -> noSuch(typed));
    Asked asked =
        task == null
            ? Asked.ofAll(figure)
            : Asked.ofTask(figure, new Tasks(journal).named(task).id());
    ZoneId zone = world().clock().zone();
    ReviewService.Explained found =
        ReviewService.explain(journal, preferences(), days.first(), days.last(), zone, asked);
    if (found.cards().isEmpty()) {
      throw new CoachException(
          Kind.NO, "there is no " + figure.key() + " to explain in these days");
    }
    ReviewText.explained(figure, found.review(), found.cards(), zone).forEach(out()::println);
    return OK;
  }

  private static CoachException noSuch(String typed) {
    String near =
        Explained.keys().stream()
            .min(Comparator.comparingInt(key -> EditDistance.between(key, typed)))
            .filter(key -> EditDistance.between(key, typed) <= key.length() / 2)
            .map(key -> "; did you mean " + key + "?")
            .orElse("");
    return wrong(
        "--explain takes " + String.join(", ", Explained.keys()) + ": '" + typed + "'" + near);
  }

  private DayRange chosen(JournalReader journal) {
    boolean range = from != null || to != null;
    long choices =
        Stream.of(day != null, week, lastWeek, lastDay, month != null, range)
            .filter(chosen -> chosen)
            .count();
    if (choices > 1) {
      throw wrong(
          "choose one of --day, --last, --week, --last-week, --month, and --from with --to");
    }
    if (lastDay) {
      LocalDate worked =
          lastWithWork(journal)
              .orElseThrow(() -> new CoachException(Kind.NO, "no work is recorded before today"));
      return new DayRange(worked, worked);
    }
    if (week || lastWeek) {
      return weekDays(DayOfWeek.MONDAY, lastWeek);
    }
    if (month != null) {
      return monthDays(month);
    }
    return day == null ? range(from, to) : range(day, day);
  }

  /** By the end of the last work before today; a day goes by the journal's zone. */
  private Optional<LocalDate> lastWithWork(JournalReader journal) {
    DayCalendar calendar = calendar(journal);
    Instant today = calendar.startOf(today());
    return Stream.of(
            journal.latest(Sprint.class, today).map(Sprint::start),
            journal.latest(Span.class, today).map(Span::start))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(calendar::dayOf);
  }
}
