package app.respite.domain.review;

import app.respite.domain.work.JournalRecord.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of items of which nothing was told where they were counted. A platform's verdict is
 * about all items of a task over a stretch of days: what was told for single sprints or items stays
 * and counts in its numbers, the rest of them is spread evenly, in order of time, over those that
 * were open. So the outcome follows from what is recorded, in whatever order that was.
 */
final class LateVerdicts {
  private LateVerdicts() {}

  /**
   * The groups as they were decided, in the same order.
   *
   * @param paidUnlessTold whether items of a task counted by hand are accepted until told otherwise
   */
  static List<ItemGroup> decide(
      List<ItemGroup> told, List<Verdict> verdicts, Predicate<UUID> paidUnlessTold) {
    List<ItemGroup> groups = new ArrayList<>(told);
    Set<Integer> judged = new HashSet<>();
    List<Verdict> ordered = new ArrayList<>(verdicts);
    ordered.sort(Comparator.comparing(Verdict::at).thenComparing(Verdict::id));
    for (Verdict verdict : ordered) {
      apply(verdict, told, groups, judged);
    }
    for (int i = 0; i < groups.size(); i++) {
      ItemGroup one = groups.get(i);
      if (one.typed() && one.open() && !judged.contains(i) && paidUnlessTold.test(one.task())) {
        groups.set(i, one.decided(one.count(), 0));
      }
    }
    return groups;
  }

  private static void apply(
      Verdict verdict, List<ItemGroup> told, List<ItemGroup> groups, Set<Integer> judged) {
    List<Integer> open = new ArrayList<>();
    long accepted = 0;
    long rejected = 0;
    long all = 0;
    for (int i = 0; i < told.size(); i++) {
      ItemGroup one = told.get(i);
      if (!one.task().equals(verdict.task())
          || one.day().isBefore(verdict.from())
          || one.day().isAfter(verdict.to())) {
        continue;
      }
      accepted += one.accepted();
      rejected += one.rejected();
      if (one.open() && one.undecided() > 0) {
        open.add(i);
        all += one.undecided();
      }
    }
    if (all == 0) {
      return;
    }
    open.sort(
        Comparator.comparing((Integer i) -> told.get(i).at()).thenComparing(i -> told.get(i).id()));
    long refused = rest(verdict.rejected(), rejected, all);
    long taken = rest(verdict.accepted(), accepted, all);
    if (verdict.rejected() == null) {
      refused = verdict.accepted() == null ? 0 : all - taken;
    }
    taken = verdict.accepted() == null ? all - refused : Math.min(taken, all - refused);
    long before = 0;
    for (int i : open) {
      ItemGroup one = told.get(i);
      long after = before + one.undecided();
      long refusedBefore = share(before, refused, all);
      long refusedAfter = share(after, refused, all);
      long takenHere =
          share(after - refusedAfter, taken, all - refused)
              - share(before - refusedBefore, taken, all - refused);
      groups.set(
          i,
          one.decided(
              one.accepted() + (int) takenHere,
              one.rejected() + (int) (refusedAfter - refusedBefore)));
      judged.add(i);
      before = after;
    }
  }

  /** What a number leaves for the open ones, once those told of before are taken from it. */
  private static long rest(@Nullable Integer number, long told, long open) {
    return number == null ? 0 : Math.clamp(number - told, 0, open);
  }

  /** How many of a number fall on the first so many of all. */
  private static long share(long first, long number, long all) {
    return all == 0 ? 0 : first * number / all;
  }
}
