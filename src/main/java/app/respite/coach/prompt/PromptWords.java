package app.respite.coach.prompt;

import app.respite.coach.words.Phrases;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a prompt says, the same in a window, a notification and the break view. */
public final class PromptWords {
  private PromptWords() {}

  /**
   * The first line.
   *
   * @param sinceRest work since the last rest
   * @param at now
   */
  public static String title(DueBreak due, Duration sinceRest, Instant at) {
    if (due.state() == DueState.WARNED) {
      Duration in = Duration.between(at, due.since());
      return Phrases.sentence(Phrases.name(due.kind()))
          + (in.isPositive() ? " in " + Durations.words(in.plusMillis(999)) : " now");
    }
    String what = "Time for a " + Phrases.name(due.kind());
    return due.kind() == BreakKind.REST
        ? what + " · " + Durations.minutes(sinceRest) + " since the last"
        : what + " · " + due.reason();
  }

  /** What else is to be known before answering: the platform's clock first, then what is owed. */
  public static List<String> more(DueBreak due, Snapshot now, Instant at, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    Instant claimed = now.claimedUntil();
    if (claimed != null) {
      String clock = Phrases.clock(claimed, zone);
      lines.add(
          "Submit or pause the platform timer first; the claim runs until "
              + clock
              + (claimed.isBefore(at.plus(due.length()))
                  ? ", before a break of " + Durations.words(due.length()) + " would be over."
                  : "."));
    }
    if (due.owed().isPositive()) {
      lines.add(
          "Put off "
              + (due.postponed() == 1 ? "once" : due.postponed() + " times")
              + "; the break is "
              + Durations.words(due.owed())
              + " longer for it.");
    }
    return lines;
  }
}
