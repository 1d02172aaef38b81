package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Questions;
import app.respite.domain.day.Snapshot.RestWindow;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.text.EnumWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An update as plain values and back: what {@code status --json} prints and the socket carries. The
 * first fields are public surface (docs/contract.md).
 */
@ArchitectureException(
    wall = Wall.SWITCH_OVER_TEXT,
    reason = "an announcement comes in as a word of the wire")
public final class UpdateFields {
  private static final String TODAY = "today";
  private static final String SHOW_WINDOW = "show-window";
  private static final String SETTINGS = "settings";

  /** All of them, in the order in which they are printed. */
  private static final List<String> ORDER =
      List.of(
          ("state task planned elapsed remaining sinceRest restWindow due reason today sequence at"
                  + " presence presenceKnown onDisk trouble flow overtime running next holds"
                  + " sprintInSet perSet items can askIdle askRecovery checkIn claimedUntil"
                  + " strictness postponeChoices notice basis suggestion questions countFrom"
                  + " prompting happened")
              .split(" "));

  private static final Form FORM =
      Form.builder(EnumWords::of)
          .nulls()
          .spread(Update.class, "snapshot", "")
          .spread(Snapshot.class, "work", "")
          .spread(Snapshot.class, "progress", "")
          .spread(Snapshot.class, "rests", "")
          .spread(Snapshot.class, "asked", "")
          .silent(Update.class, "happened", List.of())
          .missing(Update.class, "prompting", Prompting.NONE)
          .list(RestWindow.class)
          .as(
              Snapshot.Asked.class,
              "questions",
              new Scalar<Questions>(
                  "a list of questions",
                  open -> open.names().stream().map(EnumWords::of).toList(),
                  UpdateFields::questions))
          .rename(Suggestion.class, "length", "for")
          .scalar(
              Announcement.class,
              new Scalar<>("something that happened", UpdateFields::written, UpdateFields::message))
          .build();

  private UpdateFields() {}

  /** The fields of an update; {@code today} is put in its place where it is given. */
  public static Map<String, @Nullable Object> of(
      Update update, @Nullable Map<String, @Nullable Object> today) {
    Map<String, @Nullable Object> fields = FORM.write(update);
    if (today != null) {
      fields.put(TODAY, today);
    }
    Map<String, @Nullable Object> inOrder = new LinkedHashMap<>();
    for (String name : ORDER) {
      if (fields.containsKey(name)) {
        inOrder.put(name, fields.get(name));
      }
    }
    return inOrder;
  }

  /**
   * The update of fields.
   *
   * @throws CoachException of kind {@code WRONG} where they are no update
   */
  public static Update read(Map<String, @Nullable Object> map) {
    try {
      return FORM.read(Update.class, map);
    } catch (BindException wrong) {
      throw Fields.wrong(wrong);
    }
  }

  private static @Nullable Questions questions(Object plain) {
    return plain instanceof List<?> names
        ? new Questions(
            names.contains(EnumWords.of(Question.BEFORE)),
            names.contains(EnumWords.of(Question.EVENING)),
            names.contains(EnumWords.of(Question.BURNOUT)))
        : null;
  }

  private static Map<String, @Nullable Object> written(Announcement message) {
    return switch (message) {
      case Announcement.OfDay(Instant at, var event) -> EventFields.of(at, event);
      case Announcement.ShowWindow(Instant at, String page) -> {
        Map<String, @Nullable Object> to = announced(at, SHOW_WINDOW);
        to.put("page", page);
        yield to;
      }
      case Announcement.SettingsChanged(Instant at) -> announced(at, SETTINGS);
    };
  }

  private static Map<String, @Nullable Object> announced(Instant at, String event) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("at", at);
    to.put("event", event);
    return to;
  }

  private static @Nullable Announcement message(Object plain) {
    if (!(plain instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, @Nullable Object> told = Fields.plain(map);
    Fields fields = new Fields(told);
    Instant at = fields.instant("at");
    return switch (fields.text("event")) {
      case SHOW_WINDOW -> new Announcement.ShowWindow(at, fields.text("page"));
      case SETTINGS -> new Announcement.SettingsChanged(at);
      default -> new Announcement.OfDay(at, EventFields.read(told));
    };
  }
}
