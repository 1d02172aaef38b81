package app.respite.domain.day;

import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day's boundary and limit, and the zone. */
final class DayDesk implements Desk {
  private final Turn turn;
  private final Desks desks;

  DayDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  @Override
  public void deadlines(Deadlines to) {
    to.add(turn.days().startOf(turn.day.plusDays(1)));
    if (desks.holds.reason() == null) {
      if (turn.limit.said()) {
        to.add(turn.limit.again());
      } else if (turn.counting()) {
        Duration left = turn.preferences.get(CoachKeys.DAY_LIMIT).minus(turn.workToday());
        to.add(left.isNegative() ? turn.now : turn.now.plus(left));
      }
      if (turn.counting() && !turn.limit.weekSaid()) {
        Duration left = turn.preferences.get(CoachKeys.WEEK_LIMIT).minus(workThisWeek(turn.now));
        to.add(left.isNegative() ? turn.now : turn.now.plus(left));
      }
    }
  }

  @Override
  public void act() {
    if (!turn.now.isBefore(turn.days().startOf(turn.day.plusDays(1)))) {
      roll(turn.acting == null ? turn.now : turn.acting);
    }
    if (desks.holds.reason() != null) {
      return;
    }
    Instant again = turn.limit.again();
    boolean reached =
        turn.counting()
            && turn.workToday().compareTo(turn.preferences.get(CoachKeys.DAY_LIMIT)) >= 0;
    if (turn.limit.said() ? again != null && !turn.now.isBefore(again) : reached) {
      turn.limit = turn.limit.saidNow();
      if (turn.session != null) {
        turn.tell(new Event.DayLimit(turn.workToday()));
      }
    }
    Duration week = turn.preferences.get(CoachKeys.WEEK_LIMIT);
    if (turn.counting() && !turn.limit.weekSaid() && workThisWeek(turn.now).compareTo(week) >= 0) {
      turn.limit = turn.limit.weekSaidNow();
      turn.tell(
          new Event.Advice(
              "week-limit",
              week,
              "You have worked " + Durations.format(week) + " this week, the limit you set."));
    }
  }

  private void roll(Instant at) {
    LocalDate before = turn.day;
    Instant ended = turn.days().startOf(before.plusDays(1));
    Duration worked = workThisWeek(ended);
    turn.day = turn.days().dayOf(at);
    turn.limit =
        LogicalDays.monday(turn.day).equals(LogicalDays.monday(before))
            ? turn.limit.nextDay(worked)
            : LimitsState.SILENT;
    turn.tell(new Event.DayRolled(turn.day));
    desks.suggestions.dayRolled();
  }

  private Duration workThisWeek(Instant until) {
    Instant sure = Interval.earlier(until, turn.sure());
    return turn.limit
        .weekBefore()
        .plus(turn.ledger.workBetween(turn.days().startOf(turn.day), sure));
  }

  /**
   * Says the limit again later, where it was said and no break is at hand; false where there is
   * nothing to put off.
   */
  boolean postponeLimit(Duration length) {
    if (!turn.limit.said() || turn.limit.again() != null) {
      return false;
    }
    turn.limit = turn.limit.putOff(turn.now.plus(length));
    return true;
  }

  /** Whether the day's limit was said and not answered, so that skipping means silence. */
  boolean skipLimit() {
    return turn.limit.said();
  }

  void travel(ZoneId zone) {
    turn.zone = zone;
    turn.put(new ZoneChange(turn.newId(), turn.now, zone));
    desks.breaks.holdsChanged();
  }
}
