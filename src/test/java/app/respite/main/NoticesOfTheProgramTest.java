package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.desktop.Rig;
import app.respite.desktop.linux.session.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real coach's prompts as XFCE's notifications, answered with a real pointer. */
@Tag("desktop")
class NoticesOfTheProgramTest {
  @TempDir Path folder;
  private Rig rig;
  private CoachRig coach;
  private Notices notices;

  @BeforeEach
  void aDesktop() {
    Rig.need("xdotool", "dbus-monitor");
    rig = new Rig(folder);
    rig.screen(800, 400);
    Parts.sessionBusWithout(rig);
    rig.run("said", "dbus-monitor", "--session", "interface='org.freedesktop.Notifications'");
    notices = new Notices(rig);
    notices.start();
    coach =
        new CoachRig(
            rig,
            20,
            "break.view = small",
            "strictness = firm",
            "sprint.length = 2m",
            "warning = 0s",
            "postpone.choices = 5m",
            "calls.hold = false");
    coach.hands();
    coach.start();
  }

  @AfterEach
  void end() {
    coach.close();
  }

  @Test
  void everyButtonOfAPromptDoesWhatItSays() {
    coach.work();
    coach.untilTold("break-due", 1);
    notices.click(1, 3);
    coach.untilTold("break-postponed", 1);
    notices.untilNone();

    coach.untilTold("break-due", 2);
    assertThat(Duration.between(at("break-postponed", 0), at("break-due", 1)))
        .as("it comes back after its time")
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(90));
    notices.click(1, 3);
    rig.until("it asks once more", () -> said().contains("\"Again: in 5 min\""));
    assertThat(coach.events().stream().filter("break-postponed"::equals)).hasSize(1);
    rig.picture("e2e-notice-again");
    notices.click(1, 3);
    coach.untilTold("break-postponed", 2);

    coach.untilTold("break-due", 3);
    notices.untilShown();
    rig.picture("e2e-notice-limit");
    assertThat(coach.now("can")).contains("skip").doesNotContain("postpone");
    notices.click(1, 2);
    coach.untilTold("break-skipped", 1);
    assertThat(CoachRig.text(coach.today(), "breaksSkipped")).isEqualTo("1");
    assertThat(CoachRig.text(coach.today(), "breaksPostponed")).isEqualTo("2");

    coach.untilTold("break-due", 4);
    notices.click(0, 3);
    assertThat(CoachRig.text(coach.event("break-started"), "route")).isEqualTo("accepted");
    coach.until("state", "break");
    coach.keepsToItself();
  }

  private Instant at(String event, int which) {
    List<String> all =
        coach.told().stream()
            .filter(CoachRig.named(event))
            .map(one -> CoachRig.text(one, "at"))
            .toList();
    return Instant.parse(all.get(which));
  }

  private String said() {
    return rig.ask("cat", folder.resolve("said.log").toString());
  }
}
