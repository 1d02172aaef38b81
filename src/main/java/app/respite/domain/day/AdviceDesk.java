package app.respite.domain.day;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Course;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.fatigue.Suggestion.Kind;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.time.Durations;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coach makes of what it has learnt: when a rest fits in this stretch of work, and what it
 * suggests beside the reminders. Without knowledge it says nothing and the rules stand alone.
 */
final class AdviceDesk {
  /** The kind of the advice that tells of a rest that moved. */
  static final String REST = "rest";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** A rest that moves by less is not told of. */
  private static final Duration MOVED = Duration.ofMinutes(5);

  private static final Duration NEW_DAY = Duration.ofHours(6);
  private static final Duration LONG_DAY = Duration.ofHours(4);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration SHORTEST_SPRINT = Duration.ofMinutes(10);
  private static final Duration GRAIN = Duration.ofMinutes(5);
  private static final double GOOD_REST = 20;
  private static final double SURE = .8;
  private static final double LIKELY = .5;
  private static final double CLEARLY_EASIER = 1;

  /** Who is further below the threshold than this needs no longer break. */
  private static final double FAIRLY = 2;

  private final Turn turn;
  private final Desks desks;

  AdviceDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  /**
   * Works the advice out for the stretch of work that has begun, so that it is there as long as
   * that lasts, and tells of a rest that moved.
   */
  void refresh() {
    State.Advised before = turn.mind.advised();
    if (turn.mind.knowledge() == null || !turn.counting() || current(before)) {
      return;
    }
    State.Advised now = workOut();
    if (now != null) {
      turn.mind = turn.mind.withAdvised(now);
      tellOfMovedRest();
    }
  }

  // When a rest fits.

  /** When a rest fits; null where nothing is known, or a rest was skipped since the last one. */
  @Nullable RestAdvice rest() {
    if (turn.restSkippedAt != null && turn.restSkippedAt.isAfter(turn.lastRest())) {
      return null;
    }
    State.Advised advised = turn.mind.advised();
    if (!current(advised)) {
      advised = workOut();
    }
    return advised == null ? null : advised.advice();
  }

  private boolean current(State.@Nullable Advised advised) {
    return advised != null
        && advised.rested().equals(turn.lastRest())
        && advised.threshold() == threshold()
        && advised.earliest().equals(turn.setting(RestRule.EARLIEST))
        && advised.latest().equals(turn.setting(RestRule.LATEST));
  }

  private State.@Nullable Advised workOut() {
    RestAdvisor standing = standing().orElse(null);
    if (standing == null) {
      return null;
    }
    Duration earliest = turn.setting(RestRule.EARLIEST);
    Duration latest = turn.setting(RestRule.LATEST);
    RestAdvice advice =
        standing.advise(threshold(), minutes(turn.sinceRest()), minutes(earliest), minutes(latest));
    return new State.Advised(turn.lastRest(), threshold(), earliest, latest, advice);
  }

  private int threshold() {
    return turn.preferences.get(CoachKeys.FATIGUE_THRESHOLD);
  }

  /** Where the person stands now; empty where nothing is known of them. */
  private Optional<RestAdvisor> standing() {
    Knowledge known = turn.mind.knowledge();
    if (known == null) {
      return Optional.empty();
    }
    List<Step> today = Course.today(spans(), turn.sure());
    Instant last = known.belief().lastRating();
    boolean sameDay = last != null && !today.isEmpty() && !last.isBefore(dayBegan());
    Belief belief = sameDay ? known.belief() : known.belief().onNewDay();
    return Optional.of(RestAdvisor.after(today, belief));
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>(turn.ledger.spans());
    Ledger.Open open = turn.ledger.open();
    if (open != null && open.since().isBefore(turn.sure())) {
      spans.add(open.until(open.session(), turn.sure()));
    }
    return spans;
  }

  /** When work began after the last long gap. */
  private Instant dayBegan() {
    Instant began = turn.now;
    for (Span span : spans().reversed()) {
      if (Duration.between(span.end(), began).compareTo(NEW_DAY) >= 0) {
        break;
      }
      began = span.start();
    }
    return began;
  }

  private void tellOfMovedRest() {
    State.Advised advised = turn.mind.advised();
    if (advised == null || !advised.advice().personal()) {
      return;
    }
    Duration usual =
        turn.mind.told() == null
            ? Durations.min(advised.earliest(), advised.latest())
            : turn.mind.told();
    boolean moved = advised.advice().after().minus(usual).abs().compareTo(MOVED) >= 0;
    Optional<Proposal> next =
        desks.breaks.next().filter(proposal -> proposal.kind() == BreakKind.REST);
    if (moved && next.isPresent() && desks.holds.reason() == null) {
      turn.mind = turn.mind.telling(advised.advice().after());
      Duration length = next.get().length();
      turn.tell(
          new Event.Advice(
              REST,
              length,
              AdviceWords.sentence(advised.advice(), length, clock(next.get().due()))));
    }
  }

