package app.respite.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.CoachCore;
import app.respite.coach.CoachService;
import app.respite.coach.DirectLink;
import app.respite.coach.Engine;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.MemoryUnsavedStore;
import app.respite.coach.RetryingJournal;
import app.respite.coach.SettingsService;
import app.respite.coach.port.Announcement;
import app.respite.coach.port.Ask;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Reply;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.Update;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.Change;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.settings.PropertiesSettings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The socket with a real coach behind it, friends and strangers before it. */
class LinkTest {
  private static final Engine.Pace REAL_TIME =
      new Engine.Pace() {
        @Override
        public Duration real(Duration coachTime) {
          return coachTime;
        }

        @Override
        public Duration coachTime(Duration real) {
          return real;
        }
      };

  private static final Task BOXES = Task.named(UUID.randomUUID(), "Boxes");

  @TempDir Path folder;

  private final HandClock clock = new HandClock();
  private final InMemoryJournal memory = new InMemoryJournal();
  private final List<String> log = new ArrayList<>();
  private final BlockingQueue<Prompting.Form> shown = new LinkedBlockingQueue<>();
  private CoachDoor door;
  private SettingsStore settings;
  private Path socket;
  private Engine engine;
  private LinkServer server;
  private Thread serving;

  @BeforeEach
  void open() {
    settings = new PropertiesSettings(folder.resolve("respite.properties"), work -> {});
    memory.write(List.of(new Change.Put(BOXES)), null);
    RetryingJournal journal = new RetryingJournal(memory, new MemoryUnsavedStore());
    CoachCore core =
        CoachCore.open(journal, Preferences.DEFAULTS, clock.read(), clock.zone(), "", 1);
    engine = new Engine(core, journal, clock, REAL_TIME, log::add);
    Map<String, Object> figures = Map.of("workSeconds", 7L);
    CoachService service =
        new CoachService(
            journal,
            clock,
            UUID::randomUUID,
            () -> new LinkedHashMap<>(figures),
            (document, zone) -> document.toString(),
            input -> {});
    DirectLink link =
        new DirectLink(
            engine,
            service,
            new SettingsService(settings, Runnable::run, this::announceSettings),
            Runnable::run,
            () -> {},
            () -> {});
    link.onViewShown(shown::add);
    door = door(link);
    List<Path> places = SocketPlace.of(folder, List.of(folder.resolve("run")));
    socket = places.getFirst();
    server = new LinkServer(places, "test", door, clock, log::add);
    new Thread(engine, "engine").start();
    serving = new Thread(server, "server");
    serving.start();
  }

  private void announceSettings() {
    var _ = engine.announce(Announcement.SettingsChanged::new);
  }

  private CoachDoor door(DirectLink link) {
    return new CoachDoor() {
      @Override
      public CompletableFuture<Update> look() {
        return engine.look();
      }

      @Override
      public CompletableFuture<Reply> command(Map<String, Object> fields) {
        return link.send(fields);
      }

      @Override
      public <A> CompletableFuture<A> ask(CoachRequest<A> request) {
        return link.ask(request);
      }

      @Override
      public void subscribe(Predicate<Update> subscriber) {
        engine.subscribe(subscriber::test);
      }
    };
  }

  @AfterEach
  void close() throws InterruptedException {
    engine.stop().join();
    server.close();
    serving.join();
  }

  private LinkClient connect() {
    return LinkClient.connect(socket, "test", work -> Thread.ofPlatform().daemon().start(work))
        .orElseThrow();
  }

  @Test
  void carriesACommandThereAndTheNewStateBack() {
    try (LinkClient client = connect()) {
      Reply reply = client.send(new Input.Start(BOXES, null, false)).join();
      assertThat(reply.accepted()).isTrue();
      assertThat(reply.update().snapshot().state()).isEqualTo(Snapshot.Mode.SPRINT);
      assertThat(reply.update().snapshot().task()).isEqualTo("Boxes");
      assertThat(reply.events()).extracting(Event::name).contains("sprint-started");
    }
  }

