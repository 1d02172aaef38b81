package app.respite.domain.day.holds;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.step.StepSignal;
import app.respite.domain.day.step.TimedPolicy;
import app.respite.domain.work.JournalRecord.Hold;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Quiet, meetings, do-not-disturb, full screen, work hours: what holds prompts back. */
public final class HoldPolicy implements HoldsView, TimedPolicy {
  private static final Duration QUIET = Duration.ofHours(1);
  private static final Duration MEETING = Duration.ofMinutes(45);

  private final StepContext context;
  private final PresenceView presence;
  private HoldsState state;

  /** For one step, from the part before it. */
  public HoldPolicy(StepContext context, PresenceView presence, HoldsState state) {
    this.context = context;
    this.presence = presence;
    this.state = state;
  }

  @Override
  public void deadlines(Deadlines to) {
    to.add(state.quietUntil());
    to.add(state.meetingUntil());
    if (!workHours()) {
      to.add(workHoursChange());
    }
  }

  @Override
  public void act() {
    if (state.quietUntil() != null && !context.now().isBefore(state.quietUntil())) {
      endQuiet();
    }
    if (state.meetingUntil() != null && !context.now().isBefore(state.meetingUntil())) {
      endMeeting();
    }
  }

  @Override
  public @Nullable HoldReason reason(boolean despiteFullScreen) {
    if (state.talkingSince() != null) {
      return HoldReason.MEETING;
    }
    if (state.quietSince() != null) {
      return HoldReason.QUIET;
    }
    if (state.dndSince() != null) {
      return HoldReason.DND;
    }
    if (state.fullScreenSince() != null && !despiteFullScreen) {
      return HoldReason.FULL_SCREEN;
    }
    if (presence.locked() != null) {
      return HoldReason.LOCK;
    }
    return workHours() ? null : HoldReason.WORK_HOURS;
  }

  private boolean workHours() {
    return context.preference(CoachKeys.WORK_HOURS).open(context.now(), context.zone());
  }

  @Override
  public @Nullable Instant workHoursChange() {
    return context
        .preference(CoachKeys.WORK_HOURS)
        .nextChange(context.now(), context.zone())
        .orElse(null);
  }

  @Override
  public HoldsState state() {
    return state;
  }

  /** The user wants quiet, or no longer. */
  public void quiet(Input.Quiet quiet) {
    if (quiet.off()) {
      if (state.quietSince() == null) {
        context.refuse("quiet", "it is not quiet now");
        return;
      }
      endQuiet();
    } else {
      Instant until =
          quiet.length() != null
              ? context.now().plus(quiet.length())
              : quiet.untilMorning()
                  ? context.days().nextBoundary(context.now())
                  : context.now().plus(QUIET);
      Instant since = state.quietSince() == null ? context.now() : state.quietSince();
      state = state.withQuiet(since, until);
      context.tell(new Event.QuietBegan(until));
    }
    context.signal(new StepSignal.HoldsChanged());
  }

  /** The user is in a meeting, or no longer. */
  public void meeting(Input.Meeting meeting) {
    if (meeting.off()) {
      if (state.talkingSince() == null) {
        context.refuse("meeting", "no meeting is on");
        return;
      }
      endTalk(state.withMeeting(null, null).withCall(null));
    } else {
      Instant until = context.now().plus(meeting.length() == null ? MEETING : meeting.length());
      Instant since = state.meetingSince() == null ? context.now() : state.meetingSince();
      state = state.withMeeting(since, until);
      context.tell(new Event.MeetingBegan(until));
    }
    context.signal(new StepSignal.HoldsChanged());
  }

  /** The desktop's do-not-disturb went on or off. */
  public void doNotDisturb(boolean on) {
    if (on && state.dndSince() == null) {
      state = state.withDnd(context.now());
    } else if (!on && state.dndSince() != null) {
      record(HoldReason.DND, state.dndSince());
      state = state.withDnd(null);
    }
    context.signal(new StepSignal.HoldsChanged());
  }

  /** A full-screen window came in front or left. */
  public void fullScreen(boolean on) {
    if (on && state.fullScreenSince() == null) {
      state = state.withFullScreen(context.now());
    } else if (!on && state.fullScreenSince() != null) {
      record(HoldReason.FULL_SCREEN, state.fullScreenSince());
      state = state.withFullScreen(null);
    }
    context.signal(new StepSignal.HoldsChanged());
  }

  private void endQuiet() {
    if (state.quietSince() != null) {
      record(HoldReason.QUIET, state.quietSince());
    }
    state = state.withQuiet(null, null);
    context.tell(new Event.QuietEnded());
  }

  private void endMeeting() {
    endTalk(state.withMeeting(null, null));
  }

  /** A call, unlike a meeting, nobody has said; the user can still say that it is none. */
  public void call(boolean on) {
    if (!on) {
      endTalk(state.withCall(null));
    } else if (state.callSince() == null && context.preference(CoachKeys.CALLS_HOLD)) {
      boolean meeting = state.talkingSince() != null;
      state = state.withCall(context.now());
      if (!meeting) {
        context.tell(new Event.MeetingBegan(null));
        context.signal(new StepSignal.InputRulesChanged());
      }
    }
    context.signal(new StepSignal.HoldsChanged());
  }

  private void endTalk(HoldsState after) {
    Instant since = state.talkingSince();
    state = after;
    if (since != null && after.talkingSince() == null) {
      record(HoldReason.MEETING, since);
      context.tell(new Event.MeetingEnded());
      context.signal(new StepSignal.InputRulesChanged());
    }
  }

  private void record(HoldReason reason, Instant since) {
    if (since.isBefore(context.now())) {
      context.put(new Hold(context.newId(), reason, since, context.now()));
    }
  }
}
