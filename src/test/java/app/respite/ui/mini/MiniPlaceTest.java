package app.respite.ui.mini;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.ui.kit.Box;
import app.respite.ui.kit.Corner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mini timer stays where it was put, and in sight. */
class MiniPlaceTest {
  private static final Box FIRST = new Box(0, 0, 1280, 800);
  private static final Box SECOND = new Box(1280, 0, 1024, 768);
  private static final List<Box> BOTH = List.of(FIRST, SECOND);

  private static Box at(double x, double y) {
    return new Box(x, y, 160, 48);
  }

  @Test
  void beginsAtTheBottomRight() {
    assertThat(MiniPlace.parse("bottom-right").on(BOTH, 160, 48)).isEqualTo(at(1108, 740));
  }

  @Test
  void droppedNearACornerItGoesThere() {
    MiniPlace place = MiniPlace.dropped(at(1290, 30), BOTH);
    assertThat(place.corner()).isEqualTo(Corner.TOP_LEFT);
    assertThat(place.on(BOTH, 160, 48)).isEqualTo(at(1292, 12));
    assertThat(place.written()).isEqualTo("top-left 1292,12");
  }

  @Test
  void droppedAnywhereElseItStays() {
    MiniPlace place = MiniPlace.dropped(at(600, 20), BOTH);
    assertThat(place.corner()).isNull();
    assertThat(place.written()).isEqualTo("600,20");
    assertThat(place.on(BOTH, 160, 48)).isEqualTo(at(600, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"top-left", "bottom-right 1292,12", "600,20", "-300,-40"})
  void isWrittenAsItIsRead(String text) {
    assertThat(MiniPlace.parse(text).written()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "somewhere", "middle-left", "12,", "1,2,3", "99999999,1", "NaN,NaN"})
  void whatIsNoPlaceIsTheFirstOne(String text) {
    assertThat(MiniPlace.parse(text)).isEqualTo(MiniPlace.FIRST);
  }

  @Test
  void aScreenThatIsGoneLeavesItInSight() {
    MiniPlace corner = MiniPlace.dropped(at(2120, 700), BOTH);
    assertThat(corner.on(List.of(FIRST), 160, 48)).isEqualTo(at(1108, 740));
    assertThat(corner.on(BOTH, 160, 48).x()).as("and comes back with it").isGreaterThan(1280);
    MiniPlace free = MiniPlace.dropped(at(1700, 300), BOTH);
    assertThat(free.on(List.of(FIRST), 160, 48)).isEqualTo(at(1120, 300));
  }

  @Test
  void theArrowKeysMoveItFromCornerToCorner() {
    MiniPlace place = MiniPlace.FIRST;
    Box at = place.on(BOTH, 160, 48);
    place = place.moved(true, false, at, BOTH);
    assertThat(place.corner()).isEqualTo(Corner.BOTTOM_LEFT);
    place = place.moved(false, false, place.on(BOTH, 160, 48), BOTH);
    assertThat(place.corner()).isEqualTo(Corner.TOP_LEFT);
    place = place.moved(true, true, place.on(BOTH, 160, 48), BOTH);
    assertThat(place.corner()).isEqualTo(Corner.TOP_RIGHT);
    place = place.moved(false, true, place.on(BOTH, 160, 48), BOTH);
    assertThat(place.corner()).isEqualTo(Corner.BOTTOM_RIGHT);
    assertThat(
            MiniPlace.dropped(at(600, 200), BOTH).moved(true, false, at(600, 200), BOTH).corner())
        .isEqualTo(Corner.TOP_LEFT);
  }
}
