package app.respite.desktop.any;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does things one after another on a thread of its own, so that whoever asks never waits. The
 * thread ends while there is nothing to do: an adapter that rests costs none.
 */
public final class Errands implements Executor, AutoCloseable {
  private static final int MOST_WAITING = 256;
  private static final long REST_SECONDS = 2;

  private final String name;
  private final Consumer<String> log;
  private final ScheduledThreadPoolExecutor executor;

  /**
   * With nothing to do yet.
   *
   * @param name of the thread
   * @param log takes a line where an errand fails
   */
  public Errands(String name, Consumer<String> log) {
    this.name = name;
    this.log = log;
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            run -> {
              Thread thread = new Thread(run, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setKeepAliveTime(REST_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Does something as soon as all before is done. */
  @Override
  public void execute(Runnable errand) {
    later(Duration.ZERO, errand);
  }

  /** Does something in a while. Dropped, and logged, where too much waits already. */
  public void later(Duration in, Runnable errand) {
    if (executor.getQueue().size() >= MOST_WAITING) {
      log.accept(name + " cannot keep up and left something undone");
      return;
    }
    try {
      var _ = executor.schedule(() -> guarded(errand), in.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // close() was called: nothing is wanted any more
    }
  }

  private void guarded(Runnable errand) {
    try {
      errand.run();
    } catch (RuntimeException failed) {
      log.accept(name + " failed: " + failed);
    }
  }

  /** Does nothing more; what runs now is interrupted. Does not wait. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
