package app.respite.domain.day.course;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.StateFields;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.fatigue.Suggestion.Kind;
import app.respite.domain.fatigue.Traits;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.EnumWords;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the coach does with what it has learnt, on a day that is stepped through by hand. */
class AdviceTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Task BOXES = Task.named(new UUID(1, 1), "Boxes");
  private static final Task SEARCH = Task.named(new UUID(1, 2), "Search");

  private static final StateFields.History ONLY_BOXES = new SmallHistory(BOXES);

  private final List<TimedEvent> told = new ArrayList<>();
  private DayState state = DayState.initial(NINE, ZoneOffset.UTC, Preferences.DEFAULTS, 7);

  /** Somebody of whom all is known: such half-lives in minutes, 2 of 10 when fresh. */
  private static Knowledge known(int ratings, double buildUp, double recovery, boolean pattern) {
    Traits traits = new Traits(Math.log(2) / buildUp, Math.log(2) / recovery, 2, 0);
    Belief belief =
        new Belief(
            ratings,
            9,
            NINE.minusSeconds(90_000),
            1,
            List.of(new Belief.Guess(1, traits, .05, 0, 0, .1)),
            new Range(buildUp * .8, buildUp, buildUp * 1.2),
            new Range(recovery * .8, recovery, recovery * 1.2),
            pattern,
            4.0);
    return new Knowledge(
        NINE,
        belief,
        Habits.NONE,
        List.of(new TaskTiredness(BOXES, 6.2, 12), new TaskTiredness(SEARCH, 4.1, 8)));
  }

  private void at(int minutes, Input input) {
    CourseOfDay.Step step = CourseOfDay.step(state, NINE.plus(Duration.ofMinutes(minutes)), input);
    state = step.state();
    told.addAll(step.events());
  }

  private void flow(Knowledge knowledge) {
    at(0, new Input.Learned(knowledge));
    at(0, new Input.Start(BOXES, null, true));
    for (int minute = 1; minute <= 100; minute++) {
      at(minute, new Input.Tick());
    }
  }

  private TimedEvent first(Class<? extends Event> kind) {
    return told.stream().filter(timed -> kind.isInstance(timed.event())).findFirst().orElseThrow();
  }

  private long restDueAfter() {
    return Duration.between(NINE, first(Event.BreakDue.class).at()).toMinutes();
  }

  private String reason() {
    return ((Event.BreakDue) first(Event.BreakDue.class).event()).reason();
  }

  private List<Event.Advice> advice(String kind) {
    return told.stream()
        .map(TimedEvent::event)
        .filter(
            event ->
                event instanceof Event.Advice advice && EnumWords.of(advice.kind()).equals(kind))
        .map(event -> (Event.Advice) event)
        .toList();
  }

  @Test
  void withTooFewRatingsTheRestStaysWhereItWas() {
    flow(known(2, 60, 15, true));
    assertThat(restDueAfter()).isEqualTo(60);
    assertThat(reason()).isEqualTo("about 60 minutes of work since the last rest");
    assertThat(advice("rest")).isEmpty();
  }

  @Test
  void whoTiresFastRestsSoonerAndIsToldWhyOnce() {
    flow(known(41, 40, 15, true));
    assertThat(restDueAfter()).isBetween(40L, 55L);
    assertThat(reason()).contains("your last 41 rated sprints").contains("6/10 tired after");
    assertThat(advice("rest"))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.sentence()).contains("10-minute rest around 09:40");
              assertThat(said.for_()).isEqualTo(Duration.ofMinutes(10));
            });
  }

  @Test
  void whoTiresSlowlyRestsAtTheEndOfTheWindow() {
    flow(known(41, 200, 15, true));
    assertThat(restDueAfter()).isEqualTo(90);
  }

  @Test
  void withoutAPatternTheStandardHoldsAndTheBasisSaysSo() {
    flow(known(41, 45, 15, false));
    assertThat(restDueAfter()).isEqualTo(60);
    assertThat(SnapshotMaker.of(state, state.now()).basis()).contains("No pattern was found");
  }

  @Test
  void aSkippedRestWaitsAFullHourWhateverTheEstimateSays() {
    at(0, new Input.Learned(known(41, 45, 15, true)));
    at(0, new Input.Start(BOXES, null, true));
    at(56, new Input.Skip());
    told.clear();
    for (int minute = 57; minute <= 120; minute++) {
      at(minute, new Input.Tick());
    }
    assertThat(restDueAfter()).isEqualTo(116);
  }

  @Test
  void aLongerBreakIsSuggestedTakenAndLasts() {
    at(0, new Input.Learned(known(41, 45, 20, true)));
    at(0, new Input.Start(BOXES, null, false));
    at(25, new Input.Accept());
    Suggestion made = SnapshotMaker.of(state, state.now()).suggestion();
    assertThat(made.kind()).isEqualTo(Kind.LONGER_BREAK);
    assertThat(advice("longer-break")).hasSize(1);
    at(26, new Input.TakeSuggestion());
    assertThat(SnapshotMaker.of(state, state.now()).planned()).isEqualTo(made.length());
    assertThat(SnapshotMaker.of(state, state.now()).suggestion()).isNull();
  }

  /** A sprint on that day, with a break after so many minutes. */
  private void sprint(int day, int minutes) {
    at(day * 24 * 60, new Input.Start(BOXES, null, false));
    at(day * 24 * 60 + minutes, new Input.TakeBreak(Duration.ofMinutes(5)));
    at(day * 24 * 60 + minutes + 1, new Input.Tick());
  }

  private void stop(int day) {
    at(day * 24 * 60 + 90, new Input.Stop());
  }

  /** B90: nobody is told the same thing every day. */
  @Test
  void whatIsPutAwayDoesNotComeBackTheSameDayNorOnDaysThatAreTheSame() {
    at(0, new Input.Learned(known(41, 45, 20, true)));
    at(0, new Input.Start(BOXES, null, false));
    at(25, new Input.Accept());
    at(26, new Input.DismissSuggestion());
    at(31, new Input.Start(null, null, false));
    at(56, new Input.Accept());
    stop(0);
    for (int day : List.of(1, 2, 5)) {
      sprint(day, 25);
      stop(day);
    }
    assertThat(advice("longer-break")).hasSize(1);
  }

  @Test
  void whatHadNoReasonForADayIsSuggestedAgain() {
    at(0, new Input.Learned(known(41, 45, 20, true)));
    sprint(0, 25);
    stop(0);
    sprint(1, 2);
    stop(1);
    sprint(2, 25);
    assertThat(advice("longer-break")).hasSize(2);
  }

  @Test
  void whatWasTakenIsSuggestedAgainTheNextDay() {
    at(0, new Input.Learned(known(41, 45, 20, true)));
    sprint(0, 25);
    at(27, new Input.TakeSuggestion());
    stop(0);
    sprint(1, 25);
    assertThat(advice("longer-break")).hasSize(2);
  }

  @Test
  void anotherTaskIsNewsAlsoOnTheNextDay() {
    Task chat = Task.named(new UUID(1, 3), "Chat");
    Knowledge known = known(41, 30, 60, true);
    at(0, new Input.Learned(known));
    for (int day = 0; day < 3; day++) {
      if (day == 2) {
        List<TaskTiredness> tasks = new ArrayList<>(known.tasks());
        tasks.add(new TaskTiredness(chat, 3.0, 9));
        at(
            day * 24 * 60,
            new Input.Learned(new Knowledge(NINE, known.belief(), Habits.NONE, tasks)));
      }
      at(day * 24 * 60, new Input.Start(BOXES, Duration.ofMinutes(40), false));
      at(day * 24 * 60 + 40, new Input.Accept());
      at(day * 24 * 60 + 46, new Input.EndBreak(false));
      stop(day);
    }
    assertThat(advice("other-task"))
        .extracting(Event.Advice::sentence)
        .satisfiesExactly(
            said -> assertThat(said).contains("Search"), said -> assertThat(said).contains("Chat"));
  }

  @Test
  void whatWasSaidIsKnownAfterARestartToo() {
    Knowledge known = known(41, 45, 20, true);
    at(0, new Input.Learned(known));
    sprint(0, 25);
    stop(0);
    state = StateFields.read(StateFields.of(state), state.preferences(), ONLY_BOXES);
    at(24 * 60, new Input.Learned(known));
    sprint(1, 25);
    assertThat(advice("longer-break")).hasSize(1);
  }

  @Test
  void aTiredPersonIsOfferedTheTaskTheyRatedEasier() {
    at(0, new Input.Learned(known(41, 30, 60, true)));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    Suggestion made = SnapshotMaker.of(state, state.now()).suggestion();
    assertThat(made.kind()).isEqualTo(Kind.OTHER_TASK);
    assertThat(made.sentence()).contains("4/10").contains("Search").contains("Boxes");
    assertThat(SnapshotMaker.of(state, state.now()).notice()).isEqualTo(made.sentence());
    at(46, new Input.TakeSuggestion());
    assertThat(SnapshotMaker.of(state, state.now()).notice()).as("it is done").isNull();
    assertThat(SnapshotMaker.of(state, state.now()).task()).isEqualTo("Search");
  }

  @Test
  void aSuggestedTaskThatIsGoneIsWithdrawn() {
    Knowledge known = known(41, 30, 60, true);
    at(0, new Input.Learned(known));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    String sentence = SnapshotMaker.of(state, state.now()).suggestion().sentence();
    assertThat(state.frame().notice()).isEqualTo(sentence);
    List<TaskTiredness> left = known.tasks().subList(0, 1);
    at(47, new Input.Learned(new Knowledge(NINE, known.belief(), Habits.NONE, left)));
    Suggestion made = SnapshotMaker.of(state, state.now()).suggestion();
    assertThat(made == null || made.kind() != Kind.OTHER_TASK).isTrue();
    assertThat(state.frame().notice()).isNotEqualTo(sentence);
  }

  @Test
  void aBreakOfOneMinuteIsNotSaidToBeMinutes() {
    Preferences short1 = Preferences.DEFAULTS.with(RestRule.LENGTH, Duration.ofMinutes(1));
    at(0, new Input.SettingsChanged(short1));
    at(0, new Input.Start(BOXES, null, false));
    at(5, new Input.Tired());
    at(5, new Input.Tired());
    assertThat(advice("tired"))
        .extracting(Event.Advice::sentence)
        .containsExactly("This break goes on for at least 1 minute.");
  }

  @Test
  void aShorterSprintIsOneThatEndsAboutWhereTheThresholdIsReached() {
    Knowledge known = known(41, 30, 30, true);
    at(0, new Input.Learned(new Knowledge(NINE, known.belief(), Habits.NONE, List.of())));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    Suggestion made = SnapshotMaker.of(state, state.now()).suggestion();
    assertThat(made.kind()).isEqualTo(Kind.SHORTER_SPRINT);
    DayState suggested = state;
    at(47, new Input.Start(null, null, false));
    assertThat(SnapshotMaker.of(state, state.now()).notice()).as("its time is over").isNull();
    state = suggested;
    at(47, new Input.TakeSuggestion());
    assertThat(SnapshotMaker.of(state, state.now()).planned()).isEqualTo(made.length());
    assertThat(made.length()).isLessThanOrEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void nothingSuggestedIsNothingToTake() {
    at(0, new Input.TakeSuggestion());
    at(0, new Input.DismissSuggestion());
    assertThat(told).hasSize(2).allMatch(one -> one.event() instanceof Event.Refused);
  }

  @Test
  void anAdviceThatWasToldIsNotToldAgainAfterARestart() {
    Knowledge known = known(41, 40, 15, true);
    at(0, new Input.Learned(known));
    at(0, new Input.Start(BOXES, null, true));
    assertThat(advice("rest")).hasSize(1);
    state = StateFields.read(StateFields.of(state), state.preferences(), ONLY_BOXES);
    at(1, new Input.Tick());
    at(1, new Input.Learned(known));
    at(2, new Input.Tick());
    assertThat(advice("rest")).hasSize(1);
  }

  /** Flow without a break, of somebody of whom nothing is known until then. */
  private void flowUntil(int minutes) {
    at(0, new Input.Start(BOXES, null, true));
    for (int minute = 1; minute <= minutes; minute++) {
      at(minute, new Input.Tick());
    }
  }

  private static Knowledge with(Knowledge known, TaskTiredness... tasks) {
    return new Knowledge(NINE, known.belief(), Habits.NONE, List.of(tasks));
  }

  private @Nullable Suggestion suggestion() {
    return SnapshotMaker.of(state, state.now()).suggestion();
  }

  private @Nullable Kind suggested() {
    Suggestion made = suggestion();
    return made == null ? null : made.kind();
  }

  @Test
  void afterFourHoursOfWorkHalfAnHourIsSuggestedToWhoHadNone() {
    flowUntil(240);
    at(240, new Input.Learned(known(41, 300, 10, true)));
    at(240, new Input.TakeBreak(Duration.ofMinutes(10)));
    assertThat(suggestion().kind()).isEqualTo(Kind.LONGER_BREAK);
    assertThat(suggestion().length()).isEqualTo(Duration.ofMinutes(30));
    assertThat(suggestion().sentence()).contains("4 hours").contains("30 minutes");
  }

  @Test
  void aMinuteBeforeFourHoursOfWorkItIsNot() {
    flowUntil(239);
    at(239, new Input.Learned(known(41, 300, 10, true)));
    at(239, new Input.TakeBreak(Duration.ofMinutes(10)));
    assertThat(suggestion()).isNull();
  }

  @Test
  void whoTakesHalfAnHourNeedsNotBeTold() {
    flowUntil(240);
    at(240, new Input.Learned(known(41, 300, 10, true)));
    at(240, new Input.TakeBreak(Duration.ofMinutes(30)));
    assertThat(suggestion()).isNull();
  }

  @Test
  void whoHadHalfAnHourToTheMinuteNeedsNotBeTold() {
    assertThat(suggestedAfterRests(30)).isNull();
    assertThat(suggestedAfterRests(29)).isEqualTo(Kind.LONGER_BREAK);
    assertThat(suggestedAfterRests(15, 15)).as("not in one piece").isEqualTo(Kind.LONGER_BREAK);
  }

  /**
   * An hour of work, breaks with ten minutes between them, and then work until it is over 4 hours.
   */
  private @Nullable Kind suggestedAfterRests(int... rests) {
    state = DayState.initial(NINE, ZoneOffset.UTC, Preferences.DEFAULTS, 7);
    flowUntil(60);
    int now = 60;
    for (int rest : rests) {
      at(now, new Input.TakeBreak(Duration.ofMinutes(rest)));
      now += rest;
      at(now, new Input.EndBreak(false));
      at(now, new Input.Start(BOXES, null, true));
      now += 10;
      at(now, new Input.Tick());
    }
    now += 200;
    at(now, new Input.Tick());
    at(now, new Input.Learned(known(41, 300, 10, true)));
    at(now, new Input.TakeBreak(Duration.ofMinutes(10)));
    return suggested();
  }

  @Test
  void whoWouldStillBeTiredAfterARestIsToldThatItIsEnough() {
    flowUntil(240);
    at(240, new Input.Learned(known(41, 30, 300, true)));
    at(240, new Input.TakeBreak(Duration.ofMinutes(10)));
    at(250, new Input.EndBreak(false));
    assertThat(suggestion().kind()).isEqualTo(Kind.ENOUGH);
    assertThat(suggestion().sentence()).contains("4 hours").contains("6");
    at(251, new Input.TakeSuggestion());
    assertThat(state.session().id()).as("the session is over").isNull();
    assertThat(suggestion()).isNull();
  }

  @Test
  void nobodyIsToldThatItIsEnoughBeforeFourHoursOrWhereARestHelps() {
    flowUntil(239);
    at(239, new Input.Learned(known(41, 30, 300, true)));
    at(239, new Input.TakeBreak(Duration.ofMinutes(10)));
    at(249, new Input.EndBreak(false));
    assertThat(suggested()).isNotEqualTo(Kind.ENOUGH);

    state = DayState.initial(NINE, ZoneOffset.UTC, Preferences.DEFAULTS, 7);
    flowUntil(300);
    at(300, new Input.Learned(known(41, 30, 5, true)));
    at(300, new Input.TakeBreak(Duration.ofMinutes(10)));
    at(310, new Input.EndBreak(false));
    assertThat(suggested()).isNotEqualTo(Kind.ENOUGH);
  }

  @Test
  void whatIsLearntInABreakIsSuggestedInIt() {
    at(0, new Input.Start(BOXES, null, false));
    at(25, new Input.Accept());
    assertThat(suggestion()).isNull();
    at(26, new Input.Learned(known(41, 45, 20, true)));
    assertThat(suggested()).isEqualTo(Kind.LONGER_BREAK);
  }

  @Test
  void whatIsLearntAfterABreakIsSuggestedBeforeTheNextSprint() {
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    assertThat(suggestion()).isNull();
    at(47, new Input.Learned(known(41, 30, 60, true)));
    assertThat(suggested()).isEqualTo(Kind.OTHER_TASK);
  }

  @Test
  void whatIsLearntWhileABreakIsAskedForIsSuggestedWithIt() {
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(41, new Input.Tick());
    assertThat(suggestion()).isNull();
    at(42, new Input.Learned(known(41, 30, 60, true)));
    assertThat(suggested()).isEqualTo(Kind.LONGER_BREAK);
  }

  @Test
  void whatIsLearntInASprintMakesNoBreakLonger() {
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(30, new Input.Learned(known(41, 30, 60, true)));
    assertThat(suggestion()).isNull();
  }

  @Test
  void aBreakAsLongAsSuggestedLeavesNothingToSuggest() {
    at(0, new Input.Learned(known(41, 30, 60, true)));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Tick());
    Suggestion made = suggestion();
    DayState asked = state;
    at(41, new Input.TakeBreak(made.length()));
    assertThat(suggestion()).isNull();
    assertThat(SnapshotMaker.of(state, state.now()).notice()).isNull();

    state = asked;
    at(41, new Input.TakeBreak(made.length().minusMinutes(1)));
    assertThat(suggestion()).as("a shorter one may still be made longer").isEqualTo(made);
  }

  @Test
  void aBreakEndsTheTimeOfWhatWasSuggestedForTheNextSprint() {
    at(0, new Input.Learned(known(41, 30, 60, true)));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    assertThat(suggested()).isEqualTo(Kind.OTHER_TASK);
    at(47, new Input.TakeBreak(Duration.ofMinutes(5)));
    assertThat(suggestion()).isNull();
    at(52, new Input.EndBreak(false));
    assertThat(suggested()).as("said once a day").isNotEqualTo(Kind.OTHER_TASK);
  }

  @Test
  void whatIsPutAwayIsGoneAtOnce() {
    at(0, new Input.Learned(known(41, 45, 20, true)));
    at(0, new Input.Start(BOXES, null, false));
    at(25, new Input.Accept());
    at(26, new Input.DismissSuggestion());
    assertThat(suggestion()).isNull();
    assertThat(SnapshotMaker.of(state, state.now()).notice()).isNull();
  }

  @Test
  void aTaskIsEasierFromOnePointOfTheScaleOn() {
    assertThat(afterBoxes(new TaskTiredness(SEARCH, 5.2, 8))).isEqualTo(Kind.OTHER_TASK);
    assertThat(afterBoxes(new TaskTiredness(SEARCH, 5.3, 8))).isNotEqualTo(Kind.OTHER_TASK);
  }

  private @Nullable Kind afterBoxes(TaskTiredness other) {
    state = DayState.initial(NINE, ZoneOffset.UTC, Preferences.DEFAULTS, 7);
    at(
        0,
        new Input.Learned(with(known(41, 30, 60, true), other, new TaskTiredness(BOXES, 6.2, 12))));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    return suggested();
  }

  @Test
  void whoIsNotTiredIsOfferedNoOtherTask() {
    at(0, new Input.Learned(known(41, 300, 5, true)));
    at(0, new Input.Start(BOXES, null, false));
    at(25, new Input.Accept());
    at(30, new Input.EndBreak(false));
    assertThat(suggestion()).isNull();
  }

  @Test
  void aSuggestedTaskOfWhichNothingIsKnownAfterARestartIsRefused() {
    at(0, new Input.Learned(known(41, 30, 60, true)));
    at(0, new Input.Start(BOXES, Duration.ofMinutes(40), false));
    at(40, new Input.Accept());
    at(46, new Input.EndBreak(false));
    state = StateFields.read(StateFields.of(state), state.preferences(), ONLY_BOXES);
    assertThat(suggested()).isEqualTo(Kind.OTHER_TASK);
    told.clear();
    at(47, new Input.TakeSuggestion());
    assertThat(told)
        .extracting(TimedEvent::event)
        .containsExactly(new Event.Refused("take", "the task is not there any more"));
  }

  @Test
  void aRestThatMovedIsNotToldWhileABreakOfTheSprintComesFirst() {
    at(0, new Input.Learned(known(41, 40, 15, true)));
    at(0, new Input.Start(BOXES, null, false));
    at(20, new Input.Tick());
    assertThat(advice("rest")).isEmpty();
  }

  @Test
  void theSuggestionSurvivesACheckpoint() {
    at(0, new Input.Learned(known(41, 45, 20, true)));
    at(0, new Input.Start(BOXES, null, false));
    at(25, new Input.Accept());
    Suggestion made = state.advice().suggestion();
    assertThat(StateFields.of(state))
        .containsEntry("suggested.kind", "LONGER_BREAK")
        .containsEntry("suggested.sentence", made.sentence());
  }
}
