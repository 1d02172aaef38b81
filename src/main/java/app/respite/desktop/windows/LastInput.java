package app.respite.desktop.windows;

import app.respite.desktop.any.Native;
import app.respite.desktop.any.PolledIdle;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;

/**
 * The idle time by {@code GetLastInputInfo}: the tick of the session's last input, in milliseconds
 * since the start of Windows, in 32 bits that begin again at zero every 49.7 days.
 */
final class LastInput implements PolledIdle.Counter {
  /** {@code LASTINPUTINFO}: its own size, then the tick. */
  private static final int SIZE = 8;

  /**
   * What lies so little ahead of the clock was now; a true idle time is not that close to 49 days.
   */
  private static final long AHEAD = 60_000;

  private static final long TICKS = 1L << Integer.SIZE;

  private final MethodHandle lastInput;
  private final MethodHandle tick;
  private final MemorySegment info = Arena.ofAuto().allocate(SIZE, Integer.BYTES);

  private LastInput(MethodHandle lastInput, MethodHandle tick) {
    this.lastInput = lastInput;
    this.tick = tick;
  }

  /** The counter; empty where the libraries lack a function. */
  static Optional<LastInput> of(SymbolLookup user32, SymbolLookup kernel32) {
    Optional<MethodHandle> lastInput =
        Native.function(
            user32,
            "GetLastInputInfo",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    Optional<MethodHandle> tick =
        Native.function(kernel32, "GetTickCount64", FunctionDescriptor.of(ValueLayout.JAVA_LONG));
    return lastInput.flatMap(first -> tick.map(second -> new LastInput(first, second)));
  }

  @Override
  public synchronized Optional<Duration> idle() {
    try {
      info.set(ValueLayout.JAVA_INT, 0, SIZE);
      if ((int) lastInput.invokeExact(info) == 0) {
        return Optional.empty();
      }
      long last = Integer.toUnsignedLong(info.get(ValueLayout.JAVA_INT, Integer.BYTES));
      long idle = Math.floorMod((long) tick.invokeExact() - last, TICKS);
      return Optional.of(Duration.ofMillis(TICKS - idle <= AHEAD ? 0 : idle));
    } catch (Throwable refused) {
      return Optional.empty();
    }
  }
}
