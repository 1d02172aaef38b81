package app.respite.coach.port;

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
    return events().stream()
        .filter(told -> told.event().equals("refused"))
        .map(told -> told.text("reason"))
        .findFirst()
        .orElse("");
  }

  /** What the command led to. */
  public List<Told> events() {
    return update.happened();
  }
}
