package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.desktop.linux.session.Parts;
import app.respite.desktop.linux.tray.PanelRig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real coach in a real panel: every entry of its menu is pressed and does what it says. */
@Tag("desktop")
class TrayOfTheProgramTest {
  @TempDir Path folder;
  private PanelRig panel;
  private CoachRig coach;
  private TrayMenu menu;

  @BeforeEach
  void aPanel() {
    panel =
        new PanelRig(
            new Rig(folder),
            rig -> {
              Process bus = Parts.sessionBusWithout(rig);
              Parts.activate(rig, "org.xfce.Xfconf", Parts.xfconf());
              return bus;
            });
    coach = new CoachRig(panel.rig, 10, "break.view = small", "strictness = firm");
  }

  @AfterEach
  void end() {
    panel.close();
  }

  private void coach() {
    coach.start();
    menu = new TrayMenu(panel, coach.process().pid());
    panel.untilIconIsThere();
  }

  @Test
  void everyEntryDoesWhatItSaysAndSaysWhatIsSo() throws Exception {
    panel.xfce(false);
    coach();
    assertThat(menu.lines()).containsExactly("Respite");
    assertThat(menu.choices())
        .containsExactly(
            "Start …",
            "Start a break now",
            "I'm tired now",
            "Quiet",
            "Task",
            "Open Respite",
            "Review",
            "Settings",
            "Mini timer",
            "Quit");
    coach.respite("task", "add", "Labels");
    panel.rig.until(
        "tasks are in the menu",
        () ->
            menu.choices("Task").equals(List.of("Labels", "Boxes", "All tasks"))
                || menu.choices("Task").equals(List.of("Boxes", "Labels", "All tasks")));
    menu.choose("Task", "Boxes");
    coach.until("state", "sprint");
    coach.until("task", "Boxes");
    panel.rig.picture("e2e-tray-sprint");
    assertThat(menu.lines().getFirst()).startsWith("Boxes · ").endsWith(" min left");
    assertThat(menu.choices())
        .containsExactly(
            "Stop",
            "Start a break now",
            "I'm tired now",
            "Pause",
            "Quiet",
            "Count an item (0)",
            "Task",
            "Open Respite",
            "Review",
            "Settings",
            "Mini timer",
            "Quit");

    String pixels = panel.pixels();
    panel.rig.until("the ring moves", 60, () -> !panel.pixels().equals(pixels));

    menu.choose("Count an item (0)");
    coach.until("items", "1");
    assertThat(menu.choices()).contains("Count an item (1)");

    menu.choose("Task", "Labels");
    coach.until("task", "Labels");

    menu.choose("Pause");
    coach.until("state", "paused");
    assertThat(menu.lines().getFirst()).isEqualTo("Labels · paused");
    assertThat(menu.choices()).contains("Resume").doesNotContain("Pause");
    menu.choose("Resume");
    coach.until("state", "sprint");
    assertThat(menu.choices()).contains("Pause").doesNotContain("Resume");

    quiet("For 30 min", Duration.ofMinutes(30));
    quiet("For 1 h", Duration.ofHours(1));
    menu.choose("Quiet", "Until tomorrow");
    coach.untilTold("quiet-began", 3);
    Instant morning = Instant.parse(CoachRig.text(last("quiet-began"), "until"));
    assertThat(morning).isAfter(coach.now().plus(Duration.ofHours(10)));
    menu.choose("Quiet until 04:00", "No longer quiet");
    coach.untilTold("quiet-ended", 3);
    menu.choose("Quiet", "In a meeting, 45 min");
    coach.untilTold("meeting-began", 1);
    panel.rig.until(
        "the menu tells of the meeting",
        () -> menu.choices().stream().anyMatch(row -> row.startsWith("Meeting until ")));
    assertThat(menu.lines()).anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("meeting"));
    menu.choose(startingWith("Meeting until "), "The meeting is over");
    coach.untilTold("meeting-ended", 1);

    menu.choose("Start a break now");
    coach.until("state", "break");
    assertThat(CoachRig.text(last("break-started"), "route")).isEqualTo("manual");
    panel.rig.picture("e2e-tray-break");
    assertThat(menu.lines().getFirst()).startsWith("Break · ");
    assertThat(menu.choices()).contains("I'm back").doesNotContain("Start a break now", "Pause");
    menu.choose("I'm back");
    coach.until("state", "ready");
    assertThat(menu.lines().getFirst()).isEqualTo("Ready when you are");
    assertThat(menu.choices()).contains("Start Labels").doesNotContain("Stop", "I'm back");

    menu.choose("Start Labels");
    coach.until("state", "sprint");
    menu.choose("I'm tired now");
    coach.until("state", "break");
    assertThat(CoachRig.text(last("break-started"), "route")).isEqualTo("tired");
    menu.choose("I'm back");
    coach.until("state", "ready");
    menu.choose("Start Labels");
    coach.until("state", "sprint");
    menu.choose("Stop");
    coach.until("state", "off");
    assertThat(menu.choices()).contains("Start Labels").doesNotContain("Stop", "Pause");

    coach.keepsToItself();

    menu.choose("Quit");
    assertThat(coach.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(coach.process().exitValue()).isZero();
    panel.untilIconIsGone();
    assertThat(coach.log())
        .filteredOn(record -> CoachRig.text(record, "kind").equals("sprint"))
        .hasSize(3)
        .anySatisfy(sprint -> assertThat(CoachRig.text(sprint, "items")).isEqualTo("1"));
    assertThat(coach.log())
        .filteredOn(record -> CoachRig.text(record, "kind").equals("break"))
        .extracting(record -> CoachRig.text(record, "route"))
        .containsExactly("manual", "tired");
  }

