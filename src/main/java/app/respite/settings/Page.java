package app.respite.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings file as a text of lines, some of which are properties. Immutable.
 *
 * <p>The library's own layout is not used to save: it writes the whole file anew, and with that
 * joins duplicates, drops {@code include} lines and unwraps what the user had wrapped. Here a
 * change touches the lines of its key and no others.
 */
final class Page {
  private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+");
  private static final Pattern ENDING = Pattern.compile("\r\n|\r|\n");

  /** A stretch of the text with its line endings. */
  sealed interface Piece {
    String raw();
  }

  /** A comment or a blank line. */
  record Loose(String raw) implements Piece {}

  /**
   * A property.
   *
   * @param line the line from 1 on which its key stands
   * @param malformed whether it holds an escape that stands for no character
   * @param open whether the text ended where the property was to go on
   */
  record Entry(
      String raw,
      int line,
      String key,
      String separator,
      String value,
      boolean malformed,
      boolean open)
      implements Piece {}

  private final List<Piece> pieces;
  private final boolean asciiOnly;

  private Page(List<Piece> pieces, boolean asciiOnly) {
    this.pieces = List.copyOf(pieces);
    this.asciiOnly = asciiOnly;
  }

  /** Reads a text; what is added to it later is plain ASCII where {@code asciiOnly}. */
  static Page of(String text, boolean asciiOnly) {
    List<String> lines = LINE.matcher(text).results().map(found -> found.group()).toList();
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    try (PageReader reader = new PageReader(text)) {
      while (reader.nextProperty()) {
        int first = reader.firstLine() - 1;
        lines.subList(done, first).forEach(line -> pieces.add(new Loose(line)));
        done = reader.lastLine();
        pieces.add(
            new Entry(
                String.join("", lines.subList(first, done)),
                reader.firstLine(),
                reader.getPropertyName(),
                reader.getPropertySeparator(),
                reader.getPropertyValue(),
                reader.malformed(),
                reader.open()));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    lines.subList(done, lines.size()).forEach(line -> pieces.add(new Loose(line)));
    return new Page(pieces, asciiOnly);
  }

  /** The properties in their order. */
  List<Entry> entries() {
    return pieces.stream().filter(Entry.class::isInstance).map(Entry.class::cast).toList();
  }

  String text() {
    return String.join("", pieces.stream().map(Piece::raw).toList());
  }

  /** A page with a line of comment at its end. */
  Page withComment(String comment) {
    return of(text() + PageWriter.comment(comment, ending(), asciiOnly), asciiOnly);
  }

  /**
   * A page on which a key has a value: in the last line that sets it, which is the one that counts,
   * or in a new line under the key's help.
   */
  Page with(String key, String value, String help) {
    int last = -1;
    for (int i = 0; i < pieces.size(); i++) {
      last = pieces.get(i) instanceof Entry entry && entry.key().equals(key) ? i : last;
    }
    if (last < 0) {
      return added(key, value, help);
    }
    Entry old = (Entry) pieces.get(last);
    if (old.value().strip().equals(value) && !old.malformed()) {
      return this;
    }
    String indent = old.raw().substring(0, PageReader.indent(old.raw()));
    String ending = lastEnding(old.raw());
    List<Piece> changed = new ArrayList<>(pieces);
    changed.set(
        last,
        new Loose(indent + PageWriter.property(key, old.separator(), value, ending, asciiOnly)));
    return new Page(changed, asciiOnly).reread();
  }

  /** A page without the lines that set a key; comments stay. */
  Page without(String key) {
    List<Piece> kept = new ArrayList<>(pieces);
    kept.removeIf(piece -> piece instanceof Entry entry && entry.key().equals(key));
    return kept.size() == pieces.size() ? this : new Page(kept, asciiOnly).reread();
  }

  private Page added(String key, String value, String help) {
    String ending = ending();
    String comment = PageWriter.comment(help, ending, asciiOnly);
    String property = PageWriter.property(key, "", value, ending, asciiOnly);
    List<Piece> changed = new ArrayList<>(pieces);
    int orphan = orphaned(comment);
    if (orphan >= 0) {
      changed.add(orphan + 1, new Loose(property));
      return new Page(changed, asciiOnly).reread();
    }
    if (!pieces.isEmpty()) {
      String last = pieces.getLast().raw();
      String before = lastEnding(last);
      if (before.isEmpty() || (before.equals("\r") && ending.equals("\n"))) {
        changed.add(new Loose(ending));
      }
      if (!last.isBlank()) {
        changed.add(new Loose(ending)); // also closes a property that was to go on
      }
    }
    changed.add(new Loose(comment));
    changed.add(new Loose(property));
    return new Page(changed, asciiOnly).reread();
  }

  /** A help whose key was removed, so that setting a key again does not pile up comments. */
  private int orphaned(String comment) {
    for (int i = 0; i < pieces.size(); i++) {
      boolean free = i + 1 == pieces.size() || pieces.get(i + 1) instanceof Loose;
      if (free && pieces.get(i) instanceof Loose(String raw) && raw.equals(comment)) {
        return i;
      }
    }
    return -1;
  }

  private static String lastEnding(String raw) {
    return raw.endsWith("\r\n")
        ? "\r\n"
        : raw.endsWith("\n") ? "\n" : raw.endsWith("\r") ? "\r" : "";
  }

  private Page reread() {
    return of(text(), asciiOnly);
  }

  private String ending() {
    Matcher first = ENDING.matcher(text());
    return first.find() ? first.group() : "\n";
  }
}
