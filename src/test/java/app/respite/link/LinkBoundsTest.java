package app.respite.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Reply;
import app.respite.coach.port.Update;
import app.respite.domain.time.ClockReading;
import app.respite.ui.Moments;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How much of the coach one face can take up, and what it hears at the end of that. */
@Timeout(60)
class LinkBoundsTest {
  private static final int MOST_REQUESTS = 32;
  private static final String PAGE = "a".repeat(60_000);

  @TempDir Path folder;

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final HeldCoach coach = new HeldCoach();
  private volatile Duration now = Duration.ZERO;
  private Path socket;
  private LinkServer server;
  private Thread serving;

  @BeforeEach
  void open() {
    List<Path> places = SocketPlace.of(folder, List.of(folder.resolve("run")));
    socket = places.getFirst();
    server = new LinkServer(places, "test", coach, new MovedClock(), log::add);
    serving = new Thread(server, "server");
    serving.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    coach.mayGoOn.countDown();
    end();
  }

  private void end() throws InterruptedException {
    server.close();
    serving.join();
  }

  @Test
  void aFaceMayHaveThirtyTwoRequestsOpenAndHearsThatTheNextIsTooMany() throws Exception {
    try (Face face = greeted()) {
      for (int id = 1; id <= MOST_REQUESTS - 1; id++) {
        face.ask(id);
      }
      face.say("{\"id\":32,\"do\":{\"do\":\"stop\"}}");
      face.ask(33);
      assertThat(face.hears()).contains("\"id\":33", "too many requests", "\"kind\":\"no\"");
      assertThat(coach.asked).hasSize(MOST_REQUESTS - 1);
    }
  }

  @Test
  void anAnswerMakesRoomForAnotherRequest() throws Exception {
    try (Face face = greeted()) {
      for (int id = 1; id <= MOST_REQUESTS; id++) {
        face.ask(id);
      }
      coach.answersNext("first");
      assertThat(face.hears()).contains("\"id\":1,", "first");
      face.ask(33);
      for (int id = 2; id <= 33; id++) {
        coach.answersNext("next");
        assertThat(face.hears()).contains("\"id\":" + id + ",", "next");
      }
    }
  }

  @Test
  void aRequestThatFailsMakesRoomToo() throws Exception {
    try (Face face = greeted()) {
      for (int id = 1; id <= 2 * MOST_REQUESTS; id++) {
        face.ask(id);
        coach.asked.take().completeExceptionally(new CoachException(Kind.STORE, "disk is full"));
        assertThat(face.hears()).contains("\"id\":" + id, "disk is full", "\"kind\":\"store\"");
      }
    }
  }

  @Test
  void requestsThatMakeNoSenseTakeNoRoomFromThoseThatDo() throws Exception {
    try (Face face = greeted()) {
      for (int id = 1; id <= MOST_REQUESTS + 1; id++) {
        face.say("{\"id\":" + id + ",\"ask\":\"dance\"}");
        assertThat(face.hears()).contains("\"id\":" + id, "dance");
      }
      face.ask(99);
      coach.answersNext("here");
      assertThat(face.hears()).contains("\"id\":99", "here");
    }
  }

  @Test
  void aFaceThatIsHalfAMegabyteBehindHearsEverythingAgainAndAgain() throws Exception {
    try (Face face = greeted()) {
      for (int round = 0; round < 4; round++) {
        for (int id = 1; id <= 12; id++) {
          face.ask(id);
          coach.answersNext(PAGE);
        }
        for (int id = 1; id <= 12; id++) {
          assertThat(face.hears())
              .startsWith("{\"id\":" + id + ",")
              .endsWith("aaa\"],\"err\":[]}}");
        }
      }
    }
  }

