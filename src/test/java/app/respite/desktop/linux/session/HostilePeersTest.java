package app.respite.desktop.linux.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.Notifier.Button;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Shortcuts.Shortcut;
import app.respite.desktop.Rig;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Reply;
import app.respite.desktop.linux.bus.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that answer nonsense, too much, late or never: they harm nobody and keep nobody. */
@Tag("desktop")
class HostilePeersTest {
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final String HUGE = "x".repeat(1_000_000);

  /** Less than what the bus's client passes over unread. */
  private static final String LONG = "x".repeat(30_000);

  @TempDir Path folder;
  private Rig rig;
  private Bus bus;
  private Bus peer;

  /** What the peer answers to a method; a method that is not here is refused. */
  private final Map<String, Body> answers = new ConcurrentHashMap<>();

  private final List<Incoming> asked = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Sensed> told = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  @BeforeEach
  void aPeer() {
    rig = new Rig(folder);
    Parts.sessionBusWithout(rig);
    bus = Bus.session(rig.environment());
    peer = Bus.session(rig.environment());
    assertThat(peer.missing(SECONDS)).isEmpty();
  }

  @AfterEach
  void end() {
    gate.countDown();
    // Whatever came, our connection is alive and answers.
    assertThat(bus.ask(Call.toBus("GetId", Body.NONE), SECONDS)).isInstanceOf(Reply.Answer.class);
    bus.close();
    peer.close();
    rig.close();
  }

