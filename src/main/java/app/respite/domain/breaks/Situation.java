package app.respite.domain.breaks;

import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.setting.Preferences;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What break rules may know, at {@code now}, while work is being counted.
 *
 * @param task name of the task, for its own settings
 * @param heavy whether the task's content is burdening
 * @param flow whether time counts up without sprints
 * @param sprintEnd when the running sprint ends; null where none runs
 * @param sprintEnded when the last sprint ended, while work goes on after it and its break is open;
 *     else null
 * @param sprintInSet the number of the running or ended sprint in its set, from 1
 * @param sinceRest active work since the last rest
 * @param towardsRest active work since the last rest, or since the rest that was skipped last
 * @param advice when a rest fits by the person's own ratings; null where nothing is known of them,
 *     or a rest was skipped
 */
public record Situation(
    Instant now,
    Preferences preferences,
    @Nullable String task,
    boolean heavy,
    boolean flow,
    @Nullable Instant sprintEnd,
    @Nullable Instant sprintEnded,
    int sprintInSet,
    Duration sinceRest,
    Duration towardsRest,
    @Nullable RestAdvice advice) {}
