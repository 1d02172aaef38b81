package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.CoachRequest.Entry;
import app.respite.coach.port.Journal;
import app.respite.domain.day.Change;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.review.Diary;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Raises, late decisions, payouts and edits told in any order, each perhaps taken back and done
 * again on the way, come to the same money.
 */
class MoneyInAnyOrderTest {
  private static final int RUNS = 60;
  private static final int DAYS = 20;
  private static final LocalDate TODAY = Diary.MONDAY.plusDays(60);

  private final List<Task> tasks = new ArrayList<>();
  private final List<Sprint> sprints = new ArrayList<>();

  /** Twenty days of a task by the item and one by the hour, of which nothing is decided. */
  private InMemoryJournal worked() {
    Diary diary = new Diary(Diary.BERLIN);
    tasks.clear();
    tasks.add(task("Boxes", Diary.perItem("0.05", "USD")));
    tasks.add(task("Chats", Diary.perHour("12.37", "USD")));
    diary.tasks.addAll(tasks);
    for (int day = 0; day < DAYS; day++) {
      Instant nine = diary.at(Diary.MONDAY.plusDays(day) + "T09:00");
      diary.sprint(tasks.getFirst(), nine, 25, null, null, 20 + day % 7);
      diary.sprint(tasks.getLast(), nine.plusSeconds(3600), 20 + day, null, null, null);
    }
    sprints.clear();
    sprints.addAll(diary.sprints);
    InMemoryJournal journal = new InMemoryJournal();
    journal.write(diary.all().stream().<Change>map(Change.Put::new).toList(), null);
    return journal;
  }

