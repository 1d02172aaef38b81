package app.respite.exchange;

import app.respite.domain.work.JournalRecord;
import java.util.UUID;

/** Where a format puts what it reads, one call a row. */
interface ImportSink {
  /** One item of a tool's export. */
  void item(ToolItem item);

  /**
   * One record of Respite's own.
   *
   * @param line where in the file it stands
   * @throws BadRow where it cannot be taken; its row is to be refused then
   */
  void record(long line, JournalRecord record) throws BadRow;

  /** That a record named a task by name; {@code id} stands for it in the record that follows. */
  void taskName(UUID id, String name);

  /** That rows are of a project of the tool's, by the tool's id. */
  default void project(String id) {}

  /** A row that is no work, such as a slot nobody took. */
  void noItem();

  /**
   * A row that cannot be taken.
   *
   * @param why for the user, in half a line
   */
  void refuse(long line, String why);
}
