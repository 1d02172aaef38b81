package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.ui.breakview.ScreenLayout.Cover;
import app.respite.ui.breakview.ScreenLayout.Monitor;
import app.respite.ui.kit.Box;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where the break view lies on screens of any number, size and scale (B23, B24). */
class ScreenLayoutTest {
  private static final double TINY = 1e-6;

  private static Monitor plain(double x, double y, double width, double height) {
    Box bounds = new Box(x, y, width, height);
    return new Monitor(bounds, bounds, 1);
  }

  private static List<Cover> covers(Monitor... monitors) {
    return ScreenLayout.of(List.of(monitors), 1).covers();
  }

  @Test
  void eachScreenIsCoveredToItsEdges() {
    assertThat(covers(plain(0, 0, 1280, 800), plain(1280, 0, 1024, 768)))
        .extracting(Cover::area)
        .containsExactly(new Box(0, 0, 1280, 800), new Box(1280, 0, 1024, 768));
  }

  @Test
  void screensLeftOfAndAboveTheFirstOneAreCoveredToo() {
    assertThat(covers(plain(0, 0, 1920, 1080), plain(-1080, -420, 1080, 1920)))
        .extracting(Cover::area)
        .containsExactlyInAnyOrder(new Box(0, 0, 1920, 1080), new Box(-1080, -420, 1080, 1920));
  }

  /** Three screens as Windows reports them at 100, 125 and 200 percent. */
  @Test
  void mixedScalesLeaveNoPixelOpenAndTheContentWhole() {
    Monitor plain = plain(0, 0, 1920, 1080);
    Box larger = new Box(1536, 0, 1536, 864);
    Box sharp = new Box(-960, 0, 1280.5, 720.5);
    List<Cover> covers =
        covers(plain, new Monitor(larger, larger, 1.25), new Monitor(sharp, sharp, 2));
    assertThat(covers).hasSize(3);
    Cover third = covers.stream().filter(cover -> cover.area().x() < 0).findFirst().orElseThrow();
    assertThat(third.area().width()).isEqualTo(1280.5);
    assertThat(third.zoom()).isEqualTo(1);
    Cover first = covers.getFirst();
    assertThat(first.zoom()).isEqualTo(1.5);
  }

  @Test
  void aFractionOfAPixelIsCoveredAsAWhole() {
    Box odd = new Box(0.3, 0.3, 1093.4, 614.2);
    Box area = covers(new Monitor(odd, odd, 1.25)).getFirst().area();
    assertThat(area.x()).isLessThanOrEqualTo(odd.x());
    assertThat(area.y()).isLessThanOrEqualTo(odd.y());
    assertThat(area.right()).isGreaterThanOrEqualTo(odd.right());
    assertThat(area.bottom()).isGreaterThanOrEqualTo(odd.bottom());
    assertThat(area.right() * 1.25 % 1).isZero();
  }

  @Test
  void mirroredScreensGetOneViewAndVanishedOnesNone() {
    assertThat(covers(plain(0, 0, 1280, 800), plain(0, 0, 1280, 800), plain(0, 0, 0, 0)))
        .hasSize(1);
    assertThat(covers()).isEmpty();
  }

  /** A projector that shows part of the larger screen: its view must be whole. */
  @Test
  void theSmallerOfOverlappingScreensComesLastAndLiesOnTop() {
    assertThat(covers(plain(0, 0, 1024, 768), plain(0, 0, 1920, 1080)))
        .extracting(cover -> cover.area().width())
        .containsExactly(1920.0, 1024.0);
  }

  @Test
  void theContentStaysClearOfPanels() {
    Box bounds = new Box(0, 0, 1280, 800);
    Box usable = new Box(0, 30, 1280, 770);
    assertThat(covers(new Monitor(bounds, usable, 1)).getFirst().inside()).isEqualTo(usable);
  }

  @Test
  void usableAreasThatCannotBeTrueAreNotBelieved() {
    Box bounds = new Box(1280, 0, 1280, 800);
    assertThat(covers(new Monitor(bounds, new Box(0, 0, 0, 0), 1)).getFirst().inside())
        .isEqualTo(bounds);
    assertThat(covers(new Monitor(bounds, new Box(0, 0, 1280, 800), 1)).getFirst().inside())
        .isEqualTo(bounds);
  }

  @Test
  void aLargeScreenShowsItLargerAndASmallOneSmallEnough() {
    assertThat(covers(plain(0, 0, 1280, 800)).getFirst().zoom()).isEqualTo(1.25);
    assertThat(covers(plain(0, 0, 3840, 2160)).getFirst().zoom()).isEqualTo(2);
    Cover small = covers(plain(0, 0, 320, 240)).getFirst();
    assertThat(small.zoom()).isLessThan(1);
    assertThat(small.low()).isTrue();
  }

  @Test
  void theUsersScaleCountsAsFarAsThereIsRoom() {
    Monitor monitor = plain(0, 0, 1280, 800);
    assertThat(ScreenLayout.of(List.of(monitor), 0.8).covers().getFirst().zoom()).isEqualTo(1);
    double most = ScreenLayout.of(List.of(monitor), 2.5).covers().getFirst().zoom();
    assertThat(800 / most).isGreaterThanOrEqualTo(420);
  }

  @Test
  void anyScreensGiveContentThatFitsInside() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      double scale = 1 + random.nextInt(9) / 4.0;
      Box bounds =
          new Box(
              random.nextInt(8000) - 4000,
              random.nextInt(8000) - 4000,
              200 + random.nextInt(4000) / scale,
              200 + random.nextInt(4000) / scale);
      double wanted = 0.8 + random.nextInt(18) / 10.0;
      Cover cover =
          ScreenLayout.of(List.of(new Monitor(bounds, bounds, scale)), wanted).covers().getFirst();
      Box area = cover.area();
      assertThat(area.x()).isLessThanOrEqualTo(bounds.x() + TINY);
      assertThat(area.y()).isLessThanOrEqualTo(bounds.y() + TINY);
      assertThat(area.right()).isGreaterThanOrEqualTo(bounds.right() - TINY);
      assertThat(area.bottom()).isGreaterThanOrEqualTo(bounds.bottom() - TINY);
      assertThat(area.area()).isLessThan((bounds.width() + 2) * (bounds.height() + 2));
      assertThat(cover.zoom()).isBetween(0.5, 5.0);
      if (bounds.width() >= 340 && bounds.height() >= 420) {
        assertThat(cover.inside().width() / cover.zoom()).isGreaterThanOrEqualTo(339.9);
        assertThat(cover.inside().height() / cover.zoom()).isGreaterThanOrEqualTo(419.9);
      }
    }
  }
}
