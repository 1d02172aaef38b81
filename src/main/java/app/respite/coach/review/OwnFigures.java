package app.respite.coach.review;

import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.setting.Preferences;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card that needs figures of its own. They are worked out with the review and stand in {@code
 * review --json} under the card's name.
 *
 * @param <F> the figures: {@code review --json} has the record's components by their names, at full
 *     precision, so a component's name says its unit
 */
public interface OwnFigures<F extends Record> extends ReviewCard {
  /** The key in {@code review --json}; it must not change once it was released. */
  String name();

  /** The record that holds the figures. */
  Class<F> type();

  /**
   * Works the figures out.
   *
   * @param records the journal from its beginning; there may be more than the review's range
   * @param review the range, already reviewed
   * @return null where there is nothing to tell; {@code review --json} then has null
   */
  @Nullable F figures(Records records, Preferences preferences, Review review);

  /** The figures of a review; empty where there were none to tell. */
  default Optional<F> told(Review review) {
    return Optional.ofNullable(type().cast(review.cardFigures().get(name())));
  }
}
