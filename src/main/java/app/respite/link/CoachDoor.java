package app.respite.link;

import app.respite.coach.port.CoachRequest;
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

  /** A command in its fields, which the coach reads, for it knows the tasks. */
  CompletableFuture<Reply> command(Map<String, @Nullable Object> fields);

  /** A request that is no command. */
  <A> CompletableFuture<A> ask(CoachRequest<A> request);

  /** Sends every update to a subscriber until it says no. */
  void subscribe(Predicate<Update> subscriber);
}
