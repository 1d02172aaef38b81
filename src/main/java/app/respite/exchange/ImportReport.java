package app.respite.exchange;

import app.respite.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import found and did.
 *
 * @param rows rows of the file, taken or not; an annotation is a row
 * @param items distinct items taken, skipped ones not counted
 * @param added records that were not in the journal before ({@code new} in JSON)
 * @param changed records that were there and are different now
 * @param unchanged records that were there and stay as they are
 * @param kept records that stay because they were changed or deleted here since
 * @param refused rows that could not be taken, at most the first thousand, then how many more
 * @param workers distinct workers in the file, before any choice of one
 * @param first the earliest moment the file tells of the rows taken; null where it tells none
 * @param last the latest
 * @param toolSeconds sum of the tool's own seconds, skipped items included; null where none is
 *     known
 * @param activeSeconds sum after the minimum rule and the cap, skipped items included; null
 *     likewise
 * @param medianSeconds median of the tool's own seconds of items not skipped; null likewise
 * @param pending handed in and undecided
 * @param uncappedSeconds as {@code activeSeconds} without the cap: the time that one worker's items
 *     cover, idle time included; null for records of Respite's own
 * @param capped items whose time was cut to the cap
 * @param timesUnusable items whose times could not be believed and were dropped
 * @param byWorker rows of each worker under the tool's own id, most first, at most a thousand; for
 *     asking the user which one is him, not for keeping
 * @param notes what else the user should know, a sentence each
 */
public record ImportReport(
    String format,
    long rows,
    long items,
    long added,
    long changed,
    long unchanged,
    long kept,
    List<Refusal> refused,
    int workers,
    @Nullable Instant first,
    @Nullable Instant last,
    @Nullable BigDecimal toolSeconds,
    @Nullable BigDecimal activeSeconds,
    @Nullable BigDecimal medianSeconds,
    long accepted,
    long rejected,
    long pending,
    long skipped,
    @Nullable BigDecimal uncappedSeconds,
    long capped,
    long timesUnusable,
    List<WorkerRows> byWorker,
    List<String> notes) {
  /** A row that could not be taken, and why. */
  public record Refusal(long line, String why) {}

  /**
   * How many rows a worker has.
   *
   * @param worker the tool's own id, or empty
   * @param alias the address or name the tool tells beside it, or empty
   */
  public record WorkerRows(String worker, String alias, long rows) {
    /** What a user knows the worker by. */
    public String name() {
      return alias.isEmpty() ? worker : alias;
    }
  }

  /** As {@code import --json} prints it, for {@link Json#write}. */
  public Map<String, @Nullable Object> toJson(ZoneId zone) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("format", format);
    json.put("rows", rows);
    json.put("items", items);
    json.put("new", added);
    json.put("changed", changed);
    json.put("unchanged", unchanged);
    json.put("kept", kept);
    json.put("refused", refused.stream().map(ImportReport::toJson).toList());
    json.put("workers", workers);
    json.put("first", first == null ? null : Json.format(first, zone));
    json.put("last", last == null ? null : Json.format(last, zone));
    json.put("toolSeconds", toolSeconds);
    json.put("activeSeconds", activeSeconds);
    json.put("medianSeconds", medianSeconds);
    json.put("accepted", accepted);
    json.put("rejected", rejected);
    json.put("pending", pending);
    json.put("skipped", skipped);
    return json;
  }

  private static Map<String, Object> toJson(Refusal refusal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", refusal.line());
    json.put("why", refusal.why());
    return json;
  }
}
