package app.respite.domain.day.step;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Notices;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.LogicalDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a day stands in, whatever goes on in it.
 *
 * @param now up to when the state is true
 * @param day the logical day
 * @param notice the newest quiet advice, see {@link Notices}, or null
 * @param seed with {@code count} makes the ids of records
 */
public record DayFrame(
    Instant now,
    ZoneId zone,
    LocalDate day,
    Preferences preferences,
    @Nullable String notice,
    long seed,
    long count) {
  /** A first one. */
  public static DayFrame at(Instant now, ZoneId zone, Preferences preferences, long seed) {
    LocalDate day = new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS)).dayOf(now);
    return new DayFrame(now, zone, day, preferences, null, seed, 0);
  }

  /** The user's days. */
  public LogicalDays days() {
    return new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS));
  }
}
