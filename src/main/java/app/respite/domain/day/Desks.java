package app.respite.domain.day;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coach's desks around one turn, in the order in which they act at the same instant. */
final class Desks {
  /** More actions than this without time going on is a fault of the rules, not a busy day. */
  private static final int MOST_AT_ONCE = 10_000;

  final Turn turn;
  final DayDesk day;
  final SprintDesk sprints;
  final HoldDesk holds;
  final PresenceDesk presence;
  final BreakDesk breaks;
  final RatingDesk ratings;
  final AdviceDesk advice;
  final SuggestionDesk suggestions;
  final AskingDesk asking;
  final UncountedDesk uncounted;
  private final List<Desk> order;

  Desks(Turn turn) {
    this.turn = turn;
    day = new DayDesk(turn, this);
    sprints = new SprintDesk(turn, this);
    holds = new HoldDesk(turn, this);
    presence = new PresenceDesk(turn, this);
    breaks = new BreakDesk(turn, this);
    ratings = new RatingDesk(turn, this);
    advice = new AdviceDesk(turn, this);
    suggestions = new SuggestionDesk(turn, this);
    asking = new AskingDesk(turn, this);
    uncounted = new UncountedDesk(turn, this);
    order = List.of(day, holds, presence, sprints, breaks, asking, uncounted);
  }

  void refuse(String verb, String reason) {
    turn.tell(new Event.Refused(verb, reason));
  }

  /** The next instant at which something is to be done. */
  @Nullable Instant next() {
    Desk.Deadlines deadlines = new Desk.Deadlines();
    for (Desk desk : order) {
      desk.deadlines(deadlines);
    }
    return deadlines.earliest();
  }

  /** Does everything that is due up to an instant, each thing at its own time, and stands there. */
  void catchUp(Instant until) {
    int without = 0;
    for (Instant due = next(); due != null && !due.isAfter(until); due = next()) {
      if (due.isAfter(turn.now)) {
        turn.now = due;
        without = 0;
      } else if (without++ > MOST_AT_ONCE) {
        throw new IllegalStateException("the coach does not come to rest at " + turn.now);
      }
      for (Desk desk : order) {
        desk.act();
      }
    }
    if (until.isAfter(turn.now)) {
      turn.now = until;
    }
  }
}
