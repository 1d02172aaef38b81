package app.respite.exchange;

import java.io.IOException;
import java.io.InputStream;

/**
 * One format that can be imported. Adding one means one class like this and one line in {@link
 * Formats}. Implementations keep no state: a file is read twice, first to see all of it, then to
 * hand it over.
 */
public interface ImportFormat {
  /** As the user names it, such as {@code labelstudio-json}. */
  String name();

  /** What its tool is called, for items of which nobody named the task. */
  default String tool() {
    return name();
  }

  /** Whether a file that begins like this looks like this format; at most 256 KiB of it. */
  boolean sniff(String head);

  /**
   * Whether the tool's seconds may hold idle time that nothing bounds, as where they run while a
   * tab is open; a long one is then cut to the cap. Not so where an item is accepted and handed in.
   */
  default boolean idleInside() {
    return true;
  }

  /**
   * Reads everything, in the order of the file. A row that cannot be taken is told to the sink and
   * the reading goes on.
   *
   * @param utf8 the text, without a byte order mark, whatever the encoding of the file was
   * @throws ImportException where the file as a whole cannot be read
   * @throws IOException where the disk says no
   */
  void read(InputStream utf8, ImportOptions options, ImportSink sink) throws IOException;
}
