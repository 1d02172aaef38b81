package app.respite.desktop.linux.bus;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real message bus. */
@Tag("desktop")
class BusTest {
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final String NAME = "app.respite.Test";
  private static final String PATH = "/app/respite/Test";

  @TempDir Path folder;
  private Rig rig;
  private Process daemon;
  private Bus ours;
  private Bus others;

  @BeforeEach
  void aBusAndTwoOnIt() {
    rig = new Rig(folder);
    daemon = rig.sessionBus();
    ours = Bus.session(rig.environment());
    others = Bus.session(rig.environment());
  }

  @AfterEach
  void end() {
    ours.close();
    others.close();
    rig.close();
  }

  @Test
  void theBusIsThere() {
    assertThat(ours.missing(SECONDS)).isEmpty();
  }

  @Test
  void valuesOfEveryKindComeBackAsTheyWereSent() {
    List<Body> heard = new CopyOnWriteArrayList<>();
    ours.serve(
        PATH,
        call -> {
          heard.add(call.body());
          return call.member().equals("Echo") ? call.body() : null;
        });
    ours.missing(SECONDS);
    own(ours);
    Body sent =
        Body.of(
            "ybnqiuxtdsoga(is)a{sv}ayasv(i(sb))aai",
            200,
            true,
            -7,
            60000,
            -70000,
            4_000_000_000L,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            2.5,
            "Grüße",
            "/a/b",
            "a{sv}",
            List.of(List.of(1, "one"), List.of(2, "two")),
            Map.of("key", Variant.of("value")),
            new byte[] {1, 2, 3},
            List.of(),
            new Variant("a(iiay)", List.of(List.of(1, 1, new byte[] {9}))),
            List.of(5, List.of("inner", false)),
            List.of(List.of(1, 2), List.of(), List.of(3)));
    Reply reply = others.ask(Call.of(NAME, PATH, "app.respite.Test", "Echo", sent), SECONDS);
    // The echo sends what it got, and got a variant unwrapped: that cannot be sent again.
    assertThat(reply).isInstanceOf(Reply.Failed.class);
    Body body = heard.getFirst();
    assertThat(body.signature()).isEqualTo(sent.signature());
    assertThat(body.values().subList(0, 12))
        .isEqualTo(
            List.of(
                200L,
                true,
                -7L,
                60000L,
                -70000L,
                4_000_000_000L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                2.5,
                "Grüße",
                "/a/b",
                "a{sv}"));
    assertThat(body.list(12)).isEqualTo(List.of(List.of(1L, "one"), List.of(2L, "two")));
    assertThat(body.map(13)).isEqualTo(Map.of("key", "value"));
    assertThat((byte[]) body.value(14)).containsExactly(1, 2, 3);
    assertThat(body.list(15)).isEmpty();
    assertThat(body.list(16)).hasSize(1);
    assertThat(body.list(17)).isEqualTo(List.of(5L, List.of("inner", false)));
    assertThat(body.list(18)).isEqualTo(List.of(List.of(1L, 2L), List.of(), List.of(3L)));
    Body plain = Body.of("sai", "text", List.of(1, 2));
    assertThat(others.ask(Call.of(NAME, PATH, "", "Echo", plain), SECONDS))
        .isEqualTo(new Reply.Answer(Body.of("sai", "text", List.of(1L, 2L))));
  }

  @Test
  void anUnknownMethodAndAnUnknownServiceFailInAClause() {
    ours.serve(PATH, call -> null);
    ours.missing(SECONDS);
    own(ours);
    assertThat(others.ask(Call.of(NAME, PATH, "a.b", "Nothing", Body.NONE), SECONDS))
        .isEqualTo(
            new Reply.Failed("org.freedesktop.DBus.Error.UnknownMethod", "no Nothing at " + PATH));
    assertThat(others.ask(Call.of("a.b.c", PATH, "a.b", "Nothing", Body.NONE), SECONDS))
        .isInstanceOfSatisfying(
            Reply.Failed.class, failed -> assertThat(failed.error()).contains("ServiceUnknown"));
  }

