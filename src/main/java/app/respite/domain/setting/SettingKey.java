package app.respite.domain.setting;

/**
 * A setting, declared once: name, type with range, default, help. The settings file, the settings
 * page, the command line and the rules all read this declaration.
 *
 * @param perTask whether {@code task.NAME.KEY} may override it
 */
public record SettingKey<T>(
    String name, SettingType<T> type, T fallback, String help, boolean perTask) {
  /** A key that holds for every task. */
  public static <T> SettingKey<T> of(String name, SettingType<T> type, T fallback, String help) {
    return new SettingKey<>(name, type, fallback, help, false);
  }

  /** A key that a task may override. */
  public static <T> SettingKey<T> perTask(
      String name, SettingType<T> type, T fallback, String help) {
    return new SettingKey<>(name, type, fallback, help, true);
  }

  /** The default as it is written in the file. */
  public String fallbackText() {
    return type.format(fallback);
  }

  /** Keys are looked up all the time, and a name is one key's. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
