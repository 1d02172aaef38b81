package app.respite.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record type taken apart into its components, in order, and put together again. */
final class Shape {
  private final Class<?> type;
  private final RecordComponent[] components;
  private final Method[] accessors;
  private final Constructor<?> constructor;

  Shape(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
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

  int size() {
    return components.length;
  }

  List<String> names() {
    return Stream.of(components).map(RecordComponent::getName).toList();
  }

  Class<?> type(int part) {
    return components[part].getType();
  }

  Type genericType(int part) {
    return components[part].getGenericType();
  }

  /** Whether a component may be absent; looked up only by who reads. */
  boolean isNullable(int part) {
    return components[part].getAnnotatedType().isAnnotationPresent(Nullable.class);
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
