package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work in a process of its own that prints one line and ends: the coach keeps to its small heap and
 * interpreted code, and whatever becomes of the worker does not touch it.
 */
final class WorkerProcess<T> implements AutoCloseable {
  static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_SAID = 500;

  /** Starts the worker. */
  interface Start {
    /** A process whose output can be read. */
    Process start() throws IOException;
  }

  private final Start start;
  private final Executor threads;
  private final Duration limit;
  private final Function<String, T> answer;
  private final AtomicReference<@Nullable Process> running = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * A way to have work done.
   *
   * @param threads a thread for each piece of work, for as long as it lasts
   * @param limit a worker that takes longer is killed
   * @param answer makes something of the line
   */
  WorkerProcess(Start start, Executor threads, Duration limit, Function<String, T> answer) {
    this.start = start;
    this.threads = threads;
    this.limit = limit;
    this.answer = answer;
  }

  /** Begins, without waiting; the answer may come on any thread, or be a failure. */
  CompletableFuture<T> begin() {
    CompletableFuture<T> done = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            done.complete(work());
          } catch (IOException failed) {
            fail(
                done,
                new CoachException(
                    Kind.STORE, "the worker cannot be started: " + Reason.of(failed), failed));
          } catch (RuntimeException | Error failed) {
            fail(done, failed);
          }
        });
    return done;
  }

  /** A worker that was ended because the coach ends is no failure, and nobody waits for it. */
  private void fail(CompletableFuture<T> done, Throwable failed) {
    if (!closed) {
      done.completeExceptionally(failed);
    }
  }

  private T work() throws IOException {
    Process worker = start.start();
    running.set(worker);
    AtomicBoolean overdue = new AtomicBoolean();
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            () -> {
              overdue.set(true);
              end(worker);
            },
            CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS));
    try {
      if (closed) {
        throw new CoachException(Kind.NO_COACH, "the coach is ending");
      }
      InputStream out = worker.getInputStream();
      byte[] printed = out.readNBytes(MOST_BYTES + 1);
      if (printed.length > MOST_BYTES) {
        throw new CoachException(Kind.WRONG, "the worker printed more than 64 KiB");
      }
      int status = worker.waitFor();
      if (overdue.get()) {
        throw new CoachException(
            Kind.NO, "the worker took longer than " + limit.toSeconds() + " s");
      }
      if (status != 0) {
        throw new CoachException(
            Kind.STORE, "the worker ended with status " + status + said(worker));
      }
      return answer.apply(new String(printed, StandardCharsets.UTF_8));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new CoachException(Kind.NO_COACH, "interrupted", asked);
    } finally {
      late.cancel(false);
      running.set(null);
      end(worker);
    }
  }

  /** What it had to say: only what has come, since a process of its own may hold the pipe open. */
  private static String said(Process worker) throws IOException {
    InputStream err = worker.getErrorStream();
    byte[] text = err.readNBytes(Math.min(err.available(), MOST_SAID));
    String said = new String(text, StandardCharsets.UTF_8).strip().replaceAll("\\s*\\R\\s*", "; ");
    return said.isEmpty() ? "" : ": " + said;
  }

  /** What it started itself may hold its output open, and goes with it. */
  private static void end(Process worker) {
    if (worker.isAlive()) {
      worker.descendants().forEach(ProcessHandle::destroyForcibly);
      worker.destroyForcibly();
    }
  }

  /** Ends what is running. */
  @Override
  public void close() {
    closed = true;
    Process worker = running.getAndSet(null);
    if (worker != null) {
      end(worker);
    }
  }
}
