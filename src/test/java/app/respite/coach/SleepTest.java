package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.prompt.LiveDay;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.GapCause;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sleep that the system tells of and sleep that only the clocks show are the same. */
class SleepTest {
  private enum Source {
    THE_SYSTEM(LiveDay::sleep),
    THE_CLOCKS(LiveDay::suspend);

    private final BiFunction<LiveDay, Duration, LiveDay> sleep;

    Source(BiFunction<LiveDay, Duration, LiveDay> sleep) {
      this.sleep = sleep;
    }
  }

  private final LiveDay day = new LiveDay(Preferences.DEFAULTS);

  private void start(Duration sprint) {
    day.tell(new Input.Start(LiveDay.task("Boxes"), sprint, false));
  }

  private List<String> events() {
    return day.update().events().stream().map(Event::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void b1ASprintDoesNotRunOnInASleep(Source source) {
    start(Duration.ofMinutes(25));
    day.minutes(10);
    source.sleep.apply(day, Duration.ofHours(8));
    List<Event> told = day.update().events();
    assertThat(told)
        .noneMatch(
            one ->
                one instanceof Event.SprintEnded ended
                    && ended.outcome() == SprintOutcome.COMPLETED);
    assertThat(told)
        .filteredOn(Event.Away.class::isInstance)
        .containsExactly(
            new Event.Away(
                GapCause.SUSPEND,
                LiveDay.START.plus(Duration.ofMinutes(10)),
                LiveDay.START.plus(Duration.ofMinutes(490))));
  }

  @ParameterizedTest
  @EnumSource
  void b2NoBreakOnWakingAfterASleepLongerThanIt(Source source) {
    start(Duration.ofMinutes(45));
    day.minutes(44);
    source.sleep.apply(day, Duration.ofMinutes(20));
    assertThat(day.now().due()).isNull();
    assertThat(day.now().sinceRest()).isZero();
    assertThat(events()).doesNotContain("break-due", "break-warned");
  }

  @ParameterizedTest
  @EnumSource
  void b3ASleepOfAFewSecondsChangesNothing(Source source) {
    start(Duration.ofMinutes(25));
    day.minutes(10);
    source.sleep.apply(day, Duration.ofSeconds(8));
    day.seconds(52);
    assertThat(day.now().remaining()).isEqualTo(Duration.ofMinutes(14));
    assertThat(day.now().sinceRest()).isEqualTo(Duration.ofMinutes(11));
    assertThat(events()).containsExactly("sprint-started");
  }

  @ParameterizedTest
  @EnumSource
  void b4ABreakIsOverAfterASleepLongerThanWhatIsLeft(Source source) {
    start(Duration.ofMinutes(25));
    day.minutes(25).tell(new Input.Accept()).minutes(1);
    source.sleep.apply(day, Duration.ofMinutes(30));
    assertThat(day.now().state()).isEqualTo(Mode.READY);
    assertThat(day.update().events())
        .filteredOn(Event.BreakEnded.class::isInstance)
        .singleElement()
        .matches(one -> one instanceof Event.BreakEnded ended && ended.credited());
  }

  @Test
  void whoeverDoesSomethingIsAwakeThoughTheSystemForgotToSaySo() {
    start(Duration.ofMinutes(90));
    day.minutes(10);
    day.fallAsleep().minutes(30);
    assertThat(day.now().sinceRest()).isEqualTo(Duration.ofMinutes(10));
    day.tell(new Input.Active());
    assertThat(events()).contains("away");
    day.minutes(1);
    assertThat(day.now().sinceRest()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void fallingAsleepTwiceIsFallingAsleepOnce() {
    start(Duration.ofMinutes(25));
    day.minutes(10).fallAsleep().minutes(10).fallAsleep().minutes(10);
    day.tell(new Input.Active());
    assertThat(day.update().events())
        .filteredOn(Event.Away.class::isInstance)
        .singleElement()
        .matches(
            one ->
                one instanceof Event.Away away
                    && away.start().equals(LiveDay.START.plus(Duration.ofMinutes(10))));
  }
}
