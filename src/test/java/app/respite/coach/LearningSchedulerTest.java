package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Announcement;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.Update;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LearningSchedulerTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** Work that was begun and has not ended, the alarms set, what the coach was told, the log. */
  private final List<CompletableFuture<Knowledge>> begun = new ArrayList<>();

  private final List<Runnable> alarms = new ArrayList<>();
  private final List<Knowledge> told = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final CoachCore core =
      CoachCore.open(journal, Preferences.DEFAULTS, reading(NINE), ZoneOffset.UTC, "boot", 1);
  private final Engine engine =
      new Engine(
          core,
          new RetryingJournal(journal, new MemoryUnsavedStore()),
          new StillClock(),
          new StillPace(),
          log::add);

  private final LearningScheduler scheduler =
      new LearningScheduler(
          () -> {
            CompletableFuture<Knowledge> answer = new CompletableFuture<>();
            begun.add(answer);
            return answer;
          },
          (wait, work) -> alarms.add(work),
          Runnable::run,
          told::add,
          log::add);

  private static ClockReading reading(Instant at) {
    Duration since = Duration.between(NINE, at);
    return new ClockReading(at, since, since);
  }

  private static final class StillClock implements Clock {
    @Override
    public ClockReading read() {
      return reading(NINE);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public String boot() {
      return "boot";
    }
  }

  private static final class StillPace implements Engine.Pace {
    @Override
    public Duration real(Duration coachTime) {
      return coachTime;
    }

    @Override
    public Duration coachTime(Duration real) {
      return real;
    }
  }

  private Knowledge knowledge() {
    return Learner.learn(journal, Preferences.DEFAULTS, NINE, ZoneOffset.UTC);
  }

  private void sessionOpens() {
    core.handle(reading(NINE), new Input.Start(Task.named(new UUID(1, 1), "Boxes"), null, false));
    scheduler.offer(update());
  }

  private void sessionEnds() {
    core.handle(reading(NINE), new Input.Stop());
    scheduler.offer(update());
  }

  private Update update(Announcement... happened) {
    Update now = engine.latest();
    return new Update(
        core.snapshot(reading(NINE)),
        now.sequence(),
        now.presenceKnown(),
        now.onDisk(),
        now.trouble(),
        now.prompting(),
        List.of(happened));
  }

  private void dayRolls() {
    scheduler.offer(
        update(new Announcement.OfDay(NINE, new Event.DayRolled(LocalDate.of(2026, 3, 2)))));
  }

  private void settle() {
    List<Runnable> due = List.copyOf(alarms);
    alarms.clear();
    due.forEach(Runnable::run);
  }

  private void answer() {
    begun.getLast().complete(knowledge());
  }

  @Test
  void whatWasLearntIsHandedOverWheneverItCame() {
    scheduler.launched();
    assertThat(told).isEmpty();
    answer();
    scheduler.rated();
    answer();

    assertThat(told).containsExactly(knowledge(), knowledge());
    assertThat(log).isEmpty();
  }

  @Test
  void oneWorksAndAllThatComesMeanwhileWaitsAsOne() {
    scheduler.launched();
    scheduler.rated();
    scheduler.rated();
    scheduler.rated();

    assertThat(begun).hasSize(1);
    answer();
    assertThat(begun).hasSize(2);
    answer();
    assertThat(begun).hasSize(2);
    assertThat(told).hasSize(2);
  }

  @Test
  void aFailureIsSaidOnceAndChangesNothing() {
    scheduler.launched();
    answer();
    for (int i = 0; i < 3; i++) {
      scheduler.rated();
      CoachException hung = new CoachException(CoachException.Kind.NO, "it hung");
      begun.getLast().completeExceptionally(new CompletionException(hung));
    }

    assertThat(told).hasSize(1);
    assertThat(log).containsExactly("nothing new was learnt: it hung");
  }

  @Test
  void aFailureAfterASuccessIsSaidAgain() {
    scheduler.launched();
    begun.getLast().completeExceptionally(new IllegalStateException("broken"));
    scheduler.rated();
    answer();
    scheduler.rated();
    begun.getLast().completeExceptionally(new IllegalStateException("broken"));

    assertThat(log).hasSize(2);
  }

  @Test
  void whatWaitedIsDoneAfterAFailureToo() {
    scheduler.launched();
    scheduler.rated();
    begun.getLast().completeExceptionally(new IllegalStateException("broken"));

    assertThat(begun).hasSize(2);
  }

  @Test
  void anImportOfManyPartsIsLearntFromOnceItHasSettled() {
    sessionOpens();
    for (int i = 0; i < 50; i++) {
      scheduler.historyChanged();
    }
    assertThat(begun).isEmpty();
    settle();
    assertThat(begun).hasSize(1);

    answer();
    scheduler.historyChanged();
    settle();
    assertThat(begun).hasSize(2);
  }

  @Test
  void withoutASessionEditsAndNewDaysWaitForOne() {
    scheduler.historyChanged();
    dayRolls();
    dayRolls();
    settle();
    assertThat(begun).isEmpty();

    sessionOpens();
    assertThat(begun).hasSize(1);
    answer();
    sessionEnds();
    sessionOpens();
    assertThat(begun).as("nothing new since").hasSize(1);
  }

  @Test
  void aNewDayInASessionIsLearntFromAtOnce() {
    sessionOpens();
    dayRolls();

    assertThat(begun).hasSize(1);
  }

  @Test
  void aRatingAfterTheLastSessionNeedsNone() {
    sessionOpens();
    sessionEnds();
    scheduler.rated();

    assertThat(begun).hasSize(1);
  }
}
