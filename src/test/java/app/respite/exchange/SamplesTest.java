package app.respite.exchange;

import static app.respite.exchange.Fixtures.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports against figures that were computed elsewhere. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("..", "shared", "samples");

  private static Path sample(String name) {
    Path file = SAMPLES.resolve(name);
    assumeTrue(Files.exists(file), "the samples are not on this machine");
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "labelstudio-json-boxes45.json, labelstudio-json, 45, 45, 1, 3533.755, 52.804, 0, 0, 45,"
        + " 2026-05-24T09:04:11.460974Z, 2026-05-24T11:14:42.502901Z",
    "labelstudio-sdk-obb3.json, labelstudio-json, 3, 3, 1, 908.051, 46.098, 0, 0, 3,"
        + " 2024-05-07T12:34:36.829143Z, 2024-05-07T16:25:16.451735Z",
    "labelstudio-sdk-history1.json, labelstudio-json, 1, 1, 1, 1.849, 1.849, 0, 0, 1,"
        + " 2024-05-15T12:09:16.789536Z, 2024-05-15T12:09:16.789536Z",
    "labelstudio-csv-ocr-train.csv, labelstudio-csv, 722, 722, 1, 4540.011, 1.7365, 0, 0, 722,"
        + " 2026-03-24T15:48:43.063658Z, 2026-03-24T17:26:14.349996Z",
    "mturk-batch-2947651.csv, mturk-batch-csv, 1205, 1205, 83, 94016, 48, 1205, 0, 0,"
        + " 2017-09-22T13:43:15Z, 2017-09-27T00:48:33Z",
    "mturk-batch-4041456.csv, mturk-batch-csv, 450, 450, 16, 144201, 73.5, 0, 0, 450,"
        + " 2020-05-17T22:27:32Z, 2020-05-17T23:16:55Z",
    "mturk-batch-2770710.csv, mturk-batch-csv, 169, 169, 27, 55156, 110, 93, 76, 0,"
        + " 2017-04-18T16:05:23Z, 2017-04-19T12:02:18Z",
    "mturk-clt-ukp71.tsv, mturk-clt-tsv, 800, 800, 23, 165723, 165, 676, 0, 124,"
        + " 2017-04-03T14:08:08Z, 2017-04-05T12:55:29Z",
  })
  void figuresOfRealFilesAreTheKnownOnes(
      String name,
      String format,
      long rows,
      long items,
      int workers,
      BigDecimal toolSeconds,
      BigDecimal medianSeconds,
      long accepted,
      long rejected,
      long pending,
      Instant first,
      Instant last) {
    ImportReport report = new Importer().run(sample(name), options(), new MemoryTarget());
    assertThat(report.format()).isEqualTo(format);
    assertThat(report.refused()).isEmpty();
    assertThat(report.rows()).isEqualTo(rows);
    assertThat(report.items()).isEqualTo(items);
    assertThat(report.added()).isEqualTo(items);
    assertThat(report.workers()).isEqualTo(workers);
    assertThat(report.toolSeconds()).isCloseTo(toolSeconds, within(new BigDecimal("0.001")));
    assertThat(report.medianSeconds()).isEqualByComparingTo(medianSeconds);
    assertThat(report.accepted()).isEqualTo(accepted);
    assertThat(report.rejected()).isEqualTo(rejected);
    assertThat(report.pending()).isEqualTo(pending);
    assertThat(report.first()).isEqualTo(first);
    assertThat(report.last()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labelstudio-json-boxes45.json",
        "labelstudio-csv-ocr-train.csv",
        "mturk-batch-2947651.csv",
        "mturk-batch-4041456.csv",
        "mturk-batch-2770710.csv",
        "mturk-clt-ukp71.tsv"
      })
  void activeTimeIsTheTimeCoveredByTheItems(String name) {
    MemoryTarget journal = new MemoryTarget();
    ImportReport report = new Importer().run(sample(name), options(), journal);
    List<WorkItem> items = journal.all(WorkItem.class);
    double active = items.stream().mapToLong(WorkItem::activeMillis).sum() / 1e3;
    assertThat(report.activeSeconds().doubleValue()).isCloseTo(active, within(0.01));
    // The cap takes idle time out on purpose, so what is covered is the sum without it.
    double covered = union(items);
    assertThat(report.uncappedSeconds().doubleValue()).isCloseTo(covered, within(covered * 0.02));
    assertThat(active).isLessThanOrEqualTo(report.uncappedSeconds().doubleValue());
    if (name.startsWith("mturk")) {
      assertThat(active).isCloseTo(covered, within(covered * 0.02));
    }
  }

  private static double union(List<WorkItem> items) {
    Map<String, List<WorkItem>> byWorker = new HashMap<>();
    items.forEach(
        item ->
            byWorker
                .computeIfAbsent(
                    item.worker() == null ? "" : item.worker(), name -> new ArrayList<>())
                .add(item));
    double sum = 0;
    for (List<WorkItem> mine : byWorker.values()) {
      List<WorkItem> sorted = mine.stream().sorted(Comparator.comparing(WorkItem::start)).toList();
      Instant reached = Instant.EPOCH;
      for (WorkItem item : sorted) {
        Instant from = item.start().isAfter(reached) ? item.start() : reached;
        if (item.end().isAfter(from)) {
          sum += Duration.between(from, item.end()).toMillis() / 1e3;
          reached = item.end();
        }
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labelstudio-json-boxes45.json",
        "labelstudio-sdk-obb3.json",
        "labelstudio-sdk-history1.json",
        "labelstudio-csv-ocr-train.csv",
        "mturk-batch-2947651.csv",
        "mturk-batch-4041456.csv",
        "mturk-batch-2770710.csv",
        "mturk-clt-ukp71.tsv"
      })
  void importingAgainChangesNothing(String name) {
    MemoryTarget journal = new MemoryTarget();
    ImportReport first = new Importer().run(sample(name), options(), journal);
    List<?> before = journal.everything();
    int batches = journal.batches().size();
    ImportReport again = new Importer().run(sample(name), options(), journal);
    assertThat(again.unchanged()).isEqualTo(first.added());
    assertThat(again.added() + again.changed()).isZero();
    assertThat(journal.everything()).isEqualTo(before);
    assertThat(journal.batches()).hasSize(batches);
    assertThat(journal.batches()).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(500));
  }

  @Test
  void everyFileLooksLikeOneFormatAtMost() throws Exception {
    assumeTrue(Files.isDirectory(SAMPLES), "the samples are not on this machine");
    try (Stream<Path> files = Files.list(SAMPLES)) {
      assertThat(files.filter(file -> !file.toString().endsWith(".md")))
          .allSatisfy(
              file -> {
                String name = file.getFileName().toString();
                boolean known = name.startsWith("labelstudio") || name.startsWith("mturk");
                String head = new SourceFile(file, SourceFile.Limits.USUAL).head();
                assertThat(Formats.ALL.stream().filter(format -> format.sniff(head)))
                    .hasSize(known ? 1 : 0);
              });
    }
  }
}
