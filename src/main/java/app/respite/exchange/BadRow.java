package app.respite.exchange;

/** One row cannot be taken; the message says why, and the rest of the file goes on. */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;

  BadRow(String why) {
    super(why, null, false, false);
  }
}
