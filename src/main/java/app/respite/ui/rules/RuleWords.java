package app.respite.ui.rules;

import java.util.List;
import java.util.Map;

/** The rules in sentences: the keys in braces stand for the controls of their settings. */
enum RuleWords {
  RHYTHM(
      SettingGroup.RHYTHM,
      "I work in {rhythm}.",
      "Sprints of {sprint.length}, a {break.short} break after each and {break.long} after"
          + " {sprint.per-set}.",
      "After a break {next-sprint}. When a break is due {next-break}."),
  REST(
      SettingGroup.REST,
      "Remind me of a rest between {rest.earliest} and {rest.latest} of work, for {rest.length}.",
      "A rest of {rest.resets-after} or more starts the count anew.",
      "Under a burdening task remind me after {heavy.rest-after}.",
      "I want to rest at a tiredness of {fatigue.threshold} out of 10."),
  PROMPTS(
      SettingGroup.PROMPTS,
      "Tell me {warning} before a break, wait at most {prompt.patience} for my hands to stop, and"
          + " show {break.view}.",
      "I may put one break off {postpone.limit} times, for {postpone.choices}.",
      "After {skip.in-a-row} skipped breaks in a row, skipping takes a second press.",
      "Be {strictness} about breaks.",
      "During a call {calls.hold}."),
  PRESENCE(
      SettingGroup.PRESENCE,
      "Without input for {idle.after} I am idle. After {idle.natural} of it that was a natural"
          + " break; after {idle.ask-after} ask me what the time was."),
  HOURS(
      SettingGroup.HOURS,
      "Prompts come only {work.hours}.",
      "Tell me once after {day.limit} of work a day and {week.limit} a week.");

  /** What the values of choices are called in a sentence. */
  static final Map<String, Map<String, String>> OPTIONS =
      Map.of(
          "rhythm",
          Map.of("pomodoro", "sprints with breaks", "flow", "flow, and the time counts up"),
          "next-sprint",
          Map.of("ask", "wait for me", "auto", "start the next sprint by itself"),
          "next-break",
          Map.of("ask", "wait for me", "auto", "start it when patience ends"),
          "break.view",
          Map.of("full", "a calm view on every screen", "small", "the small prompt alone"),
          "calls.hold",
          Map.of("true", "hold prompts back", "false", "prompt me as usual"));

  /** What some rules come to, told below their sentence, by the key. */
  static final Map<String, Map<String, String>> MEANINGS =
      Map.of(
          "strictness",
          Map.of(
              "gentle",
              "Gentle: five seconds of input end a break, and it can always be put off or skipped.",
              "firm",
              "Firm: input holds a break's countdown, and the limits above apply.",
              "strict",
              "Strict: no break is put off or skipped. Holding Esc for five seconds always ends"
                  + " one."));

  private final SettingGroup group;
  private final String sentences;

  RuleWords(SettingGroup group, String... sentences) {
    this.group = group;
    this.sentences = String.join("\n", sentences);
  }

  /** The group whose settings these are. */
  SettingGroup group() {
    return group;
  }

  /** The sentences in their order. */
  List<String> sentences() {
    return sentences.lines().toList();
  }
}