  /** The time of day to five minutes, for what is only about then. */
  private String clock(Instant at) {
    long step = GRAIN.toSeconds();
    long rounded = Math.floorDiv(at.getEpochSecond() + step / 2, step) * step;
    return CLOCK.format(Instant.ofEpochSecond(rounded).atZone(turn.zone));
  }

  private static double minutes(Duration length) {
    return length.toNanos() / 6e10;
  }

  private static Duration whole(double minutes) {
    return Duration.ofMinutes(AdviceWords.minutes(minutes));
  }

  // What is suggested.

  void learned(Knowledge knowledge) {
    State.Advised before = turn.mind.advised();
    turn.mind = turn.mind.withKnowledge(knowledge);
    withdrawTaskThatIsGone();
    State.Advised now = before == null ? null : workOut();
    if (before != null && now != null) {
      turn.mind = turn.mind.withAdvised(now);
      if (turn.counting()) {
        tellOfMovedRest();
      }
    }
    switch (turn.phase) {
      case Phase.OnBreak rest when !desks.breaks.overtime() -> longerThan(rest.length());
      case Phase.Ready ready when turn.session != null -> ready();
      case Phase.Overrun over when turn.pending != null -> longerThan(turn.pending.wholeLength());
      default -> {}
    }
  }

  /** Archived or deleted since it was suggested: nobody will go on with it. */
  private void withdrawTaskThatIsGone() {
    Suggestion made = turn.mind.suggestion();
    if (made != null && made.kind() == Kind.OTHER_TASK && task(made.task()).isEmpty()) {
      withdraw(turn.mind.suggesting(null));
    }
  }

  private boolean ownPattern() {
    Knowledge known = turn.mind.knowledge();
    return known != null && known.belief().tier().atLeast(Tier.ROUGH) && known.belief().pattern();
  }

  private boolean open(Kind kind) {
    return turn.mind.suggestion() == null && !turn.mind.putAway().contains(kind);
  }

  /** A break is due, for a length. */
  void breakDue(Duration length) {
    longerThan(length);
  }

  /** A break has begun, for a length. */
  void breakBegan(Duration length) {
    Suggestion made = turn.mind.suggestion();
    if (made != null && made.kind() != Kind.LONGER_BREAK) {
      pass();
    } else if (made != null && made.length() != null && made.length().compareTo(length) <= 0) {
      withdraw(turn.mind.suggesting(null));
    }
    longerThan(length);
  }

  private void longerThan(Duration planned) {
    if (!ownPattern() || !open(Kind.LONGER_BREAK)) {
      return;
    }
    RestAdvisor standing = standing().orElse(null);
    if (standing == null) {
      return;
    }
    Duration worked = turn.workToday();
    if (worked.compareTo(LONG_DAY) >= 0
        && planned.compareTo(HALF_HOUR) < 0
        && !restedHalfAnHour()) {
      suggest(
          Kind.LONGER_BREAK,
          HALF_HOUR,
          null,
          Wording.say(
              "suggest.half-hour", "hours", worked.toHours(), "length", HALF_HOUR.toMinutes()));
      return;
    }
    Duration length = whole(standing.length(0));
    Range tired = standing.rating();
    if (length.minus(planned).compareTo(GRAIN) >= 0 && tired.mid() >= threshold() - FAIRLY) {
      suggest(
          Kind.LONGER_BREAK,
          length,
          null,
          Wording.say(
              "suggest.longer-break",
              "rating",
              AdviceWords.rating(tired),
              "length",
              length.toMinutes(),
              "planned",
              planned.toMinutes()));
    }
  }

