package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.money.MoneyBook.SprintTimes;
import app.respite.domain.money.MoneyFacts;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Grounds;
import app.respite.domain.review.Ledger;
import app.respite.domain.review.Records;
import app.respite.domain.review.Reviewer;
import app.respite.domain.review.WorkPay;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a journal knows of money, the open session included. Every method throws {@link
 * app.respite.coach.port.JournalException} where the journal cannot be read.
 */
public final class MoneyService {
  private static final int MONTHS = 12;

  private MoneyService() {}

  /** Money as it stands on a day, which is the last of what is told. */
  public static MoneyGlance glance(
      JournalReader journal, Preferences preferences, LocalDate today, ZoneId zone) {
    MoneyFacts facts = facts(journal, preferences, today, zone);
    LocalDate month = today.withDayOfMonth(1);
    boolean pays =
        Stream.concat(
                journal.all(Task.class).stream().map(Task::pay),
                journal.all(Rate.class).stream().map(Rate::pay))
            .anyMatch(pay -> !pay.equals(Pay.NONE));
    return new MoneyGlance(
        MoneyReport.of(facts, month, today, today),
        MoneyReport.of(facts, month.minusMonths(MONTHS - 1), today, today),
        MoneyReport.days(facts, today),
        CashBook.all(journal),
        new Platforms(journal).all(),
        facts.setAside(),
        pays);
  }

  /**
   * All that reports are made from, up to a day.
   *
   * @param to the last day of the reports, and not before today
   * @param zone the user's zone; counts where the journal knows none
   */
  public static MoneyFacts facts(
      JournalReader journal, Preferences preferences, LocalDate to, ZoneId zone) {
    Records records = ReviewService.history(journal, preferences, to, to, zone);
    LocalDate first = firstDay(records, preferences, to, zone);
    return facts(journal, preferences, Ledger.of(records, preferences, first, to, zone));
  }

  /**
   * A report with all that it is made of.
   *
   * @param from null for the first day with anything in it
   * @param to null for today
   * @param zone the user's zone; counts where the journal knows none
   */
  public static MoneyBook book(
      JournalReader journal,
      Preferences preferences,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      LocalDate today,
      ZoneId zone) {
    LocalDate last = to == null ? today : to;
    LocalDate end = last.isAfter(today) ? last : today;
    Records records = ReviewService.history(journal, preferences, end, end, zone);
    Grounds grounds =
        Ledger.course(records, preferences, firstDay(records, preferences, end, zone), end, zone);
    MoneyFacts facts = facts(journal, preferences, grounds.earnings());
    LocalDate first = from == null ? firstDay(facts, last) : from;
    DayCalendar calendar = Reviewer.calendar(records.zones(), preferences, zone);
    Map<UUID, SprintTimes> sprints = new HashMap<>();
    for (Sprint one : records.sprints()) {
      sprints.put(
          one.id(),
          new SprintTimes(
              one.start().atZone(calendar.zoneAt(one.start())),
              one.end().atZone(calendar.zoneAt(one.end()))));
    }
    return new MoneyBook(
        MoneyReport.of(facts, first, last, today),
        grounds.lines().stream()
            .filter(one -> !one.day().isBefore(first) && !one.day().isAfter(last))
            .toList(),
        facts.payouts().stream()
            .filter(one -> !one.on().isBefore(first) && !one.on().isAfter(last))
            .sorted(Comparator.comparing(Payout::on).thenComparing(Payout::platform))
            .toList(),
        records.tasks().stream().collect(Collectors.toMap(Task::id, Function.identity())),
        sprints);
  }

  /**
   * What single sprints and items earn, for a table of the journal.
   *
   * @param within of what lies in this stretch of time; null for everything
   */
  public static WorkPay workPay(
      JournalReader journal,
      Preferences preferences,
      @Nullable Interval within,
      Instant now,
      ZoneId zone) {
    DayCalendar calendar = Reviewer.calendar(journal.all(ZoneChange.class), preferences, zone);
    LocalDate today = calendar.dayOf(now).plusDays(1);
    LocalDate last =
        within == null || within.end().isAfter(now) ? today : calendar.dayOf(within.end());
    Records records = ReviewService.history(journal, preferences, last, last, zone);
    return WorkPay.of(records, preferences, firstDay(records, preferences, last, zone), last, zone);
  }

  private static LocalDate firstDay(MoneyFacts facts, LocalDate last) {
    return Stream.concat(
            facts.earnings().stream().map(DayEarnings::day),
            facts.payouts().stream().map(Payout::on))
        .filter(day -> day.isBefore(last))
        .min(Comparator.naturalOrder())
        .orElse(last);
  }

  private static MoneyFacts facts(
      JournalReader journal, Preferences preferences, List<DayEarnings> earnings) {
    return new MoneyFacts(
        earnings,
        journal.all(Payout.class),
        journal.all(Platform.class),
        preferences.get(CoachKeys.SET_ASIDE),
        preferences.get(CoachKeys.TAX_CALENDAR));
  }

  private static LocalDate firstDay(
      Records records, Preferences preferences, LocalDate to, ZoneId zone) {
    return Stream.of(records.spans(), records.sprints(), records.items())
        .flatMap(List::stream)
        .map(JournalRecord::begins)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(Reviewer.calendar(records.zones(), preferences, zone)::dayOf)
        .filter(day -> day.isBefore(to))
        .orElse(to);
  }
}
