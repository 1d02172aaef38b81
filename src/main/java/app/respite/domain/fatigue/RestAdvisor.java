package app.respite.domain.fatigue;

import app.respite.domain.fatigue.Belief.Guess;
import app.respite.domain.statistics.Normal;
import java.time.Duration;
import java.util.List;

/**
 * Where a person stands on a day, and when a rest fits (docs/models.md). Holds each guess's
 * tiredness at a moment of the day; time runs on from there.
 */
public final class RestAdvisor {
  /** Beyond this much work since the last rest nothing is foretold. */
  public static final double FAR = 180;

  private static final double SOONEST = 25;
  private static final double SURE = .8;
  private static final double LIKELY = .5;
  private static final double RESTED = .2;
  private static final double SHORTEST_REST = 5;
  private static final double LONGEST_REST = 20;

  private final Belief belief;
  private final double[] tired;
  private final double hours;

  private RestAdvisor(Belief belief, double[] tired, double hours) {
    this.belief = belief;
    this.tired = tired;
    this.hours = hours;
  }

  /**
   * Where a person stands after the steps of a day; ratings among them are passed over, for the
   * belief knows them.
   *
   * @param belief of this day: see {@link Belief#onNewDay}
   */
  public static RestAdvisor after(List<Step> today, Belief belief) {
    RestAdvisor fresh = new RestAdvisor(belief, new double[belief.guesses().size()], 0);
    RestAdvisor now = fresh;
    for (Step step : today) {
      now = now.then(step);
    }
    return now;
  }

  /** The same after one more step. */
  public RestAdvisor then(Step step) {
    return switch (step) {
      case Step.Work(double minutes) -> {
        double[] next = tired.clone();
        for (int i = 0; i < next.length; i++) {
          next[i] = Fatigue.afterWork(next[i], minutes, traits(i).buildUp());
        }
        yield new RestAdvisor(belief, next, hours + minutes / 60);
      }
      case Step.Rest(double minutes) -> {
        double[] next = tired.clone();
        for (int i = 0; i < next.length; i++) {
          next[i] = Fatigue.afterRest(next[i], minutes, traits(i).recovery());
        }
        yield new RestAdvisor(belief, next, hours);
      }
      case Step.Rated rated -> this;
      case Step.Said said -> this;
    };
  }

  private Traits traits(int i) {
    return belief.guesses().get(i).traits();
  }

  /** The rating to be expected now, with its range. */
  public Range rating() {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < tired.length; i++) {
      Guess guess = belief.guesses().get(i);
      double m = reach(i, 0);
      double expected = expected(guess, m);
      mean += guess.weight() * expected;
      square +=
          guess.weight() * (expected * expected + freshVariance(guess, m) + guess.dayVariance());
    }
    double reach = Normal.UPPER_TENTH * Math.sqrt(Math.max(0, square - mean * mean));
    return new Range(scale(mean - reach), scale(mean), scale(mean + reach));
  }

  private static double scale(double rating) {
    return Math.clamp(rating, 0, Fatigue.TOP);
  }

  /**
   * The probability that the rating to be expected after so much more work is at or above a
   * threshold. How good the day is counts as far as its ratings tell; what they leave open does not
   * widen it, for the question is where the person's usual course stands.
   */
  public double reaches(double threshold, double minutes) {
    return reaches(threshold, minutes, 0);
  }

  /** The same with a share of what is left open of the day, 0 to 1. */
  private double reaches(double threshold, double minutes, double ofDay) {
    double sum = 0;
    for (int i = 0; i < tired.length; i++) {
      Guess guess = belief.guesses().get(i);
      double m = reach(i, minutes);
      double deviation = Math.sqrt(freshVariance(guess, m) + ofDay * guess.dayVariance());
      double above = expected(guess, m) - threshold;
      sum +=
          guess.weight() * (deviation > 0 ? Normal.below(above / deviation) : above >= 0 ? 1 : 0);
    }
    return sum;
  }

  private double reach(int i, double minutes) {
    double f = minutes == 0 ? tired[i] : Fatigue.afterWork(tired[i], minutes, traits(i).buildUp());
    return Math.min(1, f + Fatigue.drift(hours + minutes / 60, traits(i).drift()));
  }

  private static double expected(Guess guess, double m) {
    return Fatigue.rating(m, 0, guess.traits().fresh()) + guess.dayShift();
  }

  private static double freshVariance(Guess guess, double m) {
    double slope = 1 - m - guess.daySlope();
    return slope * slope * guess.freshVariance();
  }

  /**
   * The first whole minute of work since the last rest at which the threshold is reached with a
   * probability; at most {@link #FAR}.
   *
   * @param ofDay the share of what is left open of the day that counts, 0 to 1
   */
  private double first(double threshold, double probability, double worked, double ofDay) {
    double by = FAR;
    double before = Math.ceil(worked) - 1;
    while (by - before > 1) {
      double middle = Math.floor((before + by) / 2);
      if (reaches(threshold, Math.max(0, middle - worked), ofDay) >= probability) {
        by = middle;
      } else {
        before = middle;
      }
    }
    return by;
  }

  /**
   * When a rest fits: the first whole minute of work since the last one at which the threshold is
   * as likely reached as not, inside the window; before it, from 25 minutes on, only where it is
   * reached before the window opens with a probability of .8. The window's end where it never is;
   * its start while fewer than three sprints are rated, or there is no pattern.
   *
   * <p>An early rest could wait for the minute at which the probability is .8. That asks for the
   * same certainty twice: in simulation the mean error is up to a minute smaller this way, and as
   * few early prompts are needless (bench/evaluation.html).
   *
   * @param worked minutes of work since the last rest
   * @param earliest start of the window, in such minutes
   * @param latest its end
   */
  public RestAdvice advise(double threshold, double worked, double earliest, double latest) {
    double opens = Math.min(earliest, latest);
    Range usual =
        new Range(
            first(threshold, .1, worked, 1),
            first(threshold, LIKELY, worked, 0),
            first(threshold, .9, worked, 1));
    double after = opens;
    boolean early = false;
    if (belief.tier().atLeast(Tier.LEARNING) && belief.pattern()) {
      early = Math.max(SOONEST, first(threshold, SURE, worked, 0)) < opens;
      double least = early ? SOONEST : opens;
      after = Math.clamp(usual.mid(), least, Math.max(least, latest));
    }
    return new RestAdvice(
        Duration.ofMinutes((long) after),
        Duration.ofMinutes(Math.round(length(Math.max(0, after - worked)))),
        early,
        usual,
        threshold,
        belief.tier(),
        belief.ratings(),
        belief.pattern());
  }

  /** Minutes of rest after so much more work that bring F down to 0.2, 5 to 20. */
  public double length(double minutes) {
    double sum = 0;
    for (int i = 0; i < tired.length; i++) {
      double f = Fatigue.afterWork(tired[i], minutes, traits(i).buildUp());
      sum +=
          belief.guesses().get(i).weight()
              * Math.clamp(
                  Fatigue.restUntil(RESTED, f, traits(i).recovery()), SHORTEST_REST, LONGEST_REST);
    }
    return sum;
  }
}
