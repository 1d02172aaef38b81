package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.RingPixels.Panel;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tray as KDE, XFCE, LXQt, MATE, Cinnamon and, with an extension, GNOME have it. It works
 * wherever there is a session bus, because a panel may come later.
 */
public final class StatusNotifier implements Candidate<Tray> {
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private final Bus bus;
  private final boolean gnome;

  /**
   * Touches nothing yet.
   *
   * @param bus the session bus
   */
  public StatusNotifier(Bus bus, Map<String, String> environment) {
    this.bus = bus;
    String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toUpperCase(Locale.ROOT);
    gnome = List.of(desktop.split(":")).contains("GNOME");
  }

  @Override
  public String name() {
    return "StatusNotifierItem";
  }

  @Override
  public Tried tried() {
    return Tried.REAL;
  }

  @Override
  public Answer<Tray> probe() {
    String missing = bus.missing(PATIENCE);
    if (!missing.isEmpty()) {
      return new Answer.Missing<>(missing, "start Respite from within a desktop session");
    }
    // GNOME's bar is dark in every theme; of other panels nothing is known.
    Tray tray = new StatusNotifierTray(bus, gnome ? Panel.DARK : Panel.ANY, noPanel());
    boolean there =
        owned("org.kde.StatusNotifierWatcher") || owned("org.freedesktop.StatusNotifierWatcher");
    String later = gnome ? "; the icon comes when it is on" : "; the icon comes when one is";
    return new Answer.Works<>(tray, there ? "" : noPanel() + later);
  }

  private boolean owned(String name) {
    return bus.ask(Call.toBus("NameHasOwner", Body.of("s", name)), PATIENCE).body().flag(0, false);
  }

  private String noPanel() {
    return gnome
        ? "GNOME shows tray icons only with the extension AppIndicator and KStatusNotifierItem"
            + " Support"
        : "no panel with a tray is running";
  }
}
