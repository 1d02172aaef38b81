package app.respite.domain.review;

/**
 * Streaks of rest, not of work.
 *
 * @param restKeptCurrent consecutive days with work, up to the range's last, on which no stretch of
 *     work without a rest was too long; days without work neither count nor break it
 * @param restKeptLongest the longest such row in the journal up to the range's last day
 * @param daysWorked days of the range with work
 * @param sprintDays days of the range in which a sprint ended
 */
public record Streaks(int restKeptCurrent, int restKeptLongest, int daysWorked, int sprintDays) {}
