package app.respite.ui.rules;

import app.respite.domain.setting.SettingKey;
import java.util.Arrays;

/** The headings under which settings stand; a key that belongs to none stands under the last. */
enum SettingGroup {
  RHYTHM("Rhythm", "rhythm sprint. break.short break.long next-"),
  REST("Rest", "rest. heavy."),
  PROMPTS("Prompts", "warning prompt. break.view calls. postpone. skip. strictness"),
  PRESENCE("When you are away", "idle."),
  DAY("Your day", "day. week. work. fatigue. strain. set-aside tax."),
  BACKUPS("Backups", "backup."),
  KEYS("Keys that work in every window", "shortcut."),
  LOOK("Look and sound", "language theme interface. sound. reduced-motion mini."),
  OTHER("Other", "");

  private final String title;
  private final String begins;

  SettingGroup(String title, String begins) {
    this.title = title;
    this.begins = begins;
  }

  /** The heading. */
  String title() {
    return title;
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
