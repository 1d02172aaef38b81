package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Hands the settings to faces and saves what they change, so that the coach alone has the file. */
public final class SettingsService {
  private final SettingsStore store;
  private final Executor apart;
  private final Runnable saved;

  /**
   * For the file of a store.
   *
   * @param apart reads and writes, which may take a while
   * @param saved hears of every save
   */
  public SettingsService(SettingsStore store, Executor apart, Runnable saved) {
    this.store = store;
    this.apart = apart;
    this.saved = saved;
  }

  /** The settings in force. */
  CompletableFuture<Loaded> load() {
    return apart(store::load);
  }

  /** Saves some; gives those that are in force then. */
  CompletableFuture<Loaded> save(List<Edit> edits) {
    return apart(() -> saved(edits));
  }

  private CompletableFuture<Loaded> apart(Supplier<Loaded> work) {
    CompletableFuture<Loaded> answer = new CompletableFuture<>();
    apart.execute(
        () -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer;
  }

  private Loaded saved(List<Edit> edits) {
    try {
      Loaded now = store.save(edits);
      saved.run();
      return now;
    } catch (SettingsException failed) {
      throw new CoachException(Kind.WRONG, String.valueOf(failed.getMessage()), failed);
    }
  }
}
