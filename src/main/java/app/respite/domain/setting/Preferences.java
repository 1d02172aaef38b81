package app.respite.domain.setting;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of settings in force: what was set, what a task overrides, defaults for the rest.
 * Immutable.
 *
 * <p>Values are held as their keys' types; {@link #with} is the only way in and takes them typed.
 */
public final class Preferences {
  /** Nothing set: every key has its default. */
  public static final Preferences DEFAULTS = new Preferences(Map.of());

  private record Slot(@Nullable String task, String key) {}

  private final Map<Slot, Object> values;

  private Preferences(Map<Slot, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** The value of a key for no task in particular. */
  public <T> T get(SettingKey<T> key) {
    return set(null, key).orElse(key.fallback());
  }

  /** The value of a key for a task, which may override it. */
  public <T> T get(SettingKey<T> key, @Nullable String task) {
    Optional<T> own = task == null || !key.perTask() ? Optional.empty() : set(task, key);
    return own.orElseGet(() -> get(key));
  }

  /** What a task, or the file itself where {@code task} is null, sets a key to. */
  @SuppressWarnings("unchecked") // with() puts in only values of the key's own type
  public <T> Optional<T> set(@Nullable String task, SettingKey<T> key) {
    return Optional.ofNullable((T) values.get(new Slot(task, key.name())));
  }

  /** A copy with one value set. */
  public <T> Preferences with(SettingKey<T> key, T value) {
    return with(null, key, value);
  }

  /** A copy with one value set for a task. */
  public <T> Preferences with(@Nullable String task, SettingKey<T> key, T value) {
    Map<Slot, Object> copy = new HashMap<>(values);
    copy.put(new Slot(task, key.name()), value);
    return new Preferences(copy);
  }

  /** A copy with one value read from text. */
  public <T> Preferences withText(@Nullable String task, SettingKey<T> key, String text)
      throws BadValue {
    return with(task, key, key.type().parse(text));
  }

  /** A copy in which a key has its default again. */
  public Preferences without(@Nullable String task, SettingKey<?> key) {
    Map<Slot, Object> copy = new HashMap<>(values);
    copy.remove(new Slot(task, key.name()));
    return new Preferences(copy);
  }

  /** The names of tasks that override something. */
  public Set<String> tasks() {
    Set<String> names = new LinkedHashSet<>();
    for (Slot slot : values.keySet()) {
      if (slot.task() != null) {
        names.add(slot.task());
      }
    }
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Preferences that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
