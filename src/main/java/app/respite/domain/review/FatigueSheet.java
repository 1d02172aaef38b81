package app.respite.domain.review;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Course;
import app.respite.domain.fatigue.Course.Remark;
import app.respite.domain.fatigue.CourseDay;
import app.respite.domain.fatigue.Learning;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.setting.Preferences;
import app.respite.domain.statistics.Normal;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Interval;
import app.respite.domain.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of tiredness at the end of a range, from nothing but what was known by then, and the
 * course of its last day.
 */
final class FatigueSheet {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Duration SET_ASIDE = Duration.ofHours(1);
  private static final Duration GRAIN = Duration.ofMinutes(5);
  private static final Duration AGO = Duration.ofDays(90);

  /** A recovery known less sharply than this says nothing (docs/models.md). */
  private static final double WIDEST = 2.5;

  private final List<CourseDay> days;
  private final Preferences preferences;
  private final Instant now;
  private final Instant asOf;
  private final ZoneId zone;

  private FatigueSheet(
      List<CourseDay> days, Preferences preferences, Instant now, Instant asOf, ZoneId zone) {
    this.days = days;
    this.preferences = preferences;
    this.now = now;
    this.asOf = asOf;
    this.zone = zone;
  }

  /**
   * The figures at the end of a range, or now where that is earlier; empty where nothing was worked
   * before, where a range that is over had no work, and where it is still to come.
   */
  static Optional<FatigueFigures> of(
      Records records, Preferences preferences, Interval range, Instant now, ZoneId zone) {
    if (range.start().isAfter(now)) {
      return Optional.empty();
    }
    boolean over = now.isAfter(range.end());
    Instant asOf = over ? range.end() : now;
    List<CourseDay> days =
        days(over ? before(records, asOf) : records, preferences).stream()
            .filter(day -> day.start().isBefore(asOf))
            .toList();
    if (days.isEmpty() || (over && !days.getLast().end().isAfter(range.start()))) {
      return Optional.empty();
    }
    return Optional.of(new FatigueSheet(days, preferences, now, asOf, zone).figures());
  }

  private static List<CourseDay> days(Records records, Preferences preferences) {
    return Course.days(
        records.tasks(),
        records.spans(),
        records.sprints(),
        records.ratings(),
        Remark.of(records.breaks(), records.decisions()),
        preferences.get(CoachKeys.FATIGUE_THRESHOLD));
  }

  /** Work through the night goes on after a range's end; there it is cut. */
  private static Records before(Records records, Instant end) {
    return new Records(
        records.tasks(),
        records.zones(),
        records.spans().stream()
            .filter(span -> span.start().isBefore(end))
            .map(span -> span.end().isAfter(end) ? span.withTimes(span.start(), end) : span)
            .toList(),
        records.sprints().stream().filter(sprint -> !sprint.end().isAfter(end)).toList(),
        records.breaks().stream().filter(one -> one.start().isBefore(end)).toList(),
        records.decisions().stream().filter(one -> one.at().isBefore(end)).toList(),
        records.ratings().stream().filter(rating -> !rating.at().isAfter(end)).toList(),
        records.items(),
        records.dayCheckIns(),
        records.running(),
        records.rates(),
        records.verdicts(),
        records.reports(),
        records.platforms());
  }

