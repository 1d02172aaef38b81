package app.respite.desktop.any;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.desktop.any.RingPixels.Panel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RingPixelsTest {
  private static final int LIGHT_GROUND = 0xF6F5F4;
  private static final int DARK_GROUND = 0x2B2B2B;

  @ParameterizedTest
  @ValueSource(ints = {16, 22, 24, 32, 48})
  void everyStepOfWorkCanBeSeen(int size) {
    Set<String> seen = new HashSet<>();
    for (int step = 0; step <= Icon.STEPS; step++) {
      seen.add(Arrays.toString(RingPixels.draw(new Icon(Kind.WORK, step), size, Panel.ANY)));
    }
    assertThat(seen).hasSize(Icon.STEPS + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 22, 24, 32, 48})
  void theRingEmptiesClockwiseFromTheTop(int size) {
    int[] half = RingPixels.draw(new Icon(Kind.WORK, Icon.STEPS / 2), size, Panel.ANY);
    int middle = size / 2 * size;
    assertThat(alpha(half[middle + size - 2])).as("right").isLessThan(100);
    assertThat(alpha(half[middle + 1])).as("left").isGreaterThan(200);
  }

  @Test
  void kindsDifferInShapeAndNotOnlyInColour() {
    Set<String> shapes = new HashSet<>();
    for (Kind kind : Kind.values()) {
      int[] pixels = RingPixels.draw(new Icon(kind, Icon.STEPS), 22, Panel.ANY);
      shapes.add(Arrays.toString(Arrays.stream(pixels).map(RingPixelsTest::alpha).toArray()));
    }
    assertThat(shapes).hasSize(Kind.values().length);
  }

  @Test
  void theCornersAreClear() {
    for (int pixel : new int[] {0, 21, 21 * 22, 22 * 22 - 1}) {
      assertThat(alpha(RingPixels.draw(new Icon(Kind.DUE, 24), 22, Panel.ANY)[pixel])).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void largeMarksHaveAContrastOfThreeToOneOnTheirPanels(Kind kind) {
    assertThat(contrast(kind, Panel.LIGHT, LIGHT_GROUND)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(kind, Panel.DARK, DARK_GROUND)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(kind, Panel.ANY, LIGHT_GROUND)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(kind, Panel.ANY, DARK_GROUND)).isGreaterThanOrEqualTo(3);
  }

  private static int alpha(int pixel) {
    return pixel >>> 24;
  }

  private static double contrast(Kind kind, Panel panel, int ground) {
    int colour = RingPixels.draw(new Icon(kind, 24), 16, panel)[0] & 0xffffff;
    double one = luminance(colour) + 0.05;
    double other = luminance(ground) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
