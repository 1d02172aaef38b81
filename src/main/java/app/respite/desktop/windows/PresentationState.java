package app.respite.desktop.windows;

import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.any.Native;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether something fills the screen, by {@code SHQueryUserNotificationState}. It can only be
 * asked, so it looks when it is told to.
 */
final class PresentationState implements Sense {
  /** A full-screen window, or presentation settings. */
  private static final int BUSY = 2;

  /** A game that has the screen to itself. */
  private static final int DIRECT3D = 3;

  /** A presentation. */
  private static final int PRESENTATION = 4;

  private final MethodHandle query;
  private final MemorySegment state = Arena.ofAuto().allocate(ValueLayout.JAVA_INT);
  private @Nullable Consumer<Sensed> to;
  private @Nullable Boolean last;

  private PresentationState(MethodHandle query) {
    this.query = query;
  }

  /** The sense; empty where the library lacks the function. */
  static Optional<PresentationState> of(SymbolLookup shell32) {
    return Native.function(
            shell32,
            "SHQueryUserNotificationState",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
        .map(PresentationState::new);
  }

  /** Whether something fills the screen; empty where Windows does not say. */
  synchronized Optional<Boolean> filled() {
    try {
      if ((int) query.invokeExact(state) != 0) {
        return Optional.empty();
      }
      int now = state.get(ValueLayout.JAVA_INT, 0);
      return Optional.of(now == BUSY || now == DIRECT3D || now == PRESENTATION);
    } catch (Throwable refused) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void start(Consumer<Sensed> to) {
    this.to = to;
    look();
  }

  @Override
  public synchronized void look() {
    Consumer<Sensed> listener = to;
    Optional<Boolean> now = filled();
    if (listener != null && now.isPresent() && !now.get().equals(last)) {
      last = now.get();
      listener.accept(new Sensed.FullScreen(now.get()));
    }
  }

  @Override
  public synchronized void close() {
    to = null;
  }
}
