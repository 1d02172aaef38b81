package app.respite.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A learner that hears only some of the ratings before sprints: those after rests that tell most of
 * the recovery, or every so manieth.
 *
 * @param least how much a rating must change with ln μ to be asked for, in points; 0 for all
 * @param every of those asked for only each so manieth is kept
 */
record Thinned(Learner learner, double least, int every) implements Learner {
  @Override
  public Known learn(List<Seen.Day> days) {
    List<Seen.Day> fewer = new ArrayList<>();
    int count = 0;
    for (Seen.Day day : days) {
      List<Seen> steps = new ArrayList<>();
      double tired = 0;
      double change = 0;
      boolean worked = false;
      for (Seen step : day.steps()) {
        boolean keep = true;
        switch (step) {
          case Seen.Worked w -> {
            double left = Math.exp(-Truth.LAMBDA * w.minutes());
            tired = 1 - (1 - tired) * left;
            change *= left;
            worked = true;
          }
          case Seen.Rested r -> {
            double left = Math.exp(-Truth.MU * r.minutes());
            change = (change - tired * Truth.MU * r.minutes()) * left;
            tired *= left;
            worked = false;
          }
          case Seen.Rated _ -> {
            boolean told = Math.abs(change) * 8 >= least;
            keep = worked || told && count++ % every == 0;
            worked = false;
          }
          case Seen.Pressed _, Seen.PutOff _ -> {}
        }
        if (keep) {
          steps.add(step);
        }
      }
      fewer.add(new Seen.Day(day.number(), steps));
    }
    return learner.learn(fewer);
  }
}
