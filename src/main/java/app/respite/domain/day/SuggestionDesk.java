package app.respite.domain.day;

import app.respite.domain.breaks.SprintBreakRule;
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
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coach suggests beside the reminders, from what it has learnt: a longer break, a shorter
 * sprint, another task, or to leave it at that. One thing at a time; what was put away, or passed
 * without an answer, does not come back the same day.
 */
final class SuggestionDesk {
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

  SuggestionDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  /** More is known: what fits may be another thing now. */
  void learned() {
    withdrawTaskThatIsGone();
    if (turn.running != null && !desks.breaks.overtime()) {
      longerThan(turn.running.length());
    }
    switch (turn.phase) {
      case Phase.Ready ready when turn.session != null -> ready();
      case Phase.Overrun over when turn.pending != null -> longerThan(turn.pending.wholeLength());
      default -> {}
    }
  }

  /** Archived or deleted since it was suggested: nobody will go on with it. */
  private void withdrawTaskThatIsGone() {
    Suggestion made = turn.suggestions.suggestion();
    if (made != null && made.kind() == Kind.OTHER_TASK && task(made.task()).isEmpty()) {
      withdraw(turn.suggestions.suggesting(null));
    }
  }

  private static Duration whole(double minutes) {
    return Duration.ofMinutes(Figures.fives(minutes));
  }

  private boolean ownPattern() {
    Knowledge known = turn.tiredness.knowledge();
    return known != null && known.belief().tier().atLeast(Tier.ROUGH) && known.belief().pattern();
  }

  private boolean open(Kind kind) {
    return turn.suggestions.suggestion() == null && !turn.suggestions.putAway().contains(kind);
  }

  /** A break is due, for a length. */
  void breakDue(Duration length) {
    longerThan(length);
  }

  /** A break has begun, for a length. */
  void breakBegan(Duration length) {
    Suggestion made = turn.suggestions.suggestion();
    if (made != null && made.kind() != Kind.LONGER_BREAK) {
      pass();
    } else if (made != null && made.length() != null && made.length().compareTo(length) <= 0) {
      withdraw(turn.suggestions.suggesting(null));
    }
    longerThan(length);
  }

  private void longerThan(Duration planned) {
    if (!ownPattern() || !open(Kind.LONGER_BREAK)) {
      return;
    }
    RestAdvisor standing = desks.advice.standing().orElse(null);
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
    if (length.minus(planned).compareTo(GRAIN) >= 0
        && tired.mid() >= desks.advice.threshold() - FAIRLY) {
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
    for (Span span : desks.advice.spans()) {
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
    Suggestion made = turn.suggestions.suggestion();
    if (made != null && made.kind() == Kind.LONGER_BREAK) {
      pass();
    }
    RestAdvisor standing = ownPattern() ? desks.advice.standing().orElse(null) : null;
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
        || standing.then(new Step.Rest(GOOD_REST)).reaches(desks.advice.threshold(), 0) < SURE) {
      return false;
    }
    suggest(
        Kind.ENOUGH,
        null,
        null,
        Wording.say(
            "suggest.enough", "threshold", desks.advice.threshold(), "hours", worked.toHours()));
    return true;
  }

  private boolean otherTask(RestAdvisor standing, Task current) {
    Knowledge known = turn.tiredness.knowledge();
    if (known == null
        || !open(Kind.OTHER_TASK)
        || standing.rating().mid() < desks.advice.threshold() - 1) {
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
        || standing.reaches(desks.advice.threshold(), AdviceDesk.minutes(planned)) < SURE) {
      return;
    }
    long grains = 0;
    while (GRAIN.multipliedBy(grains + 1).compareTo(planned) < 0
        && standing.reaches(
                desks.advice.threshold(), AdviceDesk.minutes(GRAIN.multipliedBy(grains + 1)))
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
              turn.tiredness.knowledge() == null
                  ? 0
                  : turn.tiredness.knowledge().belief().ratings(),
              "threshold",
              desks.advice.threshold(),
              "length",
              length.toMinutes()));
    }
  }

  private void suggest(Kind kind, @Nullable Duration length, @Nullable UUID task, String sentence) {
    if (desks.holds.reason() != null) {
      return;
    }
    turn.suggestions =
        turn.suggestions.suggesting(new Suggestion(kind, length, task, sentence, turn.now));
    turn.tell(new Event.Advice(name(kind), length, sentence));
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What was suggested has had its time; unanswered, it is not said again today. */
  void pass() {
    Suggestion made = turn.suggestions.suggestion();
    if (made != null) {
      putAway(made.kind());
    }
  }

  /** What was put away may come again, and a rest that moves is told of anew. */
  void dayRolled() {
    withdraw(turn.suggestions.puttingAway(Set.of()).telling(null));
  }

  /** Nothing is suggested any more, so nothing goes on saying it. */
  private void withdraw(SuggestionState without) {
    Suggestion made = turn.suggestions.suggestion();
    if (made != null) {
      turn.notice = Notices.without(turn.notice, made.sentence());
    }
    turn.suggestions = without;
  }

  private void putAway(Kind kind) {
    Set<Kind> kinds = EnumSet.of(kind);
    kinds.addAll(turn.suggestions.putAway());
    withdraw(turn.suggestions.puttingAway(kinds));
  }

  // What the user answers.

  void take() {
    Suggestion made = turn.suggestions.suggestion();
    if (made == null) {
      desks.refuse("take", "nothing is suggested");
      return;
    }
    withdraw(turn.suggestions.suggesting(null));
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
    Knowledge known = turn.tiredness.knowledge();
    return known == null
        ? Optional.empty()
        : known.tasks().stream()
            .map(TaskTiredness::task)
            .filter(task -> task.id().equals(id))
            .findFirst();
  }

  void dismiss() {
    Suggestion made = turn.suggestions.suggestion();
    if (made == null) {
      desks.refuse("dismiss", "nothing is suggested");
      return;
    }
    putAway(made.kind());
  }
}
