package app.respite.coach.port.desktop;

import java.time.Duration;

/** What a {@link Sense} tells. The same twice in a row is allowed and changes nothing. */
public sealed interface Sensed {
  /** There has been no input for this long; told once it is as long as the attention asks for. */
  record Still(Duration since) implements Sensed {}

  /** There is input again, or there was some just now. */
  record Hands() implements Sensed {}

  /** The machine is about to sleep. */
  record FallingAsleep() implements Sensed {}

  /** The machine is awake again. */
  record Awake() implements Sensed {}

  /** The screen is locked, or no longer. */
  record Locked(boolean on) implements Sensed {}

  /** The desktop's do-not-disturb. */
  record DoNotDisturb(boolean on) implements Sensed {}

  /** A full-screen window is in front. */
  record FullScreen(boolean on) implements Sensed {}

  /** A microphone or camera is in use. */
  record InCall(boolean on) implements Sensed {}

  /** Whether anything tells of input at all; told by whoever chooses the senses. */
  record Present(boolean known) implements Sensed {}

  /**
   * The sense cannot tell any more, for example because the display server is gone.
   *
   * @param why one clause for the log and {@code doctor}
   */
  record Lost(String why) implements Sensed {}
}
