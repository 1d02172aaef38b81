package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.Choice;
import app.respite.desktop.any.PolledIdle;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.x11.X11;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ways to know how long there has been no input on a Linux desktop. */
public final class IdleWays {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String SAVER = "org.freedesktop.ScreenSaver";

  private IdleWays() {}

  /**
   * All ways, the best for this kind of session first: where X11 sees all input its alarms cost
   * least, and on Wayland only the compositor knows.
   */
  public static List<Candidate<Sense>> idle(Map<String, String> environment, X11 x11, Bus session) {
    Candidate<Sense> mutter = mutter(session);
    Candidate<Sense> saver = saver(environment, session);
    return X11.isWayland(environment)
        ? List.of(mutter, wayland(environment), saver, x11.idleCounter())
        : List.of(x11.idleCounter(), x11.idleLook(), mutter, saver);
  }

  /** GNOME, and others whose compositor is built on Mutter. */
  static Candidate<Sense> mutter(Bus session) {
    return onBus(
        session,
        "Mutter idle monitor",
        Tried.REAL,
        () ->
            number(session.ask(MutterIdle.GET_IDLE_TIME, PATIENCE)).isPresent()
                ? new Answer.Works<>(new MutterIdle(session), "")
                : new Answer.Missing<>("this desktop has no Mutter", ""));
  }

  /** KDE on X11; elsewhere the same question has no answer, or one in another unit. */
  static Candidate<Sense> saver(Map<String, String> environment, Bus session) {
    Call question =
        Call.of(SAVER, "/org/freedesktop/ScreenSaver", SAVER, "GetSessionIdleTime", Body.NONE);
    return onBus(
        session,
        "ScreenSaver session idle time",
        Tried.MOCK,
        () -> {
          String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "");
          if (!desktop.toUpperCase(Locale.ROOT).contains("KDE")) {
            return new Answer.Missing<>("only KDE's counts in a known unit", "");
          }
          return number(session.ask(question, PATIENCE)).isPresent()
              ? new Answer.Works<>(
                  new PolledIdle(
                      "the ScreenSaver service", () -> number(session.ask(question, PATIENCE))),
                  "")
              : new Answer.Missing<>("the ScreenSaver service does not answer", "");
        });
  }

  /** KDE's compositor, and those built on wlroots. */
  static Candidate<Sense> wayland(Map<String, String> environment) {
    return new Choice<>(
        "Wayland idle notification", Tried.REAL, () -> WaylandIdle.look(environment));
  }

  private static Optional<Duration> number(Reply reply) {
    long millis = reply.body().number(0, -1);
    return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }

  private static Candidate<Sense> onBus(
      Bus bus, String name, Tried tried, Supplier<Answer<Sense>> look) {
    return new Choice<>(
        name,
        tried,
        () -> {
          String why = bus.missing(PATIENCE);
          return why.isEmpty() ? look.get() : new Answer.Missing<>(why, "");
        });
  }
}
