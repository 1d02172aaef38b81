package app.respite.coach.review;

import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.setting.Preferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cards of a review. Page, terminal and {@code review --json} go by this list. */
public final class ReviewCards {
  /** All, in the order of the page. A new card gets its line here. */
  public static final List<ReviewCard> ALL =
      List.of(
          new GlanceCard(),
          new DayCard(),
          new PaceCard(),
          new RestCard(),
          new PayCard(),
          new HoursCard(),
          new TirednessCard(),
          new WeeksCard());

  private ReviewCards() {}

  /** The same in the order of a terminal, which tells what work brought in before the rest. */
  public static List<ReviewCard> inTerminal() {
    return Stream.concat(Stream.of(new DayCard(), new PaceCard(), new PayCard()), ALL.stream())
        .distinct()
        .toList();
  }

  /**
   * Adds the figures that cards have of their own.
   *
   * @param records those the review was made of
   */
  public static Review complete(Records records, Preferences preferences, Review review) {
    return complete(ALL, records, preferences, review);
  }

  static Review complete(
      List<ReviewCard> cards, Records records, Preferences preferences, Review review) {
    Map<String, @Nullable Record> figures = new LinkedHashMap<>();
    for (ReviewCard card : cards) {
      if (card instanceof OwnFigures<?> own) {
        figures.put(own.name(), own.figures(records, preferences, review));
      }
    }
    return review.withCardFigures(figures);
  }
}
