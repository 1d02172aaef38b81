package app.respite.domain.day.advice;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.advice.AdviceState.Heard;
import app.respite.domain.day.breaks.BreakPolicy;
import app.respite.domain.day.breaks.PendingBreak;
import app.respite.domain.day.breaks.RunningBreak;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionView;
import app.respite.domain.day.session.WorkFigures;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.tiredness.TirednessPolicy;
import app.respite.domain.day.tiredness.TirednessState.Advised;
import app.respite.domain.day.tiredness.TirednessView;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.RestAdvisor;
import app.respite.domain.fatigue.Step;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.fatigue.Suggestion.Kind;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coach tells and suggests beside the reminders, from what it has learnt: that a rest
 * moved, a longer break, a shorter sprint, another task, or to leave it at that. One thing at a
 * time; what was put away, or passed without an answer, does not come back the same day, nor on the
 * next with nothing new in it (B90).
 */
public final class AdvicePolicy {
  /** A rest that moves by less is not told of. */
  private static final Duration MOVED = Duration.ofMinutes(5);

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

  private final StepContext context;
  private final SessionView session;
  private final WorkFigures figures;
  private final TirednessView tiredness;
  private final BreakPolicy breaks;
  private AdviceState state;

  /** For one step, from the part before it. */
  public AdvicePolicy(
      StepContext context,
      SessionView session,
      WorkFigures figures,
      TirednessView tiredness,
      BreakPolicy breaks,
      AdviceState state) {
    this.context = context;
    this.session = session;
    this.figures = figures;
    this.tiredness = tiredness;
    this.breaks = breaks;
    this.state = state;
  }

  /** The part as it is by now. */
  public AdviceState state() {
    return state;
  }

  /**
   * More is known: what fits may be another thing now.
   *
   * @param renewed whether there is a new advice on when a rest fits
   */
  public void learned(boolean renewed) {
    if (renewed && session.counting()) {
      tellOfMovedRest();
    }
    withdrawTaskThatIsGone();
    RunningBreak running = breaks.state().running();
    PendingBreak pending = breaks.state().pending();
    if (running != null && !breaks.overtime()) {
      longerThan(running.length());
    } else if (session.phase() instanceof Phase.Ready && session.id() != null) {
      ready();
    } else if (session.phase() instanceof Phase.Overrun && pending != null) {
      longerThan(pending.wholeLength());
    }
  }

  /** A rest fits at another time than was told: tells of it, once. */
  public void tellOfMovedRest() {
    state = state.workingOn(context.day());
    Advised advised = tiredness.advised();
    if (advised == null || !advised.advice().personal()) {
      return;
    }
    Duration usual =
        state.told() == null ? Durations.min(advised.earliest(), advised.latest()) : state.told();
    boolean moved = advised.advice().after().minus(usual).abs().compareTo(MOVED) >= 0;
    Optional<Proposal> next = breaks.next().filter(proposal -> proposal.kind() == BreakKind.REST);
    if (moved && next.isPresent() && breaks.heldBack() == null) {
      state = state.telling(advised.advice().after());
      if (!news(Event.Advice.Kind.REST, advised.advice().after(), null)) {
        return;
      }
      Duration length = next.get().length();
      context.tell(
          new Event.Advice(
              Event.Advice.Kind.REST,
              length,
              AdviceWords.sentence(
                  advised.advice(), length, AdviceWords.around(next.get().due(), context.zone()))));
    }
  }

  /** Archived or deleted since it was suggested: nobody will go on with it. */
  private void withdrawTaskThatIsGone() {
    Suggestion made = state.suggestion();
    if (made != null && made.kind() == Kind.OTHER_TASK && task(made.task()).isEmpty()) {
      withdraw(state.suggesting(null));
    }
  }

  private static Duration whole(double minutes) {
    return Duration.ofMinutes(Figures.fives(minutes));
  }

  private boolean ownPattern() {
    Knowledge known = tiredness.knowledge();
    return known != null && known.belief().tier().atLeast(Tier.ROUGH) && known.belief().pattern();
  }

  private boolean open(Kind kind) {
    return state.suggestion() == null && !state.putAway().contains(kind);
  }

  /**
   * Whether this is more than was told on the last day with work: nobody is told the same thing
   * every day. It is again once it is about another length or task, was followed, or had no reason
   * for a day.
   */
  private boolean news(Event.Advice.Kind kind, @Nullable Duration length, @Nullable UUID task) {
    Heard heard = new Heard(kind, length, task, context.day());
    boolean known = state.knows(heard);
    state = state.hearing(heard);
    return !known;
  }

  /** A break was prompted, for a length. */
  public void breakPrompted(Duration length) {
    longerThan(length);
  }

  /** A break has begun, for a length. */
  public void breakBegan(Duration length) {
    Suggestion made = state.suggestion();
    if (made != null && made.kind() != Kind.LONGER_BREAK) {
      pass();
    } else if (made != null && made.length() != null && made.length().compareTo(length) <= 0) {
      withdraw(state.suggesting(null));
    }
    longerThan(length);
  }

