package app.respite.ui.rules;

import app.respite.domain.setting.SettingKey;
import java.util.Arrays;

/** The headings under which settings stand; a key that belongs to none stands under the last. */
enum SettingGroup {
  RHYTHM("Rhythm", true, "rhythm sprint. break.short break.long next-"),
  REST("Rest", true, "rest. heavy. fatigue."),
  PROMPTS("Prompts", true, "warning prompt. break.view calls. postpone. skip. strictness"),
  PRESENCE("When you are away", true, "idle."),
  HOURS("Hours and limits", true, "work. day.limit week."),
  DAY("Your day", false, "day. strain. set-aside tax. timesheet. items."),
  BACKUPS("Backups", false, "backup."),
  KEYS("Keys that work in every window", false, "shortcut."),
  LOOK("Look and sound", false, "language theme interface. sound. reduced-motion mini."),
  OTHER("Other", false, "");

  private final String title;
  private final boolean rules;
  private final String begins;

  SettingGroup(String title, boolean rules, String begins) {
    this.title = title;
    this.rules = rules;
    this.begins = begins;
  }

  /** The heading. */
  String title() {
    return title;
  }

  /** Whether its settings are rules, which are tried before they are applied. */
  boolean isOfRules() {
    return rules;
  }

  /** Where a key stands. */
  static SettingGroup of(SettingKey<?> key) {
    for (SettingGroup group : values()) {
      if (Arrays.stream(group.begins.split(" "))
          .anyMatch(begin -> !begin.isEmpty() && key.name().startsWith(begin))) {
        return group;
      }
    }
    return OTHER;
  }
}
