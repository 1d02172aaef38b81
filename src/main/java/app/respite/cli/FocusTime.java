package app.respite.cli;

import app.respite.coach.port.Update;
import app.respite.domain.day.Snapshot;
import java.time.Duration;

/** Moves a state on by a face's own clock, between two updates. */
final class FocusTime {
  private FocusTime() {}

  /** The state a while later, if nothing happens in between. */
  static Update moved(Update update, Duration since) {
    Snapshot now = update.snapshot();
    if (!now.running() || since.isNegative()) {
      return update;
    }
    boolean working = now.state() == Snapshot.Mode.SPRINT || now.state() == Snapshot.Mode.OVERRUN;
    Duration remaining = now.remaining();
    if (remaining != null) {
      remaining = remaining.minus(since);
      remaining = remaining.isNegative() ? Duration.ZERO : remaining;
    }
    Snapshot later =
        new Snapshot(
            now.at().plus(since),
            now.state(),
            now.presence(),
            now.task(),
            now.flow(),
            now.planned(),
            now.elapsed().plus(since),
            remaining,
            now.overtime(),
            now.running(),
            working ? now.sinceRest().plus(since) : now.sinceRest(),
            now.restWindow(),
            now.due(),
            now.next(),
            now.holds(),
            now.reason(),
            now.sprintInSet(),
            now.perSet(),
            now.items(),
            now.can(),
            now.askIdle(),
            now.askRecovery(),
            now.checkIn(),
            now.claimedUntil(),
            now.strictness(),
            now.postponeChoices(),
            now.notice(),
            now.basis(),
            now.suggestion(),
            now.questions(),
            now.countFrom());
    return new Update(
        later,
        update.sequence(),
        update.presenceKnown(),
        update.onDisk(),
        update.trouble(),
        update.prompting(),
        update.happened());
  }
}
