package app.respite.desktop.linux.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message bus of the desktop, shared by all who need it. It is connected to at the first use, and
 * again after it has died, with pauses that grow; subscriptions and served objects live through
 * that. No call waits for the bus, but for {@link #missing} and {@link #ask}. Whatever is told is
 * told on one thread of the bus's own, one at a time; who is told must not wait for anything.
 */
public final class Bus implements AutoCloseable {
  /** Error of a call that was not sent, because there is no bus. */
  public static final String NO_BUS = "app.respite.NoBus";

  /** Error of a call that was not answered in time. */
  public static final String NO_ANSWER = "app.respite.NoAnswer";

  /** Error of a call whose answer cannot be read. */
  public static final String NONSENSE = "app.respite.Nonsense";

  static final String BUS = "org.freedesktop.DBus";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  /** A call under way. */
  private record Pending(Consumer<Reply> to, Future<?> guard) {}

  /** Someone who hears signals. */
  private record Hearing(Match match, Consumer<Incoming> to) {}

  /** Someone who hears whether the bus is there. */
  private static final class State {
    final Consumer<String> to;
    @Nullable String told;

    State(Consumer<String> to) {
      this.to = to;
    }
  }

  /** A name that somebody watches. */
  private static final class Name {
    final List<Consumer<String>> watchers = new ArrayList<>();
    @Nullable String owner;
  }

  private final String title;
  private final Supplier<BusAddress> address;
  private final ScheduledThreadPoolExecutor thread;
  private final BusConnection.Owner owner = new Life();
  private volatile boolean closed;
  private volatile Consumer<String> log = line -> {};

  // All below is touched by the bus's thread alone.
  private final Map<Long, Pending> pending = new HashMap<>();
  private final List<Hearing> hearings = new ArrayList<>();
  private final Map<String, Name> names = new HashMap<>();
  private final Map<String, Served> served = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private @Nullable BusConnection connection;
  private boolean up;
  private String why;
  private Duration pause = SHORTEST_PAUSE;
  private @Nullable Future<?> retry;
  private long serial;

  private Bus(String title, Supplier<BusAddress> address) {
    this.title = title;
    this.address = address;
    this.why = "no " + title;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name(title).factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
  }

  /** The user's bus. Touches nothing yet. */
  public static Bus session(Map<String, String> environment) {
    Map<String, String> known = Map.copyOf(environment);
    return new Bus("session bus", () -> BusAddress.session(known));
  }

  /** The machine's bus. Touches nothing yet. */
  public static Bus system(Map<String, String> environment) {
    Map<String, String> known = Map.copyOf(environment);
    return new Bus("system bus", () -> BusAddress.system(known));
  }

  /** Takes lines for the log. */
  public void log(Consumer<String> to) {
    log = to;
  }

  /**
   * Looks whether the bus is there, and waits for that; empty where it is, else why not in one
   * clause. Not to be called on the bus's own thread.
   */
  public String missing(Duration atMost) {
    CompletableFuture<String> found = new CompletableFuture<>();
    post(
        () -> {
          pauseEnds();
          whenDecided(() -> found.complete(up ? "" : why));
        });
    return within(atMost, found, "the " + title + " does not answer");
  }

  /**
   * Calls, and waits for the answer; for looks at what is there. Not to be called on the bus's own
   * thread.
   */
  public Reply ask(Call call, Duration atMost) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    call(call, atMost, reply::complete);
    return within(
        atMost, reply, new Reply.Failed(NO_ANSWER, call.destination() + " does not answer"));
  }

  private <T> T within(Duration atMost, CompletableFuture<T> wanted, T otherwise) {
    if (closed) {
      return otherwise;
    }
    try {
      return wanted.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException never) {
      return otherwise;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return otherwise;
    }
  }

  /** Calls somebody; whatever comes of it within five seconds is told. */
  public void call(Call call, Consumer<Reply> to) {
    call(call, PATIENCE, to);
  }

  /** Calls somebody; whatever comes of it within a time is told. */
  public void call(Call call, Duration patience, Consumer<Reply> to) {
    post(() -> whenDecided(() -> send(call, patience, to)));
  }

  /**
   * Watches who owns a name: told at once and at each change; empty where nobody does, or there is
   * no bus. A bus that has been away tells empty in between, even where the owner's name is the
   * same afterwards.
   */
  public Subscription onName(String name, Consumer<String> to) {
    post(() -> watch(name, to));
    return () -> post(() -> unwatch(name, to));
  }

  /** Hears signals. */
  public Subscription onSignal(Match match, Consumer<Incoming> to) {
    Hearing hearing = new Hearing(match, to);
    Consumer<String> sender = name -> {};
    post(
        () -> {
          if (isWellKnown(match.sender())) {
            watch(match.sender(), sender);
          }
          hearings.add(hearing);
          if (up) {
            match("AddMatch", match.rule());
          } else {
            connect();
          }
        });
    return () ->
        post(
            () -> {
              if (hearings.remove(hearing)) {
                match("RemoveMatch", match.rule());
                if (isWellKnown(match.sender())) {
                  unwatch(match.sender(), sender);
                }
              }
            });
  }

  /**
   * Hears whether the bus is there, at once and at each change: empty, or why not in one clause.
   */
  public Subscription onState(Consumer<String> to) {
    State state = new State(to);
    post(
        () -> {
          states.add(state);
          whenDecided(() -> tell(state));
        });
    return () -> post(() -> states.remove(state));
  }

  /** Lets others call an object of ours at a path. */
  public Subscription serve(String path, Served object) {
    post(
        () -> {
          served.put(path, object);
          connect();
        });
    return () -> post(() -> served.remove(path, object));
  }

  /** Sends a signal from an object of ours; nothing where there is no bus. */
  public void emit(String path, String interfaceName, String member, Body body) {
    post(() -> send(Message.signal(next(), path, interfaceName, member, body)));
  }

  /** Runs something on the bus's own thread, in the order in which it was asked. */
  public void run(Runnable task) {
    post(task);
  }

  /** Runs something on the bus's own thread after a while, unless that is closed before. */
  public Subscription later(Duration delay, Runnable task) {
    Future<?> run = schedule(delay, task);
    return () -> run.cancel(false);
  }

  /** Ends the connection and all subscriptions; nothing is told any more. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    thread.execute(
        () -> {
          BusConnection last = connection;
          connection = null;
          if (last != null) {
            last.close("closed");
          }
          thread.shutdownNow();
        });
    closed = true;
  }

  private void post(Runnable task) {
    if (!closed) {
      thread.execute(() -> guarded(task));
    }
  }

  /** What is told must not end the bus, whatever it throws. */
  private void guarded(Runnable task) {
    try {
      if (!closed) {
        task.run();
      }
    } catch (RuntimeException failed) {
      log.accept(title + ": " + failed);
    }
  }

  private <T> void tell(Consumer<T> to, T news) {
    guarded(() -> to.accept(news));
  }

  // Connecting and losing.

  /**
   * Runs a task when the bus is known to be there or not. Where it is not, that is looked at anew,
   * unless it was a moment ago.
   */
  private void whenDecided(Runnable task) {
    if (up || retry != null) {
      task.run();
    } else {
      waiting.add(task);
      connect();
    }
  }

  /** Begins to connect, unless that is under way or was tried a moment ago. */
  private void connect() {
    if (connection == null && retry == null) {
      open();
    }
  }

  private void pauseEnds() {
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
  }

  private void open() {
    switch (address.get()) {
      case BusAddress.Nowhere(String reason) -> down(reason, false);
      case BusAddress.At(var socket) -> {
        BusConnection opening = BusConnection.open(socket, title + " reader", owner);
        connection = opening;
        var _ =
            schedule(
                PATIENCE,
                () -> {
                  if (connection == opening && !up) {
                    opening.close("it does not answer");
                  }
                });
      }
    }
  }

  private Future<?> schedule(Duration delay, Runnable task) {
    return thread.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void hello() {
    send(
        Call.toBus("Hello", Body.NONE),
        PATIENCE,
        reply -> {
          if (reply instanceof Reply.Failed(var error, var reason) && connection != null) {
            connection.close(reason);
          } else if (reply instanceof Reply.Answer) {
            rise();
          }
        });
  }

  private void rise() {
    up = true;
    why = "";
    pause = SHORTEST_PAUSE;
    names.keySet().forEach(this::askForOwner);
    hearings.forEach(hearing -> match("AddMatch", hearing.match().rule()));
    decided();
  }

  private void down(String reason, boolean again) {
    connection = null;
    up = false;
    why = reason;
    List<Pending> lost = List.copyOf(pending.values());
    pending.clear();
    for (Pending call : lost) {
      call.guard().cancel(false);
      tell(call.to(), new Reply.Failed(NO_BUS, reason));
    }
    List.copyOf(names.values()).forEach(name -> owned(name, ""));
    decided();
    boolean wanted =
        !names.isEmpty() || !hearings.isEmpty() || !served.isEmpty() || !states.isEmpty();
    if (again && wanted && connection == null && retry == null) {
      retry =
          schedule(
              pause,
              () -> {
                retry = null;
                connect();
              });
      pause = pause.multipliedBy(2);
      if (pause.compareTo(LONGEST_PAUSE) > 0) {
        pause = LONGEST_PAUSE;
      }
    }
  }

  private void decided() {
    List<Runnable> tasks = List.copyOf(waiting);
    waiting.clear();
    tasks.forEach(this::guarded);
    List.copyOf(states).forEach(this::tell);
  }

  private void tell(State state) {
    String now = up ? "" : why;
    if (!now.equals(state.told) && states.contains(state)) {
      state.told = now;
      tell(state.to, now);
    }
  }

  /** The connection's news, brought to the bus's thread. */
  private final class Life implements BusConnection.Owner {
    @Override
    public void opened(BusConnection of) {
      post(
          () -> {
            if (of == connection) {
              hello();
            }
          });
    }

    @Override
    public void received(BusConnection of, Message message, Runnable done) {
      post(
          () -> {
            try {
              if (of == connection) {
                Bus.this.received(message);
              }
            } finally {
              done.run();
            }
          });
    }

    @Override
    public void ended(BusConnection of, String reason) {
      post(
          () -> {
            if (of == connection) {
              down("no " + title + ", " + reason, true);
            }
          });
    }
  }

  // Sending and receiving.

  private long next() {
    serial = serial % 0x7fff_ffffL + 1;
    return serial;
  }

  private boolean send(Message message) {
    BusConnection to = connection;
    return to != null && to.send(message);
  }

  private void send(Call call, Duration patience, Consumer<Reply> to) {
    long number = next();
    if (!send(Message.call(number, call))) {
      tell(to, new Reply.Failed(NO_BUS, why.isEmpty() ? "no " + title : why));
      return;
    }
    Future<?> guard =
        schedule(
            patience,
            () -> {
              if (pending.remove(number) != null) {
                tell(to, new Reply.Failed(NO_ANSWER, call.destination() + " does not answer"));
              }
            });
    pending.put(number, new Pending(to, guard));
  }

  private void received(Message message) {
    switch (message.type()) {
      case Message.CALL -> called(message);
      case Message.SIGNAL -> signalled(message.incoming());
      case Message.RETURN -> replied(message, new Reply.Answer(message.body()));
      case Message.ERROR ->
          replied(message, new Reply.Failed(message.error(), message.body().text(0, "")));
      default -> {} // the protocol asks to pass over types to come
    }
  }

  private void replied(Message message, Reply reply) {
    Pending call = pending.remove(message.reply());
    if (call != null) {
      call.guard().cancel(false);
      call.to().accept(reply);
    }
  }

  private void called(Message call) {
    Message answer;
    try {
      Body body = answer(call);
      answer =
          body != null
              ? call.answer(next(), body)
              : call.refusal(
                  next(),
                  "org.freedesktop.DBus.Error.UnknownMethod",
                  "no " + call.member() + " at " + call.path());
      if ((call.flags() & Message.NO_REPLY) == 0) {
        send(answer);
      }
    } catch (RuntimeException failed) {
      log.accept(title + ": " + call.member() + " at " + call.path() + ": " + failed);
      send(
          call.refusal(
              next(), "org.freedesktop.DBus.Error.InvalidArgs", "cannot answer " + call.member()));
    }
  }

  private @Nullable Body answer(Message call) {
    if (call.interfaceName().equals("org.freedesktop.DBus.Peer")) {
      return call.member().equals("Ping") ? Body.NONE : null;
    }
    Served object = served.get(call.path());
    if (object == null) {
      return null;
    }
    if (call.interfaceName().equals("org.freedesktop.DBus.Introspectable")) {
      return Body.of("s", "<node>" + object.introspection() + "</node>");
    }
    return object.answer(call.incoming());
  }

  private void signalled(Incoming signal) {
    if (signal.sender().equals(BUS) && signal.member().equals("NameOwnerChanged")) {
      Name name = names.get(signal.body().text(0, ""));
      if (name != null) {
        owned(name, signal.body().text(2, ""));
      }
    }
    for (Hearing hearing : List.copyOf(hearings)) {
      if (hearing.match().fits(signal) && isFrom(hearing.match().sender(), signal.sender())) {
        tell(hearing.to(), signal);
      }
    }
  }

  // Names.

  private static boolean isWellKnown(String name) {
    return !name.isEmpty() && !name.startsWith(":") && !name.equals(BUS);
  }

  private boolean isFrom(String wanted, String sender) {
    Name name = names.get(wanted);
    return wanted.isEmpty() || wanted.equals(sender) || (name != null && sender.equals(name.owner));
  }

  private void watch(String name, Consumer<String> to) {
    Name known = names.get(name);
    if (known != null) {
      known.watchers.add(to);
      if (known.owner != null) {
        tell(to, known.owner);
      }
      return;
    }
    Name watched = new Name();
    watched.watchers.add(to);
    names.put(name, watched);
    if (up) {
      askForOwner(name);
    } else if (connection == null && retry != null) {
      owned(watched, "");
    } else {
      connect();
    }
  }

  private void unwatch(String name, Consumer<String> to) {
    Name known = names.get(name);
    if (known != null && known.watchers.remove(to) && known.watchers.isEmpty()) {
      names.remove(name);
      match("RemoveMatch", ownerRule(name));
    }
  }

  private void askForOwner(String name) {
    match("AddMatch", ownerRule(name));
    send(
        Call.toBus("GetNameOwner", Body.of("s", name)),
        PATIENCE,
        reply -> {
          Name known = names.get(name);
          if (known != null) {
            owned(known, reply.body().text(0, ""));
          }
        });
  }

  private static String ownerRule(String name) {
    return "type='signal',sender='%s',interface='%s',member='NameOwnerChanged',arg0='%s'"
        .formatted(BUS, BUS, name);
  }

  private void owned(Name name, String newOwner) {
    if (!newOwner.equals(name.owner)) {
      name.owner = newOwner;
      List.copyOf(name.watchers).forEach(watcher -> tell(watcher, newOwner));
    }
  }

  private void match(String member, String rule) {
    if (up) {
      send(
          Call.toBus(member, Body.of("s", rule)),
          PATIENCE,
          reply -> {
            if (reply instanceof Reply.Failed(var error, var reason)) {
              log.accept(title + ": " + rule + ": " + reason);
            }
          });
    }
  }
}
