package app.respite.desktop.linux.session;

import app.respite.coach.port.Clock;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.Child;
import app.respite.desktop.any.Choice;
import app.respite.desktop.any.Errands;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Reply;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the services of a Linux desktop session can do for the coach, port by port. Services may
 * come late, at login above all; where a port can wait for them, its last candidate does.
 */
public final class LinuxSession {
  private static final String AUTOSTART = "autostart/respite.desktop";
  private static final String NO_BUS_REMEDY =
      "start the desktop with a session bus, for example by dbus-run-session";
  private static final Duration PORTAL_STARTS = Duration.ofSeconds(2);
  private static final Duration SETTLE = Duration.ofSeconds(20);
  private static final Duration REQUEST_BELIEVED = Duration.ofSeconds(10);

  private LinuxSession() {}

  /**
   * Notifications.
   *
   * @param icon name of an icon, or the path of a picture
   */
  public static List<Candidate<Notifier>> notifier(Bus session, String icon, Consumer<String> log) {
    Supplier<Notifier> notifier = () -> new DesktopNotifier(session, icon, SETTLE, log);
    return List.of(
        onBus(
            session,
            "Desktop notifications",
            Tried.REAL,
            () ->
                BusQueries.isThere(session, Notifications.NAME)
                    ? new Answer.Works<>(notifier.get(), "")
                    : new Answer.Missing<>(
                        "nothing on this desktop shows notifications",
                        "install a notification service, such as xfce4-notifyd")),
        onBus(
            session,
            "Desktop notifications that come later",
            Tried.REAL,
            () ->
                new Answer.Works<>(
                    notifier.get(), "used as soon as a notification service starts")));
  }

  /** Sleep and waking. */
  public static List<Candidate<Sense>> sleep(Bus system) {
    return List.of(
        new Choice<>(
            "logind sleep",
            Tried.MOCK,
            () -> {
              String why = BusQueries.missing(system);
              if (!why.isEmpty()) {
                return new Answer.Missing<>(why, "");
              }
              return BusQueries.isThere(system, Logind.NAME)
                  ? new Answer.Works<>(new SleepSense(system), "")
                  : new Answer.Missing<>(
                      "logind does not run", "install systemd-logind or elogind");
            }));
  }

  /** Screen lock, by all who know of it at once, see {@link LockSense}. */
  public static List<Candidate<Sense>> lock(
      Map<String, String> environment, Bus session, Bus system) {
    Supplier<Sense> sense = () -> new LockSense(session, system, environment, REQUEST_BELIEVED);
    return List.of(
        new Choice<>(
            "logind and screensavers",
            Tried.MOCK,
            () -> {
              String nobody = noBus(session, system);
              if (!nobody.isEmpty()) {
                return new Answer.Missing<>(nobody, NO_BUS_REMEDY);
              }
              List<String> who = new ArrayList<>();
              if (!Logind.session(system, environment, BusQueries.PATIENCE).isEmpty()) {
                who.add("logind");
              }
              for (Saver saver : Saver.ALL) {
                if (BusQueries.isOwned(session, saver.name())) {
                  who.add(saver.name());
                }
              }
              return who.isEmpty()
                  ? new Answer.Missing<>(
                      "neither logind nor a screensaver tells of this session",
                      "install a screen locker, such as light-locker or xfce4-screensaver")
                  : new Answer.Works<>(sense.get(), "told by " + String.join(", ", who));
            }),
        new Choice<>(
            "A screensaver that comes later",
            Tried.MOCK,
            () -> {
              String nobody = noBus(session, system);
              return nobody.isEmpty()
                  ? new Answer.Works<>(sense.get(), "used as soon as a screensaver starts")
                  : new Answer.Missing<>(nobody, NO_BUS_REMEDY);
            }));
  }

  /** The desktop's do-not-disturb; each candidate follows the service, whichever it becomes. */
  public static List<Candidate<Sense>> doNotDisturb(
      Map<String, String> environment, Bus session, Consumer<String> log) {
    Supplier<Sense> sense = () -> new QuietSense(session, environment, log);
    List<Candidate<Sense>> candidates = new ArrayList<>();
    candidates.add(quiet(Quiet.INHIBITED, environment, session, sense));
    for (Quiet.Known known : Quiet.OTHERS) {
      candidates.add(quiet(known, environment, session, sense));
    }
    candidates.add(
        onBus(
            session,
            "A notification service that comes later",
            Tried.REAL,
            () ->
                BusQueries.isOwned(session, Notifications.NAME)
                    ? new Answer.Missing<>("there is one already", "")
                    : new Answer.Works<>(sense.get(), "used as soon as one starts")));
    return candidates;
  }

