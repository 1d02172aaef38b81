package app.respite.domain.review;

import app.respite.domain.money.PayLine;
import app.respite.domain.money.PayRates;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What single sprints earned and single items pay, for tables of the journal. */
public final class WorkPay {
  private final Map<UUID, Money> bySprint = new HashMap<>();
  private final PayRates rates;
  private final DayCalendar calendar;

  private WorkPay(PayRates rates, DayCalendar calendar) {
    this.rates = rates;
    this.calendar = calendar;
  }

  /**
   * That of the sprints of a range of logical days, the last one included, and of any item.
   *
   * @param zone the user's zone where no zone was recorded
   */
  public static WorkPay of(
      Records records, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    WorkPay pay =
        new WorkPay(
            new PayRates(records.tasks(), records.rates()),
            Reviewer.calendar(records.zones(), preferences, zone));
    Map<UUID, UUID> tasks = new HashMap<>();
    records.sprints().forEach(sprint -> tasks.put(sprint.id(), sprint.task()));
    for (PayLine line : Ledger.lines(records, preferences, from, to, zone)) {
      if (line.sprint() != null && line.task().equals(tasks.get(line.sprint()))) {
        pay.add(line.sprint(), line);
      }
    }
    return pay;
  }

  private void add(UUID sprint, PayLine line) {
    SortedMap<String, BigDecimal> amounts = line.earned().amounts();
    String own = Tally.mainCurrency(line.rate(), amounts);
    if (!own.isEmpty()) {
      Money earned = new Money(amounts.getOrDefault(own, BigDecimal.ZERO), own);
      bySprint.merge(sprint, earned, WorkPay::plus);
    }
  }

  private static Money plus(Money one, Money other) {
    return one.currency().equals(other.currency())
        ? new Money(one.amount().add(other.amount()), one.currency())
        : one;
  }

  /**
   * What a sprint earned on its own task, in the currency that the task pays in; null where it pays
   * nothing. What single items in it pay in another currency is not in it.
   */
  public @Nullable Money ofSprint(Sprint sprint) {
    return bySprint.get(sprint.id());
  }

  /** What an item pays once it is accepted: its reward or the rate; null where hours are paid. */
  public @Nullable Money ofItem(WorkItem item) {
    Instant moment = SprintBook.momentOf(item);
    return moment == null
        ? item.reward()
        : ItemGroup.each(rates.at(item.task(), calendar.dayOf(moment)), item.reward());
  }
}
