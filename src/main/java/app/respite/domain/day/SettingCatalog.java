package app.respite.domain.day;

import app.respite.domain.breaks.RuleBook;
import app.respite.domain.setting.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every setting there is: the coach's own and those its break rules declare. */
public final class SettingCatalog {
  private static final List<SettingKey<?>> GENERAL = general();

  private SettingCatalog() {}

  private static List<SettingKey<?>> general() {
    List<SettingKey<?>> keys = new ArrayList<>(CoachKeys.all());
    keys.addAll(1, RuleBook.keys());
    return List.copyOf(keys);
  }

  /** Keys that stand in the file under their own name, in the order they are shown. */
  public static List<SettingKey<?>> all() {
    return GENERAL;
  }

  /** Keys that may stand in the file as {@code task.NAME.KEY}. */
  public static List<SettingKey<?>> perTask() {
    List<SettingKey<?>> keys = new ArrayList<>(CoachKeys.ofTasks());
    for (SettingKey<?> key : GENERAL) {
      if (key.perTask()) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  /** The key of a name in the file; for a task where {@code forTask}. */
  public static Optional<SettingKey<?>> find(String name, boolean forTask) {
    for (SettingKey<?> key : forTask ? perTask() : all()) {
      if (key.name().equals(name)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
