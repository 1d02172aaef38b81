package app.respite.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DayCalendarTest {
  private static final LocalTime FOUR = LocalTime.of(4, 0);

  private static DayCalendar fixed(String zone) {
    return DayCalendar.of(List.of(), ZoneId.of(zone), FOUR);
  }

  private static ZoneChange change(String at, String zone) {
    return new ZoneChange(UUID.randomUUID(), Instant.parse(at), ZoneId.of(zone));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void b46WorkAtHalfPastOneBelongsToYesterday() {
    DayCalendar calendar = fixed("Europe/Berlin");
    assertThat(calendar.dayOf(Instant.parse("2026-03-03T00:30:00Z"))).isEqualTo("2026-03-02");
    assertThat(calendar.dayOf(Instant.parse("2026-03-03T03:00:00Z"))).isEqualTo("2026-03-03");
  }

  @Test
  void b45ADayWithAClockChangeHas23Or25Hours() {
    DayCalendar calendar = fixed("Europe/Berlin");
    assertThat(calendar.interval(day("2026-03-28")).length()).isEqualTo(Duration.ofHours(23));
    assertThat(calendar.interval(day("2026-10-24")).length()).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void aDateTheZoneLeftOutIsEmpty() {
    DayCalendar calendar = fixed("Pacific/Apia");
    assertThat(calendar.interval(day("2011-12-30")).isEmpty()).isTrue();
    assertThat(calendar.interval(day("2011-12-29")).length()).isEqualTo(Duration.ofHours(24));
    assertThat(calendar.dayOf(calendar.startOf(day("2011-12-31")))).isEqualTo("2011-12-31");
  }

  @Test
  void theNightAfterADateLeftOutBelongsToTheDayBeforeIt() {
    DayCalendar calendar = fixed("Pacific/Apia");
    Instant midnight = Instant.parse("2011-12-30T10:00:00Z");
    assertThat(calendar.dayOf(midnight)).isEqualTo("2011-12-29");
    assertThat(calendar.dayOf(midnight.plus(Duration.ofHours(4)))).isEqualTo("2011-12-31");
  }

  @Test
  void b45FlyingWestMakesTheDayLongerAndNoDayComesTwice() {
    DayCalendar calendar =
        DayCalendar.of(
            List.of(
                change("2026-01-01T00:00:00Z", "Europe/Berlin"),
                change("2026-03-02T09:00:00Z", "America/Los_Angeles")),
            ZoneId.of("UTC"),
            FOUR);
    assertThat(calendar.dayOf(Instant.parse("2026-03-02T09:30:00Z"))).isEqualTo("2026-03-02");
    assertThat(calendar.startOf(day("2026-03-02"))).isEqualTo("2026-03-02T03:00:00Z");
    assertThat(calendar.interval(day("2026-03-02")).length()).isEqualTo(Duration.ofHours(33));
  }

  @Test
  void b45FlyingEastMakesTheDayShorter() {
    DayCalendar calendar =
        DayCalendar.of(
            List.of(
                change("2026-01-01T00:00:00Z", "America/Los_Angeles"),
                change("2026-03-02T20:00:00Z", "Asia/Tokyo")),
            ZoneId.of("UTC"),
            FOUR);
    assertThat(calendar.interval(day("2026-03-02")).length()).isEqualTo(Duration.ofHours(8));
    assertThat(calendar.startOf(day("2026-03-03"))).isEqualTo("2026-03-02T20:00:00Z");
  }

  @Test
  void theFirstKnownZoneCountsBeforeItWasRecordedAndTheGivenOneWhereNoneWas() {
    DayCalendar known =
        DayCalendar.of(
            List.of(change("2026-03-02T09:00:00Z", "Asia/Kolkata")), ZoneId.of("UTC"), FOUR);
    assertThat(known.zoneAt(Instant.EPOCH)).isEqualTo(ZoneId.of("Asia/Kolkata"));
    assertThat(fixed("Asia/Tokyo").zoneAt(Instant.EPOCH)).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void everyMomentIsInTheDayThatHoldsItWhateverTheTravels() {
    Random random = new Random(20260302);
    List<String> zones =
        List.of(
            "Europe/Berlin",
            "America/Los_Angeles",
            "Asia/Kolkata",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Australia/Lord_Howe");
    for (int run = 0; run < 500; run++) {
      Instant origin = Instant.parse("2011-12-20T00:00:00Z");
      List<ZoneChange> changes = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        changes.add(
            new ZoneChange(
                new UUID(run, i),
                origin.plusSeconds(random.nextInt(20 * 86400)),
                ZoneId.of(zones.get(random.nextInt(zones.size())))));
      }
      DayCalendar calendar =
          DayCalendar.of(changes, ZoneId.of(zones.get(random.nextInt(zones.size()))), FOUR);
      for (int i = 0; i < 20; i++) {
        Instant at = origin.plusSeconds(random.nextInt(25 * 86400) - 86400L);
        LocalDate day = calendar.dayOf(at);
        assertThat(at).isBetween(calendar.startOf(day), calendar.startOf(day.plusDays(1)));
        assertThat(at).isBefore(calendar.startOf(day.plusDays(1)));
      }
    }
  }
}
