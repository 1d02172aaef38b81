package app.respite.coach.port;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to the coach for one request, by whoever has nothing to do but wait for the answer. */
public interface CoachCall extends AutoCloseable {
  /**
   * Asks as {@link CoachRequest.Tell} says, once, and waits for the answer.
   *
   * @throws CoachException where it comes to nothing
   */
  CoachRequest.Lines tell(Map<String, @Nullable Object> command, @Nullable String zone);

  /** Asks as {@link CoachRequest.Status} says. */
  CoachRequest.Lines status(boolean json, @Nullable String zone);

  /**
   * The settings in force.
   *
   * @throws CoachException where it comes to nothing; a coach of another build may not know how
   */
  Loaded settings();

  /** Saves settings; gives those that are in force then. */
  Loaded save(List<Edit> edits);

  /** Asks the coach to end. */
  void quit();

  /** Waits until the coach lets this connection go; false where it does not in time. */
  boolean isLetGoWithin(Duration most);

  @Override
  void close();
}
