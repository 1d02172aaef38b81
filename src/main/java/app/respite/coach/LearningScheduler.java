package app.respite.coach;

import app.respite.coach.port.Update;
import app.respite.domain.day.Event;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.fatigue.Knowledge;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Sees to it that the coach learns: decides when what is known is to be worked out anew, has it
 * done aside, one piece of work at a time, and hands the result over. While nobody works, only what
 * a person does starts any: the rest waits until a session opens. Work that comes to nothing
 * changes nothing.
 *
 * <p>Everything here happens on the coach's own thread, which never waits for any of it.
 */
public final class LearningScheduler implements Engine.Subscriber, Engine.LearningListener {
  /** What changes history may go on doing so for a while, such as an import: that long it waits. */
  static final Duration SETTLE = Duration.ofSeconds(3);

  /** Works out aside what is known. */
  public interface LearningJob {
    /** Begins, without waiting; the answer may come on any thread, or be a failure. */
    CompletableFuture<Knowledge> begin();
  }

  /** Has work done on the coach's thread after a while. */
  public interface Alarm {
    /** In so long. */
    void in(Duration wait, Runnable work);
  }

  private final LearningJob study;
  private final Alarm alarm;
  private final Executor coachThread;
  private final Consumer<Knowledge> coach;
  private final Consumer<String> log;
  private boolean working;
  private boolean wanted;
  private boolean stale;
  private boolean settling;
  private boolean open;
  private String lastFailure = "";

  /**
   * A scheduler that has not begun.
   *
   * @param coachThread the one thread on which this is called
   * @param coach takes what was learnt
   */
  public LearningScheduler(
      LearningJob study,
      Alarm alarm,
      Executor coachThread,
      Consumer<Knowledge> coach,
      Consumer<String> log) {
    this.study = study;
    this.alarm = alarm;
    this.coachThread = coachThread;
    this.coach = coach;
    this.log = log;
  }

  /** The coach has been launched: nothing is known yet. */
  public void launched() {
    learn();
  }

  @Override
  public void rated() {
    learn();
  }

  @Override
  public void historyChanged() {
    if (!open) {
      stale = true;
    } else if (!settling) {
      settling = true;
      alarm.in(
          SETTLE,
          () -> {
            settling = false;
            learn();
          });
    }
  }

  @Override
  public boolean offer(Update update) {
    boolean before = open;
    open = update.snapshot().state() != Mode.OFF;
    boolean rolled = update.events().stream().anyMatch(Event.DayRolled.class::isInstance);
    if (rolled || (open && !before && stale)) {
      if (open) {
        learn();
      } else {
        stale = true;
      }
    }
    return true;
  }

  private void learn() {
    stale = false;
    if (working) {
      wanted = true;
      return;
    }
    working = true;
    wanted = false;
    study
        .begin()
        .thenAccept(knowledge -> coachThread.execute(() -> succeeded(knowledge)))
        .exceptionally(
            failed -> {
              coachThread.execute(() -> failed(failed));
              return null;
            });
  }

  private void succeeded(Knowledge knowledge) {
    lastFailure = "";
    coach.accept(knowledge);
    next();
  }

  private void failed(Throwable failed) {
    Throwable reason =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    String said = String.valueOf(reason.getMessage());
    // The same again and again would fill the log with every rating.
    if (!said.equals(lastFailure)) {
      log.accept("nothing new was learnt: " + said);
    }
    lastFailure = said;
    next();
  }

  private void next() {
    working = false;
    if (wanted) {
      learn();
    }
  }
}
