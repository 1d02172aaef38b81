package app.respite.coach.review;

import app.respite.domain.review.DayFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.util.stream.Collectors;

/** What the days of a year can be coloured by; 0 is nothing or not known. */
public enum HeatMeasure {
  WORK("Work") {
    @Override
    public double of(DayFigures day) {
      return day.workSeconds();
    }

    @Override
    String told(DayFigures day) {
      return Durations.toTheMinute(day.workSeconds()) + " of work";
    }
  },
  REST("Rest for an hour of work") {
    @Override
    public double of(DayFigures day) {
      return day.workSeconds() == 0
          ? 0
          : 3600.0 * (day.breakSeconds() + day.naturalRestSeconds()) / day.workSeconds();
    }

    @Override
    String told(DayFigures day) {
      return Durations.toTheMinute(Math.round(of(day))) + " of rest for an hour of work";
    }
  },
  ITEMS("Items") {
    @Override
    public double of(DayFigures day) {
      return day.items();
    }

    @Override
    String told(DayFigures day) {
      return Figures.count(day.items(), "item");
    }
  },
  TIRED("Tiredness at the end") {
    // From 1 for fresh, since a day that tells nothing is another thing.
    @Override
    public double of(DayFigures day) {
      return day.endFatigue() == null ? 0 : day.endFatigue() + 1;
    }

    @Override
    String told(DayFigures day) {
      return day.endFatigue() + "/10 tired at the end";
    }
  },
  PAY("Pay") {
    // Of several currencies the largest number; they are not added up.
    @Override
    public double of(DayFigures day) {
      return day.earned().amounts().values().stream()
          .mapToDouble(amount -> amount.doubleValue())
          .max()
          .orElse(0);
    }

    @Override
    String told(DayFigures day) {
      return day.earned().amounts().entrySet().stream()
          .map(one -> Figures.money(one.getValue(), one.getKey()))
          .collect(Collectors.joining(" and "));
    }
  };

  private final String word;

  HeatMeasure(String word) {
    this.word = word;
  }

  /** Its name. */
  public String word() {
    return word;
  }

  /** How dark a day is among others: 1 to so much, and 0 for nothing. */
  public static final int SHADES = 4;

  /**
   * The shade of a day.
   *
   * @param most what the day has that has most of it
   */
  public static int shade(double value, double most) {
    return value <= 0 || most <= 0
        ? 0
        : (int) Math.clamp(Math.ceil(SHADES * value / most), 1, SHADES);
  }

  /** How much of it a day has, 0 or more. */
  public abstract double of(DayFigures day);

  abstract String told(DayFigures day);

  /** The same in words. */
  public String words(DayFigures day) {
    return of(day) > 0 ? told(day) : "nothing told";
  }
}
