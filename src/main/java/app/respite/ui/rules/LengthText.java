package app.respite.ui.rules;

import app.respite.domain.time.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lengths of time as they are typed and changed in the middle of a sentence. */
final class LengthText {
  /** What a setting is usually told in, and how far an arrow key goes. */
  private enum Unit {
    SECONDS("s", 5, 30),
    MINUTES("m", 60, 300),
    HOURS("h", 1800, 1800);

    private final String letter;
    private final int small;
    private final int large;

    Unit(String letter, int small, int large) {
      this.letter = letter;
      this.small = small;
      this.large = large;
    }

    static Unit of(Duration usual) {
      return usual.compareTo(Durations.MINUTE) < 0
          ? SECONDS
          : usual.compareTo(Durations.TOLD_IN_HOURS) < 0 ? MINUTES : HOURS;
    }
  }

  /** From so many small steps on the steps are large. */
  private static final int FAR = 15;

  private LengthText() {}

  /** What the file says as it stands in a sentence; of several lengths, one after the other. */
  static String ofFile(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(one -> Durations.parse(one).map(Durations::oneUnit).orElse(one))
        .collect(Collectors.joining(", "));
  }

  /**
   * What was typed as the file writes it: units may be written out, and a bare number has the unit
   * that the setting is usually told in.
   *
   * @param usual a usual value of the setting
   */
  static String toFile(String typed, Duration usual) {
    return Arrays.stream(typed.split(",", -1))
        .map(one -> oneToFile(one, usual))
        .collect(Collectors.joining(","));
  }

  private static String oneToFile(String typed, Duration usual) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    if (text.matches("[0-9]+")) {
      return text + Unit.of(usual).letter;
    }
    return text.replaceAll("(?<=[0-9\\s])(minutes?|mins?)\\b", "m")
        .replaceAll("(?<=[0-9\\s])hours?\\b", "h")
        .replaceAll("(?<=[0-9\\s])(seconds?|secs?)\\b", "s")
        .replaceAll("\\s+", "");
  }

  /**
   * The next length up or down, at a whole step.
   *
   * @param usual a usual value of the setting
   * @param direction 1 for up, -1 for down
   */
  static Duration step(Duration from, Duration usual, int direction) {
    Unit unit = Unit.of(usual);
    long now = from.toSeconds();
    boolean far = now >= (long) FAR * unit.small + (direction > 0 ? 0 : 1);
    int by = far ? unit.large : unit.small;
    long next = direction > 0 ? now / by + 1 : (now + by - 1) / by - 1;
    return Duration.ofSeconds(next * by);
  }
}
