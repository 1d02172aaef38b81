package app.respite.domain.time;

/**
 * Why the coach could not see the user: the machine slept, the screen was locked, or the program
 * got no time.
 */
public enum GapCause {
  SUSPEND,
  LOCK,
  GAP
}
