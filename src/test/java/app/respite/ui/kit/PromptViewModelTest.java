package app.respite.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.kit.PromptViewModel.Choice;
import app.respite.ui.kit.PromptViewModel.Face;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptViewModelTest {
  private final PromptViewModel model = new PromptViewModel();

  private Face face(Moments moment, Duration passed) {
    return model.face(moment.build(), passed, FakeFace.BERLIN).orElseThrow();
  }

  private static Choice choice(Face face, String key) {
    return face.choices().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  private static Moments due(int postponed, boolean gated, Duration owed) {
    Moments moment = Moments.restDue();
    moment.due =
        new DueBreak(
            BreakKind.REST,
            DueState.DUE,
            Duration.ofMinutes(10),
            Moments.AT,
            Moments.AT,
            postponed,
            gated,
            "about 60 minutes of work since the last rest",
            owed);
    return moment;
  }

  @Test
  void saysWhatIsDueAndHasOneKeyForEachAnswer() {
    Face face = face(Moments.restDue(), Duration.ZERO);
    assertThat(face.title()).isEqualTo("Time for a rest · 62 min since the last");
    assertThat(face.choices()).extracting(Choice::key).containsExactly("B", "J", "K", "L", "X");
    assertThat(face.choices())
        .extracting(Choice::label)
        .containsExactly("Take it", "5 min", "10 min", "15 min", "Skip");
  }

  @Test
  void offersOnlyWhatTheCoachAllows() {
    Moments strict = Moments.restDue();
    strict.can.removeAll(List.of(Action.SKIP, Action.POSTPONE));
    assertThat(face(strict, Duration.ZERO).choices()).extracting(Choice::key).containsExactly("B");
  }

  @Test
  void theFirstPostponementTakesOnePressAndTheSecondTwo() {
    Moments first = due(0, false, Duration.ZERO);
    assertThat(model.press(choice(face(first, Duration.ZERO), "J"), first.build(), Duration.ZERO))
        .contains(new Input.Postpone(Duration.ofMinutes(5)));

    Moments second = due(1, false, Duration.ofMinutes(5));
    Face asked = face(second, Duration.ZERO);
    assertThat(asked.more()).contains("Put off once; the break is 5 min longer for it.");
    assertThat(model.press(choice(asked, "J"), second.build(), Duration.ZERO)).isEmpty();
    Face armed = face(second, Duration.ofSeconds(2));
    assertThat(choice(armed, "J").label()).isEqualTo("Again: 5 min");
    assertThat(model.press(choice(armed, "J"), second.build(), Duration.ofSeconds(2)))
        .contains(new Input.Postpone(Duration.ofMinutes(5)));
  }

  @Test
  void aSecondPressCountsForThirtySecondsOnly() {
    Moments second = due(1, false, Duration.ofMinutes(5));
    assertThat(model.press(choice(face(second, Duration.ZERO), "J"), second.build(), Duration.ZERO))
        .isEmpty();
    Duration late = Duration.ofSeconds(31);
    assertThat(model.press(choice(face(second, late), "J"), second.build(), late)).isEmpty();
  }

  @Test
  void aGatedSkipAsksTheCoachAndSaysThatOneMorePressIsNeeded() {
    Moments gated = due(0, true, Duration.ZERO);
    assertThat(model.press(choice(face(gated, Duration.ZERO), "X"), gated.build(), Duration.ZERO))
        .contains(new Input.Skip());
    Face asked = face(due(0, false, Duration.ZERO), Duration.ofSeconds(1));
    assertThat(choice(asked, "X").label()).isEqualTo("Skip, once more");
    assertThat(asked.more()).anyMatch(line -> line.contains("Press Skip once more"));
  }

  @Test
  void anotherBreakBeginsWithoutTheFirstPressOfTheOneBefore() {
    Moments second = due(1, false, Duration.ofMinutes(5));
    assertThat(model.press(choice(face(second, Duration.ZERO), "J"), second.build(), Duration.ZERO))
        .isEmpty();
    assertThat(model.face(Moments.sprint().build(), Duration.ZERO, FakeFace.BERLIN)).isEmpty();
    assertThat(choice(face(second, Duration.ZERO), "J").armed()).isFalse();
  }

  @Test
  void aWarningSaysInHowLong() {
    Moments moment = Moments.sprint();
    moment.due =
        new DueBreak(
            BreakKind.SHORT,
            DueState.WARNED,
            Duration.ofMinutes(5),
            Moments.AT.plusSeconds(30),
            null,
            0,
            false,
            "the sprint is done",
            Duration.ZERO);
    assertThat(face(moment, Duration.ofSeconds(10)).title()).isEqualTo("Short break in 20 s");
    assertThat(face(moment, Duration.ofSeconds(10)).warning()).isTrue();
  }

  @Test
  void aPostponedOrHeldBreakAsksNothing() {
    for (DueState state : List.of(DueState.POSTPONED, DueState.HELD)) {
      Moments moment = Moments.restDue();
      DueBreak due = moment.due;
      moment.due =
          new DueBreak(
              due.kind(),
              state,
              due.length(),
              due.since(),
              due.at(),
              1,
              false,
              due.reason(),
              due.owed());
      assertThat(model.face(moment.build(), Duration.ZERO, FakeFace.BERLIN)).isEmpty();
    }
  }

  /** B54: the platform's clock runs on. */
  @Test
  void aClaimedItemIsNamedFirst() {
    Moments moment = Moments.restDue();
    moment.claimedUntil = Moments.AT.plusSeconds(1362);
    assertThat(face(moment, Duration.ZERO).more())
        .containsExactly("Submit or pause the platform timer first; the claim runs until 10:40.");
  }
}
