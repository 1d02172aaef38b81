package app.respite.desktop;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.Choice;
import app.respite.desktop.any.Here;
import app.respite.desktop.any.Native;
import app.respite.desktop.any.NoDesktop;
import app.respite.desktop.linux.LinuxDesktop;
import app.respite.desktop.linux.Screen;
import app.respite.desktop.macos.MacDesktop;
import app.respite.desktop.windows.WindowsDesktop;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The ports that fit the system. */
public final class Desktops {
  private Desktops() {}

  /** The ports here. Touches nothing: looking begins with the candidates. */
  public static DesktopPorts here(Here here) {
    if (here.windows()) {
      return new WindowsDesktop(here);
    }
    if (here.macos()) {
      return new MacDesktop(here);
    }
    if (here.linux()) {
      return new LinuxDesktop(here);
    }
    return new NoDesktop();
  }

  /** What the program's own windows need: the break view, and the desktop's taste they follow. */
  public static Map<PortKind, List<Candidate<Boolean>>> windows(Here here) {
    Tried tried = here.linux() ? Tried.REAL : Tried.NOT;
    Supplier<Answer<Boolean>> look =
        () ->
            here.windows() || here.macos()
                ? new Answer.Works<>(true, "")
                : Screen.look(here.environment(), Native::library);
    return Map.of(
        PortKind.BREAK_VIEW, List.of(new Choice<>("JavaFX windows", tried, look)),
        PortKind.APPEARANCE, List.of(new Choice<>("JavaFX, as the window opens", tried, look)));
  }
}
