package app.respite.domain.time;

import java.time.Duration;
import java.time.Instant;

/**
 * What the machine's three clocks say at one moment.
 *
 * @param wall the wall clock; the user, the network or a dual boot may set it
 * @param monotonic time awake since some origin; stands still while the machine sleeps
 * @param boot time since some origin, sleep included
 */
public record ClockReading(Instant wall, Duration monotonic, Duration boot) {}
