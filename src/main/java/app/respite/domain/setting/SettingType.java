package app.respite.domain.setting;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import app.respite.domain.text.EnumWords;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a setting's value is written, read and bounded. Values are independent of the locale. */
public sealed interface SettingType<T> {
  /**
   * Reads a value.
   *
   * @throws BadValue where the text is none; the message says what is allowed
   */
  T parse(String text) throws BadValue;

  /** Writes a value so that {@link #parse} reads it back. */
  String format(T value);

  /** What is allowed, in plain words. */
  String allowed();

  /** A length of time within bounds, both included. */
  record Length(Duration min, Duration max) implements SettingType<Duration> {
    @Override
    public Duration parse(String text) throws BadValue {
      Optional<Duration> parsed = Durations.parse(text);
      if (parsed.isEmpty() || parsed.get().compareTo(min) < 0 || parsed.get().compareTo(max) > 0) {
        throw new BadValue(allowed());
      }
      return parsed.get();
    }

    @Override
    public String format(Duration value) {
      return Durations.format(value);
    }

    @Override
    public String allowed() {
      return "a length of time from "
          + Durations.format(min)
          + " to "
          + Durations.format(max)
          + ", such as 25m or 1h30m";
    }
  }

  /** Several lengths of time, separated by commas. */
  record Lengths(Length each, int most) implements SettingType<List<Duration>> {
    @Override
    public List<Duration> parse(String text) throws BadValue {
      String[] parts = text.split(",", -1);
      if (parts.length > most) {
        throw new BadValue(allowed());
      }
      Duration[] lengths = new Duration[parts.length];
      for (int i = 0; i < parts.length; i++) {
        try {
          lengths[i] = each.parse(parts[i]);
        } catch (BadValue bad) {
          throw new BadValue(allowed());
        }
      }
      return List.of(lengths);
    }

    @Override
    public String format(List<Duration> value) {
      return String.join(",", value.stream().map(Durations::format).toList());
    }

    @Override
    public String allowed() {
      return "1 to " + most + " lengths separated by commas, each " + each.allowed();
    }
  }

  /** A whole number within bounds, both included. */
  record Whole(int min, int max) implements SettingType<Integer> {
    @Override
    public Integer parse(String text) throws BadValue {
      String digits = text.strip();
      if (!digits.matches("[0-9]{1,9}")) {
        throw new BadValue(allowed());
      }
      int value = Integer.parseInt(digits);
      if (value < min || value > max) {
        throw new BadValue(allowed());
      }
      return value;
    }

    @Override
    public String format(Integer value) {
      return Integer.toString(value);
    }

    @Override
    public String allowed() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /** A decimal number within bounds, both included, with a point. */
  record Decimal(BigDecimal min, BigDecimal max) implements SettingType<BigDecimal> {
    @Override
    public BigDecimal parse(String text) throws BadValue {
      String digits = text.strip();
      if (!digits.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
        throw new BadValue(allowed());
      }
      BigDecimal value = new BigDecimal(digits);
      if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
        throw new BadValue(allowed());
      }
      return value;
    }

    @Override
    public String format(BigDecimal value) {
      return value.toPlainString();
    }

    @Override
    public String allowed() {
      return "a number from " + min.toPlainString() + " to " + max.toPlainString();
    }
  }

  /** One of the constants of an enum, written in lower case with hyphens. */
  record Choice<E extends Enum<E>>(Class<E> type) implements SettingType<E> {
    @Override
    public E parse(String text) throws BadValue {
      String wanted = text.strip().toLowerCase(Locale.ROOT);
      E constant = EnumWords.constant(wanted, type);
      if (constant == null) {
        throw new BadValue(allowed());
      }
      return constant;
    }

    @Override
    public String format(E value) {
      return EnumWords.of(value);
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", options());
    }

    /** The constants as they are written. */
    public List<String> options() {
      return EnumWords.all(type);
    }
  }

  /** One of the constants of an enum as in {@link Choice}, or none, which is written as nothing. */
  record OptionalChoice<E extends Enum<E>>(Class<E> type) implements SettingType<Optional<E>> {
    @Override
    public Optional<E> parse(String text) throws BadValue {
      if (text.isBlank()) {
        return Optional.empty();
      }
      E constant = EnumWords.constant(text.strip().toLowerCase(Locale.ROOT), type);
      if (constant == null) {
        throw new BadValue(allowed());
      }
      return Optional.of(constant);
    }

    @Override
    public String format(Optional<E> value) {
      return value.map(EnumWords::of).orElse("");
    }

    @Override
    public String allowed() {
      return "nothing, or " + String.join(", ", options());
    }

    /** The constants as they are written. */
    public List<String> options() {
      return EnumWords.all(type);
    }
  }

  /** {@code true} or {@code false}. */
  @ArchitectureException(
      wall = Wall.SWITCH_OVER_TEXT,
      reason = "a person writes yes and no as words")
  record Flag() implements SettingType<Boolean> {
    @Override
    public Boolean parse(String text) throws BadValue {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new BadValue(allowed());
      };
    }

    @Override
    public String format(Boolean value) {
      return Boolean.toString(value);
    }

    @Override
    public String allowed() {
      return "true or false";
    }
  }

  /** A time of day, {@code 04:00}. */
  record TimeOfDay() implements SettingType<LocalTime> {
    private static final DateTimeFormatter CLOCK =
        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Override
    public LocalTime parse(String text) throws BadValue {
      try {
        return LocalTime.parse(text.strip(), CLOCK);
      } catch (DateTimeParseException notATime) {
        throw new BadValue(allowed());
      }
    }

    @Override
    public String format(LocalTime value) {
      return CLOCK.format(value);
    }

    @Override
    public String allowed() {
      return "a time of day such as 04:00";
    }
  }

  /** A day, {@code 2026-03-02}, or none, which is written as nothing. */
  record OneDay() implements SettingType<Optional<LocalDate>> {
    @Override
    public Optional<LocalDate> parse(String text) throws BadValue {
      if (text.isBlank()) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(text.strip()));
      } catch (DateTimeParseException notADay) {
        throw new BadValue(allowed());
      }
    }

    @Override
    public String format(Optional<LocalDate> value) {
      return value.map(LocalDate::toString).orElse("");
    }

    @Override
    public String allowed() {
      return "nothing, or a day such as 2026-03-02";
    }
  }

  /** Hours of the week in which prompts may come; empty means always. */
  record Hours() implements SettingType<WorkHours> {
    @Override
    public WorkHours parse(String text) throws BadValue {
      return WorkHours.parse(text).orElseThrow(() -> new BadValue(allowed()));
    }

    @Override
    public String format(WorkHours value) {
      return value.toString();
    }

    @Override
    public String allowed() {
      return "nothing, or days and hours such as mon-fri 09:00-18:00, sat 10:00-14:00";
    }
  }

  /** A short text with nothing in it that does harm to a screen. */
  record Text(int most) implements SettingType<String> {
    @Override
    public String parse(String text) throws BadValue {
      String value = text.strip();
      if (value.length() > most || !PlainText.isPlain(value)) {
        throw new BadValue(allowed());
      }
      return value;
    }

    @Override
    public String format(String value) {
      return value;
    }

    @Override
    public String allowed() {
      return "a text of at most " + most + " characters";
    }
  }
}
