package app.respite.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How records are written somewhere: on the socket, in the checkpoint, in the journal's tables, in
 * an export. A record is written by its components, so that its fields stand in one place, its own
 * declaration; a form says only in what its writing differs from them.
 *
 * <p>Plain values are maps, lists, texts, numbers, flags, and what {@link Scalar} leaves as it is.
 * An enum's constant is written by its word, a record as a map, one of a sealed family with its
 * word under a tag. A component that is not {@code @Nullable} must be there, but for flags, which
 * are off, and lists, which are empty.
 *
 * <p>Forms are immutable and may be used from any thread.
 */
public final class Form {
  private final FormBuilder rules;
  private final Map<Class<?>, Plan> plans = new ConcurrentHashMap<>();

  Form(FormBuilder rules) {
    this.rules = rules;
  }

  /**
   * A form that differs in nothing yet.
   *
   * @param words how an enum's constants are written
   */
  public static FormBuilder builder(Function<Enum<?>, String> words) {
    return new FormBuilder(words);
  }

  /** A type's name as it is written. */
  public static String word(Class<?> type) {
    StringBuilder word = new StringBuilder();
    for (char letter : type.getSimpleName().toCharArray()) {
      if (Character.isUpperCase(letter) && !word.isEmpty()) {
        word.append('-');
      }
      word.append(Character.toLowerCase(letter));
    }
    return word.toString();
  }

  /** The names of a record type's components. */
  public static List<String> components(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** Writes a record. */
  public Map<String, @Nullable Object> write(Record record) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    write(record, to);
    return to;
  }

  /** Writes a record's fields among others. */
  public void write(Record record, Map<String, @Nullable Object> to) {
    Plan plan = plan(record.getClass());
    String tag = plan.tag();
    if (tag != null) {
      to.put(tag, plan.word());
    }
    plan.write(record, new Fields(to, rules.nulls));
  }

  /** The names of a record type's fields, in the order of {@link #values}. */
  public List<String> names(Class<? extends Record> type) {
    List<String> names = new ArrayList<>();
    plan(type).names(names::add);
    return names;
  }

  /** A record's plain values, null for what is absent, in the order of {@link #names}. */
  public List<@Nullable Object> values(Record record) {
    List<@Nullable Object> values = new ArrayList<>();
    plan(record.getClass()).write(record, (name, value) -> values.add(value));
    return values;
  }

  /**
   * Reads a record, or one of a sealed family.
   *
   * @throws BindException where a field is missing or holds nothing of its kind
   */
  public <T> T read(Class<T> type, Map<String, ? extends @Nullable Object> fields) {
    return read(type, fields::get);
  }

  /**
   * Reads a record from wherever its fields are.
   *
   * @param fields gives a field's plain value by its name, null where there is none
   * @throws BindException where a field is missing or holds nothing of its kind
   */
  public <T> T read(Class<T> type, Function<String, @Nullable Object> fields) {
    return type.cast(read(type, fields, ""));
  }

  Object read(Class<?> type, Function<String, @Nullable Object> fields, String prefix) {
    Family family = rules.families.get(type);
    if (family == null) {
      return plan(type).read(fields, prefix);
    }
    Class<?> member = family.member(fields, prefix);
    return plan(member).read(fields, prefix + family.before(member));
  }

  /** How a record type is written. */
  Plan plan(Class<?> type) {
    Plan known = plans.get(type);
    if (known == null) {
      known = new Plan(this, rules, Shape.of(type), type);
      plans.put(type, known);
    }
    return known;
  }

  /** The names a component's fields have where they stand among the record's own. */
  List<String> spreadNames(Class<?> type) {
    Family family = rules.families.get(type);
    List<String> names = new ArrayList<>();
    if (family == null) {
      plan(type).names(names::add);
      return names;
    }
    names.add(family.tag());
    for (Class<?> member : family.members()) {
      String before = family.before(member);
      plan(member)
          .names(
              name -> {
                if (!names.contains(before + name)) {
                  names.add(before + name);
                }
              });
    }
    return names;
  }