  @Test
  void aBusThatStandsStillKeepsNobodyWaiting() {
    assertThat(ours.missing(SECONDS)).isEmpty();
    rig.ask("kill", "-STOP", Long.toString(daemon.pid()));
    List<Reply> replies = new CopyOnWriteArrayList<>();
    Call call = Call.toBus("GetId", Body.NONE);
    ours.call(call, Duration.ofMillis(100), replies::add);
    rig.until("the call is given up", () -> replies.size() == 1);
    assertThat(replies.getFirst())
        .isEqualTo(new Reply.Failed(Bus.NO_ANSWER, Bus.BUS + " does not answer"));
    assertThat(others.missing(Duration.ofMillis(100))).isEqualTo("the session bus does not answer");
    for (int number = 0; number < 100; number++) {
      ours.emit(PATH, "a.b", "Told", Body.of("ay", new byte[10_000]));
    }
    rig.ask("kill", "-CONT", Long.toString(daemon.pid()));
    assertThat(ours.ask(call, SECONDS)).isInstanceOf(Reply.Answer.class);
  }

  @Test
  void theOwnerOfANameIsToldAtOnceAndAtEachChange() {
    List<String> owners = new CopyOnWriteArrayList<>();
    ours.onName(NAME, owners::add);
    rig.until("nobody owns it", () -> owners.equals(List.of("")));
    own(others);
    rig.until("somebody owns it", () -> owners.size() == 2);
    others.close();
    rig.until("nobody owns it again", () -> owners.size() == 3);
    assertThat(owners.get(1)).startsWith(":1.");
    assertThat(owners.get(2)).isEmpty();
  }

  @Test
  void signalsAreHeardFromTheSenderThatWasNamedOnly() {
    List<Incoming> all = new CopyOnWriteArrayList<>();
    List<Incoming> named = new CopyOnWriteArrayList<>();
    ours.onSignal(new Match("", PATH, "a.b", "Told"), all::add);
    Subscription hearing = ours.onSignal(new Match(NAME, "", "a.b", ""), named::add);
    settle(ours);
    others.missing(SECONDS);
    others.emit(PATH, "a.b", "Told", Body.of("i", 1));
    rig.until("the first is heard", () -> all.size() == 1);
    own(others);
    others.emit(PATH, "a.b", "Told", Body.of("i", 2));
    rig.until("the second is heard", () -> all.size() == 2 && named.size() == 1);
    assertThat(named.getFirst().body().number(0, 0)).isEqualTo(2);
    hearing.close();
    settle(ours);
    others.emit(PATH, "a.b", "Told", Body.of("i", 3));
    rig.until("the third is heard", () -> all.size() == 3);
    settle(ours);
    assertThat(named).hasSize(1);
  }

  @Test
  void aBusThatDiesIsConnectedToAgainAndEverythingGoesOn() {
    List<String> states = new CopyOnWriteArrayList<>();
    List<String> owners = new CopyOnWriteArrayList<>();
    List<Incoming> heard = new CopyOnWriteArrayList<>();
    ours.onState(states::add);
    ours.onName(NAME, owners::add);
    ours.onSignal(new Match("", PATH, "a.b", "Told"), heard::add);
    ours.serve(PATH, call -> Body.of("s", "here"));
    own(others);
    rig.until("the owner is known", () -> !owners.isEmpty() && !owners.getLast().isEmpty());
    daemon.destroyForcibly();
    rig.until("the end is noticed", () -> states.size() == 2);
    assertThat(states.get(1)).startsWith("no session bus, ");
    assertThat(owners.getLast()).isEmpty();
    assertThat(ours.ask(Call.of(NAME, PATH, "a.b", "Any", Body.NONE), SECONDS))
        .isInstanceOfSatisfying(
            Reply.Failed.class, failed -> assertThat(failed.error()).isEqualTo(Bus.NO_BUS));
    rig.sessionBus();
    rig.until("it is back", () -> states.size() == 3);
    own(others);
    rig.until("the owner is known again", () -> !owners.getLast().isEmpty());
    others.emit(PATH, "a.b", "Told", Body.NONE);
    rig.until("signals are heard again", () -> heard.size() == 1);
    others.serve("/x", call -> null);
    own(ours, "app.respite.Other");
    assertThat(
            others
                .ask(Call.of("app.respite.Other", PATH, "a.b", "Any", Body.NONE), SECONDS)
                .body()
                .text(0, ""))
        .isEqualTo("here");
  }

