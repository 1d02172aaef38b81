package app.respite.ui.kit;

import app.respite.coach.prompt.PromptWords;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.time.Durations;
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
            PromptWords.title(due, Countdown.of(now, passed).sinceRest(), at),
            more(due, now, at, zone),
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

  private List<String> more(DueBreak due, Snapshot now, Instant at, ZoneId zone) {
    List<String> lines = new ArrayList<>(PromptWords.more(due, now, at, zone));
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
                pressed ? "Again: " + Durations.words(length) : Durations.words(length),
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
