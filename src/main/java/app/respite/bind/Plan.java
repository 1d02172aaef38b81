package app.respite.bind;

import app.respite.bind.Form.Derived;
import app.respite.bind.Form.Family;
import app.respite.bind.Form.Rule;
import app.respite.bind.Form.Sink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one record type is written in one form. */
final class Plan {
  private final Form form;
  private final Shape shape;
  private final boolean flagsNeeded;
  private final @Nullable String tag;
  private final @Nullable String word;
  private final List<Slot> slots = new ArrayList<>();

  /** Which components may be absent; null until somebody reads. */
  private volatile boolean @Nullable [] nullable;

  Plan(Form form, FormBuilder rules, Shape shape, Class<?> type) {
    this.form = form;
    this.shape = shape;
    this.flagsNeeded = rules.flagsNeeded;
    Family family = rules.familyOf(type);
    if (family == null || family.mark() != null) {
      this.tag = null;
      this.word = null;
    } else {
      this.tag = family.tag();
      this.word = family.word(type);
    }
    Map<String, Rule> own = rules.rules.getOrDefault(type, Map.of());
    List<String> names = shape.names();
    own.keySet()
        .forEach(
            name -> {
              if (!names.contains(name)) {
                throw new IllegalArgumentException(shape + " has no component " + name);
              }
            });
    for (int part = 0; part < shape.size(); part++) {
      slots.add(slot(rules, part, names.get(part), own.getOrDefault(names.get(part), new Rule())));
    }
    for (Derived more : rules.derived.getOrDefault(type, List.of())) {
      slots.add(new Extra(more));
    }
    List<String> order = rules.orders.get(type);
    if (order != null) {
      for (Slot slot : slots) {
        if (!order.contains(slot.name)) {
          throw new IllegalArgumentException(shape + ": the order lacks " + slot.name);
        }
      }
      slots.sort(Comparator.comparingInt(slot -> order.indexOf(slot.name)));
    }
  }

  private Slot slot(FormBuilder rules, int part, String component, Rule rule) {
    Class<?> type = shape.type(part);
    String name = rule.name == null ? rules.naming.apply(component) : rule.name;
    if (rule.given) {
      return new Given(part, name);
    }
    if (rule.numbered != null) {
      return new Numbered(part, name, rule.numbered, form.itemOf(shape.genericType(part)));
    }
    if (rule.flags != null) {
      Class<?> constants = form.itemOf(shape.genericType(part));
      return new Flags(part, name, rule.flags, new Value.Constant(constants, rules.words));
    }
    Family family = rules.families.get(type);
    if (rule.spread != null) {
      return new Spread(part, name, rule.spread, type, family, rule);
    }
    Value value =
        rule.scalar == null ? form.valueOf(shape.genericType(part)) : new Value.Plain(rule.scalar);
    return new Leaf(part, name, value, rule);
  }

  /** The field that says which of its family a record is; null where it stands alone. */
  @Nullable String tag() {
    return tag;
  }

  /** What that field says. */
  @Nullable String word() {
    return word;
  }

  void names(Consumer<String> to) {
    slots.forEach(slot -> slot.names(to));
  }

  void write(Object record, Sink to) {
    for (Slot slot : slots) {
      slot.write(record, to);
    }
  }

  Object read(Function<String, @Nullable Object> fields, String prefix) {
    @Nullable Object[] values = new @Nullable Object[shape.size()];
    for (Slot slot : slots) {
      slot.read(fields, prefix, values);
    }
    return shape.make(values);
  }

  private boolean isNullable(int part) {
    boolean[] known = nullable;
    if (known == null) {
      known = shape.nullable();
      nullable = known;
    }
    return known[part];
  }

  /** What a component is where nothing stands for it. */
  private @Nullable Object absent(int part, String field, Rule rule, Value of) {
    if (rule.missing != null) {
      return rule.missing;
    }
    if (isNullable(part)) {
      return null;
    }
    Object usual = of.absent();
    Object value = usual == null && !flagsNeeded ? Value.off(shape.type(part)) : usual;
    if (value == null) {
      throw new BindException(field, of.wanted(), null);
    }
    return value;
  }

  /** One of a record's fields, or several that stand for one component. */
  private abstract static sealed class Slot {
    final String name;

    Slot(String name) {
      this.name = name;
    }

    /** Tells its fields' names; none where these depend on the value. */
    void names(Consumer<String> to) {}

    abstract void write(Object record, Sink to);

    /** Sets the value of its component. */
    abstract void read(
        Function<String, @Nullable Object> fields, String prefix, @Nullable Object[] values);
  }

  private final class Leaf extends Slot {
    private final int part;
    private final Value value;
    private final Rule rule;

    Leaf(int part, String name, Value value, Rule rule) {
      super(name);
      this.part = part;
      this.value = value;
      this.rule = rule;
    }

    @Override
    void names(Consumer<String> to) {
      to.accept(name);
    }

    @Override
    void write(Object record, Sink to) {
      Object own = shape.value(record, part);
      if (own != null && own.equals(rule.silent)) {
        to.leaveOut(name);
      } else {
        to.put(name, own == null ? null : value.write(own));
      }
    }

