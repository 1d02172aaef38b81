package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.evaluate.Examination.Depth;
import app.respite.evaluate.Probability.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A glance at what the whole evaluation measures ({@code mvn -Pevaluate verify}), with few
 * simulated people and wide bounds: it finds a broken estimator, not a slightly worse one.
 */
class SmallEvaluationTest {
  private static final int PEOPLE = 16;

  private static Cohort cohort(Row row, int rated) {
    return Cohort.of(row, rated, PEOPLE, 11, new Coach(), Rule.STANDARD, Depth.ADVICE);
  }

  @Test
  void thirtyRatingsBringTheAdviceMuchNearerThanAFixedReminder() {
    Cohort thirty = cohort(Row.B, 30);
    assertThat(Cohort.mean(thirty.adviceErrors()))
        .isLessThan(0.6 * Cohort.mean(thirty.fixedErrors(75)));
    assertThat(Cohort.mean(thirty.adviceErrors()))
        .isLessThan(Cohort.mean(cohort(Row.B, 0).adviceErrors()));
    assertThat(thirty.needless().value()).isLessThan(0.1);
  }

  @Test
  void intervalsMostlyHoldTheTruth() {
    Cohort thirty = cohort(Row.B, 30);
    assertThat(thirty.lambdaHeld().value()).isGreaterThanOrEqualTo(0.5);
    assertThat(thirty.muHeld().value()).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void ratingsThatNeverChangeAndShuffledOnesShowNoPattern() {
    assertThat(cohort(Row.CONSTANT, 30).patterns().hits()).isZero();
    assertThat(cohort(Row.SHUFFLED, 60).patterns().hits()).isLessThanOrEqualTo(3);
    assertThat(cohort(Row.A, 60).patterns().hits()).isGreaterThanOrEqualTo(PEOPLE - 3);
  }

  @Test
  void whoKnowsTheTruthSeesPlainCasesPlainly() {
    // From fresh the assumed person is at 6 of 10 after 120 min without drift, beyond the window.
    Truth plain = Truth.ASSUMED.withDrift(0);
    assertThat(plain.minutesTo(6, 0, 0)).isEqualTo(120);
    assertThat(Rule.STANDARD.oracle(plain, List.of())).isEqualTo(90);
    double rested = plain.rested(plain.worked(0, 75), 10);
    assertThat(rested).isEqualTo(0.22148166163716163, within(1e-12));
    Truth fast = plain.withRates(4 * Truth.LAMBDA, Truth.MU);
    assertThat(Rule.STANDARD.oracle(fast, List.of())).isEqualTo(30);
  }

  @Test
  void sharesHaveWilsonsInterval() {
    Share tenOfHundred = new Share(10, 100);
    assertThat(tenOfHundred.low()).isEqualTo(0.0552, within(5e-5));
    assertThat(tenOfHundred.high()).isEqualTo(0.1744, within(5e-5));
    assertThat(new Share(0, 50).low()).isEqualTo(0, within(1e-12));
  }

  @Test
  void aNormalValueLiesBelowItsQuantile() {
    assertThat(Probability.below(1.2815515655)).isEqualTo(0.9, within(1e-6));
    assertThat(Probability.below(0)).isEqualTo(0.5, within(1e-6));
  }
}