  /** How values of a type are written. */
  Value valueOf(Type type) {
    Class<?> raw = raw(type);
    Scalar<?> scalar = rules.scalars.get(raw);
    if (scalar != null) {
      return new Value.Plain(scalar);
    }
    if (raw.isEnum()) {
      return new Value.Constant(raw, rules.words);
    }
    if (Iterable.class.isAssignableFrom(raw) && type instanceof ParameterizedType list) {
      return new Value.Items(raw, valueOf(list.getActualTypeArguments()[0]));
    }
    if (rules.lists.contains(raw)) {
      return new Value.Tuple(plan(raw));
    }
    if (raw.isRecord() || rules.families.containsKey(raw)) {
      return new Value.Inside(this, raw);
    }
    if (raw == Map.class || raw == Object.class) {
      return new Value.Bare();
    }
    throw new IllegalArgumentException("no way to write a " + type.getTypeName());
  }

  /** The type of a list's or set's members. */
  Class<?> itemOf(Type type) {
    if (type instanceof ParameterizedType list) {
      return raw(list.getActualTypeArguments()[0]);
    }
    throw new IllegalArgumentException("no list: " + type.getTypeName());
  }

  private static Class<?> raw(Type type) {
    // No switch over types: what links it is larger than all of this, and the coach loads it.
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
  }

  /**
   * A sealed family: its members by their words, and the field that holds the word.
   *
   * @param mark stands between a member's word and the names of its fields; null where these have
   *     no word before them
   */
  record Family(
      String tag,
      Map<String, Class<?>> byWord,
      Map<Class<?>, String> words,
      @Nullable String mark) {
    Family(String tag, Map<String, ? extends Class<?>> members, @Nullable String mark) {
      this(tag, new LinkedHashMap<>(members), new HashMap<>(), mark);
      byWord.forEach((word, member) -> words.put(member, word));
    }

    String before(Class<?> member) {
      return mark == null ? "" : word(member) + mark;
    }

    List<Class<?>> members() {
      return List.copyOf(byWord.values());
    }

    boolean has(Class<?> member) {
      return words.containsKey(member);
    }

    String word(Class<?> member) {
      String word = words.get(member);
      if (word == null) {
        throw new IllegalArgumentException("no member of the family: " + member.getName());
      }
      return word;
    }

    Class<?> member(Function<String, @Nullable Object> fields, String prefix) {
      Object word = fields.apply(prefix + tag);
      if (word == null) {
        throw new BindException(prefix + tag, null, null);
      }
      Class<?> member = byWord.get(word.toString());
      if (member == null) {
        throw new BindException(prefix + tag, "one of " + String.join(", ", byWord.keySet()), word);
      }
      return member;
    }
  }

  /** Where a record's plain values go, in order. */
  interface Sink {
    void put(String name, @Nullable Object value);

    /** Nothing is said of a field. */
    default void leaveOut(String name) {
      put(name, null);
    }
  }

  private record Fields(Map<String, @Nullable Object> to, boolean nulls) implements Sink {
    @Override
    public void put(String name, @Nullable Object value) {
      if (value != null || nulls) {
        to.put(name, value);
      }
    }

    @Override
    public void leaveOut(String name) {}
  }

  /** What a form says of one component. */
  static final class Rule {
    @Nullable String name;
    @Nullable String spread;
    @Nullable Scalar<?> scalar;
    @Nullable Object missing;
    @Nullable Object silent;
    @Nullable String numbered;
    @Nullable String flags;
    boolean given;
  }

  /** A field that is written, and never read. */
  record Derived(String name, Function<Object, @Nullable Object> value) {}

  static Map<String, Rule> none() {
    return new HashMap<>();
  }

  static UnaryOperator<String> asItIs() {
    // A component may be named for_ or do_, because the word alone is one of Java's own.
    return name -> name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
  }
}
