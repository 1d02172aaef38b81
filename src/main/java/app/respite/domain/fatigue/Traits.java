package app.respite.domain.fatigue;

/**
 * How one person tires and recovers; see {@link Fatigue} for the formulas.
 *
 * @param buildUp λ, a minute of work; 0 to 0.1
 * @param recovery μ, a minute of rest; 0 to 0.5
 * @param fresh α, the rating when fresh, 0 to 5
 * @param drift θ, what an hour of work adds for the day, whatever the rests; 0 to 0.06
 */
public record Traits(double buildUp, double recovery, double fresh, double drift) {
  /**
   * Starting assumptions, not findings (docs/models.md): build-up half-life 120 min, recovery
   * half-life 15 min, 2 of 10 when fresh, 0.02 an hour of drift.
   */
  public static final Traits ASSUMED = new Traits(Math.log(2) / 120, Math.log(2) / 15, 2, 0.02);
}
