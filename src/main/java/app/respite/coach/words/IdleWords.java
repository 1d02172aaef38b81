package app.respite.coach.words;

import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot.IdleQuestion;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The question what time without input was, in the same words on every face. */
public final class IdleWords {
  /** What it means to say nothing. */
  public static final String WHY = "What was that time? Without an answer it counts as rest.";

  private IdleWords() {}

  /** An answer: its label and what it tells the coach; {@code id} names it among the others. */
  public record Choice(String id, String label, Command command) {}

  /** What is asked about. */
  public static String title(IdleQuestion asked, ZoneId zone) {
    return "There was no input from "
        + Phrases.clock(asked.since(), zone)
        + " to "
        + Phrases.clock(asked.until(), zone)
        + ".";
  }

  /** The answers there are; the first is what it counts as anyway. */
  public static List<Choice> choices(IdleQuestion asked) {
    Duration away = Duration.between(asked.since(), asked.until());
    Duration half = Duration.ofMinutes(Math.max(1, away.toMinutes() / 2));
    return List.of(
        new Choice("rest", "Rest", new Input.AnswerIdle(IdleAnswer.REST, null)),
        new Choice("work", "Work off screen", new Input.AnswerIdle(IdleAnswer.WORK, null)),
        new Choice(
            "split",
            "First " + Durations.words(half) + " rest, then work",
            new Input.AnswerIdle(IdleAnswer.SPLIT, half)),
        new Choice("discard", "Leave it out", new Input.AnswerIdle(IdleAnswer.DISCARD, null)));
  }
}
