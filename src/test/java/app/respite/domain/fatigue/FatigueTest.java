package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden numbers of the model, computed elsewhere with another program. */
class FatigueTest {
  private static final double L = Traits.ASSUMED.buildUp();
  private static final double M = Traits.ASSUMED.recovery();

  private static double work(double f, double minutes) {
    return Fatigue.afterWork(f, minutes, L);
  }

  private static double rest(double f, double minutes) {
    return Fatigue.afterRest(f, minutes, M);
  }

  static Stream<Arguments> golden() {
    double afterWork = work(0, 75);
    double afterRest = rest(afterWork, 10);
    return Stream.of(
        of("the assumed build-up", L, 0.0057762265046662105),
        of("the assumed recovery", M, 0.046209812037329684),
        of("no work", work(0, 0), 0),
        of("an hour", work(0, 60), 0.2928932188134524),
        of("an hour and a half", work(0, 90), 0.4053964424986395),
        of("the half-life", work(0, 120), 0.5),
        of("30 then 45 minutes are 75", work(work(0, 30), 45), 0.3515802226744952),
        of("75 of work", afterWork, 0.3515802226744952),
        of("and 10 of rest", afterRest, 0.22148166163716163),
        of("and 60 of work", work(afterRest, 60), 0.4495044036655539),
        of("steady 60 and 10, at the end", Fatigue.endOfCycle(60, 10, L, M), 0.528163159855609),
        of("and at the start", rest(Fatigue.endOfCycle(60, 10, L, M), 10), 0.33272194144053635),
        of("no rest ever", work(0, Double.POSITIVE_INFINITY), 1),
        of("no recovery leaves F", Fatigue.afterRest(.4, 30, 0), .4),
        of("at the target already", Fatigue.workUntil(.4, .4, L), 0),
        of("rest from .35 to .15", Fatigue.restUntil(.15, .35, M), 18.335886320046722),
        of("rested already", Fatigue.restUntil(.35, .15, M), 0),
        of("work to .4 from 0", Fatigue.workUntil(.4, 0, L), 88.43587129994475),
        of("from .1", Fatigue.workUntil(.4, .1, L), 70.19550008653874),
        of("from .2", Fatigue.workUntil(.4, .2, L), 49.80449991346128),
        of("from .35", Fatigue.workUntil(.4, .35, L), 13.857266090392342),
        of("from .5", Fatigue.workUntil(.4, .5, L), 0),
        of("6 idle minutes at half effect", rest(work(0, 60), 3), 0.25497835662366597),
        of("6 idle minutes", rest(work(0, 60), 6), 0.22197155198705243),
        of("a rating", Fatigue.rating(.3515802226744952, .1, 2), 5.612641781395961),
        of("a rating when fresh", Fatigue.rating(0, 0, 2), 2),
        of("a rating at the top", Fatigue.rating(.95, .1, 2), 10),
        of("the mean over an hour", Fatigue.meanOver(60, L), 0.15488881141565225),
        of("the mean over 90 minutes", Fatigue.meanOver(90, L), 0.2201820837509133),
        of("λ of .03 an hour over 8 h", Fatigue.afterWork(0, 8, .03), 0.21337213893344653));
  }

  private static Arguments of(String name, double value, double golden) {
    return Arguments.of(name, value, golden);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void theModelHasTheGoldenNumbers(String name, double value, double golden) {
    if (golden == 0) {
      assertThat(value).isZero();
    } else {
      assertThat(value).isCloseTo(golden, withinPercentage(1e-7));
    }
  }

  @Test
  void aTargetOfAllIsNeverReached() {
    assertThat(Fatigue.workUntil(1, .5, L)).isInfinite();
  }

  @Test
  void whatIsNoTimeOrRateIsRefusedAndTirednessStaysInItsRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> work(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> work(0, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> work(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Fatigue.afterRest(.5, 1, -.1));
    assertThat(work(7, 0)).isEqualTo(1);
    assertThat(rest(-3, 10)).isZero();
  }
}
