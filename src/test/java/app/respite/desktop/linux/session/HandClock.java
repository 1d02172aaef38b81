package app.respite.desktop.linux.session;

import app.respite.coach.port.Clock;
import app.respite.domain.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when the test says so. */
final class HandClock implements Clock {
  private Duration now = Duration.ofHours(1);

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public ClockReading read() {
    return new ClockReading(Instant.EPOCH.plus(now), now, now);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public String boot() {
    return "";
  }
}
