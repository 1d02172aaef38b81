package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Bus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sleep and lock, by stand-ins for logind and for screensavers. */
@Tag("desktop")
class SleepAndLockRigTest {
  private static final Sensed LOCKED = new Sensed.Locked(true);
  private static final Sensed OPEN = new Sensed.Locked(false);

  @TempDir Path folder;
  private Rig rig;
  private Bus session;
  private Bus system;
  private Process logind;
  private Process systemBus;
  private final List<Sense> senses = new ArrayList<>();
  private final List<Sensed> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void twoBuses() {
    rig = new Rig(folder);
    Parts.sessionBusWithout(rig);
    systemBus = Parts.systemBusWithout(rig);
    rig.environment().put("XDG_SESSION_ID", "c1");
    session = Bus.session(rig.environment());
    system = Bus.system(rig.environment());
  }

  @AfterEach
  void end() {
    senses.forEach(Sense::close);
    session.close();
    system.close();
    rig.close();
  }

  @Test
  void sleepAndWakingAreHeardThroughARestartOfLogind() {
    logind();
    start(sleep());
    prepare(true);
    rig.until("asleep", () -> told.equals(List.of(new Sensed.FallingAsleep())));
    prepare(false);
    rig.until("awake", () -> told.size() == 2);
    logind.destroy();
    rig.until("logind is gone", () -> !BusQueries.isOwned(system, Logind.NAME));
    logind();
    prepare(true);
    rig.until("asleep again", () -> told.size() == 3);
    assertThat(told)
        .containsExactly(
            new Sensed.FallingAsleep(), new Sensed.Awake(), new Sensed.FallingAsleep());
    logind.destroy();
    rig.until("who cannot tell of the waking is not waited for", () -> told.size() == 4);
    assertThat(told).last().isEqualTo(new Sensed.Awake());
  }

  @Test
  void aSystemBusThatEndsIsToldOnce() {
    logind();
    start(sleep());
    rig.until("the bus is up", () -> BusQueries.missing(system).isEmpty());
    systemBus.destroyForcibly();
    rig.until("it is told", () -> !told.isEmpty());
    assertThat(told.getFirst()).isInstanceOf(Sensed.Lost.class);
    Parts.systemBusWithout(rig);
    logind();
    rig.until(
        "sleep is heard on the next bus",
        () -> {
          prepare(true);
          return told.contains(new Sensed.FallingAsleep());
        });
  }

  @Test
  void theLockOfOurSessionIsHeardAndNotThatOfOthers() {
    logind();
    mock("AddSession", "c2", "seat0", "1000", "another", "true");
    start(lock());
    rig.until("first how things stand", () -> told.equals(List.of(OPEN)));
    hint("c2", true);
    hint("c1", true);
    rig.until("locked", () -> told.equals(List.of(OPEN, LOCKED)));
    hint("c2", false);
    hint("c1", false);
    rig.until("open", () -> told.equals(List.of(OPEN, LOCKED, OPEN)));
    signal("c1", "Lock");
    rig.until("locked by request", () -> told.size() == 4);
    signal("c1", "Unlock");
    rig.until("open by request", () -> told.size() == 5);
    assertThat(told).containsExactly(OPEN, LOCKED, OPEN, LOCKED, OPEN);
  }

  @Test
  void aScreenThatIsLockedAlreadyIsToldFirst() {
    logind();
    hint("c1", true);
    start(lock());
    rig.until("locked", () -> told.equals(List.of(LOCKED)));
    logind.destroy();
    rig.until("nobody says so any more", () -> told.equals(List.of(LOCKED, OPEN)));
    logind();
    hint("c1", true);
    rig.until("the next logind does", () -> told.equals(List.of(LOCKED, OPEN, LOCKED)));
  }

  @Test
  void aRequestThatNobodyFollowsIsForgotten() {
    logind();
    start(new LockSense(session, system, rig.environment(), Duration.ofMillis(200)));
    rig.until("open", () -> told.equals(List.of(OPEN)));
    signal("c1", "Lock");
    rig.until("locked, then not", () -> told.equals(List.of(OPEN, LOCKED, OPEN)));
  }

