package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreathTest {
  private static double at(long millis) {
    return Breath.at(Duration.ofMillis(millis));
  }

  @Test
  void goesInForFourSecondsAndOutForSix() {
    assertThat(at(0)).isEqualTo(0);
    assertThat(at(2000)).isCloseTo(0.5, offset(1e-9));
    assertThat(at(4000)).isCloseTo(1, offset(1e-9));
    assertThat(at(7000)).isCloseTo(0.5, offset(1e-9));
    assertThat(at(10_000)).isCloseTo(0, offset(1e-9));
  }

  @Test
  void neverJumps() {
    for (long millis = 0; millis < 30_000; millis += Breath.STEP.toMillis()) {
      assertThat(Math.abs(at(millis + Breath.STEP.toMillis()) - at(millis))).isLessThan(0.1);
    }
  }
}
