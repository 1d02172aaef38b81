package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a rest fits, where all about the person is known, and where it is not. */
class RestAdvisorTest {
  private static final Traits ALL_KNOWN =
      new Traits(Traits.ASSUMED.buildUp(), Traits.ASSUMED.recovery(), 2, 0);

  private static Belief certain(Traits traits) {
    Range any = new Range(1, 1, 1);
    return new Belief(
        40,
        10,
        Instant.EPOCH,
        1,
        List.of(new Belief.Guess(1, traits, 0, 0, 0, 0)),
        any,
        any,
        true,
        5.0);
  }

  private static RestAdvisor after(double... minutes) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < minutes.length; i++) {
      steps.add(i % 2 == 0 ? new Step.Work(minutes[i]) : new Step.Rest(minutes[i]));
    }
    return RestAdvisor.after(steps, certain(ALL_KNOWN));
  }

  /** Minutes of work to half of all tiredness, which is a rating of 6. */
  private static double crossing(RestAdvisor standing) {
    return Fatigue.workUntil(.5, (standing.rating().mid() - 2) / 8, ALL_KNOWN.buildUp());
  }

  private static RestAdvice advise(RestAdvisor standing) {
    return standing.advise(6, 0, 60, 90);
  }

  @Test
  void thePointEstimatesHaveTheGoldenNumbers() {
    assertThat(advise(after()).after()).isEqualTo(Duration.ofMinutes(90));
    assertThat(crossing(after())).isCloseTo(120, withinPercentage(.1));

    RestAdvisor second = after(90, 10);
    assertThat((second.rating().mid() - 2) / 8)
        .isCloseTo(.2553837557282662, withinPercentage(1e-9));
    assertThat(crossing(second)).isCloseTo(68.94827939341779, withinPercentage(.1));
    assertThat(advise(second).after()).isEqualTo(Duration.ofMinutes(69));

    double t = 68.94827939341779;
    RestAdvisor third = after(90, 10, t, 10);
    assertThat((third.rating().mid() - 2) / 8).isCloseTo(.3149802624737183, withinPercentage(1e-9));
    assertThat(crossing(third)).isCloseTo(54.50609547211566, withinPercentage(.1));
    assertThat(advise(third).early()).isTrue();
    assertThat(advise(third).after()).isEqualTo(Duration.ofMinutes(55));

    RestAdvisor rested = after(120, 35);
    assertThat((rested.rating().mid() - 2) / 8)
        .isCloseTo(.09921256574801247, withinPercentage(1e-9));
    assertThat(crossing(rested)).isCloseTo(101.9, withinPercentage(.1));
    assertThat(advise(rested).after()).isEqualTo(Duration.ofMinutes(90));

    double toHalf = Fatigue.workUntil(.5, .3685854657956493, ALL_KNOWN.buildUp());
    assertThat(toHalf).isCloseTo(40.399124975540815, withinPercentage(1e-7));
  }

  @Test
  void anUnknownPersonGetsTheStartOfTheWindow() {
    RestAdvice advice =
        RestAdvisor.after(List.of(), new Estimator().learn(List.of(), null)).advise(6, 0, 60, 90);
    assertThat(advice.after()).isEqualTo(Duration.ofMinutes(60));
    assertThat(advice.early()).isFalse();
    assertThat(advice.usual().low()).isLessThan(advice.usual().high());
  }

  @Test
  void neverBefore25MinutesHoweverTired() {
    RestAdvice advice = advise(after(400, 1));
    assertThat(advice.after()).isEqualTo(Duration.ofMinutes(25));
    assertThat(advice.length()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void aWindowThatOpensAfterItClosesIsItsEnd() {
    assertThat(after().advise(6, 0, 80, 50).after()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void workSinceTheLastRestCountsTowardsTheWindow() {
    RestAdvisor fortyIn = after(90, 10, 40);
    assertThat(fortyIn.advise(6, 40, 60, 90).after()).isEqualTo(Duration.ofMinutes(69));
  }
}
