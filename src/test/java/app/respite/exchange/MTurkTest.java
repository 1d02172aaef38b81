package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static app.respite.exchange.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MTurkTest {
  private static final String HEADER =
      "HITId,HITTypeId,Reward,AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,"
          + "ApprovalTime,RejectionTime,WorkTimeInSeconds,Input.text,Approve,Reject\n";

  @TempDir Path folder;
  private final MemoryTarget journal = new MemoryTarget();

  private static String row(String id, String worker, String status, String accept, String submit) {
    return "H,T,$0.05,%s,%s,%s,%s,%s,,,,text\n".formatted(id, worker, status, accept, submit);
  }

  private static String approved(String id, String minute, String second) {
    return row(
        id,
        "A1",
        "Approved",
        "Mon Sep 25 09:%s:00 PDT 2017".formatted(minute),
        "Mon Sep 25 09:%s:%s PDT 2017".formatted(minute, second));
  }

  private ImportReport read(String text) throws Exception {
    return run(file(folder, "batch.csv", text), journal);
  }

  private List<WorkItem> items() {
    return journal.all(WorkItem.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Mon Sep 25 09:38:35 PDT 2017, 2017-09-25T16:38:35Z",
    "Sun Nov 05 01:30:00 PST 2017, 2017-11-05T09:30:00Z",
    "Sun Nov 05 01:30:00 PDT 2017, 2017-11-05T08:30:00Z",
    "2017-10-02 16:39:18 UTC, 2017-10-02T16:39:18Z",
    "2017-10-02T16:39:18Z, 2017-10-02T16:39:18Z",
    "Mon Apr 03 16:03:39 CEST 2017, 2017-04-03T14:03:39Z",
    "Mon Jan 02 16:03:39 CET 2017, 2017-01-02T15:03:39Z",
    "Mon Jan  2 16:03:39 EST 2017, 2017-01-02T21:03:39Z",
  })
  void everySpellingOfATimeMeansItsMomentInEveryLocale(String text, String moment)
      throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      read(HEADER + row("X", "A1", "Submitted", text, text));
      assertThat(items()).singleElement().matches(i -> moment.equals(String.valueOf(i.end())));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon Sep 25 09:38:35 IST 2017",
        "Mon Sep 25 09:38:35 BST 2017",
        "Mon Foo 25 09:38:35 PDT 2017",
        "Mon Sep 35 09:38:35 PDT 2017",
        "25.09.2017"
      })
  void aTimeThatIsNotSureIsRefusedWithItsText(String text) throws Exception {
    ImportReport report =
        read(HEADER + row("X", "A1", "Submitted", text, text) + approved("Y", "10", "30"));
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.line()).isEqualTo(2);
              assertThat(refusal.why()).contains(text);
            });
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.rows()).isEqualTo(2);
  }

  @Test
  void onlyApprovedItemsEarn() throws Exception {
    String time = "2017-10-02 16:39:18 UTC";
    ImportReport report =
        read(
            HEADER
                + row("X", "A1", "Approved", time, time)
                + row("Y", "A1", "Rejected", time, time)
                + row("Z", "A1", "Submitted", time, time));
    assertThat(items().stream().map(WorkItem::reward))
        .containsExactly(new Money(new BigDecimal("0.05"), "USD"), null, null);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.pending()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkCarriageReturnsAndOtherColumnsInFrontDoNoHarm() throws Exception {
    String text = ("\uFEFF," + HEADER + "0," + approved("X", "10", "30")).replace("\n", "\r\n");
    assertThat(read(text).items()).isEqualTo(1);
  }

  @Test
  void aLineEndInsideACellIsNotARow() throws Exception {
    ImportReport report =
        read(
            HEADER
                + approved("X", "10", "30").replace("text", "\"a\n{\"\"b\"\": 1}\"")
                + approved("Y", "11", "30")
                + row("Z", "A1", "Submitted", "x", "y"));
    assertThat(report.items()).isEqualTo(2);
    assertThat(report.refused()).singleElement().matches(refusal -> refusal.line() == 5);
  }

  @Test
  void aRowLongerThanTheHeaderIsRefusedAndAShorterOneIsNot() throws Exception {
    ImportReport report =
        read(
            HEADER
                + approved("X", "10", "30").replace("text", "text,,,one more")
                + approved("Y", "10", "50"));
    assertThat(report.refused()).singleElement().matches(refusal -> refusal.line() == 2);
    assertThat(report.items()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";", "|"})
  void theDelimiterIsFoundByTheColumnNames(String delimiter) throws Exception {
    String text = (HEADER + approved("X", "10", "30")).replace(",", delimiter);
    ImportReport report = read(text);
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.toolSeconds()).isEqualByComparingTo("30");
  }

  @Test
  void theCommandLineToolsHaveOtherNamesAndEmptySlots() throws Exception {
    ImportReport report =
        read(
            "\"hitid\"\t\"assignmentid\"\t\"workerid\"\t\"assignmentstatus\""
                + "\t\"assignmentaccepttime\"\t\"assignmentsubmittime\"\t\"reward\"\n"
                + "\"H\"\t\"\"\n"
                + "\"H\"\t\"X\"\t\"A1\"\t\"Approved\"\t\"Mon Apr 03 17:58:31 CEST 2017\"\t\"Mon Apr"
                + " 03 17:59:56 CEST 2017\"\t\"$0.27\"\n");
    assertThat(report.format()).isEqualTo("mturk-clt-tsv");
    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.refused()).isEmpty();
    assertThat(items().getFirst().toolMillis()).isEqualTo(85_000);
  }

  @Test
  void aMissingColumnIsNamedWithThoseThatAreThere() throws Exception {
    Path file =
        file(folder, "b.csv", "AssignmentId,WorkerId,SubmitTime\nX,A1,2017-10-02 16:39:18 UTC\n");
    assertThatThrownBy(() -> run(file, journal))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("AssignmentStatus")
        .hasMessageContaining("SubmitTime");
  }

  @Test
  void aColumnThatIsThereTwiceMustAgree() throws Exception {
    String header = "AssignmentId,WorkerId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime\n";
    String rest = ",Submitted,2017-10-02 16:39:18 UTC,2017-10-02 16:39:28 UTC\n";
    assertThat(read(header + "X,A1,A1" + rest).items()).isEqualTo(1);
    Path file = file(folder, "b.csv", header + "X,A1,A1" + rest + "Y,A1,A2" + rest);
    assertThatThrownBy(() -> run(file, journal))
        .hasMessageContaining("line 3")
        .hasMessageContaining("WorkerId");
  }

  @Test
  void aDecisionArrivesWithANewerFileAndIsNotTakenBackByAnOlderOne() throws Exception {
    String time = "2017-10-02 16:39:18 UTC";
    String pending = HEADER + row("X", "A1", "Submitted", time, time);
    String decided = HEADER + row("X", "A1", "Rejected", time, time);
    read(pending);
    assertThat(read(decided).changed()).isEqualTo(1);
    assertThat(read(pending).unchanged()).isEqualTo(1);
    assertThat(items().getFirst().outcome()).isEqualTo(ItemOutcome.REJECTED);
  }

  @Test
  void anEndBeforeItsStartAndAWeekForOneItemAreNoTimes() throws Exception {
    ImportReport report =
        read(
            HEADER
                + row("X", "A1", "Submitted", "2017-10-02 16:39:18 UTC", "2017-10-02 16:39:17 UTC")
                + row("Y", "A1", "Submitted", "2017-10-02 16:39:18 UTC", "2017-10-19 16:39:17 UTC")
                + row(
                    "Z", "A1", "Submitted", "1999-10-02 16:39:18 UTC", "1999-10-02 16:39:27 UTC"));
    assertThat(report.items()).isEqualTo(3);
    assertThat(report.timesUnusable()).isEqualTo(3);
    assertThat(items()).allMatch(item -> item.end() == null && item.start() == null);
    assertThat(report.first()).isNull();
  }

  @Test
  void queuedItemsDoNotCountTwice() throws Exception {
    ImportReport report =
        read(
            HEADER
                + row("X", "A1", "Submitted", "2017-10-02 16:00:00 UTC", "2017-10-02 16:01:00 UTC")
                + row("Y", "A1", "Submitted", "2017-10-02 16:00:00 UTC", "2017-10-02 16:02:00 UTC")
                + row(
                    "Z", "A2", "Submitted", "2017-10-02 16:00:00 UTC", "2017-10-02 16:02:00 UTC"));
    assertThat(report.toolSeconds()).isEqualByComparingTo("300");
    assertThat(report.activeSeconds()).isEqualByComparingTo("240");
    assertThat(report.notes()).anyMatch(note -> note.contains("2 workers"));
  }

  @Test
  void theWorkerNamedIsTheUserAndKeepsNoName() throws Exception {
    Path file =
        file(
            folder,
            "b.csv",
            HEADER + approved("X", "10", "30") + approved("Y", "10", "50").replace("A1", "A2"));
    ImportReport report = new Importer().run(file, options().withWorker("A2"), journal);
    assertThat(report.workers()).isEqualTo(2);
    assertThat(report.items()).isEqualTo(1);
    assertThat(items()).singleElement().matches(item -> item.worker() == null);
    assertThat(journal.everything().toString()).doesNotContain("A2");
  }

  @Test
  void quotesEscapedByABackslashAreTriedOnceAndSaid() throws Exception {
    ImportReport report =
        read(HEADER + approved("X", "10", "30").replace("text", "\"say \\\"hi\\\" now\""));
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.notes()).anyMatch(note -> note.contains("backslash"));
  }
}
