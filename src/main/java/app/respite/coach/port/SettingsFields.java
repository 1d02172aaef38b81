package app.respite.coach.port;

import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.SettingsStore.Problem;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings as plain values and back: how they go from the coach to a face, and edits to it. */
final class SettingsFields {
  private SettingsFields() {}

  /** The fields of settings: every value as it is written in the file. */
  static Map<String, @Nullable Object> of(Loaded loaded) {
    List<Map<String, @Nullable Object>> values = new ArrayList<>();
    Preferences preferences = loaded.preferences();
    for (SettingKey<?> key : SettingCatalog.all()) {
      put(values, preferences, null, key);
    }
    for (String task : preferences.tasks()) {
      for (SettingKey<?> key : SettingCatalog.perTask()) {
        put(values, preferences, task, key);
      }
    }
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("values", values);
    to.put("problems", loaded.problems().stream().map(SettingsFields::problem).toList());
    return to;
  }

  private static <T> void put(
      List<Map<String, @Nullable Object>> values,
      Preferences preferences,
      @Nullable String task,
      SettingKey<T> key) {
    preferences
        .set(task, key)
        .ifPresent(value -> values.add(value(task, key, key.type().format(value))));
  }

  private static Map<String, @Nullable Object> value(
      @Nullable String task, SettingKey<?> key, @Nullable String text) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    if (task != null) {
      to.put("task", task);
    }
    to.put("key", key.name());
    to.put("value", text);
    return to;
  }

  private static Map<String, @Nullable Object> problem(Problem problem) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("line", problem.line());
    to.put("key", problem.key());
    to.put("message", problem.message());
    return to;
  }

  /**
   * The settings of fields. A key that this side does not know belongs to a newer coach and is left
   * out.
   *
   * @throws CoachException of kind {@code WRONG} where they are no settings
   */
  private static Loaded read(Map<String, @Nullable Object> map) {
    Fields from = new Fields(map);
    Preferences preferences = Preferences.DEFAULTS;
    for (Fields value : from.objects("values")) {
      String task = value.textOrNull("task");
      Optional<SettingKey<?>> key = SettingCatalog.find(value.text("key"), task != null);
      if (key.isPresent()) {
        try {
          preferences = preferences.withText(task, key.get(), value.text("value"));
        } catch (BadValue bad) {
          throw new CoachException(
              Kind.WRONG, "'" + key.get() + "' should be " + bad.getMessage(), bad);
        }
      }
    }
    return new Loaded(
        preferences, from.objects("problems").stream().map(SettingsFields::readProblem).toList());
  }

  private static Problem readProblem(Fields from) {
    return new Problem((int) from.number("line"), from.text("key"), from.text("message"));
  }

  /** The fields of an edit. */
  static Map<String, @Nullable Object> of(Edit edit) {
    return value(edit.task(), edit.key(), edit.text());
  }

  /** The edit of fields; null where they are none. */
  static @Nullable Edit edit(Object plain) {
    if (!(plain instanceof Map<?, ?> map)) {
      return null;
    }
    Fields edit = new Fields(Fields.plain(map));
    String task = edit.textOrNull("task");
    SettingKey<?> key =
        SettingCatalog.find(edit.text("key"), task != null)
            .orElseThrow(
                () -> new CoachException(Kind.WRONG, "no setting: '" + edit.text("key") + "'"));
    return new Edit(task, key, edit.textOrNull("value"));
  }

  /** The settings of fields; null where they are none. */
  static @Nullable Loaded loaded(Object plain) {
    return plain instanceof Map<?, ?> map ? read(Fields.plain(map)) : null;
  }
}
