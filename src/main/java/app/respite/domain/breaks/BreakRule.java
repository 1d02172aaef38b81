package app.respite.domain.breaks;

import app.respite.domain.setting.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A reason for a break. A rule looks at the situation and says when a break would be due by it; it
 * knows neither prompts nor other rules. To add one: a record that implements this, one line in
 * {@link RuleBook}, one scenario.
 */
public interface BreakRule {
  /** The settings this rule declares. */
  List<SettingKey<?>> keys();

  /**
   * After how much work since the last one this rule would have a rest; empty where it has no say.
   * A rest that is due for less work than any rule asks for is groundless after an edit (B83).
   */
  default Optional<Duration> restAfter(Situation situation) {
    return Optional.empty();
  }

  /** Why a rest is due by now, as one plain clause that is told when it is prompted. */
  default String restReason(Situation situation) {
    return RestRule.reason(situation.sinceRest(), situation.heavy(), situation.advice());
  }

  /** The break this rule would have next, on the assumption that work goes on as it does now. */
  Optional<Proposal> propose(Situation situation);
}
