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

  /** Whether anything in it says how tired the person was. */
  public boolean tells() {
    return steps.stream().anyMatch(step -> step instanceof Step.Rated || step instanceof Step.Said);
  }

  /** Its ratings. */
  public int ratings() {
    return (int) steps.stream().filter(step -> step instanceof Step.Rated).count();
  }
}