  @Test
  void theStateThatArrivesIsTheStateThatWasSent() {
    engine.send(new Input.Start(BOXES, null, false)).join();
    clock.move(Duration.ofMinutes(24).plusSeconds(45));
    engine.send(new Input.Items(3)).join();
    try (LinkClient client = connect()) {
      assertThat(client.latest().snapshot()).isEqualTo(engine.look().join().snapshot());
    }
  }

  private LinkSettings settingsOver(LinkClient client) {
    return new LinkSettings(
        client,
        settings.file(),
        () -> {
          throw new AssertionError("a face read the file although there is a coach");
        });
  }

  @Test
  void aFaceHasTheSettingsFromTheCoachWithTheirOverridesAndTheirProblems() throws IOException {
    Files.writeString(
        settings.file(),
        "theme = dark\ntask.Boxes\\ \u00fc.sprint = 50m\nbreak.view = maybe\nnonsense = 1\n");
    try (LinkClient client = connect()) {
      Loaded file = settings.load();
      // Keys that are nobody's matter to who checks the file, and to no face.
      assertThat(settingsOver(client).load())
          .isEqualTo(new Loaded(file.preferences(), file.problems(), List.of()));
      assertThat(file.problems()).isNotEmpty();
    }
  }

  @Test
  void aFaceHearsWhatAnotherFaceSaves() throws InterruptedException {
    try (LinkClient here = connect();
        LinkClient there = connect()) {
      LinkSettings mine = settingsOver(here);
      BlockingQueue<Loaded> told = new LinkedBlockingQueue<>();
      mine.watch(told::add);
      Loaded saved =
          settingsOver(there)
              .save(
                  List.of(
                      new Edit(null, CoachKeys.THEME, "dark"),
                      new Edit("Boxes", SprintBreakRule.SPRINT, "50m")));
      Loaded heard = told.take();
      assertThat(heard).isEqualTo(saved).isEqualTo(settings.load()).isEqualTo(mine.load());
      assertThat(heard.preferences().get(CoachKeys.THEME)).isEqualTo(CoachKeys.Theme.DARK);
      assertThat(heard.preferences().get(SprintBreakRule.SPRINT, "Boxes"))
          .isEqualTo(Duration.ofMinutes(50));
    }
  }

  @Test
  void aSettingThatCannotBeSavedSaysWhyAndChangesNothing() throws IOException {
    Files.createDirectory(settings.file());
    try (LinkClient client = connect()) {
      LinkSettings mine = settingsOver(client);
      Loaded before = mine.load();
      assertThatThrownBy(() -> mine.save(List.of(new Edit(null, CoachKeys.THEME, "dark"))))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("is a folder");
      assertThat(mine.load()).isEqualTo(before);
    }
  }

  @Test
  void afterTheCoachHasGoneASettingIsSavedInTheFileItself() {
    try (LinkClient client = connect()) {
      LinkSettings mine = new LinkSettings(client, settings.file(), () -> settings);
      client.close();
      mine.save(List.of(new Edit(null, CoachKeys.THEME, "dark")));
      assertThat(settings.load().preferences().get(CoachKeys.THEME))
          .isEqualTo(CoachKeys.Theme.DARK);
    }
  }

  private CalledSettings settingsOfACommand(Supplier<SettingsStore> file) {
    return new CalledSettings(() -> OneCall.to(socket).map(call -> call), settings.file(), file);
  }

