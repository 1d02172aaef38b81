package app.respite.link;

import app.respite.coach.port.Reply;
import app.respite.coach.port.Update;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The coach as the socket's server sees it. Nothing here blocks. */
public interface CoachDoor {
  /** The state now. */
  CompletableFuture<Update> look();

  /** A command in its fields. */
  CompletableFuture<Reply> command(Map<String, @Nullable Object> fields);

  /** A request that is no command. */
  CompletableFuture<Map<String, @Nullable Object>> ask(
      String what, Map<String, @Nullable Object> with);

  /** Sends every update to a subscriber until it says no. */
  void subscribe(Predicate<Update> subscriber);
}