  private static Candidate<Sense> quiet(
      Quiet.Known known, Map<String, String> environment, Bus session, Supplier<Sense> sense) {
    return onBus(
        session,
        known.title(),
        known.tried(),
        () -> {
          if (!BusQueries.isOwned(session, Notifications.NAME)) {
            return new Answer.Missing<>("no notification service runs", "");
          }
          Reply server = session.ask(Notifications.server(), BusQueries.PATIENCE);
          if (!(server instanceof Reply.Answer)) {
            return new Answer.Missing<>("the notification service does not answer", "");
          }
          String name = server.body().text(0, "");
          boolean shared =
              FollowedFlag.flag(session.ask(QuietSense.inhibited(), BusQueries.PATIENCE)) != null;
          boolean isIt = known.server().isEmpty() ? shared : !shared && known.server().equals(name);
          if (!isIt) {
            return new Answer.Missing<>("notifications are shown by " + clipped(name), "");
          }
          return known.way() instanceof Quiet.Setting setting
                  && QuietSense.setting(environment, setting).isEmpty()
              ? new Answer.Missing<>(
                  "gsettings does not know " + setting.schema(), "install gsettings")
              : new Answer.Works<>(sense.get(), "");
        });
  }

  /** Locking the screen: by a screensaver, through logind, or by a program. */
  public static List<Candidate<ScreenLock>> screenLock(
      Map<String, String> environment, Bus session, Bus system) {
    List<Candidate<ScreenLock>> candidates = new ArrayList<>();
    for (Saver saver : Saver.ALL) {
      candidates.add(
          onBus(
              session,
              "Screensaver of " + saver.desktop(),
              Tried.MOCK,
              () -> {
                if (!BusQueries.isOwned(session, saver.name())) {
                  return new Answer.Missing<>(saver.name() + " does not run", "");
                }
                return FollowedFlag.flag(session.ask(saver.active(), BusQueries.PATIENCE)) == null
                    ? new Answer.Missing<>(saver.name() + " does not lock here", "")
                    : new Answer.Works<>(new SaverLock(session, saver), "");
              }));
    }
    candidates.add(
        onBus(
            system,
            "logind lock",
            Tried.MOCK,
            () ->
                Logind.session(system, environment, BusQueries.PATIENCE).isEmpty()
                    ? new Answer.Missing<>("logind does not know this session", "")
                    : new Answer.Works<>(
                        new LogindLock(system, environment),
                        "it locks where a screen locker listens to logind")));
    candidates.add(command(environment, "loginctl lock-session", () -> unlessAsked(system)));
    candidates.add(command(environment, "xflock4", () -> unlessXfce(environment)));
    candidates.add(command(environment, "xdg-screensaver lock", () -> unlessX(environment)));
    return candidates;
  }

  private static Candidate<ScreenLock> command(
      Map<String, String> environment, String line, Supplier<String> why) {
    List<String> command = List.of(line.split(" "));
    return new Choice<>(
        line,
        line.startsWith("xdg") ? Tried.REAL : Tried.NOT,
        () -> {
          String not =
              Child.isThere(environment, command.getFirst())
                  ? why.get()
                  : "there is no " + command.getFirst();
          return not.isEmpty()
              ? new Answer.Works<>(new CommandLock(environment, command), "")
              : new Answer.Missing<>(
                  not, "install a screen locker, such as light-locker or xfce4-screensaver");
        });
  }

  private static String unlessAsked(Bus system) {
    return BusQueries.missing(system).isEmpty() ? "logind is asked directly" : "";
  }

