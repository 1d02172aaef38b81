package app.respite.cli;

import app.respite.cli.review.ReviewText;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.preview.PreviewCard;
import app.respite.coach.preview.PreviewJson;
import app.respite.coach.preview.RulesPreview;
import app.respite.domain.setting.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the rules of a file would have made of the person's own days. */
@Command(
    name = "preview",
    description = {
      "Your own days replayed under the rules of a settings file, beside what happened.",
      "Nothing is changed by it."
    })
final class PreviewCommand extends BaseCommand {
  private static final int USUAL_DAYS = 7;

  @Parameters(paramLabel = "FILE", description = "A settings file with the rules to try.")
  Path file = Path.of("");

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "The last N days up to today, 1 to 366 (default: 7).")
  @Nullable Integer days;

  @Option(names = "--from", paramLabel = "D", description = "First day.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
  @Nullable String to;

  @Option(names = "--json", description = "As one JSON document.")
  boolean json;

  @Override
  public Integer call() {
    DayRange range = chosen();
    Preferences tried = tried();
    if (tried == null) {
      return WRONG;
    }
    try (ProgramServices.Reading reading = world().reading()) {
      RulesPreview preview =
          RulesPreview.of(
              reading.journal(),
              preferences(),
              tried,
              range.first(),
              range.last(),
              world().clock().zone(),
              world().clock().read().wall());
      if (json) {
        print(PreviewJson.of(preview));
      } else {
        ReviewText.card(PreviewCard.of(preview, String.valueOf(file.getFileName()))).stream()
            .skip(1)
            .forEach(out()::println);
      }
      return preview.days().isEmpty() ? NO : OK;
    }
  }

  private DayRange chosen() {
    if (days != null && (from != null || to != null)) {
      throw wrong("choose --days, or --from with --to");
    }
    if (days != null && (days < 1 || days > RulesPreview.MOST_DAYS)) {
      throw wrong("--days takes a number from 1 to " + RulesPreview.MOST_DAYS + ": " + days);
    }
    LocalDate today = today();
    DayRange range =
        from == null && to == null
            ? new DayRange(today.minusDays((days == null ? USUAL_DAYS : days) - 1L), today)
            : range(from, to);
    checkDays(range.first(), range.last());
    if (ChronoUnit.DAYS.between(range.first(), range.last()) >= RulesPreview.MOST_DAYS) {
      throw wrong("at most " + RulesPreview.MOST_DAYS + " days are replayed at once");
    }
    return range;
  }

  /** The rules of the file; null where something in it is wrong, which has been said. */
  private @Nullable Preferences tried() {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw wrong("cannot read " + file + "; give the path of a settings file");
    }
    try (SettingsStore store = world().settings(file)) {
      Loaded loaded = store.load();
      loaded.problems().forEach(problem -> err().println(RulesCommands.at(file, problem)));
      return loaded.problems().isEmpty() ? loaded.preferences() : null;
    }
  }
}
