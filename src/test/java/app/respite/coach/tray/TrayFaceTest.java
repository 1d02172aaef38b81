package app.respite.coach.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.prompt.LiveDay;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.setting.Preferences;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrayFaceTest {
  private final LiveDay day = new LiveDay(Preferences.DEFAULTS);

  private LiveDay sprint() {
    return day.tell(new Input.Start(LiveDay.task("Boxes"), null, false));
  }

  private TrayView view() {
    return view(day);
  }

  private static TrayView view(LiveDay of) {
    return TrayFace.of(
        of.update(), List.of(LiveDay.task("Boxes"), LiveDay.task("Search")), LiveDay.ZONE);
  }

  private static Stream<Choice> choices(List<Entry> menu) {
    return menu.stream()
        .flatMap(
            entry ->
                switch (entry) {
                  case Choice choice -> Stream.of(choice);
                  case Group group -> choices(group.entries());
                  default -> Stream.empty();
                });
  }

  private static Optional<Choice> choice(TrayView view, String id) {
    return choices(view.menu()).filter(choice -> choice.id().equals(id)).findFirst();
  }

  private static List<String> enabled(TrayView view) {
    return choices(view.menu()).filter(Choice::enabled).map(Choice::id).toList();
  }

  @Test
  void itChangesOnceAMinuteAndNotOnceASecond() {
    sprint().seconds(1);
    Set<TrayView> seen = new HashSet<>();
    for (int second = 0; second < 600; second++) {
      seen.add(view(day.seconds(1)));
    }
    assertThat(seen.size()).isLessThanOrEqualTo(22);
  }

  @Test
  void theTooltipTellsStateTimeLeftAndWhatComesNext() {
    sprint().minutes(6);
    assertThat(view().title()).isEqualTo("Boxes · 19 min left");
    assertThat(view().text()).isEqualTo("Short break at 09:25");
    assertThat(view().icon().kind()).isEqualTo(Kind.WORK);
  }

  @Test
  void theTooltipTellsTheReasonForASilence() {
    sprint().minutes(6).tell(new Input.Quiet(Duration.ofMinutes(60), false, false));
    assertThat(view().text()).startsWith("Quiet until 10:06");
    day.minutes(20);
    assertThat(view().text()).contains("Short break waits until then");
  }

  @Test
  void b36EveryLabelFollowsTheState() {
    assertThat(choice(view(), "start")).get().extracting(Choice::label).isEqualTo("Start …");
    sprint();
    assertThat(choice(view(), "start")).isEmpty();
    assertThat(choice(view(), "stop")).get().extracting(Choice::label).isEqualTo("Stop");
    assertThat(choice(view(), "pause")).get().extracting(Choice::enabled).isEqualTo(true);
    day.tell(new Input.Pause(null));
    assertThat(choice(view(), "pause")).isEmpty();
    assertThat(choice(view(), "resume")).get().extracting(Choice::enabled).isEqualTo(true);
    day.tell(new Input.Resume()).tell(new Input.TakeBreak(null));
    assertThat(choice(view(), "break")).isEmpty();
    assertThat(choice(view(), "end-break")).get().extracting(Choice::label).isEqualTo("I'm back");
    assertThat(view().icon().kind()).isEqualTo(Kind.REST);
    day.tell(new Input.EndBreak(false)).tell(new Input.Stop());
    assertThat(choice(view(), "start")).get().extracting(Choice::label).isEqualTo("Start Boxes");
  }

  private static LiveDay worked(Strictness strictness, int minutes) {
    LiveDay one = new LiveDay(Preferences.DEFAULTS.with(CoachKeys.STRICTNESS, strictness));
    return minutes == 0
        ? one
        : one.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(minutes);
  }

  @Test
  void b36TheCoachRefusesNothingThatTheMenuOffers() {
    for (Strictness strictness : Strictness.values()) {
      for (int minutes : List.of(0, 10, 25, 27, 90)) {
        for (Choice choice : choices(view(worked(strictness, minutes)).menu()).toList()) {
          if (choice.enabled()
              && choice.deed() instanceof DesktopAction.Command(List<Input.Command> commands)) {
            LiveDay one = worked(strictness, minutes);
            one.update();
            commands.forEach(one::tell);
            assertThat(one.update().events())
                .as("%s after %d minutes, %s", strictness, minutes, choice.label())
                .noneMatch(told -> told instanceof Event.Refused);
          }
        }
      }
    }
  }

  @Test
  void aDueBreakCanBeAnsweredInTheMenu() {
    sprint().minutes(25).seconds(2);
    assertThat(view().attention()).isTrue();
    assertThat(view().icon().kind()).isEqualTo(Kind.DUE);
    assertThat(enabled(view()))
        .contains("accept", "postpone-300", "postpone-600", "postpone-900", "skip");
  }

  @Test
  void b30AStrictBreakHasNoBackDoorInTheMenu() {
    LiveDay strict =
        new LiveDay(Preferences.DEFAULTS.with(CoachKeys.STRICTNESS, Strictness.STRICT));
    strict.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(25).seconds(2);
    assertThat(enabled(view(strict)))
        .contains("accept")
        .doesNotContain("skip", "start", "postpone-300");
    strict.tell(new Input.Accept()).seconds(5);
    assertThat(enabled(view(strict))).doesNotContain("skip", "end-break", "stop", "start", "pause");
  }

  private static String boxes() {
    return LiveDay.task("Boxes").id().toString();
  }

  @Test
  void theChosenTaskIsMarked() {
    sprint();
    assertThat(choice(view(), "task-" + boxes())).get().extracting(Choice::checked).isEqualTo(true);
    assertThat(choice(view(), "task-" + LiveDay.task("Search").id()))
        .get()
        .extracting(Choice::checked)
        .isEqualTo(false);
  }

  @Test
  void theFirstLineIsTheState() {
    sprint().minutes(6);
    assertThat(view().menu().getFirst()).isEqualTo(new Line("Boxes · 19 min left"));
  }
}
