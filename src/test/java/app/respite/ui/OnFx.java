package app.respite.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** Runs a test's work on the JavaFX thread, which it starts once. */
public final class OnFx {
  private OnFx() {}

  /** Runs and waits; what is thrown there is thrown here. */
  public static <T> T call(Callable<T> work) {
    start();
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable failed) {
            result.completeExceptionally(failed);
          }
        });
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Error error
          ? error
          : new AssertionError(failed.getCause());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Runs and waits. */
  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  private static void start() {
    try {
      CountDownLatch up = new CountDownLatch(1);
      Platform.startup(up::countDown);
      Platform.setImplicitExit(false);
      up.await();
    } catch (IllegalStateException already) {
      // Another test has started it.
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
