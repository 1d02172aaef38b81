package app.respite.coach;

import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.domain.fatigue.Range;
import app.respite.domain.money.Earnings;
import app.respite.domain.money.PayFigures;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.PlatformFigures;
import app.respite.domain.review.RatingMark;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.Streaks;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.review.Trend;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.review.WithinSprints;
import app.respite.domain.text.EnumWords;
import app.respite.domain.work.JournalRecord.Sprint;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as plain values with the keys and the order of docs/contract.md, at full precision. What
 * is not known is there and null. Keys that are added go behind those that are there.
 */
public final class ReviewJson {
  private static final Form CARD_FIGURES =
      HoursJson.keys(Form.builder(EnumWords::of))
          .nulls()
          .scalar(BigDecimal.class, new Scalar<>("a number", value -> value, plain -> null))
          .scalar(Earnings.class, new Scalar<>("amounts", Earnings::amounts, plain -> null))
          .build();

  private ReviewJson() {}

  /** The whole review, with what cards found behind it. */
  public static Map<String, @Nullable Object> of(Review review) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", review.from().toString());
    json.put("to", review.to().toString());
    json.put("zone", review.zone().getId());
    json.put("days", review.days().stream().map(ReviewJson::day).toList());
    json.put("tasks", review.tasks().stream().map(ReviewJson::task).toList());
    LoadFigures load = review.load();
    json.put("load", load == null ? null : load(load));
    FatigueFigures fatigue = review.fatigue();
    json.put("fatigue", fatigue == null ? null : fatigue(fatigue));
    WatchFigures watch = review.watch();
    json.put("watch", watch == null ? null : watch(watch));
    json.put("streaks", streaks(review.streaks()));
    json.put("platforms", review.platforms().stream().map(ReviewJson::platform).toList());
    Map<UUID, String> names = new HashMap<>();
    review.tasks().forEach(task -> names.put(task.id(), task.task()));
    json.put("sprints", review.sprints().stream().map(one -> sprint(one, names)).toList());
    json.put("ratings", review.ratings().stream().map(ReviewJson::rating).toList());
    review
        .cardFigures()
        .forEach(
            (name, figures) ->
                json.put(name, figures == null ? null : CARD_FIGURES.write(figures)));
    return json;
  }

  /** One day, also {@code today} in {@code status --json}. */
  public static Map<String, @Nullable Object> day(DayFigures day) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("day", day.day().toString());
    json.put("workSeconds", day.workSeconds());
    json.put("breakSeconds", day.breakSeconds());
    json.put("naturalRestSeconds", day.naturalRestSeconds());
    json.put("idleSeconds", day.idleSeconds());
    json.put("pausedSeconds", day.pausedSeconds());
    json.put("readySeconds", day.readySeconds());
    json.put("awaySeconds", day.awaySeconds());
    json.put("sprintsCompleted", day.sprintsCompleted());
    json.put("sprintsPartial", day.sprintsPartial());
    json.put("breaksTaken", day.breaksTaken());
    json.put("breaksSkipped", day.breaksSkipped());
    json.put("breaksPostponed", day.breaksPostponed());
    json.put("breaksNatural", day.breaksNatural());
    json.put("items", day.items());
    json.put("rejected", day.rejected());
    json.put("load", day.load());
    json.put("ratedSprints", day.ratedSprints());
    json.put("sprints", day.sprints());
    json.put("endFatigue", day.endFatigue());
    json.put("earned", day.earned().amounts());
    json.put("heavySeconds", day.heavySeconds());
    return json;
  }

  private static Map<String, @Nullable Object> fatigue(FatigueFigures fatigue) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("now", fatigue.now().mid());
    json.put("low", fatigue.now().low());
    json.put("high", fatigue.now().high());
    json.put("tier", fatigue.tier().name().toLowerCase(Locale.ROOT));
    json.put("ratings", fatigue.ratings());
    json.put("buildUpHalfLifeMinutes", mid(fatigue.buildUp()));
    json.put("recoveryHalfLifeMinutes", mid(fatigue.recovery()));
    json.put("nextBreak", fatigue.nextBreak().toString());
    json.put("sentence", fatigue.sentence());
    json.put("pattern", fatigue.pattern());
    json.put("buildUpRange", range(fatigue.buildUp()));
    json.put("recoveryRange", range(fatigue.recovery()));
    json.put("buildUpBefore", range(fatigue.buildUpBefore()));
    json.put("curve", fatigue.curve().stream().map(ReviewJson::point).toList());
    return json;
  }

  private static Map<String, @Nullable Object> point(FatigueFigures.Point point) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", point.at());
    json.put("rating", point.rating().mid());
    json.put("low", point.rating().low());
    json.put("high", point.rating().high());
    return json;
  }

  private static @Nullable Double mid(@Nullable Range range) {
    return range == null ? null : (Double) range.mid();
  }

  private static @Nullable Object range(@Nullable Range range) {
    return range == null ? null : List.of(range.low(), range.high());
  }

  private static Map<String, @Nullable Object> task(TaskFigures task) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("task", task.task());
    json.put("platform", task.platform());
    json.put("workSeconds", task.workSeconds());
    json.put("items", task.items());
    json.put("rejected", task.rejected());
    json.put("itemsPerHour", task.itemsPerHour());
    json.put("medianSecondsPerItem", task.medianSecondsPerItem());
    json.put("rejectedRate", task.rejectedRate());
    PayFigures pay = task.pay();
    json.put("earned", pay.earned().amounts());
    json.put("perWorkHour", pay.perWorkHour().amounts());
    json.put("perPresentHour", pay.perPresentHour().amounts());
    json.put("setAside", pay.setAside().amounts());
    Trend trend = task.trend();
    json.put("trend", trend == null ? null : trend(trend));
    json.put("typedItems", task.typedItems());
    json.put("undecided", task.undecided());
    json.put("pending", pay.pending().amounts());
    json.put("usualBand", band(task.usual()));
    WithinSprints within = task.withinSprints();
    json.put("withinSprints", within == null ? null : within(within));
    json.put("perPresentHourRange", range(pay));
    return json;
  }

  /** The least and the most by currency, where something is pending. */
  private static Map<String, @Nullable Object> range(PayFigures pay) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    pay.leastPerPresentHour()
        .amounts()
        .forEach(
            (currency, least) ->
                json.put(
                    currency,
                    Arrays.asList(least, pay.mostPerPresentHour().amounts().get(currency))));
    return json;
  }

  private static Map<String, @Nullable Object> within(WithinSprints within) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sprints", within.sprints());
    json.put("changePerHour", within.changePerHour());
    json.put("s", within.s());
    json.put("variance", within.variance());
    json.put("z", within.z());
    json.put("p", within.p());
    return json;
  }

  private static Map<String, @Nullable Object> band(PaceBand band) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("low", band.low());
    json.put("high", band.high());
    json.put("sprints", band.sprints());
    return json;
  }

  private static Map<String, @Nullable Object> sprint(SprintFigures one, Map<UUID, String> names) {
    Sprint sprint = one.sprint();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sprint.id().toString());
    json.put("day", one.day().toString());
    json.put("task", names.getOrDefault(sprint.task(), ""));
    json.put("start", sprint.start());
    json.put("end", sprint.end());
    json.put("activeSeconds", one.active().toSeconds());
    json.put("outcome", sprint.outcome().name().toLowerCase(Locale.ROOT));
    json.put("items", one.items());
    json.put("itemsPerHour", one.itemsPerHour(sprint.task()));
    json.put("fatigue", one.fatigue());
    json.put("effort", one.effort());
    return json;
  }

  private static Map<String, @Nullable Object> rating(RatingMark mark) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", mark.at());
    json.put("fatigue", mark.fatigue());
    json.put("sprint", mark.sprint() == null ? null : mark.sprint().toString());
    return json;
  }

  private static Map<String, @Nullable Object> load(LoadFigures load) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("week", load.week());
    json.put("ratedShare", load.ratedShare());
    json.put("monotony", load.monotony());
    json.put("strain", load.strain());
    json.put("usualWeek", load.usualWeek());
    json.put("daysOff", load.daysOff());
    json.put("weekHours", load.weekHours());
    json.put("usualHours", load.usualHours());
    return json;
  }

  private static Map<String, @Nullable Object> watch(WatchFigures watch) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("state", watch.state().name().toLowerCase(Locale.ROOT));
    json.put("channels", watch.channels().stream().map(ReviewJson::channel).toList());
    json.put("card", watch.card());
    json.put("validDays", watch.validDays());
    return json;
  }

  private static Map<String, @Nullable Object> channel(WatchFigures.Channel channel) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", channel.name());
    json.put("days", channel.days());
    json.put("sum", channel.sum());
    json.put("limit", channel.limit());
    json.put("active", channel.active());
    json.put("evidence", channel.evidence());
    return json;
  }

  private static Map<String, @Nullable Object> trend(Trend trend) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("n", trend.n());
    json.put("slopePerHour", trend.slopePerHour());
    json.put("s", trend.s());
    json.put("variance", trend.variance());
    json.put("z", trend.z());
    json.put("p", trend.p());
    json.put("intercept", trend.intercept());
    return json;
  }

  private static Map<String, @Nullable Object> streaks(Streaks streaks) {
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    kept.put("current", streaks.restKeptCurrent());
    kept.put("longest", streaks.restKeptLongest());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("restKept", kept);
    json.put("daysWorked", streaks.daysWorked());
    json.put("sprintDays", streaks.sprintDays());
    return json;
  }

  private static Map<String, @Nullable Object> platform(PlatformFigures platform) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("platform", platform.platform());
    json.put("workSeconds", platform.workSeconds());
    json.put("items", platform.items());
    json.put("rejected", platform.rejected());
    PayFigures pay = platform.pay();
    json.put("earned", pay.earned().amounts());
    json.put("pending", pay.pending().amounts());
    json.put("perWorkHour", pay.perWorkHour().amounts());
    json.put("perPresentHour", pay.perPresentHour().amounts());
    json.put("setAside", pay.setAside().amounts());
    json.put("perPresentHourRange", range(pay));
    return json;
  }
}
