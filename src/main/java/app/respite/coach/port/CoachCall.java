package app.respite.coach.port;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to the coach for one request, by whoever has nothing to do but wait for the answer. */
public interface CoachCall extends AutoCloseable {
  /**
   * Asks, once, and waits for the answer.
   *
   * @param what one of {@link Ask}
   * @throws CoachException where it comes to nothing
   */
  Map<String, @Nullable Object> ask(String what, Map<String, @Nullable Object> with);

  /** Waits until the coach lets this connection go; false where it does not in time. */
  boolean isLetGoWithin(Duration most);

  @Override
  void close();
}
