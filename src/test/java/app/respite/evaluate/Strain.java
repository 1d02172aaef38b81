package app.respite.evaluate;

import app.respite.domain.watch.Outlook;
import app.respite.domain.watch.StrainWatch;
import app.respite.domain.watch.Workday;
import app.respite.evaluate.Probability.Share;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What the strain watch makes of simulated quarters: fifty workdays to learn, then sixty in which
 * something happens or nothing does. Channels resemble the day before by 0.3 and each other by 0.3,
 * in the direction of strain.
 */
final class Strain {
  /** Workdays before anything happens: the watch's ten and its baseline of forty. */
  static final int BEFORE = 50;

  /** Workdays in a quarter. */
  static final int QUARTER = 60;

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final double PHI = 0.3;
  private static final double TOGETHER = 0.3;
  private static final UUID BOXES = new UUID(3, 1);
  private static final UUID POLYGONS = new UUID(3, 2);
  private static final int CHANNELS = 3;

  /** Something that happens, or nothing. */
  enum Story {
    NOTHING("nothing changes"),
    RAMP("1.5 SD in two channels over 20 workdays"),
    SLOW_RAMP("1.0 SD in two channels over 40 workdays"),
    ONE_CHANNEL("1.5 SD in one channel over 20 workdays"),
    HOLIDAY("two weeks of holiday, nothing else"),
    SICK_WEEK("five days ill, then a week at 1 SD more tired and slower"),
    TASK_SWITCH("another task, at 0.6 of the pace, from the tenth day on"),
    NEW_TOOL("a new tool: pace down 1.5 SD, learnt within 20 workdays"),
    DROUGHT("two weeks with hardly any work to be had");

    private final String what;

    Story(String what) {
      this.what = what;
    }

    String what() {
      return what;
    }

    /** Whether a card is what is wanted. */
    boolean strain() {
      return this == RAMP || this == SLOW_RAMP || this == ONE_CHANNEL;
    }

    /** By how many standard deviations a channel is off on a day, towards strain. */
    private double shift(int channel, int day) {
      return switch (this) {
        case NOTHING, HOLIDAY, TASK_SWITCH -> 0;
        case RAMP -> channel < 2 ? 1.5 * Math.min(1, (day + 1) / 20.0) : 0;
        case SLOW_RAMP -> channel < 2 ? Math.min(1, (day + 1) / 40.0) : 0;
        case ONE_CHANNEL -> channel == 0 ? 1.5 * Math.min(1, (day + 1) / 20.0) : 0;
        case SICK_WEEK -> channel < 2 && day >= 15 && day < 20 ? 1 : 0;
        case NEW_TOOL -> channel == 1 && day >= 10 ? 1.5 * Math.max(0, 1 - (day - 10) / 20.0) : 0;
        case DROUGHT -> channel == 2 && day >= 15 && day < 25 ? -3.5 : 0;
      };
    }

    private boolean off(int day) {
      return this == HOLIDAY && day >= 15 && day < 25 || this == SICK_WEEK && day >= 10 && day < 15;
    }
  }

  /**
   * A story's figures.
   *
   * @param found people who saw a card within the quarter
   * @param days the workday, from 1, of each first card
   */
  record Result(Story story, Share found, double[] days) {
    double medianDay() {
      return days.length == 0 ? Double.NaN : Cohort.quantile(days, 0.5);
    }
  }

  private Strain() {}

  static Result of(Story story, int people, long seed) {
    List<Double> days = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      int day = firstCard(story, seed * 1_000_003L + i);
      if (day > 0) {
        days.add((double) day);
      }
    }
    double[] all = days.stream().mapToDouble(Double::doubleValue).toArray();
    return new Result(story, new Share(all.length, people), all);
  }

  /** The workday of the quarter on which the first card comes up, from 1; 0 for none. */
  private static int firstCard(Story story, long seed) {
    List<LocalDate> dates = workdays(BEFORE + QUARTER);
    List<Workday> days = quarter(story, dates, seed);
    Map<LocalDate, Integer> numbers = new HashMap<>();
    for (int i = 0; i < dates.size(); i++) {
      numbers.put(dates.get(i), i - BEFORE + 1);
    }
    List<Outlook.Card> cards = StrainWatch.cards(dates.getLast(), days, List.of(), LocalDate.MIN);
    return cards.isEmpty() ? 0 : numbers.get(cards.getFirst().since());
  }

  private static List<LocalDate> workdays(int count) {
    List<LocalDate> dates = new ArrayList<>();
    for (LocalDate date = MONDAY; dates.size() < count; date = date.plusDays(1)) {
      if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        dates.add(date);
      }
    }
    return dates;
  }

  private static List<Workday> quarter(Story story, List<LocalDate> dates, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] z = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      z[c] = random.nextGaussian();
    }
    List<Workday> days = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      double common = random.nextGaussian();
      for (int c = 0; c < CHANNELS; c++) {
        double fresh =
            Math.sqrt(TOGETHER) * common + Math.sqrt(1 - TOGETHER) * random.nextGaussian();
        z[c] = PHI * z[c] + Math.sqrt(1 - PHI * PHI) * fresh;
      }
      int day = i - BEFORE;
      if (day < 0 || !story.off(day)) {
        days.add(day(story, dates.get(i), day, z));
      }
    }
    return days;
  }

  private static Workday day(Story story, LocalDate date, int day, double[] z) {
    double[] now = new double[CHANNELS];
    Arrays.setAll(now, c -> z[c] + (day < 0 ? 0 : story.shift(c, day)));
    int fatigue = (int) Math.clamp(Math.round(5 + 1.5 * now[0]), 0, 10);
    boolean other = story == Story.TASK_SWITCH && day >= 10;
    double pace = (other ? 36 : 60) * Math.exp(-0.15 * now[1]);
    double hours = Math.max(0.3, 5 + now[2]);
    return new Workday(
        date, hours, fatigue, List.of(new Workday.Pace(other ? POLYGONS : BOXES, pace, hours)));
  }
}
