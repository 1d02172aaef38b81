package app.respite.evaluate;

import java.util.List;

/** Something that learns one person by what their log shows, to be examined. */
interface Learner {
  /** What it has learnt of days; the last of them may still go on. */
  Known learn(List<Seen.Day> days);

  /** A value with its 80 % interval. */
  record Interval(double low, double mid, double high) {
    boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  /** What is known of a person. */
  interface Known {
    /** Build-up, a minute. */
    Interval lambda();

    /** Recovery, a minute. */
    Interval mu();

    /** Whether it claims to have found a pattern at all. */
    boolean pattern();

    /** When to rest, in minutes of work from the end of a day so far, without ratings in it. */
    double advise(List<Seen> today, Rule rule);

    /** The rating to be expected at the end of the last day it learnt from plus some steps. */
    double foretell(List<Seen> steps);
  }
}
