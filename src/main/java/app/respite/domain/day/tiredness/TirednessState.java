package app.respite.domain.day.tiredness;

import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.RestAdvice;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the coach has learnt of the person, and when a rest fits. Never kept, for it follows from
 * history.
 *
 * @param knowledge null until it was worked out
 * @param advised when a rest fits in the running stretch of work; null without knowledge
 */
public record TirednessState(@Nullable Knowledge knowledge, @Nullable Advised advised) {
  /** Nothing is known. */
  public static final TirednessState UNKNOWN = new TirednessState(null, null);

  /** What was learnt alone, after history turned out to be another. */
  public static TirednessState knowing(@Nullable Knowledge knowledge) {
    return new TirednessState(knowledge, null);
  }

  /**
   * Advice, and what it was worked out for; it holds as long as that is so.
   *
   * @param rested the end of the rest before it
   */
  public record Advised(
      Instant rested, int threshold, Duration earliest, Duration latest, RestAdvice advice) {}
}