  @Test
  void aFaceThatDoesNotReadIsLetGoWhenAMegabyteWaitsForIt() throws Exception {
    try (Face face = greeted()) {
      for (int id = 1; id <= MOST_REQUESTS; id++) {
        face.ask(id);
      }
      for (int id = 1; id <= MOST_REQUESTS; id++) {
        coach.answersNext(PAGE);
      }
      assertThat(log.take()).isEqualTo("a face does not read, so it was let go");
      assertThat(face.hearsUntilTheEnd()).isLessThan(MOST_REQUESTS);
    }
  }

  @Test
  void whileTheServerIsBusySixtyFourUpdatesWaitAndThenTheFaceIsLetGo() throws Exception {
    try (Face face = greeted()) {
      face.say("{\"subscribe\":true}");
      Predicate<Update> subscriber = coach.subscribers.take();
      for (int i = 0; i < 3 * MOST_REQUESTS; i++) {
        assertThat(subscriber.test(HeldCoach.UPDATE)).isTrue();
        assertThat(face.hears()).startsWith("{\"update\":");
      }
      coach.hold();
      face.say("{\"id\":1,\"do\":{\"do\":\"stop\"}}");
      coach.atWork.await();
      for (int i = 0; i < 2 * MOST_REQUESTS; i++) {
        assertThat(subscriber.test(HeldCoach.UPDATE)).as("update %d", i).isTrue();
      }
      assertThat(subscriber.test(HeldCoach.UPDATE)).isFalse();
      coach.mayGoOn.countDown();
      assertThat(face.hearsUntilTheEnd()).isLessThanOrEqualTo(2 * MOST_REQUESTS);
      assertThat(subscriber.test(HeldCoach.UPDATE)).isFalse();
    }
  }

  @Test
  void aLineOfTheMostBytesIsTakenAndOneMoreByteEndsTheConnection() throws Exception {
    try (Face face = greeted()) {
      String request = "{\"id\":1,\"ask\":\"status\",\"with\":{\"json\":false}}";
      face.say(" ".repeat(Lines.MOST - request.length()) + request);
      coach.answersNext("here");
      assertThat(face.hears()).contains("\"id\":1,", "here");
      face.say(" ".repeat(Lines.MOST + 1 - request.length()) + request);
      assertThat(face.hears()).contains("a line of more than 65536 bytes", "\"kind\":\"wrong\"");
      assertThat(face.hears()).isNull();
      assertThat(coach.asked).isEmpty();
    }
  }

  @Test
  void aFaceThatSaysTooMuchHearsSoAndCanGoOn() throws Exception {
    try (LinkClient client = connect()) {
      var tooLong = client.ask(new CoachRequest.ShowWindow("a".repeat(Lines.MOST)));
      assertThatThrownBy(tooLong::join)
          .hasCauseInstanceOf(CoachException.class)
          .cause()
          .hasMessageContaining("too long for the coach")
          .extracting("kind")
          .isEqualTo(Kind.TOO_LONG);
      var fits = client.ask(new CoachRequest.Status(false, null));
      coach.answersNext("here");
      assertThat(fits.join().out()).containsExactly("here");
    }
  }

  @Test
  void whoDoesNotGreetWithinAMinuteIsLetGoAndWhoGreetedStays() throws Exception {
    try (Face silent = face();
        Face late = face();
        Face friend = greeted()) {
      now = Duration.ofMinutes(1);
      // With the second answer the server has looked once at who is silent.
      friend.goesThrough(coach);
      friend.goesThrough(coach);
      late.say(Face.HELLO);
      assertThat(late.hears()).contains("\"build\":\"test\"");
      now = Duration.ofMinutes(1).plusMillis(1);
      friend.goesThrough(coach);
      assertThat(silent.hears()).isNull();
      now = Duration.ofHours(1);
      friend.goesThrough(coach);
      late.goesThrough(coach);
      friend.goesThrough(coach);
    }
  }

