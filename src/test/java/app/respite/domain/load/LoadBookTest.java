package app.respite.domain.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadBookTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");

  private final List<DayLoad> days = new ArrayList<>();

  /** A day of so many hours, all of it rated with an effort of 5. */
  private void day(int day, double hours) {
    day(day, hours, 1);
  }

  private void day(int day, double hours, double rated) {
    double minutes = hours * 60;
    days.add(new DayLoad(FIRST.plusDays(day), minutes, minutes * rated, 5 * minutes * rated));
  }

  private void weeks(int from, int to, double hours) {
    for (int week = from; week < to; week++) {
      for (int day = 0; day < 5; day++) {
        day(7 * week + day, hours);
      }
    }
  }

  private LoadBook.Week week(int end) {
    return new LoadBook(FIRST, days).week(FIRST.plusDays(end));
  }

  @Test
  void aWeekIsTheSevenDaysThatEndOnTheDay() {
    day(0, 4);
    day(3, 2);
    day(8, 1);
    assertThat(week(6).hours()).isEqualTo(6);
    assertThat(week(6).load()).isEqualTo(1800);
    assertThat(week(6).daysOff()).isEqualTo(5);
    assertThat(week(7).hours()).isEqualTo(2);
    assertThat(week(9).load()).isEqualTo(900);
  }

  @Test
  void b57WithLessThanSeventyPercentRatedTheLoadIsNotShownAndNothingIsFilledIn() {
    day(0, 7, 1);
    day(1, 3, 0);
    assertThat(week(6).ratedShare()).isCloseTo(.7, within(1e-12));
    assertThat(week(6).load()).isEqualTo(2100);
    day(2, .1, 0);
    assertThat(week(6).ratedShare()).isLessThan(.7);
    assertThat(week(6).load()).isNull();
    assertThat(week(6).monotony()).isNull();
    assertThat(week(6).strain()).isNull();
    assertThat(week(6).hours()).isCloseTo(10.1, within(1e-12));
  }

  @Test
  void aWeekWithoutWorkIsAWholeWeekOff() {
    day(0, 1);
    LoadBook.Week off = week(20);
    assertThat(off.load()).isZero();
    assertThat(off.ratedShare()).isNull();
    assertThat(off.monotony()).isNull();
    assertThat(off.daysOff()).isEqualTo(7);
  }

  @Test
  void aJournalYoungerThanAWeekHasNeitherMonotonyNorDaysOff() {
    weeks(0, 1, 6);
    assertThat(week(5).monotony()).isNull();
    assertThat(week(5).strain()).isNull();
    assertThat(week(5).daysOff()).isNull();
    assertThat(week(6).monotony()).isCloseTo(1.5811388300841895, within(1e-9));
    assertThat(week(6).strain()).isCloseTo(9000 * 1.5811388300841895, within(1e-6));
    assertThat(week(6).daysOff()).isEqualTo(2);
  }

  @Test
  void theUsualWeekIsTheMeanOfTheFourBeforeAndNotOfThisOne() {
    weeks(0, 1, 2);
    weeks(1, 2, 4);
    weeks(2, 3, 6);
    weeks(3, 4, 8);
    weeks(4, 5, 10);
    LoadBook.Week fifth = week(34);
    assertThat(fifth.hours()).isEqualTo(50);
    assertThat(fifth.usualHours()).isEqualTo(25);
    assertThat(fifth.usualLoad()).isEqualTo(25 * 60 * 5);
  }

  @Test
  void threeCompleteWeeksAreEnoughAndTwoAreNot() {
    weeks(0, 4, 6);
    assertThat(week(27).usualHours()).isEqualTo(30);
    assertThat(week(26).usualHours()).isNull();
    assertThat(week(20).usualHours()).isNull();
  }

  @Test
  void aHolidayWeekCountsAsAWeekAndFourOfThemAreNoUsualWeek() {
    weeks(0, 3, 6);
    assertThat(week(34).usualHours()).isEqualTo(90 / 4.0);
    assertThat(week(100).usualHours()).isNull();
    assertThat(week(100).usualLoad()).isNull();
  }

  @Test
  void aWeekTooLittleRatedIsNoPartOfTheUsualLoad() {
    weeks(0, 4, 6);
    for (int day = 0; day < 5; day++) {
      day(28 + day, 6, .2);
    }
    assertThat(week(41).usualLoad()).isEqualTo(9000);
    assertThat(week(41).usualHours()).isEqualTo(30);
    assertThat(week(48).usualLoad()).isEqualTo(18000 / 3.0);
    for (int day = 0; day < 5; day++) {
      day(35 + day, 6, .2);
    }
    assertThat(week(48).usualLoad()).isNull();
    assertThat(week(48).usualHours()).isEqualTo(30);
  }
}
