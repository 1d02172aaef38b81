package app.respite.coach;

import app.respite.coach.port.Ask;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsFields;
import app.respite.coach.port.SettingsStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Hands the settings to faces and saves what they change, so that the coach alone has the file. */
public final class SettingsDesk {
  private final SettingsStore store;
  private final Executor apart;
  private final Runnable saved;

  /**
   * The desk of a file.
   *
   * @param apart reads and writes, which may take a while
   * @param saved hears of every save
   */
  public SettingsDesk(SettingsStore store, Executor apart, Runnable saved) {
    this.store = store;
    this.apart = apart;
    this.saved = saved;
  }

  /** Answers {@link Ask#SETTINGS} and {@link Ask#SAVE_SETTINGS}. */
  CompletableFuture<Map<String, @Nullable Object>> ask(
      String what, Map<String, @Nullable Object> with) {
    CompletableFuture<Map<String, @Nullable Object>> answer = new CompletableFuture<>();
    apart.execute(
        () -> {
          try {
            answer.complete(
                SettingsFields.of(what.equals(Ask.SAVE_SETTINGS) ? save(with) : store.load()));
          } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer;
  }

  private SettingsStore.Loaded save(Map<String, @Nullable Object> with) {
    try {
      SettingsStore.Loaded now = store.save(SettingsFields.readEdits(with));
      saved.run();
      return now;
    } catch (SettingsException failed) {
      throw new CoachException(Kind.WRONG, String.valueOf(failed.getMessage()), failed);
    }
  }
}