  @Test
  void whoDoesNotGreetIsLetGoAlsoWhereNobodyElseSaysAWord() throws Exception {
    try (Face silent = face();
        Face friend = greeted()) {
      friend.goesThrough(coach);
      now = Duration.ofMinutes(2);
      assertThat(silent.hears()).isNull();
    }
  }

  @Test
  void whereAllPlacesAreTakenTheLongestSilentGivesWay() throws Exception {
    List<Face> faces = new ArrayList<>();
    try (Face longest = face();
        Face shorter = face()) {
      for (int i = 0; i < 63; i++) {
        faces.add(greeted());
      }
      assertThat(longest.hears()).isNull();
      shorter.say(Face.HELLO);
      assertThat(shorter.hears()).contains("\"build\":\"test\"");
      try (Face tooMany = face()) {
        assertThat(tooMany.hears()).contains("64 programs already", "\"kind\":\"no\"");
        assertThat(tooMany.hears()).isNull();
      }
      for (Face face : faces) {
        face.goesThrough(coach);
      }
    } finally {
      for (Face face : faces) {
        face.close();
      }
    }
  }

  @Test
  void aRequestWithoutAnIdIsNotAskedAndTheConnectionStays() throws Exception {
    try (Face face = greeted()) {
      face.say("{\"ask\":\"status\",\"with\":{\"json\":false}}");
      assertThat(face.hears())
          .contains("a request needs an 'id'", "\"kind\":\"wrong\"")
          .doesNotContain("\"id\":");
      assertThat(coach.asked).isEmpty();
      face.goesThrough(coach);
    }
  }

  @Test
  void aFaceOfAnotherVersionReachesTheCoachWithNothingButQuit() throws Exception {
    try (Face face = face()) {
      face.say("{\"hello\":\"respite\",\"protocol\":1,\"build\":\"old\"}");
      assertThat(face.hears())
          .contains("\"build\":\"test\"", "another version (test)", "\"kind\":\"wrong\"")
          .doesNotContain("\"update\"");
      face.ask(1);
      assertThat(face.hears()).contains("\"id\":1,", "another version");
      face.say("{\"subscribe\":true}");
      assertThat(face.hears()).contains("another version");
      assertThat(coach.asked).isEmpty();
      assertThat(coach.subscribers).isEmpty();
      face.say("{\"id\":2,\"ask\":\"quit\"}");
      assertThat(coach.requests.take()).isEqualTo(new CoachRequest.Quit());
    }
  }

  @Test
  void whatIsAnsweredWhenTheServerEndsStillArrives() throws Exception {
    try (Face face = greeted()) {
      face.ask(1);
      CompletableFuture<Object> answer = coach.asked.take();
      coach.hold();
      face.say("{\"id\":2,\"do\":{\"do\":\"stop\"}}");
      coach.atWork.await();
      answer.complete(HeldCoach.lines("last"));
      server.close();
      coach.mayGoOn.countDown();
      assertThat(face.hears()).contains("\"id\":1,", "last");
      assertThat(face.hears()).isNull();
    }
  }

  @Test
  void whoWaitsForAnAnswerWhenTheCoachEndsHearsThatItIsGone() throws Exception {
    try (LinkClient client = connect()) {
      var answer = client.ask(new CoachRequest.Status(false, null));
      coach.asked.take();
      end();
      assertThatThrownBy(answer::join)
          .cause()
          .isInstanceOf(CoachException.class)
          .hasMessageContaining("the coach is gone")
          .extracting("kind")
          .isEqualTo(Kind.NO_COACH);
    }
  }

  @Test
  void whoListensIsToldOnceThatTheCoachIsGoneAndWhoComesLaterAtOnce() throws Exception {
    Losses first = new Losses();
    Losses second = new Losses();
    Thread[] reader = new Thread[1];
    try (LinkClient client = connect(reader)) {
      client.subscribe(first);
      coach.subscribers.take();
      end();
      reader[0].join();
      assertThat(first.told).hasSize(1);
      client.subscribe(second);
      assertThat(second.told).singleElement().asString().contains("the coach is gone");
      assertThat(first.told).hasSize(1);
    }
  }

