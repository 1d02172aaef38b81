package app.respite.cli;

import app.respite.domain.time.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A command that only talks to the coach. It is declared once, without annotations: {@link
 * QuickCall} reads the plain calls of it by this alone, and {@link DeclaredCommand} makes picocli's
 * command of it, for help, errors and every call that is not plain.
 *
 * @param name its word
 * @param description its help, a line each
 * @param parts what it takes
 * @param meaning what is given, in the fields of a script's line with {@code do} first, to what the
 *     coach is told; throws a {@link app.respite.coach.port.CoachException} where that is wrong
 */
record CoachCommand(
    String name,
    List<String> description,
    List<Part> parts,
    UnaryOperator<Map<String, @Nullable Object>> meaning) {
  /** The longest time a call may name. */
  private static final Duration MOST = Duration.ofHours(24);

  CoachCommand {
    description = List.copyOf(description);
    parts = List.copyOf(parts);
  }

  /** What kind of value a part takes. */
  enum Kind {
    /** There or not. */
    FLAG,
    /** A length of time up to a day; in the fields as ISO-8601. */
    LENGTH,
    /** A day's time or a day and time; in the fields as an instant. Not read in plain calls. */
    MOMENT,
    /** A whole number. */
    WHOLE,
    /** Anything. */
    TEXT
  }

  /**
   * An option, or the one word that follows the command.
   *
   * @param option with its dashes; empty for the word
   * @param field its name in the fields
   * @param label what stands for its value in the help
   * @param description for the help; empty where the label says it
   * @param fallback its value where it is not given, or null for none
   * @param required whether the call is wrong without it
   */
  record Part(
      String option,
      String field,
      Kind kind,
      String label,
      String description,
      @Nullable String fallback,
      boolean required) {
    boolean isWord() {
      return option.isEmpty();
    }
  }

  /** What a call gives, put in the order of the parts, as the coach is to be told. */
  Map<String, @Nullable Object> fields(Map<String, ? extends Object> given) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("do", name);
    for (Part part : parts) {
      Object value = given.get(part.field());
      if (value != null) {
        fields.put(part.field(), value);
      }
    }
    return meaning.apply(fields);
  }

  /** A length of time as it is typed; empty where it is none, or none that a call may name. */
  static Optional<Duration> length(String typed) {
    return Durations.parse(typed)
        .filter(length -> length.isPositive() && length.compareTo(MOST) <= 0);
  }
}
