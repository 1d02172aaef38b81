package app.respite.ui.rules;

import app.respite.coach.preview.RulesPreview;
import app.respite.coach.preview.RulesPreview.Progress;
import app.respite.domain.setting.Preferences;
import app.respite.ui.kit.FxThread;
import app.respite.ui.kit.Later;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One's own days under rules that are tried. One replay runs at a time: what is tried meanwhile
 * ends it, and of all that was tried only the newest is replayed next. Lives on the screen's
 * thread.
 */
public final class PreviewViewModel {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** What the pane shows. */
  public sealed interface State {
    /** Nothing is tried. */
    record Nothing() implements State {}

    /**
     * A replay runs.
     *
     * @param before what is shown meanwhile; null where there is nothing yet
     * @param done of {@code all} days; told only once it has taken a second
     * @param all 0 before that
     */
    record Working(@Nullable RulesPreview before, int done, int all) implements State {}

    /** The newest answer. */
    record Shown(RulesPreview preview) implements State {}

    /** The user has ended the replay. */
    record Stopped() implements State {}

    /** The journal could not be read; why stands in the window's message. */
    record Failed() implements State {}
  }

  /** Replays days. */
  @FunctionalInterface
  public interface Source {
    /**
     * Replays the last days; one of the two is told, on the screen's thread.
     *
     * @param progress asked off the screen's thread
     * @param answer empty where the replay was not wanted any more
     */
    void replay(
        Preferences tried,
        int days,
        Progress progress,
        Consumer<Optional<RulesPreview>> answer,
        Runnable failed);
  }

  private record Wish(Preferences tried, int days) {}

  private final Source source;
  private final Later later;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private @Nullable Wish wanted;
  private @Nullable Wish newest;
  private @Nullable AtomicBoolean running;
  private @Nullable RulesPreview shown;
  private int days = 1;

  /** With nothing tried yet. */
  public PreviewViewModel(Source source, Later later) {
    this.source = source;
    this.later = later;
  }

  /** What is to be shown. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How many days are replayed. */
  public int days() {
    return days;
  }

  /** Replays the last so many days from now on. */
  public void days(int count) {
    days = count;
    if (newest != null) {
      want(newest.tried());
    }
  }

  /** Rules are tried; null where none are any more. */
  public void tryOut(@Nullable Preferences tried) {
    if (tried == null) {
      wanted = null;
      newest = null;
      shown = null;
      stopRunning();
      state.set(new State.Nothing());
    } else {
      want(tried);
    }
  }

  /** Ends the replay that runs; the rules stay tried. */
  public void cancel() {
    wanted = null;
    stopRunning();
    state.set(new State.Stopped());
  }

  /** Replays what is tried once more. */
  public void again() {
    if (newest != null) {
      want(newest.tried());
    }
  }

  private void want(Preferences tried) {
    newest = new Wish(tried, days);
    wanted = newest;
    if (running == null) {
      next();
    } else {
      stopRunning();
    }
  }

  private void stopRunning() {
    if (running != null) {
      running.set(true);
    }
  }

  private void next() {
    Wish wish = wanted;
    wanted = null;
    if (wish == null) {
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    running = stop;
    state.set(new State.Working(shown, 0, 0));
    AtomicBoolean slow = new AtomicBoolean();
    later.run(PATIENCE, () -> slow(stop, slow));
    source.replay(
        wish.tried(),
        wish.days(),
        (done, all) -> {
          if (slow.get()) {
            FxThread.run(() -> tell(stop, done, all));
          }
          return !stop.get();
        },
        answer -> answered(stop, answer.orElse(null)),
        () -> failed(stop));
  }

  private void slow(AtomicBoolean stop, AtomicBoolean slow) {
    slow.set(true);
    tell(stop, 0, days);
  }

  private void tell(AtomicBoolean stop, int done, int all) {
    if (stop.equals(running) && !stop.get()) {
      state.set(new State.Working(shown, done, all));
    }
  }

  private void answered(AtomicBoolean stop, @Nullable RulesPreview preview) {
    running = null;
    if (!stop.get() && preview != null) {
      shown = preview;
      state.set(new State.Shown(preview));
    }
    next();
  }

  private void failed(AtomicBoolean stop) {
    running = null;
    if (!stop.get()) {
      state.set(new State.Failed());
    }
    next();
  }
}
