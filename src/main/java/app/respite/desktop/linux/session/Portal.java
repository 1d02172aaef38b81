package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Match;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The portal through which desktops of different kinds are asked in the same way. */
final class Portal {
  static final String NAME = "org.freedesktop.portal.Desktop";
  static final String PATH = "/org/freedesktop/portal/desktop";
  static final String SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts";
  static final String SETTINGS = "org.freedesktop.portal.Settings";

  private Portal() {}

  /** Which version of an interface it has, if any. */
  static Call version(String interfaceName) {
    return Call.property(NAME, PATH, interfaceName, "version");
  }

  /** A setting, which is a yes where its value passes a test. */
  static Followed.Plan setting(String group, String key, Predicate<@Nullable Object> yes) {
    return new Followed.Plan(
        NAME,
        // Not the newer ReadOne: this one has always been there, and still is.
        Call.of(NAME, PATH, SETTINGS, "Read", Body.of("ss", group, key)),
        reply -> reply.body().value(0) == null ? null : yes.test(reply.body().value(0)),
        new Match(NAME, PATH, SETTINGS, "SettingChanged"),
        signal ->
            signal.body().text(0, "").equals(group) && signal.body().text(1, "").equals(key)
                ? News.of(yes.test(signal.body().value(2)))
                : News.OTHER,
        true);
  }
}
