package app.respite.coach.port;

import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.day.Snapshot.IdleQuestion;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.NextBreak;
import app.respite.domain.day.Snapshot.Presence;
import app.respite.domain.day.Snapshot.Questions;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An update as plain values and back: what {@code status --json} prints and the socket carries. The
 * first fields are public surface (docs/contract.md).
 */
public final class UpdateFields {
  private UpdateFields() {}

  /** The fields of an update; {@code today} is put in its place where it is given. */
  public static Map<String, @Nullable Object> of(
      Update update, @Nullable Map<String, @Nullable Object> today) {
    Snapshot now = update.snapshot();
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("state", Fields.name(now.state()));
    to.put("task", now.task());
    to.put("planned", now.planned());
    to.put("elapsed", now.elapsed());
    to.put("remaining", now.remaining());
    to.put("sinceRest", now.sinceRest());
    to.put("restWindow", List.of(now.restEarliest(), now.restLatest()));
    to.put("due", due(now.due()));
    to.put("reason", now.reason());
    if (today != null) {
      to.put("today", today);
    }
    to.put("sequence", update.sequence());
    to.put("at", now.at());
    to.put("presence", Fields.name(now.presence()));
    to.put("presenceKnown", update.presenceKnown());
    to.put("onDisk", update.onDisk());
    to.put("trouble", update.trouble());
    to.put("flow", now.flow());
    to.put("overtime", now.overtime());
    to.put("running", now.running());
    to.put("next", next(now.next()));
    to.put("holds", now.holds().stream().map(UpdateFields::hold).toList());
    to.put("sprintInSet", now.sprintInSet());
    to.put("perSet", now.perSet());
    to.put("items", now.items());
    to.put("can", now.can().stream().sorted().map(Fields::name).toList());
    IdleQuestion question = now.askIdle();
    to.put("askIdle", question == null ? null : stretch(question));
    to.put("askRecovery", now.askRecovery());
    to.put("checkIn", now.checkIn() == null ? null : now.checkIn().toString());
    to.put("claimedUntil", now.claimedUntil());
    to.put("strictness", Fields.name(now.strictness()));
    to.put("postponeChoices", now.postponeChoices());
    to.put("notice", now.notice());
    to.put("basis", now.basis());
    to.put("suggestion", now.suggestion() == null ? null : suggestion(now.suggestion()));
    to.put("questions", questions(now.questions()));
    to.put("countFrom", now.countFrom());
    to.put("prompting", prompting(update.prompting()));
    if (!update.happened().isEmpty()) {
      to.put("happened", update.happened().stream().map(UpdateFields::told).toList());
    }
    return to;
  }

