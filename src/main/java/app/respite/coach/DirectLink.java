package app.respite.coach;

import app.respite.coach.port.Announcement;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CoachRequest.Done;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Reply;
import app.respite.coach.port.Update;
import app.respite.domain.day.Input;
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
  private final SettingsService settings;
  private final Executor voice;
  private final Runnable quit;
  private final Runnable close;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Consumer<Prompting.Form> viewShown = form -> {};

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
      SettingsService settings,
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
  public void onViewShown(Consumer<Prompting.Form> listener) {
    viewShown = listener;
  }

  @Override
  public Update latest() {
    return engine.latest();
  }

  @Override
  public CompletableFuture<Reply> send(Input.Command command) {
    return engine.send(() -> service.command(command));
  }

  /** Asks the coach to do something, in the fields of a script's line. */
  public CompletableFuture<Reply> send(Map<String, @Nullable Object> command) {
    return engine.send(() -> service.command(command));
  }

  @Override
  @SuppressWarnings("unchecked") // each request is answered with what it says
  public <A> CompletableFuture<A> ask(CoachRequest<A> request) {
    return (CompletableFuture<A>) answer(request);
  }

  private CompletableFuture<?> answer(CoachRequest<?> request) {
    return switch (request) {
      case CoachRequest.OfJournal<?> ofJournal -> engine.call(() -> service.ask(ofJournal));
      case CoachRequest.Tell tell -> tell(tell);
      case CoachRequest.Status status ->
          engine.look().thenCompose(now -> engine.call(() -> service.status(now, status)));
      case CoachRequest.Settings now -> settings.load();
      case CoachRequest.SaveSettings save -> settings.save(save.edits());
      case CoachRequest.ShowWindow show ->
          engine
              .announce(at -> new Announcement.ShowWindow(at, show.page()))
              .thenApply(told -> new Done());
      case CoachRequest.ViewShown shown -> {
        viewShown.accept(shown.form());
        yield CompletableFuture.completedFuture(new Done());
      }
      case CoachRequest.Quit asked ->
          engine
              .send(new Input.Stop())
              .handle(
                  (reply, failed) -> {
                    quit.run();
                    return new Done();
                  });
    };
  }

  private CompletableFuture<CoachRequest.Lines> tell(CoachRequest.Tell tell) {
    return engine
        .call(() -> service.command(tell.command()))
        .thenCompose(
            command ->
                engine
                    .send(command)
                    .thenCompose(
                        reply -> engine.call(() -> service.told(command, reply, tell.zone()))));
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
