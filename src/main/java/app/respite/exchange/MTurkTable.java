package app.respite.exchange;

import app.respite.domain.text.PlainText;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.exchange.CsvTable.Column;
import app.respite.exchange.CsvTable.Row;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The results of an MTurk batch as the requester's pages save them, the like of Turkle, and the
 * results of the Command Line Tools, which have other column names and tabs. An item is an
 * assignment; its last change is its decision, so that an older file never takes a decision back.
 */
final class MTurkTable implements ImportFormat {
  private static final Set<String> NAMES =
      Set.of(
          "hitid",
          "assignmentid",
          "workerid",
          "assignmentstatus",
          "accepttime",
          "submittime",
          "worktimeinseconds",
          "assignmentaccepttime",
          "assignmentsubmittime",
          "reward");

  private static final Pattern DOLLARS = Pattern.compile("\\$? *([0-9]{1,9}(?:\\.[0-9]{1,6})?)");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  private final String name;
  private final boolean commandLine;

  private MTurkTable(String name, boolean commandLine) {
    this.name = name;
    this.commandLine = commandLine;
  }

  /** From the requester's pages. */
  static MTurkTable batch() {
    return new MTurkTable("mturk-batch-csv", false);
  }

  /** From the Command Line Tools. */
  static MTurkTable commandLineTools() {
    return new MTurkTable("mturk-clt-tsv", true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean idleInside() {
    return false;
  }

  @Override
  public String tool() {
    return "MTurk";
  }

  @Override
  public boolean sniff(String head) {
    Set<String> header = CsvTable.header(head, NAMES);
    return header.contains("assignmentid")
        && header.contains("workerid")
        && header.contains(commandLine ? "assignmentsubmittime" : "submittime");
  }

  @Override
  public void read(InputStream utf8, ImportOptions options, ImportSink sink) throws IOException {
    CsvTable.read(
        utf8,
        NAMES,
        options,
        sink,
        table -> {
          Columns columns = new Columns(table);
          return row -> read(row, columns, options, sink);
        });
  }

  /** Where everything is; what else the file holds is never looked at. */
  private static final class Columns {
    final Column assignment;
    final Column worker;
    final Column alias;
    final Column status;
    final Column accept;
    final Column submit;
    final Column approval;
    final Column rejection;
    final Column seconds;
    final Column reward;
    final boolean turkle;

    Columns(CsvTable table) {
      assignment = table.needed("AssignmentId");
      worker = table.needed("WorkerId");
      status = table.needed("AssignmentStatus");
      accept = table.needed("AcceptTime", "assignmentaccepttime");
      submit = table.needed("SubmitTime", "assignmentsubmittime");
      approval = table.column("ApprovalTime", "assignmentapprovaltime");
      rejection = table.column("RejectionTime", "assignmentrejecttime");
      seconds = table.column("WorkTimeInSeconds");
      reward = table.column("Reward");
      alias = table.column("Turkle.Username");
      turkle = alias.isThere();
    }
  }

  private static void read(Row row, Columns at, ImportOptions options, ImportSink sink)
      throws BadRow {
    String assignment = row.get(at.assignment).strip();
    if (assignment.isEmpty()) {
      sink.noItem();
      return;
    }
    if (assignment.length() > 200) {
      throw new BadRow("an AssignmentId of " + assignment.length() + " characters");
    }
    Instant now = options.now();
    Instant accept = time(row, at.accept);
    Instant submit = time(row, at.submit);
    Long seconds = seconds(row.get(at.seconds), accept, submit);
    boolean unusable = areUnusable(accept, submit, now);
    ItemOutcome outcome = outcome(row.get(at.status));
    sink.item(
        new ToolItem(
            id(assignment, row, at),
            PlainText.without(assignment),
            row.get(at.worker).strip(),
            row.get(at.alias).strip(),
            unusable ? null : accept,
            unusable ? null : submit,
            seconds,
            outcome,
            1,
            outcome == ItemOutcome.ACCEPTED && !at.turkle
                ? reward(row.get(at.reward)).orElse(null)
                : null,
            updated(row, at, submit, now),
            false,
            unusable));
  }

  /**
   * Amazon's ids are unique; Turkle's are small numbers of one server, so a time goes with them.
   */
  private static UUID id(String assignment, Row row, Columns at) {
    return at.turkle
        ? Ids.item("turkle", "", assignment + "@" + row.get(at.accept).strip())
        : Ids.item("mturk", "mturk.com", assignment);
  }

  private static boolean areUnusable(
      @Nullable Instant accept, @Nullable Instant submit, Instant now) {
    if (accept != null && !Times.isUsable(accept, now)) {
      return true;
    }
    if (submit != null && !Times.isUsable(submit, now)) {
      return true;
    }
    if (accept == null || submit == null) {
      return false;
    }
    Duration length = Duration.between(accept, submit);
    return length.isNegative() || length.compareTo(Times.LONGEST_ITEM) > 0;
  }

  private static @Nullable Instant updated(
      Row row, Columns at, @Nullable Instant submit, Instant now) {
    Instant newest = submit;
    for (Column column : new Column[] {at.approval, at.rejection}) {
      Instant decided;
      try {
        decided = time(row, column);
      } catch (BadRow unreadable) {
        // The moment of a decision is only for telling older from newer files.
        decided = null;
      }
      if (decided != null && (newest == null || decided.isAfter(newest))) {
        newest = decided;
      }
    }
    return newest == null || !Times.isUsable(newest, now) ? null : newest;
  }

  private static @Nullable Instant time(Row row, Column column) throws BadRow {
    return Times.mturk(row.get(column), column.name()).orElse(null);
  }

  private static @Nullable Long seconds(
      String text, @Nullable Instant accept, @Nullable Instant submit) {
    String plain = text.strip();
    if (SECONDS.matcher(plain).matches()) {
      BigDecimal value = new BigDecimal(plain);
      if (value.compareTo(BigDecimal.valueOf(Times.LONGEST_ITEM.toSeconds())) <= 0) {
        return value.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
      }
      return null;
    }
    if (!plain.isEmpty() || accept == null || submit == null) {
      return null;
    }
    Duration length = Duration.between(accept, submit);
    return length.isNegative() || length.compareTo(Times.LONGEST_ITEM) > 0
        ? null
        : Long.valueOf(length.toMillis());
  }

  private static ItemOutcome outcome(String status) {
    return switch (status.strip().toLowerCase(Locale.ROOT)) {
      case "approved" -> ItemOutcome.ACCEPTED;
      case "rejected" -> ItemOutcome.REJECTED;
      case "submitted" -> ItemOutcome.PENDING;
      case "returned", "abandoned" -> ItemOutcome.ABANDONED;
      default -> ItemOutcome.UNKNOWN;
    };
  }

  private static Optional<Money> reward(String text) {
    Matcher dollars = DOLLARS.matcher(text.strip());
    return dollars.matches()
        ? Optional.of(new Money(new BigDecimal(dollars.group(1)), "USD"))
        : Optional.empty();
  }
}
