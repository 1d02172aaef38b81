package app.respite.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SprintRatingsTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant END = START.plusSeconds(1500);

  private int made;

  private static Sprint sprint(int id, @Nullable Integer fatigue, @Nullable Integer effort) {
    return new Sprint(
        new UUID(1, id),
        new UUID(2, 1),
        START,
        END,
        1500,
        Duration.ofMinutes(25),
        SprintOutcome.COMPLETED,
        fatigue,
        effort,
        12,
        1,
        "a note");
  }

  private Rating rating(
      long secondsAfter, boolean before, @Nullable Sprint of, Integer fatigue, Integer effort) {
    return new Rating(
        new UUID(3, ++made),
        END.plusSeconds(secondsAfter),
        before,
        of == null ? null : of.id(),
        fatigue,
        effort);
  }

  @Test
  void whatTheSprintItselfSaysCounts() {
    Sprint sprint = sprint(1, 4, 5);
    SprintRatings ratings =
        new SprintRatings(List.of(sprint), List.of(rating(9, false, sprint, 7, 8)));
    assertThat(ratings.rated(sprint)).isEqualTo(sprint);
    assertThat(ratings.at(sprint)).isEqualTo(END.plusSeconds(9));
  }

  @Test
  void ofRatingsThatNameItTheLatestOfEachFigureCountsInWhateverOrderTheyCome() {
    Sprint sprint = sprint(1, null, null);
    List<Rating> told =
        new ArrayList<>(
            List.of(
                rating(60, false, sprint, 3, 2),
                rating(120, false, sprint, 6, null),
                rating(180, false, sprint, null, 9)));
    for (int turn = 0; turn < told.size(); turn++) {
      Collections.rotate(told, 1);
      SprintRatings ratings = new SprintRatings(List.of(sprint), told);
      assertThat(ratings.rated(List.of(sprint))).containsExactly(sprint(1, 6, 9));
      assertThat(ratings.at(sprint)).isEqualTo(END.plusSeconds(120));
      assertThat(ratings.beside()).isEmpty();
    }
  }

  @Test
  void ratingsBeforeASprintOfAnUnknownOneAndOfTheDayStandBeside() {
    Sprint sprint = sprint(1, null, 5);
    Rating day = rating(30, false, null, 8, null);
    Rating before = rating(-1600, true, sprint, 2, null);
    Rating unknown = rating(10, false, sprint(7, null, null), 5, null);
    SprintRatings ratings = new SprintRatings(List.of(sprint), List.of(day, unknown, before));
    assertThat(ratings.beside()).containsExactly(before, unknown, day);
    assertThat(ratings.rated(sprint)).isEqualTo(sprint);
    assertThat(ratings.at(sprint)).isEqualTo(END);
  }
}
