package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.respite.domain.work.JournalRecord.WorkItem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B79: the work of others in a shared export is never booked as the user's. */
class WhoseWorkTest {
  @TempDir Path folder;
  private final Map<String, Set<String>> remembered = new HashMap<>();
  private MemoryTarget journal = new MemoryTarget();
  private final Identities identities =
      new Identities() {
        @Override
        public Set<String> known(String source) {
          return remembered.getOrDefault(source, Set.of());
        }

        @Override
        public void remember(Set<String> sources, Set<String> hashes) {
          sources.forEach(source -> remembered.put(source, new HashSet<>(hashes)));
        }
      };

  /** An annotation of project 5, made a minute after the one before. */
  private static String annotation(int id, String by) {
    return """
    {"id":%d,"project":5,"annotations":[{"id":%d,"completed_by":%s,"lead_time":30,\
    "created_at":"2026-05-24T10:%02d:00Z","result":[]}]}\
    """
        .formatted(id, id, by, id);
  }

  private static final String ANNA = "{\"id\":7,\"email\":\"anna@example.org\"}";
  private static final String BEN = "{\"id\":8,\"email\":\"ben@example.org\"}";

  private Path team(String... by) throws Exception {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < by.length; i++) {
      text.append(i == 0 ? "" : ",").append(annotation(i + 1, by[i]));
    }
    return file(folder, "team.json", text.append("]").toString());
  }

  private ImportReport run(Path file, ImportOptions options) {
    return new Importer().run(file, options.withOnlyMine(identities), journal);
  }

  private ImportException refused(Path file, ImportOptions options) {
    ImportException refused = catchThrowableOfType(ImportException.class, () -> run(file, options));
    assertThat(journal.everything()).isEmpty();
    return refused;
  }

  @Test
  void aFileOfThreeIsRefusedWithTheCountOfEach() throws Exception {
    ImportException refused = refused(team(ANNA, BEN, ANNA, "12"), options());

    assertThat(refused.kind()).isEqualTo(ImportException.Kind.WORKERS);
    assertThat(refused)
        .hasMessageContaining("'anna@example.org' (2), '12' (1), 'ben@example.org' (1)")
        .hasMessageContaining("--worker ID")
        .hasMessageContaining("--all-workers");
    assertThat(refused.workers())
        .extracting(one -> one.worker() + " " + one.alias() + " " + one.rows())
        .containsExactly("7 anna@example.org 2", "12  1", "8 ben@example.org 1");
  }

  @Test
  void whoIsNamedIsKnownNextTimeInThatProject() throws Exception {
    Path file = team(ANNA, BEN, ANNA, "12");
    assertThat(run(file, options().withWorker("ANNA@example.org")).items()).isEqualTo(2);
    assertThat(remembered.keySet()).containsExactly("Label Studio project 5");
    assertThat(remembered.toString()).doesNotContain("anna").doesNotContain("7,");

    ImportReport again = run(team(ANNA, BEN, ANNA, "12", ANNA), options());
    assertThat(again.added()).isEqualTo(1);
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.notes())
        .contains(
            "Only what 'anna@example.org' did was taken, whom you named before for Label Studio"
                + " project 5; --worker names another.");
    assertThat(journal.everything()).hasSize(3);
    assertThat(journal.everything())
        .allSatisfy(one -> assertThat(((WorkItem) one).worker()).isNull());
  }

  @Test
  void aDryRunRemembersNobody() throws Exception {
    run(team(ANNA, BEN), options().withWorker("7").withDryRun(true));
    assertThat(remembered).isEmpty();
  }

  @Test
  void anotherProjectIsAskedAboutAnew() throws Exception {
    run(team(ANNA, BEN), options().withWorker("7"));
    Path other =
        file(
            folder,
            "other.json",
            ("[" + annotation(20, ANNA) + "," + annotation(21, BEN) + "]").replace(":5,", ":6,"));
    journal = new MemoryTarget();
    assertThat(refused(other, options()).kind()).isEqualTo(ImportException.Kind.WORKERS);
  }

  @Test
  void aFileOfSomebodyElseAloneIsNotMineOnceIAmKnown() throws Exception {
    run(team(ANNA, BEN), options().withWorker("7"));
    journal = new MemoryTarget();

    assertThat(refused(team(BEN, BEN), options()))
        .hasMessageContaining("all of this file is by 'ben@example.org' (2)");
    assertThat(run(team(BEN, BEN), options().withWorker("8")).items()).isEqualTo(2);
  }

  @Test
  void everybodysIsTakenOnPurpose() throws Exception {
    ImportReport report = new Importer().run(team(ANNA, BEN, ANNA), options(), journal);
    assertThat(report.items()).isEqualTo(3);
  }

  @Test
  void whatNamesNobodyBelongsToTheOnlyOneNamed() throws Exception {
    Path file = team(ANNA, "null", ANNA);
    assertThat(run(file, options()).items()).isEqualTo(3);
    journal = new MemoryTarget();
    assertThat(run(file, options().withWorker("7")).items()).isEqualTo(3);
    journal = new MemoryTarget();
    assertThat(refused(file, options().withWorker("8")))
        .hasMessageContaining("nothing in this file is by '8'");
  }

  @Test
  void amongSeveralWhatNamesNobodyIsNobodys() throws Exception {
    ImportReport report = run(team(ANNA, "null", BEN), options().withWorker("7"));
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.activeSeconds()).isEqualByComparingTo("30");
    assertThat(journal.everything()).hasSize(1);
  }

  @Test
  void aFileThatNamesNobodyIsTheUsers() throws Exception {
    assertThat(run(team("null", "null"), options()).items()).isEqualTo(2);
    assertThat(run(team("null", "null"), options().withWorker("7")).items()).isEqualTo(2);
  }

  @Test
  void onePersonsFileIsTakenWithoutAsking() throws Exception {
    ImportReport report = run(team(ANNA, ANNA), options());
    assertThat(report.items()).isEqualTo(2);
    assertThat(report.notes()).isEqualTo(List.of());
  }
}
