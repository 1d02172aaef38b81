package app.respite.ui.breakview;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.breakview.Idea.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One idea for each break: fitting, none twice before all had their turn, none that promises. */
class BreakIdeasTest {
  private static final Duration SHORT = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofMinutes(15);

  @TempDir Path folder;

  private static Task task(String name, String work, boolean passive, boolean heavy) {
    return new Task(
        UUID.randomUUID(),
        name,
        null,
        work,
        new Pay.Unpaid(),
        null,
        null,
        null,
        passive,
        heavy,
        false);
  }

  private IdeaFiles files(List<String> log) {
    return new IdeaFiles(folder.resolve("respite.properties"), log::add);
  }

  @Test
  void thereAreFortyIdeasAtLeastAndEachFitsOnALine() {
    List<Idea> ideas = IdeaFiles.shipped("en");
    assertThat(ideas).hasSizeGreaterThanOrEqualTo(40);
    assertThat(ideas).extracting(Idea::text).doesNotHaveDuplicates();
    for (Idea idea : ideas) {
      assertThat(idea.text().length()).as(idea.text()).isLessThanOrEqualTo(70);
      assertThat(idea.text()).doesNotContain("!").endsWith(".");
      assertThat(idea.tags()).as(idea.text()).isNotEmpty();
    }
    for (Tag tag : Tag.values()) {
      assertThat(ideas.stream().filter(idea -> idea.tags().contains(tag)).count())
          .as(tag.name())
          .isGreaterThanOrEqualTo(7);
    }
  }

  /** See "Wording" in docs/models.md. */
  @Test
  void noIdeaPromisesAnything() {
    List<String> never =
        List.of(
            "prevent",
            "heal",
            "cure",
            "improve",
            "relieve",
            "reduce",
            "strain",
            "health",
            "medical",
            "productiv",
            "better",
            "should ",
            "must ",
            "burnout",
            "stress",
            "focus");
    for (Idea idea : IdeaFiles.shipped("en")) {
      for (String word : never) {
        assertThat(idea.text().toLowerCase(Locale.ROOT)).doesNotContain(word);
      }
    }
  }

  @Test
  void nothingComesTwiceBeforeEverythingThatFitsHadItsTurn() {
    List<Idea> all = IdeaFiles.shipped("en");
    long fitting = all.stream().filter(idea -> !idea.tags().contains(Tag.LONG)).count();
    BreakIdeas ideas = new BreakIdeas(all, List.of());
    for (int turn = 0; turn < 3; turn++) {
      Set<String> seen = new HashSet<>();
      String last = "";
      for (int i = 0; i < (turn == 0 ? fitting : fitting - 1); i++) {
        String text =
            ideas.choose(SHORT, Set.of(Tag.EYES), new SplittableRandom(i)).orElseThrow().text();
        assertThat(seen.add(text)).as(text).isTrue();
        assertThat(text).isNotEqualTo(last);
        last = text;
      }
    }
  }

  @Test
  void whatFitsTheWorkComesFirstAndWhatIsLongOnlyInALongBreak() {
    BreakIdeas ideas = new BreakIdeas(IdeaFiles.shipped("en"), List.of());
    for (int i = 0; i < 9; i++) {
      Idea idea = ideas.choose(SHORT, Set.of(Tag.WRISTS), new SplittableRandom(i)).orElseThrow();
      assertThat(idea.tags()).contains(Tag.WRISTS).doesNotContain(Tag.LONG);
    }
    Idea longer =
        new BreakIdeas(IdeaFiles.shipped("en"), List.of())
            .choose(LONG, Set.of(Tag.LONG), new SplittableRandom(1))
            .orElseThrow();
    assertThat(longer.tags()).contains(Tag.LONG);
  }

  @Test
  void theSameSeedChoosesTheSame() {
    List<Idea> all = IdeaFiles.shipped("en");
    assertThat(new BreakIdeas(all, List.of()).choose(LONG, Set.of(), new SplittableRandom(5)))
        .isEqualTo(new BreakIdeas(all, List.of()).choose(LONG, Set.of(), new SplittableRandom(5)));
  }

