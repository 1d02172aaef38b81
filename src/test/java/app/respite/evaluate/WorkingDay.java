package app.respite.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of a simulated person, as it really was and as it looks in a log.
 *
 * @param number counted from 0
 * @param dayEffect what the day added to every rating, in points
 */
record WorkingDay(int number, double dayEffect, List<Leg> legs) {
  /** A stretch of it. Minutes. */
  sealed interface Leg {
    /** How long it was by the wall. */
    double minutes();
  }

  /**
   * A sprint.
   *
   * @param hidden the part of it that really was rest, before its last third
   * @param task which of the person's tasks
   * @param items what got done
   * @param before the rating given before it, or null
   * @param after the rating given after it, or null
   * @param pressed whether a prompt at its end was met by "I'm tired now" rather than put off; null
   *     for no prompt
   * @param effort the effort told after it, or null
   * @param tired the true fatigue at its end, 0 to 1
   */
  record Sprint(
      double minutes,
      double hidden,
      int task,
      int items,
      @Nullable Integer before,
      @Nullable Integer after,
      @Nullable Boolean pressed,
      @Nullable Integer effort,
      double tired)
      implements Leg {}

  /**
   * A rest between sprints.
   *
   * @param logged how long the log says it was
   */
  record Rest(double minutes, double logged) implements Leg {}

  WorkingDay {
    legs = List.copyOf(legs);
  }

  /** How many of its sprints were rated at their end. */
  int rated() {
    return (int) legs.stream().filter(leg -> leg instanceof Sprint s && s.after() != null).count();
  }

  /** Its sprints alone. */
  List<Sprint> sprints() {
    return legs.stream().filter(Sprint.class::isInstance).map(Sprint.class::cast).toList();
  }
}
