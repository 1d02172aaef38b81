package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static app.respite.exchange.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelStudioTest {
  @TempDir Path folder;
  private final MemoryTarget journal = new MemoryTarget();

  private static String annotation(int id, String created, String fields) {
    return String.format(
        Locale.ROOT,
        "{\"id\":%d,\"completed_by\":1,\"created_at\":\"2026-05-24T%sZ\",%s}",
        id,
        created,
        fields);
  }

  private static String tasks(String... annotations) {
    StringBuilder text = new StringBuilder("[");
    for (String annotation : annotations) {
      text.append(text.length() > 1 ? ",\n" : "")
          .append("{\"id\":1,\"drafts\":[{\"user\":\"a@example.com\"}],\"annotations\":[")
          .append(annotation)
          .append("],\"data\":{\"text\":\"secret\"},\"project\":9}");
    }
    return text.append("]").toString();
  }

  private ImportReport read(String text) throws Exception {
    return run(file(folder, "export.json", text), journal);
  }

  private List<WorkItem> items() {
    return journal.all(WorkItem.class).stream()
        .sorted(Comparator.comparing(WorkItem::key))
        .toList();
  }

  @Test
  void activeTimeIsNeverMoreThanTheTimeSinceTheItemBefore() throws Exception {
    ImportReport report =
        read(
            tasks(
                annotation(3, "10:02:00", "\"lead_time\":100"),
                annotation(1, "10:00:00", "\"lead_time\":30.5"),
                annotation(2, "10:01:00", "\"lead_time\":20")));
    assertThat(items().stream().map(WorkItem::activeMillis))
        .containsExactly(30500L, 20000L, 60000L);
    assertThat(report.toolSeconds()).isEqualByComparingTo("150.5");
    assertThat(report.activeSeconds()).isEqualByComparingTo("110.5");
    assertThat(report.medianSeconds()).isEqualByComparingTo("30.5");
  }

  @Test
  void skippedAnnotationsAreNoItemsButTheirTimeIsWork() throws Exception {
    ImportReport report =
        read(
            tasks(
                annotation(1, "10:00:00", "\"lead_time\":30,\"was_cancelled\":false"),
                annotation(2, "10:01:00", "\"lead_time\":20,\"was_cancelled\":true")));
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.pending()).isEqualTo(1);
    assertThat(report.activeSeconds()).isEqualByComparingTo("50");
    assertThat(items().getLast().outcome()).isEqualTo(ItemOutcome.SKIPPED);
  }

  @Test
  void theNewestReviewDecides() throws Exception {
    ImportReport report =
        read(
            tasks(
                annotation(
                    1,
                    "10:00:00",
                    """
                    "reviews":[{"accepted":true,"created_at":"2026-05-25T11:00:00Z"},\
                    {"accepted":false,"created_at":"2026-05-25T10:00:00Z"}]\
                    """),
                annotation(
                    2,
                    "10:01:00",
                    "\"reviews\":[{\"accepted\":false,\"created_by\":{\"email\":\"b@example.com\"}}]"),
                annotation(3, "10:02:00", "\"reviews\":[]")));
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.pending()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "-5", "NaN", "1e400", "86401", "\"NaN\"", "\"0x1p3\"", "Infinity"})
  void aLeadTimeThatCannotBeIsUnknownAndTheGapCounts(String lead) throws Exception {
    read(
        tasks(
            annotation(1, "10:00:00", "\"lead_time\":" + lead),
            annotation(2, "10:00:40", "\"lead_time\":" + lead)));
    assertThat(items().getFirst().activeMillis()).isNull();
    assertThat(items().getFirst().quality()).isEqualTo(TimeQuality.NONE);
    assertThat(items().getLast().toolMillis()).isNull();
    assertThat(items().getLast().activeMillis()).isEqualTo(40_000);
    assertThat(items().getLast().quality()).isEqualTo(TimeQuality.GAP_ONLY);
  }

  @Test
  void anItemLongerThanTheCapIsCutAndSaysSo() throws Exception {
    ImportReport report =
        read(
            tasks(
                annotation(1, "10:00:00", "\"lead_time\":30"),
                annotation(2, "10:01:00", "\"lead_time\":30"),
                annotation(3, "12:00:00", "\"lead_time\":3600")));
    assertThat(items().getLast().activeMillis()).isEqualTo(300_000);
    assertThat(items().getLast().capped()).isTrue();
    assertThat(items().getLast().toolMillis()).isEqualTo(3_600_000);
    assertThat(report.capped()).isEqualTo(1);
  }

  @Test
  void longDocumentsAreNotCutAtFiveMinutes() throws Exception {
    read(
        tasks(
            annotation(1, "10:00:00", "\"lead_time\":600"),
            annotation(2, "11:00:00", "\"lead_time\":600"),
            annotation(3, "12:30:00", "\"lead_time\":2900")));
    assertThat(items().stream().map(WorkItem::capped)).containsOnly(false);
  }

  @Test
  void anItemSavedAgainLaterIsMarkedWhereItsTimeReachesIntoTheItemBefore() throws Exception {
    read(
        tasks(
            annotation(1, "10:00:00", "\"lead_time\":30"),
            annotation(2, "10:01:00", "\"lead_time\":90,\"updated_at\":\"2026-05-24T11:00:00Z\""),
            annotation(3, "10:02:00", "\"lead_time\":90,\"updated_at\":\"2026-05-24T10:02:00Z\"")));
    assertThat(items().stream().map(WorkItem::revisited)).containsExactly(false, true, false);
    assertThat(items().get(1).activeMillis()).isEqualTo(60_000);
  }

  @Test
  void aTextIdIsTheSameAsItsNumberAndAWorkerTheSameWithOrWithoutDetails() throws Exception {
    read(tasks(annotation(7, "10:00:00", "\"lead_time\":30")));
    ImportReport again =
        read(
            tasks(
                """
                {"id":"7","completed_by":{"id":1,"email":"x@example.com"},\
                "created_at":"2026-05-24T10:00:00.000000Z","lead_time":30.0}\
                """));
    assertThat(again.unchanged()).isEqualTo(1);
  }

  @Test
  void exportsFromBeforeVersionOneAreRead() throws Exception {
    ImportReport report =
        read(
            """
            [{"id":3,"completions":[{"id":3001,"created_at":1577481849,"lead_time":7.5,"result":[]},
              {"id":3002,"created_at":1577481900,"skipped":true}]}]
            """);
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.first()).isEqualTo("2019-12-27T21:24:09Z");
  }

  @Test
  void oneTaskAloneIsRead() throws Exception {
    String one = tasks(annotation(1, "10:00:00", "\"lead_time\":30"));
    assertThat(read(one.substring(1, one.length() - 1)).items()).isEqualTo(1);
  }

  @Test
  void regionsAreCountedByDistinctIdAndRelationsAreNone() throws Exception {
    read(
        tasks(
            annotation(
                1,
                "10:00:00",
                """
                "result":[{"id":"a","type":"rectangle"},{"type":"rectanglelabels","id":"a"},{"id":"b"},\
                {"type":"relation","from_id":"a","to_id":"b"}]\
                """)));
    assertThat(items().getFirst().units()).isEqualTo(2);
  }

  @Test
  void aNewerExportReplacesAndAnOlderOneDoesNot() throws Exception {
    String old =
        tasks(
            annotation(1, "10:00:00", "\"lead_time\":30,\"updated_at\":\"2026-05-24T10:00:00Z\""));
    String fresh =
        tasks(
            annotation(1, "10:00:00", "\"lead_time\":45,\"updated_at\":\"2026-05-24T10:09:00Z\""));
    read(old);
    assertThat(read(fresh).changed()).isEqualTo(1);
    assertThat(read(old).unchanged()).isEqualTo(1);
    assertThat(items()).singleElement().matches(item -> item.toolMillis() == 45_000);
  }

  @Test
  void aSmallerExportAfterALargerOneChangesNothing() throws Exception {
    String one =
        annotation(1, "10:00:00", "\"lead_time\":30,\"updated_at\":\"2026-05-24T10:00:00Z\"");
    String two =
        annotation(2, "10:01:00", "\"lead_time\":90,\"updated_at\":\"2026-05-24T10:01:00Z\"");
    read(tasks(two));
    ImportReport larger = read(tasks(one, two));
    assertThat(larger.added()).isEqualTo(1);
    assertThat(larger.changed()).isEqualTo(1);
    assertThat(read(tasks(two)).unchanged()).isEqualTo(1);
    assertThat(items().getLast().activeMillis()).isEqualTo(60_000);
  }

  @Test
  void theSameAnnotationTwiceInAFileCountsOnceAndTheNewestWins() throws Exception {
    ImportReport report =
        read(
            tasks(
                annotation(
                    1, "10:00:00", "\"lead_time\":45,\"updated_at\":\"2026-05-24T10:09:00Z\""),
                annotation(
                    1, "10:00:00", "\"lead_time\":30,\"updated_at\":\"2026-05-24T10:00:00Z\"")));
    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.toolSeconds()).isEqualByComparingTo("45");
  }

  @Test
  void sameIdsOfDifferentServersStayApart() throws Exception {
    read(tasks(annotation(1, "10:00:00", "\"lead_time\":30")));
    assertThat(read(tasks(annotation(1, "10:00:05", "\"lead_time\":30"))).added()).isEqualTo(1);
  }

  @Test
  void onlyTheWorkerNamedIsKeptAndOthersAreHashed() throws Exception {
    String text =
        tasks(
            annotation(1, "10:00:00", "\"lead_time\":30"),
            """
            {"id":2,"completed_by":{"id":5,"email":"me@example.com"},"created_at":"2026-05-24T10:00:10Z","lead_time":30}\
            """);
    ImportReport all = read(text);
    assertThat(all.workers()).isEqualTo(2);
    assertThat(all.byWorker()).extracting(ImportReport.WorkerRows::worker).contains("1", "5");
    assertThat(items()).allSatisfy(item -> assertThat(item.worker()).matches("[0-9a-f]{32}"));
    Path file = file(folder, "team.json", text);
    ImportReport mine =
        new Importer().run(file, options().withWorker("ME@example.com"), new MemoryTarget());
    assertThat(mine.items()).isEqualTo(1);
    assertThat(mine.rows()).isEqualTo(2);
    assertThat(mine.workers()).isEqualTo(2);
    assertThatThrownBy(() -> new Importer().run(file, options().withWorker("9"), journal))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("'9'");
  }

  @Test
  void nothingPersonalIsKept() throws Exception {
    read(
        tasks(
            """
            {"id":2,"completed_by":{"id":5,"email":"me@example.com","first_name":"Ada"},\
            "created_at":"2026-05-24T10:00:10Z","lead_time":30,"result":[{"value":{"text":["secret"]}}]}\
            """));
    assertThat(journal.everything().toString()).doesNotContain("example.com", "Ada", "secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1999-01-01T00:00:00Z", "2990-01-01T00:00:00Z", "soon", "2026-13-45T99:00:00Z"})
  void timesThatCannotBeAreDroppedAndTheItemStays(String created) throws Exception {
    ImportReport report =
        read(
            "[{\"annotations\":[{\"id\":1,\"lead_time\":30,\"created_at\":\"" + created + "\"}]}]");
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.timesUnusable()).isEqualTo(1);
    assertThat(items().getFirst().end()).isNull();
    assertThat(items().getFirst().toolMillis()).isEqualTo(30_000);
  }

  @Test
  void annotationsWithoutAnIdOrWithoutFieldsAreRefusedByLine() throws Exception {
    ImportReport report =
        read(
            """
            [{"annotations":[{"lead_time":3},
            17,
            {"id":4,"lead_time":3}]},
            "task"]
            """);
    assertThat(report.refused().stream().map(ImportReport.Refusal::line))
        .containsExactly(1L, 2L, 4L);
    assertThat(report.items()).isEqualTo(1);
  }

  @Test
  void theShortJsonMeansTheSameItems() throws Exception {
    read(tasks(annotation(439, "10:00:00", "\"lead_time\":30")));
    ImportReport report =
        read(
            """
            [{"image":"/i.jpg","id":1,"label":[{"x":1}],"annotator":1,"annotation_id":439,\
            "created_at":"2026-05-24T10:00:00.000000Z","lead_time":30}]
            """);
    assertThat(report.unchanged()).isEqualTo(1);
  }

  @Test
  void anEmptyExportIsNoError() throws Exception {
    assertThat(read("[]").items()).isZero();
    assertThat(journal.everything()).isEmpty();
  }

  @Test
  void aTableOfTheSameProjectMeansTheSameItems() throws Exception {
    read(
        tasks(
            annotation(
                439, "10:00:00", "\"lead_time\":30,\"updated_at\":\"2026-05-24T10:00:00Z\"")));
    ImportReport report =
        run(
            file(
                folder,
                "export.csv",
                """
                "annotation_id","annotator","created_at","id","lead_time","updated_at"
                439,"1","2026-05-24T10:00:00.000000Z",1,30,"2026-05-24T10:00:00Z"
                """),
            journal);
    assertThat(report.format()).isEqualTo("labelstudio-csv");
    assertThat(report.unchanged()).isEqualTo(1);
  }
}
