package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.evaluate.WorkingDay.Rest;
import app.respite.evaluate.WorkingDay.Sprint;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The simulated person does what the evaluation says of them. */
class AnnotatorTest {
  private static List<WorkingDay> days(Habits habits, int rated) {
    return new Annotator(Truth.ASSUMED, habits, 5).daysWith(rated);
  }

  private static List<Sprint> sprints(List<WorkingDay> days) {
    return days.stream().flatMap(day -> day.sprints().stream()).toList();
  }

  private static double meanTired(List<Sprint> sprints, Predicate<Sprint> which) {
    return sprints.stream().filter(which).mapToDouble(Sprint::tired).average().orElseThrow();
  }

  @Test
  void theLastDayEndsWithTheRatingThatWasAskedFor() {
    for (int rated : new int[] {1, 3, 30, 300}) {
      List<WorkingDay> days = days(Habits.CLEAN.skipping(0.1, 0.3), rated);
      assertThat(days.stream().mapToInt(WorkingDay::rated).sum()).isEqualTo(rated);
      assertThat(days.getLast().sprints().getLast().after()).isNotNull();
    }
  }

  @Test
  void whoSkipsWhenTiredIsMoreTiredWhereNoRatingIs() {
    List<Sprint> all = sprints(days(Habits.CLEAN.skipping(0.05, 0.75), 1000));
    assertThat(meanTired(all, one -> one.after() == null))
        .isGreaterThan(meanTired(all, one -> one.after() != null) + 0.03);
  }

  @Test
  void aLazyRaterAlwaysSaysTheSame() {
    assertThat(sprints(days(Habits.CLEAN.lazy(5), 100)))
        .allMatch(one -> Integer.valueOf(5).equals(one.after()))
        .allMatch(one -> one.before() == null || one.before() == 5);
  }

  @Test
  void oneSprintInFourIsRatedBeforeIt() {
    List<Sprint> all = sprints(days(Habits.CLEAN, 2000));
    double share = (double) all.stream().filter(one -> one.before() != null).count() / all.size();
    assertThat(share).isCloseTo(0.25, within(0.04));
  }

  @Test
  void hiddenBreaksAreWorkInTheLogAndRestInTruth() {
    List<WorkingDay> days = days(Habits.CLEAN.hiding(0.3), 300);
    assertThat(sprints(days)).anyMatch(one -> one.hidden() > 0);
    double logged =
        Seen.of(days).stream()
            .flatMap(day -> day.steps().stream())
            .mapToDouble(step -> step instanceof Seen.Worked work ? work.minutes() : 0)
            .sum();
    assertThat(logged).isEqualTo(sprints(days).stream().mapToDouble(Sprint::minutes).sum());
  }

  @Test
  void aBadClockLosesOrStretchesSomeRests() {
    List<Rest> rests =
        days(Habits.CLEAN.withBadClock(0.2), 1000).stream()
            .flatMap(day -> day.legs().stream())
            .filter(Rest.class::isInstance)
            .map(Rest.class::cast)
            .toList();
    double wrong =
        (double) rests.stream().filter(one -> one.logged() != one.minutes()).count() / rests.size();
    assertThat(wrong).isCloseTo(0.2, within(0.05));
    assertThat(rests).anyMatch(one -> one.logged() == 0);
  }

  @Test
  void workIsLearntOverTheFirstSprints() {
    List<Sprint> all = sprints(days(Habits.CLEAN, 400));
    assertThat(pace(all.subList(0, 20))).isLessThan(0.9 * pace(all.subList(200, 400)));
  }

  private static double pace(List<Sprint> sprints) {
    double items = sprints.stream().mapToInt(Sprint::items).sum();
    return items / sprints.stream().mapToDouble(Sprint::minutes).sum();
  }

  @Test
  void tirednessFollowsTheFormulas() {
    Truth truth = Truth.ASSUMED;
    assertThat(truth.worked(0, 90)).isCloseTo(0.4053964424986395, within(1e-12));
    assertThat(truth.rested(truth.worked(0, 75), 10)).isCloseTo(0.22148166163716163, within(1e-12));
    assertThat(truth.rating(0.3515802226744952, 5, 0)).isCloseTo(5.612641781395961, within(1e-12));
  }
}
