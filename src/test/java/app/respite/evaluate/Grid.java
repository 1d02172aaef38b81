package app.respite.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * A second estimator, written apart from the coach's: the same grid posterior with its choices as
 * parameters, to find out which of them matter. It backs no claim about the coach itself.
 */
final class Grid implements Learner {
  /**
   * The choices.
   *
   * @param lambdas cells for the build-up, and so on for recovery and fresh rating
   * @param thetas the drifts that are possible
   * @param thetaScale of the exponential prior over them; 0 for none
   * @param tau standard deviation of day effects; 0 for none
   * @param sigma the rating noise where it is known; 0 where it is to be estimated
   * @param censored whether 0 and 10 count as "at most" and "at least"
   * @param presses whether presses and put-off prompts count
   * @param smear whether an unknown day effect widens what is foretold for the advice
   */
  record Choice(
      int lambdas,
      int mus,
      int alphas,
      double[] thetas,
      double thetaScale,
      double tau,
      double sigma,
      boolean censored,
      boolean presses,
      boolean smear) {
    static final Choice STANDARD =
        new Choice(
            25,
            19,
            15,
            new double[] {0, 0.01, 0.02, 0.03, 0.045, 0.06},
            0.02,
            0.7,
            0,
            false,
            false,
            false);

    Choice cells(int forLambda, int forMu, int forAlpha) {
      return new Choice(
          forLambda, forMu, forAlpha, thetas, thetaScale, tau, sigma, censored, presses, smear);
    }

    Choice drifts(double scale, double... values) {
      return new Choice(lambdas, mus, alphas, values, scale, tau, sigma, censored, presses, smear);
    }

    Choice dayEffects(double other) {
      return new Choice(
          lambdas, mus, alphas, thetas, thetaScale, other, sigma, censored, presses, smear);
    }

    Choice knownNoise(double other) {
      return new Choice(
          lambdas, mus, alphas, thetas, thetaScale, tau, other, censored, presses, smear);
    }

    Choice censoring() {
      return new Choice(lambdas, mus, alphas, thetas, thetaScale, tau, sigma, true, presses, smear);
    }

    Choice pressing() {
      return new Choice(
          lambdas, mus, alphas, thetas, thetaScale, tau, sigma, censored, true, smear);
    }

    Choice smearing() {
      return new Choice(
          lambdas, mus, alphas, thetas, thetaScale, tau, sigma, censored, presses, true);
    }
  }

  private static final double SPREADS = 2.5;

  /** Presses come above this rating, put-off prompts below. */
  private static final double HINT = 6;

  private final Choice choice;
  private final double[] lambda;
  private final double[] mu;
  private final double[] alpha;
  private final double[] prior;

