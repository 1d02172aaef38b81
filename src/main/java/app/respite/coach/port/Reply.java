package app.respite.coach.port;

import app.respite.domain.day.Event;
import java.util.List;

/**
 * The coach's answer to a command.
 *
 * @param update the state after it, with what the command led to
 */
public record Reply(Update update) {
  /** Whether the coach did it. */
  public boolean accepted() {
    return refusal().isEmpty();
  }

  /** Why it did not, in one plain clause; empty where it did. */
  public String refusal() {
    for (Event event : events()) {
      if (event instanceof Event.Refused refused) {
        return refused.reason();
      }
    }
    return "";
  }

  /** What the command led to. */
  public List<Event> events() {
    return update.events();
  }
}
