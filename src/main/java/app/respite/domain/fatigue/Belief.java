package app.respite.domain.fatigue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person's tiredness, small enough to be handed to the coach: some weighted
 * guesses that stand for the whole posterior of {@link Estimator}.
 *
 * @param ratings rated sprints it rests on
 * @param days days they were given on
 * @param lastRating when the newest of them was given; null without any
 * @param noise σ, the standard deviation of a rating around the model, in points
 * @param guesses weights add up to 1; never empty
 * @param buildUp half-life of build-up in minutes; build-up itself is the reciprocal times ln 2
 * @param recovery half-life of recovery in minutes
 * @param pattern whether the model has foretold ratings better than the person's own mean did; true
 *     while there are too few to tell
 * @param mean the person's mean rating; null without any
 */
public record Belief(
    int ratings,
    int days,
    @Nullable Instant lastRating,
    double noise,
    List<Guess> guesses,
    Range buildUp,
    Range recovery,
    boolean pattern,
    @Nullable Double mean) {
  /**
   * One guess at the person. α is known only roughly, and the day of the newest rating may be a
   * better or worse one than others: with {@code m = min(1, F + U)} the rating to be expected on
   * that day is normal with mean {@code α (1 - m) + 10 m + dayShift} and variance {@code (1 - m -
   * daySlope)² freshVariance + dayVariance}.
   *
   * @param traits α here is its expectation
   * @param freshVariance α's variance
   * @param dayShift what the day adds, in points, if α is as expected
   * @param daySlope by how much less for each point that α is higher
   * @param dayVariance the variance of what the day adds, α given
   */
  public record Guess(
      double weight,
      Traits traits,
      double freshVariance,
      double dayShift,
      double daySlope,
      double dayVariance) {
    /** The same on a day of which no rating is known yet. */
    Guess onNewDay() {
      return new Guess(weight, traits, freshVariance, 0, 0, Estimator.DAY_VARIANCE);
    }
  }

  public Belief {
    guesses = List.copyOf(guesses);
  }

  /** The same on a day of which no rating is known yet. */
  public Belief onNewDay() {
    return new Belief(
        ratings,
        days,
        lastRating,
        noise,
        guesses.stream().map(Guess::onNewDay).toList(),
        buildUp,
        recovery,
        pattern,
        mean);
  }

  /** The same, said of so many rated sprints: ratings before sprints count for less. */
  Belief ofSprints(int rated) {
    return new Belief(rated, days, lastRating, noise, guesses, buildUp, recovery, pattern, mean);
  }

  /** How much that is. */
  public Tier tier() {
    return Tier.of(ratings, days);
  }
}