  @Test
  void theKindOfWorkDecidesWhatIsBest() {
    assertThat(BreakIdeas.fitting(task("Boxes", "image boxes", false, false)))
        .containsExactly(Tag.EYES);
    assertThat(BreakIdeas.fitting(task("Chat", "text answers", false, false)))
        .containsExactly(Tag.WRISTS);
    assertThat(BreakIdeas.fitting(task("Calls", null, true, false)))
        .containsExactlyInAnyOrder(Tag.BACK, Tag.AWAY);
    assertThat(BreakIdeas.fitting(task("Safety", null, false, true)))
        .containsExactlyInAnyOrder(Tag.BREATHE, Tag.AWAY);
    assertThat(BreakIdeas.fitting(task("Misc", null, false, false))).isEmpty();
    assertThat(BreakIdeas.fitting(null)).isEmpty();
  }

  @Test
  void withoutAnyIdeaThereIsNone() {
    assertThat(new BreakIdeas(List.of(), List.of()).choose(SHORT, Set.of(), new SplittableRandom()))
        .isEmpty();
  }

  @Test
  void anUnknownLanguageGetsEnglishAndNoPathLeadsElsewhere() {
    assertThat(IdeaFiles.shipped("xx")).isEqualTo(IdeaFiles.shipped("en"));
    assertThat(IdeaFiles.shipped("../en")).isEqualTo(IdeaFiles.shipped("en"));
  }

  @Test
  void theUsersOwnIdeasCountAndCommentsDoNot() throws IOException {
    Files.writeString(
        folder.resolve(IdeaFiles.OWN), "# mine\n\n  Play one tune on the piano  \nWater Fred\n");
    BreakIdeas ideas = files(new ArrayList<>()).load("en");
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      texts.add(ideas.choose(SHORT, Set.of(), new SplittableRandom(i)).orElseThrow().text());
    }
    assertThat(texts).contains("Play one tune on the piano", "Water Fred").doesNotContain("# mine");
  }

  @Test
  void whatWasSuggestedIsRememberedInTheNextProcess() {
    List<String> log = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      IdeaFiles files = files(log);
      BreakIdeas ideas = files.load("en");
      texts.add(ideas.choose(SHORT, Set.of(), new SplittableRandom(3)).orElseThrow().text());
      files.keep(ideas.seen());
    }
    assertThat(texts).doesNotHaveDuplicates();
    assertThat(log).isEmpty();
  }

  private List<String> own(byte[] bytes) throws IOException {
    Files.write(folder.resolve(IdeaFiles.OWN), bytes);
    BreakIdeas ideas = files(new ArrayList<>()).load("en");
    List<String> shipped = IdeaFiles.shipped("en").stream().map(Idea::text).toList();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 1200; i++) {
      texts.add(ideas.choose(SHORT, Set.of(), new SplittableRandom(i)).orElseThrow().text());
    }
    texts.removeAll(shipped);
    return List.copyOf(texts);
  }

  @Test
  void aFileInAnotherEncodingIsReadAsWellAsItCanBe() throws IOException {
    assertThat(own("Löwen zählen\n".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("Löwen zählen");
    assertThat(own("Löwen zählen\n".getBytes(StandardCharsets.UTF_16)))
        .containsExactly("Löwen zählen");
    assertThat(own(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'H', 'u', 'm', '\n'}))
        .containsExactly("Hum");
  }

  @Test
  void aHugeOrHostileFileIsBounded() throws IOException {
    byte[] huge = new byte[5_000_000];
    Arrays.fill(huge, (byte) 'a');
    assertThat(own(huge)).isEmpty();
    for (int i = 0; i < huge.length; i += 20) {
      huge[i] = '\n';
    }
    assertThat(own(huge)).containsExactly("a".repeat(19));
    assertThat(own(("x".repeat(3000) + "\n").getBytes(StandardCharsets.UTF_8)).getFirst())
        .hasSize(140)
        .endsWith("…");
    assertThat(own("\u001b[31mred \u202Eback\u0000\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("[31mred back");
  }

  @Test
  void aFolderThatCannotBeWrittenCostsTheNoteAndSaysSo() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    List<String> log = new ArrayList<>();
    IdeaFiles files = new IdeaFiles(folder.resolve("file").resolve("respite.properties"), log::add);
    BreakIdeas ideas = files.load("en");
    assertThat(ideas.choose(SHORT, Set.of(), new SplittableRandom(1))).isPresent();
    files.keep(ideas.seen());
    assertThat(log).hasSize(1).first().asString().contains("cannot note the break ideas");
  }
}
