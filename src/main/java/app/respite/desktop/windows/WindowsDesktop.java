package app.respite.desktop.windows;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.AwtDesktop;
import app.respite.desktop.any.Choice;
import app.respite.desktop.any.Here;
import app.respite.desktop.any.Native;
import app.respite.desktop.any.NoDesktop;
import app.respite.desktop.any.PolledIdle;
import app.respite.desktop.any.StartFile;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What there is on Windows. */
public final class WindowsDesktop extends NoDesktop {
  private static final String LATER = "no adapter for it yet";

  private final Here here;
  private final AwtDesktop awt;
  private final Function<String, SymbolLookup> libraries;

  /** The ports; nothing is touched yet. */
  public WindowsDesktop(Here here) {
    this(here, Native::library);
  }

  WindowsDesktop(Here here, Function<String, SymbolLookup> libraries) {
    this.here = here;
    this.awt = AwtDesktop.windows(here);
    this.libraries = libraries;
  }

  @Override
  public List<Candidate<Tray>> tray() {
    return awt.tray();
  }

  @Override
  public List<Candidate<Notifier>> notifier() {
    return awt.notifier();
  }

  @Override
  public List<Candidate<Sense>> idle() {
    String name = "GetLastInputInfo";
    return List.of(
        new Choice<>(
            name,
            Tried.MOCK,
            () ->
                LastInput.of(libraries.apply("user32"), libraries.apply("kernel32"))
                    .filter(counter -> counter.idle().isPresent())
                    .map(counter -> works((Sense) new PolledIdle(name, counter), ""))
                    .orElseGet(WindowsDesktop::silent)));
  }

  @Override
  public List<Candidate<Sense>> sleep() {
    return none("Power messages", "Windows sends them to windows, and the coach has none", "");
  }

  @Override
  public List<Candidate<Sense>> lock() {
    return none("Session messages", "Windows sends them to windows, and the coach has none", "");
  }

  @Override
  public List<Candidate<Sense>> doNotDisturb() {
    return none("Focus", "Windows has no documented way to ask for it", "");
  }

  @Override
  public List<Candidate<Sense>> fullScreen() {
    return List.of(
        new Choice<>(
            "SHQueryUserNotificationState",
            Tried.MOCK,
            () ->
                PresentationState.of(libraries.apply("shell32"))
                    .filter(state -> state.filled().isPresent())
                    .map(state -> works((Sense) state, ""))
                    .orElseGet(WindowsDesktop::silent)));
  }

  @Override
  public List<Candidate<Sense>> calls() {
    return none("Microphone and camera in use", LATER, "");
  }

  @Override
  public List<Candidate<FocusKeeper>> focus() {
    return none("Foreground window", LATER, "");
  }

  @Override
  public List<Candidate<ScreenLock>> screenLock() {
    return List.of(
        new Choice<>(
            "LockWorkStation",
            Tried.MOCK,
            () ->
                WorkStation.of(libraries.apply("user32"))
                    .map(lock -> works((ScreenLock) lock, ""))
                    .orElseGet(WindowsDesktop::silent)));
  }

  @Override
  public List<Candidate<Autostart>> autostart() {
    return List.of(
        new Choice<>(
            "Startup folder",
            Tried.MOCK,
            () ->
                applicationData()
                    .map(
                        folder ->
                            works(
                                (Autostart)
                                    new StartFile(
                                        folder.resolve(StartupFolder.FILE),
                                        StartupFolder.text(here.coach())),
                                "Task Manager can still hold it back"))
                    .orElseGet(() -> new Answer.Missing<>("APPDATA is not set", "set APPDATA"))));
  }

  private Optional<Path> applicationData() {
    return Optional.ofNullable(here.environment().get("APPDATA"))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  @Override
  public List<Candidate<Shortcuts>> shortcuts() {
    return none("RegisterHotKey", LATER, "");
  }

  private static <T> Answer<T> works(T port, String note) {
    return new Answer.Works<>(port, note);
  }

  private static <T> Answer<T> silent() {
    return new Answer.Missing<>("this Windows does not answer", "");
  }
}
