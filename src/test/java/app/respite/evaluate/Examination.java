package app.respite.evaluate;

import app.respite.evaluate.Seen.Rated;
import app.respite.evaluate.Seen.Rested;
import app.respite.evaluate.Seen.Worked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What one learner makes of one simulated person after so many rated sprints.
 *
 * @param truth the person
 * @param known what was learnt
 * @param advice minutes, for each of {@link #CONTEXTS}
 * @param oracle the same by somebody who knows the truth
 * @param foretold next-rating errors: model, user's own mean, last rating, prior only; squared
 * @param foretoldOf how many ratings those are sums over
 * @param days a day by the advice, and days by the fixed lengths of {@link #FIXED}, against the
 *     oracle's
 */
record Examination(
    Truth truth,
    Learner.Known known,
    double[] advice,
    double[] oracle,
    double[] foretold,
    int foretoldOf,
    Regret[] days) {
  /** Days so far after which advice is asked. */
  static final List<List<Seen>> CONTEXTS =
      List.of(
          List.of(),
          List.of(new Worked(75), new Rested(10)),
          List.of(new Worked(75), new Rested(10), new Worked(75), new Rested(10)),
          List.of(
              new Worked(60),
              new Rested(5),
              new Worked(60),
              new Rested(5),
              new Worked(60),
              new Rested(35)));

  /** Reminders without a mind, in minutes. */
  static final double[] FIXED = {60, 75, 90};

  private static final double DAY = 480;
  private static final double REST = 10;

  /**
   * A day of eight hours against the oracle's.
   *
   * @param excess points of tiredness above the threshold times minutes at work
   * @param rest break minutes
   */
  record Regret(double excess, double rest) {
    Regret minus(Regret other) {
      return new Regret(excess - other.excess, rest - other.rest);
    }
  }

  /** How much of it is wanted; the rest takes time. */
  enum Depth {
    ADVICE,
    ALL
  }

  static Examination of(Row row, int rated, long seed, Learner learner, Rule rule, Depth depth) {
    SplittableRandom random = new SplittableRandom(seed);
    Truth truth = row.person(random);
    Annotator person = new Annotator(truth, row.habits(), random.nextLong());
    List<Seen.Day> days = Seen.of(person.daysWith(rated));
    if (row.spoil() == Row.Spoil.SHUFFLED) {
      days = shuffled(days, random.nextLong());
    }
    Learner.Known known = learner.learn(days);
    double[] advice = new double[CONTEXTS.size()];
    double[] oracle = new double[CONTEXTS.size()];
    for (int i = 0; i < advice.length; i++) {
      advice[i] = known.advise(CONTEXTS.get(i), rule);
      oracle[i] = rule.oracle(truth, CONTEXTS.get(i));
    }
    double[] errors = new double[4];
    int count = 0;
    Regret[] regrets = {};
    if (depth == Depth.ALL) {
      count = foretell(days, Seen.of(person.day()), learner, errors);
      regrets = regrets(truth, known, rule);
    }
    return new Examination(truth, known, advice, oracle, errors, count, regrets);
  }

  /** The same advised by another rule. */
  Examination by(Rule rule) {
    double[] other = CONTEXTS.stream().mapToDouble(today -> known.advise(today, rule)).toArray();
    return new Examination(truth, known, other, oracle, foretold, foretoldOf, days);
  }

  private static List<Seen.Day> shuffled(List<Seen.Day> days, long seed) {
    List<Rated> all = new ArrayList<>();
    for (Seen.Day day : days) {
      day.steps().stream().filter(Rated.class::isInstance).map(Rated.class::cast).forEach(all::add);
    }
    Collections.shuffle(all, new Random(seed));
    List<Seen.Day> dealt = new ArrayList<>();
    int next = 0;
    for (Seen.Day day : days) {
      List<Seen> steps = new ArrayList<>();
      for (Seen step : day.steps()) {
        steps.add(step instanceof Rated ? all.get(next++) : step);
      }
      dealt.add(new Seen.Day(day.number(), steps));
    }
    return dealt;
  }

  /** Each rating of the next day from all that was before it. */
  private static int foretell(
      List<Seen.Day> days, Seen.Day next, Learner learner, double[] errors) {
    double sum = 0;
    int count = 0;
    double last = Double.NaN;
    for (Seen.Day day : days) {
      for (Seen step : day.steps()) {
        if (step instanceof Rated rated) {
          sum += rated.rating();
          last = rated.rating();
          count++;
        }
      }
    }
    if (count == 0) {
      return 0;
    }
    Learner.Known nothing = learner.learn(List.of());
    int asked = 0;
    List<Seen> since = new ArrayList<>();
    List<Seen> today = new ArrayList<>();
    for (Seen step : next.steps()) {
      if (step instanceof Rated rated) {
        List<Seen.Day> known = new ArrayList<>(days);
        known.add(new Seen.Day(next.number(), today));
        double model = learner.learn(known).foretell(since);
        List<Seen> worked = today.stream().filter(one -> !(one instanceof Rated)).toList();
        List<Seen> whole = new ArrayList<>(worked);
        whole.addAll(since);
        double[] told = {model, sum / count, last, nothing.foretell(whole)};
        for (int i = 0; i < told.length; i++) {
          errors[i] += (told[i] - rated.rating()) * (told[i] - rated.rating());
        }
        sum += rated.rating();
        last = rated.rating();
        count++;
        asked++;
        today.addAll(since);
        today.add(step);
        since.clear();
      } else {
        since.add(step);
      }
    }
    return asked;
  }

  private static Regret[] regrets(Truth truth, Learner.Known known, Rule rule) {
    Regret best = live(truth, rule, today -> rule.oracle(truth, today));
    Regret[] all = new Regret[1 + FIXED.length];
    all[0] = live(truth, rule, today -> known.advise(today, rule)).minus(best);
    for (int i = 0; i < FIXED.length; i++) {
      double fixed = FIXED[i];
      all[1 + i] = live(truth, rule, today -> fixed).minus(best);
    }
    return all;
  }

  private interface Adviser {
    double minutes(List<Seen> today);
  }

  /** Eight hours of working as long as advised and resting ten minutes. */
  private static Regret live(Truth truth, Rule rule, Adviser adviser) {
    List<Seen> today = new ArrayList<>();
    double tired = 0;
    double hours = 0;
    double at = 0;
    double excess = 0;
    double rest = 0;
    while (at < DAY) {
      double work = Math.min(adviser.minutes(today), DAY - at);
      for (double t = 0; t < work; t++) {
        double now = truth.rating(truth.worked(tired, t), hours + t / 60, 0);
        excess += Math.max(0, now - rule.threshold());
      }
      tired = truth.worked(tired, work);
      hours += work / 60;
      at += work;
      today.add(new Worked(work));
      if (at < DAY) {
        double pause = Math.min(REST, DAY - at);
        tired = truth.rested(tired, pause);
        at += pause;
        rest += pause;
        today.add(new Rested(pause));
      }
    }
    return new Regret(excess, rest);
  }
}
