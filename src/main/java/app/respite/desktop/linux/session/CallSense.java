package app.respite.desktop.linux.session;

import app.respite.coach.port.Clock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a microphone or camera in use for a call. The kernel has no event for either, so this sense
 * looks when it is asked to, on a thread of its own.
 */
final class CallSense implements Sense {
  private static final String CAPTURES = "pcm";
  private static final String RUNNING = "state: RUNNING";
  private static final int MOST_CARDS = 32;
  private static final int MOST_STREAMS = 64;
  private static final Duration CAMERA_EVERY = Duration.ofSeconds(20);

  /** A call that is over longer than this is over; a shorter pause needs a second look. */
  private static final Duration OVER = Duration.ofSeconds(20);

  private final CallPlaces places;
  private final Clock clock;
  private final Executor errands;
  private final Runnable end;
  private final Camera camera;
  private final AtomicBoolean looking = new AtomicBoolean();
  private @Nullable Consumer<Sensed> to;

  private boolean cameraUsed;
  private @Nullable Duration cameraSeen;
  private @Nullable Boolean told;
  private boolean offBefore;
  private Duration lastOn = Duration.ZERO;

  /**
   * Begins to look at {@link #start}.
   *
   * @param errands does the looking
   * @param end ends those
   */
  CallSense(CallPlaces places, Clock clock, Executor errands, Runnable end) {
    this.places = places;
    this.clock = clock;
    this.errands = errands;
    this.end = end;
    this.camera = new Camera(places);
  }

  @Override
  public void start(Consumer<Sensed> to) {
    this.to = to;
    look();
  }

  @Override
  public void look() {
    Consumer<Sensed> listener = to;
    if (listener != null && looking.compareAndSet(false, true)) {
      errands.execute(
          () -> {
            try {
              see(listener);
            } finally {
              looking.set(false);
            }
          });
    }
  }

  @Override
  public void close() {
    end.run();
  }

  private void see(Consumer<Sensed> listener) {
    Duration now = clock.read().monotonic();
    boolean on = microphone() || cameraAt(now);
    if (on) {
      lastOn = now;
      offBefore = false;
    } else if (Boolean.TRUE.equals(told) && !offBefore && now.minus(lastOn).compareTo(OVER) < 0) {
      offBefore = true;
      return;
    }
    if (told == null || told != on) {
      told = on;
      listener.accept(new Sensed.InCall(on));
    }
  }

  private boolean microphone() {
    for (Path card : Camera.list(places.sound(), "card", MOST_CARDS)) {
      for (Path stream : Camera.list(card, CAPTURES, MOST_STREAMS)) {
        if (stream.getFileName().toString().endsWith("c")) {
          for (Path sub : Camera.list(stream, "sub", MOST_STREAMS)) {
            if (TextFile.firstLine(sub.resolve("status")).equals(RUNNING)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean cameraAt(Duration now) {
    if (cameraSeen == null || now.minus(cameraSeen).compareTo(CAMERA_EVERY) >= 0) {
      cameraSeen = now;
      cameraUsed = camera.inUse();
    }
    return cameraUsed;
  }
}
