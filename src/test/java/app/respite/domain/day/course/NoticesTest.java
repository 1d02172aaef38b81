package app.respite.domain.day.course;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.StateFields;
import app.respite.domain.day.Input;
import app.respite.domain.day.Notices;
import app.respite.domain.setting.Preferences;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quiet advice that comes together stands together, and each part of it goes by itself. */
class NoticesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Task BOXES = Task.named(new UUID(4, 2), "Boxes");
  private static final String EVENING = Wording.say("evening.offer");
  private static final StateFields.History NOTHING = new SmallHistory(BOXES);

  private DayState state = begins("09:00");

  private static Instant at(String time) {
    return MONDAY.atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
  }

  private static DayState begins(String time) {
    return DayState.initial(at(time), BERLIN, Preferences.DEFAULTS, 1);
  }

  private void tell(String time, Input input) {
    state = CourseOfDay.step(state, at(time), input).state();
  }

  private @Nullable String notice() {
    return SnapshotMaker.of(state, state.now()).notice();
  }

  private static String offer(String since, int minutes) {
    return Wording.say("uncounted.offer", "minutes", minutes, "since", since);
  }

  private static String rest(int minutes) {
    return Wording.say("uncounted.rest", "minutes", minutes, "length", 10);
  }

  /** After 50 minutes of work a break is cut short, and the person works on uncounted. */
  private void worksOn() {
    tell("09:00", new Input.Start(BOXES, null, true));
    tell("09:50", new Input.TakeBreak(null));
    tell("09:52", new Input.EndBreak(false));
  }

  @Test
  void b66AnOfferAndARestAtOneMomentAreBothTheNotice() {
    worksOn();
    tell("10:01", new Input.Tick());
    assertThat(notice()).isNull();
    tell("10:02", new Input.Tick());
    assertThat(notice()).isEqualTo(offer("09:52", 10) + "\n" + rest(60));
  }

  @Test
  void b66TheStepsInWhichTimeGoesOnChangeNothing() {
    worksOn();
    tell("11:30", new Input.Tick());
    assertThat(notice()).isEqualTo(offer("09:52", 10) + "\n" + rest(60));
  }

  @Test
  void b66BothGoWhenTimeCountsAgainAndWhenThePersonLeaves() {
    worksOn();
    tell("10:02", new Input.Tick());
    DayState told = state;
    tell("10:03", new Input.Start(BOXES, null, true));
    assertThat(notice()).isNull();
    state = told;
    tell("10:09", new Input.Idle(at("10:03")));
    assertThat(notice()).isNull();
  }

  @Test
  void b66ACheckpointKeepsBoth() {
    worksOn();
    tell("10:02", new Input.Tick());
    String both = notice();
    state = StateFields.read(StateFields.of(state), state.preferences(), NOTHING);
    assertThat(notice()).isEqualTo(both);
    tell("10:09", new Input.Idle(at("10:03")));
    assertThat(notice()).isNull();
  }

  @Test
  void whatIsSaidLaterTakesThePlaceOfWhatWasSaidBefore() {
    tell("09:10", new Input.Tick());
    assertThat(notice()).isEqualTo(offer("09:00", 10));
    tell("11:00", new Input.Tick());
    assertThat(notice()).isEqualTo(rest(60));
  }

  /** A quiet that held the evening's offer back ends, and the person has worked on uncounted. */
  private void quietEndsInTheEvening() {
    state = begins("15:50");
    tell("15:50", new Input.Start(BOXES, null, true));
    tell("15:55", new Input.Quiet(Duration.ofMinutes(70), false, false));
    tell("16:10", new Input.Stop());
    tell("17:05", new Input.Tick());
  }

  @Test
  void b62B66TheEveningAndARestAtOneMomentAreBothTheNotice() {
    quietEndsInTheEvening();
    assertThat(notice()).isEqualTo(EVENING + "\n" + rest(75));
  }

  @Test
  void b62TheEveningIsPutAsideAndTheRestStays() {
    quietEndsInTheEvening();
    tell("17:06", new Input.SkipQuestion(Input.Question.EVENING));
    assertThat(notice()).isEqualTo(rest(75));
  }

  @Test
  void b62ThePersonLeavesAndTheEveningStays() {
    quietEndsInTheEvening();
    tell("17:30", new Input.Idle(at("17:10")));
    assertThat(notice()).isEqualTo(EVENING);
  }

  @Test
  void onlyWholeSentencesAreTakenOutOfANotice() {
    assertThat(Notices.without("Rest. Or not.\nCount.", "Rest."))
        .isEqualTo("Rest. Or not.\nCount.");
    assertThat(Notices.without("Rest.\nCount.", "Count.\nRest.")).isNull();
    assertThat(Notices.without("Rest.", null)).isEqualTo("Rest.");
    assertThat(Notices.without(null, "Rest.")).isNull();
    assertThat(Notices.and("Rest.", "Rest.")).isEqualTo("Rest.");
    assertThat(Notices.and(null, "Rest.")).isEqualTo("Rest.");
    assertThat(Notices.withoutEvening(Wording.say("evening.offer-two") + "\nRest."))
        .isEqualTo("Rest.");
  }
}
