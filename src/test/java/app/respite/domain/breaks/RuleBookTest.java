package app.respite.domain.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the rules would have next, and which of two breaks gives way. */
class RuleBookTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static Instant at(int minute) {
    return NINE.plus(Duration.ofMinutes(minute));
  }

  private static Situation situation(
      boolean heavy, @Nullable Instant sprintEnd, int inSet, int worked) {
    Duration work = Duration.ofMinutes(worked);
    return new Situation(
        NINE, Preferences.DEFAULTS, null, heavy, false, sprintEnd, null, inSet, work, work, null);
  }

  private static Proposal proposal(BreakKind kind, long dueSeconds, int minutes) {
    return new Proposal(kind, NINE.plusSeconds(dueSeconds), Duration.ofMinutes(minutes), "");
  }

  @Test
  void everyRulesSettingsAreThere() {
    assertThat(RuleBook.keys())
        .contains(
            SprintBreakRule.SPRINT,
            SprintBreakRule.PER_SET,
            SprintBreakRule.SHORT,
            SprintBreakRule.LONG,
            RestRule.EARLIEST,
            RestRule.LATEST,
            RestRule.LENGTH,
            RestRule.RESETS_AFTER,
            HeavyRule.AFTER);
  }

  @Test
  void afterASprintComesAShortBreakAndAfterASetALongOne() {
    List<Integer> numbers = List.of(1, 2, 3, 4, 5, 8);

    assertThat(numbers)
        .extracting(
            number -> RuleBook.proposals(situation(false, at(10), number, 0)).getFirst().kind())
        .containsExactly(
            BreakKind.SHORT,
            BreakKind.SHORT,
            BreakKind.SHORT,
            BreakKind.LONG,
            BreakKind.SHORT,
            BreakKind.LONG);
    assertThat(RuleBook.proposals(situation(false, at(10), 4, 0)).getFirst())
        .isEqualTo(
            new Proposal(
                BreakKind.LONG, at(10), Duration.ofMinutes(15), "the set of sprints is done"));
    assertThat(RuleBook.proposals(situation(false, at(10), 1, 0)).getFirst())
        .isEqualTo(
            new Proposal(BreakKind.SHORT, at(10), Duration.ofMinutes(5), "the sprint is done"));
  }

  @Test
  void whatIsDueFirstComesFirst() {
    List<Proposal> found = RuleBook.proposals(situation(true, at(24 * 60), 1, 20));

    assertThat(found).extracting(Proposal::due).isSorted();
    assertThat(found.getLast().kind()).isEqualTo(BreakKind.SHORT);
    assertThat(found.getFirst().due()).isEqualTo(at(25));
    assertThat(found.getFirst().reason())
        .isEqualTo("about 45 minutes of work since the last rest, with heavy content");
  }

  @Test
  void heavyContentBringsTheRestSooner() {
    assertThat(RuleBook.restAfter(situation(true, null, 1, 0))).isEqualTo(Duration.ofMinutes(45));
    assertThat(RuleBook.restAfter(situation(false, null, 1, 0)))
        .isEqualTo(Preferences.DEFAULTS.get(RestRule.EARLIEST))
        .isGreaterThan(Duration.ofMinutes(45));
  }

  @Test
  void aShorterBreakGivesWayToALongerOneWithinHalfAMinute() {
    Proposal brief = proposal(BreakKind.SHORT, 0, 5);
    Proposal rest = proposal(BreakKind.REST, 30, 20);

    assertThat(RuleBook.coverOf(brief, List.of(brief, rest))).contains(rest);
    assertThat(RuleBook.coverOf(rest, List.of(brief, rest))).isEmpty();
    assertThat(RuleBook.coverOf(brief, List.of(brief, proposal(BreakKind.REST, 31, 20)))).isEmpty();
    assertThat(RuleBook.coverOf(brief, List.of(brief, proposal(BreakKind.REST, 0, 5)))).isPresent();
    assertThat(RuleBook.coverOf(brief, List.of(proposal(BreakKind.SHORT, 0, 9)))).isEmpty();
  }
}
