package app.respite.domain.money;

import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Task;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A report on money with all that it is made of, for whoever wants to add it up alone.
 *
 * @param lines of the range, which add up to what the report says was earned and is pending
 * @param payouts that landed in the range, in order of their days
 * @param tasks that the lines are of, as far as they are known
 * @param sprints that the lines are of, as the clock of their place showed
 */
public record MoneyBook(
    MoneyReport report,
    List<PayLine> lines,
    List<Payout> payouts,
    Map<UUID, Task> tasks,
    Map<UUID, SprintTimes> sprints) {
  public MoneyBook {
    lines = List.copyOf(lines);
    payouts = List.copyOf(payouts);
    tasks = Map.copyOf(tasks);
    sprints = Map.copyOf(sprints);
  }

  /** From when to when a sprint was. */
  public record SprintTimes(ZonedDateTime start, ZonedDateTime end) {}
}
