package app.respite.settings;

import static java.util.stream.Collectors.joining;

import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.SettingsStore.Problem;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes preferences of a page, and a problem of everything on it that cannot be used. */
final class Interpreter {
  private static final int QUOTED = 40;
  private static final int LISTED = 5;

  private final Map<String, List<Page.Entry>> byKey = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> strangers = new ArrayList<>();
  private Preferences preferences = Preferences.DEFAULTS;

  private Interpreter(Page page) {
    for (Page.Entry entry : page.entries()) {
      byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
    }
  }

  /** What a page says. Its problems are in the order of their lines. */
  static Loaded read(Page page) {
    Interpreter interpreter = new Interpreter(page);
    Map<Page.Entry, KeyName> used = new LinkedHashMap<>();
    // The values for all tasks first: problems of a task's own name them.
    interpreter.byKey.forEach(
        (written, entries) ->
            KeyName.of(written)
                .ifPresentOrElse(
                    name -> used.put(entries.getLast(), name),
                    () -> interpreter.unknown(entries.getLast())));
    used.forEach((entry, name) -> interpreter.useIf(name.task() == null, entry, name));
    interpreter.checkRestWindow(null);
    used.forEach((entry, name) -> interpreter.useIf(name.task() != null, entry, name));
    interpreter.preferences.tasks().forEach(interpreter::checkRestWindow);
    interpreter.problems.sort(Comparator.comparingInt(Problem::line));
    interpreter.strangers.sort(Comparator.comparingInt(Problem::line));
    return new Loaded(
        interpreter.preferences,
        List.copyOf(interpreter.problems),
        List.copyOf(interpreter.strangers));
  }

  private void unknown(Page.Entry entry) {
    KeyName.slip(entry.key())
        .ifPresentOrElse(
            slip -> say(entry, slip),
            () ->
                strangers.add(
                    problem(
                        entry,
                        "is unknown and like no key; all are listed by respite rules show")));
  }

  private void useIf(boolean wanted, Page.Entry entry, KeyName name) {
    if (!wanted) {
      return;
    }
    List<Page.Entry> all = byKey.getOrDefault(entry.key(), List.of());
    if (all.size() > 1) {
      String lines =
          all.stream()
              .limit(LISTED)
              .map(one -> Integer.toString(one.line()))
              .collect(joining(", "));
      String more = all.size() > LISTED ? " and more" : "";
      say(entry, "is set more than once, in lines " + lines + more + "; the last counts");
    }
    SettingKey<?> key = name.key();
    if (entry.malformed()) {
      say(entry, "has a \\u without four hexadecimal digits behind it; " + instead(name));
      return;
    }
    try {
      preferences = preferences.withText(name.task(), key, entry.value());
    } catch (BadValue bad) {
      say(
          entry,
          "\"" + quoted(entry.value()) + "\" is not " + bad.getMessage() + "; " + instead(name));
    }
  }

  private String instead(KeyName name) {
    return name.task() == null
        ? used("the default", name.key(), Preferences.DEFAULTS)
        : used("the value for all tasks", name.key(), preferences);
  }

  private static <T> String used(String what, SettingKey<T> key, Preferences from) {
    String text = key.type().format(from.get(key));
    return what + (text.isEmpty() ? ", empty," : ", " + text + ",") + " is used instead";
  }

  /** Both ends of the window go back together: which of the two is the slip, nobody knows. */
  private void checkRestWindow(@Nullable String task) {
    Duration earliest = preferences.get(RestRule.EARLIEST, task);
    Duration latest = preferences.get(RestRule.LATEST, task);
    if (earliest.compareTo(latest) <= 0) {
      return;
    }
    preferences = preferences.without(task, RestRule.EARLIEST).without(task, RestRule.LATEST);
    Optional<Page.Entry> at =
        List.of(new KeyName(task, RestRule.EARLIEST), new KeyName(task, RestRule.LATEST)).stream()
            .flatMap(name -> byKey.getOrDefault(name.written(), List.of()).stream())
            .max(Comparator.comparingInt(Page.Entry::line));
    at.ifPresent(
        entry ->
            say(
                entry,
                "rest.earliest (%s) is later than rest.latest (%s); allowed is the same or earlier; %s and %s are used instead"
                    .formatted(
                        Durations.format(earliest),
                        Durations.format(latest),
                        Durations.format(preferences.get(RestRule.EARLIEST, task)),
                        Durations.format(preferences.get(RestRule.LATEST, task)))));
  }

  private void say(Page.Entry entry, String message) {
    problems.add(problem(entry, message));
  }

  private static Problem problem(Page.Entry entry, String message) {
    return new Problem(entry.line(), PlainText.escaped(entry.key()), message);
  }

  private static String quoted(String value) {
    String line = PlainText.escaped(value.strip());
    return line.codePointCount(0, line.length()) <= QUOTED
        ? line
        : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "\u2026";
  }
}
