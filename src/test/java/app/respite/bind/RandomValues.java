package app.respite.bind;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of any type from a seed; what may be null is null with a given chance. */
public final class RandomValues {
  private static final List<String> TEXTS =
      List.of(
          "Boxes", "İstanbul ıI, Straße, ١٢٣", "שלום עולם", "😀 多语言", "it's \"quoted\" ?:x <y> \\");

  private final Random random;
  private final double nulls;
  private final Map<Type, Supplier<?>> own = new HashMap<>();

  /** From a seed. */
  public RandomValues(long seed, double nulls) {
    this.random = new Random(seed);
    this.nulls = nulls;
    own.put(String.class, () -> TEXTS.get(random.nextInt(TEXTS.size())));
    own.put(boolean.class, random::nextBoolean);
    own.put(int.class, () -> 1 + random.nextInt(5));
    own.put(Integer.class, () -> 1 + random.nextInt(5));
    own.put(long.class, () -> random.nextLong(1, 1_000_000));
    own.put(Long.class, () -> random.nextLong(1, 1_000_000));
    own.put(double.class, () -> random.nextInt(1, 1000) / 8.0);
    own.put(Double.class, () -> random.nextInt(1, 1000) / 8.0);
    own.put(BigDecimal.class, () -> BigDecimal.valueOf(random.nextInt(1, 100_000), 3));
    own.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
    own.put(
        Instant.class,
        () -> Instant.parse("2026-03-02T08:00:00Z").plusMillis(random.nextLong(1_000_000_000)));
    own.put(Duration.class, () -> Duration.ofSeconds(1 + random.nextInt(80_000)));
    own.put(LocalDate.class, () -> LocalDate.of(2026, 3, 2).plusDays(random.nextInt(400)));
    own.put(LocalTime.class, () -> LocalTime.of(random.nextInt(24), random.nextInt(60)));
    own.put(ZoneId.class, () -> ZoneId.of(random.nextBoolean() ? "Asia/Kolkata" : "+05:45"));
  }

  /** Values of a type come from somewhere else. */
  public <T> RandomValues with(Class<T> type, Supplier<? extends T> values) {
    own.put(type, values);
    return this;
  }

  /** Every record of a sealed family. */
  public static Stream<Class<? extends Record>> members(Class<?> sealed) {
    return sealed.isRecord()
        ? Stream.of(sealed.asSubclass(Record.class))
        : Stream.of(sealed.getPermittedSubclasses()).flatMap(RandomValues::members);
  }

  /** A record, or one of a sealed family. */
  public <T> T of(Class<T> type) {
    return type.cast(value(type, null));
  }

  private Object value(Type type, @Nullable AnnotatedType annotated) {
    Supplier<?> known = own.get(type);
    if (known != null) {
      return known.get();
    }
    if (type instanceof ParameterizedType generic) {
      AnnotatedType item =
          annotated instanceof AnnotatedParameterizedType all
              ? all.getAnnotatedActualTypeArguments()[0]
              : null;
      return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0], item);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    if (plain.isSealed()) {
      List<Class<? extends Record>> all = members(plain).toList();
      return value(all.get(random.nextInt(all.size())), null);
    }
    throw new IllegalArgumentException("no values of " + type.getTypeName());
  }

  private Object collection(Class<?> raw, Type item, @Nullable AnnotatedType annotated) {
    if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("do", "item");
      map.put("n", 3L);
      return map;
    }
    if (raw == Class.class) {
      throw new IllegalArgumentException("classes come from somewhere else");
    }
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(item, annotated));
    }
    return raw == Set.class ? new LinkedHashSet<>(items) : List.copyOf(items);
  }

  private Object record(Class<?> type) {
    Shape shape = Shape.of(type);
    boolean[] nullable = shape.nullable();
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      boolean none = nullable[i] && random.nextDouble() < nulls;
      values[i] =
          none ? null : value(components[i].getGenericType(), components[i].getAnnotatedType());
    }
    return shape.make(values);
  }
}
