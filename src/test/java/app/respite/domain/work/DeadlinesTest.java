package app.respite.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.LogicalDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final LogicalDays DAYS =
      new LogicalDays(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));

  @Test
  void aDayIsOverWhenTheNextLogicalOneBegins() {
    Instant deadline = Deadlines.endOf(LocalDate.parse("2026-12-04"), DAYS);
    assertThat(deadline).isEqualTo(Instant.parse("2026-12-05T03:00:00Z"));
    assertThat(Deadlines.text(deadline, DAYS)).isEqualTo("2026-12-04");
  }

  @Test
  void aMomentIsToldAsOne() {
    assertThat(Deadlines.text(Instant.parse("2026-12-04T22:59:00Z"), DAYS))
        .isEqualTo("2026-12-04 23:59");
  }
}
