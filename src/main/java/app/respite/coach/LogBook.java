package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest.Entry;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalReader;
import app.respite.domain.day.Change;
import app.respite.domain.day.advice.CheckInPolicy;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.EnumWords;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * History edited by hand: sprints and breaks added, changed, deleted. Spans stay the truth: every
 * edit changes them, and they never overlap. Each edit can be undone.
 */
public final class LogBook {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final double DONE = 0.9;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Journal journal;
  private final Supplier<UUID> ids;
  private final ZoneId zone;

  /**
   * The history of a journal.
   *
   * @param zone messages tell times as {@code log} shows them, in this zone where the journal knows
   *     of no other
   */
  public LogBook(Journal journal, Supplier<UUID> ids, ZoneId zone) {
    this.journal = journal;
    this.ids = ids;
    this.zone = zone;
  }

  /** Adds a sprint, or a break where the entry names its kind. */
  public JournalRecord add(Entry from, Instant now) {
    Interval when = interval(given("start", from.start()), given("end", from.end()), now);
    BreakKind kind = from.break_();
    if (kind != null) {
      refuseFigures(from);
    }
    refuseOverlap(when, List.of());
    UUID session = ids.get();
    List<Change> changes = new ArrayList<>();
    JournalRecord added;
    if (kind != null) {
      Route route = kind == BreakKind.NATURAL ? Route.NATURAL : Route.MANUAL;
      added = new Break(ids.get(), kind, when.start(), when.end(), route, true, null);
      SpanState state = kind == BreakKind.NATURAL ? SpanState.NATURAL : SpanState.BREAK;
      changes.add(put(span(session, null, null, state, when)));
    } else {
      Task task = new Tasks(journal).named(from.task() == null ? "" : from.task());
      UUID id = ids.get();
      long seconds = when.length().toSeconds();
      added =
          figures(
              new Sprint(
                  id,
                  task.id(),
                  when.start(),
                  when.end(),
                  seconds,
                  null,
                  SprintOutcome.COMPLETED,
                  null,
                  null,
                  null,
                  null,
                  null),
              from);
      changes.add(put(span(session, id, task.id(), SpanState.WORK, when)));
    }
    changes.addFirst(put(added));
    journal.write(changes, "added " + describe(added));
    return added;
  }

  /**
   * Changes a sprint or break.
   *
   * @param id its id, or the beginning of that
   * @param from what is to change of task, start, end and a sprint's figures
   */
  public JournalRecord edit(String id, Entry from, Instant now) {
    JournalRecord old = find(journal, id);
    List<Change> changes = new ArrayList<>();
    JournalRecord edited =
        switch (old) {
          case Sprint sprint -> editSprint(sprint, from, now, changes);
          case Break taken -> editBreak(taken, from, now, changes);
          default ->
              throw wrong(describe(old) + " cannot be edited; edit its sprint or break instead");
        };
    changes.addFirst(put(edited));
    journal.write(changes, "edited " + describe(edited));
    return edited;
  }

  private Sprint editSprint(Sprint sprint, Entry from, Instant now, List<Change> changes) {
    Instant start = orElse(from.start(), sprint.start());
    Instant end = orElse(from.end(), sprint.end());
    Interval when = interval(start, end, now);
    String name = from.task();
    UUID task = name == null ? sprint.task() : new Tasks(journal).named(name).id();
    List<Span> spans = spansOf(sprint);
    List<Span> moved = new ArrayList<>();
    if (when.equals(sprint.interval())) {
      moved.addAll(spans);
    } else {
      refuseOverlap(when, sprint.id());
      moved.addAll(fit(spans, sprint, when));
    }
    List<UUID> left = new ArrayList<>(spans.stream().map(Span::id).toList());
    long active = 0;
    for (Span span : moved) {
      boolean same = name == null || span.state() != SpanState.WORK;
      Span put = same ? span : span.withTask(task);
      left.remove(put.id());
      changes.add(put(put));
      if (put.state() == SpanState.WORK) {
        active += put.length().toSeconds();
      }
    }
    left.forEach(id -> changes.add(new Change.Remove(Span.class, id)));
    Sprint edited =
        sprint
            .withTask(task)
            .withTimes(when.start(), when.end(), active)
            .withOutcome(outcome(sprint, when, active));
    return figures(edited, from);
  }

  private static SprintOutcome outcome(Sprint sprint, Interval when, long active) {
    Duration planned = sprint.planned();
    if (planned == null || when.equals(sprint.interval())) {
      return sprint.outcome();
    }
    return active >= DONE * planned.toSeconds() ? SprintOutcome.COMPLETED : SprintOutcome.PARTIAL;
  }

