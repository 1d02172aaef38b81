package app.respite.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 1, 2026-01-01, 2026-03-31",
    "2026, 2, 2026-04-01, 2026-06-30",
    "2026, 3, 2026-07-01, 2026-09-30",
    "2024, 4, 2024-10-01, 2024-12-31"
  })
  void quartersOfTheCalendarHaveThreeMonthsAndNoDueDate(
      int year, int number, LocalDate from, LocalDate to) {
    assertThat(TaxPeriod.of(year, number, Optional.empty()))
        .isEqualTo(new TaxPeriod(year, number, from, to, null));
  }

  /** 15 September 2024 and 15 June 2025 were Sundays, 15 April 2028 is a Saturday. */
  @ParameterizedTest
  @CsvSource({
    "2026, 1, 2026-01-01, 2026-03-31, 2026-04-15",
    "2026, 2, 2026-04-01, 2026-05-31, 2026-06-15",
    "2026, 3, 2026-06-01, 2026-08-31, 2026-09-15",
    "2026, 4, 2026-09-01, 2026-12-31, 2027-01-15",
    "2024, 3, 2024-06-01, 2024-08-31, 2024-09-16",
    "2025, 2, 2025-04-01, 2025-05-31, 2025-06-16",
    "2028, 1, 2028-01-01, 2028-03-31, 2028-04-17"
  })
  void periodsOfTheUnitedStatesAreDueOnAWorkday(
      int year, int number, LocalDate from, LocalDate to, LocalDate due) {
    assertThat(TaxPeriod.of(year, number, Optional.of(TaxCalendar.US)))
        .isEqualTo(new TaxPeriod(year, number, from, to, due));
  }

  @Test
  void aRangeTouchesThePeriodsOfBothItsEnds() {
    LocalDate from = LocalDate.parse("2026-11-30");
    LocalDate to = LocalDate.parse("2027-04-01");
    assertThat(TaxPeriod.touching(from, to, Optional.empty()))
        .extracting(TaxPeriod::name)
        .containsExactly("2026Q4", "2027Q1", "2027Q2");
    assertThat(TaxPeriod.touching(from, from, Optional.of(TaxCalendar.US)))
        .extracting(TaxPeriod::name)
        .containsExactly("2026Q4");
  }
}
