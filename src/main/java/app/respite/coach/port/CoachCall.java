package app.respite.coach.port;

import java.time.Duration;
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

  /** Asks the coach to end. */
  void quit();

  /** Waits until the coach lets this connection go; false where it does not in time. */
  boolean isLetGoWithin(Duration most);

  @Override
  void close();
}