  private void peer(String name, String path) {
    peer.serve(
        path,
        call -> {
          asked.add(call);
          try {
            gate.await();
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
          return answers.get(call.member());
        });
    peer.ask(Call.toBus("RequestName", Body.of("su", name, 0)), SECONDS);
  }

  private long count(String member) {
    return asked.stream().filter(call -> call.member().equals(member)).count();
  }

  private static Notice notice(String id, String body, Duration timeout) {
    return new Notice(
        id, "Title", body, List.of(new Button("yes", "Yes")), Urgency.NORMAL, timeout);
  }

  private Notifier notifier() {
    Notifier notifier =
        new DesktopNotifier(bus, "", Duration.ofMillis(1), line -> heard.add("log " + line));
    notifier.start((id, button) -> heard.add(id + " " + button));
    return notifier;
  }

  private void notifications(String server, String... capabilities) {
    answers.put("GetServerInformation", Body.of("ssss", server, "v", "1", "1.2"));
    answers.put("GetCapabilities", Body.of("as", List.of(capabilities)));
    answers.put("Notify", Body.of("u", 7));
    answers.put("CloseNotification", Body.NONE);
    peer(Notifications.NAME, Notifications.PATH);
  }

  private void signal(String member, Body body) {
    peer.emit(Notifications.PATH, Notifications.NAME, member, body);
  }

  @Test
  void nonsenseInsteadOfANumberIsLoggedShort() {
    notifications("x", "actions");
    answers.put("Notify", Body.of("s", LONG));
    try (Notifier notifier = notifier()) {
      rig.until("buttons are claimed", notifier::showsButtons);
      notifier.show(notice("a", HUGE, Duration.ZERO));
      rig.until("it is logged", () -> !heard.isEmpty());
      assertThat(heard)
          .containsExactly("log a notification could not be shown: its service answers nonsense");
      assertThat(notifier.showsButtons()).isFalse();
      assertThat(asked.getLast().body().text(4, "").length()).isLessThan(3_000);
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsAsGoodAsNone() {
    notifications(HUGE, "actions");
    answers.put("Notify", Body.of("s", HUGE));
    answers.put("GetCapabilities", Body.of("as", List.of("actions", HUGE)));
    try (Notifier notifier = notifier()) {
      notifier.show(notice("a", HUGE, Duration.ZERO));
      rig.until("it is given up", () -> heard.stream().anyMatch(line -> line.startsWith("log")));
      assertThat(notifier.showsButtons()).isFalse();
    }
  }

  @Test
  void capabilitiesThatAreNoneMeanNoButtons() {
    notifications("x");
    answers.put("GetCapabilities", Body.of("u", 1));
    answers.put("GetServerInformation", Body.of("u", 1));
    try (Notifier notifier = notifier()) {
      notifier.show(notice("a", "<b>", Duration.ZERO));
      rig.until("it is shown all the same", () -> count("Notify") == 1);
      assertThat(notifier.showsButtons()).isFalse();
      assertThat(asked.getLast().body().text(4, "")).isEqualTo("<b>");
    }
  }

  @Test
  void whatIsPressedMustHaveBeenOffered() {
    notifications("x", "actions", "body-markup");
    try (Notifier notifier = notifier()) {
      notifier.show(notice("a", "<b> & \"c\" 'd'", Duration.ZERO));
      rig.until("it is shown", () -> count("Notify") == 1);
      assertThat(asked.getLast().body().text(4, ""))
          .isEqualTo("&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
      signal("ActionInvoked", Body.NONE);
      signal("ActionInvoked", Body.of("su", "yes", 7));
      signal("ActionInvoked", Body.of("us", 8, "yes"));
      signal("ActionInvoked", Body.of("us", 0, "yes"));
      signal("ActionInvoked", Body.of("us", 7, "rm -rf"));
      signal("ActionInvoked", Body.of("us", 7, HUGE));
      signal("NotificationClosed", Body.of("s", "7"));
      signal("NotificationClosed", Body.of("uu", 99, 1));
      signal("ActionInvoked", Body.of("us", 7, "yes"));
      signal("ActionInvoked", Body.of("us", 7, "yes"));
      rig.until("the one true press", () -> !heard.isEmpty());
      rig.until("it is taken away", () -> count("CloseNotification") == 1);
      assertThat(heard).containsExactly("a yes");
    }
  }

  @Test
  void strangersDoNotPress() {
    notifications("x", "actions");
    try (Notifier notifier = notifier();
        Bus stranger = Bus.session(rig.environment())) {
      notifier.show(notice("a", "", Duration.ZERO));
      rig.until("it is shown", () -> count("Notify") == 1);
      assertThat(stranger.missing(SECONDS)).isEmpty();
      stranger.emit(
          Notifications.PATH, Notifications.NAME, "ActionInvoked", Body.of("us", 7, "yes"));
      stranger.ask(Call.toBus("GetId", Body.NONE), SECONDS);
      signal("ActionInvoked", Body.of("us", 7, "default"));
      rig.until("the true press", () -> !heard.isEmpty());
      assertThat(heard).containsExactly("a default");
    }
  }

  @Test
  void changesWhileAnAnswerIsOnItsWayAreNotLost() {
    notifications("x", "actions");
    try (Notifier notifier = notifier()) {
      rig.until("known", notifier::showsButtons);
      gate = new CountDownLatch(1);
      notifier.show(notice("a", "first", Duration.ZERO));
      notifier.show(notice("b", "withdrawn", Duration.ZERO));
      rig.until("the first is being shown", () -> count("Notify") >= 1);
      for (int i = 0; i < 1000; i++) {
        notifier.show(notice("a", "change " + i, Duration.ZERO));
      }
      notifier.withdraw("b");
      gate.countDown();
      rig.until("the last one", () -> count("Notify") == 3 && count("CloseNotification") == 1);
      Body last =
          asked.stream().filter(call -> call.member().equals("Notify")).toList().get(2).body();
      assertThat(last.text(4, "")).isEqualTo("change 999");
      assertThat(last.number(1, 0)).isEqualTo(7);
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void aServiceThatNeverAnswersKeepsNobody() {
    Process frozen =
        Parts.mock(
            rig,
            "notifications",
            "--session",
            Notifications.NAME,
            Notifications.PATH,
            Notifications.NAME);
    rig.until("it is there", () -> BusQueries.isOwned(bus, Notifications.NAME));
    rig.ask("kill", "-STOP", Long.toString(frozen.pid()));
    try (Notifier notifier = notifier()) {
      for (int i = 0; i < 200; i++) {
        notifier.show(notice("id " + i, HUGE, Duration.ofMinutes(1)));
        notifier.withdraw("id " + (i / 2));
      }
      assertThat(notifier.showsButtons()).isFalse();
      rig.until("it is given up", () -> heard.stream().anyMatch(line -> line.startsWith("log")));
    }
    rig.ask("kill", "-CONT", Long.toString(frozen.pid()));
  }

  @Test
  void quietThatIsNoYesAndNoNoHoldsNothingBack() {
    notifications("dunst");
    answers.put("Get", Body.of("v", new Variant("s", LONG)));
    try (Sense sense = new QuietSense(bus, rig.environment(), line -> {})) {
      sense.start(told::add);
      rig.until("off", () -> told.equals(List.of(new Sensed.DoNotDisturb(false))));
      String changed = "PropertiesChanged";
      String properties = "org.freedesktop.DBus.Properties";
      peer.emit(Notifications.PATH, properties, changed, Body.of("u", 1));
      peer.emit(
          Notifications.PATH,
          properties,
          changed,
          Body.of(
              "sa{sv}as", "org.dunstproject.cmd0", Map.of("paused", Variant.of("yes")), List.of()));
      answers.put("Get", Body.of("v", Variant.of(true)));
      peer.emit(
          Notifications.PATH,
          properties,
          changed,
          Body.of("sa{sv}as", "org.dunstproject.cmd0", Map.of(), List.of("paused")));
      rig.until("read anew", () -> told.size() == 2);
      assertThat(told).last().isEqualTo(new Sensed.DoNotDisturb(true));
    }
  }

  @Test
  void aScreensaverThatTalksNonsenseLocksNothing() {
    Saver saver = Saver.ALL.getFirst();
    answers.put("GetActive", Body.of("s", LONG));
    answers.put("Lock", Body.of("s", HUGE));
    peer(saver.name(), saver.path());
    try (Bus system = Bus.system(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"));
        Sense sense = new LockSense(bus, system, rig.environment(), Duration.ofSeconds(1))) {
      sense.start(told::add);
      rig.until("open", () -> told.equals(List.of(new Sensed.Locked(false))));
      peer.emit(saver.path(), saver.name(), "ActiveChanged", Body.of("s", "true"));
      peer.emit(saver.path(), saver.name(), "ActiveChanged", Body.NONE);
      peer.emit(saver.path(), saver.name(), "ActiveChanged", Body.of("b", true));
      rig.until("locked", () -> told.size() == 2);
      assertThat(told).last().isEqualTo(new Sensed.Locked(true));
    }
  }

  @Test
  void aLogindThatTalksNonsenseIsNoSession() {
    rig.environment()
        .put("DBUS_SYSTEM_BUS_ADDRESS", rig.environment().get("DBUS_SESSION_BUS_ADDRESS"));
    rig.environment().put("XDG_SESSION_ID", "c1");
    try (Bus system = Bus.system(rig.environment());
        Sense lock = new LockSense(bus, system, rig.environment(), Duration.ofSeconds(1));
        Sense sleep = new SleepSense(system)) {
      peer(Logind.NAME, Logind.PATH);
      for (String path :
          List.of("", "/", "no path", "/org/freedesktop/login1/session/ä b", Logind.PATH + LONG)) {
        answers.put("GetSession", Body.of("s", path));
        answers.put("GetSessionByPID", Body.of("s", path));
        answers.put("GetUser", Body.of("s", path));
        answers.put("Get", Body.of("v", new Variant("(so)", List.of("c1", "/x"))));
        assertThat(Logind.session(system, rig.environment(), SECONDS)).isEmpty();
      }
      assertThat(new LogindLock(system, rig.environment()).lock()).isFalse();
      lock.start(told::add);
      sleep.start(told::add);
      rig.until("open", () -> told.equals(List.of(new Sensed.Locked(false))));
      peer.emit(Logind.PATH, Logind.MANAGER, "PrepareForSleep", Body.of("s", LONG));
      peer.emit(Logind.PATH, Logind.MANAGER, "PrepareForSleep", Body.NONE);
      peer.emit(Logind.PATH, Logind.MANAGER, "PrepareForSleep", Body.of("b", true));
      rig.until("asleep", () -> told.size() == 2);
      assertThat(told).last().isEqualTo(new Sensed.FallingAsleep());
    }
  }

  @Test
  void aPortalThatTalksNonsenseRefusesAll() {
    List<Body> responses =
        List.of(
            Body.NONE,
            Body.of("s", LONG),
            Body.of("ua{sv}", 0, Map.of()),
            Body.of("ua{sv}", 0, Map.of("session_handle", Variant.of(5))),
            Body.of("ua{sv}", 0, Map.of("session_handle", Variant.of("/a b"))),
            Body.of("ua{sv}", 0, Map.of("session_handle", Variant.of("/" + LONG))),
            Body.of("ua{sv}", 2, Map.of("session_handle", Variant.of("/a"))));
    peer(Portal.NAME, Portal.PATH);
    answers.put("CreateSession", Body.of("o", "/a"));
    try (Shortcuts shortcuts = new PortalShortcuts(bus)) {
      for (int i = 0; i < responses.size(); i++) {
        heard.clear();
        long before = count("CreateSession");
        shortcuts.start(
            List.of(new Shortcut("tired", "Tired", "Ctrl+Alt+T")),
            id -> heard.add("pressed " + id),
            id -> heard.add("refused " + id));
        rig.until("asked", () -> count("CreateSession") > before);
        Object options = asked.getLast().body().map(0).get("handle_token");
        peer.emit(
            "/request/" + options, "org.freedesktop.portal.Request", "Response", responses.get(i));
        rig.until("refused, " + i, () -> heard.equals(List.of("refused tired")));
      }
    }
  }
}