  /** The spans cut to an interval; where it is longer, the first and the last reach its edges. */
  private List<Span> fit(List<Span> spans, Sprint sprint, Interval when) {
    List<Span> fitted = new ArrayList<>();
    for (Span span : spans) {
      Interval part = span.interval().clip(when);
      if (!part.isEmpty()) {
        fitted.add(span.withTimes(part.start(), part.end()));
      }
    }
    if (fitted.isEmpty()) {
      UUID session = spans.isEmpty() ? ids.get() : spans.getFirst().session();
      return List.of(span(session, sprint.id(), sprint.task(), SpanState.WORK, when));
    }
    if (when.start().isBefore(sprint.start())) {
      fitted.set(0, fitted.getFirst().withTimes(when.start(), fitted.getFirst().end()));
    }
    if (when.end().isAfter(sprint.end())) {
      Span last = fitted.getLast();
      fitted.set(fitted.size() - 1, last.withTimes(last.start(), when.end()));
    }
    return fitted;
  }

  /** Saying that a break was changed when it was not would be worse than to refuse. */
  private static void refuseFigures(Entry from) {
    refuse("task", from.task());
    refuse("items", from.items());
    refuse("rejected", from.rejected());
    refuse("fatigue", from.fatigue());
    refuse("effort", from.effort());
    refuse("note", from.note());
  }

  private static void refuse(String name, @Nullable Object told) {
    if (told != null) {
      throw wrong("a break has no '" + name + "'; only its start and end can be given");
    }
  }

  private static Instant given(String name, @Nullable Instant told) {
    if (told == null) {
      throw wrong("'" + name + "' should be an instant");
    }
    return told;
  }

  private Break editBreak(Break taken, Entry from, Instant now, List<Change> changes) {
    refuseFigures(from);
    Instant start = orElse(from.start(), taken.start());
    Instant end = orElse(from.end(), taken.end());
    Interval when = interval(start, end, now);
    Interval before = taken.interval();
    if (!when.equals(before)) {
      List<Span> own = restsIn(before);
      refuseOverlap(when, own);
      own.forEach(span -> changes.add(new Change.Remove(Span.class, span.id())));
      UUID session = own.isEmpty() ? ids.get() : own.getFirst().session();
      SpanState state = own.isEmpty() ? SpanState.BREAK : own.getFirst().state();
      changes.add(put(span(session, null, null, state, when)));
    }
    return taken.withTimes(when.start(), when.end());
  }

  /** Deletes a record of history and what hangs on it; gives what it was. */
  public String delete(String id) {
    return delete(find(journal, id));
  }

  private String delete(JournalRecord old) {
    List<Change> changes = new ArrayList<>();
    switch (old) {
      case Sprint sprint -> {
        changes.add(new Change.Remove(Sprint.class, sprint.id()));
        spansOf(sprint).forEach(span -> changes.add(new Change.Remove(Span.class, span.id())));
        for (Rating rating : journal.all(Rating.class)) {
          if (sprint.id().equals(rating.sprint())) {
            changes.add(new Change.Remove(Rating.class, rating.id()));
          }
        }
      }
      case Break taken -> {
        changes.add(new Change.Remove(Break.class, taken.id()));
        restsIn(taken.interval())
            .forEach(span -> changes.add(new Change.Remove(Span.class, span.id())));
      }
      case Span span -> {
        Sprint sprint = sprintLeftEmptyWithout(span);
        if (sprint != null) {
          return delete(sprint);
        }
        changes.add(new Change.Remove(Span.class, span.id()));
        UUID owner = span.sprint();
        if (owner != null && span.state() == SpanState.WORK) {
          journal
              .byId(Sprint.class, owner)
              .ifPresent(of -> changes.add(put(lessWork(of, span.length()))));
        }
      }
      default -> throw wrong(describe(old) + " cannot be deleted by hand");
    }
    String what = describe(old);
    journal.write(changes, "deleted " + what);
    return what;
  }

  /** The sprint of whose work nothing would be left; null where some is, or there is none. */
  private @Nullable Sprint sprintLeftEmptyWithout(Span span) {
    UUID owner = span.sprint();
    if (owner == null || span.state() != SpanState.WORK) {
      return null;
    }
    return journal
        .byId(Sprint.class, owner)
        .filter(
            sprint ->
                spansOf(sprint).stream()
                    .noneMatch(
                        other -> other.state() == SpanState.WORK && !other.id().equals(span.id())))
        .orElse(null);
  }

  private static Sprint lessWork(Sprint sprint, Duration less) {
    return sprint.withActiveSeconds(Math.max(0, sprint.activeSeconds() - less.toSeconds()));
  }

  /**
   * The sprint, break or span whose id begins with a text.
   *
   * @throws CoachException of kind {@code WRONG} where the text is no id, {@code NO} where nothing
   *     or more than one thing has it
   */
  public static JournalRecord find(JournalReader journal, String id) {
    List<JournalRecord> all = new ArrayList<>();
    for (Class<? extends JournalRecord> kind : List.of(Sprint.class, Break.class, Span.class)) {
      all.addAll(journal.all(kind));
    }
    return ShortIds.find(id, all, "respite log", "nothing in the log");
  }

