package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** B27: what is typed for something else presses nothing. */
class StillKeysTest {
  private final StillKeys keys = new StillKeys();
  private Duration now = Duration.ofHours(1);

  private boolean after(long millis) {
    now = now.plusMillis(millis);
    return keys.press(now);
  }

  @Test
  void noKeyCountsInTheFirstSecondEvenFromHandsThatWereStill() {
    keys.opened(now);
    keys.heard(now, now.minusSeconds(10));
    assertThat(after(500)).isFalse();
    assertThat(after(499)).isFalse();
  }

  @Test
  void handsThatWereStillAnswerAfterTheFirstSecond() {
    keys.opened(now);
    keys.heard(now, now.minusSeconds(10));
    assertThat(after(1000)).isTrue();
    assertThat(after(10)).isTrue();
  }

  @Test
  void whoTypesOnAnswersNothingHoweverLong() {
    keys.opened(now);
    keys.heard(now, now);
    for (int i = 0; i < 100; i++) {
      assertThat(after(150)).isFalse();
    }
    assertThat(after(1000)).isTrue();
    assertThat(after(150)).isTrue();
  }

  @Test
  void anAnswerByThePointerMakesKeysMeant() {
    keys.opened(now);
    keys.heard(now, now);
    assertThat(after(1100)).isTrue();
    keys.opened(now);
    keys.meant();
    assertThat(after(500)).isFalse();
    assertThat(after(500)).isTrue();
  }
}
