package app.respite.exchange;

import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item as a tool tells it, before any rule was applied.
 *
 * @param id the same whenever this item is read
 * @param key for people who look an item up; made of the tool's ids only
 * @param worker the tool's own id of the worker, never stored; empty where it tells none
 * @param workerAlias another name a user may know that worker by, never stored; or empty
 * @param start as the tool says; null where the tool does not say, or it cannot be believed
 * @param end as the tool says; null as above
 * @param toolMillis as the tool says, or from start to end where that is what it measures; null
 *     where unknown, and the gap since the item before is taken
 * @param units at least 1
 * @param reward what it earned, null unless it is decided that it earned something
 * @param updated the tool's last change, null where not told
 * @param resaved saved again more than a second after it was made
 * @param timeUnusable a time was there but could not be believed
 */
public record ToolItem(
    UUID id,
    String key,
    String worker,
    String workerAlias,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Long toolMillis,
    ItemOutcome outcome,
    int units,
    @Nullable Money reward,
    @Nullable Instant updated,
    boolean resaved,
    boolean timeUnusable) {
  /**
   * Whether this may be the work of the worker a user named; what names nobody belongs to the only
   * one named in the file.
   */
  boolean mayBeBy(@Nullable String wanted) {
    return wanted == null || worker.isEmpty() || isSame(wanted, worker, workerAlias);
  }

  /** Whether a worker is the one that is wanted; an address is written in capitals or not. */
  static boolean isSame(String wanted, String worker, String alias) {
    return wanted.equals(worker)
        || (worker.indexOf('@') > 0 && wanted.equalsIgnoreCase(worker))
        || (!alias.isEmpty() && wanted.equalsIgnoreCase(alias));
  }
}
