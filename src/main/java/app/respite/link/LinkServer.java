package app.respite.link;

import app.respite.bind.Form;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Fields;
import app.respite.coach.port.Reason;
import app.respite.coach.port.RequestFields;
import app.respite.coach.port.Update;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The coach's end of the socket. One thread serves every connection and never waits for any: a peer
 * that sends nonsense, says nothing, floods, or does not read loses its connection and nothing
 * else.
 */
public final class LinkServer implements Runnable, AutoCloseable {
  /** What even a coach of another build is asked for. */
  private static final String QUIT = Form.word(CoachRequest.Quit.class);

  private static final int MOST_CONNECTIONS = 64;
  private static final int MOST_WAITING_BYTES = 1024 * 1024;
  private static final int MOST_OPEN_REQUESTS = 32;

  /** A program that has just started on a busy machine takes its time. */
  private static final Duration GREETING = Duration.ofMinutes(1);

  private static final long IDLE_MILLIS = 1000;

  private final String build;
  private final CoachDoor coach;
  private final Clock clock;
  private final Consumer<String> log;
  private final Selector selector;
  private final List<Path> places;
  private final List<Peer> peers = new ArrayList<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile LocalSocket socket;
  private volatile boolean hidden;
  private volatile boolean closing;

  /**
   * Listens at the first of some places where that is possible. The caller holds the journal's
   * lock, so a socket found there is a stale one and is replaced.
   *
   * @throws CoachException of kind {@code STORE} where the socket cannot be made
   */
  public LinkServer(
      List<Path> places, String build, CoachDoor coach, Clock clock, Consumer<String> log) {
    this.places = List.copyOf(places);
    this.build = build;
    this.coach = coach;
    this.clock = clock;
    this.log = log;
    this.socket = LocalSocket.open(places);
    try {
      this.selector = Selector.open();
      socket.channel().register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "this system gives no more sockets: " + Reason.of(failed), failed);
    }
  }

  /** Where it listens now. */
  public Path path() {
    return socket.path();
  }

  /**
   * Listens at a place anew if the socket's file was taken away, as those who sweep folders for
   * temporary files do. Whoever is connected stays so.
   *
   * @return whether the place is to be told anew
   */
  public boolean tend() {
    if (hidden || socket.canBeFound()) {
      return false;
    }
    LocalSocket old = socket;
    try {
      LocalSocket next = LocalSocket.open(places);
      socket = next;
      later(() -> listenAt(next));
      old.channel().close();
    } catch (CoachException | IOException failed) {
      log.accept("nobody can reach the coach at " + old.path() + ": " + failed.getMessage());
      return false;
    }
    return true;
  }

  private void listenAt(LocalSocket next) {
    try {
      next.channel().register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException ended) {
      log.accept("the new socket came to nothing: " + ended.getMessage());
    }
  }

  /** Serves until {@link #close}. */
  @Override
  public void run() {
    try {
      while (!closing) {
        long patience = peers.stream().allMatch(peer -> peer.greeted) ? 0 : IDLE_MILLIS;
        selector.select(this::ready, patience);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        dropSilent();
      }
    } catch (IOException failed) {
      log.accept("the socket's server ended: " + failed);
    } finally {
      shut();
    }
  }

  /**
   * Takes the socket away, so that nobody new comes in; whoever is connected stays. To be called
   * before the journal's lock is let go: what lies at the path afterwards may be another coach's.
   */
  public void hide() {
    hidden = true;
    try {
      socket.close();
    } catch (IOException failed) {
      log.accept("the socket was not removed: " + failed.getMessage());
    }
    // A closed channel stays open underneath until the selector has looked at it.
    selector.wakeup();
  }

  /** Ends the server after {@link #hide}; what is on its way to peers is still tried once. */
  @Override
  public void close() {
    closing = true;
    selector.wakeup();
  }

  private void shut() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    for (Peer peer : List.copyOf(peers)) {
      peer.flush();
      peer.drop();
    }
    try {
      selector.close();
    } catch (IOException failed) {
      log.accept("the socket's server did not close: " + failed);
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.attachment() instanceof Peer peer) {
        if (key.isReadable()) {
          peer.read();
        }
        if (key.isValid() && key.isWritable()) {
          peer.flush();
        }
      } else {
        accept(socket);
      }
    } catch (CancelledKeyException gone) {
      log.accept("a peer left in between");
    }
  }

  private void accept(LocalSocket socket) {
    try {
      SocketChannel channel = socket.channel().accept();
      if (channel == null) {
        return;
      }
      channel.configureBlocking(false);
      if (!socket.isOwner(channel)) {
        turnAway(channel, "this coach works for another user; ask it as that user");
        return;
      }
      if (!makeRoom()) {
        turnAway(
            channel,
            "the coach talks with "
                + MOST_CONNECTIONS
                + " programs already; end some, such as 'respite status --follow', and try again");
        return;
      }
      Peer peer = new Peer(channel, clock.read().monotonic());
      peer.key = channel.register(selector, SelectionKey.OP_READ, peer);
      peers.add(peer);
    } catch (IOException failed) {
      log.accept("a connection came to nothing: " + failed.getMessage());
    }
  }

  /** Nobody waits for the answer to get through: whoever does not take it at once goes without. */
  private void turnAway(SocketChannel channel, String why) throws IOException {
    try (channel) {
      Map<String, @Nullable Object> hello = Wire.hello(build);
      Wire.putError(hello, new CoachException(Kind.NO, why));
      channel.write(Lines.bytes(Wire.line(hello)));
    }
  }

  /** The longest silent connection gives way to a new one; those that greeted stay. */
  private boolean makeRoom() {
    if (peers.size() < MOST_CONNECTIONS) {
      return true;
    }
    for (Peer peer : peers) {
      if (!peer.greeted) {
        peer.drop();
        return true;
      }
    }
    return false;
  }

  private void dropSilent() {
    Duration now = clock.read().monotonic();
    for (Peer peer : List.copyOf(peers)) {
      if (!peer.greeted && now.minus(peer.since).compareTo(GREETING) > 0) {
        peer.drop();
      }
    }
  }

  private void later(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** One connection; used by the server's thread alone, but for {@link #test}. */
  private final class Peer implements Predicate<Update> {
    private final SocketChannel channel;
    private final Duration since;
    private final Lines lines = new Lines();
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private final ByteBuffer in = ByteBuffer.allocate(8 * 1024);
    private final AtomicInteger pendingUpdates = new AtomicInteger();
    private @Nullable SelectionKey key;
    private int waitingBytes;
    private int openRequests;
    private boolean greeted;
    private boolean stranger;
    private boolean leaving;
    private volatile boolean gone;

    Peer(SocketChannel channel, Duration since) {
      this.channel = channel;
      this.since = since;
    }

    void read() {
      try {
        in.clear();
        int count = channel.read(in);
        if (count < 0) {
          drop();
          return;
        }
        in.flip();
        for (String line : lines.take(in)) {
          if (!gone && !leaving) {
            take(line);
          }
        }
      } catch (IOException bad) {
        refuse(null, new CoachException(Kind.WRONG, String.valueOf(bad.getMessage())));
        leave();
      }
    }

    private void take(String line) {
      Long id = null;
      try {
        Fields message = new Fields(Json.readObject(line));
        id = message.numberOrNull("id");
        if (!greeted) {
          greet(message);
        } else {
          answer(id, message);
        }
      } catch (JsonException bad) {
        refuse(null, new CoachException(Kind.WRONG, String.valueOf(bad.getMessage())));
        leave();
      } catch (CoachException wrong) {
        refuse(id, wrong);
      }
    }

    private void greet(Fields message) {
      if (!message.text("hello").equals("respite")) {
        refuse(null, new CoachException(Kind.WRONG, "the first message should be a hello"));
        leave();
        return;
      }
      greeted = true;
      stranger = message.number("protocol") != Wire.PROTOCOL;
      Map<String, @Nullable Object> hello = Wire.hello(build);
      if (stranger) {
        Wire.putError(hello, strange());
        send(hello);
        return;
      }
      if (message.flag(Wire.BRIEF)) {
        send(hello);
        return;
      }
      sent(
          coach
              .look()
              .whenComplete(
                  (update, failed) -> {
                    if (failed == null) {
                      hello.put("update", Wire.update(update));
                    } else {
                      Wire.putError(hello, failed);
                    }
                    later(() -> send(hello));
                  }));
    }

    private CoachException strange() {
      return new CoachException(
          Kind.WRONG,
          "the coach that runs is another version ("
              + build
              + "); end it with 'respite quit', then start again");
    }

    private void answer(@Nullable Long id, Fields message) {
      if (stranger && !message.text(RequestFields.WORD).equals(QUIT)) {
        throw strange();
      }
      if (message.flag("subscribe")) {
        coach.subscribe(this);
        return;
      }
      if (id == null) {
        throw new CoachException(Kind.WRONG, "a request needs an 'id'");
      }
      if (openRequests >= MOST_OPEN_REQUESTS) {
        throw new CoachException(Kind.NO, "too many requests at once");
      }
      Fields command = message.objectOrNull("do");
      if (command != null) {
        taken(
            coach
                .command(command.values())
                .whenComplete(
                    (reply, failed) ->
                        finish(
                            id,
                            "update",
                            reply == null ? null : Wire.update(reply.update()),
                            failed)));
      } else {
        ask(id, Wire.request(message));
      }
    }

    private <A> void ask(long id, CoachRequest<A> request) {
      taken(
          coach
              .ask(request)
              .whenComplete(
                  (answer, failed) ->
                      finish(
                          id,
                          "answer",
                          failed == null ? RequestFields.of(request, answer) : null,
                          failed)));
    }

    /** Counts what the coach has taken, until {@link #finish} sends the answer. */
    private void taken(CompletableFuture<?> answer) {
      openRequests++;
      sent(answer);
    }

    /** Whoever completes it also sends it on; nobody waits here. */
    private static void sent(CompletableFuture<?> answer) {
      answer.exceptionally(failed -> null);
    }

    /** Called by whoever completed the answer. */
    private void finish(long id, String name, @Nullable Object value, @Nullable Throwable failed) {
      Map<String, @Nullable Object> message = Wire.message("id", id);
      if (failed == null) {
        message.put(name, value);
      } else {
        Wire.putError(message, failed);
      }
      later(
          () -> {
            openRequests--;
            send(message);
          });
    }

    /** An update, on the coach's thread: no waiting, no more room means no more updates. */
    @Override
    public boolean test(Update update) {
      if (gone || pendingUpdates.incrementAndGet() > MOST_OPEN_REQUESTS * 2) {
        later(this::drop);
        return false;
      }
      later(
          () -> {
            pendingUpdates.decrementAndGet();
            send(Wire.message("update", Wire.update(update)));
          });
      return true;
    }

    private void refuse(@Nullable Long id, CoachException why) {
      Map<String, @Nullable Object> message = new LinkedHashMap<>();
      if (id != null) {
        message.put("id", id);
      }
      Wire.putError(message, why);
      send(message);
    }

    private void send(Map<String, @Nullable Object> message) {
      if (gone) {
        return;
      }
      try {
        ByteBuffer bytes = Lines.bytes(Wire.line(message));
        waitingBytes += bytes.remaining();
        waiting.add(bytes);
        if (waitingBytes > MOST_WAITING_BYTES) {
          log.accept("a face does not read, so it was let go");
          drop();
        } else {
          flush();
        }
      } catch (IOException tooLong) {
        log.accept("an answer was too long: " + tooLong.getMessage());
        drop();
      }
    }

    void flush() {
      if (gone) {
        return;
      }
      try {
        for (ByteBuffer bytes = waiting.peek(); bytes != null; bytes = waiting.peek()) {
          waitingBytes -= channel.write(bytes);
          if (bytes.hasRemaining()) {
            break;
          }
          waiting.remove();
        }
        if (waiting.isEmpty() && leaving) {
          drop();
        } else if (key != null) {
          int reading = leaving ? 0 : SelectionKey.OP_READ;
          key.interestOps(waiting.isEmpty() ? reading : reading | SelectionKey.OP_WRITE);
        }
      } catch (IOException | CancelledKeyException lost) {
        drop();
      }
    }

    /** Ends the connection once what was said is out. */
    private void leave() {
      leaving = true;
      flush();
    }

    void drop() {
      if (gone) {
        return;
      }
      gone = true;
      peers.remove(this);
      try {
        channel.close();
      } catch (IOException failed) {
        log.accept("a connection did not close: " + failed.getMessage());
      }
    }
  }
}