  @Test
  void withoutASessionInTheEnvironmentTheUsersDisplayCounts() {
    rig.environment().remove("XDG_SESSION_ID");
    logind();
    assertThat(Logind.session(system, rig.environment(), Duration.ofSeconds(5))).isEmpty();
    mock(
        "AddMethod",
        Logind.MANAGER,
        "GetUser",
        "u",
        "o",
        "ret = '/org/freedesktop/login1/user/' + str(args[0])");
    call(
        Logind.PATH + "/user/" + rig.ask("id", "-u"),
        "org.freedesktop.DBus.Properties.Set",
        "org.freedesktop.login1.User",
        "Display",
        "<('c1', objectpath '/org/freedesktop/login1/session/c1')>");
    assertThat(Logind.session(system, rig.environment(), Duration.ofSeconds(5)))
        .isEqualTo("/org/freedesktop/login1/session/c1");
    mock(
        "AddMethod",
        "org.freedesktop.login1.Manager",
        "GetSessionByPID",
        "u",
        "o",
        "ret = '/org/freedesktop/login1/session/of_' + str(args[0])");
    assertThat(Logind.session(system, rig.environment(), Duration.ofSeconds(5)))
        .isEqualTo("/org/freedesktop/login1/session/of_" + ProcessHandle.current().pid());
  }

  @Test
  void everyScreensaverIsHeardAndAnyOfThemLocks() {
    for (Saver saver : Saver.ALL) {
      saver(saver);
      told.clear();
      Sense sense = start(lock());
      rig.until("open, " + saver.name(), () -> told.equals(List.of(OPEN)));
      active(saver, true);
      rig.until("locked, " + saver.name(), () -> told.equals(List.of(OPEN, LOCKED)));
      sense.close();
      told.clear();
      sense = start(lock());
      rig.until("locked already, " + saver.name(), () -> told.equals(List.of(LOCKED)));
      active(saver, false);
      rig.until("open again, " + saver.name(), () -> told.equals(List.of(LOCKED, OPEN)));
      sense.close();
    }
  }

  @Test
  void aScreensaverThatComesLateIsHeardAndItsEndOpens() {
    start(lock());
    rig.until("open", () -> told.equals(List.of(OPEN)));
    Saver saver = Saver.ALL.getFirst();
    Process process = saver(saver);
    active(saver, true);
    rig.until("locked", () -> told.equals(List.of(OPEN, LOCKED)));
    process.destroy();
    rig.until("open", () -> told.equals(List.of(OPEN, LOCKED, OPEN)));
  }

  @Test
  void theCandidatesSayWhoTells() {
    assertThat(LinuxSession.lock(rig.environment(), session, system).getFirst().probe())
        .isEqualTo(
            new Answer.Missing<Sense>(
                "neither logind nor a screensaver tells of this session",
                "install a screen locker, such as light-locker or xfce4-screensaver"));
    assertThat(LinuxSession.sleep(system).getFirst().probe())
        .isEqualTo(
            new Answer.Missing<Sense>("logind does not run", "install systemd-logind or elogind"));
    logind();
    saver(Saver.ALL.getFirst());
    assertThat(LinuxSession.lock(rig.environment(), session, system).getFirst().probe())
        .isInstanceOfSatisfying(
            Answer.Works.class,
            works -> assertThat(works.note()).isEqualTo("told by logind, org.gnome.ScreenSaver"));
  }

  @Test
  void theScreenIsLockedByAScreensaver() {
    for (Saver saver : Saver.ALL) {
      SaverLock lock = new SaverLock(session, saver);
      assertThat(lock.lock()).as("nobody there").isFalse();
      saver(saver);
      assertThat(lock.lock()).as(saver.name()).isTrue();
      assertThat(FollowedFlag.flag(session.ask(saver.active(), Duration.ofSeconds(5)))).isTrue();
    }
  }

