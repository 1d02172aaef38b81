package app.respite.main;

import app.respite.coach.Engine;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.Update;
import app.respite.domain.day.Event;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Has the journal checked and backed up once a day, in a process of its own: a while after the
 * start, so that nothing waits for it, and whenever a new day begins. After an unclean end it is
 * checked soon.
 */
final class DailyBackup implements Engine.Subscriber {
  private static final Duration AFTER_START = Duration.ofMinutes(2);
  private static final Duration AFTER_UNCLEAN_END = Duration.ofSeconds(2);

  private final WorkerProcess<String> worker;
  private final BooleanSupplier due;
  private final Executor background;
  private final Consumer<String> damaged;
  private final Consumer<String> log;
  private final AtomicBoolean working = new AtomicBoolean();

  /**
   * What does it.
   *
   * @param worker answers the name of the copy, empty where none was needed
   * @param due whether it is wanted and not done yet today; may read files
   * @param background does what may take a moment
   * @param damaged hears that the journal cannot be read as it should
   */
  DailyBackup(
      WorkerProcess<String> worker,
      BooleanSupplier due,
      Executor background,
      Consumer<String> damaged,
      Consumer<String> log) {
    this.worker = worker;
    this.due = due;
    this.background = background;
    this.damaged = damaged;
    this.log = log;
  }

  /** The coach has started. */
  void launched(boolean afterUncleanEnd, Delay delay) {
    if (afterUncleanEnd) {
      delay.in(AFTER_UNCLEAN_END, this::begin);
    } else {
      delay.in(AFTER_START, this::beginIfDue);
    }
  }

  /** Has something done later. */
  interface Delay {
    void in(Duration wait, Runnable work);
  }

  @Override
  public boolean offer(Update update) {
    if (update.events().stream().anyMatch(Event.DayRolled.class::isInstance)) {
      beginIfDue();
    }
    return true;
  }

  private void beginIfDue() {
    background.execute(
        () -> {
          if (due.getAsBoolean()) {
            begin();
          }
        });
  }

  private void begin() {
    if (!working.compareAndSet(false, true)) {
      return;
    }
    worker
        .begin()
        .thenAccept(this::made)
        .exceptionally(
            failed -> {
              told(failed);
              return null;
            });
  }

  private void made(String copy) {
    working.set(false);
    if (!copy.isEmpty()) {
      log.accept("backed up and checked: " + copy);
    }
  }

  private void told(Throwable failed) {
    working.set(false);
    Throwable reason =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    log.accept("no backup was made: " + reason.getMessage());
    if (reason instanceof CoachException known && known.kind() == CoachException.Kind.STORE) {
      damaged.accept(known.getMessage());
    }
  }
}
