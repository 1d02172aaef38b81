package app.respite.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call taken apart without the tree of all commands, as far as that is certain: what is left once
 * the program's own options are gone.
 *
 * @param home the home that was named, or null
 * @param page the page that was named, or null
 */
record PlainWords(List<String> words, @Nullable Path home, @Nullable String page) {
  private static final String HOME = "--home";
  private static final String PAGE = "--page";

  /**
   * Takes a call apart; empty where an option of the program's is given twice, or without a plain
   * value.
   *
   * @throws java.nio.file.InvalidPathException where the home is no path here
   */
  static Optional<PlainWords> of(List<String> arguments) {
    List<String> words = new ArrayList<>();
    String home = null;
    String page = null;
    Iterator<String> left = arguments.iterator();
    while (left.hasNext()) {
      String word = left.next();
      if (!word.equals(HOME) && !word.equals(PAGE)) {
        words.add(word);
        continue;
      }
      String value = left.hasNext() ? left.next() : "";
      if (!isPlain(value) || (word.equals(HOME) ? home : page) != null) {
        return Optional.empty();
      }
      if (word.equals(HOME)) {
        home = value;
      } else {
        page = value;
      }
    }
    return Optional.of(new PlainWords(words, home == null ? null : Path.of(home), page));
  }

  /** Not blank, and nothing that might be an option or a file of arguments. */
  static boolean isPlain(String word) {
    return !word.isBlank() && !word.startsWith("-") && !word.startsWith("@");
  }
}
