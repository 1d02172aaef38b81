package app.respite.cli.review;

import app.respite.cli.text.Columns;
import app.respite.coach.words.LoadWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Earnings;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.PlatformFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.review.TraitWords;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.review.WithinSprints;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A review as calm plain text for a terminal of 80 columns. What is not known is said as such. */
public final class ReviewText {
  private static final int WIDTH = 80;
  private static final int NAME = 17;
  private static final String INDENT = "  ";
  private static final String SPRINT_HEAD = Columns.column("Sprints", 68) + "tired effort";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Review review;
  private final Map<UUID, String> names = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private ReviewText(Review review) {
    this.review = review;
    review.tasks().forEach(task -> names.put(task.id(), task.task()));
  }

  /**
   * The lines, each at most 80 columns, without line ends.
   *
   * @param here this machine's zone; the review's is named where its clock is another
   */
  public static List<String> lines(Review review, ZoneId here) {
    ReviewText text = new ReviewText(review);
    text.write(here);
    return List.copyOf(text.lines);
  }

  private void write(ZoneId here) {
    boolean oneDay = review.from().equals(review.to());
    String day =
        oneDay
            ? DAY.format(review.from())
            : DAY.format(review.from()) + " to " + DAY.format(review.to());
    Instant noon = review.to().atTime(LocalTime.NOON).atZone(review.zone()).toInstant();
    String elsewhere = Phrases.elsewhere(review.zone(), here, noon);
    lines.add(elsewhere.isEmpty() ? day : day + " (" + elsewhere + ")");
    if (review.days().stream().allMatch(DayFigures::isEmpty) && review.tasks().isEmpty()) {
      paragraph(oneDay ? "Nothing recorded on this day." : "Nothing recorded on these days.");
      if (review.load() != null) {
        week();
        watch();
      }
      return;
    }
    paragraph(headline());
    if (oneDay) {
      timeline();
      sprints();
    } else {
      days();
    }
    items();
    pay();
    rest();
    tiredness();
    week();
    watch();
  }

