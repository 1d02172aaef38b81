package app.respite.domain.review;

import app.respite.domain.money.Earnings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One logical day in figures, named as in {@code review --json}.
 *
 * <p>Every second is in one of the seven buckets at most. Seconds are whole; what is left over of a
 * day is carried to the next day of the range, so that days add up to the range.
 *
 * @param breaksTaken credited breaks the user took, natural ones apart
 * @param breaksNatural natural breaks
 * @param items items done: imported ones by their end, typed ones where nothing was imported for
 *     that task and sprint; skipped and abandoned items left out
 * @param rejected items among them that were rejected
 * @param load effort times active minutes over the sprints whose effort was rated; null where none
 *     was
 * @param ratedSprints sprints with a tiredness or an effort
 * @param sprints all sprints that ended in the day
 * @param endFatigue the day's last tiredness, null where none was given
 * @param heavySeconds work on burdening content, part of the work
 * @param earned for decided and paid items and for hours of work
 */
public record DayFigures(
    LocalDate day,
    long workSeconds,
    long breakSeconds,
    long naturalRestSeconds,
    long idleSeconds,
    long pausedSeconds,
    long readySeconds,
    long awaySeconds,
    int sprintsCompleted,
    int sprintsPartial,
    int breaksTaken,
    int breaksSkipped,
    int breaksPostponed,
    int breaksNatural,
    int items,
    int rejected,
    @Nullable Double load,
    int ratedSprints,
    int sprints,
    @Nullable Integer endFatigue,
    long heavySeconds,
    Earnings earned) {
  /** Time at work by choice: work, breaks, natural rest, ready. Pay per present hour goes by it. */
  public long presentSeconds() {
    return workSeconds + breakSeconds + naturalRestSeconds + readySeconds;
  }

  /** Whether nothing at all is known of the day. */
  public boolean isEmpty() {
    return presentSeconds() + idleSeconds + pausedSeconds + awaySeconds == 0
        && sprints == 0
        && items == 0
        && breaksTaken + breaksNatural + breaksSkipped + breaksPostponed == 0
        && endFatigue == null
        && earned.isEmpty();
  }
}
