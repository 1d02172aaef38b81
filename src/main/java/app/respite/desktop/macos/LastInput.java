package app.respite.desktop.macos;

import app.respite.desktop.any.Native;
import app.respite.desktop.any.PolledIdle;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;

/** The idle time by {@code CGEventSourceSecondsSinceLastEventType}. */
final class LastInput implements PolledIdle.Counter {
  /** {@code kCGEventSourceStateHIDSystemState}: what the hardware sends. */
  private static final int HARDWARE = 1;

  /** {@code kCGAnyInputEventType}. */
  private static final int ANY = ~0;

  private static final double MILLIS = 1_000;
  private static final double MOST_SECONDS = 1e9;

  private final MethodHandle seconds;

  private LastInput(MethodHandle seconds) {
    this.seconds = seconds;
  }

  /** The counter; empty where the library lacks the function. */
  static Optional<LastInput> of(SymbolLookup graphics) {
    return Native.function(
            graphics,
            "CGEventSourceSecondsSinceLastEventType",
            FunctionDescriptor.of(
                ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
        .map(LastInput::new);
  }

  @Override
  public Optional<Duration> idle() {
    try {
      double idle = (double) seconds.invokeExact(HARDWARE, ANY);
      // Not a number compares false with everything.
      return idle >= 0 && idle < MOST_SECONDS
          ? Optional.of(Duration.ofMillis((long) (idle * MILLIS)))
          : Optional.empty();
    } catch (Throwable refused) {
      return Optional.empty();
    }
  }
}
