package app.respite.domain.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strain watch on a day (docs/models.md).
 *
 * @param validDays workdays it stands on
 * @param card the message, where there is one
 */
public record WatchFigures(
    State state, int validDays, List<Channel> channels, @Nullable String card) {
  /** Where the watch stands. */
  public enum State {
    /** Fewer than 50 valid workdays: only hours, days off and the two-weekly question are shown. */
    LEARNING,
    /** Nothing stands out. */
    QUIET,
    /** A card is to be shown. */
    CARD,
    /** The user has muted it. */
    MUTED
  }

  /**
   * One channel.
   *
   * @param name {@code fatigue}, {@code pace} or {@code hours}
   * @param days days with a value
   * @param sum C, the running sum of the chart; null before the baseline stands
   * @param limit h
   * @param active whether C was above h on one of the last ten workdays
   * @param evidence the channel in one sentence
   */
  public record Channel(
      String name, int days, @Nullable Double sum, double limit, boolean active, String evidence) {}

  public WatchFigures {
    channels = List.copyOf(channels);
  }
}
