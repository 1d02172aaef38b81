package app.respite.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody types to find something: each of its words is somewhere in what is found. */
public final class SearchWords {
  private final List<String> words;

  /** As it was typed; nothing typed finds everything. */
  public SearchWords(String typed) {
    words =
        Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
  }

  /** Whether a text is found, whatever its capitals. */
  public boolean in(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(plain::contains);
  }
}
