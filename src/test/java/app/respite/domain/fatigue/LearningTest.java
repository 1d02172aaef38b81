package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.fatigue.CourseDay.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which days are learnt from, and how much each says. */
class LearningTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID BOXES = new UUID(1, 1);
  private static final UUID PAGES = new UUID(1, 2);

  private static Instant day(int number) {
    return NINE.plus(Duration.ofDays(number));
  }

  /** Sprints of forty minutes, five minutes apart, each rated one point higher. */
  private static CourseDay rated(int number, int sprints, @Nullable UUID work) {
    List<Part> parts = new ArrayList<>();
    Instant now = day(number);
    for (int i = 0; i < sprints; i++) {
      Instant done = now.plus(Duration.ofMinutes(40));
      parts.add(new Part(now, done, new Step.Work(40)));
      parts.add(new Part(done, done, new Step.Rated(Math.min(10, 2 + i))));
      now = done.plus(Duration.ofMinutes(5));
      parts.add(new Part(done, now, new Step.Rest(5)));
    }
    return new CourseDay(parts, sprints, work);
  }

  private static CourseDay unrated(int number, UUID work) {
    Instant end = day(number).plus(Duration.ofMinutes(40));
    return new CourseDay(List.of(new Part(day(number), end, new Step.Work(40))), 0, work);
  }

  private static Belief belief(List<CourseDay> days, Instant asOf) {
    return new Learning().belief(days, asOf);
  }

  @Test
  void aDayWithoutAWordOnTirednessTellsNothing() {
    List<CourseDay> days = List.of(rated(0, 6, BOXES), rated(1, 6, BOXES));
    List<CourseDay> more = List.of(rated(0, 6, BOXES), unrated(1, BOXES), rated(1, 6, BOXES));
    assertThat(belief(more, day(2))).isEqualTo(belief(days, day(2)));
    assertThat(belief(days, day(2)).ratings()).isEqualTo(12);
  }

  @Test
  void theLastRatingIsTheNewest() {
    List<CourseDay> days = List.of(rated(0, 6, BOXES), rated(1, 2, BOXES), unrated(2, BOXES));
    assertThat(belief(days, day(3)).lastRating())
        .isEqualTo(day(1).plus(Duration.ofMinutes(40 + 5 + 40)));
  }

  @Test
  void whatComesLaterIsPassedOver() {
    List<CourseDay> days = List.of(rated(0, 6, BOXES), rated(1, 6, BOXES));
    assertThat(belief(days, day(1).minusSeconds(1))).isEqualTo(belief(days.subList(0, 1), day(1)));
    assertThat(belief(days, day(1)).ratings()).isEqualTo(12);
  }

  @Test
  void olderThanHundredAndTwentyDaysSaysNothingOfToday() {
    List<CourseDay> days = List.of(rated(0, 6, BOXES), rated(100, 6, BOXES));
    Instant end = days.getFirst().end();
    assertThat(belief(days, end.plus(Duration.ofDays(120))).ratings()).isEqualTo(12);
    assertThat(belief(days, end.plus(Duration.ofDays(120)).plusSeconds(1)).ratings()).isEqualTo(6);
  }

  @Test
  void threeHundredSprintsAreEnough() {
    List<CourseDay> days = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      days.add(rated(day, 10, BOXES));
    }
    assertThat(belief(days, day(40)).ratings()).isEqualTo(300);
  }

  @Test
  void otherWorkThanTodaysSaysHalfAsMuch() {
    Belief same = belief(List.of(rated(0, 8, BOXES), rated(1, 8, BOXES)), day(2));
    Belief other = belief(List.of(rated(0, 8, PAGES), rated(1, 8, BOXES)), day(2));
    Belief lessOther =
        belief(List.of(rated(0, 8, PAGES), rated(1, 8, PAGES), unrated(2, PAGES)), day(3));
    assertThat(other.buildUp().ratio()).isGreaterThan(same.buildUp().ratio());
    assertThat(lessOther.buildUp()).as("all of one work").isEqualTo(same.buildUp());
  }
}
