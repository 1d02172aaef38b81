package app.respite.main;

import app.respite.coach.Apprentice;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Fields;
import app.respite.coach.port.KnowledgeFields;
import app.respite.domain.fatigue.Knowledge;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Learning in a process of its own that prints one line and ends: the coach keeps to its small heap
 * and interpreted code, and whatever becomes of the worker does not touch it.
 */
final class LearningProcess implements Apprentice.Study, AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20);
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
  private final AtomicReference<@Nullable Process> running = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * A way to learn.
   *
   * @param threads a thread for each piece of work, for as long as it lasts
   * @param limit a worker that takes longer is killed
   */
  LearningProcess(Start start, Executor threads, Duration limit) {
    this.start = start;
    this.threads = threads;
    this.limit = limit;
  }

  @Override
  public CompletableFuture<Knowledge> begin() {
    CompletableFuture<Knowledge> answer = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            answer.complete(learn());
          } catch (IOException failed) {
            fail(
                answer,
                new CoachException(
                    Kind.STORE, "the worker cannot be started: " + failed.getMessage(), failed));
          } catch (RuntimeException | Error failed) {
            fail(answer, failed);
          }
        });
    return answer;
  }

  /** A worker that was ended because the coach ends is no failure, and nobody waits for it. */
  private void fail(CompletableFuture<Knowledge> answer, Throwable failed) {
    if (!closed) {
      answer.completeExceptionally(failed);
    }
  }

  private Knowledge learn() throws IOException {
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
      return read(new String(printed, StandardCharsets.UTF_8));
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new CoachException(Kind.NO_COACH, "interrupted", asked);
    } finally {
      late.cancel(false);
      running.set(null);
      end(worker);
    }
  }

  private static Knowledge read(String line) {
    try {
      Fields knowledge = new Fields(Json.readObject(line)).objectOrNull("knowledge");
      if (knowledge == null) {
        throw new CoachException(Kind.WRONG, "the worker told no knowledge");
      }
      return KnowledgeFields.read(knowledge.values());
    } catch (JsonException garbage) {
      throw new CoachException(
          Kind.WRONG, "the worker's answer cannot be read: " + garbage.getMessage(), garbage);
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
