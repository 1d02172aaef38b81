package app.respite.coach.port;

import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings file. Comments, layout and unknown keys outlive every save. */
public interface SettingsStore extends AutoCloseable {
  /**
   * What the file says now. A file that is absent gives the defaults; one that cannot be read gives
   * a problem.
   */
  Loaded load();

  /**
   * Sets keys and saves. Nothing is written while the file cannot be read.
   *
   * @throws SettingsException where the file cannot be read or written; the file is as it was
   */
  Loaded save(List<Edit> edits);

  /**
   * Tells of every change of the file from outside, within a second, on a thread of the store's
   * own.
   */
  void watch(Consumer<Loaded> listener);

  /** The file. */
  Path file();

  @Override
  void close();

  /**
   * One change.
   *
   * @param task the task whose override it is, or null
   * @param text the value as text; null sets the default again
   */
  record Edit(@Nullable String task, SettingKey<?> key, @Nullable String text) {}

  /**
   * What was read, and what was wrong with it.
   *
   * @param strangers keys that are none of the program's nor like one; they may be another's
   */
  record Loaded(Preferences preferences, List<Problem> problems, List<Problem> strangers) {
    public Loaded(Preferences preferences, List<Problem> problems) {
      this(preferences, problems, List.of());
    }
  }

  /**
   * Something wrong in the file. The rest of the file still counts.
   *
   * @param line its line from 1; 0 where it is about the whole file
   * @param key the key as written, empty where it is about the whole file
   * @param message one line: what is wrong, what is allowed, what is used instead
   */
  record Problem(int line, String key, String message) {}
}
