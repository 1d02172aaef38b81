package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.review.Records;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.evaluate.AnnotatorJournal.Story;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others may rely on when they load a simulated journal. */
class AnnotatorJournalTest {
  @Test
  void theSameSeedGivesTheSameRecordsAndAnotherSeedOthers() {
    assertThat(AnnotatorJournal.weeks(1, 10)).isEqualTo(AnnotatorJournal.weeks(1, 10));
    assertThat(AnnotatorJournal.weeks(1, 10)).isNotEqualTo(AnnotatorJournal.weeks(2, 10));
  }

  @Test
  void tenWeeksHoldAboutThreeHundredSprintsMostOfThemRated() {
    for (long seed = 1; seed <= 20; seed++) {
      Records records = AnnotatorJournal.records(AnnotatorJournal.weeks(seed, 10));
      assertThat(records.sprints()).hasSizeBetween(250, 350);
      long rated = records.sprints().stream().filter(one -> one.fatigue() != null).count();
      assertThat((double) rated / records.sprints().size()).as("seed %d", seed).isBetween(.7, .95);
      assertThat(records.dayCheckIns()).hasSizeBetween(3, 5);
    }
  }

  @Test
  void spansNeverOverlap() {
    Story story = Story.QUIET.strainFrom(5).sickIn(3).withItems();
    Records records = AnnotatorJournal.records(AnnotatorJournal.weeks(3, 10, story));
    List<Span> spans = records.spans().stream().sorted(Comparator.comparing(Span::start)).toList();
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).start()).isAfterOrEqualTo(spans.get(i - 1).end());
    }
    assertThat(records.items()).isNotEmpty();
  }

  @Test
  void aRatingAfterASprintIsTheOneTheSprintHolds() {
    Records records = AnnotatorJournal.records(AnnotatorJournal.weeks(4, 10));
    for (Rating rating : records.ratings()) {
      Sprint sprint =
          records.sprints().stream()
              .filter(one -> one.id().equals(rating.sprint()))
              .findFirst()
              .orElseThrow();
      if (!rating.before()) {
        assertThat(rating.fatigue()).isEqualTo(sprint.fatigue());
      }
    }
    assertThat(records.ratings()).anyMatch(Rating::before);
  }

  @Test
  void aFewSprintsAreTheBeginningOfTheWholeStory() {
    Records few = AnnotatorJournal.records(AnnotatorJournal.sprints(5, 3));
    assertThat(few.sprints()).hasSize(3);
    assertThat(AnnotatorJournal.weeks(5, 2)).containsAll(few.spans());
  }
}