  private String headline() {
    List<String> parts = new ArrayList<>();
    long work = sum(DayFigures::workSeconds);
    parts.add(work == 0 ? "no work time recorded" : length(work) + " of work");
    if (!review.sprints().isEmpty()) {
      parts.add(Figures.count(review.sprints().size(), "sprint"));
    }
    long items = sum(DayFigures::items);
    if (items > 0) {
      parts.add(Figures.count(items, "item"));
    }
    long breaks = sum(DayFigures::breaksTaken) + sum(DayFigures::breaksNatural);
    if (breaks > 0) {
      parts.add(Figures.count(breaks, "break"));
    }
    String text = String.join(", ", parts) + ".";
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void timeline() {
    if (!review.timeline().isEmpty()) {
      section("");
      TimelineBar.lines(review.timeline(), review.zone(), WIDTH - INDENT.length())
          .forEach(this::line);
    }
  }

  private void sprints() {
    if (review.sprints().isEmpty()) {
      return;
    }
    section(SPRINT_HEAD);
    for (SprintFigures one : review.sprints()) {
      line(sprint(one));
    }
    rated();
  }

  private String sprint(SprintFigures one) {
    ZoneId zone = review.zone();
    Integer items = one.items();
    String told =
        items == null ? "items not told" : Figures.count(items, "item") + typedBeside(one);
    return CLOCK.format(one.sprint().start().atZone(zone))
        + "-"
        + CLOCK.format(one.sprint().end().atZone(zone))
        + "  "
        + Columns.column(names.getOrDefault(one.sprint().task(), ""), NAME)
        + "  "
        + Columns.column(length(one), 15)
        + Columns.column(told, 19)
        + String.format(Locale.ROOT, "%5s %6s", rating(one.fatigue()), rating(one.effort()));
  }

  private static String length(long seconds) {
    return Durations.rounded(Duration.ofSeconds(seconds), Durations.MINUTE);
  }

  private static String length(SprintFigures one) {
    Duration planned = one.sprint().planned();
    if (planned == null || one.sprint().outcome() == SprintOutcome.COMPLETED) {
      return Durations.rounded(one.active(), Durations.MINUTE);
    }
    return Durations.nearestMinutes(one.active()) + " of " + Durations.minutes(planned);
  }

  private static String rating(@Nullable Integer rating) {
    return rating == null ? "-" : rating + "/10";
  }

  /** Imported items replace a typed number; both are shown. */
  private static String typedBeside(SprintFigures one) {
    Integer typed = one.sprint().items();
    return typed != null && one.imported().containsKey(one.sprint().task())
        ? " (typed " + typed + ")"
        : "";
  }

  private void rated() {
    long rated = sum(DayFigures::ratedSprints);
    long all = review.sprints().size();
    line(rated + " of " + all + " sprints rated.");
  }

  private void days() {
    section("Days");
    for (DayFigures day : review.days()) {
      if (!day.isEmpty()) {
        line(day(day));
      }
    }
    long off = review.days().stream().filter(DayFigures::isEmpty).count();
    if (off > 0) {
      line(Figures.count(off, "day") + " with nothing recorded.");
    }
    if (!review.sprints().isEmpty()) {
      rated();
    }
  }

  private static String day(DayFigures day) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(day.sprints(), "sprint"));
    parts.add(Figures.count(day.items(), "item"));
    parts.add(Figures.count(day.breaksTaken() + (long) day.breaksNatural(), "break"));
    if (day.endFatigue() != null) {
      parts.add("tired " + day.endFatigue() + "/10 last");
    }
    return Columns.column(SHORT_DAY.format(day.day()), 11)
        + Columns.column(length(day.workSeconds()), 12)
        + String.join(", ", parts);
  }

  private void items() {
    List<TaskFigures> counted =
        review.tasks().stream()
            .filter(task -> task.items() + task.skipped() > 0 || task.typedItems() != null)
            .toList();
    if (counted.isEmpty()) {
      if (!review.sprints().isEmpty()) {
        section("Items");
        line("No items counted, typed or imported.");
      }
      return;
    }
    section("Items");
    for (TaskFigures task : counted) {
      items(task);
    }
  }

  private void items(TaskFigures task) {
    String rate =
        task.itemsPerHour() == null
            ? "pace not known (no times)"
            : Figures.rate(task.itemsPerHour()) + " an hour";
    String median =
        task.medianSecondsPerItem() == null
            ? ""
            : ", median " + Figures.rate(task.medianSecondsPerItem()) + " s an item";
    line(
        Columns.column(task.task(), NAME)
            + "  "
            + Figures.count(task.items(), "item")
            + ", "
            + rate
            + median);
    detail(outcomes(task));
    if (task.sprintsWithItems() > 0 && task.sprintsWithItems() < task.sprints()) {
      detail(
          "Items told in "
              + task.sprintsWithItems()
              + " of "
              + Figures.count(task.sprints(), "sprint")
              + "; the pace takes the others as 0.");
    }
    Integer typed = task.typedItems();
    if (typed != null && typed != task.items()) {
      detail("You typed " + typed + "; where items were imported, those count.");
    }
    if (task.sprintsWithItems() > 0) {
      detail(usual(task));
    }
    if (task.trend() != null) {
      detail(trend(task));
    }
    WithinSprints within = task.withinSprints();
    if (within != null) {
      detail(LoadWords.within(within));
    }
  }

  private static String usual(TaskFigures task) {
    PaceBand usual = task.usual();
    Double low = usual.low();
    Double high = usual.high();
    return low == null || high == null
        ? Wording.say(
            "review.pace.usual.unknown", "sprints", usual.sprints(), "least", PaceBand.LEAST)
        : Wording.say(
            "review.pace.usual",
            "low",
            Figures.rate(low),
            "high",
            Figures.rate(high),
            "sprints",
            usual.sprints());
  }

  private static @Nullable String outcomes(TaskFigures task) {
    List<String> parts = new ArrayList<>();
    Double rejected = task.rejectedRate();
    if (rejected != null) {
      int decided = task.accepted() + task.rejected();
      parts.add(
          Figures.share(rejected)
              + " rejected ("
              + task.rejected()
              + " of "
              + decided
              + " decided)");
    }
    if (task.undecided() > 0) {
      parts.add(task.undecided() + " not decided yet");
    }
    if (task.skipped() > 0) {
      parts.add(task.skipped() + " skipped");
    }
    return parts.isEmpty() ? null : String.join(", ", parts) + ".";
  }

  private static String trend(TaskFigures task) {
    if (task.trend() == null || task.trend().p() > 0.05) {
      return "No clear rise or fall of the pace between sprints.";
    }
    String way = task.trend().s() < 0 ? "lower" : "higher";
    return "The pace was "
        + way
        + " in later sprints ("
        + Figures.count(task.trend().n(), "sprint")
        + "); this may have many causes.";
  }

  private void pay() {
    List<TaskFigures> paid =
        review.tasks().stream()
            .filter(task -> !task.earned().isEmpty() || !task.pending().isEmpty())
            .toList();
    if (paid.isEmpty()) {
      return;
    }
    section("Pay");
    line(payRow("", "earned", "per work hour", "per present hour"));
    for (TaskFigures task : paid) {
      payRows(task.task(), task.earned(), task.perWorkHour(), task.perPresentHour());
    }
    for (PlatformFigures platform : review.platforms()) {
      long members =
          review.tasks().stream()
              .filter(task -> task.platform().equals(platform.platform()))
              .count();
      if (members > 1 && !platform.earned().isEmpty()) {
        payRows(
            "all of " + platform.platform(),
            platform.earned(),
            platform.perWorkHour(),
            platform.perPresentHour());
      }
    }
    line("Present is work, breaks, natural rest and being ready.");
    Earnings aside = total(paid.stream().map(TaskFigures::setAside).toList());
    if (aside.amounts().values().stream().anyMatch(amount -> amount.signum() != 0)) {
      paragraphIn("Set aside for taxes: " + money(aside.amounts()) + ".");
    }
    Earnings pending = total(paid.stream().map(TaskFigures::pending).toList());
    if (!pending.isEmpty()) {
      paragraphIn("Not decided yet: " + money(pending.amounts()) + ".");
    }
  }

  private void payRows(String name, Earnings earned, Earnings perWork, Earnings perPresent) {
    if (earned.isEmpty()) {
      line(payRow(name, "not decided", "-", "-"));
    }
    earned
        .amounts()
        .forEach(
            (currency, amount) ->
                line(
                    payRow(
                        name,
                        Figures.money(amount, currency),
                        rate(perWork, currency),
                        rate(perPresent, currency))));
  }

  private static String rate(Earnings rates, String currency) {
    return rates.amounts().containsKey(currency)
        ? Figures.money(rates.amounts().get(currency), currency)
        : "-";
  }

  private static String payRow(String name, String earned, String perWork, String perPresent) {
    return Columns.column(name, NAME)
        + String.format(Locale.ROOT, " %18s %18s %18s", earned, perWork, perPresent);
  }

  /** Amounts of several currencies, or a dash for none. */
  private static String money(Map<String, BigDecimal> amounts) {
    List<String> parts = new ArrayList<>();
    amounts.forEach((currency, amount) -> parts.add(Figures.money(amount, currency)));
    return parts.isEmpty() ? "-" : String.join(" + ", parts);
  }

  private static Earnings total(List<Earnings> all) {
    return all.stream().reduce(Earnings.NONE, Earnings::plus);
  }

  private void rest() {
    if (review.timeline().isEmpty() && review.sprints().isEmpty()) {
      return;
    }
    section("Rest");
    List<String> parts = new ArrayList<>();
    addIf(parts, sum(DayFigures::breaksTaken), " taken");
    addIf(parts, sum(DayFigures::breaksNatural), " natural");
    addIf(parts, sum(DayFigures::breaksPostponed), " postponed");
    addIf(parts, sum(DayFigures::breaksSkipped), " skipped");
    long rested = sum(DayFigures::breakSeconds) + sum(DayFigures::naturalRestSeconds);
    paragraphIn(
        (parts.isEmpty() ? "No breaks recorded" : "Breaks: " + String.join(", ", parts))
            + (rested == 0 ? "." : "; " + length(rested) + " of rest in all."));
    long heavy = sum(DayFigures::heavySeconds);
    if (heavy > 0) {
      line("Heavy content: " + length(heavy) + " of the work.");
    }
    if (review.from().equals(review.to())) {
      Integer tired = review.days().getFirst().endFatigue();
      line(
          tired == null
              ? "Tiredness at the end: not rated."
              : "Tiredness at the end: " + tired + "/10.");
    }
    if (review.streaks().restKeptCurrent() > 1) {
      line(
          "Rest kept on the last "
              + Figures.count(review.streaks().restKeptCurrent(), "day")
              + " with work.");
    }
  }

  private void week() {
    LoadFigures load = review.load();
    if (load != null) {
      section("Week");
      LoadWords.lines(load).forEach(this::paragraphIn);
    }
  }

  private void watch() {
    WatchFigures watch = review.watch();
    if (watch == null) {
      return;
    }
    section("Strain watch");
    paragraphIn(LoadWords.standing(watch));
    watch.channels().forEach(channel -> paragraphIn(channel.evidence()));
    if (watch.state() == WatchFigures.State.QUIET) {
      paragraphIn(LoadWords.oneAlone());
    }
    if (watch.card() != null) {
      paragraph(watch.card());
    }
  }

  private void tiredness() {
    FatigueFigures estimate = review.fatigue();
    if (estimate == null) {
      return;
    }
    section("Tiredness, estimated");
    paragraphIn(estimate.sentence());
    for (String trait : TraitWords.of(estimate)) {
      paragraphIn(trait);
    }
  }

  private static void addIf(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(number + what);
    }
  }

  private long sum(ToLongFunction<DayFigures> figure) {
    return review.days().stream().mapToLong(figure).sum();
  }

  private void section(String title) {
    lines.add("");
    if (!title.isEmpty()) {
      lines.add(title);
    }
  }

  private void line(String text) {
    lines.add(Columns.shortened(INDENT + text, WIDTH).stripTrailing());
  }

  private void detail(@Nullable String text) {
    if (text != null) {
      lines.addAll(Columns.wrap("", INDENT.length() + NAME + 2, text, WIDTH));
    }
  }

  private void paragraph(String text) {
    section("");
    paragraphIn(text);
  }

  private void paragraphIn(String text) {
    lines.addAll(Columns.wrap("", INDENT.length(), text, WIDTH));
  }
}
