package app.respite.domain.day;

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
public record Holds(
    @Nullable Instant quietSince,
    @Nullable Instant quietUntil,
    @Nullable Instant meetingSince,
    @Nullable Instant meetingUntil,
    @Nullable Instant dndSince,
    @Nullable Instant fullScreenSince,
    @Nullable Instant callSince) {

  /** Nothing holds. */
  public static final Holds NONE = new Holds(null, null, null, null, null, null, null);

  Holds withQuiet(@Nullable Instant since, @Nullable Instant until) {
    return new Holds(
        since, until, meetingSince, meetingUntil, dndSince, fullScreenSince, callSince);
  }

  Holds withMeeting(@Nullable Instant since, @Nullable Instant until) {
    return new Holds(quietSince, quietUntil, since, until, dndSince, fullScreenSince, callSince);
  }

  Holds withDnd(@Nullable Instant since) {
    return new Holds(
        quietSince, quietUntil, meetingSince, meetingUntil, since, fullScreenSince, callSince);
  }

  Holds withFullScreen(@Nullable Instant since) {
    return new Holds(
        quietSince, quietUntil, meetingSince, meetingUntil, dndSince, since, callSince);
  }

  Holds withCall(@Nullable Instant since) {
    return new Holds(
        quietSince, quietUntil, meetingSince, meetingUntil, dndSince, fullScreenSince, since);
  }

  /** Since when the user talks to people, by what they said or by the microphone; or null. */
  @Nullable Instant talkingSince() {
    if (meetingSince == null || callSince == null) {
      return meetingSince == null ? callSince : meetingSince;
    }
    return Interval.earlier(meetingSince, callSince);
  }
}
