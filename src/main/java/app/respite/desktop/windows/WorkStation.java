package app.respite.desktop.windows;

import app.respite.coach.port.desktop.ScreenLock;
import app.respite.desktop.any.Native;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Locks the screen by {@code LockWorkStation}. */
final class WorkStation implements ScreenLock {
  private final MethodHandle lock;

  private WorkStation(MethodHandle lock) {
    this.lock = lock;
  }

  /** The lock; empty where the library lacks the function. */
  static Optional<WorkStation> of(SymbolLookup user32) {
    return Native.function(user32, "LockWorkStation", FunctionDescriptor.of(ValueLayout.JAVA_INT))
        .map(WorkStation::new);
  }

  @Override
  public boolean lock() {
    try {
      return (int) lock.invokeExact() != 0;
    } catch (Throwable refused) {
      return false;
    }
  }
}
