package app.respite.coach.typed;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.domain.time.Durations;
import java.time.Duration;

/** The terms of a platform as people type them. */
public final class PlatformTerms {
  private PlatformTerms() {}

  /**
   * A length such as {@code 7d}.
   *
   * @param what the option or field it was typed for
   * @throws CoachException of kind {@code WRONG}
   */
  public static Duration length(String what, String typed) {
    return Durations.parse(typed)
        .orElseThrow(
            () ->
                new CoachException(
                    Kind.WRONG, what + " takes a length such as 7d, or none: '" + typed + "'"));
  }

  /** A length as it would be typed. */
  public static String text(Duration length) {
    return length.isPositive() && length.equals(Duration.ofDays(length.toDays()))
        ? length.toDays() + "d"
        : Durations.format(length);
  }
}
