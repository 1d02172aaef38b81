package app.respite.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  /** Worked out by hand from the formula, and as published tables have it. */
  @ParameterizedTest
  @CsvSource({
    "2, 50, 0.011042, 0.134604",
    "1, 3, 0.061492, 0.792345",
    "0, 10, 0, 0.277533",
    "10, 10, 0.722467, 1",
    "81, 263, 0.255286, 0.366211"
  })
  void theIntervalIsWilsons(long some, long all, double low, double high) {
    Wilson found = Wilson.of(some, all);
    assertThat(found.low()).isCloseTo(low, within(5e-5));
    assertThat(found.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThatThrownBy(() -> Wilson.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Wilson.of(4, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}
