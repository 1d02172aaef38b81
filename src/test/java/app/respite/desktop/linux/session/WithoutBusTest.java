package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Shortcuts.Shortcut;
import app.respite.desktop.linux.bus.Bus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What there is of a session where there is none. */
class WithoutBusTest {
  private static final Map<String, String> NOWHERE =
      Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus", "PATH", "/nowhere");
  private static final String WHY = "no session bus, DBUS_SESSION_BUS_ADDRESS is not set";
  private static final String REMEDY =
      "start the desktop with a session bus, for example by dbus-run-session";

  private final Bus session = Bus.session(NOWHERE);
  private final Bus system = Bus.system(NOWHERE);
  private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    session.close();
    system.close();
  }

  private Object next() throws InterruptedException {
    Object next = heard.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("told within 20 s").isNotNull();
    return next;
  }

  @Test
  void everyCandidateSaysWhyAndHow() {
    List<Candidate<?>> all = new ArrayList<>();
    all.addAll(LinuxSession.notifier(session, "", line -> {}));
    all.addAll(LinuxSession.lock(NOWHERE, session, system));
    all.addAll(LinuxSession.doNotDisturb(NOWHERE, session, line -> {}));
    all.addAll(LinuxSession.shortcuts(session));
    for (Candidate<?> candidate : all) {
      assertThat((Object) candidate.probe())
          .as(candidate.name())
          .isEqualTo(new Answer.Missing<>(WHY, REMEDY));
    }
  }

  @Test
  void sleepAndScreenLockSayWhatIsMissing() {
    assertThat(LinuxSession.sleep(system).getFirst().probe())
        .isEqualTo(new Answer.Missing<Sense>("no system bus, nothing listens at /nowhere/bus", ""));
    for (Candidate<ScreenLock> candidate : LinuxSession.screenLock(NOWHERE, session, system)) {
      assertThat(candidate.probe()).as(candidate.name()).isInstanceOf(Answer.Missing.class);
    }
  }

  @Test
  void sensesTellThatNothingIsOn() throws InterruptedException {
    try (Sense lock = new LockSense(session, system, NOWHERE, Duration.ofSeconds(1));
        Sense quiet = new QuietSense(session, NOWHERE, line -> {});
        Sense sleep = new SleepSense(system)) {
      sleep.start(heard::add);
      lock.start(heard::add);
      assertThat(next()).isEqualTo(new Sensed.Locked(false));
      quiet.start(heard::add);
      assertThat(next()).isEqualTo(new Sensed.DoNotDisturb(false));
      quiet.look();
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void aNoticeThatPassesIsGivenUpWithOneLine() throws InterruptedException {
    try (Notifier notifier = new DesktopNotifier(session, "", Duration.ofDays(1), heard::add)) {
      notifier.start((id, button) -> heard.add("pressed"));
      notifier.show(new Notice("a", "Title", "", List.of(), Urgency.NORMAL, Duration.ofSeconds(9)));
      notifier.withdraw("b");
      assertThat(next()).isEqualTo("a notification could not be shown: " + WHY);
      assertThat(notifier.showsButtons()).isFalse();
    }
  }

  @Test
  void shortcutsAreRefused() throws InterruptedException {
    try (Shortcuts shortcuts = new PortalShortcuts(session)) {
      shortcuts.start(
          List.of(new Shortcut("tired", "Tired", "Ctrl+Alt+T")),
          id -> heard.add("pressed"),
          id -> heard.add("refused " + id));
      assertThat(next()).isEqualTo("refused tired");
    }
  }

  @Test
  void nothingLocks() {
    assertThat(new SaverLock(session, Saver.ALL.getFirst()).lock()).isFalse();
    assertThat(new LogindLock(system, NOWHERE).lock()).isFalse();
    assertThat(new CommandLock(NOWHERE, List.of("no-such-program", "lock")).lock()).isFalse();
  }

  @Test
  void keysAreWrittenAsThePortalWantsThem() {
    assertThat(PortalShortcuts.trigger("Ctrl+Alt+T")).isEqualTo("CTRL+ALT+t");
    assertThat(PortalShortcuts.trigger("Super+Shift+F12")).isEqualTo("LOGO+SHIFT+F12");
    assertThat(PortalShortcuts.trigger("Ctrl+5")).isEqualTo("CTRL+5");
  }

  @Test
  void markupIsShownAsItIs() {
    assertThat(DesktopNotifier.escaped("<b>5 & 6</b> \"so\" it's"))
        .isEqualTo("&lt;b&gt;5 &amp; 6&lt;/b&gt; &quot;so&quot; it&#39;s");
  }
}
