package app.respite.bind;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values of one type are written and read. */
sealed interface Value {
  Object write(Object value);

  /**
   * Reads a plain value.
   *
   * @param field its name, for whoever is told that it is none
   */
  Object read(String field, Object plain);

  /** What should stand there, for whoever is told that nothing does. */
  default @Nullable String wanted() {
    return null;
  }

  /** What takes the place of one that is not there; null where nothing does. */
  default @Nullable Object absent() {
    return null;
  }

  /** A value that is no record. */
  record Plain(Scalar<?> scalar) implements Value {
    @Override
    public String wanted() {
      return scalar.wanted();
    }

    @Override
    public Object write(Object value) {
      return unchecked(scalar).write().apply(value);
    }

    @Override
    public Object read(String field, Object plain) {
      try {
        Object value = scalar.read().apply(plain);
        if (value != null) {
          return value;
        }
      } catch (DateTimeException | IllegalArgumentException | ArithmeticException none) {
        throw wrong(field, plain, none);
      }
      throw wrong(field, plain, null);
    }

    private BindException wrong(String field, Object plain, @Nullable RuntimeException cause) {
      BindException wrong = new BindException(field, scalar.wanted(), plain);
      if (cause != null) {
        wrong.initCause(cause);
      }
      return wrong;
    }

    @SuppressWarnings("unchecked") // a scalar stands in the forms under the class it writes
    private static Scalar<Object> unchecked(Scalar<?> scalar) {
      return (Scalar<Object>) scalar;
    }
  }

  /** An enum's constant. */
  record Constant(Map<Object, String> words, Map<String, Object> byWord) implements Value {
    Constant(Class<?> type, Function<Enum<?>, String> wording) {
      this(new HashMap<>(), new LinkedHashMap<>());
      for (Object constant : type.getEnumConstants()) {
        String word = wording.apply((Enum<?>) constant);
        words.put(constant, word);
        byWord.put(word, constant);
      }
    }

    @Override
    public String wanted() {
      return "one of " + String.join(", ", byWord.keySet());
    }

    @Override
    public Object write(Object value) {
      return String.valueOf(words.get(value));
    }

    @Override
    public Object read(String field, Object plain) {
      Object constant = byWord.get(plain.toString());
      if (constant == null) {
        throw new BindException(field, wanted(), plain);
      }
      return constant;
    }
  }

  /** A list or a set; a set of constants is written in their order. */
  record Items(Class<?> type, Value item) implements Value {
    @Override
    public Object write(Object value) {
      List<Object> list = new ArrayList<>();
      if (value instanceof Set<?> on && item instanceof Constant constants) {
        constants
            .byWord()
            .forEach(
                (word, constant) -> {
                  if (on.contains(constant)) {
                    list.add(word);
                  }
                });
      } else {
        ((Iterable<?>) value).forEach(one -> list.add(item.write(one)));
      }
      return list;
    }

    @Override
    public Object read(String field, Object plain) {
      if (!(plain instanceof List<?> list)) {
        throw new BindException(field, "a list", plain);
      }
      List<Object> read = new ArrayList<>();
      for (Object one : list) {
        if (one == null) {
          throw new BindException(field, "a list without gaps", plain);
        }
        read.add(item.read(field, one));
      }
      return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(read) : List.copyOf(read);
    }

    @Override
    public Object absent() {
      return Set.class.isAssignableFrom(type) ? Set.of() : List.of();
    }
  }

  /** A record in a field of its own. */
  record Inside(Form form, Class<?> type) implements Value {
    @Override
    public Object write(Object value) {
      return form.write((Record) value);
    }

    @Override
    public Object read(String field, Object plain) {
      if (!(plain instanceof Map<?, ?> map)) {
        throw new BindException(field, "an object", plain);
      }
      return form.read(type, map::get, "");
    }
  }

  /** A record as the list of its values. */
  record Tuple(Plan plan) implements Value {
    @Override
    public Object write(Object value) {
      List<@Nullable Object> list = new ArrayList<>();
      plan.write(value, (name, one) -> list.add(one));
      return Collections.unmodifiableList(list);
    }

    @Override
    public Object read(String field, Object plain) {
      List<String> names = new ArrayList<>();
      plan.names(names::add);
      if (!(plain instanceof List<?> list) || list.size() != names.size()) {
        throw new BindException(field, "a list of " + names.size() + " values", plain);
      }
      return plan.read(name -> list.get(names.indexOf(name)), "");
    }
  }

  /** What is plain already. */
  record Bare() implements Value {
    @Override
    public Object write(Object value) {
      return value;
    }

    @Override
    public Object read(String field, Object plain) {
      return plain;
    }
  }

  /** The value a primitive has where nothing is said; flags are off. */
  static @Nullable Object off(Class<?> type) {
    return type == boolean.class ? Boolean.FALSE : null;
  }
}
