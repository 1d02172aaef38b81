package app.respite.main;

import app.respite.coach.Engine;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.domain.time.ClockReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clocks. {@code nanoTime} stands still while the machine sleeps, {@code
 * /proc/uptime} runs on; where there is no such file both are taken from the former, and a sleep
 * then shows in the wall clock alone.
 *
 * <p>For tests of the real program its time can run faster: {@code respite.clock.speed} times, from
 * {@code respite.clock.origin} on, an instant that processes started after one another share.
 */
final class SystemClock implements Clock, Engine.Pace {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int MOST_SPEED = 1000;
  private static final long COARSENESS_MILLIS = 500;

  private final int speed;
  private final Instant origin;
  private final boolean uptime = Files.isReadable(UPTIME);
  private final String boot = bootId();
  private final AtomicLong ahead = new AtomicLong();

  /**
   * The clocks.
   *
   * @throws CoachException of kind {@code WRONG} where a given value is none
   */
  SystemClock(@Nullable String speed, @Nullable String origin) {
    this.speed = speed == null ? 1 : Math.clamp(number(speed), 1, MOST_SPEED);
    this.origin = origin == null ? Instant.now() : instant(origin);
  }

  private static long number(String speed) {
    try {
      return Long.parseLong(speed);
    } catch (NumberFormatException none) {
      throw new CoachException(
          Kind.WRONG, "respite.clock.speed takes a whole number from 1 to 1000: '" + speed + "'");
    }
  }

  private static Instant instant(String origin) {
    try {
      return Instant.parse(origin);
    } catch (DateTimeException none) {
      throw new CoachException(
          Kind.WRONG,
          "respite.clock.origin takes an instant such as 2026-03-02T09:00:00Z: '" + origin + "'");
    }
  }

  @Override
  public ClockReading read() {
    Duration monotonic = Duration.ofNanos(System.nanoTime());
    Duration awake = uptime ? bootTime(monotonic) : monotonic;
    Instant wall = Instant.now();
    return speed == 1
        ? new ClockReading(wall, monotonic, awake)
        : new ClockReading(
            origin.plus(Duration.between(origin, wall).multipliedBy(speed)),
            monotonic.multipliedBy(speed),
            awake.multipliedBy(speed));
  }

  @Override
  public Duration real(Duration coachTime) {
    return speed == 1 ? coachTime : coachTime.dividedBy(speed);
  }

  @Override
  public Duration coachTime(Duration real) {
    return real.multipliedBy(speed);
  }

  /**
   * The file has two digits after the point, {@code nanoTime} has more. What the one is ahead of
   * the other only a sleep changes, so smaller changes are the file's coarseness.
   */
  private Duration bootTime(Duration monotonic) {
    try {
      String text = Files.readString(UPTIME, StandardCharsets.US_ASCII);
      long hundredths = Long.parseLong(text.substring(0, text.indexOf(' ')).replace(".", ""));
      long found = hundredths * 10 - monotonic.toMillis();
      long used =
          ahead.updateAndGet(old -> Math.abs(found - old) > COARSENESS_MILLIS ? found : old);
      return monotonic.plusMillis(used);
    } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException gone) {
      return monotonic.plusMillis(ahead.get());
    }
  }

  @Override
  public ZoneId zone() {
    return SystemZone.now();
  }

  @Override
  public String boot() {
    return boot;
  }

  private static String bootId() {
    try {
      return Files.readString(BOOT_ID, StandardCharsets.US_ASCII).strip();
    } catch (IOException none) {
      return "";
    }
  }
}
