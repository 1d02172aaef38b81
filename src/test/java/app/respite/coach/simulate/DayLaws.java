package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.ReviewService;
import app.respite.coach.StateFields;
import app.respite.coach.simulate.Walk.Look;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.day.course.DayState;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What must hold on every day whatever happens on it (docs/contract.md). */
final class DayLaws {
  private DayLaws() {}

  /** No span is empty or negative, none overlaps another. */
  static void spansAreInOrder(List<Span> spans) {
    Span before = null;
    for (Span span : spans) {
      assertThat(span.start()).as("%s has a length", span).isBefore(span.end());
      if (before != null) {
        assertThat(span.start())
            .as("%s begins after %s", span, before)
            .isAfterOrEqualTo(before.end());
      }
      before = span;
    }
  }

  /** The summary is the sum of the journal's spans. */
  static void summaryIsTheSumOfSpans(Walk walk) {
    Map<SpanState, Duration> sums = new HashMap<>();
    for (Span span : walk.journal.all(Span.class)) {
      sums.merge(span.state(), span.length(), Duration::plus);
    }
    Event.Summary summary = walk.summary();
    assertThat(
            List.of(
                summary.workSeconds(),
                summary.breakSeconds(),
                summary.naturalRestSeconds(),
                summary.idleSeconds(),
                summary.pausedSeconds(),
                summary.readySeconds(),
                summary.awaySeconds()))
        .isEqualTo(
            List.of(
                    SpanState.WORK,
                    SpanState.BREAK,
                    SpanState.NATURAL,
                    SpanState.IDLE,
                    SpanState.PAUSED,
                    SpanState.READY,
                    SpanState.AWAY)
                .stream()
                .map(state -> sums.getOrDefault(state, Duration.ZERO).toSeconds())
                .toList());
  }

  /**
   * Every moment of a session is in exactly one bucket: its spans follow each other without a hole
   * from the event that opened it to its end.
   */
  static void sessionsHaveNoHoles(Walk walk) {
    Map<UUID, List<Span>> sessions = new HashMap<>();
    for (Span span : walk.journal.all(Span.class)) {
      sessions.computeIfAbsent(span.session(), _ -> new ArrayList<>()).add(span);
    }
    Map<UUID, Instant> opened = new HashMap<>();
    UUID open = null;
    Instant end = null;
    int next = 0;
    Map<UUID, Instant> closed = new HashMap<>();
    for (Look look : walk.looks) {
      UUID now = look.state().session().id();
      if (now != null && !now.equals(open)) {
        // Several may have begun between two looks; the last one that opened is this one.
        for (int i = next; i < look.told(); i++) {
          Event event = walk.told.get(i).event();
          boolean begins =
              event instanceof Event.SprintStarted
                  || (event instanceof Event.BreakStarted started && started.route() != Route.TOOK);
          if (begins && !opened.containsKey(now) && only(walk, next, look.told())) {
            opened.put(now, walk.told.get(i).at());
          }
        }
      }
      if (open != null
          && now == null
          && walk.verb(look.line()).equals("stop")
          && look.at().equals(Instant.parse(String.valueOf(walk.lines.get(look.line()).get("at"))))
          && walk.told.subList(next, look.told()).stream()
              .noneMatch(h -> h.event() instanceof Event.Refused)) {
        closed.put(open, look.at());
      }
      open = now;
      next = look.told();
      end = look.at();
    }
    if (open != null && end != null && walk.alive) {
      closed.put(open, walk.told.getLast().at());
    }
    sessions.forEach(
        (session, spans) -> {
          Instant start = opened.get(session);
          if (start != null && spans.getFirst().state() != SpanState.AWAY) {
            assertThat(spans.getFirst().start())
                .as("start of %s", spans.getFirst())
                .isEqualTo(start);
          }
          Span before = null;
          for (Span span : spans) {
            if (before != null && span.state() != SpanState.AWAY) {
              assertThat(span.start()).as("%s follows %s", span, before).isEqualTo(before.end());
            }
            before = span;
          }
          Instant stopped = closed.get(session);
          if (stopped != null) {
            assertThat(spans.getLast().end()).as("end of %s", spans.getLast()).isEqualTo(stopped);
          }
        });
  }

  private static boolean only(Walk walk, int from, int to) {
    return walk.told.subList(from, to).stream()
            .filter(
                h ->
                    h.event() instanceof Event.SprintStarted
                        || h.event() instanceof Event.BreakStarted)
            .count()
        == 1;
  }

