package app.respite.domain.fatigue;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TiringTasksTest {
  private static final Instant NOW = Instant.parse("2026-03-30T18:00:00Z");
  private static final Task BOXES = Task.named(new UUID(1, 1), "Boxes");
  private static final Task AUDIO = Task.named(new UUID(1, 2), "Audio");

  private final List<Sprint> sprints = new ArrayList<>();

  private void sprints(Task task, Duration ago, @Nullable Integer... ratings) {
    for (Integer rating : ratings) {
      Instant end = NOW.minus(ago);
      sprints.add(
          new Sprint(
              new UUID(2, sprints.size()),
              task.id(),
              end.minusSeconds(1500),
              end,
              1500,
              Duration.ofMinutes(25),
              SprintOutcome.COMPLETED,
              rating,
              null,
              null,
              null,
              null));
    }
  }

  private List<TaskTiredness> known(Task... tasks) {
    return TiringTasks.of(sprints, List.of(tasks), NOW);
  }

  @Test
  void theMeanRatingOfEachTaskIsKnownTheLeastTiringFirst() {
    sprints(BOXES, Duration.ofDays(2), 6, 6, 7, 7, 8);
    sprints(AUDIO, Duration.ofDays(3), 2, 3, 3, 3, 4, 3);

    assertThat(known(BOXES, AUDIO))
        .containsExactly(new TaskTiredness(AUDIO, 3, 6), new TaskTiredness(BOXES, 6.8, 5));
  }

  @Test
  void sprintsWithoutARatingDoNotCount() {
    sprints(BOXES, Duration.ofDays(2), 6, 6, 7, 7, null, null);

    assertThat(known(BOXES)).isEmpty();
  }

  @Test
  void sprintsOfMoreThanFourWeeksAgoDoNotCount() {
    sprints(BOXES, Duration.ofDays(28).minusSeconds(1), 5, 5, 5, 5, 5);
    sprints(BOXES, Duration.ofDays(28), 9, 9, 9, 9, 9);

    assertThat(known(BOXES)).containsExactly(new TaskTiredness(BOXES, 5, 5));
  }

  @Test
  void archivedTasksAreLeftOut() {
    sprints(BOXES, Duration.ofDays(2), 5, 5, 5, 5, 5);

    assertThat(known(BOXES.withArchived(true))).isEmpty();
    assertThat(known(BOXES.withArchived(true).withArchived(false))).hasSize(1);
  }

  @Test
  void withoutSprintsNothingIsKnown() {
    assertThat(known(BOXES, AUDIO)).isEmpty();
  }
}
