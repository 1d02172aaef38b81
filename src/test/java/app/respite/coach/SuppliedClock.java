package app.respite.coach;

import app.respite.coach.port.Clock;
import app.respite.domain.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Clocks that a test moves: all three of them agree, since a beginning, in UTC. */
record SuppliedClock(Instant since, Supplier<Instant> now) implements Clock {
  @Override
  public ClockReading read() {
    Instant wall = now.get();
    Duration passed = Duration.between(since, wall);
    return new ClockReading(wall, passed, passed);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public String boot() {
    return "boot";
  }
}
