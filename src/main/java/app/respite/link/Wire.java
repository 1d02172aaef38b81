package app.respite.link;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Fields;
import app.respite.coach.port.RequestFields;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.domain.text.EnumWords;
import app.respite.json.Json;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages, as lines. */
final class Wire {
  /** Counts up when old and new no longer understand each other. */
  static final int PROTOCOL = 2;

  /** In a hello: answer it without the state, which this peer does not want. */
  static final String BRIEF = "brief";

  private Wire() {}

  static String line(Map<String, @Nullable Object> message) {
    return Json.write(message, ZoneOffset.UTC);
  }

  static Map<String, @Nullable Object> message(String first, @Nullable Object value) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put(first, value);
    return message;
  }

  /** A request with its word and fields apart, so that one of them is not taken for the other. */
  static Map<String, @Nullable Object> request(CoachRequest<?> request) {
    Map<String, @Nullable Object> with = RequestFields.of(request);
    Map<String, @Nullable Object> message =
        message(RequestFields.WORD, with.remove(RequestFields.WORD));
    message.put("with", with);
    return message;
  }

  /** The request of a message. */
  static CoachRequest<?> request(Fields message) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(message.object("with").values());
    fields.put(RequestFields.WORD, message.text(RequestFields.WORD));
    return RequestFields.read(fields);
  }

  static Map<String, @Nullable Object> hello(String build) {
    Map<String, @Nullable Object> hello = message("hello", "respite");
    hello.put("protocol", PROTOCOL);
    hello.put("build", build);
    return hello;
  }

  static Map<String, @Nullable Object> update(Update update) {
    return UpdateFields.of(update, null);
  }

  static void putError(Map<String, @Nullable Object> message, Throwable failed) {
    CoachException known = CoachException.of(failed);
    message.put("error", known.getMessage());
    message.put("kind", EnumWords.of(known.kind()));
  }

  static CoachException error(Fields message) {
    Kind kind = message.choiceOrNull("kind", Kind.class);
    return new CoachException(kind == null ? Kind.STORE : kind, message.text("error"));
  }
}
