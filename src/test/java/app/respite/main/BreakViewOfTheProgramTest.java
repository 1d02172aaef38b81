package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small prompt and the break view of the packaged program, on real screens. */
@Tag("desktop")
class BreakViewOfTheProgramTest {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
  private static final String DAY = "#f1f5f2";
  private static final String NIGHT = "#0e1518";

  @TempDir Path folder;
  private Rig rig;
  private FaceRig faces;

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    faces = new FaceRig(rig);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private CoachRig coach(String... settings) {
    CoachRig coach = new CoachRig(rig, 3, settings);
    coach.start();
    return coach;
  }

  private void view(String name, int width, int height) {
    rig.until(name, () -> faces.covered(0, 0, width, height));
  }

  /** B27, B28: who types does not lose a letter, and presses nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"openbox", "xfwm4"})
  void theViewThatAsksTakesNoLetterFromWhoeverTypes(String manager) throws InterruptedException {
    rig.screen(1280, 800);
    faces.manager(manager);
    CoachRig coach = coach("prompt.patience = 1s", "warning = 30s", "theme = dark");
    faces.editor();
    coach.respite("start", "Boxes", "--sprint", "1m");
    coach.until("prompting.form", "warning");
    String letters = ALPHABET.repeat(20);
    Process typist = faces.type(letters, 50);
    view("the view comes while letters are typed", 1280, 800);
    assertThat(typist.isAlive()).isTrue();
    rig.until("it is drawn", () -> faces.colour(5, 5).equals(NIGHT));
    rig.picture("screen-asks-" + manager);
    typist.waitFor();
    assertThat(coach.now("prompting.form")).isEqualTo("view");
    assertThat(coach.events())
        .doesNotContain("break-started", "break-postponed", "break-skipped", "skip-gated");

    rig.until("the view has the keyboard of still hands", () -> faces.active().equals("Respite"));
    faces.key("b");
    coach.until("state", "break");
    rig.picture("screen-break-" + manager);
    faces.key("Escape");
    coach.until("state", "ready");
    rig.until("the editor has the keyboard again", () -> faces.active().equals("editor"));
    assertThat(faces.shown()).noneMatch(each -> each.covers(100, 100, 100, 100));
    faces.key("z");
    faces.key("Return");
    rig.until("the line is ended", () -> faces.typed().endsWith("\n"));
    assertThat(faces.typed()).isEqualTo(letters + "z\n");
  }

  @Test
  void theSmallPromptStepsAsideTakesNoLetterAndCanBePressed() throws InterruptedException {
    rig.screen(1280, 800);
    faces.manager("openbox");
    CoachRig coach = coach("prompt.patience = 10m", "break.view = small", "theme = light");
    faces.editor();
    faces.pointer(300, 300);
    coach.respite("start", "Boxes", "--sprint", "1m");
    coach.until("prompting.form", "warning");
    Process typist = faces.type(ALPHABET.repeat(10), 50);
    rig.until("the prompt comes", () -> corner(0, 200));
    rig.picture("screen-small");
    typist.waitFor();
    assertThat(faces.active()).isEqualTo("editor");
    faces.pointer(1100, 45);
    rig.until("it steps aside", () -> corner(600, 800));
    rig.picture("screen-small-aside");
    faces.key("Return");
    rig.until("the line is ended", () -> faces.typed().endsWith("\n"));
    assertThat(faces.typed()).isEqualTo(ALPHABET.repeat(10) + "\n");
    FaceRig.Shown prompt =
        faces.shown().stream().filter(each -> each.width() > 300).findFirst().orElseThrow();
    faces.click(prompt.x() + 50, prompt.y() + prompt.height() - 30);
    coach.until("state", "break");
    rig.until("it is gone", () -> !corner(0, 800));
    assertThat(faces.active()).isEqualTo("editor");
  }

  private boolean corner(int from, int to) {
    return faces.shown().stream()
        .anyMatch(
            each -> each.width() > 300 && each.x() > 700 && each.y() >= from && each.y() < to);
  }

  /** B23, B24. */
  @Test
  void everyScreenIsCoveredWhateverBecomesOfTheOthers() {
    faces.twoScreens();
    faces.second("--mode tall --right-of DUMMY0");
    faces.manager("openbox");
    CoachRig coach = coach("theme = dark", "reduced-motion = on");
    coach.work();
    coach.respite("tired");
    rig.until("both are covered", () -> both(0, 0, 1024, 768, 1024, 0, 800, 1280));
    rig.until(
        "both are drawn",
        () -> faces.colour(3, 3).equals(NIGHT) && faces.colour(1820, 3).equals(NIGHT));
    rig.picture("screens-two");

    faces.second("--off");
    rig.until(
        "one is left", () -> faces.covered(0, 0, 1024, 768) && !faces.covered(1024, 0, 100, 100));
    rig.picture("screens-one-left");
    assertThat(coach.now("state")).isEqualTo("break");

    faces.second("--mode wide --left-of DUMMY0");
    rig.until("both are covered again", () -> both(0, 0, 1024, 768, 1024, 0, 1024, 768));
    rig.until(
        "both are drawn",
        () -> faces.colour(3, 3).equals(NIGHT) && faces.colour(2040, 3).equals(NIGHT));
    rig.picture("screens-two-again");
    assertThat(coach.events()).doesNotContain("break-ended");
    assertThat(faces.shown()).filteredOn(each -> each.width() > 500).hasSize(2);

    // The one way out is at the bottom of either; here the left one's.
    faces.click(512, 735);
    coach.until("state", "ready");
    rig.until(
        "none is covered", () -> faces.shown().stream().noneMatch(each -> each.width() > 500));
  }

