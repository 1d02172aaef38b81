package app.respite.domain.fatigue;

import java.util.List;

/**
 * A day from fresh, for the estimator.
 *
 * @param weight how much its ratings count, 0 to 1: less where other work was done than today
 */
public record RatedDay(List<Step> steps, double weight) {
  public RatedDay {
    steps = List.copyOf(steps);
  }

  /** Its ratings. */
  public int ratings() {
    return (int) steps.stream().filter(step -> step instanceof Step.Rated).count();
  }
}