  private List<Span> spansOf(Sprint sprint) {
    return journal.find(Span.class, wide(sprint.start(), sprint.end())).stream()
        .filter(span -> sprint.id().equals(span.sprint()))
        .sorted(Comparator.comparing(Span::start))
        .toList();
  }

  private List<Span> restsIn(Interval when) {
    return journal.find(Span.class, when).stream()
        .filter(span -> span.state() == SpanState.BREAK || span.state() == SpanState.NATURAL)
        .filter(span -> span.interval().overlaps(when))
        .filter(span -> !span.start().isBefore(when.start()) && !span.end().isAfter(when.end()))
        .toList();
  }

  private static Interval wide(Instant start, Instant end) {
    return new Interval(start.minus(LONGEST), end.plus(LONGEST));
  }

  private void refuseOverlap(Interval when, @Nullable UUID sprint) {
    refuseOverlap(
        when,
        journal.find(Span.class, when).stream()
            .filter(span -> sprint != null && sprint.equals(span.sprint()))
            .toList());
  }

  private void refuseOverlap(Interval when, List<Span> own) {
    // What is open counts already and is not in history yet; its end is still to come.
    for (Span open : CoachCore.openSpans(journal, Preferences.DEFAULTS, when.end())) {
      if (!own.contains(open) && when.end().isAfter(open.start())) {
        throw wrong(
            "that overlaps the session that is open, from "
                + clock(open.start())
                + " on; stop it first, then edit the log");
      }
    }
    for (Span span : journal.find(Span.class, when)) {
      if (!own.contains(span) && span.interval().overlaps(when)) {
        JournalRecord shown = shown(span);
        Instant from = orElse(shown.begins(), span.start());
        Instant to = orElse(shown.ends(), span.end());
        throw wrong(
            "that overlaps "
                + describe(shown)
                + " from "
                + clock(from)
                + " to "
                + clock(to)
                + " (id "
                + ShortIds.of(shown.id())
                + "); change or delete that first");
      }
    }
  }

  /** What {@code log} shows of a stretch: its sprint, its break, or else itself. */
  private JournalRecord shown(Span span) {
    return switch (span.state()) {
      case WORK -> {
        UUID owner = span.sprint();
        Optional<Sprint> sprint =
            owner == null ? Optional.empty() : journal.byId(Sprint.class, owner);
        yield sprint.isPresent() ? sprint.get() : span;
      }
      case BREAK, NATURAL -> {
        for (Break taken : journal.find(Break.class, span.interval())) {
          if (taken.interval().overlaps(span.interval())) {
            yield taken;
          }
        }
        yield span;
      }
      default -> span;
    };
  }

  /** A moment as {@code log} has it, with the day. */
  private String clock(Instant at) {
    ZoneId there =
        Reviewer.calendar(journal.all(ZoneChange.class), Preferences.DEFAULTS, zone).zoneAt(at);
    return WHEN.format(at.atZone(there));
  }

  private Interval interval(Instant start, Instant end, Instant now) {
    if (!start.isBefore(end)) {
      throw wrong("the end " + clock(end) + " should be after the start " + clock(start));
    }
    if (end.isAfter(now)) {
      throw wrong("the end " + clock(end) + " is still to come; log what is over");
    }
    Interval when = new Interval(start, end);
    if (when.length().compareTo(LONGEST) > 0) {
      throw wrong("that is longer than a day; give it in parts");
    }
    return when;
  }

  private static Sprint figures(Sprint sprint, Entry from) {
    Sprint told =
        sprint.withFigures(
            bounded("fatigue", from.fatigue(), 10),
            bounded("effort", from.effort(), 10),
            bounded("items", from.items(), 1_000_000),
            bounded("rejected", from.rejected(), 1_000_000),
            from.note());
    Integer items = told.items();
    Integer rejected = told.rejected();
    if (items != null && rejected != null && rejected > items) {
      throw moreRejected(rejected, items);
    }
    return told;
  }

  static CoachException moreRejected(int rejected, int items) {
    return wrong(CheckInPolicy.moreRejected(rejected, items));
  }

  private static @Nullable Integer bounded(String name, @Nullable Integer value, int most) {
    if (value != null && (value < 0 || value > most)) {
      throw wrong("'" + name + "' should be a whole number from 0 to " + most);
    }
    return value;
  }

  private Span span(
      UUID session, @Nullable UUID sprint, @Nullable UUID task, SpanState state, Interval when) {
    return new Span(ids.get(), session, sprint, task, state, null, when.start(), when.end(), null);
  }

  private String describe(JournalRecord record) {
    return switch (record) {
      case Sprint sprint ->
          "a sprint of "
              + journal.byId(Task.class, sprint.task()).map(Task::name).orElse("an unknown task");
      case Break taken -> "a " + EnumWords.of(taken.type()) + " break";
      case Span span -> "a stretch of " + EnumWords.of(span.state());
      default -> "this record";
    };
  }

  private static <T> T orElse(@Nullable T value, T fallback) {
    return value == null ? fallback : value;
  }

  private static Change put(JournalRecord record) {
    return new Change.Put(record);
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