  private void quiet(String label, Duration length) {
    long before = coach.events().stream().filter("quiet-began"::equals).count();
    Instant from = coach.now();
    menu.choose("Quiet", label);
    coach.untilTold("quiet-began", (int) before + 1);
    assertThat(Instant.parse(CoachRig.text(last("quiet-began"), "until")))
        .isBetween(from.plus(length), coach.now().plus(length));
    panel.rig.until("the menu says so", () -> !startingWith("Quiet until ").isEmpty());
    menu.choose(startingWith("Quiet until "), "No longer quiet");
    coach.untilTold("quiet-ended", (int) before + 1);
    panel.rig.until("the menu says so", () -> menu.choices().contains("Quiet"));
  }

  private String startingWith(String label) {
    return menu.choices().stream().filter(row -> row.startsWith(label)).findFirst().orElse("");
  }

  private Map<String, @Nullable Object> last(String event) {
    return coach.told().stream().filter(CoachRig.named(event)).reduce((a, b) -> b).orElseThrow();
  }

  @Test
  void aBreakThatIsDueIsAnsweredInTheMenuToo() {
    coach =
        new CoachRig(
            panel.rig,
            20,
            "break.view = small",
            "strictness = firm",
            "sprint.length = 2m",
            "warning = 0s",
            "postpone.choices = 5m,10m",
            "idle.after = 60m");
    panel.xfce(false);
    // Notices with buttons, at the left: the small prompt in their place could lie over the menu.
    Notices notices = new Notices(panel.rig);
    notices.start();
    notices.atTheLeft();
    coach();
    coach.work();
    coach.untilTold("break-due", 1);
    panel.rig.until(
        "the menu offers it", () -> menu.choices().contains("Take the short break, 5 min"));
    assertThat(menu.choices())
        .startsWith("Take the short break, 5 min", "Postpone 5 min", "Postpone 10 min", "Skip");
    panel.rig.picture("e2e-tray-due");
    menu.choose("Postpone 5 min");
    coach.untilTold("break-postponed", 1);
    assertThat(CoachRig.text(last("break-postponed"), "for")).isEqualTo("PT5M");
    panel.rig.until(
        "the menu says till when",
        () -> menu.lines().stream().anyMatch(line -> line.contains("put off to")));
    assertThat(menu.choices()).doesNotContain("Postpone 5 min", "Postpone 10 min");
    coach.untilTold("break-due", 2);
    panel.rig.until("the menu offers it again", () -> menu.choices().contains("Skip"));
    menu.choose("Skip");
    coach.untilTold("break-skipped", 1);
    coach.untilTold("break-due", 3);
    panel.rig.until("the menu offers it again", () -> menu.choices().contains("Skip"));
    menu.choose("Take the short break, 5 min");
    assertThat(CoachRig.text(coach.event("break-started"), "route")).isEqualTo("accepted");
  }

  @Test
  void theWindowsEntriesOpenAWindow() {
    Rig.needFile("/usr/lib/x86_64-linux-gnu/libgtk-3.so.0");
    panel.xfce(false);
    coach();
    String[][] entries = {
      {"Open Respite"}, {"Review", "--page", "review"}, {"Settings", "--page", "settings"}
    };
    for (String[] entry : entries) {
      menu.choose(entry[0]);
      panel.rig.until(entry[0] + " opens a window", 90, () -> !windows().isEmpty());
      panel.rig.until(entry[0] + " is painted", 60, this::painted);
      panel.rig.picture("e2e-window-" + entry[0].replace(' ', '-'));
      List<ProcessHandle> faces =
          coach.process().toHandle().children().filter(TrayOfTheProgramTest::isFace).toList();
      assertThat(faces).hasSize(1);
      if (entry.length > 1) {
        assertThat(coach.processes(entry[1], entry[2])).isNotEmpty();
      }
      faces.getFirst().destroy();
      panel.rig.until("it is closed", () -> !faces.getFirst().isAlive() && windows().isEmpty());
    }
    coach.keepsToItself();
  }

  /** Unlike the workers that learn and back up, which come and go. */
  private static boolean isFace(ProcessHandle child) {
    String[] arguments = child.info().arguments().orElse(new String[0]);
    return child.isAlive() && !List.of(arguments).contains("worker");
  }

  private boolean painted() {
    return panel
            .rig
            .ask("import", "-window", "root", "-crop", "400x100+0+60", "-format", "%k", "info:-")
            .length()
        > 1;
  }

  private List<String> windows() {
    String found = panel.rig.ask("xdotool", "search", "--onlyvisible", "--name", "Respite");
    return found.isEmpty() || found.contains("X Error") ? List.of() : List.of(found.split("\n"));
  }

  @Test
  void theIconIsBackWithinFiveSecondsAfterThePanelWasKilled() {
    panel.xfce(false);
    coach();
    panel.killPanel();
    panel.xfce(false);
    panel.untilIconIsThere();
    menu.choose("Quiet", "For 1 h");
    coach.untilTold("quiet-began", 1);
    coach.keepsToItself();
  }

  @Test
  void startedBeforeThePanelTheIconAppearsWithIt() {
    coach.start();
    menu = new TrayMenu(panel, coach.process().pid());
    panel.xfce(false);
    panel.untilIconIsThere();
    panel.rig.picture("e2e-tray-late-panel");
    menu.choose("Quiet", "For 1 h");
    coach.untilTold("quiet-began", 1);
  }
}
