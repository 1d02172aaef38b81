package app.respite.bind;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is no record: how it is written, and what is read as one.
 *
 * @param wanted what should stand there, as in "should be a whole number"
 * @param write the plain value; what a document's writer knows already stays as it is
 * @param read gives null, or throws an {@link IllegalArgumentException}, {@link
 *     java.time.DateTimeException} or {@link ArithmeticException}, where a plain value is none
 */
public record Scalar<T>(
    String wanted, Function<T, Object> write, Function<Object, @Nullable T> read) {

  /** A value that is written as text. */
  public static <T> Scalar<T> text(String wanted, Function<T, Object> write, Reader<T> read) {
    return new Scalar<>(wanted, write, plain -> read.read(plain.toString()));
  }

  /** Reads a text. */
  @FunctionalInterface
  public interface Reader<T> {
    /** The value of a text; null where it is none. */
    @Nullable T read(String text);
  }

  /** A whole number of an {@code int}'s range at most. */
  public static Scalar<Integer> whole(long least, long most, String wanted) {
    return new Scalar<>(
        wanted,
        Integer::longValue,
        plain -> {
          Long whole = wholeOf(plain);
          return whole == null || whole < least || whole > most ? null : whole.intValue();
        });
  }

  /** A whole number of a {@code long}'s range at most. */
  public static Scalar<Long> number(long least, long most, String wanted) {
    return new Scalar<>(
        wanted,
        value -> value,
        plain -> {
          Long whole = wholeOf(plain);
          return whole == null || whole < least || whole > most ? null : whole;
        });
  }

  /** A number with a fraction, finite and not below another. */
  public static Scalar<Double> real(double least, String wanted) {
    return new Scalar<>(
        wanted,
        value -> value,
        plain ->
            plain instanceof Number number
                    && Double.isFinite(number.doubleValue())
                    && number.doubleValue() >= least
                ? number.doubleValue()
                : null);
  }

  /** How values are written where a form says nothing else. */
  static Map<Class<?>, Scalar<?>> standard() {
    Map<Class<?>, Scalar<?>> all = new HashMap<>();
    all.put(String.class, text("a text", text -> text, text -> text));
    Scalar<Boolean> flag =
        new Scalar<>("true or false", on -> on, plain -> plain instanceof Boolean on ? on : null);
    all.put(boolean.class, flag);
    all.put(Boolean.class, flag);
    Scalar<Integer> whole = whole(Integer.MIN_VALUE, Integer.MAX_VALUE, "a whole number");
    all.put(int.class, whole);
    all.put(Integer.class, whole);
    Scalar<Long> number = number(Long.MIN_VALUE, Long.MAX_VALUE, "a whole number");
    all.put(long.class, number);
    all.put(Long.class, number);
    Scalar<Double> real = real(-Double.MAX_VALUE, "a number");
    all.put(double.class, real);
    all.put(Double.class, real);
    all.put(
        BigDecimal.class,
        text("a decimal number", BigDecimal::toPlainString, Scalar::plainDecimal));
    all.put(UUID.class, text("an id", UUID::toString, UUID::fromString));
    all.put(
        Instant.class,
        new Scalar<Instant>(
            "an instant",
            instant -> instant,
            plain ->
                plain instanceof Instant instant
                    ? instant
                    : OffsetDateTime.parse(plain.toString()).toInstant()));
    all.put(
        Duration.class,
        new Scalar<Duration>(
            "a duration",
            length -> length,
            plain -> plain instanceof Duration length ? length : Duration.parse(plain.toString())));
    all.put(LocalDate.class, text("a day", day -> day, LocalDate::parse));
    all.put(LocalTime.class, text("a time of day", time -> time, LocalTime::parse));
    all.put(ZoneId.class, text("a time zone", ZoneId::getId, ZoneId::of));
    return all;
  }

  private static @Nullable Long wholeOf(Object plain) {
    if (plain instanceof Long || plain instanceof Integer) {
      return ((Number) plain).longValue();
    }
    return plain instanceof BigDecimal number ? number.longValueExact() : null;
  }

  /** Without an exponent, which could make a short text an endless number. */
  private static @Nullable BigDecimal plainDecimal(String text) {
    return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") ? new BigDecimal(text) : null;
  }
}
