package app.respite.domain.watch;

import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.watch.Outlook.Card;
import app.respite.domain.watch.Outlook.Comparison;
import app.respite.domain.watch.Outlook.Reading;
import app.respite.domain.words.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the watch says: what was measured, against what, and never why. */
public final class WatchWords {
  /** More than this a week is above the average limit of 2003/88/EC. */
  private static final double EU_WEEK = 48;

  /** From here on a week counts as long hours with the WHO and the ILO. */
  private static final double LONG_WEEK = 55;

  private static final Duration QUARTER = Duration.ofMinutes(15);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private WatchWords() {}

  /** A channel in a sentence or two. */
  public static String evidence(Reading reading) {
    String name = reading.channel().name().toLowerCase(Locale.ROOT);
    Comparison two = reading.comparison();
    if (two == null) {
      boolean complete = reading.days() >= StrainWatch.VALID_DAYS;
      return Wording.say(
          "watch." + name + (complete ? ".ready" : ".learning"),
          "days",
          reading.days(),
          "needed",
          StrainWatch.VALID_DAYS);
    }
    return Wording.say(
        "watch." + name + (reading.active() ? ".active" : ".quiet"),
        "recent",
        figure(reading.channel(), two.recent()),
        "usual",
        figure(reading.channel(), two.usual()),
        "change",
        change(two.recent()),
        "from",
        first(two.from(), two.to()),
        "to",
        DAY_OF_YEAR.format(two.to()),
        "since",
        Figures.count(reading.since(), "workday"));
  }

  /** What there is to know of a week's hours, as plain facts; empty up to 48. */
  public static Optional<String> longWeek(double hours) {
    if (hours >= LONG_WEEK) {
      return Optional.of(Wording.say("watch.hours.above-55", "hours", Figures.whole(hours)));
    }
    return hours > EU_WEEK
        ? Optional.of(Wording.say("watch.hours.above-48", "hours", tenths(hours)))
        : Optional.empty();
  }

  /** A card's text. */
  public static String card(Outlook outlook, Card card) {
    StringBuilder text = new StringBuilder();
    if (card.checkIn()) {
      text.append(Wording.say("watch.card.check-in")).append(' ');
    }
    List<Reading> changed =
        outlook.readings().stream()
            .filter(reading -> card.changed().contains(reading.channel()))
            .toList();
    if (changed.size() > 1) {
      text.append(charts(changed)).append(' ');
    }
    return text.append(Wording.say("watch.card.help"))
        .append(' ')
        .append(Wording.say("watch.card.settings"))
        .toString();
  }

  private static String charts(List<Reading> changed) {
    List<String> changes =
        changed.stream()
            .map(one -> Wording.say("watch.card." + one.channel().name().toLowerCase(Locale.ROOT)))
            .toList();
    int last = changes.size() - 1;
    List<Comparison> all =
        changed.stream().flatMap(one -> Optional.ofNullable(one.comparison()).stream()).toList();
    LocalDate from = all.stream().map(Comparison::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate to = all.stream().map(Comparison::to).max(LocalDate::compareTo).orElseThrow();
    return Wording.say(
        "watch.card.charts",
        "changes",
        String.join(", ", changes.subList(0, last)) + " and " + changes.get(last),
        "from",
        first(from, to),
        "to",
        DAY_OF_YEAR.format(to),
        "chance",
        StrainWatch.CHANCE_ONE_IN);
  }

  /** The first day of a stretch; the last one tells the year, for a baseline may be years old. */
  private static String first(LocalDate from, LocalDate to) {
    return (from.getYear() == to.getYear() ? DAY : DAY_OF_YEAR).format(from);
  }

  private static String figure(Channel channel, double value) {
    return channel == Channel.HOURS
        ? Durations.rounded(Durations.ofHours(value), QUARTER)
        : Figures.whole(value);
  }

  /** A difference of logarithms as a share. */
  private static String change(double difference) {
    long fives = Figures.fives(100 * Math.expm1(difference));
    return fives == 0 ? "as many" : Math.abs(fives) + (fives < 0 ? " % fewer" : " % more");
  }

  /** 48.02 h must not read as 48. */
  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", Math.ceil(value * 10) / 10);
  }
}
