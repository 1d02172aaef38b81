package app.respite.desktop.macos;

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
import app.respite.desktop.any.SystemProgram;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.function.Function;

/** What there is on macOS. */
public final class MacDesktop extends NoDesktop {
  private static final String GRAPHICS =
      "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices";
  private static final String LATER = "no adapter for it yet";

  private final Here here;
  private final AwtDesktop awt;
  private final Function<String, SymbolLookup> libraries;
  private final SystemProgram system;

  /** The ports; nothing is touched yet. */
  public MacDesktop(Here here) {
    this(here, Native::library, SystemProgram::bySystem);
  }

  MacDesktop(Here here, Function<String, SymbolLookup> libraries, SystemProgram system) {
    this.here = here;
    this.awt = AwtDesktop.macos(here);
    this.libraries = libraries;
    this.system = system;
  }

  @Override
  public List<Candidate<Tray>> tray() {
    return awt.tray();
  }

  @Override
  public List<Candidate<Notifier>> notifier() {
    return List.of(
        new Choice<>(
            "AppleScript notification",
            Tried.NOT,
            () ->
                new Answer.Works<>(
                    new ScriptNotifier(system),
                    "it has no buttons, so a prompt in the corner asks")));
  }

  @Override
  public List<Candidate<Sense>> idle() {
    String name = "CGEventSource";
    return List.of(
        new Choice<>(
            name,
            Tried.MOCK,
            () ->
                LastInput.of(libraries.apply(GRAPHICS))
                    .filter(counter -> counter.idle().isPresent())
                    .<Answer<Sense>>map(
                        counter -> new Answer.Works<>(new PolledIdle(name, counter), ""))
                    .orElseGet(() -> new Answer.Missing<>("this macOS does not answer", ""))));
  }

  @Override
  public List<Candidate<Sense>> sleep() {
    return none("Workspace notices", LATER, "");
  }

  @Override
  public List<Candidate<Sense>> lock() {
    return none("Screen notices", LATER, "");
  }

  @Override
  public List<Candidate<Sense>> doNotDisturb() {
    return none("Focus", "macOS has no documented way to ask for it", "");
  }

  @Override
  public List<Candidate<Sense>> fullScreen() {
    return none("Front window", LATER, "");
  }

  @Override
  public List<Candidate<Sense>> calls() {
    return none("Microphone and camera in use", LATER, "");
  }

  @Override
  public List<Candidate<FocusKeeper>> focus() {
    return none("Front application", LATER, "");
  }

  @Override
  public List<Candidate<ScreenLock>> screenLock() {
    return List.of(
        new Choice<>(
            "pmset displaysleepnow",
            Tried.MOCK,
            () ->
                new Answer.Works<>(
                    () -> system.run(List.of("/usr/bin/pmset", "displaysleepnow")),
                    "it locks where a password is required once the display is off")));
  }

  @Override
  public List<Candidate<Autostart>> autostart() {
    return List.of(
        new Choice<>(
            "LaunchAgent",
            Tried.MOCK,
            () ->
                new Answer.Works<>(
                    new StartFile(
                        here.user().resolve(LaunchAgent.FILE), LaunchAgent.text(here.coach())),
                    "System Settings can still hold it back")));
  }

  @Override
  public List<Candidate<Shortcuts>> shortcuts() {
    return none("Event hot keys", LATER, "");
  }
}
