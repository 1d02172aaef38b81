package app.respite.domain.fatigue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The person's own days and clock, through whatever zones they travelled. */
public interface OwnTime {
  /** The day an instant belongs to. */
  LocalDate dayOf(Instant at);

  /** What the clock showed then. */
  LocalTime timeAt(Instant at);

  /** When a day begins. */
  LocalTime dayStarts();
}
