package app.respite.evaluate;

import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.CourseDay;
import app.respite.domain.fatigue.Learning;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The coach's own way from days to a belief and from a belief to advice, as the program has it. */
final class Coach implements Learner {
  private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

  /** What the person would like to rest at, as far as presses go. */
  private static final double THRESHOLD = Rule.STANDARD.threshold();

  /** One for each worker: it remembers days, but is not meant for several threads. */
  private final ThreadLocal<Learning> learning = ThreadLocal.withInitial(Learning::new);

  @Override
  public Known learn(List<Seen.Day> days) {
    List<CourseDay> course = new ArrayList<>();
    Instant now = FIRST;
    for (Seen.Day day : days) {
      List<CourseDay.Part> parts = new ArrayList<>();
      now = FIRST.plus(Duration.ofDays(day.number()));
      int sprints = 0;
      boolean worked = false;
      for (Seen seen : day.steps()) {
        for (Step step : steps(List.of(seen))) {
          Instant end = now.plusMillis(Math.round(minutes(step) * 60_000));
          parts.add(new CourseDay.Part(now, end, step));
          now = end;
          sprints += step instanceof Step.Rated && worked ? 1 : 0;
          worked = step instanceof Step.Work;
        }
      }
      if (!parts.isEmpty()) {
        course.add(new CourseDay(parts, sprints, null));
      }
    }
    Belief belief = learning.get().belief(course, now);
    boolean ratedToday = !days.isEmpty() && days.getLast().ratings() > 0;
    List<Step> today = days.isEmpty() ? List.of() : steps(days.getLast().steps());
    return new Believed(belief, ratedToday ? belief : belief.onNewDay(), today);
  }

  private static double minutes(Step step) {
    return switch (step) {
      case Step.Work(double minutes) -> minutes;
      case Step.Rest(double minutes) -> minutes;
      case Step.Rated _, Step.Said _ -> 0;
    };
  }

  private static List<Step> steps(List<Seen> seen) {
    List<Step> steps = new ArrayList<>();
    for (Seen one : seen) {
      switch (one) {
        case Seen.Worked worked -> steps.add(new Step.Work(worked.minutes()));
        case Seen.Rested rested -> steps.add(new Step.Rest(rested.minutes()));
        case Seen.Rated rated -> steps.add(new Step.Rated(rated.rating()));
        case Seen.Pressed _ -> steps.add(new Step.Said(true, THRESHOLD));
        case Seen.PutOff _ -> steps.add(new Step.Said(false, THRESHOLD));
      }
    }
    return steps;
  }

  /** A belief and the day it stands in. */
  record Believed(Belief belief, Belief onThatDay, List<Step> today) implements Known {
    @Override
    public Interval lambda() {
      return rate(belief.buildUp());
    }

    @Override
    public Interval mu() {
      return rate(belief.recovery());
    }

    /** A long half-life is a slow rate. */
    private static Interval rate(Range halfLife) {
      return new Interval(
          Math.log(2) / halfLife.high(),
          Math.log(2) / halfLife.mid(),
          Math.log(2) / halfLife.low());
    }

    @Override
    public boolean pattern() {
      return belief.pattern();
    }

    @Override
    public double advise(List<Seen> today, Rule rule) {
      return RestAdvisor.after(steps(today), belief.onNewDay())
          .advise(rule.threshold(), 0, rule.low(), rule.high())
          .after()
          .toMinutes();
    }

    @Override
    public double foretell(List<Seen> steps) {
      RestAdvisor now = RestAdvisor.after(today, onThatDay);
      for (Step step : steps(steps)) {
        now = now.then(step);
      }
      return now.rating().mid();
    }
  }
}
