package app.respite.domain.breaks;

import app.respite.domain.setting.SettingKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The break rules in force, and the arbiter of what they propose. */
public final class RuleBook {
  private static final List<BreakRule> RULES =
      List.of(new SprintBreakRule(), new RestRule(), new HeavyRule());

  /** A shorter break that falls due within this time of a longer one gives way to it (B42). */
  public static final Duration COVERED_WITHIN = Duration.ofSeconds(30);

  private RuleBook() {}

  /** The settings of all rules. */
  public static List<SettingKey<?>> keys() {
    List<SettingKey<?>> keys = new ArrayList<>();
    for (BreakRule rule : RULES) {
      keys.addAll(rule.keys());
    }
    return List.copyOf(keys);
  }

  /** What each rule would have next, earliest first. */
  public static List<Proposal> proposals(Situation situation) {
    List<Proposal> found = new ArrayList<>();
    for (BreakRule rule : RULES) {
      rule.propose(situation).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(Proposal::due).thenComparing(Proposal::length));
    return found;
  }

  /** After how much work since the last one a rest can be due at the earliest. */
  public static Duration restAfter(Situation situation) {
    return RULES.stream()
        .flatMap(rule -> rule.restAfter(situation).stream())
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Why a rest is due by now, in the words of the rule that asks for one after the least work. */
  public static String restReason(Situation situation) {
    return RULES.stream()
        .filter(rule -> rule.restAfter(situation).isPresent())
        .min(Comparator.comparing(rule -> rule.restAfter(situation).orElseThrow()))
        .orElseThrow()
        .restReason(situation);
  }

  /** The longer break that another one gives way to, if there is one. */
  public static Optional<Proposal> coverOf(Proposal proposal, List<Proposal> all) {
    return all.stream()
        .filter(other -> other.kind() != proposal.kind())
        .filter(other -> other.length().compareTo(proposal.length()) >= 0)
        .filter(
            other -> Duration.between(proposal.due(), other.due()).compareTo(COVERED_WITHIN) <= 0)
        .max(Comparator.comparing(Proposal::length));
  }
}
