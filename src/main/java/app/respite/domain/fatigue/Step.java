package app.respite.domain.fatigue;

/** A part of a day as the model of tiredness sees it, in order of time. */
public sealed interface Step {
  /** Work, in minutes. */
  record Work(double minutes) implements Step {}

  /** Rest, in minutes, already weighed by how well it restores. */
  record Rest(double minutes) implements Step {}

  /** A rating of tiredness here, 0 to 10. */
  record Rated(int rating) implements Step {}

  /**
   * What a person said of their tiredness here without a number: by "I'm tired now" that it had
   * reached the threshold at which they want to rest, by putting a rest off that it had not yet.
   */
  record Said(boolean tired, double threshold) implements Step {}
}
