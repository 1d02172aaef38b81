package app.respite.cli;

import app.respite.cli.CoachCommand.Kind;
import app.respite.cli.CoachCommand.Part;
import app.respite.coach.port.CoachException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All commands that only talk to the coach. Each is made when it is asked for, and no other. */
final class CoachCommands {
  /** What they are called. */
  static final List<String> NAMES =
      List.of(
          "start",
          "stop",
          "pause",
          "resume",
          "switch",
          "break",
          "accept",
          "postpone",
          "skip",
          "end-break",
          "tired",
          "took",
          "take",
          "dismiss",
          "item",
          "claim",
          "submitted",
          "check-in",
          "quiet",
          "meeting",
          "recover",
          "status",
          "quit");

  private static final int MOST_NOTE = 2000;
  private static final int MOST_ITEMS = 100_000;

  private CoachCommands() {}

  /** The command of a name, or null where that is none of them. */
  static @Nullable CoachCommand named(String name) {
    return switch (name) {
      case "start" ->
          new CoachCommand(
              name,
              List.of("Start a sprint, and the coach if none runs."),
              List.of(
                  word("task", Kind.TEXT, "TASK", "Default: the last task.", null, false),
                  option("--sprint", Kind.LENGTH, "25m", "Length of this sprint."),
                  flag("--flow", "Count up, without an end."),
                  option(
                      "--since",
                      Kind.MOMENT,
                      "09:40",
                      "Count from then on what nothing counted, also in a pause.")),
              CoachCommands::start);
      case "stop" -> plain(name, "End the sprint and the session.");
      case "pause" ->
          plain(
              name,
              "Hold the sprint.",
              option("--for", Kind.LENGTH, "30m", "Go on by itself after this long."));
      case "resume" -> plain(name, "Go on after a pause.");
      case "switch" ->
          plain(name, "Go on with another task.", word("task", Kind.TEXT, "TASK", "", null, true));
      case "break" -> plain(name, "Take a break now.", option("--for", Kind.LENGTH, "10m", ""));
      case "accept" -> plain(name, "Take the break that is due.");
      case "postpone" ->
          plain(name, "Put the break off.", word("for", Kind.LENGTH, "5m", "", null, false));
      case "skip" -> plain(name, "Do without the break.");
      case "end-break" ->
          plain(
              name,
              "Come back from a break.",
              flag("--emergency", "The way out of a strict break; always works."));
      case "tired" -> plain(name, "I am tired now: a break, at once.");
      case "took" ->
          plain(name, "I already took a break just now.", option("--for", Kind.LENGTH, "5m", ""));
      case "take" -> plain(name, "Do what the coach suggests; status says what that is.");
      case "dismiss" -> plain(name, "Put what the coach suggests away for today.");
      case "item" -> plain(name, "Count items done.", word("n", Kind.WHOLE, "N", "", "1", false));
      case "claim" ->
          plain(
              name,
              "An item is claimed; the platform's time for it runs.",
              new Part(
                  "--for",
                  "for",
                  Kind.LENGTH,
                  "60m",
                  "The platform's time for it (default ${DEFAULT-VALUE}).",
                  "60m",
                  false));
      case "submitted" -> plain(name, "The claimed item is handed in.");
      case "check-in" -> checkIn(name);
      case "quiet" ->
          new CoachCommand(
              name,
              List.of("Hold prompts back for a while."),
              List.of(
                  option("--for", Kind.LENGTH, "1h", ""),
                  new Part("--until-morning", "untilMorning", Kind.FLAG, "", "", null, false),
                  flag("--off", "No longer.")),
              CoachCommands::quiet);
      case "meeting" ->
          new CoachCommand(
              name,
              List.of("In a meeting: no prompts, missing input is work."),
              List.of(option("--for", Kind.LENGTH, "45m", ""), flag("--off", "It is over.")),
              CoachCommands::meeting);
      case "recover" ->
          new CoachCommand(
              name,
              List.of("Answer for a session found open after a crash: keep, trim or discard."),
              List.of(word("as", Kind.TEXT, "keep|trim|discard", "", null, true)),
              CoachCommands::recover);
      case "status" ->
          plain(
              name,
              "What is going on, in one line.",
              flag("--json", "As one JSON document; a line each with --follow."),
              flag("--follow", "Go on telling until the coach ends."));
      case "quit" -> plain(name, "End the coach; a running sprint is saved.");
      default -> null;
    };
  }

