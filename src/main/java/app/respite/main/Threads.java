package app.respite.main;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Every thread of the program that is not JavaFX's own. None keeps the program alive. */
final class Threads {
  private final LogFile log;

  Threads(LogFile log) {
    this.log = log;
  }

  /** Starts a thread. */
  void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((died, failed) -> log.failure(failed));
    thread.start();
  }

  /** A thread for each piece of work. */
  Executor each(String name) {
    return work -> start(name, work);
  }

  /**
   * One thread for all work, one piece after another; it goes when there has been none for long.
   */
  ExecutorService one(String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              thread.setUncaughtExceptionHandler((died, failed) -> log.failure(failed));
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
