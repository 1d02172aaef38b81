package app.respite.domain.review;

import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.CourseDay;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How tired a person may have been in the course of a day, by what is believed of them. */
final class TirednessCurve {
  private static final Duration GRAIN = Duration.ofMinutes(5);

  private TirednessCurve() {}

  /** A point at each end of a step and every five minutes within. */
  static List<FatigueFigures.Point> of(CourseDay day, Belief belief) {
    List<FatigueFigures.Point> points = new ArrayList<>();
    RestAdvisor standing = RestAdvisor.after(List.of(), belief);
    points.add(new FatigueFigures.Point(day.start(), standing.rating()));
    for (CourseDay.Part part : day.parts()) {
      double whole = part.end().equals(part.start()) ? 0 : length(part.step());
      Duration length = Duration.between(part.start(), part.end());
      long pieces = length.isZero() ? 0 : Math.ceilDiv(length.toSeconds(), GRAIN.toSeconds());
      for (long i = 1; i <= pieces; i++) {
        standing = standing.then(piece(part.step(), whole / pieces));
        Instant at = part.start().plus(length.multipliedBy(i).dividedBy(pieces));
        points.add(new FatigueFigures.Point(at, standing.rating()));
      }
    }
    return points;
  }

  private static double length(Step step) {
    return switch (step) {
      case Step.Work(double minutes) -> minutes;
      case Step.Rest(double minutes) -> minutes;
      case Step.Rated rated -> 0;
      case Step.Said said -> 0;
    };
  }

  private static Step piece(Step step, double minutes) {
    return step instanceof Step.Work ? new Step.Work(minutes) : new Step.Rest(minutes);
  }
}