  private void longerThan(Duration planned) {
    state = state.workingOn(context.day());
    if (!ownPattern() || !open(Kind.LONGER_BREAK)) {
      return;
    }
    RestAdvisor standing = tiredness.standing().orElse(null);
    if (standing == null) {
      return;
    }
    Duration worked = figures.workToday();
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
    if (length.minus(planned).compareTo(GRAIN) >= 0
        && tired.mid() >= tiredness.threshold() - FAIRLY) {
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
    Instant today = context.dayStart();
    Instant since = null;
    Instant until = null;
    for (Span span : figures.spans()) {
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
  public void ready() {
    state = state.workingOn(context.day());
    Suggestion made = state.suggestion();
    if (made != null && made.kind() == Kind.LONGER_BREAK) {
      pass();
    }
    RestAdvisor standing = ownPattern() ? tiredness.standing().orElse(null) : null;
    if (standing == null || session.task() == null) {
      return;
    }
    if (!enough(standing) && !otherTask(standing, session.task())) {
      shorterSprint(standing);
    }
  }

  private boolean enough(RestAdvisor standing) {
    Duration worked = figures.workToday();
    if (!open(Kind.ENOUGH)
        || worked.compareTo(LONG_DAY) < 0
        || standing.then(new Step.Rest(GOOD_REST)).reaches(tiredness.threshold(), 0) < SURE) {
      return false;
    }
    return suggest(
        Kind.ENOUGH,
        null,
        null,
        Wording.say(
            "suggest.enough", "threshold", tiredness.threshold(), "hours", worked.toHours()));
  }

  private boolean otherTask(RestAdvisor standing, Task current) {
    Knowledge known = tiredness.knowledge();
    if (known == null
        || !open(Kind.OTHER_TASK)
        || standing.rating().mid() < tiredness.threshold() - 1) {
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
    return suggest(
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
  }

  private void shorterSprint(RestAdvisor standing) {
    Duration planned = session.setting(SprintBreakRule.SPRINT);
    if (!open(Kind.SHORTER_SPRINT)
        || session.lastFlow()
        || standing.reaches(tiredness.threshold(), TirednessPolicy.minutes(planned)) < SURE) {
      return;
    }
    long grains = 0;
    while (GRAIN.multipliedBy(grains + 1).compareTo(planned) < 0
        && standing.reaches(
                tiredness.threshold(), TirednessPolicy.minutes(GRAIN.multipliedBy(grains + 1)))
            < LIKELY) {
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
              tiredness.knowledge() == null ? 0 : tiredness.knowledge().belief().ratings(),
              "threshold",
              tiredness.threshold(),
              "length",
              length.toMinutes()));
    }
  }

  /** Whether it is suggested now: not while prompts are held back, nor what is known already. */
  private boolean suggest(
      Kind kind, @Nullable Duration length, @Nullable UUID task, String sentence) {
    if (breaks.heldBack() != null || !news(about(kind), length, task)) {
      return false;
    }
    state = state.suggesting(new Suggestion(kind, length, task, sentence, context.now()));
    context.tell(new Event.Advice(about(kind), length, sentence));
    return true;
  }

  private static Event.Advice.Kind about(Kind kind) {
    return switch (kind) {
      case LONGER_BREAK -> Event.Advice.Kind.LONGER_BREAK;
      case SHORTER_SPRINT -> Event.Advice.Kind.SHORTER_SPRINT;
      case OTHER_TASK -> Event.Advice.Kind.OTHER_TASK;
      case ENOUGH -> Event.Advice.Kind.ENOUGH;
    };
  }

  /** What was suggested has had its time; unanswered, it is not said again today. */
  public void pass() {
    Suggestion made = state.suggestion();
    if (made != null) {
      putAway(made.kind());
    }
  }

  /** What was put away may come again, and a rest that moves is told of anew. */
  public void dayBegan() {
    withdraw(state.puttingAway(Set.of()).telling(null));
  }

  /** Nothing is suggested any more, so nothing goes on saying it. */
  private void withdraw(AdviceState without) {
    Suggestion made = state.suggestion();
    if (made != null) {
      context.takeBack(made.sentence());
    }
    state = without;
  }

  private void putAway(Kind kind) {
    Set<Kind> kinds = EnumSet.of(kind);
    kinds.addAll(state.putAway());
    withdraw(state.puttingAway(kinds));
  }

  // What the user answers.

  /** Does what is suggested. */
  public void take() {
    Suggestion made = state.suggestion();
    if (made == null) {
      context.refuse("take", "nothing is suggested");
      return;
    }
    withdraw(
        state
            .suggesting(null)
            .forgetting(new Heard(about(made.kind()), made.length(), made.task(), context.day())));
    switch (made.kind()) {
      case LONGER_BREAK -> {
        if (made.length() != null) {
          breaks.lengthen(made.length());
        }
      }
      case SHORTER_SPRINT -> agree(new Input.Start(null, made.length(), false));
      case OTHER_TASK ->
          task(made.task())
              .ifPresentOrElse(
                  task -> agree(new Input.Start(task, null, session.lastFlow())),
                  () -> context.refuse("take", "the task is not there any more"));
      case ENOUGH -> agree(new Input.Stop());
    }
  }

  private void agree(Input.Command to) {
    context.signal(new StepSignal.Agreed(to));
  }

  private Optional<Task> task(@Nullable UUID id) {
    Knowledge known = tiredness.knowledge();
    return known == null
        ? Optional.empty()
        : known.tasks().stream()
            .map(TaskTiredness::task)
            .filter(task -> task.id().equals(id))
            .findFirst();
  }

  /** Puts what is suggested away for today. */
  public void dismiss() {
    Suggestion made = state.suggestion();
    if (made == null) {
      context.refuse("dismiss", "nothing is suggested");
      return;
    }
    putAway(made.kind());
  }
}
