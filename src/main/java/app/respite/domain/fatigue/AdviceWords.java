package app.respite.domain.fatigue;

import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Estimates in words, rounded as docs/models.md has it: minutes to 5, ratings whole. */
public final class AdviceWords {
  /** In each of the sentences lead.* after the number. */
  private static final String RATED = " rated sprints";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private AdviceWords() {}

  /** The time of day to the nearest five minutes, for what is only about then. */
  public static String around(Instant at, ZoneId zone) {
    long step = Durations.FIVE_MINUTES.toSeconds();
    long rounded = Math.floorDiv(at.getEpochSecond() + step / 2, step) * step;
    return CLOCK.format(Instant.ofEpochSecond(rounded).atZone(zone));
  }

  /** A range of minutes, such as {@code 65 to 80 minutes}. */
  public static String span(Range minutes) {
    return span(minutes.low(), minutes.high(), false);
  }

  /** What is left of a range after some minutes, such as {@code 20 to 35 more minutes}. */
  public static String spanAfter(Range minutes, double passed) {
    if (passed <= 0) {
      return span(minutes);
    }
    boolean isFar = minutes.high() >= RestAdvisor.FAR;
    double high = isFar ? minutes.high() : minutes.high() - passed;
    return span(Math.max(0, minutes.low() - passed), high, true);
  }

  private static String span(double low, double high, boolean isMore) {
    String key = isMore ? "span.more." : "span.";
    long from = Figures.fives(low);
    long to = Figures.fives(high);
    if (high >= RestAdvisor.FAR) {
      return Wording.say(key + "open", "from", from);
    }
    if (from == to) {
      return Wording.say(key + "one", "minutes", from);
    }
    return from == 0 && isMore
        ? Wording.say(key + "up-to", "to", to)
        : Wording.say(key + "range", "from", from, "to", to);
  }

  /** A rating with its range, such as {@code about 4/10 (3 to 6)}. */
  public static String rating(Range rating) {
    long from = Math.round(rating.low());
    long to = Math.round(rating.high());
    return Wording.say(
        from == to ? "rating.one" : "rating.range",
        "rating",
        Math.round(rating.mid()),
        "from",
        from,
        "to",
        to);
  }

  /**
   * Why a rest is advised when it is, as a clause; for advice that is {@link RestAdvice#personal}.
   */
  public static String reason(RestAdvice advice) {
    boolean learning = !advice.tier().atLeast(Tier.ROUGH);
    boolean late = advice.usual().mid() > advice.after().toMinutes();
    boolean already = Figures.fives(advice.usual().mid()) == 0;
    return Wording.say(
        (already ? "reason.already" : late ? "reason.late" : "reason.reach")
            + (learning ? ".learning" : ""),
        "lead",
        lead(advice),
        "threshold",
        Math.round(advice.threshold()),
        "span",
        span(advice.usual()),
        "minutes",
        advice.after().toMinutes());
  }

  private static String lead(RestAdvice advice) {
    String key =
        switch (advice.tier()) {
          case UNKNOWN, LEARNING -> "lead.learning";
          case ROUGH -> "lead.rough";
          case KNOWN, STABLE -> "lead.known";
        };
    return Wording.say(key, "ratings", advice.ratings());
  }

  /** Whether a text names the ratings it rests on, as {@link #reason} does. */
  public static boolean namesRatings(String text) {
    return text.contains(RATED);
  }

  /** The same as a whole sentence, with the rest it leads to. */
  public static String sentence(RestAdvice advice, Duration length, String around) {
    return Wording.say(
        "rest.sentence",
        "reason",
        capital(reason(advice)),
        "length",
        length.toMinutes(),
        "around",
        around);
  }

  /** What the time of the next rest rests on, in one sentence. */
  public static String basis(Belief belief) {
    String key =
        switch (belief.tier()) {
          case UNKNOWN -> "basis.unknown";
          case LEARNING -> "basis.learning";
          case ROUGH -> belief.pattern() ? "basis.rough" : "basis.no-pattern";
          case KNOWN, STABLE -> belief.pattern() ? "basis.known" : "basis.no-pattern";
        };
    return Wording.say(key, "ratings", belief.ratings(), "days", belief.days());
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
