package app.respite.coach.attend;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Prompting;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.Faces;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.Tried;
import app.respite.coach.prompt.LiveDay;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.BreakView;
import app.respite.domain.day.Input;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DesktopPresenterTest {
  private final List<Sensed> heard = new ArrayList<>();
  private final List<Input.Command> asked = new ArrayList<>();
  private final List<String> faces = new ArrayList<>();
  private final List<Runnable> soon = new ArrayList<>();
  private boolean possible = true;
  private boolean corner = true;
  private boolean quit;
  private Duration clock = Duration.ofHours(1);
  private Preferences preferences = Preferences.DEFAULTS;
  private LiveDay day = new LiveDay(preferences);
  private Update latest = day.update();

  private static final class FakeSense implements Sense {
    @Nullable Consumer<Sensed> to;
    Attention attention = Attention.RELAXED;
    int looks;
    boolean closed;

    @Override
    public void start(Consumer<Sensed> to) {
      this.to = to;
    }

    @Override
    public void attend(Attention attention) {
      this.attention = attention;
    }

    @Override
    public void look() {
      looks++;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class FakeTray implements Tray {
    final List<TrayView> views = new ArrayList<>();
    @Nullable Listener listener;

    @Override
    public void start(TrayView first, Listener listener) {
      views.add(first);
      this.listener = listener;
    }

    @Override
    public void show(TrayView view) {
      views.add(view);
    }

    @Override
    public void close() {}
  }

  private record Fake<T>(String name, Supplier<Answer<T>> answer) implements Candidate<T> {
    @Override
    public Tried tried() {
      return Tried.NOT;
    }

    @Override
    public Answer<T> probe() {
      return answer.get();
    }
  }

  private static <T> Candidate<T> works(T port) {
    return new Fake<>("works", () -> new Answer.Works<>(port, ""));
  }

  private static <T> Candidate<T> missing() {
    return new Fake<>("missing", () -> new Answer.Missing<>("it is not there", ""));
  }

  private DesktopPresenter presenter(FakePorts ports) {
    DesktopPresenter presenter =
        new DesktopPresenter(
            new DesktopPresenter.Coach() {
              @Override
              public Update latest() {
                return latest;
              }

              @Override
              public void hear(Sensed sensed) {
                heard.add(sensed);
              }

              @Override
              public void ask(List<Input.Command> commands) {
                asked.addAll(commands);
              }

              @Override
              public void cornerPrompt(boolean wanted) {
                corner = wanted;
              }

              @Override
              public CompletableFuture<List<Task>> tasks() {
                return CompletableFuture.completedFuture(List.of(LiveDay.task("Boxes")));
              }

              @Override
              public void quit() {
                quit = true;
              }

              @Override
              public Duration clock() {
                return clock;
              }

              @Override
              public ZoneId zone() {
                return LiveDay.ZONE;
              }

              @Override
              public Preferences preferences() {
                return preferences;
              }
            },
            ports,
            new Faces() {
              @Override
              public boolean possible() {
                return possible;
              }

              @Override
              public void breakView() {
                faces.add("break");
              }

              @Override
              public void miniTimer() {
                faces.add("mini");
              }

              @Override
              public void window(String page) {
                faces.add("window " + page);
              }
            },
            Runnable::run,
            (wait, work) -> soon.add(work),
            line -> {});
    presenter.start();
    return presenter;
  }

  private void seconds(DesktopPresenter presenter, int seconds) {
    for (int second = 0; second < seconds; second++) {
      clock = clock.plusSeconds(1);
      day.seconds(1);
      latest = day.update();
      presenter.updated(latest);
    }
  }

  private void sprint() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false));
  }

  @Test
  void b19WithoutAnySenseOfInputTheCoachIsToldSo() {
    presenter(new FakePorts().with(PortKind.IDLE, missing()));
    assertThat(heard).contains(new Sensed.Present(false));
  }

  @Test
  void whatNoSenseTellsOfIsTakenAsNotSo() {
    presenter(new FakePorts());
    assertThat(heard)
        .contains(
            new Sensed.Locked(false),
            new Sensed.DoNotDisturb(false),
            new Sensed.FullScreen(false),
            new Sensed.InCall(false));
  }

  @Test
  void theFirstSenseThatWorksIsUsed() {
    FakeSense first = new FakeSense();
    FakeSense second = new FakeSense();
    presenter(new FakePorts().with(PortKind.IDLE, missing(), works(first), works(second)));
    assertThat(first.to).isNotNull();
    assertThat(second.to).isNull();
    assertThat(heard).contains(new Sensed.Present(true));
  }

  @Test
  void aSenseThatComesLateIsFound() {
    FakeSense late = new FakeSense();
    List<Answer<Sense>> answers = new ArrayList<>();
    answers.add(new Answer.Missing<>("not yet", ""));
    DesktopPresenter presenter =
        presenter(
            new FakePorts()
                .with(
                    PortKind.IDLE,
                    new Fake<Sense>(
                        "late",
                        () ->
                            answers.isEmpty()
                                ? new Answer.Works<>(late, "")
                                : answers.removeFirst())));
    assertThat(late.to).isNull();
    seconds(presenter, 20);
    assertThat(late.to).isNotNull();
  }

  @Test
  void b19ALostSenseIsSaidAndReplaced() {
    FakeSense first = new FakeSense();
    FakeSense second = new FakeSense();
    List<FakeSense> both = new ArrayList<>(List.of(first, second));
    DesktopPresenter presenter =
        presenter(
            new FakePorts()
                .with(
                    PortKind.IDLE,
                    new Fake<Sense>(
                        "one of two", () -> new Answer.Works<>(both.removeFirst(), ""))));
    heard.clear();
    first.to.accept(new Sensed.Lost("the display is gone"));
    assertThat(heard).containsExactly(new Sensed.Present(false));
    assertThat(first.closed).isTrue();
    seconds(presenter, 20);
    assertThat(second.to).isNotNull();
    assertThat(heard).contains(new Sensed.Present(true));
  }

  @Test
  void theHandsAreWatchedNoMoreCloselyThanTheMomentNeeds() {
    FakeSense sense = new FakeSense();
    DesktopPresenter presenter = presenter(new FakePorts().with(PortKind.IDLE, works(sense)));
    assertThat(sense.attention).isEqualTo(Attention.RELAXED);
    sprint();
    seconds(presenter, 2);
    assertThat(sense.attention).isEqualTo(Attention.WORKING);
    day.minutes(25);
    seconds(presenter, 1);
    assertThat(sense.attention).isEqualTo(Attention.CLOSE);
    day.tell(new Input.Skip());
    seconds(presenter, 1);
    assertThat(sense.attention).isEqualTo(Attention.WORKING);
  }

  @Test
  void sensesThatCanOnlyLookLookSeldom() {
    FakeSense sense = new FakeSense();
    DesktopPresenter presenter = presenter(new FakePorts().with(PortKind.CALLS, works(sense)));
    seconds(presenter, 60);
    assertThat(sense.looks).isZero();
    sprint();
    seconds(presenter, 60);
    assertThat(sense.looks).isBetween(5, 7);
  }

  @Test
  void theTrayIsToldOnlyWhatChanged() {
    FakeTray tray = new FakeTray();
    DesktopPresenter presenter = presenter(new FakePorts().with(PortKind.TRAY, works(tray)));
    sprint();
    seconds(presenter, 600);
    assertThat(tray.views.size()).isLessThanOrEqualTo(26);
    assertThat(tray.views).doesNotHaveDuplicates();
  }

  @Test
  void aChoiceInTheMenuReachesTheCoach() {
    FakeTray tray = new FakeTray();
    presenter(new FakePorts().with(PortKind.TRAY, works(tray)));
    tray.listener.chosen(
        new TrayView.Choice("tired", "", true, null, DesktopAction.Command.of(new Input.Tired())));
    tray.listener.chosen(
        new TrayView.Choice("review", "", true, null, new DesktopAction.OpenWindow("review")));
    tray.listener.chosen(new TrayView.Choice("quit", "", true, null, new DesktopAction.Quit()));
    assertThat(asked).containsExactly(new Input.Tired());
    assertThat(faces).containsExactly("window review");
    assertThat(quit).isTrue();
  }

  @Test
  void theBreakViewGetsReadyWithTheWarning() {
    FakeNotifier notifier = new FakeNotifier();
    DesktopPresenter presenter =
        presenter(new FakePorts().with(PortKind.NOTIFICATIONS, works(notifier)));
    sprint();
    day.minutes(24);
    seconds(presenter, 28);
    assertThat(faces).isEmpty();
    seconds(presenter, 4);
    assertThat(faces).contains("break");
    assertThat(corner).isFalse();
  }

  @Test
  void withoutNotificationsWithButtonsAFaceShowsTheSmallPrompt() {
    FakeNotifier notifier = new FakeNotifier();
    notifier.buttons = false;
    preferences = preferences.with(CoachKeys.BREAK_VIEW, BreakView.SMALL);
    day = new LiveDay(preferences);
    DesktopPresenter presenter =
        presenter(new FakePorts().with(PortKind.NOTIFICATIONS, works(notifier)));
    sprint();
    day.minutes(25);
    seconds(presenter, 5);
    assertThat(corner).isTrue();
    assertThat(faces).contains("break");
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void withSmallPromptsAndRealButtonsNoFaceIsStarted() {
    FakeNotifier notifier = new FakeNotifier();
    preferences = preferences.with(CoachKeys.BREAK_VIEW, BreakView.SMALL);
    day = new LiveDay(preferences);
    DesktopPresenter presenter =
        presenter(new FakePorts().with(PortKind.NOTIFICATIONS, works(notifier)));
    sprint();
    day.minutes(24);
    seconds(presenter, 300);
    day.tell(new Input.Accept());
    seconds(presenter, 60);
    assertThat(faces).isEmpty();
  }

  @Test
  void aViewThatDoesNotComeIsMadeUpForByANotification() {
    FakeNotifier notifier = new FakeNotifier();
    DesktopPresenter presenter =
        presenter(new FakePorts().with(PortKind.NOTIFICATIONS, works(notifier)));
    sprint();
    day.minutes(24);
    seconds(presenter, 60 + 181);
    assertThat(notifier.onShow).isEmpty();
    seconds(presenter, 4);
    assertThat(notifier.onShow).containsKey("prompt");
    presenter.onShow(Prompting.Form.VIEW);
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void whereNoFaceIsPossibleTheNotificationAsksAlone() {
    possible = false;
    FakeNotifier notifier = new FakeNotifier();
    notifier.buttons = false;
    DesktopPresenter presenter =
        presenter(new FakePorts().with(PortKind.NOTIFICATIONS, works(notifier)));
    sprint();
    day.minutes(25);
    seconds(presenter, 5);
    assertThat(faces).isEmpty();
    assertThat(notifier.onShow).containsKey("prompt");
  }

  @Test
  void closingClosesWhatWasOpened() {
    FakeSense sense = new FakeSense();
    DesktopPresenter presenter = presenter(new FakePorts().with(PortKind.IDLE, works(sense)));
    presenter.close();
    assertThat(sense.closed).isTrue();
    int before = heard.size();
    presenter.updated(latest);
    assertThat(heard).hasSize(before);
  }
}
