package app.respite.domain.breaks;

import app.respite.domain.setting.SettingKey;
import app.respite.domain.setting.SettingType;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rest sooner than the usual one under a task with burdening content, in the middle of a sprint
 * if need be. The other rules go on; the break that is due first is the one that comes (B58).
 */
public record HeavyRule() implements BreakRule {
  public static final SettingKey<Duration> AFTER =
      SettingKey.perTask(
          "heavy.rest-after",
          new SettingType.Length(Duration.ofMinutes(10), Duration.ofMinutes(90)),
          Duration.ofMinutes(45),
          "With burdening content, a rest is due after this much work since the last one.");

  @Override
  public List<SettingKey<?>> keys() {
    return List.of(AFTER);
  }

  @Override
  public Optional<Duration> restAfter(Situation now) {
    return now.heavy() ? Optional.of(now.preferences().get(AFTER, now.task())) : Optional.empty();
  }

  @Override
  public Optional<Proposal> propose(Situation now) {
    if (!now.heavy()) {
      return Optional.empty();
    }
    Duration left = now.preferences().get(AFTER, now.task()).minus(now.towardsRest());
    Instant due = Interval.later(now.now().plus(left), now.now());
    return Optional.of(
        new Proposal(
            BreakKind.REST,
            due,
            now.preferences().get(RestRule.LENGTH, now.task()),
            RestRule.reason(now.sinceRest().plus(Duration.between(now.now(), due)), true)));
  }
}