  private FatigueFigures figures() {
    CourseDay day = days.getLast();
    // A day that is over is told as it ended, one that still goes on as it stands.
    Instant at = now.isAfter(asOf) ? day.end() : Interval.later(now, day.end());
    boolean over = Duration.between(day.end(), at).compareTo(Course.NEW_DAY) >= 0;
    Belief belief = new Learning().belief(days, asOf);
    boolean ratedToday = belief.lastRating() != null && !belief.lastRating().isBefore(day.start());
    Belief ofDay = ratedToday ? belief : belief.onNewDay();
    RestAdvisor standing =
        over
            ? RestAdvisor.after(List.of(), belief.onNewDay())
            : rested(RestAdvisor.after(day.steps(), ofDay), Duration.between(day.end(), at));
    double worked = over || at.isAfter(day.end().plus(GRAIN)) ? 0 : sinceRest(day);
    RestAdvice advice =
        standing.advise(
            preferences.get(CoachKeys.FATIGUE_THRESHOLD),
            worked,
            (double) preferences.get(RestRule.EARLIEST).toMinutes(),
            (double) preferences.get(RestRule.LATEST).toMinutes());
    boolean shown = belief.tier().atLeast(Tier.KNOWN);
    Range told = belief.pattern() ? standing.rating() : mean(belief);
    return new FatigueFigures(
        told,
        belief.tier(),
        belief.ratings(),
        belief.pattern(),
        shown && belief.pattern() ? belief.buildUp() : null,
        shown && belief.pattern() && belief.recovery().ratio() <= WIDEST ? belief.recovery() : null,
        before(belief),
        advice.after(),
        sentence(belief, told, advice, worked, state(told, at, day, ofDay)),
        belief.pattern() ? TirednessCurve.of(day, ofDay) : List.of());
  }

  private static RestAdvisor rested(RestAdvisor standing, Duration rest) {
    return rest.isPositive() ? standing.then(new Step.Rest(rest.toNanos() / 6e10)) : standing;
  }

  /** Work since the day's last rest of at least five minutes, in minutes. */
  private static double sinceRest(CourseDay day) {
    double work = 0;
    double rest = 0;
    for (CourseDay.Part part : day.parts()) {
      switch (part.step()) {
        case Step.Work(double minutes) -> {
          work = rest >= GRAIN.toMinutes() ? minutes : work + minutes;
          rest = 0;
        }
        case Step.Rest(double minutes) -> rest += minutes;
        case Step.Rated rated -> {}
        case Step.Said said -> {}
      }
    }
    return rest >= GRAIN.toMinutes() ? 0 : work;
  }

  /** Where the model foretells nothing, the person's own mean stands in for it. */
  private static Range mean(Belief belief) {
    double mean = belief.mean() == null ? 0 : belief.mean();
    double reach = Normal.UPPER_TENTH * belief.noise();
    return new Range(Math.max(0, mean - reach), mean, Math.min(10, mean + reach));
  }

  private @Nullable Range before(Belief belief) {
    if (belief.tier() != Tier.STABLE || !belief.pattern()) {
      return null;
    }
    Belief ago = new Learning().belief(days, asOf.minus(AGO));
    return ago.tier().atLeast(Tier.KNOWN) && ago.pattern() ? ago.buildUp() : null;
  }

  /**
   * How tired, and when. Hours after work the estimate holds only for who rested, and what the page
   * draws is the end of work; so both are said.
   */
  private String state(Range told, Instant at, CourseDay day, Belief ofDay) {
    boolean later = Duration.between(day.end(), at).compareTo(SET_ASIDE) >= 0;
    return later && date(day.end()).equals(date(at))
        ? Wording.say(
            "state.rested",
            "then",
            AdviceWords.rating(RestAdvisor.after(day.steps(), ofDay).rating()),
            "stopped",
            clock(day.end()),
            "rating",
            AdviceWords.rating(told),
            "clock",
            clock(at))
        : Wording.say("state.now", "rating", AdviceWords.rating(told), "clock", clock(at));
  }

  private LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  private String sentence(
      Belief belief, Range told, RestAdvice advice, double worked, String state) {
    String key =
        !belief.pattern()
            ? "fatigue.no-pattern"
            : switch (belief.tier()) {
              case UNKNOWN -> "fatigue.unknown";
              case LEARNING -> "fatigue.learning";
              case ROUGH -> "fatigue.rough";
              case KNOWN, STABLE -> "fatigue.known";
            };
    boolean already =
        belief.pattern()
            && belief.tier().atLeast(Tier.LEARNING)
            && Figures.fives(advice.usual().mid() - worked) <= 0;
    return Wording.say(
        already ? key + ".already" : key,
        "ratings",
        belief.ratings(),
        "rating",
        AdviceWords.rating(told),
        "state",
        state,
        "span",
        AdviceWords.spanAfter(advice.usual(), worked),
        "threshold",
        Math.round(advice.threshold()),
        "minutes",
        advice.after().toMinutes());
  }
}
