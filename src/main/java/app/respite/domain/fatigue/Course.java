package app.respite.domain.fatigue;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.SprintRatings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spans and ratings as days of work, rest and ratings (docs/models.md).
 *
 * <p>Breaks, natural rests and waiting to start restore fully; so do sleep, a lock or a gap of five
 * minutes and more; shorter ones, idle time and pauses with input restore half; under two minutes
 * the pace of work. After six hours without work a new day begins fresh, whatever midnight says. A
 * rating after a sprint belongs to the sprint's end, however late it was given.
 */
public final class Course {
  /** After so long without work a new day begins. */
  public static final Duration NEW_DAY = Duration.ofHours(6);

  private static final Duration PACE_OF_WORK = Duration.ofMinutes(2);
  private static final Duration REST = Duration.ofMinutes(5);
  private static final double HALF = .5;

  private record Piece(Instant start, Instant end, double restores, @Nullable UUID task) {
    boolean work() {
      return restores < 0;
    }
  }

  private static final double WORK = -1;

  private record Mark(Instant at, Step step, boolean sprint) {
    static Mark rated(Instant at, int rating, boolean sprint) {
      return new Mark(at, new Step.Rated(rating), sprint);
    }
  }

  /** Something said of one's tiredness without a number, see {@link Step.Said}. */
  public record Remark(Instant at, boolean tired) {
    /** What presses of "I'm tired now" and rests put off say. */
    public static List<Remark> of(List<Break> breaks, List<Decision> decisions) {
      return Stream.concat(
              breaks.stream()
                  .filter(one -> one.route() == Route.TIRED)
                  .map(one -> new Remark(one.start(), true)),
              decisions.stream()
                  .filter(one -> one.answer() == Answer.POSTPONED && one.type() == BreakKind.REST)
                  .map(one -> new Remark(one.at(), false)))
          .toList();
    }
  }

  private final Map<UUID, UUID> kinds = new HashMap<>();
  private final List<CourseDay> days = new ArrayList<>();
  private final List<CourseDay.Part> parts = new ArrayList<>();
  private final Map<UUID, Duration> work = new HashMap<>();
  private int sprints;
  private @Nullable Instant worked;

  private Course(Collection<Task> tasks) {
    Map<String, UUID> byKind = new HashMap<>();
    for (Task task : tasks) {
      kinds.put(
          task.id(),
          task.work().isBlank()
              ? task.id()
              : byKind.computeIfAbsent(task.work(), any -> task.id()));
    }
  }

  /**
   * The days of history, in order. Tasks of one kind of work count as the same work.
   *
   * @param sprints those without spans are taken as work from their beginning
   * @param threshold the rating at which the person wants to rest, which remarks are about
   */
  public static List<CourseDay> days(
      Collection<Task> tasks,
      List<Span> spans,
      List<Sprint> sprints,
      List<Rating> ratings,
      List<Remark> remarks,
      double threshold) {
    Course course = new Course(tasks);
    List<Piece> pieces = new ArrayList<>();
    spans.forEach(span -> pieces.add(piece(span)));
    pieces.addAll(assumed(spans, sprints));
    List<Mark> marks = marks(sprints, ratings);
    remarks.forEach(
        one -> marks.add(new Mark(one.at(), new Step.Said(one.tired(), threshold), false)));
    marks.sort(Comparator.comparing(Mark::at).thenComparing(Mark::sprint));
    course.walk(pieces, marks);
    return course.days;
  }

  /**
   * The running day up to now, without its ratings; empty where nothing was worked since the last
   * long gap.
   */
  public static List<Step> today(List<Span> spans, Instant now) {
    Course course = new Course(List.of());
    course.walk(
        spans.stream()
            .filter(span -> span.start().isBefore(now))
            .map(span -> span.end().isAfter(now) ? span.withTimes(span.start(), now) : span)
            .map(Course::piece)
            .toList(),
        List.of());
    if (course.days.isEmpty()) {
      return List.of();
    }
    CourseDay last = course.days.getLast();
    Duration since = Duration.between(last.end(), now);
    if (since.compareTo(NEW_DAY) >= 0) {
      return List.of();
    }
    return rests(new Interval(last.end(), now))
        .map(rest -> Stream.concat(last.steps().stream(), Stream.of((Step) rest)).toList())
        .orElse(last.steps());
  }

  private static Piece piece(Span span) {
    Duration length = span.length();
    double restores =
        switch (span.state()) {
          case WORK -> WORK;
          case BREAK, NATURAL, READY -> 1;
          case IDLE -> HALF;
          case AWAY -> length.compareTo(REST) >= 0 ? 1 : HALF;
          case PAUSED -> span.cause() != null ? 1 : HALF;
        };
    boolean pace = restores != 1 && length.compareTo(PACE_OF_WORK) < 0;
    return new Piece(span.start(), span.end(), pace ? WORK : restores, span.task());
  }

