package app.respite.ui.money;

import app.respite.coach.InMemoryJournal;
import app.respite.domain.day.Change;
import app.respite.domain.review.Diary;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Journals for the page of money, as they stand on the last day of November 2026. */
final class MoneyJournals {
  static final LocalDate TODAY = LocalDate.parse("2026-11-30");

  /** Half past eight in the evening of that day in Berlin. */
  static final Instant NOW = Instant.parse("2026-11-30T19:30:00Z");

  private MoneyJournals() {}

  static InMemoryJournal empty() {
    return new InMemoryJournal();
  }

  /** Three days of one platform, of which nobody has told anything yet. */
  static InMemoryJournal onePlatform() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "Appen", Diary.perHour("12.50", "USD"));
    for (int day : new int[] {18, 23, 30}) {
      morning(diary, boxes, LocalDate.of(2026, 11, day), 3);
    }
    return journal(diary);
  }

  /** A year of three platforms in two currencies, with payouts, fees, floors and pending work. */
  static InMemoryJournal threePlatforms() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "Appen", Diary.perHour("11.20", "USD"));
    Task voices = diary.task("Voices", "Toloka", Diary.perItem("0.25", "EUR"));
    Task ratings = diary.task("Search ratings", "Telus Digital", Diary.perHour("14", "USD"));
    Task training = diary.task("Qualification", "Appen", Pay.NONE);
    for (int month = 1; month <= 11; month++) {
      for (int day = 2; day <= 26; day += 8) {
        LocalDate date = LocalDate.of(2026, month, day);
        morning(diary, boxes, date, 2 + month % 3);
        if (day == 2 && month % 2 == 0) {
          diary.sprint(training, diary.at(date + "T15:00"), 25, null, null, null);
        }
        if (month != 5) {
          Instant at = diary.at(date.plusDays(1) + "T09:00");
          diary.sprint(voices, at, 25, null, null, null);
          for (int i = 0; i < 20; i++) {
            ItemOutcome outcome =
                month == 11
                    ? ItemOutcome.PENDING
                    : i == 7 ? ItemOutcome.REJECTED : ItemOutcome.ACCEPTED;
            diary.item(voices, at.plusSeconds(70L * (i + 1)), 60, outcome, null);
          }
        }
      }
      morning(diary, ratings, LocalDate.of(2026, month, 15), 4 + month % 4);
    }
    InMemoryJournal journal = journal(diary);
    for (int month = 2; month <= 10; month++) {
      put(
          journal,
          payout(month, "Appen", LocalDate.of(2026, month, 10), "38.40", "USD", "0.40", null),
          payout(
              20 + month,
              "Telus Digital",
              LocalDate.of(2026, month, 28),
              "52.5",
              "USD",
              null,
              month == 10 ? "invoice 10" : null));
    }
    put(
        journal,
        payout(40, "Toloka", LocalDate.of(2026, 9, 3), "120", "EUR", null, null),
        terms("Appen", 7, "10", "USD"),
        terms("Toloka", 30, "11", "EUR"));
    return journal;
  }

  /** Ten platforms, each with a rate of its own; one has a long name. */
  static InMemoryJournal tenRates() {
    Diary diary = new Diary(Diary.BERLIN);
    for (int i = 0; i < 10; i++) {
      String name =
          i == 4
              ? "The Annotation Cooperative of the Lower Rhine and Meuse"
              : "Platform " + (char) ('A' + i);
      Task task = diary.task("Gig " + i, name, Diary.perHour(Integer.toString(4 + 3 * i), "USD"));
      morning(diary, task, LocalDate.of(2026, 11, 3 + i), 2 + i % 3);
    }
    InMemoryJournal journal = journal(diary);
    put(journal, terms("Platform B", 14, "12", "USD"));
    return journal;
  }

  private static void morning(Diary diary, Task task, LocalDate day, int sprints) {
    Instant at = diary.at(day + "T09:00");
    for (int i = 0; i < sprints; i++) {
      at = diary.sprint(task, at, 50, null, null, null).end();
      diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, at, 10);
      at = at.plusSeconds(600);
    }
  }

  private static InMemoryJournal journal(Diary diary) {
    InMemoryJournal journal = new InMemoryJournal();
    diary.zone(diary.at("2026-01-01T04:00"), "Europe/Berlin");
    journal.write(diary.all().stream().<Change>map(Change.Put::new).toList(), null);
    return journal;
  }

  static void put(InMemoryJournal journal, JournalRecord... records) {
    journal.write(List.of(records).stream().<Change>map(Change.Put::new).toList(), null);
  }

  static Payout payout(
      int id,
      String platform,
      LocalDate on,
      String amount,
      String currency,
      @Nullable String fee,
      @Nullable String note) {
    return new Payout(
        new UUID(2, id),
        platform,
        on,
        new Money(new BigDecimal(amount), currency),
        fee == null ? null : new BigDecimal(fee),
        null,
        null,
        note);
  }

  private static Platform terms(String name, int days, String floor, String currency) {
    return new Platform(
        Platform.idOf(name),
        name,
        Duration.ofDays(days),
        new BigDecimal(floor),
        currency,
        null,
        null);
  }
}
