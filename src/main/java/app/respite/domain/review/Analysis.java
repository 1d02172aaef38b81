package app.respite.domain.review;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.load.DayLoad;
import app.respite.domain.load.LoadBook;
import app.respite.domain.setting.Preferences;
import app.respite.domain.watch.Channel;
import app.respite.domain.watch.CheckIns;
import app.respite.domain.watch.Outlook;
import app.respite.domain.watch.Outlook.Reading;
import app.respite.domain.watch.StrainWatch;
import app.respite.domain.watch.WatchWords;
import app.respite.domain.watch.Workday;
import app.respite.domain.watch.Workday.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What takes a look at the days before a range: load, the strain watch and the pace within sprints,
 * as of the range's last day. Worked out anew each time, so that an edited record counts at once.
 */
public final class Analysis {
  private final Records records;
  private final Preferences preferences;
  private final Review whole;
  private final Map<LocalDate, List<SprintFigures>> sprints = new HashMap<>();

  private Analysis(Records records, Preferences preferences, Review whole) {
    this.records = records;
    this.preferences = preferences;
    this.whole = whole;
    for (SprintFigures one : whole.sprints()) {
      sprints.computeIfAbsent(one.day(), any -> new ArrayList<>()).add(one);
    }
  }

  /**
   * Fills in what a review of a range leaves open.
   *
   * @param records spans, sprints, ratings, items and check-ins from the beginning of the journal
   * @param review of the same records
   * @param zone the user's zone where no zone was recorded
   * @param now a range that ends later is told as it stands now
   */
  public static Review complete(
      Records records, Preferences preferences, Review review, ZoneId zone, Instant now) {
    LocalDate to = review.to();
    DayCalendar calendar = Reviewer.calendar(records.zones(), preferences, zone);
    Optional<LocalDate> first = first(records, calendar).filter(day -> !day.isAfter(to));
    Review whole =
        first
            .filter(day -> !day.equals(review.from()))
            .map(day -> Reviewer.course(records, preferences, day, to, zone))
            .orElse(review);
    Analysis analysis = new Analysis(records, preferences, whole);
    return review.with(
        analysis.withinSprints(review.tasks()),
        first.map(analysis::load).orElse(null),
        FatigueSheet.of(
                records, preferences, calendar.interval(review.from(), to), now, review.zone())
            .orElse(null),
        analysis.watch());
  }

  /** The day the journal begins: that of its first work, or of a sprint that came without spans. */
  private static Optional<LocalDate> first(Records records, DayCalendar calendar) {
    return Stream.concat(
            records.spans().stream().map(span -> span.start()),
            records.sprints().stream().map(sprint -> sprint.start()))
        .min(Comparator.naturalOrder())
        .map(calendar::dayOf);
  }

  private LoadFigures load(LocalDate first) {
    List<DayLoad> days = whole.days().stream().map(this::load).toList();
    LoadBook.Week week = new LoadBook(first, days).week(whole.to());
    return new LoadFigures(
        week.load(),
        week.ratedShare(),
        week.monotony(),
        week.strain(),
        week.usualLoad(),
        week.daysOff(),
        week.hours(),
        week.usualHours());
  }

  private DayLoad load(DayFigures day) {
    double rated =
        sprints.getOrDefault(day.day(), List.of()).stream()
            .filter(one -> one.effort() != null)
            .mapToDouble(one -> minutes(one.active()))
            .sum();
    Double load = day.load();
    return new DayLoad(day.day(), day.workSeconds() / 60.0, rated, load == null ? 0 : load);
  }

  private WatchFigures watch() {
    if (!preferences.get(CoachKeys.STRAIN_WATCH)) {
      return new WatchFigures(WatchFigures.State.MUTED, 0, List.of(), null);
    }
    List<Workday> days = whole.days().stream().map(this::workday).toList();
    List<CheckIns.Answer> answers =
        records.dayCheckIns().stream()
            .map(one -> new CheckIns.Answer(one.day(), one.burnout()))
            .toList();
    LocalDate from = preferences.get(CoachKeys.STRAIN_BASELINE_FROM).orElse(LocalDate.MIN);
    Outlook outlook = StrainWatch.on(whole.to(), days, answers, from);
    Outlook.Card card = outlook.card();
    return new WatchFigures(
        card != null
            ? WatchFigures.State.CARD
            : outlook.learning() ? WatchFigures.State.LEARNING : WatchFigures.State.QUIET,
        outlook.validDays(),
        outlook.readings().stream().map(reading -> channel(reading, days)).toList(),
        card == null ? null : WatchWords.card(outlook, card));
  }

  private static WatchFigures.Channel channel(Reading reading, List<Workday> days) {
    String evidence = WatchWords.evidence(reading);
    if (reading.channel() == Channel.HOURS) {
      double week =
          days.subList(Math.max(0, days.size() - LoadBook.DAYS), days.size()).stream()
              .mapToDouble(Workday::hours)
              .sum();
      evidence = WatchWords.longWeek(week).map(fact -> fact + " ").orElse("") + evidence;
    }
    return new WatchFigures.Channel(
        reading.channel().name().toLowerCase(Locale.ROOT),
        reading.days(),
        reading.sum(),
        reading.channel().chart().h(),
        reading.active(),
        evidence);
  }

  private Workday workday(DayFigures day) {
    Map<UUID, List<Double>> rates = new HashMap<>();
    Map<UUID, Double> hours = new HashMap<>();
    for (SprintFigures one : sprints.getOrDefault(day.day(), List.of())) {
      one.activeByTask()
          .forEach(
              (task, active) -> {
                Integer items = one.itemsOf(task);
                if (items != null && items > 0 && !active.isZero()) {
                  double length = minutes(active) / 60;
                  rates.computeIfAbsent(task, any -> new ArrayList<>()).add(items / length);
                  hours.merge(task, length, Double::sum);
                }
              });
    }
    List<Pace> paces = new ArrayList<>();
    rates.forEach(
        (task, all) ->
            paces.add(
                new Pace(
                    task,
                    Median.withDefaults()
                        .evaluate(all.stream().mapToDouble(Double::doubleValue).toArray()),
                    hours.getOrDefault(task, 0.0))));
    return new Workday(day.day(), day.workSeconds() / 3600.0, day.endFatigue(), paces);
  }

  private List<TaskFigures> withinSprints(List<TaskFigures> tasks) {
    SprintParts parts = new SprintParts(whole.timeline(), records.items());
    return tasks.stream()
        .map(task -> task.withSprintParts(parts.of(task.id()).orElse(null)))
        .toList();
  }

  private static double minutes(Duration length) {
    return length.toNanos() / 6e10;
  }
}
