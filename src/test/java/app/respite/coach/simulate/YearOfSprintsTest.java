package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Event;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class YearOfSprintsTest {
  private static final int DAYS = 10;

  @Test
  void everySprintAndBreakOfManyDaysIsCounted() {
    Event.Summary summary = Walk.of(YearOfSprints.lines(DAYS), ZoneOffset.UTC).summary();

    assertThat(summary.sprintsCompleted()).isEqualTo(DAYS * YearOfSprints.SPRINTS);
    assertThat(summary.breaksTaken()).isEqualTo(DAYS * YearOfSprints.SPRINTS);
    assertThat(summary.workSeconds()).isEqualTo(DAYS * YearOfSprints.SPRINTS * 25L * 60);
    assertThat(summary.breakSeconds()).isEqualTo(DAYS * (12 * 5 + 4 * 15) * 60L);
  }
}
