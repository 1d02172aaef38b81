package app.respite.ui.breakview;

import app.respite.coach.port.Reason;
import app.respite.domain.text.PlainText;
import app.respite.ui.breakview.Idea.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The ideas on disk: the program's own in the user's language, the user's in a file beside the
 * settings, and a note of what was suggested already. A file that cannot be read or written costs
 * its ideas or the note, never the break.
 */
final class IdeaFiles {
  /** The user's own ideas. */
  static final String OWN = "break-ideas.txt";

  private static final String SEEN = "break-ideas.seen";
  private static final String ENGLISH = "en";
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_IDEAS = 500;
  private static final int MOST_LETTERS = 140;

  private final Path folder;
  private final Consumer<String> log;

  /**
   * In the folder of the settings file.
   *
   * @param log takes what went wrong with a file
   */
  IdeaFiles(Path settings, Consumer<String> log) {
    Path parent = settings.toAbsolutePath().getParent();
    this.folder = parent == null ? settings.toAbsolutePath() : parent;
    this.log = log;
  }

  /** The ideas of a language and the user's own, with what was suggested before. */
  BreakIdeas load(String language) {
    List<Idea> all = new ArrayList<>(shipped(language));
    for (String line : read(OWN)) {
      all.add(new Idea(line, Set.of()));
    }
    return new BreakIdeas(all, read(SEEN));
  }

  /** Notes what was suggested, in order. */
  void keep(List<String> seen) {
    Path file = folder.resolve(SEEN);
    try {
      Path fresh = folder.resolve(SEEN + ".tmp");
      Files.writeString(fresh, String.join("\n", seen) + "\n", StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      log.accept("cannot note the break ideas in " + file + ": " + Reason.of(failed));
    }
  }

  /** The program's own ideas in a language, in English where there are none. */
  static List<Idea> shipped(String language) {
    List<Idea> found = resource(language);
    return found.isEmpty() ? resource(ENGLISH) : found;
  }

  private static List<Idea> resource(String language) {
    if (!language.matches("[a-z]{2,3}")) {
      return List.of();
    }
    try (InputStream in = IdeaFiles.class.getResourceAsStream("ideas_" + language + ".txt")) {
      return in == null ? List.of() : parse(text(in.readNBytes(MOST_BYTES + 1)));
    } catch (IOException broken) {
      throw new IllegalStateException("the program's own ideas cannot be read", broken);
    }
  }

  private static List<Idea> parse(String text) {
    List<Idea> found = new ArrayList<>();
    for (String line : lines(text)) {
      int colon = line.indexOf(':');
      Set<Tag> tags = EnumSet.noneOf(Tag.class);
      for (String tag : line.substring(0, colon).strip().split(" ")) {
        tags.add(Tag.valueOf(tag.toUpperCase(Locale.ROOT)));
      }
      found.add(new Idea(line.substring(colon + 1).strip(), tags));
    }
    return found;
  }

  private List<String> read(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return lines(text(in.readNBytes(MOST_BYTES + 1)));
    } catch (IOException failed) {
      log.accept("cannot read " + file + ": " + Reason.of(failed));
      return List.of();
    }
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(IdeaFiles::plain)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .limit(MOST_IDEAS)
        .toList();
  }

  /** What belongs on one line of a screen: nothing that steers, and not without end. */
  private static String plain(String line) {
    String plain = PlainText.line(line);
    if (plain.codePointCount(0, plain.length()) <= MOST_LETTERS) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, MOST_LETTERS - 1)).strip() + "…";
  }

  /** As UTF-8, or where it is none as the older encoding in which every byte is a letter. */
  private static String text(byte[] bytes) {
    int end = bytes.length;
    if (end > MOST_BYTES) {
      // The line that the limit cuts in two goes as a whole.
      end = MOST_BYTES;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, end);
    try {
      return charset(bytes).newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException older) {
      return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
  }

  /** Some editors write two bytes a letter, and say so with the first two. */
  private static Charset charset(byte[] bytes) {
    boolean marked = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
