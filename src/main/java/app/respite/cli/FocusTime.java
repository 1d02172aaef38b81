package app.respite.cli;

import app.respite.coach.port.Update;
import java.time.Duration;

/** Moves a state on by a face's own clock, between two updates. */
final class FocusTime {
  private FocusTime() {}

  /** The state a while later, if nothing happens in between. */
  static Update moved(Update update, Duration since) {
    return new Update(
        update.snapshot().later(since),
        update.sequence(),
        update.presenceKnown(),
        update.onDisk(),
        update.trouble(),
        update.prompting(),
        update.happened());
  }
}
