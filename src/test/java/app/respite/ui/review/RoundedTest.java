package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.fatigue.Range;
import org.junit.jupiter.api.Test;

class RoundedTest {
  @Test
  void aRangeOfRatingsIsNeverASingleNumber() {
    Range wide = new Range(3.6, 5.2, 6.4);
    assertThat(Rounded.low(wide)).isEqualTo(4);
    assertThat(Rounded.high(wide)).isEqualTo(6);
    Range narrow = new Range(4.8, 5, 5.2);
    assertThat(Rounded.low(narrow)).isEqualTo(4);
    assertThat(Rounded.high(narrow)).isEqualTo(6);
    Range fresh = new Range(0, 0.1, 0.3);
    assertThat(Rounded.low(fresh)).isZero();
    assertThat(Rounded.high(fresh)).isEqualTo(1);
  }
}
