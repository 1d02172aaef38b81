package app.respite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Prompting;
import app.respite.coach.port.Update;
import app.respite.coach.prompt.LiveDay;
import app.respite.coach.words.Sentences;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Question;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.Questions;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.setting.Preferences;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the terminal shows of questions and suggestions. */
class FocusViewTest {
  private static final int COLUMNS = 81;
  private final FocusView view = new FocusView(FakeFace.BERLIN, false);

  private static Update update(Moments moment) {
    return new Update(moment.build(), 1, true, true, "", Prompting.NONE, List.of());
  }

  private List<String> lines(Moments moment, List<String> prompt) {
    return view.lines(update(moment), Duration.ZERO, COLUMNS, "", prompt);
  }

  private static Moments suggesting() {
    Moments moment = Moments.onBreak();
    moment.suggestion =
        new Suggestion(
            Suggestion.Kind.LONGER_BREAK,
            Duration.ofMinutes(15),
            null,
            "Your ratings point to about 7/10 tired now, between 6 and 8; a break of 15 minutes may"
                + " do more than 5.",
            Moments.AT);
    moment.can.addAll(Set.of(Action.TAKE, Action.DISMISS));
    return moment;
  }

  @Test
  void b65TheMinutesThatNothingCountedAreCountedWithAKey() {
    LiveDay day = new LiveDay(Preferences.DEFAULTS);
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(25);
    day.tell(new Input.Accept()).minutes(14);
    assertThat(keys(day.update())).doesNotContain("count these minutes");
    assertThat(day.now().counting()).isNull();
    day.minutes(2);
    assertThat(keys(day.update())).contains("c count these minutes");
    day.tell(day.now().counting());
    assertThat(day.now().state()).isEqualTo(Mode.SPRINT);
    assertThat(day.now().sinceRest()).isEqualTo(Duration.ofMinutes(11));
    assertThat(keys(day.update())).doesNotContain("count these minutes");
  }

  @Test
  void b65APauseThatWasForgottenIsCountedWithTheSameKey() {
    LiveDay day = new LiveDay(Preferences.DEFAULTS);
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(5);
    day.tell(new Input.Pause(null)).minutes(12);
    assertThat(keys(day.update())).contains("c count these minutes");
    day.tell(day.now().counting());
    assertThat(day.now().state()).isEqualTo(Mode.SPRINT);
    assertThat(day.now().sinceRest()).isEqualTo(Duration.ofMinutes(17));
  }

  private String keys(Update update) {
    return String.join(" ", view.lines(update, Duration.ZERO, COLUMNS, "", List.of()));
  }

  @Test
  void b66AnOfferAndARestAtOneMomentAreBothRead() {
    LiveDay day = new LiveDay(Preferences.DEFAULTS);
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, true)).minutes(50);
    day.tell(new Input.TakeBreak(null)).minutes(2);
    day.tell(new Input.EndBreak(false)).update();
    day.minutes(10);
    Update told = day.update();
    String message = new Sentences(FakeFace.BERLIN).newest(told.events(), "");
    List<String> lines = view.lines(told, Duration.ZERO, COLUMNS, message, List.of());
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains(
            "You can count these minutes, or start from here. You have been at it for about 60")
        .contains("A 10-minute rest may do you good.");
    assertThat(lines).allMatch(line -> line.length() < COLUMNS);
    assertThat(new Sentences(FakeFace.BERLIN).newest(List.of(), message)).isEqualTo(message);
  }

  @Test
  void aSuggestionIsReadWholeAndHasItsKeys() {
    List<String> lines = lines(suggesting(), List.of());
    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .contains("Suggested: " + suggesting().suggestion.sentence())
        .contains("y do what is suggested", "n not today");
    assertThat(lines).allMatch(line -> line.length() < COLUMNS);
  }

  @Test
  void whyABreakIsDueIsReadWhole() {
    Moments moment = Moments.restDue();
    DueBreak due = moment.due;
    String reason =
        "by your last 268 rated sprints you usually reach about 6/10 tired after 60 to 80 minutes"
            + " of work like today's";
    moment.due =
        new DueBreak(
            due.kind(),
            due.state(),
            due.length(),
            due.since(),
            due.at(),
            due.postponed(),
            due.skipGated(),
            reason,
            due.owed());
    List<String> lines = lines(moment, List.of());
    assertThat(String.join(" ", lines)).contains(reason);
    assertThat(lines).allMatch(line -> line.length() < COLUMNS);
  }

  @Test
  void withoutASuggestionThereAreNoKeysForIt() {
    assertThat(String.join(" ", lines(Moments.onBreak(), List.of())))
        .doesNotContain("Suggested", "not today");
  }

  @Test
  void aQuestionStandsAboveTheKeysAndLeavesThemInSight() {
    List<String> lines = lines(Moments.onBreak(), CheckInPrompt.about(Question.EVENING).lines());
    assertThat(String.join(" ", lines)).contains("The end of your day. How tired are you now?");
    assertThat(lines.getLast()).contains("t tired");
  }

  @Test
  void whatTheTimeOfTheRestRestsOnIsSaidWhereNothingElseIs() {
    Moments moment = Moments.sprint();
    moment.basis = "We do not know your pattern yet (2 of 3 ratings)";
    assertThat(lines(moment, List.of())).contains(moment.basis);
  }

  @Test
  void theStatusSaysWhatIsAskedAndSuggested() {
    Sentences say = new Sentences(FakeFace.BERLIN);
    assertThat(say.status(update(suggesting())))
        .endsWith("may do more than 5. (respite take, respite dismiss)")
        .doesNotContain("\n");
    Moments before = Moments.sprint();
    before.questions = new Questions(true, false, false);
    assertThat(say.status(update(before)))
        .endsWith("How tired are you before this sprint? check-in --before --fatigue");
    assertThat(say.status(update(Moments.sprint()))).doesNotContain("check-in", "Suggested");
  }
}
