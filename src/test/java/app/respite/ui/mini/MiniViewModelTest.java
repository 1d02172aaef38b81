package app.respite.ui.mini;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.mini.MiniViewModel.Entry;
import app.respite.ui.mini.MiniViewModel.Tone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the mini timer says and offers. */
class MiniViewModelTest {
  private final FakeFace coach = new FakeFace(Moments.sprint().build());
  private final MiniViewModel model = new MiniViewModel(coach.update, coach.context().clock());

  private void tell(Moments moment) {
    coach.tell(moment.build());
    model.take(coach.update);
  }

  @Test
  void saysMinutesWhileTheEndIsFarAndSecondsNearIt() {
    assertThat(model.face().figure()).isEqualTo("19 min");
    assertThat(model.face().words()).isEqualTo("Boxes");
    coach.pass(Duration.ofSeconds(42));
    assertThat(model.face().figure()).isEqualTo("18 min");
    coach.pass(Duration.ofMinutes(16));
    assertThat(model.face().figure()).isEqualTo("2:00");
    coach.pass(Duration.ofSeconds(1));
    assertThat(model.face().figure()).isEqualTo("1:59");
  }

  @Test
  void wakesOnceAMinuteOnceASecondOrNotAtAll() {
    assertThat(model.next()).contains(Duration.ofSeconds(42));
    coach.pass(Duration.ofSeconds(42));
    assertThat(model.next()).contains(Duration.ofMinutes(1));
    coach.pass(Duration.ofMinutes(16));
    assertThat(model.next()).contains(Duration.ofSeconds(1));
    tell(Moments.paused());
    assertThat(model.next()).isEmpty();
    tell(Moments.off());
    assertThat(model.next()).isEmpty();
  }

  @Test
  void everyStateHasItsWords() {
    tell(Moments.onBreak());
    assertThat(model.face().tone()).isEqualTo(Tone.REST);
    assertThat(model.face().spoken()).isEqualTo("break, 7 min");
    tell(Moments.breakOver());
    assertThat(model.face().spoken()).isEqualTo("break is over, +3 min");
    tell(Moments.restDue());
    assertThat(model.face().tone()).isEqualTo(Tone.DUE);
    assertThat(model.face().spoken()).isEqualTo("time for a rest, +1 min");
    tell(Moments.paused());
    assertThat(model.face().spoken()).isEqualTo("paused, 19 min");
    tell(Moments.off());
    assertThat(model.face().words()).isEqualTo("not started");
    tell(Moments.ready());
    assertThat(model.face().words()).isEqualTo("ready");
    Moments flow = Moments.sprint();
    flow.flow = true;
    flow.planned = null;
    flow.remaining = null;
    tell(flow);
    assertThat(model.face().figure()).isEqualTo("6 min");
    assertThat(model.next()).contains(Duration.ofSeconds(42));
  }

  @Test
  void getsOutOfSightWhileAFullScreenWindowIsInFront() {
    Moments moment = Moments.sprint();
    moment.holds = List.of(new HeldBy(HoldReason.FULL_SCREEN, null));
    tell(moment);
    assertThat(model.face().away()).isTrue();
    assertThat(model.next()).as("nothing moves where nobody looks").isEmpty();
    tell(Moments.sprint());
    assertThat(model.face().away()).isFalse();
  }

  @Test
  void itsMenuSaysWhatCanBeDoneNow() {
    assertThat(model.entries())
        .extracting(Entry::label)
        .containsExactly("Pause", "I'm tired now", "Count an item (14)");
    tell(Moments.paused());
    assertThat(model.entries()).extracting(Entry::label).containsExactly("Resume", "I'm tired now");
    assertThat(model.press("Space")).contains(new Input.Resume());
    assertThat(model.press("I")).isEmpty();
  }
}
