package app.respite.domain.day.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.presence.PresenceState.Absence;
import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sleeps, locks and stalls of one absence: what overlaps is one, told by the earliest cause. */
class PresenceStateTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static Absence absence(GapCause cause, int from, int to) {
    return new Absence(
        cause,
        new Interval(NINE.plus(Duration.ofMinutes(from)), NINE.plus(Duration.ofMinutes(to))));
  }

  private static PresenceState away(Absence... absences) {
    PresenceState state = PresenceState.HERE.withGap(NINE);
    for (Absence absence : absences) {
      state = state.withAbsence(absence.cause(), absence.interval());
    }
    return state;
  }

  private static List<Absence> merged(Absence... absences) {
    return away(absences).absences();
  }

  @Test
  void absencesApartStayApartInTheirOrder() {
    Absence sleep = absence(GapCause.SUSPEND, 0, 10);
    Absence lock = absence(GapCause.LOCK, 20, 30);
    Absence stall = absence(GapCause.GAP, 40, 50);
    assertThat(merged(lock, sleep, stall)).containsExactly(sleep, lock, stall);
  }

  @Test
  void whatOverlapsOrTouchesBecomesOneUnderTheEarlierCause() {
    Absence lock = absence(GapCause.LOCK, 0, 12);
    Absence sleep = absence(GapCause.SUSPEND, 10, 20);
    Absence both = absence(GapCause.LOCK, 0, 20);
    assertThat(merged(lock, sleep)).containsExactly(both);
    assertThat(merged(sleep, lock)).containsExactly(both);
    assertThat(merged(absence(GapCause.LOCK, 0, 10), sleep)).containsExactly(both);
  }

  @Test
  void oneThatReachesOverTwoMakesOneOfThree() {
    assertThat(
            merged(
                absence(GapCause.LOCK, 0, 10),
                absence(GapCause.GAP, 20, 30),
                absence(GapCause.SUSPEND, 5, 25)))
        .containsExactly(absence(GapCause.LOCK, 0, 30));
  }

  @Test
  void whoIsBackHasNoAbsences() {
    PresenceState away = away(absence(GapCause.LOCK, 0, 10));
    assertThat(away.withGap(NINE.plusSeconds(60)).absences()).isEqualTo(away.absences());
    assertThat(away.withGap(null).absences()).isEmpty();
  }
}
