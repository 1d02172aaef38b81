package app.respite.coach.review;

import app.respite.domain.review.Review;
import java.util.Optional;

/**
 * A card that tells figures of its own and nothing else, by page and terminal alike.
 *
 * @param <F> the figures, see {@link OwnFigures}
 */
public interface FiguresCard<F extends Record> extends OwnFigures<F> {
  /** What is told of them; figures are rounded here, and only here. */
  CardContent content(F figures);

  @Override
  default Optional<CardContent> page(Review review) {
    return told(review).map(this::content);
  }
}
