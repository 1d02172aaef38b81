package app.respite.main;

import app.respite.coach.LearningScheduler;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Fields;
import app.respite.coach.port.KnowledgeFields;
import app.respite.domain.fatigue.Knowledge;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Learning in a worker. */
final class LearningProcess implements LearningScheduler.LearningJob, AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final int MOST_BYTES = WorkerProcess.MOST_BYTES;

  private final WorkerProcess<Knowledge> worker;

  /**
   * A way to learn.
   *
   * @param threads a thread for each piece of work, for as long as it lasts
   * @param limit a worker that takes longer is killed
   */
  LearningProcess(WorkerProcess.Start start, Executor threads, Duration limit) {
    worker = new WorkerProcess<>(start, threads, limit, LearningProcess::read);
  }

  @Override
  public CompletableFuture<Knowledge> begin() {
    return worker.begin();
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

  /** Ends what is running. */
  @Override
  public void close() {
    worker.close();
  }
}
