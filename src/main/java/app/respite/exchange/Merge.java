package app.respite.exchange;

import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what a file says takes the place of what the journal already has. */
final class Merge {
  private Merge() {}

  /** Whether {@code incoming} is to be put in place of {@code existing}, which has the same id. */
  static boolean replaces(JournalRecord existing, JournalRecord incoming) {
    if (existing instanceof WorkItem before && incoming instanceof WorkItem now) {
      return replaces(before, now);
    }
    if (existing instanceof Edit before && incoming instanceof Edit now) {
      return now.at().isAfter(before.at());
    }
    return !content(existing).equals(content(incoming));
  }

  private static boolean replaces(WorkItem before, WorkItem now) {
    Map<String, @Nullable Object> old = content(before);
    Map<String, @Nullable Object> fresh = content(now);
    if (old.equals(fresh)) {
      return false;
    }
    Instant was = millis(before.updated());
    Instant is = millis(now.updated());
    if (was == null || is == null || is.isAfter(was)) {
      return true;
    }
    if (is.isBefore(was)) {
      return false;
    }
    if (isDecided(before) != isDecided(now)) {
      // A decision without a time of its own: it never goes back to undecided.
      return isDecided(now);
    }
    if (!before.source().equals(now.source()) && before.task().equals(now.task())) {
      // Another form of the same export knows the same or less.
      return false;
    }
    if (withoutRules(old).equals(withoutRules(fresh))) {
      // A file with more items around this one finds a shorter time; one with fewer knows less.
      Long active = now.activeMillis();
      Long known = before.activeMillis();
      return active != null && (known == null || active < known);
    }
    return true;
  }

  private static boolean isDecided(WorkItem item) {
    return item.outcome() == ItemOutcome.ACCEPTED || item.outcome() == ItemOutcome.REJECTED;
  }

  /** What a record says, with moments as fine as any store keeps them, whichever import told it. */
  private static Map<String, @Nullable Object> content(JournalRecord record) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>(RecordJson.write(record));
    content.remove("import");
    content.replaceAll((field, value) -> value instanceof Instant moment ? millis(moment) : value);
    return content;
  }

  private static Map<String, @Nullable Object> withoutRules(Map<String, @Nullable Object> content) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(content);
    told.keySet().removeAll(Set.of("seconds", "activeMillis", "capped", "revisited", "quality"));
    return told;
  }

  private static @Nullable Instant millis(@Nullable Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
  }
}
