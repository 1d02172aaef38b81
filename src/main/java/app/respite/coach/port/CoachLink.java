package app.respite.coach.port;

import app.respite.domain.day.Input;
import java.util.concurrent.CompletableFuture;

/**
 * A face's way to the coach, over the socket or inside one process. Nothing here blocks: answers
 * are futures, completed on a thread of the link's own, which must not be kept waiting.
 *
 * <p>A future fails with a {@link CoachException}, whose message is one line for the user.
 */
public interface CoachLink extends AutoCloseable {
  /** The newest state of the coach that this side knows of; there from the beginning. */
  Update latest();

  /** Asks the coach to do something; tasks go by name. A refusal is an answer, not a failure. */
  CompletableFuture<Reply> send(Input.Command command);

  /** Asks for something that is no command of a day: tasks, the log, an import. */
  <A> CompletableFuture<A> ask(CoachRequest<A> request);

  /**
   * Tells of every update from now on, in order. One listener is enough for a face; more are kept
   * apart.
   */
  void subscribe(Listener listener);

  /** Lets the coach go. Never ends the coach, unless it lives in this process. */
  @Override
  void close();

  /** What a face hears; called on a thread of the link's own. */
  interface Listener {
    /** The coach has moved on. */
    void updated(Update update);

    /** The coach is gone, or this face was too slow for it; nothing comes any more. */
    void lost(String why);
  }
}
