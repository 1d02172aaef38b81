package app.respite.ui.rules;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.util.Arrays;
import java.util.List;

/** Rhythms that many people work in, each as the rules that make it. */
public enum Preset {
  SPRINTS(
      "25 / 5",
      "Sprints of 25 minutes, 5 minutes of break, 15 after four",
      "rhythm=pomodoro sprint.length=25m break.short=5m break.long=15m sprint.per-set=4"),
  LONG(
      "50 / 10",
      "Sprints of 50 minutes, 10 minutes of break, 20 after three",
      "rhythm=pomodoro sprint.length=50m break.short=10m break.long=20m sprint.per-set=3"),
  FLOW(
      "Flow 60-90",
      "The time counts up; a rest of 10 minutes is advised after 60 to 90 minutes of work",
      "rhythm=flow rest.earliest=1h rest.latest=1h30m rest.length=10m"),
  SHORT(
      "Short 15 / 3",
      "Sprints of 15 minutes, 3 minutes of break, 10 after four",
      "rhythm=pomodoro sprint.length=15m break.short=3m break.long=10m sprint.per-set=4");

  private final String label;
  private final String words;
  private final String rules;

  Preset(String label, String words, String rules) {
    this.label = label;
    this.words = words;
    this.rules = rules;
  }

  /** What stands on its button. */
  public String label() {
    return label;
  }

  /** What it means, in words. */
  public String words() {
    return words;
  }

  /** The rules it sets. */
  public List<Edit> edits() {
    return Arrays.stream(rules.split(" ", -1)).map(Preset::edit).toList();
  }

  private static Edit edit(String rule) {
    int middle = rule.indexOf('=');
    return new Edit(
        null,
        SettingCatalog.find(rule.substring(0, middle), false).orElseThrow(),
        rule.substring(middle + 1));
  }

  /** Whether preferences are those of this preset, as far as it says anything. */
  public boolean holds(Preferences preferences) {
    return edits().stream().allMatch(rule -> format(rule.key(), preferences).equals(rule.text()));
  }

  private static <T> String format(SettingKey<T> key, Preferences preferences) {
    return key.type().format(preferences.get(key));
  }
}
