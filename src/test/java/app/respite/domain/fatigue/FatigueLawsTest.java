package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.fatigue.Course.Remark;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds of every belief and every advice, on random days that no person would have. */
class FatigueLawsTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** Random records; many of them at the same moments. */
  private static final class Life {
    final Random random;
    final List<Span> spans = new ArrayList<>();
    final List<Sprint> sprints = new ArrayList<>();
    final List<Rating> ratings = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();
    Instant at = START;
    private long ids;

    Life(long seed) {
      random = new Random(seed);
      for (int day = random.nextInt(1, 9); day > 0; day--) {
        day();
        at = at.plus(Duration.ofHours(random.nextInt(3, 90)));
      }
    }

    private void day() {
      for (int i = random.nextInt(1, 12); i > 0; i--) {
        Instant begun = at;
        UUID sprint = id();
        span(sprint, SpanState.WORK, random.nextInt(8) == 0 ? 500 : random.nextInt(1, 60));
        Integer fatigue = random.nextInt(3) == 0 ? null : (Integer) random.nextInt(11);
        sprints.add(
            new Sprint(
                sprint,
                new UUID(3, random.nextInt(2)),
                begun,
                at,
                Duration.between(begun, at).toSeconds(),
                null,
                SprintOutcome.COMPLETED,
                fatigue,
                null,
                null,
                null,
                null));
        for (int more = random.nextInt(4); more > 0; more--) {
          ratings.add(new Rating(id(), at, true, sprint, random.nextInt(11), null));
          remarks.add(new Remark(at, random.nextBoolean()));
        }
        if (random.nextInt(3) > 0) {
          SpanState[] states = SpanState.values();
          span(null, states[random.nextInt(states.length)], random.nextInt(1, 40));
        }
      }
    }

    private void span(UUID sprint, SpanState state, int minutes) {
      Instant end = at.plus(Duration.ofMinutes(minutes));
      spans.add(new Span(id(), new UUID(2, 2), sprint, null, state, null, at, end, null));
      at = end;
    }

    private UUID id() {
      return new UUID(1, ++ids);
    }

    void shuffle(Random how) {
      Collections.shuffle(spans, how);
      Collections.shuffle(sprints, how);
      Collections.shuffle(ratings, how);
      Collections.shuffle(remarks, how);
    }

    List<CourseDay> days() {
      return Course.days(List.of(), spans, sprints, ratings, remarks, 6);
    }
  }

  private static void adviceIsSound(RestAdvisor standing, Random random) {
    Range rating = standing.rating();
    assertThat(rating.low()).isBetween(0.0, rating.mid());
    assertThat(rating.high()).isBetween(rating.mid(), 10.0);
    double worked = random.nextInt(3) == 0 ? 0 : random.nextDouble(300);
    double earliest = random.nextInt(45, 121);
    double latest = random.nextInt(45, 121);
    Duration before = Duration.ZERO;
    for (int threshold = 4; threshold <= 8; threshold++) {
      assertThat(standing.reaches(threshold, random.nextDouble(200))).isBetween(0.0, 1 + 1e-9);
      RestAdvice advice = standing.advise(threshold, worked, earliest, latest);
      assertThat(advice.after())
          .isBetween(Duration.ofMinutes(25), Duration.ofMinutes((long) Math.max(earliest, latest)))
          .isGreaterThanOrEqualTo(before);
      assertThat(advice.length()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(20));
      assertThat(advice.usual().low()).isBetween(0.0, advice.usual().high());
      assertThat(AdviceWords.reason(advice)).doesNotContain("-").doesNotContain("NaN");
      before = advice.after();
    }
  }

  @Test
  void whateverWasRatedTheAdviceStaysInItsBounds() {
    for (int seed = 0; seed < 25; seed++) {
      Life life = new Life(seed);
      List<CourseDay> days = life.days();
      Belief belief = new Learning().belief(days, life.at);
      assertThat(belief.guesses().stream().mapToDouble(Belief.Guess::weight).sum())
          .isCloseTo(1, within(1e-9));
      assertThat(belief.noise()).isBetween(.6, 2.5);
      assertThat(belief.buildUp().low()).isBetween(1.0, belief.buildUp().high());
      assertThat(belief.recovery().low()).isBetween(1.0, belief.recovery().high());
      List<Step> steps = days.getLast().steps();
      adviceIsSound(RestAdvisor.after(steps, belief), life.random);
      adviceIsSound(RestAdvisor.after(List.of(), belief.onNewDay()), life.random);
    }
  }

  @Test
  void theOrderOfRecordsOfOneMomentDoesNotMatter() {
    for (int seed = 100; seed < 108; seed++) {
      Life life = new Life(seed);
      Belief first = new Learning().belief(life.days(), life.at);
      life.shuffle(new Random(seed));
      Belief second = new Learning().belief(life.days(), life.at);
      assertThat(second.ratings()).isEqualTo(first.ratings());
      assertThat(second.buildUp().mid()).isCloseTo(first.buildUp().mid(), within(1e-6));
      assertThat(second.recovery().mid()).isCloseTo(first.recovery().mid(), within(1e-6));
      assertThat(second.noise()).isCloseTo(first.noise(), within(1e-9));
      assertThat(second.pattern()).isEqualTo(first.pattern());
    }
  }

  @Test
  void aThousandRatingsInADayAndThirtyHoursOfWorkAreStillADay() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      steps.add(new Step.Work(1.8));
      steps.add(new Step.Rated(i % 3 == 0 ? 0 : 10));
    }
    RatedDay day = new RatedDay(steps, 1);
    for (List<RatedDay> days : List.of(List.of(day), List.of(day, day), List.of(day, day, day))) {
      Belief belief = new Estimator().learn(days, START);
      assertThat(belief.guesses().stream().mapToDouble(Belief.Guess::weight).sum())
          .isCloseTo(1, within(1e-9));
      adviceIsSound(RestAdvisor.after(steps, belief), new Random(1));
      adviceIsSound(RestAdvisor.after(List.of(), belief.onNewDay()), new Random(2));
    }
  }

  @Test
  void extremePeopleGetSoundAdvice() {
    Range any = new Range(1, 1, 1);
    Random random = new Random(3);
    for (double buildUp : new double[] {0, 1e-9, .1}) {
      for (double recovery : new double[] {1e-6, .5}) {
        for (double fresh : new double[] {0, 5}) {
          for (double drift : new double[] {0, .06}) {
            Belief.Guess guess =
                new Belief.Guess(1, new Traits(buildUp, recovery, fresh, drift), 0, 0, 0, 0);
            Belief belief = new Belief(400, 90, START, 1, List.of(guess), any, any, true, 5.0);
            for (double work : new double[] {0, 1, 90, 1800}) {
              adviceIsSound(RestAdvisor.after(List.of(new Step.Work(work)), belief), random);
            }
          }
        }
      }
    }
  }
}
