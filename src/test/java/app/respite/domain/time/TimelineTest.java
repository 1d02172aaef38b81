package app.respite.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration TICK = Duration.ofSeconds(30);

  private final Timeline begun = Timeline.startingAt(reading(0, 0, 0));

  /** Seconds since nine: what the wall says, time awake, time with sleep. */
  private static ClockReading reading(double wall, double awake, double boot) {
    return new ClockReading(NINE.plus(seconds(wall)), seconds(awake), seconds(1000 + boot));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private static Interval between(double from, double to) {
    return new Interval(NINE.plus(seconds(from)), NINE.plus(seconds(to)));
  }

  @Test
  void aWallClockThatJumpsChangesNothing() {
    Timeline.Advance next = begun.advance(reading(3600, 10, 10), TICK);

    assertThat(next.gap()).isNull();
    assertThat(next.timeline().now()).isEqualTo(NINE.plusSeconds(10));
    assertThat(next.timeline().wallDrift()).isEqualTo(Duration.ofSeconds(3590));
  }

  @Test
  void aTickOfFullLengthIsNoStallAndALongerOneIs() {
    assertThat(begun.advance(reading(30, 30, 30), TICK).gap()).isNull();
    assertThat(begun.advance(reading(31, 31, 31), TICK).gap())
        .isEqualTo(new Timeline.Gap(GapCause.GAP, between(0, 31)));
  }

  @Test
  void aSleepLiesAtTheEndOfItsGapAndTwoSecondsAreNone() {
    assertThat(begun.advance(reading(12, 10, 12), TICK).gap()).isNull();
    assertThat(begun.advance(reading(12.5, 10, 12.5), TICK).gap())
        .isEqualTo(new Timeline.Gap(GapCause.SUSPEND, between(10, 12.5)));
    assertThat(begun.advance(reading(600, 20, 600), TICK).gap())
        .isEqualTo(new Timeline.Gap(GapCause.SUSPEND, between(20, 600)));
  }

  @Test
  void aBootClockThatGoesBackStandsStill() {
    Timeline later = begun.ticked(reading(10, 10, 10));

    assertThat(later.ticked(reading(11, 11, 9)).now()).isEqualTo(NINE.plusSeconds(10));
    assertThat(later.ticked(reading(11, 11, 11)).now()).isEqualTo(NINE.plusSeconds(11));
    assertThat(later.ticked(reading(12, 12, 10)).last().wall()).isEqualTo(NINE.plusSeconds(12));
  }
}
