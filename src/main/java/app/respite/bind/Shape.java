package app.respite.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record type taken apart into its components, in order, and put together again. */
final class Shape {
  private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

  private final Class<?> type;
  private final List<String> names;
  private final Method[] accessors;
  private final Constructor<?> constructor;
  private final Type[] types;

  private Shape(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    this.names = Stream.of(components).map(RecordComponent::getName).toList();
    this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    this.types = Stream.of(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("a record without its constructor: " + type, impossible);
    }
    constructor.setAccessible(true);
    for (Method accessor : accessors) {
      accessor.setAccessible(true);
    }
  }

  /** The shape of a record type; every form of it is made of the same one. */
  static Shape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, Shape::new);
  }

  int size() {
    return accessors.length;
  }

  List<String> names() {
    return names;
  }

  Class<?> type(int part) {
    return accessors[part].getReturnType();
  }

  Type genericType(int part) {
    return types[part];
  }

  /** Which components may be absent; looked up only by who reads. */
  boolean[] nullable() {
    RecordComponent[] components = type.getRecordComponents();
    boolean[] nullable = new boolean[components.length];
    for (int i = 0; i < nullable.length; i++) {
      nullable[i] = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
    return nullable;
  }

  @Nullable Object value(Object record, int part) {
    try {
      return accessors[part].invoke(record);
    } catch (IllegalAccessException | InvocationTargetException broken) {
      throw new IllegalStateException("cannot read " + accessors[part], broken);
    }
  }

  /** Makes a record; what its constructor throws comes through. */
  Object make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot make " + type, refused);
    } catch (InstantiationException | IllegalAccessException broken) {
      throw new IllegalStateException("cannot make " + type, broken);
    }
  }

  @Override
  public String toString() {
    return type.getName();
  }
}
