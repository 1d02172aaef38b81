package app.respite.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.prompt.LiveDay;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.day.Snapshot.NextBreak;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.setting.Preferences;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TodayFaceTest {
  private static final Task SEARCH = Task.named(new UUID(4, 2), "Search");

  private static TodayFace face(Moments moment) {
    return face(moment, Duration.ZERO);
  }

  private static TodayFace face(Moments moment, Duration passed) {
    return TodayFace.of(
        moment.build(), passed, null, FakeFace.BERLIN, Duration.ofMinutes(25), SEARCH);
  }

  @Test
  void nothingChosenPutsTheChoiceOfATaskInTheMiddle() {
    assertThat(face(Moments.nothingChosen()).choosing()).isTrue();
    assertThat(face(Moments.nothingChosen()).primary()).isNull();
    assertThat(face(Moments.off()).choosing()).isFalse();
  }

  @Test
  void everyStateHasItsOneNextAction() {
    assertThat(face(Moments.off()).primary().label()).isEqualTo("Start Boxes");
    assertThat(face(Moments.sprint()).primary().label()).isEqualTo("Pause");
    assertThat(face(Moments.restDue()).primary().label()).isEqualTo("Take the break");
    assertThat(face(Moments.paused()).primary().label()).isEqualTo("Resume");
    assertThat(face(Moments.onBreak()).primary().label()).isEqualTo("End the break");
    assertThat(face(Moments.breakOver()).primary().label()).isEqualTo("I'm back");
    assertThat(face(Moments.ready()).primary().label()).isEqualTo("Start the next sprint");
  }

  @Test
  void b65CountTheseMinutesIsTheFirstThingOfferedAndCountsThem() {
    LiveDay day = new LiveDay(Preferences.DEFAULTS);
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, false)).minutes(25);
    day.tell(new Input.Accept()).minutes(14);
    assertThat(labels(day)).doesNotContain("Count these minutes");
    day.minutes(2);
    assertThat(labels(day)).startsWith("Count these minutes");
    day.tell(onPage(day).actions().getFirst().command());
    assertThat(day.now().state()).isEqualTo(Snapshot.Mode.SPRINT);
    assertThat(day.now().sinceRest()).isEqualTo(Duration.ofMinutes(11));
    assertThat(labels(day)).doesNotContain("Count these minutes");
  }

  @Test
  void b66NothingIsCountedByAReminderAlone() {
    LiveDay day = new LiveDay(Preferences.DEFAULTS);
    day.tell(new Input.Start(LiveDay.task("Boxes"), null, true)).minutes(25);
    day.tell(new Input.TakeBreak(null)).minutes(2);
    day.tell(new Input.EndBreak(false));
    Duration before = day.now().sinceRest();
    day.minutes(70);
    assertThat(day.now().state()).isEqualTo(Snapshot.Mode.READY);
    assertThat(day.now().sinceRest()).isEqualTo(before);
  }

  private static TodayFace onPage(LiveDay day) {
    return TodayFace.of(
        day.now(), Duration.ZERO, null, FakeFace.BERLIN, Duration.ofMinutes(25), SEARCH);
  }

  private static List<String> labels(LiveDay day) {
    return onPage(day).actions().stream().map(Act::label).toList();
  }

  /** B36: whatever the coach says can be done, nothing else is offered. */
  @Test
  void everyOfferIsSomethingTheCoachSaysCanBeDone() {
    Random random = new Random(36);
    for (int round = 0; round < 2000; round++) {
      Moments moment = new Moments();
      moment.state = Snapshot.Mode.values()[random.nextInt(Snapshot.Mode.values().length)];
      moment.can = EnumSet.noneOf(Action.class);
      for (Action action : Action.values()) {
        if (random.nextBoolean()) {
          moment.can.add(action);
        }
      }
      if (random.nextBoolean()) {
        moment.due = Moments.restDue().due;
      }
      if (random.nextBoolean()) {
        moment.suggestion = suggestion(Suggestion.Kind.LONGER_BREAK, Duration.ofMinutes(15));
      }
      TodayFace face = face(moment);
      Stream<Act> acts =
          Stream.of(
                  Stream.ofNullable(face.primary()),
                  face.actions().stream(),
                  face.menu().stream(),
                  Stream.ofNullable(face.offer())
                      .flatMap(offer -> Stream.of(offer.take(), offer.dismiss()))
                      .filter(Objects::nonNull),
                  face.keys().values().stream())
              .flatMap(each -> each);
      assertThat(acts).allSatisfy(act -> assertThat(moment.can).contains(needed(act)));
    }
  }

  private static Action needed(Act act) {
    return switch (act.command()) {
      case Input.Start start -> Action.START;
      case Input.Stop stop -> Action.STOP;
      case Input.Pause pause -> Action.PAUSE;
      case Input.Resume resume -> Action.RESUME;
      case Input.TakeBreak take -> Action.BREAK;
      case Input.Accept accept -> Action.ACCEPT;
      case Input.EndBreak end -> Action.END_BREAK;
      case Input.Tired tired -> Action.TIRED;
      case Input.Took took -> Action.TOOK;
      case Input.Items items -> Action.ITEM;
      case Input.Quiet quiet -> quiet.off() ? Action.QUIET_OFF : Action.QUIET;
      case Input.TakeSuggestion take -> Action.TAKE;
      case Input.DismissSuggestion dismiss -> Action.DISMISS;
      case Input.Meeting meeting -> meeting.off() ? Action.MEETING_OFF : Action.MEETING;
      default -> throw new AssertionError("no offer of the page: " + act);
    };
  }

  @Test
  void beforeASprintItsLengthIsShown() {
    assertThat(face(Moments.off()).ring().digits()).isEqualTo("25:00");
    assertThat(face(Moments.ready()).ring().digits()).isEqualTo("25:00");
  }

  @Test
  void theCountdownRunsOnBetweenSnapshots() {
    TodayFace later = face(Moments.sprint(), Duration.ofSeconds(42));
    assertThat(later.ring().digits()).isEqualTo("18:00");
    assertThat(later.bar().since()).isEqualTo(Duration.ofSeconds(47 * 60 + 42));
  }

  @Test
  void aPauseStandsStill() {
    TodayFace later = face(Moments.paused(), Duration.ofMinutes(9));
    assertThat(later.ring().digits()).isEqualTo("18:42");
    assertThat(later.bar().since()).isEqualTo(Duration.ofMinutes(47));
  }

  @Test
  void aBreakDoesNotCountAsWorkAndItsOvertimeIsRest() {
    TodayFace later = face(Moments.onBreak(), Duration.ofSeconds(410 + 65));
    assertThat(later.ring().digits()).isEqualTo("+1:05");
    assertThat(later.ring().under()).isEqualTo("counted as rest");
    assertThat(later.bar().since()).isEqualTo(Duration.ofMinutes(62));
    assertThat(later.primary().label()).isEqualTo("I'm back");
  }

  @Test
  void theNextRestIsSaidWithItsReason() {
    assertThat(face(Moments.sprint()).sentence())
        .isEqualTo("A 10-minute rest around 10:35: about 60 minutes of work since the last rest");
  }

  @Test
  void aSilenceIsExplained() {
    Moments quiet = Moments.sprint();
    quiet.holds = java.util.List.of(new HeldBy(HoldReason.QUIET, Moments.AT.plusSeconds(762)));
    assertThat(face(quiet).sentence()).isEqualTo("Quiet until 10:30");
    quiet.due =
        new DueBreak(
            BreakKind.REST,
            DueState.HELD,
            Duration.ofMinutes(10),
            Moments.AT,
            null,
            0,
            false,
            "",
            Duration.ZERO);
    assertThat(face(quiet).sentence()).isEqualTo("Rest waiting: quiet until 10:30");
  }

  @Test
  void onlyWhatMovesIsRepainted() {
    assertThat(TodayFace.ticks(Moments.sprint().build())).isTrue();
    assertThat(TodayFace.ticks(Moments.onBreak().build())).isTrue();
    assertThat(TodayFace.ticks(Moments.paused().build())).isFalse();
    assertThat(TodayFace.ticks(Moments.off().build())).isFalse();
    assertThat(TodayFace.ticks(Moments.ready().build())).isFalse();
  }

  @Test
  void tiredIsOfferedInEveryStateThatHasIt() {
    for (Moments moment :
        Set.of(Moments.off(), Moments.sprint(), Moments.paused(), Moments.restDue())) {
      assertThat(face(moment).actions()).extracting(Act::label).contains("I'm tired now");
    }
  }

  private static Suggestion suggestion(Suggestion.Kind kind, Duration length) {
    return new Suggestion(kind, length, SEARCH.id(), "A longer rest may help now.", Moments.AT);
  }

  private static Moments suggesting(Suggestion.Kind kind, Duration length) {
    Moments moment = Moments.sprint();
    moment.suggestion = suggestion(kind, length);
    moment.can.addAll(Set.of(Action.TAKE, Action.DISMISS));
    return moment;
  }

  @Test
  void aSuggestionsButtonSaysWhatWillHappen() {
    Duration length = Duration.ofMinutes(15);
    assertThat(take(suggesting(Suggestion.Kind.LONGER_BREAK, length))).isEqualTo("Make it 15 min");
    assertThat(take(suggesting(Suggestion.Kind.SHORTER_SPRINT, length))).isEqualTo("Start 15 min");
    assertThat(take(suggesting(Suggestion.Kind.OTHER_TASK, null))).isEqualTo("Start Search");
    assertThat(take(suggesting(Suggestion.Kind.ENOUGH, null))).isEqualTo("Stop for today");
  }

  private static String take(Moments moment) {
    return face(moment).offer().take().label();
  }

  @Test
  void aSuggestionHasAKeyForEachAnswer() {
    TodayFace face = face(suggesting(Suggestion.Kind.ENOUGH, null));
    assertThat(face.keys().get(Hotkey.TAKE).command()).isEqualTo(new Input.TakeSuggestion());
    assertThat(face.keys().get(Hotkey.DISMISS).command()).isEqualTo(new Input.DismissSuggestion());
    assertThat(face(Moments.sprint()).keys()).doesNotContainKeys(Hotkey.TAKE, Hotkey.DISMISS);
    assertThat(face(Moments.sprint()).offer()).isNull();
  }

  @Test
  void whatCanBeAnsweredOnThePageIsNotSaidTwice() {
    Moments suggested = suggesting(Suggestion.Kind.ENOUGH, null);
    suggested.notice = suggested.suggestion.sentence();
    assertThat(face(suggested).notice()).isEmpty();
    Moments evening = Moments.off();
    evening.notice = Wording.say("evening.offer");
    assertThat(face(evening).notice()).isNotEmpty();
    evening.questions = new Snapshot.Questions(false, true, false);
    assertThat(face(evening).notice()).isEmpty();
  }

  @Test
  void whatCameWithWhatCanBeAnsweredOnThePageIsStillSaid() {
    Moments suggested = suggesting(Suggestion.Kind.ENOUGH, null);
    suggested.notice = suggested.suggestion.sentence() + "\nRest.";
    assertThat(face(suggested).notice()).isEqualTo("Rest.");
    Moments evening = Moments.off();
    evening.notice = Wording.say("evening.offer-two") + "\nRest.";
    evening.questions = new Snapshot.Questions(false, true, false);
    assertThat(face(evening).notice()).isEqualTo("Rest.");
    Moments both = Moments.off();
    both.notice = "Count?\nRest.";
    assertThat(face(both).notice()).isEqualTo("Count?\nRest.");
  }

  @Test
  void whatTheTimeOfTheRestRestsOnIsSaid() {
    Moments moment = Moments.sprint();
    moment.basis = "We do not know your pattern yet (2 of 3 ratings)";
    assertThat(face(moment).basis()).isEqualTo(moment.basis);
  }

  @Test
  void ratingsThatTheReasonNamesAreNotNamedAgain() {
    for (String lead : List.of("lead.learning", "lead.rough", "lead.known")) {
      Moments moment = Moments.sprint();
      moment.basis = "Your own pattern, from your last 268 rated sprints";
      moment.next =
          new NextBreak(
              moment.next.kind(),
              moment.next.at(),
              moment.next.length(),
              Wording.say(lead, "ratings", 268) + " you usually reach about 6/10 tired");
      assertThat(face(moment).sentence()).contains("268 rated sprints");
      assertThat(face(moment).basis()).isEmpty();
    }
  }
}