  @Test
  void anEndlessAnswerIsPassedOverAndTheNextIsRead() {
    ours.serve(
        PATH,
        call ->
            call.member().equals("Huge")
                ? Body.of("ay", new byte[3_000_000])
                : Body.of("s", "small"));
    ours.missing(SECONDS);
    own(ours);
    assertThat(others.ask(Call.of(NAME, PATH, "a.b", "Huge", Body.NONE), Duration.ofMillis(500)))
        .isInstanceOf(Reply.Failed.class);
    assertThat(others.ask(Call.of(NAME, PATH, "a.b", "Small", Body.NONE), SECONDS).body())
        .isEqualTo(Body.of("s", "small"));
  }

  @Test
  void aFloodOfSignalsIsHeardInOrder() {
    List<Long> heard = new CopyOnWriteArrayList<>();
    ours.onSignal(
        new Match("", PATH, "a.b", "Told"), signal -> heard.add(signal.body().number(0, -1)));
    settle(ours);
    others.missing(SECONDS);
    for (int number = 0; number < 2000; number++) {
      others.emit(PATH, "a.b", "Told", Body.of("is", number, "x".repeat(500)));
    }
    rig.until("all are heard", () -> heard.size() == 2000);
    assertThat(heard).isSorted();
  }

  @Test
  void whoThrowsInACallbackEndsNothing() {
    List<String> log = new CopyOnWriteArrayList<>();
    ours.log(log::add);
    ours.onState(
        state -> {
          throw new IllegalStateException("on purpose");
        });
    rig.until("it is said", () -> log.size() == 1);
    assertThat(log.getFirst()).contains("on purpose");
    assertThat(ours.missing(SECONDS)).isEmpty();
  }

  @Test
  void aBusClosedAmidAFloodLeavesNoThreadAndTakesAnyCall() {
    CountDownLatch closed = new CountDownLatch(1);
    ours.onSignal(
        new Match("", PATH, "a.b", "Told"),
        signal -> {
          rig.until(
              "so much has come that reading pauses",
              () -> readers().anyMatch(reader -> reader.getState() == Thread.State.WAITING));
          ours.close();
          closed.countDown();
        });
    settle(ours);
    others.missing(SECONDS);
    for (int number = 0; number < 1000; number++) {
      others.emit(PATH, "a.b", "Told", Body.NONE);
    }
    rig.until("it is closed", () -> closed.getCount() == 0);
    ours.close();
    ours.call(Call.toBus("ListNames", Body.NONE), reply -> {});
    ours.onName(NAME, owner -> {});
    assertThat(ours.missing(SECONDS)).isNotEmpty();
    others.close();
    rig.until("its threads end", () -> readers().findAny().isEmpty());
  }

  private static Stream<Thread> readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("session bus reader"));
  }

  private void own(Bus bus) {
    own(bus, NAME);
  }

  private void own(Bus bus, String name) {
    rig.until(
        "the name is owned",
        () ->
            bus.ask(Call.toBus("RequestName", Body.of("su", name, 4)), SECONDS)
                instanceof Reply.Answer);
  }

  /** What was asked before has reached the bus when this is answered. */
  private static void settle(Bus bus) {
    bus.ask(Call.toBus("GetId", Body.NONE), SECONDS);
  }
}
