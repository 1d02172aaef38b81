package app.respite.domain.day;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rhythms that people know by name, each as the settings that make it. */
public enum RhythmPreset {
  CLASSIC("25 and 5", "sprints of 25 minutes, breaks of 5", "pomodoro", "25m", "5m", "15m"),
  LONG("50 and 10", "sprints of 50 minutes, breaks of 10", "pomodoro", "50m", "10m", "20m"),
  FLOW("Flow", "no sprints; a rest after 60 to 90 minutes", "flow", "25m", "5m", "15m"),
  SHORT("15 and 3", "sprints of 15 minutes, breaks of 3", "pomodoro", "15m", "3m", "15m");

  private final String word;
  private final String meaning;
  private final String rhythm;
  private final String sprint;
  private final String shortBreak;
  private final String longBreak;

  RhythmPreset(
      String word,
      String meaning,
      String rhythm,
      String sprint,
      String shortBreak,
      String longBreak) {
    this.word = word;
    this.meaning = meaning;
    this.rhythm = rhythm;
    this.sprint = sprint;
    this.shortBreak = shortBreak;
    this.longBreak = longBreak;
  }

  /** Its name. */
  public String word() {
    return word;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The settings that make it, as they are written. */
  public Map<SettingKey<?>, String> rules() {
    Map<SettingKey<?>, String> rules = new LinkedHashMap<>();
    rules.put(CoachKeys.RHYTHM, rhythm);
    rules.put(SprintBreakRule.SPRINT, sprint);
    rules.put(SprintBreakRule.SHORT, shortBreak);
    rules.put(SprintBreakRule.LONG, longBreak);
    rules.put(RestRule.EARLIEST, "60m");
    rules.put(RestRule.LATEST, "90m");
    return rules;
  }

  /** Whether preferences are those of this rhythm, as far as it says anything. */
  public boolean holds(Preferences preferences) {
    return rules().entrySet().stream()
        .allMatch(rule -> is(preferences, rule.getKey(), rule.getValue()));
  }

  private static <T> boolean is(Preferences preferences, SettingKey<T> key, String text) {
    try {
      return preferences.get(key).equals(key.type().parse(text));
    } catch (BadValue impossible) {
      throw new IllegalArgumentException(key + " cannot be " + text, impossible);
    }
  }
}
