package app.respite.coach.port;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests about money stand on the socket as they did when they were first released. */
class RequestLinesTest {
  private static final Payout PAYOUT =
      new Payout(
          new UUID(2, 1),
          "Appen",
          LocalDate.parse("2026-03-30"),
          new Money(new BigDecimal("65.50"), "USD"),
          new BigDecimal("0.5"),
          LocalDate.parse("2026-03-01"),
          LocalDate.parse("2026-03-07"),
          "week 9");
  private static final String LINE =
      "\"payout\":{\"kind\":\"payout\",\"id\":\"00000000-0000-0002-0000-000000000001\","
          + "\"platform\":\"Appen\",\"on\":\"2026-03-30\",\"amount\":\"65.50\","
          + "\"currency\":\"USD\",\"fee\":\"0.5\",\"from\":\"2026-03-01\",\"to\":\"2026-03-07\","
          + "\"note\":\"week 9\"}";

  private static String line(CoachRequest<?> request) {
    return Json.write(RequestFields.of(request), ZoneOffset.UTC);
  }

  private static void isTheLineOf(String line, CoachRequest<?> request) throws JsonException {
    assertThat(line(request)).isEqualTo(line);
    reads(line, request);
  }

  private static void reads(String line, CoachRequest<?> request) throws JsonException {
    assertThat(RequestFields.read(Json.readObject(line))).isEqualTo(request);
  }

  @Test
  void aPayoutIsBookedChangedAndRemovedByTheseLines() throws JsonException {
    isTheLineOf(
        "{\"ask\":\"book-payout\"," + LINE + ",\"again\":true}",
        new CoachRequest.BookPayout(PAYOUT, true));
    isTheLineOf(
        "{\"ask\":\"edit-payout\"," + LINE + ",\"again\":false}",
        new CoachRequest.EditPayout(PAYOUT, false));
    isTheLineOf(
        "{\"ask\":\"remove-payout\",\"payout\":\"00000000-0000-0002-0000-000000000001\"}",
        new CoachRequest.RemovePayout(PAYOUT.id()));
    reads("{\"ask\":\"book-payout\"," + LINE + "}", new CoachRequest.BookPayout(PAYOUT, false));
  }

  @Test
  void anEditIsTakenBackWhateverItIsOrOnlyWhereItIsTheOneThatIsMeant() throws JsonException {
    isTheLineOf("{\"ask\":\"undo\"}", new CoachRequest.Undo());
    isTheLineOf("{\"ask\":\"redo\"}", new CoachRequest.Redo());
    isTheLineOf("{\"ask\":\"edits\"}", new CoachRequest.Edits());
    isTheLineOf(
        "{\"ask\":\"undo\",\"only\":\"removed 65.50 USD of Appen on 2026-03-30\"}",
        new CoachRequest.Undo("removed 65.50 USD of Appen on 2026-03-30"));
  }

  @Test
  void termsOfAPlatformAreOneLine() throws JsonException {
    isTheLineOf(
        "{\"ask\":\"save-platform\",\"platform\":{\"kind\":\"platform\","
            + "\"id\":\"00000000-0000-0003-0000-000000000001\",\"name\":\"Appen\","
            + "\"paysAfter\":\"PT168H\",\"floor\":\"12\",\"currency\":\"USD\","
            + "\"reportWithin\":\"PT72H\",\"weekStarts\":\"tuesday\"}}",
        new CoachRequest.SavePlatform(
            new Platform(
                new UUID(3, 1),
                "Appen",
                Duration.ofDays(7),
                new BigDecimal("12"),
                "USD",
                Duration.ofDays(3),
                DayOfWeek.TUESDAY)));
  }
}
