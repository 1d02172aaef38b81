package app.respite.domain.day.advice;

import app.respite.domain.day.Event;
import app.respite.domain.fatigue.Suggestion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coach told and suggested of itself.
 *
 * @param told the advice on a rest that the user was told of last today, in work after the rest
 *     before it, or null; kept, so that nothing is told twice
 * @param suggestion what is suggested now, or null
 * @param putAway the kinds put away or taken today
 * @param day the last day with work since something was told, or null while nothing was
 * @param heard what there was reason to tell on that day, and on the one before it so far
 */
public record AdviceState(
    @Nullable Duration told,
    @Nullable Suggestion suggestion,
    Set<Suggestion.Kind> putAway,
    @Nullable LocalDate day,
    List<Heard> heard) {
  /** Nothing was told, nothing is suggested. */
  public static final AdviceState NONE = new AdviceState(null, null, Set.of(), null, List.of());

  public AdviceState {
    putAway = Set.copyOf(putAway);
    heard = List.copyOf(heard);
  }

  /**
   * Something that was told, and need not be told again as long as it stays the same.
   *
   * @param length the length or time it is about, or null
   * @param task the task it is about, or null
   * @param day the last day on which there was reason to tell it
   */
  public record Heard(
      Event.Advice.Kind kind, @Nullable Duration length, @Nullable UUID task, LocalDate day) {
    /** Lengths that differ by less say the same. */
    private static final Duration ALIKE = Duration.ofMinutes(10);

    private boolean isLike(Heard other) {
      return kind == other.kind
          && Objects.equals(task, other.task)
          && ((length == null || other.length == null)
              ? Objects.equals(length, other.length)
              : length.minus(other.length).abs().compareTo(ALIKE) < 0);
    }
  }

  AdviceState telling(@Nullable Duration after) {
    return new AdviceState(after, suggestion, putAway, day, heard);
  }

  AdviceState suggesting(@Nullable Suggestion made) {
    return new AdviceState(told, made, putAway, day, heard);
  }

  AdviceState puttingAway(Set<Suggestion.Kind> kinds) {
    return new AdviceState(told, null, kinds, day, heard);
  }

  /**
   * On a day with work. What there was no reason to tell on the last such day may be told again:
   * something has changed since.
   */
  AdviceState workingOn(LocalDate today) {
    if (heard.isEmpty() || today.equals(day)) {
      return this;
    }
    List<Heard> last = heard.stream().filter(one -> one.day().equals(day)).toList();
    return new AdviceState(told, suggestion, putAway, today, last);
  }

  /** Whether the person knows this already. */
  boolean knows(Heard one) {
    return heard.stream().anyMatch(one::isLike);
  }

  /** There is reason to tell this, whether it is told or known. */
  AdviceState hearing(Heard one) {
    List<Heard> all = new ArrayList<>(forgetting(one).heard);
    all.add(one);
    return new AdviceState(told, suggestion, putAway, one.day(), all);
  }

  /** It may be told again. */
  AdviceState forgetting(Heard one) {
    return new AdviceState(
        told,
        suggestion,
        putAway,
        day,
        heard.stream().filter(other -> !one.isLike(other)).toList());
  }
}
