package app.respite.settings;

import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.text.EditDistance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a name in the file stands for: a key, or {@code task.NAME.KEY}.
 *
 * @param task the task, or null
 */
record KeyName(@Nullable String task, SettingKey<?> key) {
  private static final String TASK = "task.";
  private static final int NEAR = 2;

  /** More characters than a key has; what is longer need not be compared. */
  private static final int LONGEST = 40;

  /** The name as it is in the file, before escapes. */
  String written() {
    return task == null ? key.name() : TASK + task + "." + key.name();
  }

  /** Reads a name; a task's may hold dots, the longest key it can end in is the key. */
  static Optional<KeyName> of(String written) {
    if (!written.startsWith(TASK)) {
      return SettingCatalog.find(written, false).map(key -> new KeyName(null, key));
    }
    SettingKey<?> longest = null;
    for (SettingKey<?> key : SettingCatalog.perTask()) {
      if (taskOf(written, key.name()) != null
          && (longest == null || key.name().length() > longest.name().length())) {
        longest = key;
      }
    }
    return longest == null
        ? Optional.empty()
        : Optional.of(new KeyName(taskOf(written, longest.name()), longest));
  }

  /** What to say of a name that is none: a likely slip and how to mend it, or nothing. */
  static Optional<String> slip(String written) {
    if (!written.startsWith(TASK)) {
      if (SettingCatalog.find(written, true).isPresent()) {
        return Optional.of("belongs to a task; write task.NAME." + written);
      }
      return nearest(written, SettingCatalog.all()).map(KeyName::didYouMean);
    }
    for (SettingKey<?> key : SettingCatalog.perTask()) {
      if (written.equals(TASK + key.name())) {
        return Optional.of("names no task; write task.NAME." + key.name());
      }
    }
    for (SettingKey<?> key : SettingCatalog.all()) {
      if (taskOf(written, key.name()) != null) {
        return Optional.of(key.name() + " is the same for all tasks; write it without task.NAME");
      }
    }
    int within = Math.max(TASK.length() + 1, written.length() - LONGEST);
    for (int dot = written.indexOf('.', within); dot > 0; dot = written.indexOf('.', dot + 1)) {
      String start = written.substring(0, dot + 1);
      Optional<String> near = nearest(written.substring(dot + 1), SettingCatalog.perTask());
      if (near.isPresent()) {
        return near.map(key -> didYouMean(start + key));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String taskOf(String written, String key) {
    int end = written.length() - key.length() - 1;
    return end > TASK.length() && written.endsWith("." + key)
        ? written.substring(TASK.length(), end)
        : null;
  }

  private static String didYouMean(String name) {
    return "is unknown; did you mean " + name + "?";
  }

  private static Optional<String> nearest(String written, List<SettingKey<?>> keys) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = written.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = NEAR + 1;
    for (SettingKey<?> key : keys) {
      int distance = EditDistance.between(wanted, key.name());
      if (distance < least) {
        least = distance;
        nearest = key.name();
      }
    }
    return Optional.ofNullable(nearest);
  }
}
