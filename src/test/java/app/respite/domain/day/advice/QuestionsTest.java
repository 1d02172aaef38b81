package app.respite.domain.day.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.respite.coach.StateFields;
import app.respite.domain.day.Change;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Questions;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.day.course.DayState;
import app.respite.domain.day.course.SmallHistory;
import app.respite.domain.day.course.SnapshotMaker;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionState;
import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Belief.Guess;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Traits;
import app.respite.domain.setting.Preferences;
import app.respite.domain.watch.CheckIns;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the person is asked, when, and what becomes of the answers. */
class QuestionsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Task BOXES = Task.named(new UUID(4, 2), "Boxes");
  private static final UUID ASKED_BEFORE = new UUID(0, 8);
  private static final UUID NOT_ASKED_BEFORE = new UUID(0, 9);

  private DayState state = DayState.initial(at("09:00"), BERLIN, Preferences.DEFAULTS, 1);
  private final List<TimedEvent> told = new ArrayList<>();
  private final List<JournalRecord> written = new ArrayList<>();

  private static Instant at(String time) {
    return MONDAY.atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
  }

  private void tell(String time, Input input) {
    tell(at(time), input);
  }

  private void tell(Instant at, Input input) {
    CourseOfDay.Step step = CourseOfDay.step(state, at, input);
    state = step.state();
    told.addAll(step.events());
    step.changes().stream()
        .filter(Change.Put.class::isInstance)
        .map(change -> ((Change.Put) change).record())
        .forEach(written::add);
  }

  private void until(String time) {
    tell(time, new Input.Tick());
  }

  private void knows(LocalTime usualEnd, LocalDate lastDayCheckIn, LocalDate firstDay) {
    Belief nothing =
        new Belief(
            0,
            0,
            null,
            1,
            List.of(new Guess(1, Traits.ASSUMED, 0, 0, 0, 0)),
            new Range(45, 120, 320),
            new Range(5, 15, 49),
            true,
            null);
    Knowledge knowledge =
        new Knowledge(
            state.now(), nothing, new Habits(usualEnd, lastDayCheckIn, firstDay), List.of());
    tell(state.now(), new Input.Learned(knowledge));
  }

  private void work(String from, String until) {
    tell(from, new Input.Start(BOXES, null, false));
    tell(until, new Input.Stop());
  }

  private void rate(String time, Integer fatigue) {
    tell(time, new Input.CheckIn(false, fatigue, null, null, null, null, null));
  }

  private @Nullable String notice() {
    return SnapshotMaker.of(state, state.now()).notice();
  }

  private Questions questions() {
    return SnapshotMaker.of(state, state.now()).questions();
  }

  private List<Instant> offers() {
    return told.stream()
        .filter(
            one ->
                one.event() instanceof Event.Advice advice
                    && advice.kind() == Event.Advice.Kind.EVENING)
        .map(TimedEvent::at)
        .toList();
  }

  private <R extends JournalRecord> List<R> written(Class<R> kind) {
    return written.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  // When the evening is offered (B62).

  @Test
  void aStopNearTheUsualEndIsTakenForTheLast() {
    knows(LocalTime.of(17, 30), null, null);
    work("16:30", "16:46");
    assertThat(offers()).containsExactly(at("16:46"));
    assertThat(questions()).isEqualTo(new Questions(false, true, false));
  }

  @Test
  void anEarlierStopWaitsForTheUsualEnd() {
    knows(LocalTime.of(17, 30), null, null);
    work("13:00", "15:30");
    until("17:29");
    assertThat(offers()).isEmpty();
    until("17:30");
    assertThat(offers()).containsExactly(at("17:30"));
  }

  @Test
  void aStopBeforeTheUsualEndIsGivenThreeQuartersOfAnHour() {
    knows(LocalTime.of(17, 30), null, null);
    work("16:20", "16:44");
    until("17:28");
    assertThat(offers()).isEmpty();
    until("18:00");
    assertThat(offers()).containsExactly(at("17:30"));
  }

  @Test
  void whoLeavesWithoutAStopIsAskedThreeQuartersOfAnHourPastTheUsualEnd() {
    knows(LocalTime.of(17, 30), null, null);
    tell("17:00", new Input.Start(BOXES, Duration.ofHours(2), false));
    tell("17:20", new Input.Idle(at("17:20")));
    until("18:04");
    assertThat(offers()).isEmpty();
    until("18:05");
    assertThat(offers()).containsExactly(at("18:05"));
    assertThat(questions().evening()).as("the session is still open").isFalse();
    until("18:20");
    assertThat(questions().evening()).as("it was closed after an hour").isTrue();
  }

  @Test
  void whoLeavesWithoutAStopIsNotAskedWhileTheUsualEndIsNotKnown() {
    tell("16:00", new Input.Start(BOXES, Duration.ofHours(2), false));
    tell("19:00", new Input.Idle(at("19:00")));
    until("23:00");
    assertThat(offers()).isEmpty();
  }

  @Test
  void anEndAfterMidnightBelongsToTheEveningBefore() {
    knows(LocalTime.of(1, 0), null, null);
    work("22:00", "23:00");
    until("23:59");
    assertThat(offers()).isEmpty();
    Instant one = at("23:59").plus(Duration.ofMinutes(61));
    tell(one, new Input.Tick());
    assertThat(offers()).containsExactly(one);
  }

  @Test
  void aDayWithoutWorkHasNoEvening() {
    knows(LocalTime.of(17, 30), null, null);
    tell("17:40", new Input.DayEnd());
    until("23:00");
    assertThat(offers()).isEmpty();
    assertThat(questions()).isEqualTo(Questions.NONE);
  }

  @Test
  void whoWorksAgainIsLeftInPeaceAndAskedAfterwards() {
    knows(LocalTime.of(17, 30), null, null);
    work("17:00", "17:20");
    assertThat(notice()).isEqualTo(Wording.say("evening.offer"));
    tell("17:30", new Input.Start(BOXES, null, false));
    assertThat(questions().evening()).isFalse();
    assertThat(notice()).isNull();
    tell("17:50", new Input.Stop());
    assertThat(questions().evening()).isTrue();
    assertThat(notice()).isEqualTo(Wording.say("evening.offer"));
    assertThat(offers()).as("offered once a day").hasSize(1);
  }

  @Test
  void theDayTakesItsQuestionsWithIt() {
    knows(LocalTime.of(17, 30), null, null);
    work("17:00", "17:20");
    tell(at("23:59").plus(Duration.ofHours(5)), new Input.Tick());
    assertThat(questions()).isEqualTo(Questions.NONE);
    assertThat(written(Rating.class)).isEmpty();
  }

  @Test
  void aSettingOfWorkHoursDoesNotSilenceTheAnswerToAStop() throws Exception {
    Preferences hours =
        Preferences.DEFAULTS.withText(null, CoachKeys.WORK_HOURS, "mon-fri 09:00-18:00");
    tell("09:00", new Input.SettingsChanged(hours));
    knows(LocalTime.of(17, 30), null, null);
    work("17:40", "18:05");
    assertThat(offers()).containsExactly(at("18:05"));
  }

  // What becomes of the answer.

  @Test
  void oneAnswerServesASprintThatJustEndedAndTheEvening() {
    knows(LocalTime.of(17, 30), null, null);
    work("17:00", "17:20");
    rate("17:21", 4);
    UUID sprint = written(Sprint.class).getLast().id();
    assertThat(written(Rating.class)).singleElement().returns(sprint, Rating::sprint);
    assertThat(questions().evening()).isFalse();
  }

  @Test
  void tirednessAfterARatedSprintIsThatOfTheEvening() {
    work("16:00", "16:20");
    rate("16:21", 4);
    until("17:05");
    assertThat(questions().evening()).isTrue();
    rate("17:06", 7);
    assertThat(written(Rating.class).getLast())
        .returns(null, Rating::sprint)
        .returns(7, Rating::fatigue)
        .returns(at("17:06"), Rating::at);
    assertThat(written(Sprint.class).getLast().fatigue()).isEqualTo(4);
    assertThat(questions().evening()).isFalse();
  }

  @Test
  void tirednessLongAfterASprintIsNotTakenForTheSprints() {
    work("16:00", "16:20");
    until("17:05");
    tell("17:06", new Input.CheckIn(false, 7, 5, 30, null, null, null));
    assertThat(written(Rating.class))
        .extracting(Rating::sprint, Rating::fatigue, Rating::effort)
        .containsExactlyInAnyOrder(
            tuple(null, 7, null), tuple(written(Sprint.class).getLast().id(), null, 5));
    assertThat(written(Sprint.class).getLast())
        .returns(null, Sprint::fatigue)
        .returns(5, Sprint::effort)
        .returns(30, Sprint::items);
  }

  @Test
  void itemsAloneLeaveTheEveningOpen() {
    work("16:00", "16:20");
    until("17:05");
    tell("17:06", new Input.CheckIn(false, null, null, 30, null, null, null));
    assertThat(questions().evening()).isTrue();
  }

  /** B57: what is put aside leaves no trace but that it is closed. */
  @Test
  void whatIsPutAsideIsClosedForAllFaces() {
    work("16:00", "16:20");
    until("17:05");
    assertThat(SnapshotMaker.of(state, state.now()).checkIn()).isNotNull();
    tell("17:06", new Input.SkipQuestion(null));
    assertThat(questions()).isEqualTo(Questions.NONE);
    assertThat(SnapshotMaker.of(state, state.now()).checkIn()).isNull();
    assertThat(SnapshotMaker.of(state, state.now()).notice()).isNull();
    assertThat(written(Rating.class)).isEmpty();
  }

  @Test
  void aSprintThatWasPutAsideCanStillBeRated() {
    work("10:00", "10:20");
    tell("10:21", new Input.SkipQuestion(Input.Question.SPRINT));
    rate("10:22", 3);
    assertThat(written(Sprint.class).getLast().fatigue()).isEqualTo(3);
  }

  // The two-weekly question.

  @Test
  void theTwoWeeklyQuestionComesWithTheEveningFromTheSecondWeekOn() {
    knows(LocalTime.of(17, 30), null, MONDAY.minusDays(7));
    assertThat(questions().burnout()).isFalse();
    work("17:00", "17:20");
    assertThat(questions()).isEqualTo(new Questions(false, true, true));
  }

  @Test
  void theFirstWeekHasNothingToLookBackOn() {
    knows(LocalTime.of(17, 30), null, MONDAY.minusDays(6));
    work("17:00", "17:20");
    assertThat(questions()).isEqualTo(new Questions(false, true, false));
  }

  @Test
  void theTwoWeeklyQuestionKeepsTwoWeeksApart() {
    knows(LocalTime.of(17, 30), MONDAY.minusDays(13), MONDAY.minusDays(60));
    work("17:00", "17:20");
    assertThat(questions().burnout()).isFalse();
  }

  @Test
  void twoWeeksAfterTheLastAnswerItIsAskedAgain() {
    knows(LocalTime.of(17, 30), MONDAY.minusDays(14), MONDAY.minusDays(60));
    work("17:00", "17:20");
    assertThat(questions().burnout()).isTrue();
  }

  @Test
  void anUnansweredTwoWeeklyQuestionIsNotRepeatedTheNextDay() {
    knows(LocalTime.of(17, 30), null, MONDAY.minusDays(30));
    work("17:00", "17:20");
    for (int day = 1; day <= 14; day++) {
      Duration later = Duration.ofDays(day);
      tell(at("17:00").plus(later), new Input.Start(BOXES, null, false));
      tell(at("17:20").plus(later), new Input.Stop());
      assertThat(questions().burnout()).as("%s days later", day).isEqualTo(day == 14);
    }
  }

  @Test
  void theAnswerIsWrittenForItsDayAndClosesTheQuestion() {
    knows(LocalTime.of(17, 30), null, MONDAY.minusDays(30));
    work("17:00", "17:20");
    tell("17:25", new Input.CheckIn(false, null, null, null, null, null, 2));
    assertThat(written(DayCheckIn.class))
        .singleElement()
        .returns(MONDAY, DayCheckIn::day)
        .returns(2, DayCheckIn::burnout);
    assertThat(questions()).isEqualTo(new Questions(false, true, false));
  }

  @Test
  void bothAnswersMayComeAtOnce() {
    knows(LocalTime.of(17, 30), null, MONDAY.minusDays(30));
    work("17:00", "17:20");
    tell("17:25", new Input.CheckIn(false, 6, null, null, null, null, 2));
    assertThat(written(DayCheckIn.class)).hasSize(1);
    assertThat(written(Rating.class)).singleElement().returns(6, Rating::fatigue);
    assertThat(questions()).isEqualTo(Questions.NONE);
  }

  private List<Boolean> callsFor(Duration apart, Integer... levels) {
    List<Boolean> calls = new ArrayList<>();
    Instant at = at("17:25");
    for (Integer level : levels) {
      int before = told.size();
      if (level != null) {
        tell(at, new Input.CheckIn(false, null, null, null, null, null, level));
      }
      calls.add(
          told.subList(before, told.size()).stream()
              .anyMatch(
                  one ->
                      one.event() instanceof Event.Advice advice
                          && advice.kind() == Event.Advice.Kind.SUPPORT));
      at = at.plus(apart);
    }
    return calls;
  }

  /** The rule of docs/models.md, "The strain watch". */
  @Test
  void someAnswersCallForAKindWordAtOnce() {
    Duration twoWeeks = Duration.ofDays(14);
    assertThat(callsFor(twoWeeks, 2, 2, 3)).containsExactly(false, false, false);
    assertThat(new QuestionsTest().callsFor(twoWeeks, 3, 3)).containsExactly(false, true);
    assertThat(new QuestionsTest().callsFor(twoWeeks, 3, null, 3))
        .containsExactly(false, false, true);
    assertThat(new QuestionsTest().callsFor(twoWeeks, 3, null, null, 3))
        .containsExactly(false, false, false, false);
    assertThat(new QuestionsTest().callsFor(twoWeeks, 4)).containsExactly(true);
    assertThat(new QuestionsTest().callsFor(twoWeeks, 1)).containsExactly(false);
  }

  @Test
  void anAnswerThatIsMendedTheSameDayIsOneAnswer() {
    assertThat(callsFor(Duration.ofMinutes(1), 3, 3)).containsExactly(false, false);
  }

  // Before a sprint.

  /** Any 10,000 ids: within five standard deviations of a quarter. */
  @Test
  void aboutOneSprintInFourIsAskedAboutBeforeIt() {
    Random random = new Random(4);
    long chosen =
        Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
            .limit(10_000)
            .filter(QuestionPolicy::chosen)
            .count();
    assertThat(chosen).isBetween(2283L, 2717L);
  }

  private void sprinting(UUID sprint) {
    tell("10:00", new Input.Start(BOXES, null, false));
    SessionState began = state.session();
    Phase other =
        new Phase.Sprint(
            sprint, at("10:00"), Duration.ofMinutes(25), false, Duration.ZERO, null, 1, 0);
    state =
        with(
            new SessionState(
                began.id(),
                began.task(),
                other,
                began.pause(),
                began.resumed(),
                began.lastSprint(),
                began.lastFlow(),
                began.inSet(),
                began.restedAt(),
                began.claimedUntil(),
                began.recovery()),
            state.questions());
  }

  @Test
  void theQuestionBeforeASprintWaitsThreeMinutes() {
    sprinting(ASKED_BEFORE);
    assertThat(questions()).isEqualTo(new Questions(true, false, false));
    assertThat(CourseOfDay.nextDeadline(state)).contains(at("10:03"));
    assertThat(SnapshotMaker.of(state, at("10:02")).questions().before()).isTrue();
    assertThat(SnapshotMaker.of(state, at("10:03")).questions().before()).isFalse();
    until("10:03");
    assertThat(written(Rating.class)).isEmpty();
  }

  @Test
  void theOtherSprintsAreNotAskedAboutBefore() {
    sprinting(NOT_ASKED_BEFORE);
    assertThat(questions()).isEqualTo(Questions.NONE);
  }

  @Test
  void theAnswerBeforeASprintIsItsRatingFromBefore() {
    sprinting(ASKED_BEFORE);
    tell("10:01", new Input.CheckIn(true, 2, null, null, null, null, null));
    assertThat(written(Rating.class))
        .singleElement()
        .returns(ASKED_BEFORE, Rating::sprint)
        .returns(true, Rating::before)
        .returns(2, Rating::fatigue);
    assertThat(questions().before()).isFalse();
  }

  @Test
  void theQuestionBeforeASprintIsPutAsideOnce() {
    sprinting(ASKED_BEFORE);
    tell("10:01", new Input.SkipQuestion(Input.Question.BEFORE));
    assertThat(questions().before()).isFalse();
    tell("10:02", new Input.SkipQuestion(Input.Question.BEFORE));
    assertThat(told)
        .extracting(TimedEvent::event)
        .last()
        .isEqualTo(new Event.Refused("skip-question", "nothing is asked"));
  }

  /** B56: being tired is never turned into a question first. */
  @Test
  void tiredWorksAtOnceWhateverIsAsked() {
    sprinting(ASKED_BEFORE);
    tell("10:01", new Input.Tired());
    assertThat(SnapshotMaker.of(state, state.now()).state()).isEqualTo(Snapshot.Mode.BREAK);
    assertThat(questions()).isEqualTo(Questions.NONE);
  }

  // Kept over a restart.

  @Test
  void whatIsAskedSurvivesARestart() {
    DayState asking =
        withAsking(
            new QuestionState(
                MONDAY,
                true,
                true,
                at("17:20"),
                MONDAY,
                ASKED_BEFORE,
                NOT_ASKED_BEFORE,
                new CheckIns.Answer(MONDAY.minusDays(1), 3)));
    assertThat(restarted(asking).questions()).isEqualTo(asking.questions());
    DayState nothing = withAsking(QuestionState.NOTHING);
    assertThat(restarted(nothing).questions()).isEqualTo(QuestionState.NOTHING);
  }

  // What a check-in may say.

  private void figures(String time, @Nullable Integer items, @Nullable Integer rejected) {
    tell(time, new Input.CheckIn(false, null, null, items, rejected, null, null));
  }

  @Test
  void moreRejectedThanItemsIsRefusedAndNothingIsWritten() {
    work("09:00", "09:25");
    figures("09:26", 10, 10);
    assertThat(written(Sprint.class).getLast().rejected()).isEqualTo(10);
    int before = written.size();
    figures("09:27", null, 11);
    figures("09:28", 9, null);
    figures("09:29", 5, 6);
    assertThat(written).hasSize(before);
    assertThat(told)
        .extracting(TimedEvent::event)
        .filteredOn(Event.Refused.class::isInstance)
        .extracting(event -> ((Event.Refused) event).reason())
        .satisfiesExactly(
            one -> assertThat(one).contains("11 of 10"),
            one -> assertThat(one).contains("10 of 9"),
            one -> assertThat(one).contains("6 of 5"));
  }

  @Test
  void aRatingInTheFirstSprintIsOfIt() {
    tell("09:00", new Input.Start(BOXES, null, false));
    rate("09:10", 4);
    assertThat(written(Rating.class))
        .extracting(Rating::sprint, Rating::fatigue, Rating::before)
        .containsExactly(tuple(((Phase.Sprint) state.session().phase()).id(), 4, false));
  }

  @Test
  void theTwoWeeklyAnswerMayComeWithFiguresOfTheSprint() {
    work("09:00", "09:25");
    tell("09:26", new Input.CheckIn(false, null, null, 12, null, null, 2));
    assertThat(written(DayCheckIn.class)).hasSize(1);
    assertThat(written(Sprint.class).getLast().items()).isEqualTo(12);
  }

  private DayState withAsking(QuestionState questions) {
    return with(state.session(), questions);
  }

  private DayState with(SessionState session, QuestionState questions) {
    return new DayState(
        state.frame(),
        state.presence(),
        state.ledger(),
        session,
        state.uncounted(),
        state.holds(),
        state.tiredness(),
        state.breaks(),
        state.limits(),
        state.offers(),
        state.advice(),
        questions);
  }

  private static DayState restarted(DayState state) {
    return StateFields.read(StateFields.of(state), state.preferences(), new SmallHistory());
  }
}
