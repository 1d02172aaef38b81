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
   * Adds a sprint by hand, or a break: {@code task} or {@code break}, {@code start}, {@code end},
   * {@code items}, {@code rejected}, {@code fatigue}, {@code effort}, {@code note}. Answers {@code
   * record}.
   */
  public static final String ADD_RECORD = "add-record";

  /** Changes a sprint or break: {@code id}, or its beginning, and fields as of an added one. */
  public static final String EDIT_RECORD = "edit-record";

  /** Deletes a sprint, break or span by hand: {@code id}. Answers {@code deleted}, what it was. */
  public static final String DELETE_RECORD = "delete-record";

  /** Takes back the newest edit. Answers {@code undone}, its label. */
  public static final String UNDO = "undo";

  /**
   * Part of an import: {@code put}, a list of records, and where there are any {@code remove}, a
   * list of what goes, each by {@code kind} and {@code id}. Answers {@code sequence}.
   */
  public static final String IMPORT = "import";

  /**
   * A command of the command line: {@code command}, the fields of a script's line, and {@code
   * zone}, where the person who reads the answer is (the coach's own zone where it is absent). It
   * is done, and answered with what to print: {@code status} (the exit status), {@code out} and
   * {@code err}, lists of lines. {@code standing} names the task that was begun where it has a
   * target, a deadline or a cap to be told about.
   */
  public static final String TELL = "tell";

  /**
   * What {@code status} prints, {@code json} or not, in a {@code zone}; answered as {@link #TELL}.
   */
  public static final String STATUS = "status";

  /** The figures of today, as a day of {@code review --json}. */
  public static final String TODAY = "today";

  /**
   * Brings the open window forward: every face is told {@code show-window}, and one that has a
   * window raises it and opens {@code page}, if that is one.
   */
  public static final String SHOW = "show-window";

  /**
   * A face says that the prompt or break view is on show: {@code form}, a {@link Prompting.Form} as
   * {@link Fields#name} writes it. Said again for each form.
   */
  public static final String VIEW_SHOWN = "view-shown";

  /**
   * The settings in force as {@link SettingsFields} writes them. Every face is told {@code
   * settings} when they have changed.
   */
  public static final String SETTINGS = "settings";

  /**
   * Saves settings: {@code edits}, as {@link SettingsFields} writes them. Answers as {@link
   * #SETTINGS}.
   */
  public static final String SAVE_SETTINGS = "save-settings";

  /** Ends the coach. */
  public static final String QUIT = "quit";

  private Ask() {}
}
