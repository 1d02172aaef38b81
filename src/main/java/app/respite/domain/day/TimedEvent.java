package app.respite.domain.day;

import java.time.Instant;

/** An event and the instant at which the coach acted. */
public record TimedEvent(Instant at, Event event) {}
