package app.respite.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.typed.Moments;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.FakeFace;
import app.respite.ui.tasks.TaskDraft.Checked;
import app.respite.ui.tasks.TaskDraft.Field;
import app.respite.ui.tasks.TaskDraft.PayKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDraftTest {
  private static final UUID ID = UUID.randomUUID();
  private static final LogicalDays DAYS = new LogicalDays(FakeFace.BERLIN, LocalTime.of(4, 0));
  private static final Moments MOMENTS =
      new Moments(DAYS, LocalDate.parse("2026-03-02"), remark -> {});

  private static TaskDraft paid(PayKind kind, String amount, String currency) {
    return new TaskDraft("Boxes", "", "", kind, amount, currency, "", "", "", false, false);
  }

  private static Checked check(TaskDraft draft) {
    return draft.check(null, ID, Set.of("Voices"), MOMENTS);
  }

  private static String error(TaskDraft draft, Field field) {
    return ((Checked.Bad) check(draft)).errors().get(field);
  }

  @Test
  void aNameIsEnough() {
    assertThat(check(paid(PayKind.NONE, "", "")))
        .isEqualTo(new Checked.Good(Task.named(ID, "Boxes")));
  }

  @Test
  void payNeedsAnAmountAndACurrency() {
    assertThat(error(paid(PayKind.HOUR, "a lot", "USD"), Field.AMOUNT)).contains("65.50");
    assertThat(error(paid(PayKind.ITEM, "", "USD"), Field.AMOUNT)).contains("65.50");
    assertThat(error(paid(PayKind.ITEM, "-1", "USD"), Field.AMOUNT)).isNotNull();
    assertThat(error(paid(PayKind.HOUR, "12", "dollars"), Field.CURRENCY)).contains("USD");
  }

  @Test
  void aDecimalCommaIsAnsweredWithTheWayToWriteItAsTheCommandDoes() {
    assertThat(error(paid(PayKind.HOUR, "12,50", "eur"), Field.AMOUNT))
        .isEqualTo("Pay takes an amount with a point: write 12.50 for '12,50'");
    assertThat(((Checked.Good) check(paid(PayKind.HOUR, "12.50", "eur"))).task().pay())
        .isEqualTo(new Pay.PerHour(new Money(new BigDecimal("12.50"), "EUR")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-14", "2026-03-28", "2026-03-14 18:00", "2026-03-15 02:30"})
  void aDeadlineReadsBackAsItWasTypedInWindowAndTerminal(String typed) {
    TaskDraft draft =
        new TaskDraft("Boxes", "", "", PayKind.NONE, "", "", "", typed, "", false, false);
    Task task = ((Checked.Good) check(draft)).task();
    assertThat(task.deadline()).isEqualTo(MOMENTS.deadline(typed));
    assertThat(TaskDraft.of(task, MOMENTS).deadline()).isEqualTo(typed);
    assertThat(MOMENTS.deadline(task.deadline())).isEqualTo(typed);
  }

  @Test
  void workAfterMidnightIsStillInTimeForADayAlone() {
    TaskDraft draft =
        new TaskDraft("Boxes", "", "", PayKind.NONE, "", "", "", "2026-03-14", "", false, false);
    assertThat(((Checked.Good) check(draft)).task().deadline())
        .isEqualTo(Instant.parse("2026-03-15T03:00:00Z"));
  }

  @Test
  void twoTasksMayNotHaveOneName() {
    TaskDraft taken =
        new TaskDraft("voices", "", "", PayKind.NONE, "", "", "", "", "", false, false);
    assertThat(error(taken, Field.NAME)).contains("Another task");
  }

  @Test
  void targetDeadlineAndCapAreChecked() {
    TaskDraft wrong =
        new TaskDraft("Boxes", "", "", PayKind.NONE, "", "", "0", "soon", "lots", false, false);
    assertThat(((Checked.Bad) check(wrong)).errors())
        .containsOnlyKeys(Field.TARGET, Field.DEADLINE, Field.HOURS_CAP);
  }

  @Test
  void whatIsShownForATaskMakesThatTaskAgain() {
    Task task =
        new Task(
            ID,
            "Boxes",
            "Remotasks",
            "boxes",
            new Pay.PerItem(new Money(new BigDecimal("0.05"), "USD")),
            400,
            Instant.parse("2026-03-14T09:30:17Z"),
            Duration.ofHours(20),
            true,
            true,
            true);
    assertThat(TaskDraft.of(task, MOMENTS).check(task, ID, Set.of(), MOMENTS))
        .isEqualTo(new Checked.Good(task));
  }
}
