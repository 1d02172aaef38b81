package app.respite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.cli.ProgramServices.Checkup;
import app.respite.cli.ProgramServices.CoachSeen;
import app.respite.cli.text.Columns;
import app.respite.coach.port.desktop.Finding;
import app.respite.coach.port.desktop.Finding.Row;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Tried;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What doctor prints. */
class CheckupTest {
  private static final CoachSeen NO_COACH = new CoachSeen(false, null, "");

  private static final Finding IDLE =
      new Finding(
          PortKind.IDLE,
          "X11 idle counter",
          "The coach runs as a timer only.",
          List.of(
              new Row("Mutter", false, "no session bus", "log in to a desktop", Tried.MOCK),
              new Row("X11 idle counter", true, "", "", Tried.REAL),
              new Row("Another", true, "as a spare", "", Tried.NOT)));

  private static final Finding CALLS =
      new Finding(PortKind.CALLS, "", "Tell the coach about calls.", List.of());

  private static Checkup checkup(
      CoachSeen coach, @Nullable Boolean autostart, Finding... findings) {
    return new Checkup(
        "respite 1",
        "25",
        "Linux",
        "x11",
        ":0",
        Path.of("/home"),
        coach,
        autostart,
        List.of(findings));
  }

  @Test
  void theTextSaysWhatIsUsedWhatIsMissingAndHowToGetIt() {
    assertThat(CheckupText.lines(checkup(NO_COACH, false, IDLE, CALLS)))
        .containsExactly(
            "What this desktop offers, seen from here, and what the coach uses of it.",
            "",
            "Idle time",
            "  no     Mutter (tried against a stand-in): no session bus",
            "         To get it: log in to a desktop",
            "  used   X11 idle counter (tried on a real system)",
            "  works  Another (not tried): as a spare",
            "Calls: none. Tell the coach about calls.",
            "",
            "Program    respite 1",
            "Java       25",
            "System     Linux",
            "Session    x11",
            "Display    :0",
            "Home       /home",
            "Coach      none runs; start it with: respite start",
            "At login   the coach does not start; respite autostart --on changes that");
  }

  @Test
  void whatDoesNotWorkForTheSameReasonSharesALineAndAWayOut() {
    List<Row> rows =
        List.of(
            new Row("A", false, "no bus", "start one", Tried.REAL),
            new Row("B", false, "no bus", "start one", Tried.NOT),
            new Row("C", false, "no service", "", Tried.MOCK),
            new Row("D", false, "no bus at all", "start one", Tried.MOCK),
            new Row("E", true, "", "", Tried.NOT),
            new Row("F", false, "no portal", "install one", Tried.MOCK));
    assertThat(
            CheckupText.lines(checkup(NO_COACH, null, new Finding(PortKind.LOCK, "E", "", rows))))
        .containsSequence(
            "Screen lock",
            "  no     A (tried on a real system), B (not tried): no bus",
            "         To get it: start one",
            "  no     C (tried against a stand-in): no service",
            "  no     D (tried against a stand-in): no bus at all",
            "  used   E (not tried)",
            "  no     F (tried against a stand-in): no portal",
            "",
            "Program    respite 1");
  }

  @Test
  void theCoachAndTheStartAtLoginAreSaidAsTheyAre() {
    assertThat(CheckupText.lines(checkup(new CoachSeen(true, true, ""), true)))
        .contains(
            "Coach      runs, and knows whether you are there",
            "At login   the coach starts; respite autostart --off ends that");
    assertThat(CheckupText.lines(checkup(new CoachSeen(true, false, "the disk is full"), null)))
        .contains(
            "Coach      runs, and does not know whether you are there: timer only; the disk",
            "           is full",
            "At login   the coach cannot be set to start here");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noLineIsWiderThanATerminalAndNothingIsLost(long seed) {
    Random random = new Random(seed);
    String[] words = {
      "a", "word", "/a/very/long/path/" + "x".repeat(200), "界".repeat(50), "\u001b[1m"
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    String much = text.toString().strip();
    Finding finding =
        new Finding(PortKind.TRAY, "", much, List.of(new Row(much, false, much, much, Tried.NOT)));
    Checkup checkup =
        new Checkup(
            much,
            much,
            much,
            much,
            much,
            Path.of("/" + "x".repeat(300)),
            NO_COACH,
            null,
            List.of(finding));
    List<String> lines = CheckupText.lines(checkup);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(Columns.cut(line, 80)).isEqualTo(line);
              assertThat(line).doesNotContain("\u001b");
            });
    String letters = String.join("", lines).replace(" ", "");
    assertThat(letters).contains("Program" + much.replace(" ", "").replace('\u001b', '?'));
  }

  @Test
  void theDocumentHasItsShape() throws JsonException {
    Map<String, @Nullable Object> document =
        Json.readObject(
            Json.write(
                DesktopCommands.Doctor.document(
                    checkup(new CoachSeen(true, true, "x"), null, IDLE, CALLS)),
                ZoneOffset.UTC));
    assertThat(document.keySet())
        .containsExactly(
            "build", "java", "os", "session", "display", "home", "coach", "autostart", "ports");
    assertThat(document).containsEntry("autostart", null).containsEntry("home", "/home");
    assertThat(document.get("coach"))
        .isEqualTo(Map.of("running", true, "presenceKnown", true, "trouble", "x"));
    List<?> ports = (List<?>) document.get("ports");
    assertThat(ports).hasSize(2);
    Map<?, ?> idle = (Map<?, ?>) ports.getFirst();
    assertThat(idle.keySet().toString()).isEqualTo("[port, used, without, candidates]");
    assertThat(idle.get("port")).isEqualTo("idle");
    assertThat(idle.get("used")).isEqualTo("X11 idle counter");
    assertThat(((List<?>) idle.get("candidates")).getFirst())
        .isEqualTo(
            Map.of(
                "name", "Mutter",
                "works", false,
                "why", "no session bus",
                "remedy", "log in to a desktop",
                "tried", "mock"));
    assertThat(((Map<?, ?>) ports.getLast()).get("used")).isNull();
  }
}
