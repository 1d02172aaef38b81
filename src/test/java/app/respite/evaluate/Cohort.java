package app.respite.evaluate;

import app.respite.evaluate.Probability.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Many simulated people of one kind, and their figures. */
record Cohort(Row row, int rated, List<Examination> people) {
  static final double PROMPT = 60;

  /** Examines people whose seeds follow from the cohort's alone, on all cores. */
  static Cohort of(
      Row row,
      int rated,
      int count,
      long seed,
      Learner learner,
      Rule rule,
      Examination.Depth depth) {
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Examination>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long own = seed * 1_000_003L + i;
        running.add(workers.submit(() -> Examination.of(row, rated, own, learner, rule, depth)));
      }
      List<Examination> done = new ArrayList<>();
      for (Future<Examination> one : running) {
        done.add(one.get());
      }
      return new Cohort(row, rated, List.copyOf(done));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a simulated person could not be examined", e);
    }
  }

  /** The same people advised by another rule. */
  Cohort by(Rule rule) {
    return new Cohort(row, rated, people.stream().map(one -> one.by(rule)).toList());
  }

  private double[] overContexts(ToDoubleFunction<double[]> errorOfAdviceAndOracle) {
    return people.stream()
        .flatMapToDouble(
            one -> {
              double[] errors = new double[one.advice().length];
              for (int i = 0; i < errors.length; i++) {
                errors[i] =
                    errorOfAdviceAndOracle.applyAsDouble(
                        new double[] {one.advice()[i], one.oracle()[i]});
              }
              return Arrays.stream(errors);
            })
        .toArray();
  }

  /** Absolute errors of the advice in minutes, over people and contexts. */
  double[] adviceErrors() {
    return overContexts(pair -> Math.abs(pair[0] - pair[1]));
  }

  /** Standard error of their mean; a person's contexts are not independent, so people count. */
  double adviceStandardError() {
    double[] means =
        people.stream()
            .mapToDouble(one -> mean(new Cohort(row, rated, List.of(one)).adviceErrors()))
            .toArray();
    double mean = mean(means);
    double squares = Arrays.stream(means).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (means.length - 1) / means.length);
  }

  /** Absolute errors of a reminder of one length. */
  double[] fixedErrors(double minutes) {
    return overContexts(pair -> Math.abs(minutes - pair[1]));
  }

  /** Prompts before the window that somebody who knows would not have given. */
  Share needless() {
    double[] all = overContexts(pair -> pair[0] < PROMPT && pair[1] >= PROMPT ? 1 : 0);
    return new Share((int) Arrays.stream(all).sum(), all.length);
  }

  double lambdaError() {
    return median(one -> Math.abs(Math.log(one.known().lambda().mid() / one.truth().lambda())));
  }

  double muError() {
    return median(one -> Math.abs(Math.log(one.known().mu().mid() / one.truth().mu())));
  }

  private double median(ToDoubleFunction<Examination> figure) {
    return quantile(people.stream().mapToDouble(figure).toArray(), 0.5);
  }

  Share lambdaHeld() {
    return share(one -> one.known().lambda().holds(one.truth().lambda()));
  }

  Share muHeld() {
    return share(one -> one.known().mu().holds(one.truth().mu()));
  }

  Share patterns() {
    return share(one -> one.known().pattern());
  }

  private Share share(Predicate<Examination> which) {
    return new Share((int) people.stream().filter(which).count(), people.size());
  }

  /** Root mean square error of the next rating: model, own mean, last rating, prior only. */
  double[] foretold() {
    double[] sums = new double[4];
    int count = 0;
    for (Examination one : people) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += one.foretold()[i];
      }
      count += one.foretoldOf();
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.sqrt(sums[i] / count);
    }
    return sums;
  }

  /** Mean of what a day costs beyond the oracle's; 0 is the advice, then the fixed lengths. */
  Examination.Regret regret(int which) {
    double excess =
        people.stream().mapToDouble(one -> one.days()[which].excess()).average().orElseThrow();
    double rest =
        people.stream().mapToDouble(one -> one.days()[which].rest()).average().orElseThrow();
    return new Examination.Regret(excess, rest);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  static double quantile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = p * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
