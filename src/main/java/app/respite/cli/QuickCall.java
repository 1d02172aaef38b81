package app.respite.cli;

import app.respite.cli.CoachCommand.Kind;
import app.respite.cli.CoachCommand.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plain, well-formed call of a {@link CoachCommand}, read without the tree of all commands: such
 * calls come hundreds of times a day, and building the tree takes many times as long as what they
 * do. It reads only what it is sure of. Whatever else there is, a wrong word or value, an odd way
 * to write it, a wish for help, is left to the tree, which says the same of a plain call.
 *
 * @param home the home that was named, or null
 */
record QuickCall(CoachCommand command, Map<String, Object> given, @Nullable Path home) {
  private static final int MOST_DIGITS = 9;

  /**
   * Reads a call; empty where it is another command's or not plain.
   *
   * @throws java.nio.file.InvalidPathException where the home is no path here
   */
  static Optional<QuickCall> read(List<String> arguments) {
    PlainWords call = PlainWords.of(arguments).orElse(null);
    if (call == null || call.page() != null || call.words().isEmpty()) {
      return Optional.empty();
    }
    List<String> words = call.words();
    CoachCommand command = CoachCommands.named(words.getFirst());
    if (command == null) {
      return Optional.empty();
    }
    Map<String, Object> given = given(command, words.subList(1, words.size()));
    return given == null
        ? Optional.empty()
        : Optional.of(new QuickCall(command, given, call.home()));
  }

  private static @Nullable Map<String, Object> given(CoachCommand command, List<String> words) {
    Map<String, Object> given = new HashMap<>();
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at++);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      Part part = part(command, equals < 0 ? word : word.substring(0, equals));
      if (part == null || given.containsKey(part.field())) {
        return null;
      }
      Object value;
      if (part.kind() == Kind.FLAG) {
        value = equals < 0 ? Boolean.TRUE : null;
      } else if (equals >= 0) {
        value = value(part, word.substring(equals + 1));
      } else if (part.isWord()) {
        value = value(part, word);
      } else {
        value = at < words.size() ? value(part, words.get(at++)) : null;
      }
      if (value == null) {
        return null;
      }
      given.put(part.field(), value);
    }
    for (Part part : command.parts()) {
      if (!given.containsKey(part.field())) {
        if (part.required()) {
          return null;
        }
        String fallback = part.fallback();
        Object value = fallback == null ? null : value(part, fallback);
        if (value != null) {
          given.put(part.field(), value);
        }
      }
    }
    return given;
  }

  private static @Nullable Part part(CoachCommand command, String word) {
    for (Part part : command.parts()) {
      if (part.isWord() ? PlainWords.isPlain(word) : part.option().equals(word)) {
        return part;
      }
    }
    return null;
  }

  private static @Nullable Object value(Part part, String typed) {
    if (!PlainWords.isPlain(typed)) {
      return null;
    }
    return switch (part.kind()) {
      case TEXT -> typed;
      case WHOLE -> whole(typed);
      case LENGTH -> CoachCommand.length(typed).map(Object::toString).orElse(null);
      // A time of day needs the day's beginning and the zone, which are the tree's to find out.
      case FLAG, MOMENT -> null;
    };
  }

  private static @Nullable Integer whole(String typed) {
    for (int i = 0; i < typed.length(); i++) {
      if (typed.charAt(i) < '0' || typed.charAt(i) > '9') {
        return null;
      }
    }
    return typed.length() > MOST_DIGITS ? null : Integer.valueOf(typed);
  }

  /** Whether it starts a coach where none runs. */
  boolean startsCoach() {
    return command.name().equals("start");
  }

  /** Whether it ends the coach, one that is just starting too. */
  boolean endsCoach() {
    return command.name().equals("quit");
  }

  /** Whether it goes on after the first answer. */
  boolean staysOn() {
    return given.containsKey("follow");
  }
}
