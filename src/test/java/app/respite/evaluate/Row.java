package app.respite.evaluate;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A kind of simulated person.
 *
 * @param name short, as tables show it
 * @param what in a few words
 * @param people makes one of them
 * @param spoil what becomes of the log before it is learnt from
 */
record Row(
    String name, String what, Function<RandomGenerator, Truth> people, Habits habits, Spoil spoil) {
  /** What happens to a log. */
  enum Spoil {
    NOTHING,
    /** All ratings are dealt out anew. */
    SHUFFLED
  }

  private static final double THETA = 0.02;
  private static final double TAU = 0.8;

  static final Row A =
      new Row("A", "clean: noise 1, no day effects, no drift", r -> Truth.drawn(r, 0, 0, 1));
  static final Row B =
      new Row("B", "day effects 0.8 and drift 0.02/h", r -> Truth.drawn(r, THETA, TAU, 1));
  static final Row C = new Row("C", "as B with noise 2", r -> Truth.drawn(r, THETA, TAU, 2));
  static final Row D =
      new Row(
          "D",
          "tires slowly: build-up 1.5 SD below the prior, recovery 1.5 SD above",
          r -> B.person(r).withRates(at(Truth.LAMBDA, -0.75), at(Truth.MU, 0.9)).withFresh(2));
  static final Row E =
      new Row(
          "E",
          "tires fast, recovers slowly: both 1.5 SD from the prior",
          r -> B.person(r).withRates(at(Truth.LAMBDA, 0.75), at(Truth.MU, -0.9)).withFresh(2));

  static final Row SKIPPING =
      new Row(
          "B, skips when tired",
          "ratings left out: 5 % fresh to 80 % worn out",
          B.people,
          Habits.CLEAN.skipping(0.05, 0.75));
  static final Row HIDING =
      new Row(
          "B, hidden breaks",
          "an unlogged break in 3 of 10 sprints",
          B.people,
          Habits.CLEAN.hiding(0.3));
  static final Row CLOCK =
      new Row(
          "B, clock gaps",
          "2 of 10 rests lost or logged with a wrong length",
          B.people,
          Habits.CLEAN.withBadClock(0.2));
  static final Row MIX =
      new Row(
          "B, task mix",
          "three tasks that tire 0.6, 1.0 and 1.4 times as fast, not told apart",
          B.people,
          Habits.CLEAN.mixing(0.6, 1, 1.4));
  static final Row CONSTANT =
      new Row("always 5", "a lazy rater: every rating is 5", B.people, Habits.CLEAN.lazy(5));
  static final Row SHUFFLED =
      new Row(
          "shuffled", "as B, all ratings dealt out anew", B.people, Habits.CLEAN, Spoil.SHUFFLED);
  static final Row UNTIRING =
      new Row(
          "never tires",
          "build-up 0, drift 0, day effects 0.8, noise 1",
          r -> B.person(r).withRates(0, Truth.MU).withDrift(0),
          Habits.CLEAN);

  Row(String name, String what, Function<RandomGenerator, Truth> people) {
    this(name, what, people, Habits.CLEAN);
  }

  Row(String name, String what, Function<RandomGenerator, Truth> people, Habits habits) {
    this(name, what, people, habits, Spoil.NOTHING);
  }

  private static double at(double mid, double logOff) {
    return mid * Math.exp(logOff);
  }

  Truth person(RandomGenerator random) {
    return people.apply(random);
  }
}
