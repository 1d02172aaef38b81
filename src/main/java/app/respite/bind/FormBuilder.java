package app.respite.bind;

import app.respite.bind.Form.Derived;
import app.respite.bind.Form.Family;
import app.respite.bind.Form.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says in what a {@link Form} differs from the records' own declarations. */
public final class FormBuilder {
  final Map<Class<?>, Scalar<?>> scalars = new HashMap<>(Scalar.standard());
  final Map<Class<?>, Family> families = new HashMap<>();
  final Map<Class<?>, Map<String, Rule>> rules = new HashMap<>();
  final Map<Class<?>, List<Derived>> derived = new HashMap<>();
  final Map<Class<?>, List<String>> orders = new HashMap<>();
  final Set<Class<?>> lists = new HashSet<>();
  UnaryOperator<String> naming = Form.asItIs();
  final Function<Enum<?>, String> words;
  boolean nulls;
  boolean flagsNeeded;

  FormBuilder(Function<Enum<?>, String> words) {
    this.words = words;
  }

  /** Values of a type are written in another way than usual. */
  public <T> FormBuilder scalar(Class<T> type, Scalar<T> scalar) {
    scalars.put(type, scalar);
    return this;
  }

  /** Components without a name of their own in this form are named by a rule. */
  public FormBuilder naming(UnaryOperator<String> rule) {
    naming = rule;
    return this;
  }

  /** What is absent is written as null, not left out. */
  public FormBuilder nulls() {
    nulls = true;
    return this;
  }

  /** A flag that is not there is not off, but missing. */
  public FormBuilder flagsNeeded() {
    flagsNeeded = true;
    return this;
  }

  /**
   * A sealed family.
   *
   * @param tag the field that holds a member's word
   * @param members by their words, in the order in which they are named to a user
   */
  public FormBuilder family(Class<?> sealed, String tag, Map<String, ? extends Class<?>> members) {
    families.put(sealed, new Family(tag, members, null));
    return this;
  }

  /**
   * A sealed family whose members' fields, where they stand among those of another record, have the
   * member's word and a mark before their names.
   */
  public FormBuilder familyApart(
      Class<?> sealed, String tag, String mark, Map<String, ? extends Class<?>> members) {
    families.put(sealed, new Family(tag, members, mark));
    return this;
  }

  /** A sealed family whose members go by their own names, see {@link Form#word(Class)}. */
  public FormBuilder family(Class<?> sealed, String tag) {
    return family(sealed, tag, Form::word);
  }

  /** A sealed family whose members are named by a rule. */
  public FormBuilder family(Class<?> sealed, String tag, Function<Class<?>, String> naming) {
    Map<String, Class<?>> members = new LinkedHashMap<>();
    collect(sealed, naming, members);
    return family(sealed, tag, members);
  }

  private static void collect(
      Class<?> type, Function<Class<?>, String> naming, Map<String, Class<?>> to) {
    if (type.isRecord()) {
      to.put(naming.apply(type), type);
      return;
    }
    for (Class<?> member : type.getPermittedSubclasses()) {
      collect(member, naming, to);
    }
  }

  /** A component has another name. */
  public FormBuilder rename(Class<? extends Record> type, String component, String written) {
    rule(type, component).name = written;
    return this;
  }

  /** The fields of a component that is a record stand among the record's own. */
  public FormBuilder spread(Class<? extends Record> type, String component, String prefix) {
    rule(type, component).spread = prefix;
    return this;
  }

  /** The fields of each record of a list stand among the record's own, numbered from 0. */
  public FormBuilder numbered(Class<? extends Record> type, String component, String prefix) {
    rule(type, component).numbered = prefix;
    return this;
  }

  /** Each constant of a set is a flag among the record's own fields, there where it is on. */
  public FormBuilder flags(Class<? extends Record> type, String component, String prefix) {
    rule(type, component).flags = prefix;
    return this;
  }

  /** A component is not written; who reads gives its value under its name, as it is. */
  public FormBuilder given(Class<? extends Record> type, String component) {
    rule(type, component).given = true;
    return this;
  }

  /** A component is written in another way than its type. */
  public <T> FormBuilder as(Class<? extends Record> type, String component, Scalar<T> scalar) {
    rule(type, component).scalar = scalar;
    return this;
  }

  /** A component that is not there has a value all the same. */
  public FormBuilder missing(Class<? extends Record> type, String component, Object value) {
    rule(type, component).missing = value;
    return this;
  }

  /** A component is left out where it has a value, which it has where it is not there. */
  public FormBuilder silent(Class<? extends Record> type, String component, Object value) {
    rule(type, component).silent = value;
    return missing(type, component, value);
  }

  /** A field that is written besides, and never read. */
  public <R extends Record> FormBuilder derived(
      Class<R> type, String name, Function<R, @Nullable Object> value) {
    derived
        .computeIfAbsent(type, any -> new ArrayList<>())
        .add(new Derived(name, record -> value.apply(type.cast(record))));
    return this;
  }

  /**
   * Fields are written in another order than the components'.
   *
   * @param names all of them, with blanks between them
   */
  public FormBuilder order(Class<? extends Record> type, String names) {
    orders.put(type, Arrays.asList(names.split(" ")));
    return this;
  }

  /** Records of a type are written as the list of their values, without names. */
  public FormBuilder list(Class<? extends Record> type) {
    lists.add(type);
    return this;
  }

  /** The form; nothing more can be said of it. */
  public Form build() {
    return new Form(this);
  }

  Rule rule(Class<?> type, String component) {
    return rules
        .computeIfAbsent(type, any -> Form.none())
        .computeIfAbsent(component, any -> new Rule());
  }

  /** The family of a member; null where it belongs to none. */
  @Nullable Family familyOf(Class<?> member) {
    for (Family family : families.values()) {
      if (family.has(member)) {
        return family;
      }
    }
    return null;
  }
}
