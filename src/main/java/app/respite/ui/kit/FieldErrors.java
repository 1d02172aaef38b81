package app.respite.ui.kit;

import app.respite.coach.port.CoachException;
import app.respite.coach.words.Phrases;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the fields of a form, a sentence each, noted while they are read.
 *
 * @param <F> names the fields
 */
public final class FieldErrors<F extends Enum<F>> {
  private final Map<F, String> sentences;

  /** None yet. */
  public FieldErrors(Class<F> fields) {
    sentences = new EnumMap<>(fields);
  }

  /** What a field says; null where it is wrong, and why is noted. */
  public <T> @Nullable T read(F field, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (CoachException wrong) {
      add(field, Phrases.sentence(wrong.getMessage()));
      return null;
    }
  }

  /** Notes that a field is wrong, in the place of what was noted of it. */
  public void add(F field, String sentence) {
    sentences.put(field, sentence);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  /** All that is wrong. */
  public Map<F, String> all() {
    return Map.copyOf(sentences);
  }
}
