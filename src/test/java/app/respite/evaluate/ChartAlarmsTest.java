package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.watch.Cusum;
import app.respite.domain.watch.Cusum.Side;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a chart alarms by chance within 60 days when its baseline is an estimate: shares of
 * 20,000 seeded draws against a table that another program drew. Its shares are draws too, rounded
 * to two or three decimals: allowed are half a unit of the last one and four standard errors of
 * ours and of one of 4,000.
 */
@Tag("long")
class ChartAlarmsTest {
  @ParameterizedTest
  @CsvSource({
    "10, 5, 0, .26",
    "10, 5, .3, .45",
    "20, 5, 0, .18",
    "20, 5, .3, .39",
    "40, 5, 0, .13",
    "40, 5, .3, .33",
    "120, 5, 0, .08",
    "120, 5, .3, .29",
    "20, 8, 0, .057",
    "20, 8, .3, .194",
    "40, 8, 0, .024",
    "40, 8, .3, .123"
  })
  void aChanceAlarmIsAsFrequentAsTheTableSays(
      int baseline, double h, double memory, String printed) {
    double share = Double.parseDouble(printed);
    Random random = new Random(25);
    Cusum chart = new Cusum(Side.RISE, 0.5, h);
    int runs = 20_000;
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      double[] days = Draws.days(random, baseline + 60, memory);
      double mean = 0;
      for (int i = 0; i < baseline; i++) {
        mean += days[i] / baseline;
      }
      double squares = 0;
      for (int i = 0; i < baseline; i++) {
        squares += (days[i] - mean) * (days[i] - mean);
      }
      double deviation = Math.sqrt(squares / (baseline - 1));
      double sum = 0;
      boolean alarm = false;
      for (int i = baseline; i < days.length && !alarm; i++) {
        sum = chart.next(sum, (days[i] - mean) / deviation);
        alarm = chart.alarms(sum);
      }
      alarms += alarm ? 1 : 0;
    }
    double rounding = printed.length() > 3 ? 0.0005 : 0.005;
    double error = 4 * Math.sqrt(share * (1 - share) * (1.0 / runs + 1.0 / 4000));
    assertThat((double) alarms / runs).isCloseTo(share, within(rounding + error));
  }
}