  @Test
  void aCommandHasTheSettingsFromTheCoachAndLeavesTheFileToIt() throws IOException {
    Files.writeString(settings.file(), "theme = dark\nbreak.view = maybe\n");
    CalledSettings mine =
        settingsOfACommand(
            () -> {
              throw new AssertionError("a command opened the file although there is a coach");
            });
    assertThat(mine.load()).isEqualTo(settings.load());
    assertThat(mine.load().problems()).hasSize(1);
    Loaded saved = mine.save(List.of(new Edit("Boxes", SprintBreakRule.SPRINT, "50m")));
    assertThat(saved).isEqualTo(settings.load()).isEqualTo(mine.load());
    assertThat(saved.preferences().get(SprintBreakRule.SPRINT, "Boxes"))
        .isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void whereTheCoachCannotSaveACommandHearsWhy() throws IOException {
    Files.createDirectory(settings.file());
    CalledSettings mine = settingsOfACommand(() -> settings);
    assertThatThrownBy(() -> mine.save(List.of(new Edit(null, CoachKeys.THEME, "dark"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void aCommandReadsTheFileWhereTheCoachDoesNotAnswer() throws IOException {
    Files.writeString(settings.file(), "theme = dark\n");
    Path deaf = folder.resolve("deaf");
    try (ServerSocketChannel nobodyAccepts =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      nobodyAccepts.bind(UnixDomainSocketAddress.of(deaf));
      CalledSettings mine =
          new CalledSettings(
              () -> OneCall.to(deaf).map(call -> call), settings.file(), () -> settings);
      assertThat(mine.load().preferences().get(CoachKeys.THEME)).isEqualTo(CoachKeys.Theme.DARK);
    }
  }

  @Test
  void withoutACoachACommandReadsAndWritesTheFileItself() throws IOException, InterruptedException {
    server.close();
    serving.join();
    CalledSettings mine = settingsOfACommand(() -> settings);
    assertThat(mine.load().preferences().get(CoachKeys.THEME)).isEqualTo(CoachKeys.Theme.SYSTEM);
    mine.save(List.of(new Edit(null, CoachKeys.THEME, "dark")));
    assertThat(Files.readString(settings.file())).contains("theme = dark");
    assertThat(mine.load().preferences().get(CoachKeys.THEME)).isEqualTo(CoachKeys.Theme.DARK);
  }

  /** Two listeners of one face are one subscriber of the coach: each hears everything once. */
  @Test
  void twoListenersHearEveryUpdateOnce() {
    try (LinkClient client = connect()) {
      BlockingQueue<String> first = new LinkedBlockingQueue<>();
      BlockingQueue<String> second = new LinkedBlockingQueue<>();
      client.subscribe(events(first));
      client.subscribe(events(second));
      client.send(new Input.Start(BOXES, null, false)).join();
      client.ask(new CoachRequest.ShowWindow("")).join();
      client.ask(new CoachRequest.Today()).join();
      assertThat(first).containsOnlyOnce("sprint-started", "show-window");
      assertThat(second).containsExactlyElementsOf(first);
    }
  }

  private static String name(Announcement told) {
    return switch (told) {
      case Announcement.OfDay(var at, var event) -> event.name();
      case Announcement.ShowWindow show -> "show-window";
      case Announcement.SettingsChanged changed -> "settings";
    };
  }

  private static CoachLink.Listener events(BlockingQueue<String> heard) {
    return new CoachLink.Listener() {
      @Override
      public void updated(Update update) {
        update.happened().forEach(told -> heard.add(name(told)));
      }

      @Override
      public void lost(String why) {}
    };
  }

  @Test
  void aRefusalSaysWhy() {
    try (LinkClient client = connect()) {
      Reply reply = client.send(new Input.Accept()).join();
      assertThat(reply.accepted()).isFalse();
      assertThat(reply.refusal()).isNotBlank();
    }
  }

  @Test
  void anUnknownTaskOffersTheNearestName() {
    try (LinkClient client = connect()) {
      Task misspelt = Task.named(UUID.randomUUID(), "Boxse");
      assertThatThrownBy(() -> client.send(new Input.Start(misspelt, null, false)).join())
          .hasRootCauseInstanceOf(CoachException.class)
          .hasMessageContaining("did you mean 'Boxes'");
    }
  }

  @Test
  void requestsAreAnswered() {
    try (LinkClient client = connect()) {
      assertThat(client.ask(new CoachRequest.Today()).join()).containsEntry("workSeconds", 7L);
      assertThatThrownBy(() -> Ask.read("dance", Map.of()))
          .isInstanceOf(CoachException.class)
          .hasMessageStartingWith("'ask' should be one of save-task, ")
          .hasMessageEndingWith(": 'dance'");
    }
  }

  @Test
  void theCoachHearsWhatAFaceHasOnShow() {
    try (LinkClient client = connect()) {
      client.ask(new CoachRequest.ViewShown(Prompting.Form.BREAK)).join();
      assertThat(shown).containsExactly(Prompting.Form.BREAK);
    }
  }

  @Test
  void aFaceHearsWhatAnotherFaceDoes() throws InterruptedException {
    BlockingQueue<Update> heard = new LinkedBlockingQueue<>();
    try (LinkClient face = connect();
        LinkClient other = connect()) {
      face.subscribe(
          new CoachLink.Listener() {
            @Override
            public void updated(Update update) {
              heard.add(update);
            }

            @Override
            public void lost(String why) {}
          });
      // An answer on the same connection proves that the subscription was taken before.
      face.ask(new CoachRequest.Today()).join();
      other.send(new Input.Start(BOXES, null, false)).join();
      Update update = heard.poll(10, TimeUnit.SECONDS);
      assertThat(update).isNotNull();
      assertThat(update.events()).extracting(Event::name).contains("sprint-started");
    }
  }

  @Test
  void aFaceHearsThatTheCoachIsGone() throws InterruptedException {
    CompletableFuture<String> lost = new CompletableFuture<>();
    try (LinkClient face = connect()) {
      face.subscribe(
          new CoachLink.Listener() {
            @Override
            public void updated(Update update) {}

            @Override
            public void lost(String why) {
              lost.complete(why);
            }
          });
      server.close();
      serving.join();
      assertThat(lost.orTimeout(10, TimeUnit.SECONDS).join()).contains("gone");
      assertThatThrownBy(() -> face.send(new Input.Stop()).join())
          .hasRootCauseInstanceOf(CoachException.class);
    }
  }

  @Test
  void onlyItsOwnerCanReachIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aStaleSocketIsReplaced() throws Exception {
    server.hide();
    server.close();
    serving.join();
    Files.createFile(socket);
    try (Serving next =
        Serving.at(new LinkServer(List.of(socket), "test", door, clock, log::add))) {
      assertThat(next.server().path()).isEqualTo(socket);
      connect().close();
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void aCoachThatEndsLeavesTheSocketOfTheNextOneAlone() throws Exception {
    server.hide();
    try (Serving next =
        Serving.at(new LinkServer(List.of(socket), "next", door, clock, log::add))) {
      server.close();
      serving.join();
      connect().close();
    }
  }

  @Test
  void whoIsConnectedStaysSoWhileTheSocketIsTakenAway() {
    try (LinkClient face = connect()) {
      server.hide();
      assertThat(socket).doesNotExist();
      assertThat(face.send(new Input.Start(BOXES, null, false)).join().accepted()).isTrue();
    }
  }

  @Test
  void aSocketThatWasSweptAwayIsMadeAnew() throws Exception {
    assertThat(server.tend()).isFalse();
    try (LinkClient face = connect()) {
      Files.delete(socket);
      assertThat(server.tend()).isTrue();
      connect().close();
      assertThat(face.send(new Input.Start(BOXES, null, false)).join().accepted()).isTrue();
    }
  }

  @Test
  void itListensElsewhereWhereItsPlaceIsTakenByAFolder() throws Exception {
    Path taken = Files.createDirectories(folder.resolve("taken").resolve("a.sock"));
    Path free = folder.resolve("free").resolve("a.sock");
    try (Serving next =
        Serving.at(new LinkServer(List.of(taken, free), "next", door, clock, log::add))) {
      assertThat(next.server().path()).isEqualTo(free);
    }
    assertThat(taken).isDirectory();
  }

  @Test
  void whereThereIsNoPlaceAtAllOneLineSaysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(
            () -> new LinkServer(List.of(file.resolve("a.sock")), "next", door, clock, log::add))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining("XDG_RUNTIME_DIR")
        .hasMessageNotContaining("\n");
  }

  @Test
  @Timeout(60)
  void whoComesWhenAllPlacesAreTakenIsToldSo() {
    List<LinkClient> faces = new ArrayList<>();
    try {
      for (int i = 0; i < 64; i++) {
        faces.add(connect());
      }
      assertThatThrownBy(this::connect)
          .isInstanceOf(CoachException.class)
          .hasMessageContaining("64 programs already");
      faces.removeFirst().close();
      connectOnceThereIsRoom().close();
    } finally {
      faces.forEach(LinkClient::close);
    }
  }

  /**
   * The end of a connection reaches the server when its reader has let go of it, a little later.
   */
  private LinkClient connectOnceThereIsRoom() {
    while (true) {
      try {
        return connect();
      } catch (CoachException full) {
        assertThat(full).hasMessageContaining("64 programs already");
      }
    }
  }

  @Test
  void anAddressLeadsToTheSocketAndThatOfACopiedHomeNowhere() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    assertThat(CoachAddress.in(home)).isEmpty();
    CoachAddress.write(home, socket);
    CoachAddress.write(home, socket);
    assertThat(CoachAddress.in(home)).hasValue(socket);
    Path link = Files.createSymbolicLink(folder.resolve("link"), home);
    assertThat(CoachAddress.in(link)).hasValue(socket);
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(home.resolve("coach.address"), copy.resolve("coach.address"));
    assertThat(CoachAddress.in(copy)).isEmpty();
    for (String nonsense : List.of("", "\n\n\n", "a\u0000b\n" + home.toRealPath() + "\n")) {
      Files.writeString(home.resolve("coach.address"), nonsense);
      assertThat(CoachAddress.in(home)).as(nonsense).isEmpty();
    }
  }

  @Test
  void nobodyListensWhereThereIsNoSocket() {
    assertThat(LinkClient.connect(folder.resolve("none.sock"), "test", Runnable::run)).isEmpty();
  }

  @Test
  void aFaceOfAnotherVersionIsToldSoAndMayOnlyEndTheCoach() throws IOException {
    try (SocketChannel stranger = raw()) {
      send(stranger, "{\"hello\":\"respite\",\"protocol\":99,\"build\":\"future\"}\n");
      assertThat(line(stranger)).contains("another version").contains("respite quit");
      send(stranger, "{\"id\":1,\"do\":{\"do\":\"start\"}}\n");
      assertThat(line(stranger)).contains("\"id\":1").contains("another version");
      send(stranger, "{\"id\":2,\"ask\":\"quit\"}\n");
      assertThat(line(stranger)).contains("\"id\":2").contains("answer");
    }
  }

  @Test
  void nonsenseIsAnsweredAndShutOut() throws IOException {
    for (String nonsense :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            "{}\n",
            "[1,2]\n",
            "null\n",
            "{\"hello\":\"respite\"}\n",
            "{\"hello\":\"respite\",\"protocol\":\"one\"}\n",
            "{\"hello\":{\"a\":1}}\n",
            "\u0000\u0001\u0002\n",
            "\n")) {
      try (SocketChannel stranger = raw()) {
        send(stranger, nonsense);
        assertThat(line(stranger)).contains("error");
      }
    }
    aliveStill();
  }

  @Test
  void bytesThatAreNoTextAreShutOut() throws IOException {
    try (SocketChannel stranger = raw()) {
      stranger.write(ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x80, '\n'}));
      assertThat(line(stranger)).contains("error");
      assertThat(line(stranger)).isEmpty();
    }
    aliveStill();
  }

  @Test
  void anEndlessLineIsCutOff() throws IOException {
    byte[] block = new byte[8 * 1024];
    Arrays.fill(block, (byte) 'a');
    long sent = 0;
    try (SocketChannel stranger = raw()) {
      for (int i = 0; i < 10_000; i++) {
        sent += stranger.write(ByteBuffer.wrap(block));
      }
    } catch (IOException shutOut) {
      assertThat(sent).isLessThan(8L * 1024 * 1024);
      aliveStill();
      return;
    }
    throw new AssertionError("80 MB without a line end were taken");
  }

  @Test
  void aThousandConnectionsThatSayNothingHarmNobody() throws IOException {
    List<SocketChannel> silent = new ArrayList<>();
    try (LinkClient friend = connect()) {
      for (int i = 0; i < 1000; i++) {
        silent.add(raw());
      }
      assertThat(friend.send(new Input.Start(BOXES, null, false)).join().accepted()).isTrue();
      aliveStill();
    } finally {
      for (SocketChannel channel : silent) {
        channel.close();
      }
    }
  }

  @Test
  void randomBytesNeverHarmTheCoach() throws IOException {
    Random random = new Random(4711);
    for (int i = 0; i < 200; i++) {
      try (SocketChannel stranger = raw()) {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
          send(stranger, "{\"hello\":\"respite\",\"protocol\":2,\"build\":\"x\"}\n");
        }
        stranger.write(ByteBuffer.wrap(noise));
      } catch (IOException shutOut) {
        continue;
      }
    }
    aliveStill();
  }

  @Test
  void hostileRequestsAfterAProperHelloAreAnsweredOneByOne() throws IOException {
    try (SocketChannel stranger = raw()) {
      send(stranger, "{\"hello\":\"respite\",\"protocol\":2,\"build\":\"x\"}\n");
      assertThat(line(stranger)).contains("\"update\"");
      for (String bad :
          List.of(
              "{\"id\":1}",
              "{\"id\":2,\"do\":{}}",
              "{\"id\":3,\"do\":{\"do\":\"start\",\"sprint\":\"-PT1M\"}}",
              "{\"id\":4,\"do\":{\"do\":\"lock\"}}",
              "{\"id\":5,\"ask\":\"import\",\"with\":{\"put\":[1]}}",
              "{\"id\":6,\"ask\":\"import\",\"with\":{\"put\":[{\"kind\":\"span\"}]}}",
              "{\"id\":7,\"ask\":\"save-task\",\"with\":{\"task\":{\"kind\":\"task\",\"id\":\"x\"}}}",
              "{\"id\":8,\"ask\":\"delete-record\",\"with\":{\"id\":\"../etc\"}}",
              "{\"id\":9,\"do\":{\"do\":\"item\",\"n\":1e400}}")) {
        send(stranger, bad + "\n");
        assertThat(line(stranger)).as(bad).contains("error");
      }
    }
    aliveStill();
  }

  @Test
  void aFaceThatDoesNotReadIsLetGoAndTheCoachGoesOn() throws IOException {
    try (SocketChannel deaf = raw()) {
      send(deaf, "{\"hello\":\"respite\",\"protocol\":2,\"build\":\"x\"}\n");
      send(deaf, "{\"subscribe\":true}\n");
      engine.send(new Input.Start(BOXES, null, false)).join();
      for (int i = 0; i < 3000; i++) {
        assertThat(engine.send(new Input.Items(1)).join().accepted()).isTrue();
      }
      aliveStill();
    }
  }

  private void aliveStill() {
    try (LinkClient client = connect()) {
      assertThat(client.latest()).isNotNull();
    }
  }

  private SocketChannel raw() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return channel;
  }

  private static void send(SocketChannel to, String text) throws IOException {
    to.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** One line, or what came before the end. */
  private static String line(SocketChannel from) throws IOException {
    StringBuilder line = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (from.read(one) > 0) {
      char next = (char) one.get(0);
      one.clear();
      if (next == '\n') {
        break;
      }
      line.append(next);
    }
    return line.toString();
  }

  /** A clock that stands still until it is moved. */
  private static final class HandClock implements Clock {
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    void move(Duration by) {
      passed.updateAndGet(before -> before.plus(by));
    }

    @Override
    public ClockReading read() {
      Duration now = passed.get();
      return new ClockReading(Instant.parse("2026-03-02T08:00:00Z").plus(now), now, now);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public String boot() {
      return "";
    }
  }

  /** A server with a thread of its own. */
  private record Serving(LinkServer server, Thread thread) implements AutoCloseable {
    static Serving at(LinkServer server) {
      Serving serving = new Serving(server, new Thread(server));
      serving.thread().start();
      return serving;
    }

    @Override
    public void close() throws InterruptedException {
      server.hide();
      server.close();
      thread.join();
    }
  }
}