  Grid(Choice choice) {
    this.choice = choice;
    lambda = logSpaced(Truth.LAMBDA, Truth.LAMBDA_SPREAD, choice.lambdas());
    mu = logSpaced(Truth.MU, Truth.MU_SPREAD, choice.mus());
    alpha = new double[choice.alphas()];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = 5.0 * i / (alpha.length - 1);
    }
    prior = prior();
  }

  private static double[] logSpaced(double mid, double spread, int count) {
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      all[i] = mid * Math.exp(spread * SPREADS * (2.0 * i / (count - 1) - 1));
    }
    return all;
  }

  private static double standard(int i, int count) {
    return SPREADS * (2.0 * i / (count - 1) - 1);
  }

  private double[] prior() {
    double[] all = new double[lambda.length * mu.length * choice.thetas().length * alpha.length];
    int at = 0;
    for (int l = 0; l < lambda.length; l++) {
      for (int m = 0; m < mu.length; m++) {
        for (double theta : choice.thetas()) {
          for (double a : alpha) {
            double zl = standard(l, lambda.length);
            double zm = standard(m, mu.length);
            double drift = choice.thetaScale() == 0 ? 0 : theta / choice.thetaScale();
            all[at++] = -0.5 * (zl * zl + zm * zm + (a - 2) * (a - 2)) - drift;
          }
        }
      }
    }
    return all;
  }

  @Override
  public Learnt learn(List<Seen.Day> days) {
    double sigma = choice.sigma() == 0 ? 1 : choice.sigma();
    Sheet sheet = new Sheet(days);
    double[] ys = sheet.ratings.clone();
    Learnt learnt = posterior(sheet, ys, sigma);
    int passes = choice.sigma() == 0 || choice.censored() ? 2 : 0;
    for (int pass = 0; pass < passes && ys.length > 0; pass++) {
      double[] fitted = learnt.fitted();
      if (choice.censored()) {
        ys = sheet.uncensored(fitted, sigma);
      }
      if (choice.sigma() == 0) {
        double sum = 12;
        for (int i = 0; i < ys.length; i++) {
          sum += (ys[i] - fitted[i]) * (ys[i] - fitted[i]);
        }
        sigma = Math.clamp(Math.sqrt(sum / (ys.length + 12)), 0.6, 2.5);
      }
      learnt = posterior(sheet, ys, sigma);
    }
    return learnt;
  }

  /** Days as arrays: the steps, and where in them ratings stand. */
  private final class Sheet {
    final double[] work;
    final double[] rest;
    final boolean[] fresh;
    final int[] ratingAt;
    final double[] ratings;
    final double[] hours;
    final int[] hintAt;
    final double[] hintHours;
    final boolean[] hintHigh;
    final int[] firstOfDay;
    final int lastDayFrom;

    Sheet(List<Seen.Day> days) {
      int steps = days.stream().mapToInt(day -> day.steps().size()).sum();
      work = new double[steps];
      rest = new double[steps];
      fresh = new boolean[steps];
      int[] at = new int[steps];
      double[] values = new double[steps];
      double[] worked = new double[steps];
      int[] hints = new int[steps];
      double[] hintsWorked = new double[steps];
      boolean[] highs = new boolean[steps];
      int hinted = 0;
      int[] firsts = new int[days.size() + 1];
      int step = 0;
      int rated = 0;
      int lastFrom = 0;
      for (int d = 0; d < days.size(); d++) {
        firsts[d] = rated;
        lastFrom = step;
        double hoursToday = 0;
        boolean first = true;
        for (Seen one : days.get(d).steps()) {
          fresh[step] = first;
          first = false;
          switch (one) {
            case Seen.Worked w -> {
              work[step] = w.minutes();
              hoursToday += w.minutes() / 60;
            }
            case Seen.Rested r -> rest[step] = r.minutes();
            case Seen.Rated r -> {
              at[rated] = step;
              worked[rated] = hoursToday;
              values[rated++] = r.rating();
            }
            case Seen.Pressed _, Seen.PutOff _ -> {
              if (choice.presses()) {
                hints[hinted] = step;
                hintsWorked[hinted] = hoursToday;
                highs[hinted++] = one instanceof Seen.Pressed;
              }
            }
          }
          step++;
        }
      }
      firsts[days.size()] = rated;
      lastDayFrom = lastFrom;
      ratingAt = Arrays.copyOf(at, rated);
      ratings = Arrays.copyOf(values, rated);
      hours = Arrays.copyOf(worked, rated);
      hintAt = Arrays.copyOf(hints, hinted);
      hintHours = Arrays.copyOf(hintsWorked, hinted);
      hintHigh = Arrays.copyOf(highs, hinted);
      firstOfDay = firsts;
    }

    /** What ratings at the ends of the scale stand for if a fit is right. */
    double[] uncensored(double[] fitted, double sigma) {
      double[] all = ratings.clone();
      for (int i = 0; i < all.length; i++) {
        if (all[i] >= 10) {
          all[i] = above(fitted[i], sigma, 9.5);
        } else if (all[i] <= 0) {
          all[i] = below(fitted[i], sigma, 0.5);
        }
      }
      return all;
    }

    private static double above(double mean, double sigma, double bound) {
      double z = (bound - mean) / sigma;
      if (z > 5) {
        return bound + sigma / z;
      }
      return mean + sigma * density(z) / Math.max(1e-9, 1 - Probability.below(z));
    }

    private static double below(double mean, double sigma, double bound) {
      return -above(-mean, sigma, -bound);
    }

    private static double density(double z) {
      return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
  }

  private Learnt posterior(Sheet sheet, double[] ys, double sigma) {
    int n = ys.length;
    int days = sheet.firstOfDay.length - 1;
    int steps = sheet.work.length;
    double[] log = prior.clone();
    double[] workKept = new double[steps];
    double[][] restKept = new double[mu.length][steps];
    for (int m = 0; m < mu.length; m++) {
      for (int s = 0; s < steps; s++) {
        restKept[m][s] = Math.exp(-mu[m] * sheet.rest[s]);
      }
    }
    double[] tired = new double[n];
    double[] sa = new double[days];
    double[] sb = new double[days];
    double saa;
    double sab;
    double sbb;
    double v = sigma * sigma;
    double t2 = choice.tau() * choice.tau();
    double[] shrink = new double[days];
    for (int d = 0; d < days; d++) {
      int count = sheet.firstOfDay[d + 1] - sheet.firstOfDay[d];
      shrink[d] = t2 / (v * (v + count * t2));
    }
    int hints = sheet.hintAt.length;
    double[] tiredAtHint = new double[hints];
    double[] reach = new double[hints];
    double wide = Math.sqrt(v + t2);
    int at = 0;
    double[] last = new double[lambda.length * mu.length];
    double lastHours = 0;
    for (int s = sheet.lastDayFrom; s < steps; s++) {
      lastHours += sheet.work[s] / 60;
    }
    for (int l = 0; l < lambda.length; l++) {
      for (int s = 0; s < steps; s++) {
        workKept[s] = Math.exp(-lambda[l] * sheet.work[s]);
      }
      for (int m = 0; m < mu.length; m++) {
        double f = 0;
        int r = 0;
        int h = 0;
        for (int s = 0; s < steps; s++) {
          if (sheet.fresh[s]) {
            f = 0;
          }
          f = (1 - (1 - f) * workKept[s]) * restKept[m][s];
          if (r < n && sheet.ratingAt[r] == s) {
            tired[r++] = f;
          }
          if (h < hints && sheet.hintAt[h] == s) {
            tiredAtHint[h++] = f;
          }
        }
        last[l * mu.length + m] = f;
        for (double theta : choice.thetas()) {
          saa = 0;
          sab = 0;
          sbb = 0;
          for (int d = 0; d < days; d++) {
            double a1 = 0;
            double b1 = 0;
            for (int i = sheet.firstOfDay[d]; i < sheet.firstOfDay[d + 1]; i++) {
              double g = Math.min(1, tired[i] + theta * sheet.hours[i]);
              double a = ys[i] - 10 * g;
              double b = 1 - g;
              a1 += a;
              b1 += b;
              saa += a * a;
              sab += a * b;
              sbb += b * b;
            }
            sa[d] = a1;
            sb[d] = b1;
          }
          double saaDay = 0;
          double sabDay = 0;
          double sbbDay = 0;
          for (int d = 0; d < days; d++) {
            saaDay += shrink[d] * sa[d] * sa[d];
            sabDay += shrink[d] * sa[d] * sb[d];
            sbbDay += shrink[d] * sb[d] * sb[d];
          }
          for (int i = 0; i < hints; i++) {
            reach[i] = Math.min(1, tiredAtHint[i] + theta * sheet.hintHours[i]);
          }
          for (double a0 : alpha) {
            double told = 0;
            for (int i = 0; i < hints; i++) {
              double z = (a0 + (10 - a0) * reach[i] - HINT) / wide;
              told += Math.log(Math.max(1e-9, Probability.below(sheet.hintHigh[i] ? z : -z)));
            }
            double squares = saa - 2 * a0 * sab + a0 * a0 * sbb;
            double together = saaDay - 2 * a0 * sabDay + a0 * a0 * sbbDay;
            log[at++] += -0.5 * (squares / v - together) + told;
          }
        }
      }
    }
    double best = Arrays.stream(log).max().orElseThrow();
    double priorSum = Arrays.stream(prior).map(Math::exp).sum();
    double sum = 0;
    for (int i = 0; i < log.length; i++) {
      log[i] = Math.exp(log[i] - best);
      sum += log[i];
    }
    for (int i = 0; i < log.length; i++) {
      log[i] /= sum;
    }
    double days2 = 0;
    for (int d = 0; d < days; d++) {
      days2 += Math.log(1 + (sheet.firstOfDay[d + 1] - sheet.firstOfDay[d]) * t2 / v);
    }
    double own = Math.log(sum / priorSum) + best - n * Math.log(sigma) - days2 / 2;
    double against = own - levelEvidence(sheet, ys);
    return new Learnt(sheet, ys, log, sigma, last, lastHours, against);
  }

  /**
   * How well ratings are explained without any tiredness: a person's level, day effects and noise,
   * the noise as it fits best.
   */
  private double levelEvidence(Sheet sheet, double[] ys) {
    double best = Double.NEGATIVE_INFINITY;
    double t2 = choice.tau() * choice.tau();
    for (double sigma = 0.6; sigma <= 4; sigma += 0.1) {
      double v = sigma * sigma;
      double[] logs = new double[20];
      for (int k = 0; k < logs.length; k++) {
        double level = 0.25 + 0.5 * k;
        double log = -ys.length * Math.log(sigma);
        for (int d = 0; d < sheet.firstOfDay.length - 1; d++) {
          int from = sheet.firstOfDay[d];
          int to = sheet.firstOfDay[d + 1];
          double off = 0;
          double squares = 0;
          for (int i = from; i < to; i++) {
            off += ys[i] - level;
            squares += (ys[i] - level) * (ys[i] - level);
          }
          log -= 0.5 * Math.log(1 + (to - from) * t2 / v);
          log -= 0.5 * (squares / v - t2 / (v * (v + (to - from) * t2)) * off * off);
        }
        logs[k] = log;
      }
      double top = Arrays.stream(logs).max().orElseThrow();
      double sum = Arrays.stream(logs).map(log -> Math.exp(log - top)).sum();
      best = Math.max(best, top + Math.log(sum / logs.length));
    }
    return best;
  }

  /** A posterior. */
  final class Learnt implements Known {
    private static final double NOTHING = 1e-7;

    private final Sheet sheet;
    private final double[] ys;
    private final double[] weights;
    private final double sigma;
    private final double[] last;
    private final double lastHours;
    private final double evidence;

    private Learnt(
        Sheet sheet,
        double[] ys,
        double[] weights,
        double sigma,
        double[] last,
        double lastHours,
        double evidence) {
      this.sheet = sheet;
      this.ys = ys;
      this.weights = weights;
      this.sigma = sigma;
      this.last = last;
      this.lastHours = lastHours;
      this.evidence = evidence;
    }

    /** Logarithm of how much better than a mere level the model explains the ratings. */
    double evidence() {
      return evidence;
    }

    Interval median() {
      double[] shares = overLambda();
      return new Interval(
          Math.exp(quantile(lambda, shares, 0.1)),
          Math.exp(quantile(lambda, shares, 0.5)),
          Math.exp(quantile(lambda, shares, 0.9)));
    }

    private int block() {
      return choice.thetas().length * alpha.length;
    }

    private double[] overLambda() {
      double[] all = new double[lambda.length];
      for (int i = 0; i < weights.length; i++) {
        all[i / (block() * mu.length)] += weights[i];
      }
      return all;
    }

    private double[] overMu() {
      double[] all = new double[mu.length];
      for (int i = 0; i < weights.length; i++) {
        all[i / block() % mu.length] += weights[i];
      }
      return all;
    }

    @Override
    public Interval lambda() {
      return interval(lambda, overLambda());
    }

    @Override
    public Interval mu() {
      return interval(mu, overMu());
    }

    private static Interval interval(double[] values, double[] shares) {
      double mean = 0;
      for (int i = 0; i < values.length; i++) {
        mean += shares[i] * Math.log(values[i]);
      }
      return new Interval(
          Math.exp(quantile(values, shares, 0.1)),
          Math.exp(mean),
          Math.exp(quantile(values, shares, 0.9)));
    }

    /** Each value stands for its whole cell. */
    private static double quantile(double[] values, double[] shares, double p) {
      double step = Math.log(values[1] / values[0]);
      double below = 0;
      for (int i = 0; i < values.length; i++) {
        if (below + shares[i] >= p) {
          return Math.log(values[i]) + step * ((p - below) / shares[i] - 0.5);
        }
        below += shares[i];
      }
      return Math.log(values[values.length - 1]);
    }

    @Override
    public boolean pattern() {
      return true;
    }

    @Override
    public double advise(List<Seen> today, Rule rule) {
      int minutes = rule.minutes();
      double[] first = new double[minutes + 1];
      double[] g = new double[minutes];
      double[] f = new double[minutes];
      double before = 0;
      for (Seen step : today) {
        before += step instanceof Seen.Worked w ? w.minutes() / 60 : 0;
      }
      double[] lost = new double[minutes];
      double spread = choice.smear() ? choice.tau() : 0;
      for (int l = 0; l < lambda.length; l++) {
        for (int i = 0; i < minutes; i++) {
          lost[i] = Math.exp(-lambda[l] * (rule.from() + i));
        }
        for (int m = 0; m < mu.length; m++) {
          double state = 0;
          for (Seen step : today) {
            if (step instanceof Seen.Worked w) {
              state = 1 - (1 - state) * Math.exp(-lambda[l] * w.minutes());
            } else if (step instanceof Seen.Rested r) {
              state *= Math.exp(-mu[m] * r.minutes());
            }
          }
          for (int i = 0; i < minutes; i++) {
            f[i] = 1 - (1 - state) * lost[i];
          }
          int at = (l * mu.length + m) * block();
          for (double theta : choice.thetas()) {
            for (int i = 0; i < minutes; i++) {
              g[i] = Math.min(1, f[i] + theta * (before + (rule.from() + i) / 60.0));
            }
            for (double a : alpha) {
              double weight = weights[at++];
              if (weight < NOTHING) {
                continue;
              }
              if (spread == 0) {
                first[crossing(g, (rule.threshold() - a) / (10 - a))] += weight;
              } else {
                for (double z : QUARTERS) {
                  double need = (rule.threshold() - spread * z - a) / (10 - a);
                  first[crossing(g, need)] += weight / QUARTERS.length;
                }
              }
            }
          }
        }
      }
      double[] reached = new double[minutes];
      double sum = 0;
      for (int i = 0; i < minutes; i++) {
        sum += first[i];
        reached[i] = sum;
      }
      return rule.choose(reached);
    }

    private static final double[] QUARTERS = {-1.28, -0.52, 0, 0.52, 1.28};

    private static int crossing(double[] rising, double need) {
      int low = 0;
      int high = rising.length;
      while (low < high) {
        int mid = (low + high) / 2;
        if (rising[mid] >= need) {
          high = mid;
        } else {
          low = mid + 1;
        }
      }
      return low;
    }

    /** The posterior mean of each rating, with its day's effect. */
    double[] fitted() {
      double[] means = new double[ys.length];
      each(
          (weight, l, m, theta, a, g) -> {
            for (int d = 0; d < sheet.firstOfDay.length - 1; d++) {
              int from = sheet.firstOfDay[d];
              int to = sheet.firstOfDay[d + 1];
              double sum = 0;
              for (int i = from; i < to; i++) {
                sum += ys[i] - a - (10 - a) * g[i];
              }
              double effect = effect(sum, to - from);
              for (int i = from; i < to; i++) {
                means[i] += weight * (a + (10 - a) * g[i] + effect);
              }
            }
          });
      return means;
    }

    private double effect(double sum, int count) {
      double t2 = choice.tau() * choice.tau();
      return t2 * sum / (sigma * sigma + count * t2);
    }

    @Override
    public double foretell(List<Seen> steps) {
      double[] sum = new double[1];
      int lastDay = sheet.firstOfDay.length - 2;
      each(
          (weight, l, m, theta, a, g) -> {
            double state = lastDay < 0 ? 0 : last[l * mu.length + m];
            double hours = lastDay < 0 ? 0 : lastHours;
            for (Seen step : steps) {
              if (step instanceof Seen.Worked w) {
                state = 1 - (1 - state) * Math.exp(-lambda[l] * w.minutes());
                hours += w.minutes() / 60;
              } else if (step instanceof Seen.Rested r) {
                state *= Math.exp(-mu[m] * r.minutes());
              }
            }
            double off = 0;
            int from = lastDay < 0 ? 0 : sheet.firstOfDay[lastDay];
            int to = lastDay < 0 ? 0 : sheet.firstOfDay[lastDay + 1];
            for (int i = from; i < to; i++) {
              off += ys[i] - a - (10 - a) * g[i];
            }
            double value =
                a + (10 - a) * Math.min(1, state + theta * hours) + effect(off, to - from);
            sum[0] += weight * Math.clamp(value, 0, 10);
          });
      return sum[0];
    }

    private interface Cell {
      void visit(double weight, int l, int m, double theta, double a, double[] g);
    }

    /** Visits the cells that weigh more than a thousandth of the heaviest. */
    private void each(Cell cell) {
      double least = Arrays.stream(weights).max().orElseThrow() * 1e-2;
      double total = Arrays.stream(weights).filter(w -> w >= least).sum();
      double[] g = new double[ys.length];
      double[] tired = new double[ys.length];
      int at = 0;
      for (int l = 0; l < lambda.length; l++) {
        for (int m = 0; m < mu.length; m++) {
          int from = at;
          at += block();
          boolean heavy = false;
          for (int i = from; i < at && !heavy; i++) {
            heavy = weights[i] >= least;
          }
          if (!heavy) {
            continue;
          }
          walk(lambda[l], mu[m], tired);
          int i = from;
          for (double theta : choice.thetas()) {
            boolean ready = false;
            for (double a : alpha) {
              double weight = weights[i++];
              if (weight < least) {
                continue;
              }
              if (!ready) {
                for (int k = 0; k < g.length; k++) {
                  g[k] = Math.min(1, tired[k] + theta * sheet.hours[k]);
                }
                ready = true;
              }
              cell.visit(weight / total, l, m, theta, a, g);
            }
          }
        }
      }
    }

    private void walk(double buildUp, double recovery, double[] tired) {
      double f = 0;
      int r = 0;
      for (int s = 0; s < sheet.work.length; s++) {
        if (sheet.fresh[s]) {
          f = 0;
        }
        if (sheet.work[s] > 0) {
          f = 1 - (1 - f) * Math.exp(-buildUp * sheet.work[s]);
        }
        if (sheet.rest[s] > 0) {
          f *= Math.exp(-recovery * sheet.rest[s]);
        }
        if (r < tired.length && sheet.ratingAt[r] == s) {
          tired[r++] = f;
        }
      }
    }
  }
}
