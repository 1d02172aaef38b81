package app.respite.cli;

import app.respite.cli.review.ReviewText;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.domain.review.Review;
import app.respite.domain.time.LogicalDays;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

  @Option(names = "--from", paramLabel = "D", description = "First day.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
  @Nullable String to;

  @Option(names = "--json", description = "As one JSON document.")
  boolean json;

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
    boolean range = from != null || to != null;
    if ((day == null ? 0 : 1) + (week ? 1 : 0) + (range ? 1 : 0) > 1) {
      throw wrong("choose one of --day, --week, and --from with --to");
    }
    LocalDate last = day != null ? moments().day(day) : to != null ? moments().day(to) : today();
    LocalDate first = last;
    if (week) {
      first = LogicalDays.monday(last);
    } else if (from != null) {
      first = moments().day(from);
    }
    checkDays(first, last);
    try (ProgramServices.Reading reading = world().reading()) {
      Review review =
          ReviewService.review(
              reading.journal(),
              preferences(),
              first,
              last,
              world().clock().zone(),
              world().clock().read().wall());
      if (json) {
        print(ReviewJson.of(review));
      } else {
        ReviewText.lines(review, world().clock().zone()).forEach(out()::println);
      }
    }
    return OK;
  }
}
