package app.respite.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * How a simulated person works and answers: what makes real logs worse than formulas.
 *
 * @param sprints mean number of sprints a day
 * @param skipped share of ratings not given when fresh
 * @param skippedTired what is added to that between fresh and worn out
 * @param before share of sprints with a rating before them
 * @param lazy the only rating ever given; null for an honest rater
 * @param hidden share of sprints with a break in them that nobody logged
 * @param badClock share of rests whose length the log has wrong
 * @param hints share of sprints at whose end a prompt is answered: put off, or "I'm tired now"
 * @param easing factors on the build-up, one for each task worked on
 */
record Habits(
    double sprints,
    double skipped,
    double skippedTired,
    double before,
    @Nullable Integer lazy,
    double hidden,
    double badClock,
    double hints,
    double[] easing) {
  /** Rates every sprint, honestly, on one task, and logs everything. */
  static final Habits CLEAN = new Habits(6, 0, 0, 0.25, null, 0, 0, 0, new double[] {1});

  /**
   * Leaves ratings out.
   *
   * @param fresh the share when fresh
   * @param more what is added to it between fresh and worn out
   */
  Habits skipping(double fresh, double more) {
    return new Habits(sprints, fresh, more, before, lazy, hidden, badClock, hints, easing);
  }

  Habits lazy(int always) {
    return new Habits(
        sprints, skipped, skippedTired, before, always, hidden, badClock, hints, easing);
  }

  Habits hiding(double share) {
    return new Habits(sprints, skipped, skippedTired, before, lazy, share, badClock, hints, easing);
  }

  Habits withBadClock(double share) {
    return new Habits(sprints, skipped, skippedTired, before, lazy, hidden, share, hints, easing);
  }

  Habits mixing(double... factors) {
    return new Habits(
        sprints, skipped, skippedTired, before, lazy, hidden, badClock, hints, factors);
  }

  Habits asking(double share) {
    return new Habits(sprints, skipped, skippedTired, share, lazy, hidden, badClock, hints, easing);
  }

  Habits sprinting(double mean) {
    return new Habits(mean, skipped, skippedTired, before, lazy, hidden, badClock, hints, easing);
  }

  Habits hinting(double share) {
    return new Habits(
        sprints, skipped, skippedTired, before, lazy, hidden, badClock, share, easing);
  }
}
