package app.respite.domain.day.session;

/** How a sprint came to its end. */
public enum SprintEnding {
  /** Its time was over. */
  RAN_OUT,
  /** The user, or a break that began, ended it: flow ran as long as it was wanted (B71). */
  WANTED,
  /** Nobody was there any more, or the program had died. */
  CUT_OFF
}