  @Test
  void whoLeavesByItselfIsNotToldThatItLostTheCoach() throws Exception {
    Losses losses = new Losses();
    Thread[] reader = new Thread[1];
    LinkClient client = connect(reader);
    client.subscribe(losses);
    coach.subscribers.take();
    client.close();
    reader[0].join();
    assertThat(losses.told).isEmpty();
  }

  private LinkClient connect() {
    return connect(new Thread[1]);
  }

  private LinkClient connect(Thread[] reader) {
    return LinkClient.connect(
            socket, "test", work -> reader[0] = Thread.ofPlatform().daemon().start(work))
        .orElseThrow();
  }

  private Face face() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return new Face(
        channel, new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)));
  }

  private Face greeted() throws IOException {
    Face face = face();
    face.say(Face.HELLO);
    assertThat(face.hears()).contains("\"hello\"");
    return face;
  }

  /** A face that says what it likes. */
  private record Face(SocketChannel channel, BufferedReader from) implements AutoCloseable {
    static final String HELLO =
        "{\"hello\":\"respite\",\"protocol\":2,\"build\":\"x\",\"brief\":true}";

    void say(String line) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    void ask(int id) throws IOException {
      say("{\"id\":" + id + ",\"ask\":\"status\",\"with\":{\"json\":false}}");
    }

    void goesThrough(HeldCoach coach) throws Exception {
      ask(77);
      coach.answersNext("here");
      assertThat(hears()).contains("\"id\":77,", "here");
    }

    /** The next line; null where the connection has ended. */
    @Nullable String hears() {
      try {
        return from.readLine();
      } catch (IOException reset) {
        // So a connection ends that had not read all that was said to it.
        return null;
      }
    }

    int hearsUntilTheEnd() {
      int heard = 0;
      while (hears() != null) {
        heard++;
      }
      return heard;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** What a listener was told of the end. */
  private static final class Losses implements CoachLink.Listener {
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void updated(Update update) {}

    @Override
    public void lost(String why) {
      told.add(why);
    }
  }

  /** A coach that answers when the test says so. */
  private static final class HeldCoach implements CoachDoor {
    static final Update UPDATE =
        new Update(new Moments().build(), 1, true, true, "", Prompting.NONE, List.of());

    final BlockingQueue<CoachRequest<?>> requests = new LinkedBlockingQueue<>();
    final BlockingQueue<CompletableFuture<Object>> asked = new LinkedBlockingQueue<>();
    final BlockingQueue<Predicate<Update>> subscribers = new LinkedBlockingQueue<>();
    final CountDownLatch atWork = new CountDownLatch(1);
    volatile CountDownLatch mayGoOn = new CountDownLatch(0);

    static CoachRequest.Lines lines(String text) {
      return new CoachRequest.Lines(0, List.of(text), List.of(), null);
    }

    void answersNext(String text) throws InterruptedException {
      asked.take().complete(lines(text));
    }

    /** From now on a command keeps the server's thread until it may go on. */
    void hold() {
      mayGoOn = new CountDownLatch(1);
    }

    @Override
    public CompletableFuture<Update> look() {
      return CompletableFuture.completedFuture(UPDATE);
    }

    @Override
    public CompletableFuture<Reply> command(Map<String, @Nullable Object> fields) {
      atWork.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
      return new CompletableFuture<>();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> CompletableFuture<A> ask(CoachRequest<A> request) {
      CompletableFuture<Object> answer = new CompletableFuture<>();
      requests.add(request);
      asked.add(answer);
      return (CompletableFuture<A>) answer;
    }

    @Override
    public void subscribe(Predicate<Update> subscriber) {
      subscribers.add(subscriber);
    }
  }

  private final class MovedClock implements Clock {
    @Override
    public ClockReading read() {
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
}
