package app.respite.domain.review;

import app.respite.domain.money.PayFigures;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One task over the range. What cannot be known is null, never 0.
 *
 * @param presentSeconds work, breaks, natural rest and ready under this task
 * @param items as in {@link DayFigures}
 * @param typedItems items typed for sprints, shown beside the imported ones that replace them; null
 *     where none were typed
 * @param accepted decided and paid items
 * @param undecided items whose outcome is not known yet
 * @param skipped imported items skipped or abandoned; their time counts, they do not
 * @param sprints the task's sprints
 * @param sprintsWithItems sprints among them of which the number of items is known
 * @param itemsPerHour 3600 times items ended in the task's sprints by the work seconds of those
 *     sprints, without the ones that told no items; items imported for a time outside sprints join
 *     with their own active seconds
 * @param medianSecondsPerItem of imported items whose active time is known
 * @param rejectedRate rejected by accepted and rejected
 * @param pay what it earned
 * @param trend from sprint to sprint; null for too few
 * @param withinSprints within sprints, over all of the journal; null for too few
 * @param usual its usual pace before the range
 */
public record TaskFigures(
    UUID id,
    String task,
    String platform,
    long workSeconds,
    long presentSeconds,
    int items,
    @Nullable Integer typedItems,
    int rejected,
    int accepted,
    int undecided,
    int skipped,
    int sprints,
    int sprintsWithItems,
    @Nullable Double itemsPerHour,
    @Nullable Double medianSecondsPerItem,
    @Nullable Double rejectedRate,
    PayFigures pay,
    @Nullable Trend trend,
    @Nullable WithinSprints withinSprints,
    PaceBand usual) {
  /** Its name, with its platform where it has one. */
  public String nameAndPlatform() {
    return platform.isEmpty() ? task : task + " · " + platform;
  }

  /** The same with how its pace moved within sprints. */
  TaskFigures withSprintParts(@Nullable WithinSprints within) {
    return new TaskFigures(
        id,
        task,
        platform,
        workSeconds,
        presentSeconds,
        items,
        typedItems,
        rejected,
        accepted,
        undecided,
        skipped,
        sprints,
        sprintsWithItems,
        itemsPerHour,
        medianSecondsPerItem,
        rejectedRate,
        pay,
        trend,
        within,
        usual);
  }
}