  private static CoachCommand plain(String name, String description, Part... parts) {
    return new CoachCommand(name, List.of(description), List.of(parts), UnaryOperator.identity());
  }

  private static Part option(String name, Kind kind, String label, String description) {
    return new Part(name, name.substring(2), kind, label, description, null, false);
  }

  private static Part flag(String name, String description) {
    return option(name, Kind.FLAG, "", description);
  }

  private static Part word(
      String field,
      Kind kind,
      String label,
      String description,
      @Nullable String fallback,
      boolean required) {
    return new Part("", field, kind, label, description, fallback, required);
  }

  private static CoachCommand checkIn(String name) {
    return new CoachCommand(
        name,
        List.of(
            "Answer what the coach asks: how the sprint was that ended, how tired you are at the"
                + " day's end or before a sprint, and the two-weekly question. status says what is"
                + " asked.",
            "What you leave out stays unknown; it is never filled in."),
        List.of(
            flag(
                "--before", "How tired you are before the sprint that runs, or is about to begin."),
            option(
                "--fatigue",
                Kind.WHOLE,
                "0..10",
                "How tired you are now: 0 fresh, 10 cannot usefully go on."),
            option(
                "--effort",
                Kind.WHOLE,
                "0..10",
                "How much effort the sprint was: 0 none, 10 all you had."),
            option("--items", Kind.WHOLE, "N", ""),
            option("--rejected", Kind.WHOLE, "N", ""),
            option("--note", Kind.TEXT, "T", ""),
            option(
                "--burnout",
                Kind.WHOLE,
                "1..5",
                "The two-weekly question, how worn down you are by your work: 1 not at all, 2 a"
                    + " little, 3 often, 4 most of the time, 5 so much that it is hard to go on."),
            flag("--skip", "Leave what is asked now unanswered.")),
        CoachCommands::rating);
  }

  private static Map<String, @Nullable Object> start(Map<String, @Nullable Object> given) {
    if (given.containsKey("flow") && given.containsKey("sprint")) {
      throw wrong("--flow has no end, so it goes without --sprint; give one of them");
    }
    return given;
  }

  private static Map<String, @Nullable Object> quiet(Map<String, @Nullable Object> given) {
    if (given.size() != 2) {
      throw wrong("say how long: quiet --for 1h, quiet --until-morning, or quiet --off");
    }
    return given;
  }

  private static Map<String, @Nullable Object> meeting(Map<String, @Nullable Object> given) {
    if (given.size() != 2) {
      throw wrong("say how long: meeting --for 45m, or meeting --off");
    }
    return given;
  }

  private static Map<String, @Nullable Object> recover(Map<String, @Nullable Object> given) {
    Object as = given.get("as");
    switch (String.valueOf(as).toLowerCase(Locale.ROOT)) {
      case "keep", "trim", "discard" ->
          given.put("as", String.valueOf(as).toLowerCase(Locale.ROOT));
      default -> throw wrong("'" + as + "' is no answer; say keep, trim or discard");
    }
    return given;
  }

  private static Map<String, @Nullable Object> rating(Map<String, @Nullable Object> given) {
    within(given, "fatigue", 0, 10);
    within(given, "effort", 0, 10);
    within(given, "items", 0, MOST_ITEMS);
    within(given, "rejected", 0, MOST_ITEMS);
    within(given, "burnout", 1, 5);
    if (given.get("note") instanceof String note && note.length() > MOST_NOTE) {
      throw wrong("--note takes at most " + MOST_NOTE + " characters");
    }
    boolean skip = given.containsKey("skip");
    int told = given.size() - 1 - (skip ? 1 : 0) - (given.containsKey("before") ? 1 : 0);
    if (skip && given.size() > 2) {
      throw wrong("--skip leaves everything out, so it goes alone");
    }
    if (skip) {
      Map<String, @Nullable Object> unanswered = new LinkedHashMap<>();
      unanswered.put("do", "skip-question");
      return unanswered;
    }
    if (told == 0) {
      throw wrong(
          "give at least one of --fatigue, --effort, --items, --rejected, --note, --burnout, or"
              + " --skip");
    }
    return given;
  }

  private static void within(
      Map<String, @Nullable Object> given, String field, int least, int most) {
    if (given.get(field) instanceof Integer value && (value < least || value > most)) {
      throw wrong("--" + field + " takes a whole number from " + least + " to " + most);
    }
  }

  private static CoachException wrong(String message) {
    return new CoachException(CoachException.Kind.WRONG, message);
  }
}
