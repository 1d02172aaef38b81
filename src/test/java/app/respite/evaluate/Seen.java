package app.respite.evaluate;

import app.respite.evaluate.WorkingDay.Leg;
import java.util.ArrayList;
import java.util.List;

/** What a log shows of a day, in order: all that a learner gets. */
sealed interface Seen {
  /** Work, in minutes. */
  record Worked(double minutes) implements Seen {}

  /** Rest, in minutes. */
  record Rested(double minutes) implements Seen {}

  /** An answer to "how tired?", 0 to 10. */
  record Rated(int rating) implements Seen {}

  /** "I'm tired now" was pressed while the person worked on. */
  record Pressed() implements Seen {}

  /** A prompt to rest was put off. */
  record PutOff() implements Seen {}

  /**
   * A day of it.
   *
   * @param number days with greater numbers are later
   */
  record Day(int number, List<Seen> steps) {
    public Day {
      steps = List.copyOf(steps);
    }

    /** How many ratings it holds. */
    int ratings() {
      return (int) steps.stream().filter(Rated.class::isInstance).count();
    }
  }

  /** What shows of a day. */
  static Day of(WorkingDay day) {
    List<Seen> steps = new ArrayList<>();
    for (Leg leg : day.legs()) {
      switch (leg) {
        case WorkingDay.Sprint sprint -> {
          if (sprint.before() != null) {
            steps.add(new Rated(sprint.before()));
          }
          steps.add(new Worked(sprint.minutes()));
          if (sprint.after() != null) {
            steps.add(new Rated(sprint.after()));
          } else if (sprint.pressed() != null) {
            steps.add(sprint.pressed() ? new Pressed() : new PutOff());
          }
        }
        case WorkingDay.Rest rest -> {
          if (rest.logged() > 0) {
            steps.add(new Rested(rest.logged()));
          }
        }
      }
    }
    return new Day(day.number(), steps);
  }

  /** What shows of days. */
  static List<Day> of(List<WorkingDay> days) {
    return days.stream().map(Seen::of).toList();
  }
}
