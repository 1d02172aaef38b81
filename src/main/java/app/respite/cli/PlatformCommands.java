package app.respite.cli;

import app.respite.coach.Platforms;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.RecordFields;
import app.respite.coach.typed.Amounts;
import app.respite.coach.typed.PlatformTerms;
import app.respite.coach.words.PlatformWords;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.Names;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where work comes from, and on what terms. */
final class PlatformCommands {
  private static final String NONE = "none";

  private PlatformCommands() {}

  @Command(
      description = "Where your work comes from, and on what terms.",
      subcommands = {ListAll.class, Set.class})
  static final class PlatformCommand extends BaseCommand {
    @Override
    public Integer call() {
      throw wrong("say what to do: respite platform list, or respite platform set NAME");
    }
  }

  @Command(name = "list", description = "The platforms there are, with their terms.")
  static final class ListAll extends BaseCommand {
    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      try (ProgramServices.Reading reading = world().reading()) {
        List<Platform> platforms = new Platforms(reading.journal()).all();
        if (json) {
          print(platforms.stream().map(RecordFields::of).toList());
        } else if (platforms.isEmpty()) {
          err().println("respite: no platforms yet; name one: respite task edit TASK --platform P");
        } else {
          platforms.forEach(one -> out().println(PlatformWords.line(one)));
        }
        return platforms.isEmpty() ? NO : OK;
      }
    }
  }

  @Command(
      name = "set",
      description = "Tell a platform's terms; what is not named stays, 'none' takes it back.")
  static final class Set extends BaseCommand {
    @Parameters(paramLabel = "PLATFORM")
    String name = "";

    @Option(
        names = "--pays-after",
        paramLabel = "7d",
        description = "How long after the work it usually pays.")
    @Nullable String paysAfter;

    @Option(
        names = "--floor",
        paramLabel = "12",
        description = "Pay for a present hour below which you want to be told.")
    @Nullable String floor;

    @Option(names = "--currency", paramLabel = "USD", description = "What it pays in.")
    @Nullable String currency;

    @Option(
        names = "--report-within",
        paramLabel = "7d",
        description = "How long after a day its hours are to be reported.")
    @Nullable String reportWithin;

    @Option(names = "--week-starts", paramLabel = "tue", description = "First day of its week.")
    @Nullable String weekStarts;

    @Override
    public Integer call() {
      Optional<Platform> known;
      try (ProgramServices.Reading reading = world().reading()) {
        known = new Platforms(reading.journal()).find(name);
      }
      boolean nothing =
          paysAfter == null
              && floor == null
              && currency == null
              && reportWithin == null
              && weekStarts == null;
      if (nothing && known.isPresent()) {
        throw wrong("say what to set: --pays-after 7d, --floor 12, --currency USD and the like");
      }
      Platform old = known.orElseGet(() -> Platform.named(Names.clean(name)));
      Platform kept =
          ask(
              new CoachRequest.SavePlatform(
                  new Platform(
                      old.id(),
                      old.name(),
                      length("--pays-after", paysAfter, old.paysAfter()),
                      floor == null
                          ? old.floor()
                          : floor.equals(NONE) ? null : Amounts.amount("--floor", floor),
                      currency == null ? old.currency() : currency.equals(NONE) ? null : currency,
                      length("--report-within", reportWithin, old.reportWithin()),
                      weekStarts == null ? old.weekStarts() : day(weekStarts))));
      out().println(PlatformWords.line(kept));
      return OK;
    }

    private static @Nullable Duration length(
        String option, @Nullable String typed, @Nullable Duration before) {
      if (typed == null) {
        return before;
      }
      if (typed.equals(NONE)) {
        return null;
      }
      return PlatformTerms.length(option, typed);
    }

    private static @Nullable DayOfWeek day(String typed) {
      String word = typed.strip().toUpperCase(Locale.ROOT);
      if (typed.equals(NONE)) {
        return null;
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        if (word.length() >= 3 && day.name().startsWith(word)) {
          return day;
        }
      }
      throw wrong("--week-starts takes a day such as mon or tue, or none: '" + typed + "'");
    }
  }
}
