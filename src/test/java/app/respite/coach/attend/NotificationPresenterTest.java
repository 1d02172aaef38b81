package app.respite.coach.attend;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Announcement;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.Notifier.Button;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.prompt.LiveDay;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.setting.Preferences;
import app.respite.ui.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationPresenterTest {
  private final FakeNotifier notifier = new FakeNotifier();
  private final NotificationPresenter presenter = new NotificationPresenter(notifier);
  private final LiveDay day = new LiveDay(Preferences.DEFAULTS);
  private boolean view = true;

  private void seconds(int seconds) {
    for (int second = 0; second < seconds; second++) {
      day.seconds(1);
      presenter.show(day.update(), view, false, LiveDay.ZONE);
    }
  }

  private void press(String notice, String button) {
    presenter
        .pressed(notice, button, day.now())
        .ifPresent(deed -> ((DesktopAction.Command) deed).commands().forEach(day::tell));
    presenter.show(day.update(), view, false, LiveDay.ZONE);
  }

  private Notice prompt() {
    return notifier.onShow.get("prompt");
  }

  private void sprintIsOver() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(24);
    seconds(65);
  }

  @Test
  void aBreakIsAnnouncedOnceThenAskedForOnce() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(24);
    seconds(40);
    assertThat(prompt().title()).isEqualTo("Short break in 30 s");
    assertThat(prompt().buttons()).isEmpty();
    seconds(60);
    assertThat(prompt().title()).startsWith("Time for a short break");
    assertThat(prompt().buttons())
        .extracting(Button::label)
        .containsExactly("Take it", "In 5 min", "In 10 min", "In 15 min", "Skip");
    assertThat(notifier.all).hasSize(2);
  }

  @Test
  void whatTheUserPutAwayDoesNotComeBackByItself() {
    sprintIsOver();
    notifier.onShow.clear();
    seconds(90);
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void acceptingStartsTheBreakAndTakesThePromptAway() {
    sprintIsOver();
    press("prompt", "accept");
    assertThat(day.now().state()).hasToString("BREAK");
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void thePromptComesBackAfterThePostponedTime() {
    sprintIsOver();
    press("prompt", "postpone-300");
    assertThat(notifier.onShow).isEmpty();
    seconds(299);
    assertThat(notifier.onShow).isEmpty();
    seconds(2);
    assertThat(prompt().body()).contains("Put off once");
  }

  @Test
  void theSecondPostponementAsksForOneMorePress() {
    sprintIsOver();
    press("prompt", "postpone-300");
    seconds(301);
    press("prompt", "postpone-300");
    assertThat(day.now().due().postponed()).isEqualTo(1);
    assertThat(prompt().body()).contains("Press it once more");
    press("prompt", "postpone-300");
    assertThat(day.now().due().postponed()).isEqualTo(2);
  }

  @Test
  void b39AGatedSkipAsksForOneMorePress() {
    for (int skip = 0; skip < 2; skip++) {
      sprintIsOver();
      press("prompt", "skip");
    }
    sprintIsOver();
    press("prompt", "skip");
    assertThat(day.now().due()).isNotNull();
    assertThat(prompt().body()).contains("Press Skip once more");
    press("prompt", "skip");
    assertThat(day.now().due()).isNull();
  }

  @Test
  void b54ThePromptNamesThePlatformsTimerFirstAndWarnsOfItsDeadline() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(20);
    day.tell(new Input.Claim(Duration.ofMinutes(9))).minutes(4);
    seconds(62);
    assertThat(prompt().body())
        .startsWith("Submit or pause the platform timer first; the claim runs until 09:29")
        .contains("before a break of 5 min would be over");
  }

  @Test
  void theNotificationStaysUntilAViewHasSaidThatItIsThere() {
    sprintIsOver();
    view = false;
    seconds(200);
    assertThat(prompt()).isNotNull();
    view = true;
    seconds(1);
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void aBreakWithoutAViewIsSaid() {
    sprintIsOver();
    view = false;
    press("prompt", "accept");
    assertThat(prompt().title()).isEqualTo("Your break runs");
    int before = notifier.all.size();
    seconds(60);
    assertThat(notifier.all).hasSize(before);
  }

  @Test
  void theEndOfABreakOffersTheNextSprint() {
    sprintIsOver();
    press("prompt", "accept");
    seconds(301);
    assertThat(notifier.onShow.get("after").title()).isEqualTo("Your break is over");
    press("after", "start");
    assertThat(day.now().state()).hasToString("SPRINT");
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void b61TheOfferToStartCanBeTakenWithOnePress() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(1);
    day.tell(new Input.Stop()).still(0).minutes(6).tell(new Input.Active());
    seconds(700);
    assertThat(notifier.onShow.get("advice").buttons())
        .extracting(Button::label)
        .containsExactly("Count these minutes", "Start Boxes");
  }

  @Test
  void nothingIsSaidWhilePromptsAreHeldBack() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(1);
    day.tell(new Input.Quiet(Duration.ofHours(2), false, false)).minutes(20);
    seconds(600);
    assertThat(notifier.all).isEmpty();
  }

  @Test
  void b68APromptThatAHoldTookAwayComesBackOnceAndMakesNoSound() {
    sprintIsOver();
    assertThat(prompt().urgency()).isEqualTo(Urgency.NORMAL);
    int before = notifier.all.size();
    for (int hold = 1; hold <= 3; hold++) {
      day.tell(new Input.DoNotDisturb(true));
      seconds(60);
      assertThat(notifier.onShow).isEmpty();
      day.tell(new Input.DoNotDisturb(false));
      seconds(60);
      assertThat(prompt().title()).startsWith("Time for a short break");
      assertThat(prompt().urgency()).isEqualTo(Urgency.SILENT);
      assertThat(notifier.all).hasSize(before + hold);
    }
    press("prompt", "postpone-300");
    seconds(301);
    assertThat(prompt().urgency()).as("put off, it is announced anew").isEqualTo(Urgency.NORMAL);
  }

  @Test
  void b66ARestAndAnOfferToCountThatComeTogetherAreBothSeen() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, true)).minutes(50);
    day.tell(new Input.TakeBreak(null)).minutes(2);
    day.tell(new Input.EndBreak(false));
    seconds(610);
    Notice notice = notifier.onShow.get("advice");
    assertThat(notice.title()).contains("You can count these minutes");
    assertThat(notice.body()).contains("about 60 minutes without a rest");
    assertThat(notice.buttons())
        .extracting(Button::label)
        .containsExactly("Count these minutes", "Start Boxes", "Rest now");
    assertThat(notice.urgency()).isEqualTo(Urgency.QUIET);
    assertThat(day.now().notice()).isEqualTo(notice.title() + "\n" + notice.body());
    assertThat(notifier.all).filteredOn(one -> one.id().equals("advice")).hasSize(1);
    press("advice", "break");
    assertThat(day.now().state()).hasToString("BREAK");
    assertThat(day.now().notice()).as("both are done with").isNull();
  }

  private static Announcement advice(Instant at, Event.Advice.Kind kind, String sentence) {
    return new Announcement.OfDay(at, new Event.Advice(kind, null, sentence));
  }

  private void told(Moments moment, Announcement... told) {
    presenter.show(
        new Update(moment.build(), 1, true, true, "", Prompting.NONE, List.of(told)),
        view,
        false,
        LiveDay.ZONE);
  }

  @Test
  void ofTooManyButtonsTheRestsIsKept() {
    Moments moment = Moments.off();
    moment.task = "Boxes";
    moment.countFrom = Moments.AT;
    told(
        moment,
        advice(Moments.AT, Event.Advice.Kind.EVENING, "Your review?"),
        advice(Moments.AT, Event.Advice.Kind.START, "Count?"),
        advice(Moments.AT, Event.Advice.Kind.REST, "Rest?"),
        advice(Moments.AT, Event.Advice.Kind.REST, "Rest?"));
    Notice notice = notifier.onShow.get("advice");
    assertThat(notice.title()).isEqualTo("Your review?");
    assertThat(notice.body()).isEqualTo("Count?\nRest?");
    assertThat(notice.buttons())
        .extracting(Button::label)
        .containsExactly("See your day", "Count these minutes", "Rest now");
  }

  @Test
  void whatHappenedIsSaidOnceThoughItsUpdateIsShownAgain() {
    told(Moments.off(), advice(Moments.AT, Event.Advice.Kind.EVENING, "Your review?"));
    presenter.pressed("advice", "review", Moments.off().build());
    told(Moments.off(), advice(Moments.AT, Event.Advice.Kind.EVENING, "Your review?"));
    assertThat(notifier.all).hasSize(1);
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void theSameWordsOfTwoDaysAreSaidOnEach() {
    told(Moments.off(), advice(Moments.AT, Event.Advice.Kind.EVENING, "Your review?"));
    told(Moments.off());
    told(
        Moments.off(),
        advice(Moments.AT.plus(Duration.ofDays(1)), Event.Advice.Kind.EVENING, "Your review?"));
    assertThat(notifier.all).hasSize(2);
  }

  @Test
  void theDaysLimitStandsBesideAnAdvice() {
    told(
        Moments.off(),
        advice(Moments.AT, Event.Advice.Kind.REST, "Rest?"),
        new Announcement.OfDay(Moments.AT, new Event.DayLimit(Duration.ofHours(8))));
    assertThat(notifier.onShow).containsOnlyKeys("advice", "day-limit");
    assertThat(presenter.pressed("day-limit", "stop", Moments.off().build()))
        .contains(DesktopAction.Command.of(new Input.Stop()));
  }

  @Test
  void withoutButtonsAndWithAFaceTheFaceAsksAlone() {
    notifier.buttons = false;
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(25);
    for (int second = 0; second < 10; second++) {
      day.seconds(1);
      presenter.show(day.update(), true, true, LiveDay.ZONE);
    }
    assertThat(notifier.onShow).isEmpty();
  }

  @Test
  void theEveningsOfferOpensTheReview() {
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(10);
    day.tell(new Input.DayEnd());
    presenter.show(day.update(), view, false, LiveDay.ZONE);
    Notice notice = notifier.onShow.get("advice");
    assertThat(notice.title()).startsWith("If that was it for today");
    assertThat(notice.buttons()).extracting(Button::label).containsExactly("See your day");
    assertThat(presenter.pressed("advice", "review", day.now()))
        .contains(new DesktopAction.OpenWindow("review"));
  }

  @Test
  void whatIsSuggestedIsTakenOrPutAwayInItsNotice() {
    Moments moment = Moments.onBreak();
    moment.suggestion =
        new Suggestion(
            Suggestion.Kind.LONGER_BREAK, Duration.ofMinutes(15), null, "Longer?", Moments.AT);
    Announcement told = advice(Moments.AT, Event.Advice.Kind.LONGER_BREAK, "Longer?");
    presenter.show(
        new Update(moment.build(), 1, true, true, "", Prompting.NONE, List.of(told)),
        view,
        false,
        LiveDay.ZONE);
    assertThat(notifier.onShow.get("advice").buttons())
        .extracting(Button::label)
        .containsExactly("Make it 15 min", "Not today");
    assertThat(presenter.pressed("advice", "take", moment.build()))
        .contains(DesktopAction.Command.of(new Input.TakeSuggestion()));
    assertThat(presenter.pressed("advice", "dismiss", moment.build()))
        .contains(DesktopAction.Command.of(new Input.DismissSuggestion()));
  }
}
