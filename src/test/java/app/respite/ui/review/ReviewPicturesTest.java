package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.fatigue.Tier;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Review;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import app.respite.ui.theme.Look;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The review page of an empty, a three-sprint and a ten-week journal, as pictures. */
class ReviewPicturesTest {
  @ParameterizedTest
  @CsvSource({"880,620", "880,2700", "360,900", "360,4200", "1280,800"})
  void everyJournalFitsEveryShape(int width, int height) {
    for (Look look : Look.values()) {
      picture(
          "review-empty",
          new Diary(Diary.BERLIN).review(ReviewJournals.LAST, ReviewJournals.LAST),
          look,
          width,
          height,
          false);
      picture("review-three", three(), look, width, height, false);
      picture("review-ten-weeks", tenWeeks(), look, width, height, false);
    }
  }

  @Test
  void theSprintsBehindTheFiguresAreListed() {
    picture("review-sprints", tenWeeks(), Look.LIGHT, 880, 4400, true);
    picture("review-sprints", tenWeeks(), Look.DARK, 360, 6500, true);
  }

  @Test
  void aDayWithoutAPatternAndWithACard() {
    Review plain = ReviewJournals.tenWeeks().review(ReviewJournals.LAST, ReviewJournals.LAST);
    Review review =
        ReviewJournals.with(
            plain,
            ReviewJournals.fatigue(plain, Tier.KNOWN, 64, false),
            ReviewJournals.load(),
            ReviewJournals.card());
    picture("review-no-pattern", review, Look.LIGHT, 880, 2700, false);
    picture("review-no-pattern", review, Look.DARK, 360, 4200, false);
    picture("review-plain", plain, Look.LIGHT, 880, 2700, false);
  }

  static Review three() {
    Review plain = ReviewJournals.threeSprints().review(ReviewJournals.LAST, ReviewJournals.LAST);
    return ReviewJournals.with(
        plain,
        ReviewJournals.fatigue(plain, Tier.UNKNOWN, 2, true),
        ReviewJournals.firstLoad(),
        null);
  }

  static Review tenWeeks() {
    Review plain = ReviewJournals.tenWeeks().review(ReviewJournals.LAST, ReviewJournals.LAST);
    return ReviewJournals.with(
        plain,
        ReviewJournals.fatigue(plain, Tier.KNOWN, 283, true),
        ReviewJournals.load(),
        ReviewJournals.quiet());
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