    @Override
    void read(Function<String, @Nullable Object> fields, String prefix, @Nullable Object[] values) {
      Object plain = fields.apply(prefix + name);
      values[part] =
          plain == null
              ? absent(part, prefix + name, rule, value)
              : value.read(prefix + name, plain);
    }
  }

  private final class Spread extends Slot {
    private final int part;
    private final String prefix;
    private final Class<?> type;
    private final @Nullable Family family;
    private final Rule rule;
    private @Nullable List<String> names;

    Spread(
        int part, String name, String prefix, Class<?> type, @Nullable Family family, Rule rule) {
      super(name);
      this.part = part;
      this.prefix = prefix;
      this.type = type;
      this.family = family;
      this.rule = rule;
    }

    private List<String> inner() {
      List<String> known = names;
      if (known == null) {
        known = List.copyOf(form.spreadNames(type));
        names = known;
      }
      return known;
    }

    @Override
    void names(Consumer<String> to) {
      inner().forEach(inside -> to.accept(prefix + inside));
    }

    @Override
    void write(Object record, Sink to) {
      Object own = shape.value(record, part);
      if (own != null && family == null) {
        form.plan(type).write(own, new Prefixed(prefix, to));
        return;
      }
      Map<String, @Nullable Object> written = new HashMap<>();
      if (own != null && family != null) {
        String before = family.before(own.getClass());
        written.put(family.tag(), family.word(own.getClass()));
        form.plan(own.getClass())
            .write(own, (inside, value) -> written.put(before + inside, value));
      }
      for (String inside : inner()) {
        to.put(prefix + inside, written.get(inside));
      }
    }

    @Override
    void read(Function<String, @Nullable Object> fields, String outer, @Nullable Object[] values) {
      String before = outer + prefix;
      boolean none = true;
      for (String inside : inner()) {
        none &= fields.apply(before + inside) == null;
      }
      values[part] =
          none && (rule.missing != null || isNullable(part))
              ? rule.missing
              : form.read(type, fields, before);
    }
  }

  private record Prefixed(String prefix, Sink to) implements Sink {
    @Override
    public void put(String name, @Nullable Object value) {
      to.put(prefix + name, value);
    }

    @Override
    public void leaveOut(String name) {
      to.leaveOut(prefix + name);
    }
  }

  /** Never written; given to whoever reads. */
  private final class Given extends Slot {
    private final int part;

    Given(int part, String name) {
      super(name);
      this.part = part;
    }

    @Override
    void write(Object record, Sink to) {}

    @Override
    void read(Function<String, @Nullable Object> fields, String prefix, @Nullable Object[] values) {
      values[part] = fields.apply(prefix + name);
      if (values[part] == null && !isNullable(part)) {
        throw new BindException(prefix + name, null, null);
      }
    }
  }

  /** How many fields it has depends on the list. */
  private final class Numbered extends Slot {
    private final int part;
    private final String prefix;
    private final Class<?> item;

    Numbered(int part, String name, String prefix, Class<?> item) {
      super(name);
      this.part = part;
      this.prefix = prefix;
      this.item = item;
    }

    @Override
    void write(Object record, Sink to) {
      int number = 0;
      if (shape.value(record, part) instanceof Iterable<?> items) {
        for (Object one : items) {
          form.plan(item).write(one, new Prefixed(prefix + number + ".", to));
          number++;
        }
      }
    }

    @Override
    void read(Function<String, @Nullable Object> fields, String outer, @Nullable Object[] values) {
      List<String> inside = form.spreadNames(item);
      List<Object> read = new ArrayList<>();
      for (int number = 0; ; number++) {
        String before = outer + prefix + number + ".";
        if (inside.stream().allMatch(one -> fields.apply(before + one) == null)) {
          break;
        }
        read.add(form.plan(item).read(fields, before));
      }
      values[part] = List.copyOf(read);
    }
  }

  /** Which fields it has depends on the set. */
  private final class Flags extends Slot {
    private final int part;
    private final String prefix;
    private final Value.Constant constants;

    Flags(int part, String name, String prefix, Value.Constant constants) {
      super(name);
      this.part = part;
      this.prefix = prefix;
      this.constants = constants;
    }

    @Override
    void write(Object record, Sink to) {
      if (shape.value(record, part) instanceof Iterable<?> on) {
        on.forEach(one -> to.put(prefix + constants.write(one), String.valueOf(true)));
      }
    }

    @Override
    void read(Function<String, @Nullable Object> fields, String outer, @Nullable Object[] values) {
      Set<Object> on = new LinkedHashSet<>();
      constants
          .byWord()
          .forEach(
              (word, constant) -> {
                if (fields.apply(outer + prefix + word) != null) {
                  on.add(constant);
                }
              });
      values[part] = on;
    }
  }

  private static final class Extra extends Slot {
    private final Derived more;

    Extra(Derived more) {
      super(more.name());
      this.more = more;
    }

    @Override
    void names(Consumer<String> to) {
      to.accept(name);
    }

    @Override
    void write(Object record, Sink to) {
      to.put(name, more.value().apply(record));
    }

    @Override
    void read(
        Function<String, @Nullable Object> fields, String prefix, @Nullable Object[] values) {}
  }
}
