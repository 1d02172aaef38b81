package app.respite.ui.tasks;

import app.respite.coach.typed.Amounts;
import app.respite.coach.typed.Moments;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.FieldErrors;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as it is typed. Everything but the name may be empty. */
public record TaskDraft(
    String name,
    String platform,
    String work,
    PayKind pay,
    String amount,
    String currency,
    String target,
    String deadline,
    String hoursCap,
    boolean passive,
    boolean heavy) {
  /** An empty draft. */
  public static final TaskDraft EMPTY =
      new TaskDraft("", "", "", PayKind.NONE, "", "USD", "", "", "", false, false);

  /** How a task is paid. */
  public enum PayKind {
    HOUR("per hour"),
    ITEM("per item"),
    NONE("none");

    private final String word;

    PayKind(String word) {
      this.word = word;
    }

    /** The word for it. */
    public String word() {
      return word;
    }
  }

  /** What can be wrong. */
  public enum Field {
    NAME,
    AMOUNT,
    CURRENCY,
    TARGET,
    DEADLINE,
    HOURS_CAP
  }

  /** A task, or what is wrong with what was typed. */
  public sealed interface Checked {
    /** It can be saved. */
    record Good(Task task) implements Checked {}

    /** It cannot; each field says what is allowed. */
    record Bad(Map<Field, String> errors) implements Checked {}
  }

  /** A task as it would be typed. */
  public static TaskDraft of(Task task, Moments moments) {
    Integer target = task.target();
    Instant deadline = task.deadline();
    Duration cap = task.hoursCap();
    PayKind kind =
        switch (task.pay()) {
          case Pay.PerHour hour -> PayKind.HOUR;
          case Pay.PerItem item -> PayKind.ITEM;
          case Pay.Unpaid none -> PayKind.NONE;
        };
    Money rate = task.pay().rate();
    return new TaskDraft(
        task.name(),
        task.platform(),
        task.work(),
        kind,
        rate == null ? "" : rate.amount().toPlainString(),
        rate == null ? EMPTY.currency() : rate.currency(),
        target == null ? "" : target.toString(),
        deadline == null ? "" : moments.deadline(deadline),
        cap == null ? "" : Durations.format(cap),
        task.passive(),
        task.heavy());
  }

  /**
   * The task this makes.
   *
   * @param before the task that is edited, null for a new one
   * @param id for a new task
   * @param taken names of other tasks
   * @param moments reads the deadline
   */
  public Checked check(@Nullable Task before, UUID id, Set<String> taken, Moments moments) {
    FieldErrors<Field> errors = new FieldErrors<>(Field.class);
    String called = name.strip();
    if (called.isEmpty() || called.length() > Task.LONGEST_NAME) {
      errors.add(Field.NAME, "A task needs a name of 1 to " + Task.LONGEST_NAME + " characters");
    } else if (taken.stream().anyMatch(called::equalsIgnoreCase)) {
      errors.add(Field.NAME, "Another task has this name; choose a different one");
    }
    Pay earned = pay(errors);
    Integer items = target(errors);
    Instant until = deadline(errors, before, moments);
    Duration cap = cap(errors);
    if (!errors.isEmpty()) {
      return new Checked.Bad(errors.all());
    }
    return new Checked.Good(
        new Task(
            before == null ? id : before.id(),
            called,
            platform.strip(),
            work.strip(),
            earned,
            items,
            until,
            cap,
            passive,
            heavy,
            before != null && before.archived()));
  }

  private Pay pay(FieldErrors<Field> errors) {
    if (pay == PayKind.NONE) {
      return Pay.NONE;
    }
    BigDecimal rate = errors.read(Field.AMOUNT, () -> Amounts.amount("Pay", amount));
    String code = errors.read(Field.CURRENCY, () -> Amounts.currency(currency));
    if (rate == null || code == null) {
      return Pay.NONE;
    }
    Money money = new Money(rate, code);
    return pay == PayKind.HOUR ? new Pay.PerHour(money) : new Pay.PerItem(money);
  }

  private @Nullable Integer target(FieldErrors<Field> errors) {
    String digits = target.strip();
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("[0-9]{1,7}") || Integer.parseInt(digits) == 0) {
      errors.add(Field.TARGET, "Target: a whole number of items from 1, or nothing");
      return null;
    }
    return Integer.valueOf(digits);
  }

  private @Nullable Instant deadline(
      FieldErrors<Field> errors, @Nullable Task before, Moments moments) {
    if (deadline.isBlank()) {
      return null;
    }
    Instant old = before == null ? null : before.deadline();
    // One with more of a time than is shown keeps it while nobody types another.
    return old != null && moments.deadline(old).equals(deadline.strip())
        ? old
        : errors.read(Field.DEADLINE, () -> moments.deadline(deadline));
  }

  private @Nullable Duration cap(FieldErrors<Field> errors) {
    String length = hoursCap.strip();
    if (length.isEmpty()) {
      return null;
    }
    String text = length.matches("[0-9]{1,3}") ? length + "h" : length;
    Optional<Duration> parsed = Durations.parse(text).filter(Duration::isPositive);
    if (parsed.isEmpty()) {
      errors.add(Field.HOURS_CAP, "Hours a week: a length such as 20h, or nothing");
    }
    return parsed.orElse(null);
  }
}
