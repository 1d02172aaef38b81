package app.respite.coach.port;

import app.respite.domain.time.ClockReading;
import java.time.ZoneId;

/** The machine's clocks. The one door to system time. */
public interface Clock {
  /** The three clocks now. */
  ClockReading read();

  /** The zone the user is in now. */
  ZoneId zone();

  /**
   * Identity of this boot of the machine; differs after a restart. Empty where the system does not
   * tell.
   */
  String boot();
}
