package app.respite.domain.review;

/**
 * How a task's pace moved inside its sprints, all of them together; one sprint alone almost never
 * shows anything. A tendency, never a cause. Made from imported items, which carry their times.
 *
 * <p>A sprint counts where its work on the task, cut into five or more equal parts of at least ten
 * minutes, has at least five items in each part. Pairs of parts are compared within a sprint only.
 *
 * @param sprints sprints that count, over the whole journal up to the range's end
 * @param changePerHour relative change of items an hour, per hour of work, such as -0.1; from the
 *     median of all slopes of the logarithm
 * @param s see {@link app.respite.domain.statistics.PooledKendall}
 * @param p two-sided
 */
public record WithinSprints(
    int sprints, double changePerHour, int s, double variance, double z, double p) {
  /** Fewer sprints than this say nothing. */
  public static final int LEAST = 10;
}