  private boolean restedHalfAnHour() {
    Instant today = turn.days().startOf(turn.day);
    Instant since = null;
    Instant until = null;
    for (Span span : spans()) {
      if (span.end().isBefore(today) || !Ledger.isRest(span)) {
        continue;
      }
      since = until != null && until.equals(span.start()) ? since : span.start();
      until = span.end();
      if (since != null && Duration.between(since, until).compareTo(HALF_HOUR) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A break is over and nothing has begun: what comes next is the user's to say. */
  void ready() {
    Suggestion made = turn.mind.suggestion();
    if (made != null && made.kind() == Kind.LONGER_BREAK) {
      pass();
    }
    RestAdvisor standing = ownPattern() ? standing().orElse(null) : null;
    if (standing == null || turn.task == null) {
      return;
    }
    if (!enough(standing) && !otherTask(standing, turn.task)) {
      shorterSprint(standing);
    }
  }

  private boolean enough(RestAdvisor standing) {
    Duration worked = turn.workToday();
    if (!open(Kind.ENOUGH)
        || worked.compareTo(LONG_DAY) < 0
        || standing.then(new Step.Rest(GOOD_REST)).reaches(threshold(), 0) < SURE) {
      return false;
    }
    suggest(
        Kind.ENOUGH,
        null,
        null,
        Wording.say("suggest.enough", "threshold", threshold(), "hours", worked.toHours()));
    return true;
  }

  private boolean otherTask(RestAdvisor standing, Task current) {
    Knowledge known = turn.mind.knowledge();
    if (known == null || !open(Kind.OTHER_TASK) || standing.rating().mid() < threshold() - 1) {
      return false;
    }
    TaskTiredness here =
        known.tasks().stream()
            .filter(one -> one.task().id().equals(current.id()))
            .findFirst()
            .orElse(null);
    TaskTiredness easier =
        known.tasks().stream()
            .filter(one -> here != null && one.mean() <= here.mean() - CLEARLY_EASIER)
            .min(Comparator.comparingDouble(TaskTiredness::mean))
            .orElse(null);
    if (here == null || easier == null) {
      return false;
    }
    suggest(
        Kind.OTHER_TASK,
        null,
        easier.task().id(),
        Wording.say(
            "suggest.other-task",
            "there",
            Math.round(easier.mean()),
            "task",
            easier.task().name(),
            "sprints",
            easier.sprints(),
            "here",
            Math.round(here.mean()),
            "current",
            current.name()));
    return true;
  }

  private void shorterSprint(RestAdvisor standing) {
    Duration planned = turn.setting(SprintBreakRule.SPRINT);
    if (!open(Kind.SHORTER_SPRINT)
        || turn.lastFlow
        || standing.reaches(threshold(), minutes(planned)) < SURE) {
      return;
    }
    long grains = 0;
    while (GRAIN.multipliedBy(grains + 1).compareTo(planned) < 0
        && standing.reaches(threshold(), minutes(GRAIN.multipliedBy(grains + 1))) < LIKELY) {
      grains++;
    }
    Duration length = Durations.max(GRAIN.multipliedBy(grains), SHORTEST_SPRINT);
    if (planned.minus(length).compareTo(GRAIN) >= 0) {
      suggest(
          Kind.SHORTER_SPRINT,
          length,
          null,
          Wording.say(
              "suggest.shorter-sprint",
              "ratings",
              turn.mind.knowledge() == null ? 0 : turn.mind.knowledge().belief().ratings(),
              "threshold",
              threshold(),
              "length",
              length.toMinutes()));
    }
  }

  private void suggest(Kind kind, @Nullable Duration length, @Nullable UUID task, String sentence) {
    if (desks.holds.reason() != null) {
      return;
    }
    turn.mind = turn.mind.suggesting(new Suggestion(kind, length, task, sentence, turn.now));
    turn.tell(new Event.Advice(name(kind), length, sentence));
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What was suggested has had its time; unanswered, it is not said again today. */
  void pass() {
    Suggestion made = turn.mind.suggestion();
    if (made != null) {
      putAway(made.kind());
    }
  }

  void dayRolled() {
    withdraw(turn.mind.puttingAway(Set.of()).telling(null));
  }

  /** Nothing is suggested any more, so nothing goes on saying it. */
  private void withdraw(State.Mind without) {
    Suggestion made = turn.mind.suggestion();
    if (made != null && made.sentence().equals(turn.notice)) {
      turn.notice = null;
    }
    turn.mind = without;
  }

  private void putAway(Kind kind) {
    Set<Kind> kinds = EnumSet.of(kind);
    kinds.addAll(turn.mind.putAway());
    withdraw(turn.mind.puttingAway(kinds));
  }

  // What the user answers.

  void take() {
    Suggestion made = turn.mind.suggestion();
    if (made == null) {
      desks.refuse("take", "nothing is suggested");
      return;
    }
    withdraw(turn.mind.suggesting(null));
    switch (made.kind()) {
      case LONGER_BREAK -> {
        if (made.length() != null) {
          desks.breaks.lengthen(made.length());
        }
      }
      case SHORTER_SPRINT -> desks.sprints.start(new Input.Start(null, made.length(), false));
      case OTHER_TASK ->
          task(made.task())
              .ifPresentOrElse(
                  task -> desks.sprints.start(new Input.Start(task, null, turn.lastFlow)),
                  () -> desks.refuse("take", "the task is not there any more"));
      case ENOUGH -> desks.sprints.stop("you stopped");
    }
  }

  private Optional<Task> task(@Nullable UUID id) {
    Knowledge known = turn.mind.knowledge();
    return known == null
        ? Optional.empty()
        : known.tasks().stream()
            .map(TaskTiredness::task)
            .filter(task -> task.id().equals(id))
            .findFirst();
  }

  void dismiss() {
    Suggestion made = turn.mind.suggestion();
    if (made == null) {
      desks.refuse("dismiss", "nothing is suggested");
      return;
    }
    putAway(made.kind());
  }
}
