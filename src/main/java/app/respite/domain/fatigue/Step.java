package app.respite.domain.fatigue;

/** A part of a day as the model of tiredness sees it, in order of time. */
public sealed interface Step {
  /** Work, in minutes. */
  record Work(double minutes) implements Step {}

  /** Rest, in minutes, already weighed by how well it restores. */
  record Rest(double minutes) implements Step {}

  /** A rating of tiredness here, 0 to 10. */
  record Rated(int rating) implements Step {}
}
