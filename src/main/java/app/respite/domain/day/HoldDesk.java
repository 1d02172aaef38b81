package app.respite.domain.day;

import app.respite.domain.setting.WorkHours;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Hold;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Quiet, meetings, do-not-disturb, full screen, work hours: what holds prompts back. */
final class HoldDesk implements Desk {
  /** Full screen with somebody at work holds a prompt at most this long. */
  static final Duration FULL_SCREEN_AT_MOST = Duration.ofMinutes(15);

  private static final Duration QUIET = Duration.ofHours(1);
  private static final Duration MEETING = Duration.ofMinutes(45);

  private final Turn turn;
  private final Desks desks;

  HoldDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  @Override
  public void deadlines(Deadlines to) {
    to.add(turn.holds.quietUntil());
    to.add(turn.holds.meetingUntil());
    WorkHours hours = turn.preferences.get(CoachKeys.WORK_HOURS);
    if (turn.pending != null || !hours.open(turn.now, turn.zone)) {
      hours.nextChange(turn.now, turn.zone).ifPresent(to::add);
    }
  }

  @Override
  public void act() {
    if (turn.holds.quietUntil() != null && !turn.now.isBefore(turn.holds.quietUntil())) {
      endQuiet();
    }
    if (turn.holds.meetingUntil() != null && !turn.now.isBefore(turn.holds.meetingUntil())) {
      endMeeting();
    }
    desks.breaks.holdsChanged();
  }

  /** The first reason to hold prompts back now; null where there is none. */
  @Nullable HoldReason reason() {
    Holds holds = turn.holds;
    if (holds.talkingSince() != null) {
      return HoldReason.MEETING;
    }
    if (holds.quietSince() != null) {
      return HoldReason.QUIET;
    }
    if (holds.dndSince() != null) {
      return HoldReason.DND;
    }
    if (holds.fullScreenSince() != null && !fullScreenSpent()) {
      return HoldReason.FULL_SCREEN;
    }
    if (turn.presence.locked() != null) {
      return HoldReason.LOCK;
    }
    if (!turn.preferences.get(CoachKeys.WORK_HOURS).open(turn.now, turn.zone)) {
      return HoldReason.WORK_HOURS;
    }
    return null;
  }

  /** When full screen has held a prompt for long enough; null where it holds none. */
  @Nullable Instant fullScreenEnds() {
    PendingBreak pending = turn.pending;
    return turn.holds.fullScreenSince() != null
            && pending != null
            && pending.stage() == PendingBreak.Stage.HELD
            && turn.counting()
            && turn.presence.handsOff() == null
        ? Interval.later(pending.from(), turn.holds.fullScreenSince()).plus(FULL_SCREEN_AT_MOST)
        : null;
  }

  private boolean fullScreenSpent() {
    PendingBreak pending = turn.pending;
    if (pending != null
        && pending.stage() == PendingBreak.Stage.DUE
        && turn.holds.fullScreenSince() != null
        && !pending.from().isBefore(turn.holds.fullScreenSince().plus(FULL_SCREEN_AT_MOST))) {
      return true;
    }
    Instant ends = fullScreenEnds();
    return ends != null && !turn.now.isBefore(ends);
  }

  void quiet(Input.Quiet quiet) {
    if (quiet.off()) {
      if (turn.holds.quietSince() == null) {
        desks.refuse("quiet", "it is not quiet now");
        return;
      }
      endQuiet();
    } else {
      Instant until =
          quiet.length() != null
              ? turn.now.plus(quiet.length())
              : quiet.untilMorning() ? turn.days().nextBoundary(turn.now) : turn.now.plus(QUIET);
      Instant since = turn.holds.quietSince() == null ? turn.now : turn.holds.quietSince();
      turn.holds = turn.holds.withQuiet(since, until);
      turn.tell(new Event.QuietBegan(until));
    }
    desks.breaks.holdsChanged();
  }

  void meeting(Input.Meeting meeting) {
    if (meeting.off()) {
      if (turn.holds.talkingSince() == null) {
        desks.refuse("meeting", "no meeting is on");
        return;
      }
      endTalk(turn.holds.withMeeting(null, null).withCall(null));
    } else {
      Instant until = turn.now.plus(meeting.length() == null ? MEETING : meeting.length());
      Instant since = turn.holds.meetingSince() == null ? turn.now : turn.holds.meetingSince();
      turn.holds = turn.holds.withMeeting(since, until);
      turn.tell(new Event.MeetingBegan(until));
    }
    desks.breaks.holdsChanged();
  }

  void doNotDisturb(boolean on) {
    if (on && turn.holds.dndSince() == null) {
      turn.holds = turn.holds.withDnd(turn.now);
    } else if (!on && turn.holds.dndSince() != null) {
      record(HoldReason.DND, turn.holds.dndSince());
      turn.holds = turn.holds.withDnd(null);
    }
    desks.breaks.holdsChanged();
  }

  void fullScreen(boolean on) {
    if (on && turn.holds.fullScreenSince() == null) {
      turn.holds = turn.holds.withFullScreen(turn.now);
    } else if (!on && turn.holds.fullScreenSince() != null) {
      record(HoldReason.FULL_SCREEN, turn.holds.fullScreenSince());
      turn.holds = turn.holds.withFullScreen(null);
    }
    desks.breaks.holdsChanged();
  }

  private void endQuiet() {
    if (turn.holds.quietSince() != null) {
      record(HoldReason.QUIET, turn.holds.quietSince());
    }
    turn.holds = turn.holds.withQuiet(null, null);
    turn.tell(new Event.QuietEnded());
  }

  private void endMeeting() {
    endTalk(turn.holds.withMeeting(null, null));
  }

  /** A call, unlike a meeting, nobody has said; the user can still say that it is none. */
  void call(boolean on) {
    if (!on) {
      endTalk(turn.holds.withCall(null));
    } else if (turn.holds.callSince() == null && turn.preferences.get(CoachKeys.CALLS_HOLD)) {
      boolean meeting = turn.holds.talkingSince() != null;
      turn.holds = turn.holds.withCall(turn.now);
      if (!meeting) {
        turn.tell(new Event.MeetingBegan(null));
        desks.presence.inputRulesChanged();
      }
    }
    desks.breaks.holdsChanged();
  }

  private void endTalk(Holds after) {
    Instant since = turn.holds.talkingSince();
    turn.holds = after;
    if (since != null && after.talkingSince() == null) {
      record(HoldReason.MEETING, since);
      turn.tell(new Event.MeetingEnded());
      desks.presence.inputRulesChanged();
    }
  }

  private void record(HoldReason reason, Instant since) {
    if (since.isBefore(turn.now)) {
      turn.put(new Hold(turn.newId(), reason, since, turn.now));
    }
  }
}
