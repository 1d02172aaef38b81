package app.respite.domain.day.advice;

import app.respite.domain.fatigue.Suggestion;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coach told and suggested of itself.
 *
 * @param told the advice on a rest that the user was told of last today, in work after the rest
 *     before it, or null; kept, so that nothing is told twice
 * @param suggestion what is suggested now, or null
 * @param putAway the kinds put away or taken today
 */
public record AdviceState(
    @Nullable Duration told, @Nullable Suggestion suggestion, Set<Suggestion.Kind> putAway) {
  /** Nothing was told, nothing is suggested. */
  public static final AdviceState NONE = new AdviceState(null, null, Set.of());

  public AdviceState {
    putAway = Set.copyOf(putAway);
  }

  AdviceState telling(@Nullable Duration after) {
    return new AdviceState(after, suggestion, putAway);
  }

  AdviceState suggesting(@Nullable Suggestion made) {
    return new AdviceState(told, made, putAway);
  }

  AdviceState puttingAway(Set<Suggestion.Kind> kinds) {
    return new AdviceState(told, null, kinds);
  }
}
