package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.MoneyFacts;
import app.respite.domain.review.Ledger;
import app.respite.domain.review.Records;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a journal knows of money, the open session included. Every method throws {@link
 * app.respite.coach.port.JournalException} where the journal cannot be read.
 */
public final class MoneyService {
  private MoneyService() {}

  /**
   * All that reports are made from, up to a day.
   *
   * @param to the last day of the reports, and not before today
   * @param zone the user's zone; counts where the journal knows none
   */
  public static MoneyFacts facts(
      JournalReader journal, Preferences preferences, LocalDate to, ZoneId zone) {
    Records records = ReviewService.history(journal, preferences, to, to, zone);
    LocalDate first =
        Stream.of(records.spans(), records.sprints(), records.items())
            .flatMap(List::stream)
            .map(JournalRecord::begins)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .map(Reviewer.calendar(records.zones(), preferences, zone)::dayOf)
            .filter(day -> day.isBefore(to))
            .orElse(to);
    List<DayEarnings> earnings = Ledger.of(records, preferences, first, to, zone);
    return new MoneyFacts(
        earnings,
        journal.all(Payout.class),
        journal.all(Platform.class),
        preferences.get(CoachKeys.SET_ASIDE),
        preferences.get(CoachKeys.TAX_CALENDAR));
  }
}