  /** "Since last rest" is the work since the end of the last rest, and only a rest lowers it. */
  static void sinceRestFallsOnlyByARest(Walk walk) {
    Look before = null;
    for (Look look : walk.looks) {
      assertThat(look.snapshot().sinceRest()).isGreaterThanOrEqualTo(Duration.ZERO);
      boolean longGone =
          !look.state().sessionOpen()
              && !look.spans().isEmpty()
              && !look.spans().getLast().end().plus(Duration.ofHours(1)).isAfter(look.at());
      if (!lookInGap(look) && !longGone) {
        assertThat(look.snapshot().sinceRest())
            .as("work since the last rest at %s, spans %s", look.at(), tail(look.spans()))
            .isIn(possibleWorkSinceRest(look));
      }
      if (before != null
          && look.snapshot().sinceRest().compareTo(before.snapshot().sinceRest()) < 0) {
        assertThat(restsBetween(walk, before, look))
            .as(
                "a reason why since-rest fell from %s at %s to %s at %s",
                before.snapshot().sinceRest(), before.at(), look.snapshot().sinceRest(), look.at())
            .isTrue();
      }
      before = look;
    }
  }

  private static String tail(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans.subList(Math.max(0, spans.size() - 6), spans.size())) {
      text.append(span.state()).append(' ').append(span.cause()).append(' ');
      text.append(span.start()).append("..").append(span.end()).append("; ");
    }
    return text.toString();
  }

  private static boolean lookInGap(Look look) {
    return StateFields.of(look.state()).containsKey("presence.gap");
  }

  /**
   * The work since the last rest that is booked; or since the end of a stretch in which nothing is
   * (B83), which is a rest as far as nobody was seen in it: what was seen, spans do not tell.
   */
  private static List<Duration> possibleWorkSinceRest(Look look) {
    List<Duration> possible = new ArrayList<>(List.of(workSinceRest(look, Instant.MIN)));
    for (Interval empty : unbooked(look)) {
      possible.add(workSinceRest(look, empty.end()));
    }
    return possible;
  }

  /** Stretches without any span, long enough for a rest. */
  private static List<Interval> unbooked(Look look) {
    Duration resets = look.state().preferences().get(RestRule.RESETS_AFTER, look.snapshot().task());
    List<Interval> found = new ArrayList<>();
    Instant booked = null;
    for (Span span : look.spans()) {
      if (booked != null && booked.isBefore(span.start())) {
        found.add(new Interval(booked, span.start()));
      }
      booked = booked == null ? span.end() : Interval.later(booked, span.end());
    }
    if (booked != null && booked.isBefore(look.at())) {
      found.add(new Interval(booked, look.at()));
    }
    return found.stream().filter(empty -> empty.length().compareTo(resets) >= 0).toList();
  }

  private static Duration workSinceRest(Look look, Instant atLeastFrom) {
    Duration resets = look.state().preferences().get(RestRule.RESETS_AFTER, look.snapshot().task());
    Instant rested = look.state().session().restedAt();
    Instant from = Interval.later(atLeastFrom, rested == null ? Instant.MIN : rested);
    Interval stretch = null;
    for (Span span : look.spans()) {
      boolean rest =
          switch (span.state()) {
            case BREAK, NATURAL, AWAY -> true;
            case PAUSED -> "no-input".equals(span.cause());
            case WORK, IDLE, READY -> false;
          };
      if (!rest) {
        continue;
      }
      stretch =
          stretch != null && stretch.end().equals(span.start())
              ? new Interval(stretch.start(), span.end())
              : span.interval();
      if (stretch.length().compareTo(resets) >= 0) {
        from = Interval.later(from, stretch.end());
      }
    }
    Duration work = Duration.ZERO;
    for (Span span : look.spans()) {
      if (span.state() == SpanState.WORK && span.end().isAfter(from)) {
        work = work.plus(Duration.between(Interval.later(span.start(), from), span.end()));
      }
    }
    return work;
  }

  private static final Set<String> MAY_LOWER =
      Set.of(
          "answer-idle",
          "recover",
          "set",
          "switch",
          "start",
          "kill",
          "launch",
          "break",
          "tired",
          "took");

  private static boolean restsBetween(Walk walk, Look before, Look after) {
    for (int i = before.line(); i <= after.line(); i++) {
      if (i >= 0 && MAY_LOWER.contains(walk.verb(i))) {
        return true;
      }
    }
    boolean told =
        walk.told.subList(before.told(), after.told()).stream()
            .map(TimedEvent::event)
            .anyMatch(
                event ->
                    event instanceof Event.NaturalBreak
                        || event instanceof Event.Away
                        || event instanceof Event.BreakEnded
                        || event instanceof Event.BreakStarted
                        || event instanceof Event.SprintResumed);
    return told
        || after.state().session().restedAt() != null
            && !after.state().session().restedAt().isBefore(before.at())
        || lookInGap(after)
        || unbooked(after).stream().anyMatch(empty -> empty.end().isAfter(before.at()))
        || after.snapshot().state() == Snapshot.Mode.BREAK
        || before.snapshot().state() == Snapshot.Mode.PAUSED
        || after.snapshot().state() == Snapshot.Mode.PAUSED;
  }

  /** A break that fell due is answered, put off or void before another kind is due, or pending. */
  static void dueBreaksAreNeverLost(Walk walk) {
    BreakKind pending = null;
    int looked = 0;
    for (int i = 0; i <= walk.told.size(); i++) {
      while (looked < walk.looks.size() && walk.looks.get(looked).told() == i) {
        Snapshot.DueBreak due = walk.looks.get(looked).snapshot().due();
        boolean shown = due != null && due.state() != Snapshot.DueState.WARNED;
        if (pending != null) {
          assertThat(shown)
              .as("%s is still due at %s", pending, walk.looks.get(looked).at())
              .isTrue();
          assertThat(due.kind()).isEqualTo(pending);
        }
        looked++;
      }
      if (i == walk.told.size()) {
        break;
      }
      TimedEvent timed = walk.told.get(i);
      switch (timed.event()) {
        case Event.BreakDue due -> {
          assertThat(pending == null || pending == due.kind())
              .as("%s over %s", timed, pending)
              .isTrue();
          pending = due.kind();
        }
        case Event.BreakDeferred due -> {
          assertThat(pending == null || pending == due.kind())
              .as("%s over %s", timed, pending)
              .isTrue();
          pending = due.kind();
        }
        case Event.BreakPostponed put ->
            assertThat(put.kind()).as("%s at %s", put, timed.at()).isEqualTo(pending);
        case Event.BreakSkipped skipped -> {
          assertThat(skipped.kind()).as("%s at %s", skipped, timed.at()).isEqualTo(pending);
          pending = null;
        }
        case Event.BreakVoid gone -> {
          if (gone.kind() == pending) {
            pending = null;
          }
        }
        case Event.BreakStarted started -> pending = null;
        default -> {}
      }
    }
  }

  /** Nothing ends that did not begin, no day rolls back, time never goes back. */
  static void nothingIsToldTwice(Walk walk) {
    boolean onBreak = false;
    boolean sprint = false;
    boolean idle = false;
    boolean quiet = false;
    boolean meeting = false;
    boolean paused = false;
    Instant at = Instant.MIN;
    LocalDate day = LocalDate.MIN;
    for (TimedEvent timed : walk.told) {
      assertThat(timed.at()).as("%s", timed).isAfterOrEqualTo(at);
      at = timed.at();
      switch (timed.event()) {
        case Event.BreakStarted started -> {
          assertThat(onBreak).as("%s", timed).isFalse();
          onBreak = true;
        }
        case Event.BreakEnded ended -> {
          assertThat(onBreak).as("%s", timed).isTrue();
          assertThat(ended.taken()).as("%s", timed).isGreaterThanOrEqualTo(Duration.ZERO);
          onBreak = false;
        }
        case Event.SprintStarted started -> {
          assertThat(sprint).as("%s", timed).isFalse();
          sprint = true;
          paused = false;
        }
        case Event.SprintEnded ended -> {
          assertThat(sprint).as("%s", timed).isTrue();
          assertThat(ended.start()).as("%s", timed).isBeforeOrEqualTo(ended.end());
          assertThat(ended.active())
              .as("%s", timed)
              .isBetween(Duration.ZERO, Duration.between(ended.start(), ended.end()));
          sprint = false;
          paused = false;
        }
        case Event.SprintPaused started -> {
          assertThat(paused).as("%s", timed).isFalse();
          paused = true;
        }
        case Event.SprintResumed resumed -> {
          assertThat(paused).as("%s", timed).isTrue();
          paused = false;
        }
        case Event.IdleBegan began -> {
          assertThat(idle).as("%s", timed).isFalse();
          assertThat(began.since()).isBeforeOrEqualTo(at);
          idle = true;
        }
        case Event.IdleEnded ended -> {
          assertThat(idle).as("%s", timed).isTrue();
          idle = false;
        }
        case Event.QuietBegan began -> quiet = true;
        case Event.QuietEnded ended -> {
          assertThat(quiet).as("%s", timed).isTrue();
          quiet = false;
        }
        case Event.MeetingBegan began -> meeting = true;
        case Event.MeetingEnded ended -> {
          assertThat(meeting).as("%s", timed).isTrue();
          meeting = false;
        }
        case Event.DayRolled rolled -> {
          assertThat(rolled.day()).as("%s", timed).isAfter(day);
          day = rolled.day();
        }
        default -> {}
      }
      // A pause of work after a sprint's end is over with a break or the session.
      if (timed.event() instanceof Event.BreakStarted started && started.route() != Route.TOOK) {
        paused = false;
      }
    }
  }

  /** Figures shown are never negative, and the coach is never behind its own deadlines. */
  static void looksAreSound(Walk walk) {
    for (Look look : walk.looks) {
      Snapshot shown = look.snapshot();
      assertThat(shown.elapsed())
          .as("elapsed at %s", look.at())
          .isGreaterThanOrEqualTo(Duration.ZERO);
      assertThat(shown.overtime()).isGreaterThanOrEqualTo(Duration.ZERO);
      if (shown.remaining() != null) {
        assertThat(shown.remaining()).isGreaterThanOrEqualTo(Duration.ZERO);
      }
      if (look.deadline() != null) {
        assertThat(look.deadline()).as("deadline at %s", look.at()).isAfter(look.state().now());
      }
      spansAreInOrder(look.spans());
    }
  }

  /** What was booked when the program died is there when it runs again, but for a checkpoint. */
  static void killsLoseAtMostACheckpoint(Walk walk) {
    for (int i = 0; i + 1 < walk.looks.size(); i++) {
      Look before = walk.looks.get(i);
      Look after = walk.looks.get(i + 1);
      boolean killed =
          before.line() + 1 < walk.lines.size()
              && walk.verb(before.line() + 1).equals("kill")
              && after.line() > before.line()
              && walk.verb(after.line()).equals("launch");
      if (killed && !lookInGap(before)) {
        assertThat(booked(before, before.at()).minus(booked(after, before.at())))
            .as("lost by the kill at %s", before.at())
            .isBetween(Duration.ZERO, Duration.ofSeconds(15));
      }
    }
  }

  private static Duration booked(Look look, Instant until) {
    Duration sum = Duration.ZERO;
    for (Span span : look.spans()) {
      if (span.start().isBefore(until)) {
        sum = sum.plus(Duration.between(span.start(), Interval.earlier(span.end(), until)));
      }
    }
    return sum;
  }

  /** What a user can do is not refused, and what is refused was not offered. */
  static void offersAreTrue(Walk walk) {
    Task boxes = Task.named(new UUID(4, 2), "Boxes");
    Task other = Task.named(new UUID(4, 3), "Something new");
    Map<Action, Input.Command> commands = new HashMap<>();
    commands.put(Action.START, new Input.Start(boxes, null, false));
    commands.put(Action.STOP, new Input.Stop());
    commands.put(Action.PAUSE, new Input.Pause(null));
    commands.put(Action.RESUME, new Input.Resume());
    commands.put(Action.SWITCH, new Input.SwitchTask(other));
    commands.put(Action.BREAK, new Input.TakeBreak(null));
    commands.put(Action.ACCEPT, new Input.Accept());
    commands.put(Action.POSTPONE, new Input.Postpone(null));
    commands.put(Action.SKIP, new Input.Skip());
    commands.put(Action.END_BREAK, new Input.EndBreak(false));
    commands.put(Action.TIRED, new Input.Tired());
    commands.put(Action.TOOK, new Input.Took(null));
    commands.put(Action.QUIET, new Input.Quiet(null, false, false));
    commands.put(Action.QUIET_OFF, new Input.Quiet(null, false, true));
    commands.put(Action.MEETING, new Input.Meeting(null, false));
    commands.put(Action.MEETING_OFF, new Input.Meeting(null, true));
    commands.put(Action.CHECK_IN, new Input.CheckIn(false, 4, 4, null, null, null, null));
    commands.put(Action.ITEM, new Input.Items(1));
    commands.put(Action.ANSWER_IDLE, new Input.AnswerIdle(IdleAnswer.REST, null));
    commands.put(Action.RECOVER, new Input.Recover(Recovery.KEEP));
    for (Look look : walk.looks) {
      DayState state = look.state();
      commands.forEach(
          (action, command) -> {
            boolean refused =
                CourseOfDay.step(state, look.at(), command).events().stream()
                    .anyMatch(h -> h.event() instanceof Event.Refused);
            assertThat(refused)
                .as("%s at %s refused in %s", action, look.at(), look.snapshot())
                .isEqualTo(!look.snapshot().can().contains(action));
          });
    }
  }

  /** B68: between its falling due and an answer a break is announced once. */
  static void aBreakIsAnnouncedOnce(Walk walk) {
    TimedEvent announced = null;
    for (TimedEvent timed : walk.told) {
      switch (timed.event()) {
        case Event.BreakDue due -> {
          assertThat(announced).as("announced before %s", timed).isNull();
          announced = timed;
        }
        case Event.BreakPostponed put -> announced = null;
        case Event.BreakSkipped skipped -> announced = null;
        case Event.BreakStarted started -> announced = null;
        case Event.BreakVoid gone -> {
          if (announced != null
              && announced.event() instanceof Event.BreakDue due
              && due.kind() == gone.kind()) {
            announced = null;
          }
        }
        default -> {}
      }
    }
  }

  /** B74: no break is void twice at one moment. */
  static void noBreakIsVoidTwice(Walk walk) {
    Set<String> gone = new HashSet<>();
    for (TimedEvent timed : walk.told) {
      switch (timed.event()) {
        case Event.BreakVoid one ->
            assertThat(gone.add(one.kind() + " " + timed.at())).as("%s", timed).isTrue();
        // Another one by then.
        case Event.BreakDue due -> gone.clear();
        case Event.BreakDeferred due -> gone.clear();
        default -> {}
      }
    }
  }

  /** B67: while somebody is known to be gone no break begins by itself. */
  static void noBreakBeginsOnAnEmptyChair(Walk walk) {
    boolean gone = false;
    for (TimedEvent timed : walk.told) {
      switch (timed.event()) {
        case Event.IdleBegan began -> gone = true;
        case Event.IdleEnded ended -> gone = false;
        case Event.NaturalBreak rested -> gone = false;
        case Event.Away away -> gone = false;
        case Event.BreakStarted started ->
            assertThat(gone && started.route() == Route.AUTO).as("%s", timed).isFalse();
        default -> {}
      }
    }
  }

  /** B71: a stretch of flow ran as long as it was wanted, when its user ends it. */
  static void whatTheUserEndsInFlowIsCompleted(Walk walk) {
    Set<Instant> stops = new HashSet<>();
    for (int i = 0; i < walk.lines.size(); i++) {
      if (walk.verb(i).equals("stop")) {
        stops.add(Instant.parse(String.valueOf(walk.lines.get(i).get("at"))));
      }
    }
    boolean flow = false;
    for (TimedEvent timed : walk.told) {
      switch (timed.event()) {
        case Event.SprintStarted started -> flow = started.planned() == null;
        case Event.SprintEnded ended -> {
          if (flow && stops.contains(timed.at()) && ended.end().equals(timed.at())) {
            assertThat(ended.outcome()).as("%s", timed).isEqualTo(SprintOutcome.COMPLETED);
          }
        }
        default -> {}
      }
    }
  }

  /** B65, B72: what the tasks are paid for is the work there was, once. */
  static void noTimeIsPaidTwice(Walk walk, ZoneId zone) {
    List<Span> spans = walk.journal.all(Span.class);
    spansAreInOrder(spans);
    if (spans.isEmpty() || !walk.alive) {
      return;
    }
    Duration work = Duration.ZERO;
    for (Span span : spans) {
      work = span.state() == SpanState.WORK ? work.plus(span.length()) : work;
    }
    LocalDate first = LocalDate.ofInstant(spans.getFirst().start(), zone).minusDays(2);
    LocalDate last = LocalDate.ofInstant(spans.getLast().end(), zone).plusDays(2);
    Review review = ReviewService.figures(walk.journal, Preferences.DEFAULTS, first, last, zone);
    long paid = review.tasks().stream().mapToLong(TaskFigures::workSeconds).sum();
    long days = review.days().stream().mapToLong(DayFigures::workSeconds).sum();
    long rounding = review.tasks().size() + review.days().size();
    assertThat(paid).as("of the tasks").isBetween(work.toSeconds() - rounding, work.toSeconds());
    assertThat(days).as("of the days").isBetween(work.toSeconds() - rounding, work.toSeconds());
  }
}
