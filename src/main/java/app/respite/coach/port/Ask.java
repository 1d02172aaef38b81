package app.respite.coach.port;

/**
 * What can be asked of the coach besides the commands of a day ({@link CoachLink#ask}). Records go
 * as {@link RecordFields} writes them.
 */
public final class Ask {
  /**
   * Adds a task or saves an edited one: {@code task} holds its fields; a new {@code id} makes a new
   * task. Answers {@code task}.
   */
  public static final String SAVE_TASK = "save-task";

  /** Hides a task from choice, or brings it back: {@code task} its name, {@code archived}. */
  public static final String ARCHIVE_TASK = "archive-task";

  /**
   * Adds or edits a record by hand: {@code record} holds its fields, {@code label} what was done in
   * the user's words. Answers {@code sequence}.
   */
  public static final String SAVE_RECORD = "save-record";

  /** Deletes records by hand: {@code id}. Answers {@code deleted}, what it was. */
  public static final String DELETE_RECORD = "delete-record";

  /** Takes back the newest edit. Answers {@code undone}, its label. */
  public static final String UNDO = "undo";

  /** Part of an import: {@code put}, a list of records. Answers {@code sequence}. */
  public static final String IMPORT = "import";

  /** The figures of today, as a day of {@code review --json}. */
  public static final String TODAY = "today";

  /** Ends the coach. */
  public static final String QUIT = "quit";

  private Ask() {}
}
