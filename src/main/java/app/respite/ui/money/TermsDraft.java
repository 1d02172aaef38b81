package app.respite.ui.money;

import app.respite.coach.typed.Amounts;
import app.respite.coach.typed.PlatformTerms;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.ui.kit.FieldErrors;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The terms of a platform as they are typed; what is empty is not told. */
record TermsDraft(String paysAfter, String floor, String currency) {
  /** What can be wrong. */
  enum Field {
    PAYS_AFTER,
    FLOOR,
    CURRENCY
  }

  /** Terms, or what is wrong with what was typed. */
  sealed interface Checked {
    /** They can be asked for. */
    record Good(Platform platform) implements Checked {}

    /** They cannot; each field says what it takes. */
    record Bad(Map<Field, String> errors) implements Checked {
      public Bad {
        errors = Map.copyOf(errors);
      }
    }
  }

  /** Terms as they would be typed. */
  static TermsDraft of(Platform platform) {
    Duration after = platform.paysAfter();
    BigDecimal least = platform.floor();
    String code = platform.currency();
    return new TermsDraft(
        after == null ? "" : PlatformTerms.text(after),
        least == null ? "" : least.toPlainString(),
        code == null ? "" : code);
  }

  /** The platform with these terms; what is not typed here stays as it was. */
  Checked check(Platform before) {
    FieldErrors<Field> errors = new FieldErrors<>(Field.class);
    Duration after =
        read(
            errors,
            Field.PAYS_AFTER,
            paysAfter,
            typed -> PlatformTerms.length("Usually pays after", typed));
    BigDecimal least =
        read(errors, Field.FLOOR, floor, typed -> Amounts.amount("Floor an hour", typed));
    String code = read(errors, Field.CURRENCY, currency, Amounts::currency);
    return errors.isEmpty()
        ? new Checked.Good(
            new Platform(
                before.id(),
                before.name(),
                after,
                least,
                code,
                before.reportWithin(),
                before.weekStarts()))
        : new Checked.Bad(errors.all());
  }

  private static <T> @Nullable T read(
      FieldErrors<Field> errors, Field field, String typed, Function<String, T> reader) {
    return typed.isBlank() ? null : errors.read(field, () -> reader.apply(typed));
  }
}
