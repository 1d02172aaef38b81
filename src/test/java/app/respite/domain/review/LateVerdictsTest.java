package app.respite.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts that are typed, and what a platform says of them weeks later. */
class LateVerdictsTest {
  private static final UUID TASK = new UUID(1, 1);
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

  private final List<ItemGroup> told = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  private void typed(int day, int count, @Nullable Integer rejected) {
    int refused = rejected == null ? 0 : rejected;
    told.add(
        new ItemGroup(
            new UUID(4, told.size()),
            TASK,
            FIRST.plusDays(day),
            Instant.parse("2026-11-02T09:00:00Z").plusSeconds(86_400L * day + told.size()),
            new UUID(2, told.size()),
            count,
            rejected == null ? 0 : count - refused,
            refused,
            rejected == null,
            true,
            null));
  }

  private void verdict(int from, int to, @Nullable Integer accepted, @Nullable Integer rejected) {
    verdicts.add(
        new Verdict(
            new UUID(3, verdicts.size()),
            TASK,
            FIRST.plusDays(from),
            FIRST.plusDays(to),
            accepted,
            rejected,
            Instant.parse("2026-12-01T10:00:00Z").plusSeconds(verdicts.size())));
  }

  private List<String> decided(boolean paidUnlessTold) {
    return LateVerdicts.decide(told, verdicts, task -> paidUnlessTold).stream()
        .map(one -> one.accepted() + "+" + one.rejected() + "?" + one.undecided())
        .toList();
  }

  @Test
  void withoutAVerdictWhatIsTypedIsAcceptedOrWaitsAsWasSet() {
    typed(0, 30, null);
    typed(0, 20, 5);
    assertThat(decided(true)).containsExactly("30+0?0", "15+5?0");
    assertThat(decided(false)).containsExactly("0+0?30", "15+5?0");
  }

  @Test
  void rejectedOnesAreSpreadEvenlyOverTheStretchAndTheRestIsAccepted() {
    typed(0, 30, null);
    typed(1, 30, null);
    typed(2, 30, null);
    typed(9, 30, null);
    verdict(0, 2, null, 9);
    assertThat(decided(false)).containsExactly("27+3?0", "27+3?0", "27+3?0", "0+0?30");
  }

  @Test
  void whatWasTypedForASprintStaysAndCountsInTheTotal() {
    typed(0, 20, 5);
    typed(1, 40, null);
    verdict(0, 1, null, 7);
    assertThat(decided(true)).containsExactly("15+5?0", "38+2?0");
    verdict(0, 1, 50, null);
    assertThat(decided(true)).containsExactly("15+5?0", "35+5?0");
    verdict(0, 1, null, 3);
    assertThat(decided(true)).as("fewer than were typed").containsExactly("15+5?0", "40+0?0");
  }

  @Test
  void ofBothNumbersTheRestStaysOpen() {
    typed(0, 10, null);
    typed(0, 10, null);
    verdict(0, 0, 10, 4);
    assertThat(decided(true)).containsExactly("5+2?3", "5+2?3");
  }

  @Test
  void aLaterVerdictTakesThePlaceOfAnEarlierOneForItsDays() {
    typed(0, 10, null);
    typed(1, 10, null);
    verdict(0, 1, null, 10);
    verdict(1, 1, null, 0);
    assertThat(decided(true)).containsExactly("5+5?0", "10+0?0");
  }

  @Test
  void whateverWasToldAllItemsAreSomewhereAndTotalsHoldInAnyOrder() {
    Random random = new Random(11);
    for (int run = 0; run < 500; run++) {
      told.clear();
      verdicts.clear();
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        int count = random.nextInt(40);
        typed(i / 2, count, random.nextInt(3) == 0 ? (Integer) random.nextInt(count + 1) : null);
      }
      for (int i = 0; i < random.nextInt(4); i++) {
        int from = random.nextInt(4);
        verdict(
            from,
            from + random.nextInt(3),
            random.nextBoolean() ? null : (Integer) random.nextInt(80),
            random.nextBoolean() ? null : (Integer) random.nextInt(80));
      }
      List<ItemGroup> once = LateVerdicts.decide(told, verdicts, task -> true);
      for (int i = 0; i < told.size(); i++) {
        ItemGroup one = once.get(i);
        assertThat(one.accepted()).isNotNegative();
        assertThat(one.rejected()).isNotNegative();
        assertThat(one.undecided()).isNotNegative();
        assertThat(one.count()).isEqualTo(told.get(i).count());
      }
      Collections.shuffle(verdicts, random);
      assertThat(LateVerdicts.decide(told, verdicts, task -> true)).isEqualTo(once);
    }
  }

  @Test
  void whatIsDoneAtOneMomentIsDecidedAlikeWhoeverReadsItFirst() {
    for (int i = 0; i < 7; i++) {
      ItemGroup one = item(i);
      told.add(one);
    }
    verdict(0, 0, null, 3);
    List<ItemGroup> inOrder = LateVerdicts.decide(told, verdicts, task -> false);
    Collections.reverse(told);
    assertThat(LateVerdicts.decide(told, verdicts, task -> false))
        .containsExactlyInAnyOrderElementsOf(inOrder);
  }

  private static ItemGroup item(int number) {
    Instant at = Instant.parse("2026-11-02T09:00:00Z");
    return new ItemGroup(new UUID(5, number), TASK, FIRST, at, null, 1, 0, 0, true, false, null);
  }
}
