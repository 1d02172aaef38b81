package app.respite.domain.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The strain watch on a day.
 *
 * @param validDays workdays it stands on
 * @param readings all channels, in their order
 * @param card the card on show; null where there is none
 */
public record Outlook(int validDays, List<Reading> readings, @Nullable Card card) {
  public Outlook {
    readings = List.copyOf(readings);
  }

  /** Whether the charts say nothing yet. */
  public boolean learning() {
    return validDays < StrainWatch.VALID_DAYS;
  }

  /**
   * One channel.
   *
   * @param days days with a value; of the pace those of the task that has most
   * @param sum C; null before there is a baseline
   * @param active whether C was above its limit on one of the last ten workdays
   * @param since workdays since C began to grow towards its last alarm; 0 where it is not active
   * @param comparison the last days beside the baseline; null before there are both
   */
  public record Reading(
      Channel channel,
      int days,
      @Nullable Double sum,
      boolean active,
      int since,
      @Nullable Comparison comparison) {}

  /**
   * The last days beside the baseline, in the channel's unit.
   *
   * @param recent mean of the last ten days with a value; of the pace the mean difference to each
   *     task's baseline
   * @param usual the baseline's mean; 0 for the pace
   * @param from the baseline's first day
   * @param to its last day
   */
  public record Comparison(double recent, double usual, LocalDate from, LocalDate to) {}

  /**
   * A card.
   *
   * @param since the day it came up
   * @param changed the channels that were active then; empty where the check-ins alone brought it
   * @param checkIn whether answers to the two-weekly question brought it
   */
  public record Card(LocalDate since, Set<Channel> changed, boolean checkIn) {
    public Card {
      changed = Set.copyOf(changed);
    }
  }
}
