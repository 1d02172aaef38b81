package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Match;
import app.respite.desktop.linux.bus.Reply;
import java.util.Locale;

/** Xfce's settings service. */
final class Xfconf {
  static final String NAME = "org.xfce.Xfconf";

  /** {@code PropertyChanged} and {@code PropertyRemoved}: channel, property, and the value. */
  static final Match CHANGES = new Match(NAME, "/org/xfce/Xfconf", NAME, "");

  private Xfconf() {}

  static Call get(String channel, String property) {
    return Call.of(NAME, "/org/xfce/Xfconf", NAME, "GetProperty", Body.of("ss", channel, property));
  }

  /** Whether a text contains a part, in whatever case. */
  static FollowedFlag.Plan text(String channel, String property, String part) {
    return new FollowedFlag.Plan(
        NAME,
        get(channel, property),
        reply ->
            isUnset(reply)
                ? Boolean.FALSE
                : reply.body().value(0) instanceof String text ? contains(text, part) : null,
        CHANGES,
        signal ->
            signal.body().text(0, "").equals(channel) && signal.body().text(1, "").equals(property)
                ? News.of(contains(signal.body().text(2, ""), part))
                : News.OTHER,
        true);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part);
  }

  /** Whether the answer is that nobody has ever set it. */
  static boolean isUnset(Reply reply) {
    return reply instanceof Reply.Failed(String error, String why)
        && (error.endsWith(".PropertyNotFound") || error.endsWith(".ChannelNotFound"));
  }
}