  private boolean both(
      int x, int y, int width, int height, int x2, int y2, int width2, int height2) {
    return faces.covered(x, y, width, height) && faces.covered(x2, y2, width2, height2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.25", "2"})
  void everyScaleCoversTheScreenAndIsPressedWhereItIsSeen(String scale) {
    rig.screen(1280, 800);
    faces.manager("openbox");
    rig.environment().put("JAVA_TOOL_OPTIONS", "-Dglass.gtk.uiScale=" + scale);
    CoachRig coach = coach("theme = light");
    coach.work();
    coach.respite("tired");
    view("the view covers the screen", 1280, 800);
    rig.until("it is drawn", () -> faces.colour(1277, 3).equals(DAY));
    assertThat(faces.colour(3, 3)).isEqualTo(DAY);
    assertThat(faces.colour(1279, 799)).isNotIn("#000000", "#ffffff");
    rig.picture("screen-scale-" + scale);
    int bottom = List.of(759, 759, 737).get(List.of("1", "1.25", "2").indexOf(scale));
    rig.until(
        "a press after the first second ends the break",
        () -> {
          faces.click(640, bottom);
          return coach.now("state").equals("ready");
        });
  }

  /** B29, B30: by the keyboard, and by nothing shorter. */
  @Test
  void aStrictBreakEndsByHoldingEsc() {
    rig.screen(1280, 800);
    faces.manager("xfwm4");
    faces.editor();
    CoachRig coach = new CoachRig(rig, 2, "strictness = strict", "theme = dark");
    coach.start();
    coach.work();
    coach.respite("tired");
    view("the view covers the screen", 1280, 800);
    rig.until("it has the keyboard", () -> faces.active().equals("Respite"));
    faces.key("Escape");
    faces.key("b");
    faces.key("Return");
    Instant pressed = coach.now();
    rig.until("more than the five seconds pass", () -> coach.now().isAfter(pressed.plusSeconds(7)));
    assertThat(coach.respite("status")).contains("On a break");
    rig.ask("xdotool", "keydown", "Escape");
    rig.picture("screen-held");
    coach.until("state", "ready");
    rig.ask("xdotool", "keyup", "Escape");
    rig.until("the editor has the keyboard again", () -> faces.active().equals("editor"));
  }

  @Test
  void theFaceEndsWhenNoBreakIsNearAndIsTheOnlyOne() {
    rig.screen(1280, 800);
    faces.manager("openbox");
    CoachRig coach = coach();
    coach.work();
    coach.respite("tired");
    view("the view covers the screen", 1280, 800);
    assertThat(coach.processes("face", "break")).hasSize(1);
    assertThat(coach.respite("face", "break")).as("a second one leaves it alone").isEmpty();
    assertThat(coach.processes("face", "break")).hasSize(1);
    coach.respite("end-break");
    rig.until(
        "the process gives its memory back", 60, () -> coach.processes("face", "break").isEmpty());
    coach.respite("quit");
    assertThat(coach.respite("face", "break")).as("without a coach").isEmpty();
  }
}