  /** With an id such as those of real tasks: a rate's is made from it. */
  private static Task task(String name, Pay pay) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Task(id, name, "Site", "", pay, null, null, null, false, false, false);
  }

  /** No two of them say anything of the same. */
  private List<CoachRequest.OfJournal<?>> told(Random random) {
    List<CoachRequest.OfJournal<?>> all = new ArrayList<>();
    for (int day = 2; day < DAYS; day += 6) {
      for (Task task : tasks) {
        BigDecimal amount = BigDecimal.valueOf(100L * day + random.nextInt(90), 2);
        Money money = new Money(amount, "USD");
        Pay pay =
            task.pay() instanceof Pay.PerItem ? new Pay.PerItem(money) : new Pay.PerHour(money);
        all.add(
            new CoachRequest.SaveTask(
                // Some say what it pays already, which counts once another one is told before it.
                random.nextInt(3) == 0 ? task : task.withPay(pay),
                Diary.MONDAY.plusDays(day + random.nextInt(3)),
                true));
      }
    }
    for (int day = 0; day + 5 <= DAYS; day += 5) {
      all.add(
          new CoachRequest.SaveVerdicts(
              List.of(
                  new Verdict(
                      new UUID(6, day),
                      tasks.getFirst().id(),
                      Diary.MONDAY.plusDays(day),
                      Diary.MONDAY.plusDays(day + 3),
                      null,
                      random.nextInt(60),
                      Instant.parse("2026-04-20T10:00:00Z")))));
      all.add(
          new CoachRequest.BookPayout(
              new Payout(
                  new UUID(7, day),
                  "Site",
                  Diary.MONDAY.plusDays(10 + day),
                  new Money(BigDecimal.valueOf(random.nextInt(9_000), 2), "USD"),
                  null,
                  null,
                  null,
                  null),
              false));
    }
    for (int i = 0; i < sprints.size(); i += 8) {
      all.add(
          new CoachRequest.EditRecord(sprints.get(i).id().toString(), items(random.nextInt(50))));
    }
    return all;
  }

  private static Entry items(@Nullable Integer items) {
    return new Entry(null, null, null, null, items, null, null, null, null);
  }

  private static CoachService service(Journal journal) {
    Clock clock =
        new Clock() {
          @Override
          public ClockReading read() {
            return new ClockReading(
                TODAY.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(43_200),
                Duration.ZERO,
                Duration.ZERO);
          }

          @Override
          public ZoneId zone() {
            return Diary.BERLIN;
          }

          @Override
          public String boot() {
            return "";
          }
        };
    return new CoachService(
        journal,
        clock,
        UUID::randomUUID,
        LinkedHashMap::new,
        (document, zone) -> document.toString(),
        input -> {});
  }

  private static Map<String, Object> money(InMemoryJournal journal) {
    MoneyReport report =
        MoneyReport.of(
            MoneyService.facts(journal, Preferences.DEFAULTS, TODAY, Diary.BERLIN),
            Diary.MONDAY,
            TODAY,
            TODAY);
    return MoneyJson.of(report, Diary.BERLIN);
  }

  @Test
  void theOrderInWhichThingsAreToldChangesNoAmount() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      InMemoryJournal straight = worked();
      List<CoachRequest.OfJournal<?>> told = told(random);
      CoachService first = service(straight);
      told.forEach(first::ask);

      InMemoryJournal shuffled = worked();
      List<CoachRequest.OfJournal<?>> other = new ArrayList<>(told);
      Collections.shuffle(other, random);
      CoachService second = service(shuffled);
      for (CoachRequest.OfJournal<?> one : other) {
        second.ask(one);
        if (random.nextInt(3) == 0) {
          second.ask(new CoachRequest.Undo());
          if (random.nextBoolean()) {
            second.ask(new CoachRequest.Redo());
          } else {
            second.ask(one);
          }
        }
      }

      assertThat(money(shuffled)).as("seed " + seed).isEqualTo(money(straight));
    }
  }

  @Test
  void aRaiseFromADayOnLeavesWhatWasEarnedBefore() {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      InMemoryJournal journal = worked();
      LocalDate from = Diary.MONDAY.plusDays(1 + random.nextInt(DAYS - 2));
      Object before = upTo(journal, from.minusDays(1));
      Money more = new Money(BigDecimal.valueOf(100 + random.nextInt(900), 2), "USD");
      service(journal)
          .ask(new CoachRequest.SaveTask(tasks.getFirst().withPay(new Pay.PerItem(more)), from));
      assertThat(upTo(journal, from.minusDays(1))).as("seed " + seed).isEqualTo(before);
      assertThat(money(journal)).as("seed " + seed).isNotEqualTo(before);
    }
  }

  private static Object upTo(InMemoryJournal journal, LocalDate last) {
    return ReviewJson.of(
        ReviewService.figures(journal, Preferences.DEFAULTS, Diary.MONDAY, last, Diary.BERLIN));
  }

  @Test
  void decisionsOnlyMoveWhatIsPendingToEarnedOrRejected() {
    for (int seed = 0; seed < RUNS; seed++) {
      InMemoryJournal journal = worked();
      Preferences undecided =
          Preferences.DEFAULTS.with(CoachKeys.ITEMS_TYPED, CoachKeys.Typed.UNDECIDED);
      int items = sprints.stream().mapToInt(one -> one.items() == null ? 0 : one.items()).sum();
      BigDecimal all = new BigDecimal("0.05").multiply(BigDecimal.valueOf(items));
      told(new Random(seed)).stream()
          .filter(CoachRequest.SaveVerdicts.class::isInstance)
          .forEach(service(journal)::ask);
      var task =
          ReviewService.figures(
                  journal, undecided, Diary.MONDAY, Diary.MONDAY.plusDays(DAYS), Diary.BERLIN)
              .tasks()
              .stream()
              .filter(one -> one.task().equals("Boxes"))
              .findFirst()
              .orElseThrow();
      BigDecimal rejected = new BigDecimal("0.05").multiply(BigDecimal.valueOf(task.rejected()));
      assertThat(
              amount(task.pay().earned().amounts())
                  .add(amount(task.pay().pending().amounts()))
                  .add(rejected))
          .as("seed " + seed)
          .isEqualByComparingTo(all);
      assertThat(task.accepted() + task.rejected() + task.undecided()).isEqualTo(items);
    }
  }

  private static BigDecimal amount(Map<String, BigDecimal> amounts) {
    return amounts.getOrDefault("USD", BigDecimal.ZERO);
  }
}
