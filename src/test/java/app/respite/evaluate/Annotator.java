package app.respite.evaluate;

import app.respite.evaluate.WorkingDay.Leg;
import app.respite.evaluate.WorkingDay.Rest;
import app.respite.evaluate.WorkingDay.Sprint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A simulated person who works through days of sprints and breaks and rates some of them. The same
 * seed gives the same days.
 */
final class Annotator {
  private static final double[] SPRINTS = {20, 25, 30, 35, 40, 45, 50, 60};

  private static final double TIRED = 6;
  private static final double RATE = 60;
  private static final double RATE_NOISE = 0.15;
  private static final double LEARNT = 0.3;
  private static final double LEARNING_SPRINTS = 40;

  private final Truth truth;
  private final Habits habits;
  private final RandomGenerator random;
  private int days;
  private int sprints;

  Annotator(Truth truth, Habits habits, long seed) {
    this.truth = truth;
    this.habits = habits;
    this.random = new SplittableRandom(seed);
  }

  /** Days until so many sprints are rated; the last day ends with the sprint that makes it so. */
  List<WorkingDay> daysWith(int rated) {
    List<WorkingDay> all = new ArrayList<>();
    int left = rated;
    while (left > 0) {
      WorkingDay day = day();
      if (day.rated() >= left) {
        day = firstOf(day, left);
      }
      left -= day.rated();
      all.add(day);
    }
    return all;
  }

  private static WorkingDay firstOf(WorkingDay day, int rated) {
    List<Leg> legs = new ArrayList<>();
    int left = rated;
    for (Leg leg : day.legs()) {
      legs.add(leg);
      if (leg instanceof Sprint sprint && sprint.after() != null && --left == 0) {
        break;
      }
    }
    return new WorkingDay(day.number(), day.dayEffect(), legs);
  }

  /** The next day, of as many sprints as the habits say, give or take three. */
  WorkingDay day() {
    int count = (int) Math.round(habits.sprints() - 2 + random.nextDouble() * 4);
    return day(Math.max(1, count), 0, 1);
  }

  /**
   * The next day, of so many sprints.
   *
   * @param shift what it adds to ratings besides its own effect, in points
   * @param pace a factor on what gets done
   */
  WorkingDay day(int count, double shift, double pace) {
    double effect = truth.tau() * random.nextGaussian() + shift;
    List<Leg> legs = new ArrayList<>();
    double tired = 0;
    double hours = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        double rest = rest();
        if (rest > 0) {
          legs.add(new Rest(rest, logged(rest)));
          tired = truth.rested(tired, rest);
        }
      }
      int task = random.nextInt(habits.easing().length);
      Truth now = truth.withRates(truth.lambda() * habits.easing()[task], truth.mu());
      double minutes = SPRINTS[random.nextInt(SPRINTS.length)];
      Integer before = random.nextDouble() < habits.before() ? answer(tired, hours, effect) : null;
      double hidden =
          random.nextDouble() < habits.hidden()
              ? Math.min(minutes / 3, 4 + 6 * random.nextDouble())
              : 0;
      double first = (minutes - hidden) * 2 / 3;
      double start = tired;
      tired = now.worked(now.rested(now.worked(tired, first), hidden), minutes - hidden - first);
      hours += (minutes - hidden) / 60;
      Integer after = answer(tired, hours, effect);
      Boolean pressed = habits.hints() > 0 ? pressed(tired, hours, effect) : null;
      Integer effort = after == null ? null : effort(after);
      int items = items((minutes - hidden) / 60, (start + tired) / 2, pace);
      legs.add(new Sprint(minutes, hidden, task, items, before, after, pressed, effort, tired));
      sprints++;
    }
    return new WorkingDay(days++, effect, legs);
  }

  /** Now and then none at all; mostly short ones; some long enough to recover. */
  private double rest() {
    double kind = random.nextDouble();
    if (kind < 0.12) {
      return 0;
    }
    if (kind < 0.55) {
      return 3 + random.nextInt(6);
    }
    return kind < 0.8 ? 9 + random.nextInt(8) : 18 + random.nextInt(18);
  }

  private double logged(double rest) {
    if (random.nextDouble() >= habits.badClock()) {
      return rest;
    }
    return random.nextBoolean() ? 0 : rest * (0.5 + 2 * random.nextDouble());
  }

  private @Nullable Integer answer(double tired, double hours, double effect) {
    double exact = truth.rating(tired, hours, effect) + truth.sigma() * random.nextGaussian();
    int whole = (int) Math.clamp(Math.round(exact), 0, 10);
    double left = habits.skipped() + habits.skippedTired() * Math.clamp(exact / 10, 0, 1);
    boolean skipped = random.nextDouble() < left;
    if (skipped) {
      return null;
    }
    return habits.lazy() == null ? Integer.valueOf(whole) : habits.lazy();
  }

  private @Nullable Boolean pressed(double tired, double hours, double effect) {
    double felt = truth.rating(tired, hours, effect) + truth.sigma() * random.nextGaussian();
    return random.nextDouble() < habits.hints() ? Boolean.valueOf(felt >= TIRED) : null;
  }

  private int effort(int after) {
    return (int) Math.clamp(Math.round(2 + 0.6 * after + 1.2 * random.nextGaussian()), 0, 10);
  }

  private int items(double hours, double tired, double pace) {
    double learnt = 1 - LEARNT * Math.exp(-sprints / LEARNING_SPRINTS);
    double noise = Math.exp(RATE_NOISE * random.nextGaussian());
    double rate = RATE * pace * learnt * (1 - truth.kappa() * tired) * noise;
    return (int) Math.max(0, Math.round(rate * hours));
  }
}
