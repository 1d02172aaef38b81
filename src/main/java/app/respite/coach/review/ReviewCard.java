package app.respite.coach.review;

import app.respite.domain.review.Review;
import java.util.List;
import java.util.Optional;

/**
 * One subject of a review, such as pace or rest: what is told of it, as data that each face draws
 * in its own way. A card that stands in {@link ReviewCards#ALL} is told everywhere.
 *
 * <p>This is for what the review knows already; figures that nothing else needs are those of a
 * {@link FiguresCard}. Cards keep nothing and may be asked from any thread.
 */
public interface ReviewCard {
  /** What the page tells; empty where there is nothing to tell, or another card tells it. */
  Optional<CardContent> page(Review review);

  /** What a terminal tells, in sections; the same as the page unless said otherwise. */
  default List<CardContent> text(Review review) {
    return page(review).stream().toList();
  }
}
