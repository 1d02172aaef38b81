package app.respite.domain.fatigue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns how one person tires and recovers from their own ratings: every combination of traits on a
 * grid is weighed by how well it foretells them (docs/models.md, "The estimator").
 *
 * <p>A rating is {@code y = α + (10 - α) min(1, F + U) + δ + ε}: δ is what a day adds to all its
 * ratings, with a standard deviation of 0.7, and is integrated out; ε is noise of a standard
 * deviation that is learnt along. "I'm tired now" and rests put off count as ratings above and
 * below the threshold (see {@link SaidLikelihood}): in simulation that saves about a quarter of the
 * mean error of the advice with 3 to 30 ratings. The same ratings always give the same belief;
 * nothing is drawn at random.
 */
public final class Estimator {
  /** Variance of δ, in points squared. */
  static final double DAY_VARIANCE = .7 * .7;

  private final Map<RatedDay, DaySums> known = new HashMap<>();
  private List<RatedDay> past = List.of();
  private PastDays pastDays = new PastDays(List.of());

  /** An estimator that has seen nothing. */
  public Estimator() {}

  /**
   * What days of ratings tell, the newest day last. It remembers what it worked out of the days
   * before the newest, so that whoever asks again the same day pays for that day only; what it says
   * does not depend on what it was asked before.
   *
   * @param lastRating when the newest rating was given, or null without any
   */
  public Belief learn(List<RatedDay> rated, @Nullable Instant lastRating) {
    List<RatedDay> days = rated.stream().filter(RatedDay::tells).toList();
    List<RatedDay> before = days.isEmpty() ? days : days.subList(0, days.size() - 1);
    if (!before.equals(past)) {
      known.keySet().retainAll(Set.copyOf(before));
      LogGrid whole = LogGrid.prior();
      pastDays =
          new PastDays(
              before.stream()
                  .map(day -> known.computeIfAbsent(day, any -> new DaySums(day, whole)))
                  .toList());
      past = List.copyOf(before);
    }
    LogGrid grid = pastDays.byAll.copy();
    RatedDay newest = days.isEmpty() ? new RatedDay(List.of(), 1) : days.getLast();
    DaySums today = new DaySums(newest, grid);
    today.addTo(grid, pastDays.noiseVariance);
    boolean pattern = pastDays.pattern(today, grid);
    today.addSaidTo(grid, pastDays.noiseVariance);
    return new Posterior(days, grid, today, pastDays.noiseVariance).belief(lastRating, pattern);
  }
}