  private static List<Piece> assumed(List<Span> spans, List<Sprint> sprints) {
    Set<UUID> known = new HashSet<>();
    spans.forEach(span -> known.add(span.sprint() == null ? span.id() : span.sprint()));
    return sprints.stream()
        .filter(sprint -> !known.contains(sprint.id()) && sprint.activeSeconds() > 0)
        .map(
            sprint -> {
              Instant end = sprint.start().plusSeconds(sprint.activeSeconds());
              return new Piece(
                  sprint.start(),
                  end.isBefore(sprint.end()) ? end : sprint.end(),
                  WORK,
                  sprint.task());
            })
        .toList();
  }

  private static List<Mark> marks(List<Sprint> sprints, List<Rating> ratings) {
    SprintRatings told = new SprintRatings(sprints, ratings);
    List<Mark> marks = new ArrayList<>();
    for (Rating rating : told.beside()) {
      if (rating.fatigue() != null) {
        marks.add(Mark.rated(rating.at(), rating.fatigue(), false));
      }
    }
    for (Sprint sprint : told.rated(sprints)) {
      if (sprint.fatigue() != null) {
        marks.add(Mark.rated(sprint.end(), sprint.fatigue(), true));
      }
    }
    return marks;
  }

  private void walk(List<Piece> unordered, List<Mark> marks) {
    List<Piece> pieces = new ArrayList<>(unordered);
    pieces.sort(Comparator.comparing(Piece::start).thenComparing(Piece::end));
    int next = 0;
    Instant covered = Instant.MIN;
    for (Piece piece : pieces) {
      Instant begins = Interval.later(piece.start(), covered);
      if (!piece.end().isAfter(begins)) {
        continue;
      }
      if (piece.work()) {
        boolean fresh = worked == null || Duration.between(worked, begins).compareTo(NEW_DAY) >= 0;
        if (fresh) {
          next = markAll(marks, next, begins.minusNanos(1));
          finish();
        } else if (begins.isAfter(covered)) {
          next = passOutside(marks, next, new Interval(covered, begins));
        }
        worked = piece.end();
      } else if (parts.isEmpty()) {
        // Rest before the first work of a day changes nothing.
        covered = piece.end();
        continue;
      } else if (begins.isAfter(covered)) {
        next = passOutside(marks, next, new Interval(covered, begins));
      }
      next = pass(piece, begins, marks, next);
      covered = piece.end();
    }
    markAll(marks, next, Instant.MAX);
    finish();
  }

  /** Time of which nothing is recorded. */
  private int passOutside(List<Mark> marks, int from, Interval gap) {
    return rests(gap)
        .map(
            rest -> {
              double restores = rest.minutes() / minutes(gap);
              return pass(
                  new Piece(gap.start(), gap.end(), restores, null), gap.start(), marks, from);
            })
        .orElse(from);
  }

  private static Optional<Step.Rest> rests(Interval gap) {
    Duration length = gap.length();
    if (length.compareTo(PACE_OF_WORK) < 0) {
      return Optional.empty();
    }
    return Optional.of(new Step.Rest(minutes(gap) * (length.compareTo(REST) >= 0 ? 1 : HALF)));
  }

  private int pass(Piece piece, Instant from, List<Mark> marks, int first) {
    Instant at = from;
    int next = first;
    while (next < marks.size() && !marks.get(next).at().isAfter(piece.end())) {
      Mark mark = marks.get(next++);
      if (mark.at().isAfter(at)) {
        add(piece, at, mark.at());
        at = mark.at();
      }
      mark(mark);
    }
    if (piece.end().isAfter(at)) {
      add(piece, at, piece.end());
    }
    return next;
  }

  private int markAll(List<Mark> marks, int first, Instant until) {
    int next = first;
    while (next < marks.size() && !marks.get(next).at().isAfter(until)) {
      Mark mark = marks.get(next++);
      // Told hours later it is about another moment than the model knows of.
      if (worked != null && Duration.between(worked, mark.at()).compareTo(NEW_DAY) < 0) {
        Instant end = Interval.earlier(parts.getLast().end(), mark.at());
        rests(new Interval(end, mark.at()))
            .ifPresent(rest -> parts.add(new CourseDay.Part(end, mark.at(), rest)));
        mark(mark);
      }
    }
    return next;
  }

  private void mark(Mark mark) {
    if (parts.isEmpty()) {
      return;
    }
    parts.add(new CourseDay.Part(mark.at(), mark.at(), mark.step()));
    sprints += mark.sprint() ? 1 : 0;
  }

  private void add(Piece piece, Instant start, Instant end) {
    double minutes = minutes(new Interval(start, end));
    Step step = piece.work() ? new Step.Work(minutes) : new Step.Rest(minutes * piece.restores());
    parts.add(new CourseDay.Part(start, end, step));
    if (piece.work() && piece.task() != null) {
      work.merge(
          kinds.getOrDefault(piece.task(), piece.task()),
          Duration.between(start, end),
          Duration::plus);
    }
  }

  private void finish() {
    if (!parts.isEmpty()) {
      UUID main =
          work.entrySet().stream()
              .max(
                  Map.Entry.<UUID, Duration>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .orElse(null);
      days.add(new CourseDay(parts, sprints, main));
    }
    parts.clear();
    work.clear();
    sprints = 0;
  }

  private static double minutes(Interval stretch) {
    return stretch.length().toNanos() / 6e10;
  }
}
