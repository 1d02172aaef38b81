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
    for (Step step : steps) {
      if (step instanceof Step.Rated || step instanceof Step.Said) {
        return true;
      }
    }
    return false;
  }

  /** Its ratings. */
  public int ratings() {
    int ratings = 0;
    for (Step step : steps) {
      ratings += step instanceof Step.Rated ? 1 : 0;
    }
    return ratings;
  }
}
