package app.respite.cli;

import app.respite.coach.port.CoachLink;
import app.respite.coach.port.Fields;
import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord.Recovery;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a user tells the coach: items, ratings, holds, answers. */
final class NoteCommands {
  private static final int MOST_NOTE = 2000;

  private NoteCommands() {}

  @Command(name = "item", description = "Count items done.")
  static final class Item extends Call {
    @Parameters(arity = "0..1", paramLabel = "N", defaultValue = "1")
    int n;

    @Override
    public Integer call() {
      return drive(new Input.Items(n));
    }
  }

  @Command(name = "claim", description = "An item is claimed; the platform's time for it runs.")
  static final class Claim extends Call {
    @Option(
        names = "--for",
        paramLabel = "60m",
        converter = Lengths.class,
        defaultValue = "60m",
        description = "The platform's time for it (default ${DEFAULT-VALUE}).")
    Duration length = Duration.ofMinutes(60);

    @Override
    public Integer call() {
      return drive(new Input.Claim(length));
    }
  }

  @Command(name = "submitted", description = "The claimed item is handed in.")
  static final class Submitted extends Call {
    @Override
    public Integer call() {
      return drive(new Input.Submitted());
    }
  }

  @Command(
      name = "recover",
      description = "Answer for a session found open after a crash: keep, trim or discard.")
  static final class Recover extends Call {
    @Parameters(paramLabel = "keep|trim|discard")
    String as = "";

    @Override
    public Integer call() {
      Recovery answer = Fields.constant(as.toLowerCase(Locale.ROOT), Recovery.class);
      if (answer == null) {
        throw wrong("'" + as + "' is no answer; say keep, trim or discard");
      }
      return drive(new Input.Recover(answer));
    }
  }

  @Command(name = "day", description = "Close the day.", subcommands = DayEnd.class)
  static final class Day extends Call {
    @Override
    public Integer call() {
      throw wrong("say what about the day: respite day end");
    }
  }

  @Command(name = "end", description = "Close the day; the review of it is a command away.")
  static final class DayEnd extends Call {
    @Override
    public Integer call() {
      try (CoachLink coach = coach()) {
        int status = drive(coach, new Input.DayEnd());
        if (status == OK) {
          out().println("See the day with: respite review");
        }
        if (status == OK && coach.latest().snapshot().questions().evening()) {
          out()
              .println(
                  "Answer with: respite check-in --fatigue 0..10, or: respite check-in --skip");
        }
        return status;
      }
    }
  }

  @Command(name = "quiet", description = "Hold prompts back for a while.")
  static final class Quiet extends Call {
    @Option(names = "--for", paramLabel = "1h", converter = Lengths.class)
    @Nullable Duration length;

    @Option(names = "--until-morning")
    boolean untilMorning;

    @Option(names = "--off", description = "No longer.")
    boolean off;

    @Override
    public Integer call() {
      int given = (length == null ? 0 : 1) + (untilMorning ? 1 : 0) + (off ? 1 : 0);
      if (given != 1) {
        throw wrong("say how long: quiet --for 1h, quiet --until-morning, or quiet --off");
      }
      return drive(new Input.Quiet(length, untilMorning, off));
    }
  }

  @Command(name = "meeting", description = "In a meeting: no prompts, missing input is work.")
  static final class Meeting extends Call {
    @Option(names = "--for", paramLabel = "45m", converter = Lengths.class)
    @Nullable Duration length;

    @Option(names = "--off", description = "It is over.")
    boolean off;

    @Override
    public Integer call() {
      if ((length == null) != off) {
        throw wrong("say how long: meeting --for 45m, or meeting --off");
      }
      return drive(new Input.Meeting(length, off));
    }
  }

  @Command(
      name = "check-in",
      description = {
        "Answer what the coach asks: how the sprint was that ended, how tired you are at the day's"
            + " end or before a sprint, and the two-weekly question. status says what is asked.",
        "What you leave out stays unknown; it is never filled in."
      })
  static final class CheckIn extends Call {
    @Option(
        names = "--before",
        description = "How tired you are before the sprint that runs, or is about to begin.")
    boolean before;

    @Option(
        names = "--fatigue",
        paramLabel = "0..10",
        description = "How tired you are now: 0 fresh, 10 cannot usefully go on.")
    @Nullable Integer fatigue;

    @Option(
        names = "--effort",
        paramLabel = "0..10",
        description = "How much effort the sprint was: 0 none, 10 all you had.")
    @Nullable Integer effort;

    @Option(names = "--items", paramLabel = "N")
    @Nullable Integer items;

    @Option(names = "--rejected", paramLabel = "N")
    @Nullable Integer rejected;

    @Option(names = "--note", paramLabel = "T")
    @Nullable String note;

    @Option(
        names = "--burnout",
        paramLabel = "1..5",
        description =
            "The two-weekly question, how worn down you are by your work: 1 not at all, 2 a little,"
                + " 3 often, 4 most of the time, 5 so much that it is hard to go on.")
    @Nullable Integer burnout;

    @Option(names = "--skip", description = "Leave what is asked now unanswered.")
    boolean skip;

    @Override
    public Integer call() {
      within("--fatigue", fatigue, 0, 10);
      within("--effort", effort, 0, 10);
      within("--items", items, 0, 100_000);
      within("--rejected", rejected, 0, 100_000);
      within("--burnout", burnout, 1, 5);
      if (note != null && note.length() > MOST_NOTE) {
        throw wrong("--note takes at most " + MOST_NOTE + " characters");
      }
      boolean told =
          fatigue != null
              || effort != null
              || items != null
              || rejected != null
              || note != null
              || burnout != null;
      if (skip && (told || before)) {
        throw wrong("--skip leaves everything out, so it goes alone");
      }
      if (skip) {
        return drive(new Input.SkipQuestion(null));
      }
      if (!told) {
        throw wrong(
            "give at least one of --fatigue, --effort, --items, --rejected, --note, --burnout, or"
                + " --skip");
      }
      return drive(new Input.CheckIn(before, fatigue, effort, items, rejected, note, burnout));
    }

    private static void within(String option, @Nullable Integer value, int least, int most) {
      if (value != null && (value < least || value > most)) {
        throw wrong(option + " takes a whole number from " + least + " to " + most);
      }
    }
  }
}
