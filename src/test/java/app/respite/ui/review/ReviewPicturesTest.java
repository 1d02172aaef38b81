package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.review.Review;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import app.respite.ui.theme.Look;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The review page of an empty, a three-sprint and a ten-week journal, as pictures. */
@Tag("long")
class ReviewPicturesTest {
  @ParameterizedTest
  @CsvSource({"880,620", "880,2700", "360,900", "360,4200", "1280,800"})
  void everyJournalFitsEveryShape(int width, int height) {
    for (Look look : Look.values()) {
      picture("review-empty", ReviewJournals.empty(), look, width, height, false);
      picture("review-three", ReviewJournals.firstMorning(), look, width, height, false);
      picture("review-ten-weeks", ReviewJournals.lastDay(), look, width, height, false);
    }
  }

  @ParameterizedTest
  @EnumSource(ReviewSpan.class)
  void severalDaysFitEveryShape(ReviewSpan span) {
    for (Look look : Look.values()) {
      for (int[] shape : new int[][] {{880, 620}, {360, 900}, {1280, 800}}) {
        WritableImage image =
            OnFx.call(
                () -> {
                  try (Shown shown = Shown.of(span, look, shape[0], shape[1])) {
                    return shown.picture();
                  }
                });
        String name = "review-" + span.word() + "-" + look.name();
        Pictures.write(name.toLowerCase(Locale.ROOT) + "-" + shape[0] + "x" + shape[1], image);
      }
    }
  }

  @Test
  void theSprintsBehindTheFiguresAreListed() {
    picture("review-sprints", ReviewJournals.lastDay(), Look.LIGHT, 880, 4400, true);
    picture("review-sprints", ReviewJournals.lastDay(), Look.DARK, 360, 6500, true);
  }

  @Test
  void whatFiguresAreMadeOfUnfoldsBelowThem() {
    for (Look look : Look.values()) {
      for (int width : new int[] {880, 360}) {
        WritableImage image =
            OnFx.call(
                () -> {
                  try (Shown shown =
                      Shown.of(
                          ReviewJournals.lastDay(),
                          ReviewJournals::explain,
                          look,
                          width,
                          width == 880 ? 4200 : 6500)) {
                    assertThat(shown.askAll()).hasSizeGreaterThan(8);
                    return shown.picture();
                  }
                });
        Pictures.write(
            "review-explained-" + look.name().toLowerCase(Locale.ROOT) + "-" + width, image);
      }
    }
  }

  @Test
  void aDayWithoutAPatternAndWithACard() {
    Review review = ReviewJournals.lastDayWithoutAPattern();
    picture("review-no-pattern", review, Look.LIGHT, 880, 2700, false);
    picture("review-no-pattern", review, Look.DARK, 360, 4200, false);
  }

  @ParameterizedTest
  @CsvSource({"880,1500", "360,1900"})
  void hoursToReport(int width, int height) {
    for (Look look : Look.values()) {
      picture("review-hours", ReviewJournals.hours(), look, width, height, false);
    }
  }

  private static void picture(
      String name, Review review, Look look, int width, int height, boolean open) {
    WritableImage image =
        OnFx.call(
            () -> {
              try (Shown shown = Shown.of(review, look, width, height)) {
                if (open) {
                  shown.openAll();
                }
                return shown.picture();
              }
            });
    assertThat(image.getWidth()).isEqualTo(width);
    Pictures.write(
        name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, image);
  }
}
