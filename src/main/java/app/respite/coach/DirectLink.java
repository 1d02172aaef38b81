package app.respite.coach;

import app.respite.coach.port.Ask;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.Fields;
import app.respite.coach.port.Reply;
import app.respite.coach.port.Update;
import app.respite.domain.day.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coach for a face that lives in the same process. */
public final class DirectLink implements CoachLink {
  private static final int MOST_WAITING = 64;

  private final Engine engine;
  private final CoachService service;
  private final SettingsDesk settings;
  private final Executor voice;
  private final Runnable quit;
  private final Runnable close;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> viewShown = form -> {};

  /**
   * A link to an engine.
   *
   * @param voice calls listeners, one after another, off the engine's thread
   * @param quit hears that the coach shall end; what it throws becomes the answer to whoever asked
   * @param close ends the coach and waits for it
   */
  public DirectLink(
      Engine engine,
      CoachService service,
      SettingsDesk settings,
      Executor voice,
      Runnable quit,
      Runnable close) {
    this.engine = engine;
    this.service = service;
    this.settings = settings;
    this.voice = voice;
    this.quit = quit;
    this.close = close;
  }

  /** Who hears that a face has a prompt or break view on show; called on any thread. */
  public void onViewShown(Consumer<String> listener) {
    viewShown = listener;
  }

  @Override
  public Update latest() {
    return engine.latest();
  }

  @Override
  public CompletableFuture<Reply> send(Input.Command command) {
    // As over the socket: tasks go by name, and the coach looks them up.
    return send(new LinkedHashMap<>(InputCodec.encode(command)));
  }

  @Override
  public CompletableFuture<Reply> send(Map<String, @Nullable Object> command) {
    return engine.send(() -> service.command(command));
  }

  @Override
  public CompletableFuture<Map<String, @Nullable Object>> ask(
      String what, Map<String, @Nullable Object> fields) {
    if (what.equals(Ask.QUIT)) {
      return engine
          .send(new Input.Stop())
          .handle(
              (reply, failed) -> {
                quit.run();
                return new LinkedHashMap<>();
              });
    }
    if (what.equals(Ask.SHOW)) {
      return engine.announce(Ask.SHOW, fields).thenApply(update -> new LinkedHashMap<>());
    }
    if (what.equals(Ask.SETTINGS) || what.equals(Ask.SAVE_SETTINGS)) {
      return settings.ask(what, fields);
    }
    if (what.equals(Ask.VIEW_SHOWN)) {
      viewShown.accept(new Fields(fields).text("form"));
      return CompletableFuture.completedFuture(new LinkedHashMap<>());
    }
    if (what.equals(Ask.TELL)) {
      return send(new Fields(fields).object("command").values())
          .thenCompose(reply -> engine.call(() -> service.told(reply, fields)));
    }
    if (what.equals(Ask.STATUS)) {
      return engine.look().thenCompose(update -> engine.call(() -> service.status(update, fields)));
    }
    return engine.call(() -> service.ask(what, fields));
  }

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
    AtomicInteger waiting = new AtomicInteger();
    engine.subscribe(
        update -> {
          if (waiting.incrementAndGet() > MOST_WAITING) {
            voice.execute(() -> listener.lost("this face was too slow"));
            return false;
          }
          voice.execute(
              () -> {
                waiting.decrementAndGet();
                listener.updated(update);
              });
          return true;
        });
  }

  @Override
  public void close() {
    close.run();
  }

  /** Tells every listener that nothing comes any more. */
  public void lose(String why) {
    listeners.forEach(listener -> voice.execute(() -> listener.lost(why)));
  }
}
