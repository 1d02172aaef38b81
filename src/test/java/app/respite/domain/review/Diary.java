package app.respite.domain.review;

import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Records written down by hand, one after the other, as they would stand in a journal. */
public final class Diary {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  public final ZoneId zone;
  public final List<Task> tasks = new ArrayList<>();
  public final List<ZoneChange> zones = new ArrayList<>();
  public final List<Span> spans = new ArrayList<>();
  public final List<Sprint> sprints = new ArrayList<>();
  public final List<Break> breaks = new ArrayList<>();
  public final List<Decision> decisions = new ArrayList<>();
  public final List<Rating> ratings = new ArrayList<>();
  public final List<WorkItem> items = new ArrayList<>();
  public final List<DayCheckIn> dayCheckIns = new ArrayList<>();
  public final List<Rate> rates = new ArrayList<>();
  public final List<Verdict> verdicts = new ArrayList<>();
  public final List<Report> reports = new ArrayList<>();
  public final List<Platform> platforms = new ArrayList<>();
  private final UUID session = new UUID(7, 7);
  private long ids;

  public Diary(ZoneId zone) {
    this.zone = zone;
  }

  public UUID id() {
    return new UUID(1, ++ids);
  }

  /** An instant from local time in the diary's zone. */
  public Instant at(String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  public Task task(String name, String platform, Pay pay) {
    Task task = new Task(id(), name, platform, "", pay, null, null, null, false, false, false);
    tasks.add(task);
    return task;
  }

  public static Pay perHour(String amount, String currency) {
    return new Pay.PerHour(new Money(new BigDecimal(amount), currency));
  }

  public static Pay perItem(String amount, String currency) {
    return new Pay.PerItem(new Money(new BigDecimal(amount), currency));
  }

  public void span(Task task, SpanState state, Instant start, Duration length) {
    span(task, null, state, null, start, length);
  }

  public void span(
      Task task, UUID sprint, SpanState state, String cause, Instant start, Duration length) {
    UUID taskId = task == null ? null : task.id();
    spans.add(
        new Span(id(), session, sprint, taskId, state, cause, start, start.plus(length), null));
  }

  /** A sprint that is one span of work. */
  public Sprint sprint(
      Task task, Instant start, int minutes, Integer fatigue, Integer effort, Integer items) {
    UUID id = id();
    Duration length = Duration.ofMinutes(minutes);
    span(task, id, SpanState.WORK, null, start, length);
    SprintOutcome outcome = minutes >= 25 ? SprintOutcome.COMPLETED : SprintOutcome.PARTIAL;
    return add(
        new Sprint(
            id,
            task.id(),
            start,
            start.plus(length),
            length.toSeconds(),
            Duration.ofMinutes(25),
            outcome,
            fatigue,
            effort,
            items,
            null,
            null));
  }

  public Sprint add(Sprint sprint) {
    sprints.add(sprint);
    return sprint;
  }

  /** A break with its span. */
  public void rest(BreakKind kind, Route route, boolean credited, Instant start, int minutes) {
    Duration length = Duration.ofMinutes(minutes);
    boolean natural = kind == BreakKind.NATURAL;
    span(null, natural ? SpanState.NATURAL : SpanState.BREAK, start, length);
    breaks.add(new Break(id(), kind, start, start.plus(length), route, credited, null));
  }

  public void decision(Instant at, Answer answer) {
    decisions.add(new Decision(id(), at, BreakKind.SHORT, answer, null));
  }

  public void rating(Instant at, boolean before, Sprint sprint, Integer fatigue, Integer effort) {
    UUID id = sprint == null ? null : sprint.id();
    ratings.add(new Rating(id(), at, before, id, fatigue, effort));
  }

  public void item(Task task, Instant end, Integer seconds, ItemOutcome outcome, Money reward) {
    items.add(
        new WorkItem(
            id(),
            task.id(),
            "labelstudio-json",
            "k" + ids,
            null,
            seconds == null ? null : end.minusSeconds(seconds),
            end,
            seconds == null ? null : seconds * 1000L,
            seconds == null ? null : seconds * 1000L,
            TimeQuality.WALL_CLOCK,
            false,
            false,
            outcome,
            1,
            reward,
            null,
            new UUID(9, 9)));
  }

  public void zone(Instant at, String name) {
    zones.add(new ZoneChange(id(), at, ZoneId.of(name)));
  }

  public Records records() {
    return new Records(
        tasks,
        zones,
        spans,
        sprints,
        breaks,
        decisions,
        ratings,
        items,
        dayCheckIns,
        null,
        rates,
        verdicts,
        reports,
        platforms);
  }

  /** Everything, as a journal holds it. */
  public List<JournalRecord> all() {
    return Stream.<List<? extends JournalRecord>>of(
            tasks,
            zones,
            spans,
            sprints,
            breaks,
            decisions,
            ratings,
            items,
            dayCheckIns,
            rates,
            verdicts)
        .<JournalRecord>flatMap(List::stream)
        .toList();
  }

  public Review review(LocalDate from, LocalDate to) {
    return Reviewer.review(records(), Preferences.DEFAULTS, from, to, zone);
  }

  /** The same with what takes a look at the days before. */
  public Review analysed(LocalDate from, LocalDate to) {
    return analysed(from, to, Preferences.DEFAULTS);
  }

  public Review analysed(LocalDate from, LocalDate to, Preferences preferences) {
    Review review = Reviewer.review(records(), preferences, from, to, zone);
    return Analysis.complete(records(), preferences, review, zone, Instant.MAX);
  }

  /** As it stands at a moment. */
  public Review analysed(LocalDate from, LocalDate to, Instant now) {
    Review review = Reviewer.review(records(), Preferences.DEFAULTS, from, to, zone);
    return Analysis.complete(records(), Preferences.DEFAULTS, review, zone, now);
  }

  public DayFigures day(LocalDate day) {
    return review(day, day).days().getFirst();
  }

  /** Monday 2 March 2026: three sprints, two breaks, some items, in Berlin. */
  public static Diary monday() {
    Diary diary = new Diary(BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", perItem("0.05", "USD"));
    Task training = diary.task("Training", "Remotasks", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    Sprint first = diary.sprint(boxes, nine, 25, 3, 5, 30);
    diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, nine.plusSeconds(1500), 5);
    Sprint second = diary.sprint(boxes, nine.plusSeconds(1800), 25, null, null, 20);
    diary.decision(nine.plusSeconds(3300), Answer.POSTPONED);
    diary.span(boxes, SpanState.WORK, nine.plusSeconds(3300), Duration.ofMinutes(5));
    diary.rest(BreakKind.NATURAL, Route.NATURAL, true, nine.plusSeconds(3600), 12);
    diary.span(boxes, SpanState.READY, nine.plusSeconds(4320), Duration.ofMinutes(3));
    diary.sprint(training, nine.plusSeconds(4500), 10, 4, 2, null);
    diary.span(
        training, null, SpanState.AWAY, "lock", nine.plusSeconds(5100), Duration.ofMinutes(30));
    diary.rating(nine.plusSeconds(1520), false, first, 3, 5);
    for (int i = 0; i < 24; i++) {
      ItemOutcome outcome =
          i < 18 ? ItemOutcome.ACCEPTED : i < 20 ? ItemOutcome.REJECTED : ItemOutcome.PENDING;
      diary.item(boxes, second.start().plusSeconds(60L * (i + 1)), 50 + i, outcome, null);
    }
    return diary;
  }
}
