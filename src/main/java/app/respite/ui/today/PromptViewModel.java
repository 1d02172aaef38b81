package app.respite.ui.today;

import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.ui.kit.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prompt for a break: what it says, what answers it has, and the second press that the second
 * postponement and a gated skip ask for.
 */
public final class PromptViewModel {
  private static final Duration SECOND_PRESS = Duration.ofSeconds(30);

  /** Letters, because numbers answer a check-in that may be open at the same time. */
  private static final String POSTPONE_KEYS = "JKLNM";

  /**
   * One answer.
   *
   * @param key the key that gives it
   * @param main whether it is the one that is meant
   */
  public record Choice(String label, String key, Command command, boolean main, boolean armed) {}

  /**
   * What the prompt says.
   *
   * @param title one line
   * @param more further plain lines; may be empty
   * @param warning whether the break is only announced
   */
  public record Face(String title, List<String> more, List<Choice> choices, boolean warning) {}

  private @Nullable Instant dueSince;
  private @Nullable Command armed;
  private Instant armedAt = Instant.EPOCH;
  private boolean skipAsked;

  /** The prompt for a snapshot; empty where nothing is to be answered. */
  public Optional<Face> face(Snapshot now, Duration passed, ZoneId zone) {
    DueBreak due = now.due();
    if (due == null || (due.state() != DueState.DUE && due.state() != DueState.WARNED)) {
      forget();
      dueSince = null;
      return Optional.empty();
    }
    if (!due.since().equals(dueSince)) {
      forget();
      dueSince = due.since();
    }
    Instant at = now.at().plus(passed);
    if (Duration.between(armedAt, at).compareTo(SECOND_PRESS) > 0) {
      forget();
    }
    return Optional.of(
        new Face(
            title(due, Countdown.of(now, passed), at),
            more(due, now, zone),
            choices(now),
            due.state() == DueState.WARNED));
  }

  /**
   * The user pressed an answer. Empty where one more press is asked for first; the face then says
   * so.
   */
  public Optional<Command> press(Choice choice, Snapshot now, Duration passed) {
    DueBreak due = now.due();
    boolean again = choice.command().equals(armed);
    boolean second =
        due != null && due.postponed() >= 1 && choice.command() instanceof Input.Postpone;
    armed = choice.command();
    armedAt = now.at().plus(passed);
    if (second && !again) {
      return Optional.empty();
    }
    if (choice.command() instanceof Input.Skip) {
      skipAsked = due != null && due.skipGated();
      return Optional.of(choice.command());
    }
    forget();
    return Optional.of(choice.command());
  }

  private void forget() {
    armed = null;
    skipAsked = false;
    armedAt = Instant.EPOCH;
  }

  private static String title(DueBreak due, Countdown count, Instant at) {
    if (due.state() == DueState.WARNED) {
      Duration in = Duration.between(at, due.since());
      return Phrases.sentence(Phrases.name(due.kind()))
          + (in.isPositive() ? " in " + Phrases.length(in.plusMillis(999)) : " now");
    }
    String what = "Time for a " + Phrases.name(due.kind());
    return due.kind() == BreakKind.REST
        ? what + " · " + Phrases.minutes(count.sinceRest()) + " since the last"
        : what + " · " + due.reason();
  }

  private List<String> more(DueBreak due, Snapshot now, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    Instant claimed = now.claimedUntil();
    if (claimed != null) {
      lines.add(
          "Submit or pause the platform timer first; the claim runs until "
              + Phrases.clock(claimed, zone)
              + ".");
    }
    if (due.owed().isPositive()) {
      lines.add(
          "Put off "
              + (due.postponed() == 1 ? "once" : due.postponed() + " times")
              + "; the break is "
              + Phrases.length(due.owed())
              + " longer for it.");
    }
    if (armed instanceof Input.Postpone) {
      lines.add("Press it once more to put it off again. The time is added to the break.");
    } else if (skipAsked) {
      lines.add("You skipped the last ones. Press Skip once more if you mean it.");
    }
    return lines;
  }

  private List<Choice> choices(Snapshot now) {
    List<Choice> found = new ArrayList<>();
    if (now.can().contains(Action.ACCEPT)) {
      found.add(new Choice("Take it", "B", new Input.Accept(), true, false));
    }
    if (now.can().contains(Action.POSTPONE)) {
      int key = 0;
      for (Duration length : now.postponeChoices()) {
        Command command = new Input.Postpone(length);
        boolean pressed = command.equals(armed);
        found.add(
            new Choice(
                pressed ? "Again: " + Phrases.length(length) : Phrases.length(length),
                POSTPONE_KEYS.substring(key, ++key),
                command,
                false,
                pressed));
      }
    }
    if (now.can().contains(Action.SKIP)) {
      found.add(
          new Choice(
              skipAsked ? "Skip, once more" : "Skip", "X", new Input.Skip(), false, skipAsked));
    }
    return found;
  }
}
