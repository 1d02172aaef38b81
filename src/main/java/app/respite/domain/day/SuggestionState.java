package app.respite.domain.day;

import app.respite.domain.fatigue.Suggestion;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was made of what is known of the person.
 *
 * @param told the advice on a rest that the user was told of last today, in work after the rest
 *     before it, or null; kept, so that nothing is told twice
 * @param suggestion what is suggested now, or null
 * @param putAway the kinds put away or taken today
 */
public record SuggestionState(
    @Nullable Duration told, @Nullable Suggestion suggestion, Set<Suggestion.Kind> putAway) {
  /** Nothing is suggested. */
  public static final SuggestionState NONE = new SuggestionState(null, null, Set.of());

  public SuggestionState {
    putAway = Set.copyOf(putAway);
  }

  SuggestionState telling(@Nullable Duration after) {
    return new SuggestionState(after, suggestion, putAway);
  }

  SuggestionState suggesting(@Nullable Suggestion made) {
    return new SuggestionState(told, made, putAway);
  }

  SuggestionState puttingAway(Set<Suggestion.Kind> kinds) {
    return new SuggestionState(told, null, kinds);
  }
}
