package app.respite.ui.money;

import app.respite.coach.typed.Amounts;
import app.respite.coach.typed.Moments;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.ui.kit.FieldErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A payout as it is typed.
 *
 * @param amount with its currency, {@code 65.50 USD}
 * @param platform chosen of those there are; empty where none is yet
 * @param day on which it arrived; empty for today
 * @param fee empty where there was none
 * @param note empty where there is none
 */
record PayoutDraft(String amount, String platform, String day, String fee, String note) {
  static final PayoutDraft EMPTY = new PayoutDraft("", "", "", "", "");

  private static final Pattern BEGUN_AMOUNT =
      Pattern.compile("[0-9]{0,9}(\\.[0-9]{0,6})?(\\s*\\p{L}{0,2})?");
  private static final Pattern BEGUN_DAY = Pattern.compile("[0-9-]{0,9}|t|to|tod|toda|y.{0,7}");

  /** What can be wrong. */
  enum Field {
    AMOUNT,
    PLATFORM,
    DAY,
    FEE
  }

  /** A payout, or what is wrong with what was typed. */
  sealed interface Checked {
    /** It can be asked for. */
    record Good(Payout payout) implements Checked {}

    /** It cannot; each field says what it takes. */
    record Bad(Map<Field, String> errors) implements Checked {
      public Bad {
        errors = Map.copyOf(errors);
      }
    }
  }

  /** A payout as it would be typed. */
  static PayoutDraft of(Payout payout) {
    BigDecimal fee = payout.fee();
    String note = payout.note();
    return new PayoutDraft(
        Figures.exactMoney(payout.amount().amount(), payout.amount().currency()),
        payout.platform(),
        payout.on().toString(),
        fee == null ? "" : fee.toPlainString(),
        note == null ? "" : note);
  }

  /**
   * The payout this makes.
   *
   * @param before the one that is edited, of which the days it was for stay; null for a new one
   * @param id for a new one
   * @param usual what the platform pays in, where no currency was typed; null where not known
   */
  Checked check(@Nullable Payout before, UUID id, @Nullable String usual, Moments moments) {
    FieldErrors<Field> errors = new FieldErrors<>(Field.class);
    Money money = errors.read(Field.AMOUNT, () -> Amounts.money("Amount", amount, usual));
    LocalDate on = errors.read(Field.DAY, () -> moments.day(day.isBlank() ? "today" : day));
    BigDecimal taken =
        fee.isBlank() ? null : errors.read(Field.FEE, () -> Amounts.amount("Fee", fee));
    if (platform.isEmpty()) {
      errors.add(Field.PLATFORM, "Choose who paid");
    }
    if (money == null || on == null || !errors.isEmpty()) {
      return new Checked.Bad(errors.all());
    }
    return new Checked.Good(
        new Payout(
            before == null ? id : before.id(),
            platform,
            on,
            money,
            taken,
            before == null ? null : before.from(),
            before == null ? null : before.to(),
            note.isBlank() ? null : note.strip()));
  }

  /** Whether a field that is wrong may only not be finished yet. */
  boolean isBegun(Field field) {
    return switch (field) {
      case AMOUNT -> BEGUN_AMOUNT.matcher(amount.strip()).matches();
      case DAY -> BEGUN_DAY.matcher(day.strip()).matches();
      case FEE -> BEGUN_AMOUNT.matcher(fee.strip()).matches();
      case PLATFORM -> true;
    };
  }
}
