package app.respite.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static Instant at(int minute) {
    return Instant.EPOCH.plus(Duration.ofMinutes(minute));
  }

  private static Interval of(int start, int end) {
    return new Interval(at(start), at(end));
  }

  @Test
  void itEndsAtItsStartOrLater() {
    assertThat(of(1, 1).isEmpty()).isTrue();
    assertThat(of(1, 2).isEmpty()).isFalse();
    assertThat(of(1, 3).length()).isEqualTo(Duration.ofMinutes(2));
    assertThatIllegalArgumentException().isThrownBy(() -> of(2, 1));
  }

  @Test
  void twoOverlapWhereTheyShareMoreThanAnEdge() {
    assertThat(of(0, 10).overlaps(of(9, 20))).isTrue();
    assertThat(of(9, 20).overlaps(of(0, 10))).isTrue();
    assertThat(of(0, 10).overlaps(of(10, 20))).isFalse();
    assertThat(of(10, 20).overlaps(of(0, 10))).isFalse();
  }

  @Test
  void whatIsLeftOutsideAnotherIsNothingOnePartOrTwo() {
    assertThat(of(0, 10).without(of(10, 20))).containsExactly(of(0, 10));
    assertThat(of(0, 10).without(of(3, 4))).containsExactly(of(0, 3), of(4, 10));
    assertThat(of(0, 10).without(of(0, 4))).containsExactly(of(4, 10));
    assertThat(of(0, 10).without(of(4, 10))).containsExactly(of(0, 4));
    assertThat(of(0, 10).without(of(0, 10))).isEmpty();
  }

  @Test
  void theSharedPartIsEmptyAtTheLaterStartWhereThereIsNone() {
    assertThat(of(0, 10).clip(of(5, 20))).isEqualTo(of(5, 10));
    assertThat(of(0, 10).clip(of(15, 20))).isEqualTo(of(15, 15));
    assertThat(of(0, 10).clip(of(10, 20))).isEqualTo(of(10, 10));
  }
}