  @Test
  void logindIsBelievedWhenTheSessionSaysThatItIsLocked() {
    logind();
    LogindLock lock = new LogindLock(system, rig.environment());
    assertThat(lock.lock()).as("nobody listens").isFalse();
    call(
        "/org/freedesktop/login1/session/c1",
        "org.freedesktop.DBus.Mock.AddMethod",
        "org.freedesktop.login1.Session",
        "Lock",
        "",
        "",
        "self.UpdateProperties('org.freedesktop.login1.Session', {'LockedHint':"
            + " dbus.Boolean(True)})");
    assertThat(lock.lock()).as("somebody does").isTrue();
  }

  /** A bare X server only blanks its screen, and the program knows. */
  @Test
  void aProgramThatCannotLockIsNotBelieved() {
    Rig.need("xdg-screensaver");
    rig.screen(320, 200);
    Candidate<ScreenLock> last =
        LinuxSession.screenLock(rig.environment(), session, system).getLast();
    assertThat(last.name()).isEqualTo("xdg-screensaver lock");
    ScreenLock lock = ((Answer.Works<ScreenLock>) last.probe()).port();
    assertThat(lock.lock()).isFalse();
  }

  private Sense sleep() {
    return ((Answer.Works<Sense>) LinuxSession.sleep(system).getFirst().probe()).port();
  }

  private Sense lock() {
    return ((Answer.Works<Sense>)
            LinuxSession.lock(rig.environment(), session, system).getLast().probe())
        .port();
  }

  private Sense start(Sense sense) {
    senses.add(sense);
    sense.start(told::add);
    return sense;
  }

  private void logind() {
    logind = Parts.mock(rig, "logind", "--system", "--template", "logind");
    rig.until("logind is there", () -> BusQueries.isOwned(system, Logind.NAME));
    mock("AddSession", "c1", "seat0", rig.ask("id", "-u"), "tester", "true");
  }

  private void mock(String method, String... arguments) {
    call(Logind.PATH, "org.freedesktop.DBus.Mock." + method, arguments);
  }

  private void call(String path, String method, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gdbus",
                "call",
                "--address=" + rig.environment().get("DBUS_SYSTEM_BUS_ADDRESS"),
                "--dest=" + Logind.NAME,
                "--object-path=" + path,
                "--method=" + method));
    command.addAll(List.of(arguments));
    assertThat(rig.ask(command.toArray(String[]::new))).doesNotContain("Error");
  }

  private void prepare(boolean sleep) {
    mock("EmitSignal", Logind.MANAGER, "PrepareForSleep", "b", "[<" + sleep + ">]");
  }

  private void hint(String id, boolean locked) {
    call(
        Logind.PATH + "/session/" + id,
        "org.freedesktop.DBus.Mock.UpdateProperties",
        Logind.SESSION,
        "{'LockedHint': <" + locked + ">}");
  }

  private void signal(String id, String name) {
    call(
        Logind.PATH + "/session/" + id,
        "org.freedesktop.DBus.Mock.EmitSignal",
        Logind.SESSION,
        name,
        "",
        "[]");
  }

  private Process saver(Saver saver) {
    Process process =
        Parts.mock(rig, saver.name(), "--session", saver.name(), saver.path(), saver.name());
    rig.until(saver.name() + " is there", () -> BusQueries.isOwned(session, saver.name()));
    saverCall(saver, "AddMethod", "", "GetActive", "", "b", "ret = getattr(self, 'locked', False)");
    String become = "self.locked = %s; self.EmitSignal('', 'ActiveChanged', 'b', [self.locked])";
    saverCall(saver, "AddMethod", "", "Become", "b", "", become.formatted("bool(args[0])"));
    saverCall(
        saver, "AddMethod", "", "Lock", saver.message() ? "s" : "", "", become.formatted("True"));
    return process;
  }

  private void active(Saver saver, boolean on) {
    rig.ask(
        "gdbus",
        "call",
        "--session",
        "--dest=" + saver.name(),
        "--object-path=" + saver.path(),
        "--method=" + saver.name() + ".Become",
        Boolean.toString(on));
  }

  private void saverCall(Saver saver, String method, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=" + saver.name(),
                "--object-path=" + saver.path(),
                "--method=org.freedesktop.DBus.Mock." + method));
    command.addAll(List.of(arguments));
    assertThat(rig.ask(command.toArray(String[]::new))).doesNotContain("Error");
  }
}