  /** Something that happened as it is printed: {@code at}, {@code event}, then its fields. */
  public static Map<String, @Nullable Object> told(Told told) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("at", told.at());
    to.put("event", told.event());
    to.putAll(told.fields());
    return to;
  }

  /**
   * The update of fields.
   *
   * @throws CoachException of kind {@code WRONG} where they are no update
   */
  public static Update read(Map<String, @Nullable Object> map) {
    Fields from = new Fields(map);
    List<Duration> window = durations(from, "restWindow");
    if (window.size() != 2) {
      throw new CoachException(CoachException.Kind.WRONG, "'restWindow' should be two durations");
    }
    Set<Action> can = EnumSet.noneOf(Action.class);
    for (Object action : from.list("can")) {
      can.add(new Fields(one("can", action)).choice("can", Action.class));
    }
    Snapshot snapshot =
        new Snapshot(
            from.instant("at"),
            from.choice("state", Mode.class),
            from.choice("presence", Presence.class),
            from.textOrNull("task"),
            from.flag("flow"),
            from.durationOrNull("planned"),
            from.duration("elapsed"),
            from.durationOrNull("remaining"),
            from.duration("overtime"),
            from.flag("running"),
            from.duration("sinceRest"),
            window.get(0),
            window.get(1),
            readDue(from.objectOrNull("due")),
            readNext(from.objectOrNull("next")),
            from.objects("holds").stream().map(UpdateFields::readHold).toList(),
            from.text("reason"),
            (int) from.number("sprintInSet"),
            (int) from.number("perSet"),
            (int) from.number("items"),
            can,
            readQuestion(from.objectOrNull("askIdle")),
            from.flag("askRecovery"),
            from.idOrNull("checkIn"),
            from.instantOrNull("claimedUntil"),
            from.choice("strictness", Strictness.class),
            durations(from, "postponeChoices"),
            from.textOrNull("notice"),
            from.text("basis"),
            readSuggestion(from.objectOrNull("suggestion")),
            readQuestions(from.list("questions")),
            from.instantOrNull("countFrom"));
    return new Update(
        snapshot,
        from.number("sequence"),
        from.flag("presenceKnown"),
        from.flag("onDisk"),
        from.text("trouble"),
        readPrompting(from.objectOrNull("prompting")),
        from.objects("happened").stream().map(UpdateFields::readTold).toList());
  }

  private static Map<String, @Nullable Object> suggestion(Suggestion suggestion) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("kind", Fields.name(suggestion.kind()));
    to.put("for", suggestion.length());
    to.put("task", suggestion.task() == null ? null : suggestion.task().toString());
    to.put("sentence", suggestion.sentence());
    to.put("since", suggestion.since());
    return to;
  }

  private static @Nullable Suggestion readSuggestion(@Nullable Fields from) {
    return from == null
        ? null
        : new Suggestion(
            from.choice("kind", Suggestion.Kind.class),
            from.durationOrNull("for"),
            from.idOrNull("task"),
            from.text("sentence"),
            from.instant("since"));
  }

  private static List<String> questions(Questions open) {
    List<String> names = new ArrayList<>();
    if (open.before()) {
      names.add("before");
    }
    if (open.evening()) {
      names.add("evening");
    }
    if (open.burnout()) {
      names.add("burnout");
    }
    return names;
  }

  private static Questions readQuestions(List<?> names) {
    return new Questions(
        names.contains("before"), names.contains("evening"), names.contains("burnout"));
  }

  private static Map<String, @Nullable Object> prompting(Prompting prompting) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("form", Fields.name(prompting.form()));
    to.put("since", prompting.since());
    to.put("patienceEnds", prompting.patienceEnds());
    to.put("corner", prompting.corner());
    to.put("still", prompting.still());
    return to;
  }

  private static Prompting readPrompting(@Nullable Fields from) {
    return from == null
        ? Prompting.NONE
        : new Prompting(
            from.choice("form", Prompting.Form.class),
            from.instantOrNull("since"),
            from.instantOrNull("patienceEnds"),
            from.flag("corner"),
            from.instantOrNull("still"));
  }

  private static Told readTold(Fields from) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(from.values());
    fields.remove("at");
    fields.remove("event");
    return new Told(from.instant("at"), from.text("event"), fields);
  }

  private static @Nullable Map<String, @Nullable Object> due(@Nullable DueBreak due) {
    if (due == null) {
      return null;
    }
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("kind", Fields.name(due.kind()));
    to.put("state", Fields.name(due.state()));
    to.put("length", due.length());
    to.put("since", due.since());
    to.put("at", due.at());
    to.put("postponed", due.postponed());
    to.put("skipGated", due.skipGated());
    to.put("reason", due.reason());
    to.put("owed", due.owed());
    return to;
  }

  private static @Nullable DueBreak readDue(@Nullable Fields from) {
    return from == null
        ? null
        : new DueBreak(
            from.choice("kind", BreakKind.class),
            from.choice("state", DueState.class),
            from.duration("length"),
            from.instant("since"),
            from.instantOrNull("at"),
            (int) from.number("postponed"),
            from.flag("skipGated"),
            from.text("reason"),
            from.duration("owed"));
  }

  private static @Nullable Map<String, @Nullable Object> next(@Nullable NextBreak next) {
    if (next == null) {
      return null;
    }
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("kind", Fields.name(next.kind()));
    to.put("at", next.at());
    to.put("length", next.length());
    to.put("reason", next.reason());
    return to;
  }

  private static @Nullable NextBreak readNext(@Nullable Fields from) {
    return from == null
        ? null
        : new NextBreak(
            from.choice("kind", BreakKind.class),
            from.instant("at"),
            from.duration("length"),
            from.text("reason"));
  }

  private static Map<String, @Nullable Object> hold(HeldBy hold) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("reason", Fields.name(hold.reason()));
    to.put("until", hold.until());
    return to;
  }

  private static HeldBy readHold(Fields from) {
    return new HeldBy(from.choice("reason", HoldReason.class), from.instantOrNull("until"));
  }

  private static Map<String, @Nullable Object> stretch(IdleQuestion question) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("since", question.since());
    to.put("until", question.until());
    return to;
  }

  private static @Nullable IdleQuestion readQuestion(@Nullable Fields from) {
    return from == null ? null : new IdleQuestion(from.instant("since"), from.instant("until"));
  }

  private static List<Duration> durations(Fields from, String name) {
    List<Duration> found = new ArrayList<>();
    for (Object item : from.list(name)) {
      found.add(new Fields(one(name, item)).duration(name));
    }
    return found;
  }

  private static Map<String, @Nullable Object> one(String name, @Nullable Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(name, value);
    return map;
  }
}
