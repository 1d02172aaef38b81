package app.respite.domain.day.holds;

import app.respite.domain.time.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why prompts may be held back.
 *
 * @param quietSince since when the user wants quiet, or null
 * @param quietUntil until when
 * @param meetingSince since when a meeting runs, or null
 * @param meetingUntil until when
 * @param dndSince since when the desktop says do not disturb, or null
 * @param fullScreenSince since when a full-screen window is in front, or null
 * @param callSince since when a microphone or camera is in use, or null
 */
public record HoldsState(
    @Nullable Instant quietSince,
    @Nullable Instant quietUntil,
    @Nullable Instant meetingSince,
    @Nullable Instant meetingUntil,
    @Nullable Instant dndSince,
    @Nullable Instant fullScreenSince,
    @Nullable Instant callSince) {

  /** Nothing holds. */
  public static final HoldsState NONE = new HoldsState(null, null, null, null, null, null, null);

  HoldsState withQuiet(@Nullable Instant since, @Nullable Instant until) {
    return new HoldsState(
        since, until, meetingSince, meetingUntil, dndSince, fullScreenSince, callSince);
  }

  HoldsState withMeeting(@Nullable Instant since, @Nullable Instant until) {
    return new HoldsState(
        quietSince, quietUntil, since, until, dndSince, fullScreenSince, callSince);
  }

  HoldsState withDnd(@Nullable Instant since) {
    return new HoldsState(
        quietSince, quietUntil, meetingSince, meetingUntil, since, fullScreenSince, callSince);
  }

  HoldsState withFullScreen(@Nullable Instant since) {
    return new HoldsState(
        quietSince, quietUntil, meetingSince, meetingUntil, dndSince, since, callSince);
  }

  HoldsState withCall(@Nullable Instant since) {
    return new HoldsState(
        quietSince, quietUntil, meetingSince, meetingUntil, dndSince, fullScreenSince, since);
  }

  /** Since when the user talks to people, by what they said or by the microphone; or null. */
  public @Nullable Instant talkingSince() {
    if (meetingSince == null || callSince == null) {
      return meetingSince == null ? callSince : meetingSince;
    }
    return Interval.earlier(meetingSince, callSince);
  }
}
