package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The way out that is always there: five seconds of holding, and nothing less. */
class HoldTest {
  private final Hold hold = new Hold();
  private Duration now = Duration.ofHours(2);

  private void pass(long millis) {
    now = now.plusMillis(millis);
  }

  @Test
  void fiveSecondsOfHoldingAreEnoughAndCountOnce() {
    hold.press(now);
    pass(4999);
    assertThat(hold.done(now)).isFalse();
    assertThat(hold.share(now)).isCloseTo(1, org.assertj.core.data.Offset.offset(0.001));
    pass(1);
    assertThat(hold.done(now)).isTrue();
    assertThat(hold.done(now)).isFalse();
    assertThat(hold.active(now)).isFalse();
  }

  @Test
  void lettingGoBeginsAgain() {
    hold.press(now);
    pass(3000);
    hold.release(now);
    pass(200);
    assertThat(hold.active(now)).isFalse();
    hold.press(now);
    pass(3000);
    assertThat(hold.done(now)).isFalse();
    assertThat(hold.share(now)).isEqualTo(0.6);
  }

  /** A held key arrives as presses alone, or as pairs of release and press. */
  @Test
  void theKeyboardsRepeatIsNoLettingGo() {
    hold.press(now);
    for (int i = 0; i < 100; i++) {
      pass(45);
      hold.release(now);
      pass(5);
      hold.press(now);
    }
    assertThat(hold.done(now)).isTrue();
  }

  @Test
  void aReleaseWithoutAPressIsNothing() {
    hold.release(now);
    pass(10_000);
    assertThat(hold.done(now)).isFalse();
    assertThat(hold.left(now)).isEqualTo(Hold.LENGTH);
  }
}
