package app.respite.domain.breaks;

import app.respite.domain.setting.SettingKey;
import app.respite.domain.setting.SettingType;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A rest sooner than the usual one where work counts up without sprints to end it. */
public record FlowRule() implements BreakRule {
  static final SettingKey<Duration> AFTER =
      SettingKey.perTask(
          "flow.rest-after",
          new SettingType.Length(Duration.ofMinutes(10), Duration.ofMinutes(90)),
          Duration.ofMinutes(30),
          "In flow, a rest is due after this much work since the last one.");

  @Override
  public List<SettingKey<?>> keys() {
    return List.of(AFTER);
  }

  @Override
  public Optional<Duration> restAfter(Situation now) {
    return now.flow() ? Optional.of(now.preferences().get(AFTER, now.task())) : Optional.empty();
  }

  @Override
  public Optional<Proposal> propose(Situation now) {
    return restAfter(now)
        .map(
            after -> {
              Instant due =
                  Interval.later(now.now().plus(after.minus(now.towardsRest())), now.now());
              return new Proposal(
                  BreakKind.REST,
                  due,
                  now.preferences().get(RestRule.LENGTH, now.task()),
                  restReason(now));
            });
  }

  @Override
  public String restReason(Situation now) {
    return "in flow no sprint ends the work";
  }
}