  private static String unlessXfce(Map<String, String> environment) {
    String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "");
    return desktop.toUpperCase(Locale.ROOT).contains("XFCE") ? "" : "this is not Xfce";
  }

  private static String unlessX(Map<String, String> environment) {
    return environment.getOrDefault("DISPLAY", "").isEmpty() ? "there is no X display" : "";
  }

  /** Global shortcuts. */
  public static List<Candidate<Shortcuts>> shortcuts(Bus session) {
    return List.of(
        onBus(
            session,
            "Desktop portal",
            Tried.MOCK,
            () ->
                portal(session, Portal.SHORTCUTS)
                    ? new Answer.Works<>(
                        new PortalShortcuts(session), "the desktop may ask before it takes them")
                    : new Answer.Missing<>(
                        "the desktop has no portal for shortcuts",
                        "set shortcuts in the desktop's own settings, such as \"respite tired\"")));
  }

  /** Whether there is a portal that has an interface. It may start for that. */
  private static boolean portal(Bus session, String interfaceName) {
    return BusQueries.isThere(session, Portal.NAME)
        && session.ask(Portal.version(interfaceName), PORTAL_STARTS).body().number(0, 0) > 0;
  }

  /** Calls, as far as the kernel shows them. */
  public static List<Candidate<Sense>> calls(Clock clock, Consumer<String> log) {
    return calls(CallPlaces.ofTheSystem(), clock, log);
  }

  static List<Candidate<Sense>> calls(CallPlaces places, Clock clock, Consumer<String> log) {
    return List.of(
        new Choice<>(
            "Microphone and webcam in use",
            Tried.MOCK,
            () -> {
              if (!Files.isDirectory(places.sound())
                  && Camera.list(places.devices(), "video", 1).isEmpty()) {
                return new Answer.Missing<>("there is no sound card and no camera", "");
              }
              Errands errands = new Errands("calls", log);
              return new Answer.Works<>(
                  new CallSense(places, clock, errands, errands::close),
                  "a Bluetooth microphone is not seen, and any recording counts as a call");
            }));
  }

  /**
   * Start at login.
   *
   * @param command what to start, the program first and with its whole path
   * @param comment what a user reads in the desktop's settings, one line
   */
  public static List<Candidate<Autostart>> autostart(
      Map<String, String> environment, List<String> command, String comment) {
    return List.of(
        new Choice<>(
            "XDG autostart", Tried.REAL, () -> autostartHere(environment, command, comment)));
  }

  private static Answer<Autostart> autostartHere(
      Map<String, String> environment, List<String> command, String comment) {
    Path home = folder(environment.get("XDG_CONFIG_HOME"));
    if (home == null) {
      Path user = folder(environment.get("HOME"));
      home = user == null ? null : user.resolve(".config");
    }
    if (home == null) {
      return new Answer.Missing<>("neither XDG_CONFIG_HOME nor HOME is set", "set HOME");
    }
    List<Path> systems = new ArrayList<>();
    for (String place : environment.getOrDefault("XDG_CONFIG_DIRS", "/etc/xdg").split(":", -1)) {
      Path system = folder(place);
      if (system != null) {
        systems.add(system.resolve(AUTOSTART));
      }
    }
    return new Answer.Works<>(
        new XdgAutostart(home.resolve(AUTOSTART), systems, command, comment),
        environment.getOrDefault("XDG_CURRENT_DESKTOP", "").isBlank()
            ? "a window manager without a desktop may not read it;"
                + " start \"respite coach\" in its own start file then"
            : "");
  }

  /** A place from the environment; what is not absolute does not count. */
  private static @Nullable Path folder(@Nullable String place) {
    if (place == null || !place.startsWith("/")) {
      return null;
    }
    try {
      return Path.of(place);
    } catch (InvalidPathException odd) {
      return null;
    }
  }

  /** A candidate that needs a bus before all. */
  private static <T> Candidate<T> onBus(
      Bus bus, String name, Tried tried, Supplier<Answer<T>> look) {
    return new Choice<>(
        name,
        tried,
        () -> {
          String why = BusQueries.missing(bus);
          return why.isEmpty() ? look.get() : new Answer.Missing<>(why, NO_BUS_REMEDY);
        });
  }

  /** Why none of two buses is there; empty where one is. */
  private static String noBus(Bus session, Bus system) {
    String why = BusQueries.missing(session);
    return BusQueries.missing(system).isEmpty() ? "" : why;
  }

  private static String clipped(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "\u2026" : name;
  }
}
