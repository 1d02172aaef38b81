package app.respite.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.respite.domain.watch.CheckIns.Answer;
import app.respite.domain.watch.Cusum.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden numbers of the strain watch (docs/models.md); computed elsewhere with other programs. */
class ChartGoldenTest {
  private static final double[] SEQUENCE = {
    .2, -.5, .1, -1.2, -.9, -1.6, -.4, -1.8, -2.2, -1.0, -1.4, -.7
  };
  private static final double[] SUMS = {0, 0, 0, .7, 1.1, 2.2, 2.1, 3.4, 5.1, 5.6, 6.5, 6.7};
  private static final Cusum DROP = new Cusum(Side.DROP, 0.5, 5);

  @Test
  void aDropAddsUpAsInTheTable() {
    double[] sums = DROP.sums(SEQUENCE, false);
    assertThat(sums).containsExactly(SUMS, within(1e-12));
    int first = IntStream.range(0, 12).filter(i -> DROP.alarms(sums[i])).findFirst().orElseThrow();
    assertThat(first + 1).isEqualTo(9);
  }

  @Test
  void aRiseIsADropTurnedOver() {
    double[] turned = Arrays.stream(SEQUENCE).map(z -> -z).toArray();
    double[] sums = new Cusum(Side.RISE, 0.5, 5).sums(turned, false);
    assertThat(sums).containsExactly(SUMS, within(1e-12));
    assertThat(new Cusum(Side.RISE, 0.5, 5).sums(SEQUENCE, false)[11]).isZero();
  }

  @Test
  void withResetTheSumBeginsAnewAfterAnAlarm() {
    double[] sums = DROP.sums(SEQUENCE, true);
    assertThat(Arrays.copyOf(sums, 9)).containsExactly(Arrays.copyOf(SUMS, 9), within(1e-12));
    assertThat(Arrays.copyOfRange(sums, 9, 12))
        .containsExactly(new double[] {.5, 1.4, 1.6}, within(1e-12));
  }

  @Test
  void theLimitItselfIsNoAlarm() {
    assertThat(DROP.alarms(5)).isFalse();
    assertThat(DROP.alarms(Math.nextUp(5.0))).isTrue();
  }

  @Test
  void anEwmaChartsLimitsAreExactFromTheFirstValueOn() {
    EwmaChart chart = EwmaChart.USUAL;
    assertThat(chart.limit(1)).isCloseTo(0.1 * 2.814, withinPercentage(1e-7));
    assertThat(chart.limit(2)).isCloseTo(2.814 * Math.sqrt(.01 + .0081), withinPercentage(1e-7));
    assertThat(chart.limit(1000)).isCloseTo(chart.limit(), withinPercentage(1e-7));
    assertThat(chart.limit()).isCloseTo(2.814 * Math.sqrt(.1 / 1.9), withinPercentage(1e-7));
    assertThat(chart.means(new double[] {1, 0, -1}))
        .containsExactly(new double[] {.1, .09, -.019}, within(1e-12));
    assertThat(chart.firstAlarm(SEQUENCE)).hasValue(9);
    assertThat(chart.firstAlarm(new double[] {2.8, 0, 0})).isEmpty();
    assertThat(chart.firstAlarm(new double[] {-2.82, 0, 0})).hasValue(1);
  }

  @Test
  void errorsAreCountedAsAnscombeSays() {
    assertThat(Anscombe.z(6, 200, .03).orElseThrow())
        .isCloseTo(.14356482935012801, withinPercentage(1e-7));
    assertThat(Anscombe.z(0, 200, .03).orElseThrow())
        .isCloseTo(-3.700975268933595, withinPercentage(1e-7));
    assertThat(Anscombe.z(1, 19, .03)).isEmpty();
    assertThat(Anscombe.z(1, 20, .03)).isPresent();
  }

  @Test
  void theMemoryOfASeriesIsTakenOut() {
    double[] z = {.5, .8, .2, -.1, .4, .9, .3, -.2};
    Whitening whitening = Whitening.of(z);
    assertThat(whitening.phi()).isCloseTo(.535, withinPercentage(1e-7));
    double[] free = whitening.whiten(z);
    assertThat(free[0]).isEqualTo(.5);
    assertThat(free[1]).isCloseTo(.6302878651036534, withinPercentage(1e-7));
  }

  @Test
  void theMemoryIsClipped() {
    assertThat(Whitening.of(new double[] {1, 1, 1, 1}).phi()).isEqualTo(.6);
    assertThat(Whitening.of(new double[] {1, -1, 1, -1}).phi()).isZero();
    assertThat(Whitening.of(new double[] {0, 0, 0})).isEqualTo(Whitening.NONE);
    assertThat(Whitening.of(new double[] {1})).isEqualTo(Whitening.NONE);
  }

  /** Answers 14 days apart; a dash is a question left out. */
  @ParameterizedTest
  @CsvSource({
    "'2,2,3', ''",
    "'3,3', '1'",
    "'3,-,3', '2'",
    "'3,-,-,3', ''",
    "'4', '0'",
    "'1', ''",
    "'3,2,3', ''",
    "'5,1', '0'",
    "'2,4,3', '1,2'",
    "'3,3,3', '1,2'"
  })
  void theCheckInsCallForTheMessageByTheRule(String answers, String calls) {
    LocalDate first = LocalDate.parse("2026-03-02");
    List<Answer> given = new ArrayList<>();
    String[] levels = answers.split(",");
    for (int i = 0; i < levels.length; i++) {
      if (!levels[i].equals("-")) {
        given.add(new Answer(first.plusDays(14L * i), Integer.parseInt(levels[i])));
      }
    }
    List<LocalDate> expected =
        Arrays.stream(calls.split(","))
            .filter(call -> !call.isEmpty())
            .map(call -> first.plusDays(14L * Integer.parseInt(call)))
            .toList();
    assertThat(CheckIns.calls(given)).containsExactlyElementsOf(expected);
  }

  @Test
  void thirtyFiveDaysApartIsStillOnEnd() {
    LocalDate day = LocalDate.parse("2026-03-02");
    assertThat(CheckIns.calls(List.of(new Answer(day, 3), new Answer(day.plusDays(35), 3))))
        .containsExactly(day.plusDays(35));
    assertThat(CheckIns.calls(List.of(new Answer(day, 3), new Answer(day.plusDays(36), 3))))
        .isEmpty();
  }
}
