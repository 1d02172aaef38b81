package app.respite.desktop.linux.bus;

import org.jspecify.annotations.Nullable;

/** An object of ours that others on the bus may call. */
public interface Served {
  /**
   * Answers a call, on the bus's own thread and without waiting for anything; null where there is
   * no such method.
   */
  @Nullable Body answer(Incoming call);

  /** The interfaces as XML, for tools that look around; empty where nobody needs to. */
  default String introspection() {
    return "";
  }
}
