package app.respite.coach.preview;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.Learner;
import app.respite.coach.ReviewService;
import app.respite.coach.port.JournalReader;
import app.respite.coach.preview.DayReplay.Part;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.DayOutline;
import app.respite.domain.review.DayOutline.Difference;
import app.respite.domain.review.DayOutline.Person;
import app.respite.domain.review.Records;
import app.respite.domain.review.Reviewer;
import app.respite.domain.review.Stretch;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would have made of days that were worked. Work, breaks that the person took
 * unasked and time away stay as they were; breaks that the coach had asked for, and the waiting to
 * start after them, are left out, and those that it asks for under the other rules are put in their
 * place, see {@link DayReplay}.
 *
 * @param days those with work, in order
 * @param basis what the estimate of tiredness rests on, in one sentence
 * @param tasks the names of all tasks there are
 */
public record RulesPreview(
    LocalDate from, LocalDate to, List<Day> days, String basis, Map<UUID, String> tasks) {
  /** A day as it was and as it would have been. */
  public record Day(LocalDate day, DayOutline was, DayOutline would, Difference difference) {}

  public RulesPreview {
    days = List.copyOf(days);
    tasks = Map.copyOf(tasks);
  }

  /** Hears how far a replay has come. */
  @FunctionalInterface
  public interface Progress {
    /** Whether the replay is still wanted, before each day of {@code all} after those done. */
    boolean goOn(int done, int all);
  }

  /** A day of less work than this says little of rules. */
  private static final Duration WORTH_A_REPLAY = Duration.ofHours(1);

  /** How far back the last day with work is looked for. */
  private static final int LOOKED_BACK = 90;

  /** The most days that are replayed at once. */
  public static final int MOST_DAYS = 366;

  /** What a replay cannot know, in one sentence. */
  public static String assumed() {
    return say("preview.assumed");
  }

  /**
   * Replays the days of a range, the last one included, with what is known of the person today.
   *
   * @param now the rules in force
   * @param tried the other rules
   * @param zone the user's zone; counts where the journal knows none
   * @param at the present moment
   * @throws app.respite.coach.port.JournalException where the journal cannot be read
   */
  public static RulesPreview of(
      JournalReader journal,
      Preferences now,
      Preferences tried,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      Instant at) {
    return of(journal, now, tried, from, to, zone, at, (done, all) -> true).orElseThrow();
  }

  /** The same; empty where it was not wanted any more before it was done. */
  public static Optional<RulesPreview> of(
      JournalReader journal,
      Preferences now,
      Preferences tried,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      Instant at,
      Progress progress) {
    int all = (int) ChronoUnit.DAYS.between(from, to) + 1;
    Records records = ReviewService.range(journal, now, from, to, zone);
    DayCalendar calendar = Reviewer.calendar(records.zones(), now, zone);
    Knowledge knowledge = Learner.learn(journal, now, at, zone);
    List<Stretch> timeline = Reviewer.review(records, now, from, to, zone).timeline();
    Map<UUID, Task> tasks = new HashMap<>();
    records.tasks().forEach(task -> tasks.put(task.id(), task));
    Map<UUID, String> names = new HashMap<>();
    tasks.forEach((id, task) -> names.put(id, task.name()));
    Person person = new Person(now, names, knowledge.belief());
    Person other = new Person(tried, names, knowledge.belief());
    List<Day> days = new ArrayList<>();
    for (int done = 0; done < all; done++) {
      if (!progress.goOn(done, all)) {
        return Optional.empty();
      }
      LocalDate wanted = from.plusDays(done);
      List<Stretch> stretches = timeline.stream().filter(one -> one.day().equals(wanted)).toList();
      if (stretches.stream().noneMatch(one -> worked(one, tasks))) {
        continue;
      }
      List<Break> breaks =
          records.breaks().stream()
              .filter(one -> calendar.dayOf(one.start()).equals(wanted))
              .toList();
      DayOutline was = DayOutline.of(stretches, breaks, person);
      DayOutline would =
          replayed(
              wanted,
              parts(stretches, breaks, tasks),
              other,
              knowledge,
              calendar.zoneAt(stretches.getFirst().interval().start()),
              stretches.getFirst().interval().start());
      days.add(new Day(wanted, was, would, was.to(would)));
    }
    return Optional.of(
        new RulesPreview(from, to, days, AdviceWords.basis(knowledge.belief()), names));
  }

  /**
   * The last day that is worth a replay: with an hour of work, or else with the most of those that
   * were worked at all; today where none was.
   */
  public static LocalDate lastDay(JournalReader journal, Preferences now, ZoneId zone, Instant at) {
    DayCalendar calendar = Reviewer.calendar(journal.all(ZoneChange.class), now, zone);
    LocalDate today = calendar.dayOf(at);
    Interval range = calendar.interval(today.minusDays(LOOKED_BACK), today);
    Map<LocalDate, Long> spans = new TreeMap<>(Comparator.reverseOrder());
    Map<LocalDate, Long> sprints = new TreeMap<>(Comparator.reverseOrder());
    for (Span span : journal.find(Span.class, range)) {
      if (span.state() == SpanState.WORK && span.task() != null) {
        spans.merge(calendar.dayOf(span.start()), span.interval().length().toSeconds(), Long::sum);
      }
    }
    // What a tool exported has sprints without spans.
    for (Sprint sprint : journal.find(Sprint.class, range)) {
      sprints.merge(calendar.dayOf(sprint.start()), sprint.activeSeconds(), Long::sum);
    }
    sprints.forEach((day, seconds) -> spans.merge(day, seconds, Math::max));
    LocalDate best = today;
    long most = 0;
    for (Map.Entry<LocalDate, Long> worked : spans.entrySet()) {
      if (worked.getValue() >= WORTH_A_REPLAY.toSeconds()) {
        return worked.getKey();
      }
      if (worked.getValue() > most) {
        most = worked.getValue();
        best = worked.getKey();
      }
    }
    return best;
  }

  private static boolean worked(Stretch one, Map<UUID, Task> tasks) {
    return one.state() == SpanState.WORK && one.task() != null && tasks.containsKey(one.task());
  }

  private static DayOutline replayed(
      LocalDate day,
      List<Part> parts,
      Person person,
      Knowledge knowledge,
      ZoneId zone,
      Instant start) {
    DayReplay.Outcome outcome = DayReplay.of(parts, person.preferences(), zone, knowledge, start);
    List<Stretch> stretches =
        outcome.spans().stream()
            .map(
                span ->
                    new Stretch(
                        day,
                        span.state(),
                        span.task(),
                        span.sprint(),
                        span.cause(),
                        span.interval()))
            .toList();
    return DayOutline.of(stretches, outcome.breaks(), person);
  }

  /** What the person did by themselves, in order; work that follows work on the same task joins. */
  private static List<Part> parts(
      List<Stretch> stretches, List<Break> breaks, Map<UUID, Task> tasks) {
    List<Part> parts = new ArrayList<>();
    Instant end = stretches.getFirst().interval().start();
    for (Stretch one :
        stretches.stream().sorted(Comparator.comparing(each -> each.interval().start())).toList()) {
      Instant start = one.interval().start();
      if (start.isAfter(end)) {
        add(parts, new Part.Off(null, Duration.between(end, start)));
      }
      if (!one.interval().end().isAfter(end)) {
        continue;
      }
      Duration length = Duration.between(start.isAfter(end) ? start : end, one.interval().end());
      end = one.interval().end();
      switch (one.state()) {
        case WORK -> {
          Task task = one.task() == null ? null : tasks.get(one.task());
          add(parts, task == null ? new Part.Off(null, length) : new Part.Work(task, length));
        }
        case BREAK -> {
          if (own(one, breaks)) {
            add(parts, new Part.OwnBreak(length));
          }
        }
        case READY -> {}
        case IDLE, NATURAL, AWAY, PAUSED -> add(parts, new Part.Off(one.state(), length));
      }
    }
    return parts;
  }

  private static boolean own(Stretch stretch, List<Break> breaks) {
    Route route =
        breaks.stream()
            .filter(one -> one.interval().overlaps(stretch.interval()))
            .findFirst()
            .map(Break::route)
            .orElse(Route.MANUAL);
    return switch (route) {
      case MANUAL, TIRED, TOOK, NATURAL -> true;
      case ACCEPTED, AUTO -> false;
    };
  }

  private static void add(List<Part> parts, Part next) {
    Part last = parts.isEmpty() ? null : parts.getLast();
    Part joined = last == null ? null : joined(last, next);
    if (joined == null) {
      parts.add(next);
    } else {
      parts.set(parts.size() - 1, joined);
    }
  }

  private static @Nullable Part joined(Part last, Part next) {
    Duration length = last.length().plus(next.length());
    if (last instanceof Part.Work one
        && next instanceof Part.Work two
        && one.task().id().equals(two.task().id())) {
      return new Part.Work(one.task(), length);
    }
    if (last instanceof Part.Off one && next instanceof Part.Off two && one.kind() == two.kind()) {
      return new Part.Off(one.kind(), length);
    }
    return null;
  }
}
