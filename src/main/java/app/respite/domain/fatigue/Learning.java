package app.respite.domain.fatigue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * From the days of history to what is believed of the person: the last 300 rated sprints of the
 * last 120 days count, half where the day's main work was other than the newest day's
 * (docs/models.md).
 */
public final class Learning {
  /** Older ratings say too little of today. */
  public static final Duration REACH = Duration.ofDays(120);

  private static final int MOST = 300;
  private static final double OTHER_WORK = .5;

  private final Estimator estimator = new Estimator();

  /** One that has seen nothing; it remembers what it worked out, see {@link Estimator#learn}. */
  public Learning() {}

  /** The belief at a moment, from days in order of time; what lies after it is passed over. */
  public Belief belief(List<CourseDay> days, Instant asOf) {
    List<CourseDay> known = days.stream().filter(day -> !day.start().isAfter(asOf)).toList();
    List<RatedDay> rated = new ArrayList<>();
    Instant last = null;
    int sprints = 0;
    for (CourseDay day : known.reversed()) {
      if (sprints >= MOST || day.end().isBefore(asOf.minus(REACH))) {
        break;
      }
      if (day.tells()) {
        boolean same = Objects.equals(day.mainWork(), known.getLast().mainWork());
        rated.addFirst(new RatedDay(day.steps(), same ? 1 : OTHER_WORK));
        last = last == null ? day.lastRating() : last;
        sprints += day.sprints();
      }
    }
    return estimator.learn(rated, last).ofSprints(sprints);
  }
}
