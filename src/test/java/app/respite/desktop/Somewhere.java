package app.respite.desktop;

import app.respite.coach.port.Clock;
import app.respite.desktop.any.Here;
import app.respite.domain.time.ClockReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Surroundings for adapters. */
public final class Somewhere {
  private Somewhere() {}

  /** Surroundings of a system. */
  public static Here on(String os, Path user, Map<String, String> environment, String... coach) {
    return new Here(environment, os, user, List.of(coach), new StoppedClock(), line -> {});
  }

  private static final class StoppedClock implements Clock {
    @Override
    public ClockReading read() {
      return new ClockReading(Instant.EPOCH, Duration.ZERO, Duration.ZERO);
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
}
