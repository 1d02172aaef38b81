package app.respite.desktop.any;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does things one after another on a thread of its own, so that whoever asks never waits. The
 * thread ends while there is nothing to do: an adapter that rests costs none.
 */
public final class Errands implements Executor, AutoCloseable {
  private static final int MOST_WAITING = 64;
  private static final long REST_SECONDS = 2;

  private final String name;
  private final Consumer<String> log;
  private final ThreadPoolExecutor executor;

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
        new ThreadPoolExecutor(
            1,
            1,
            REST_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name(name).factory());
    executor.allowCoreThreadTimeOut(true);
  }

  /** Does something as soon as all before is done. Dropped, and logged, where too much waits. */
  @Override
  public void execute(Runnable errand) {
    try {
      executor.execute(() -> guarded(errand));
    } catch (RejectedExecutionException full) {
      if (!executor.isShutdown()) {
        log.accept(name + " cannot keep up and left something undone");
      }
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
