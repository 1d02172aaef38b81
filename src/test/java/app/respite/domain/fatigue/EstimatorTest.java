package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What the estimator makes of ratings. */
class EstimatorTest {
  /**
   * A day of sprints of so many minutes with ten minutes of rest between, rated as a function of F.
   */
  private static RatedDay day(int sprints, double minutes, double buildUp, double recovery) {
    List<Step> steps = new ArrayList<>();
    double f = 0;
    for (int i = 0; i < sprints; i++) {
      steps.add(new Step.Work(minutes));
      f = Fatigue.afterWork(f, minutes, buildUp);
      steps.add(new Step.Rated((int) Math.round(Fatigue.rating(f, 0, 2))));
      double rest = i % 3 == 2 ? 30 : 5;
      steps.add(new Step.Rest(rest));
      f = Fatigue.afterRest(f, rest, recovery);
    }
    return new RatedDay(steps, 1);
  }

  private static List<RatedDay> days(int n, double buildUp, double recovery) {
    List<RatedDay> days = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      days.add(day(6, 35 + 7 * (i % 4), buildUp, recovery));
    }
    return days;
  }

  @Test
  void withoutRatingsItBelievesTheAssumptions() {
    Belief belief = new Estimator().learn(List.of(), null);
    assertThat(belief.tier()).isEqualTo(Tier.UNKNOWN);
    assertThat(belief.buildUp().mid()).isCloseTo(120, within(1e-6));
    assertThat(belief.recovery().mid()).isCloseTo(15, within(1e-6));
    assertThat(belief.buildUp().low()).isCloseTo(120 * Math.exp(-.5 * 1.2816), withinPercentage(3));
    assertThat(belief.pattern()).isTrue();
    assertThat(belief.guesses().stream().mapToDouble(Belief.Guess::weight).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void aPersonWhoTiresFastIsFoundOut() {
    Belief fast = new Estimator().learn(days(20, Math.log(2) / 60, Math.log(2) / 15), null);
    Belief slow = new Estimator().learn(days(20, Math.log(2) / 220, Math.log(2) / 15), null);
    assertThat(fast.buildUp().mid()).isBetween(50.0, 72.0);
    assertThat(slow.buildUp().mid()).isBetween(180.0, 270.0);
    assertThat(fast.pattern()).isTrue();
    assertThat(slow.pattern()).isTrue();
  }

  @Test
  void moreRatingsMakeTheRangeNarrower() {
    double few = new Estimator().learn(days(2, .006, .05), null).buildUp().ratio();
    double many = new Estimator().learn(days(30, .006, .05), null).buildUp().ratio();
    assertThat(many).isLessThan(few);
  }

  @Test
  void theSameRatingsAlwaysGiveTheSameBelief() {
    assertThat(new Estimator().learn(days(9, .008, .03), null))
        .isEqualTo(new Estimator().learn(days(9, .008, .03), null));
  }

  @Test
  void whatItSaysDoesNotDependOnWhatItWasAskedBefore() {
    List<RatedDay> days = days(12, .008, .03);
    Estimator asked = new Estimator();
    for (int n = 0; n <= days.size(); n++) {
      for (int steps = 2; n > 0 && steps < days.get(n - 1).steps().size(); steps += 3) {
        List<RatedDay> some = new ArrayList<>(days.subList(0, n - 1));
        some.add(new RatedDay(days.get(n - 1).steps().subList(0, steps), 1));
        assertThat(asked.learn(some, null)).isEqualTo(new Estimator().learn(some, null));
      }
    }
  }

  @Test
  void alwaysTheSameRatingIsNoPattern() {
    List<RatedDay> lazy =
        days(20, .006, .05).stream()
            .map(
                day ->
                    new RatedDay(
                        day.steps().stream()
                            .map(step -> step instanceof Step.Rated ? new Step.Rated(5) : step)
                            .toList(),
                        1))
            .toList();
    assertThat(new Estimator().learn(lazy, null).pattern()).isFalse();
  }

  private static RatedDay said(boolean tired, double minutes) {
    return new RatedDay(List.of(new Step.Work(minutes), new Step.Said(tired, 6)), 1);
  }

  @Test
  void whatWasSaidWithoutANumberTeachesToo() {
    Belief tiredSoon = new Estimator().learn(Collections.nCopies(10, said(true, 40)), null);
    Belief putOffLate = new Estimator().learn(Collections.nCopies(10, said(false, 150)), null);
    assertThat(tiredSoon.buildUp().mid()).isLessThan(100);
    assertThat(putOffLate.buildUp().mid()).isGreaterThan(130);
    assertThat(tiredSoon.ratings()).isZero();
    assertThat(tiredSoon.tier()).isEqualTo(Tier.UNKNOWN);
  }

  @Test
  void onePressAlonePullsLessThanTheNumberItStandsFor() {
    Belief pressed = new Estimator().learn(List.of(said(true, 20)), null);
    Belief rated =
        new Estimator()
            .learn(List.of(new RatedDay(List.of(new Step.Work(20), new Step.Rated(7)), 1)), null);
    assertThat(pressed.buildUp().mid()).isBetween(rated.buildUp().mid(), 120.0);
  }

  /** The most probable λ where nothing else is free, α is 2 and σ is 1. */
  private static double mostProbable(int... ratings) {
    double prior = Math.log(Traits.ASSUMED.buildUp());
    DoubleUnaryOperator against =
        log -> {
          double sum = Math.pow((log - prior) / .5, 2);
          for (int y : ratings) {
            double f = Fatigue.afterWork(0, 75, Math.exp(log));
            sum += Math.pow(y - Fatigue.rating(f, 0, 2), 2);
          }
          return sum;
        };
    double low = prior - 2;
    double high = prior + 2;
    double golden = (Math.sqrt(5) - 1) / 2;
    while (high - low > 1e-10) {
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      if (against.applyAsDouble(a) < against.applyAsDouble(b)) {
        high = b;
      } else {
        low = a;
      }
    }
    return Math.log(2) / Math.exp((low + high) / 2);
  }

  @Test
  void theMostProbableBuildUpHasTheGoldenNumbers() {
    assertThat(mostProbable()).isCloseTo(120, within(1e-5));
    assertThat(mostProbable(5)).isCloseTo(114.52380546, within(1e-5));
    assertThat(mostProbable(5, 5, 5)).isCloseTo(112.393331937, within(1e-5));
    assertThat(mostProbable(2)).isCloseTo(222.409748525, within(1e-5));
  }
}
