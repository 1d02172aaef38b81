package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.ui.breakview.CornerPlace.Under;
import app.respite.ui.kit.Box;
import app.respite.ui.kit.Corner;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The small prompt gets out of the pointer's way, but lets itself be pressed. */
class CornerPlaceTest {
  private static final Box SCREEN = new Box(0, 30, 1280, 770);

  private final CornerPlace place = new CornerPlace();
  private Duration now = Duration.ofHours(3);

  private void appear(double x, double y) {
    place.appear(SCREEN, 500, 100, new double[] {x, y});
  }

  private boolean after(long millis) {
    now = now.plusMillis(millis);
    return place.step(now);
  }

  @Test
  void comesAtTheTopRightClearOfThePanel() {
    appear(400, 400);
    assertThat(place.at(SCREEN, 500, 100)).isEqualTo(new Box(756, 54, 500, 100));
    place.appear(SCREEN, 500, 100, null);
    assertThat(place.corner()).isEqualTo(Corner.TOP_RIGHT);
  }

  @Test
  void comesInAnotherCornerWhereThePointerIsInTheFirst() {
    appear(1000, 60);
    assertThat(place.corner()).isEqualTo(Corner.BOTTOM_RIGHT);
    appear(1000, 780);
    assertThat(place.corner()).isEqualTo(Corner.TOP_RIGHT);
  }

  @Test
  void aPointerOnItsWordsMakesItStepAside() {
    appear(400, 400);
    place.pointer(Under.WORDS, now);
    assertThat(after(300)).isFalse();
    assertThat(after(100)).isTrue();
    assertThat(place.corner()).isEqualTo(Corner.BOTTOM_RIGHT);
    assertThat(place.waiting(now)).isEmpty();
  }

  @Test
  void aPointerThatOnlyPassesOrGoesToAnAnswerDoesNot() {
    appear(400, 400);
    place.pointer(Under.WORDS, now);
    assertThat(after(300)).isFalse();
    place.pointer(Under.ANSWER, now);
    assertThat(after(2900)).isFalse();
    place.pointer(Under.NOTHING, now);
    assertThat(after(5000)).isFalse();
    assertThat(place.corner()).isEqualTo(Corner.TOP_RIGHT);
  }

  @Test
  void aPointerLeftOnAnAnswerWithoutPressingWantsWhatIsBelow() {
    appear(400, 400);
    place.pointer(Under.ANSWER, now);
    assertThat(after(3000)).isTrue();
  }

  /** Two corners and a pointer that is everywhere: once a second at most. */
  @Test
  void neverMovesTwiceWithinASecond() {
    appear(400, 400);
    place.pointer(Under.WORDS, now);
    assertThat(after(400)).isTrue();
    place.pointer(Under.WORDS, now);
    assertThat(after(900)).isFalse();
    assertThat(place.waiting(now)).contains(Duration.ofMillis(100));
    assertThat(after(100)).isTrue();
    assertThat(place.corner()).isEqualTo(Corner.TOP_RIGHT);
  }

  @Test
  void aScreenTooSmallForItShowsItsBeginning() {
    Box tiny = new Box(100, 100, 300, 80);
    assertThat(place.at(tiny, 500, 100)).isEqualTo(new Box(100, 124, 500, 100));
  }
}
