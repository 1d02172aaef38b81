package app.respite.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a class, and what is nested in it, through one wall of the house, for the reason given. */
@Repeatable(ArchitectureException.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ArchitectureException {
  Wall wall();

  String reason();

  /** What the architecture tests hold. */
  enum Wall {
    ROOMS,
    CYCLES,
    CLOCK,
    AWT,
    VIEW_MODELS,
    FX_THREAD,
    THREADS,
    STANDARD_STREAMS,
    STATIC_STATE,
    SWITCH_OVER_TEXT
  }

  /** Holds more than one exception. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    ArchitectureException[] value();
  }
}
