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
 * @param buildUp half-life of build-up in minutes
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
   * One guess at the person.
   *
   * @param dayEffect what the day of the newest rating adds to ratings if this guess is right, in
   *     points: the expectation
   * @param dayVariance its variance
   */
  public record Guess(double weight, Traits traits, double dayEffect, double dayVariance) {}

  public Belief {
    guesses = List.copyOf(guesses);
  }

  /** How much that is. */
  public Tier tier() {
    return Tier.of(ratings, days);
  }
}
