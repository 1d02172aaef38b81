package app.respite.ui.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;

/** The one door to the JavaFX thread. */
public final class FxThread {
  /** Every window here has a look of its own; Java's would be read and never used. */
  private static final String NO_LOOK = "data:text/css,";

  private FxThread() {}

  /** Runs on the JavaFX thread: at once where this is it, else as soon as it is free. */
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }

  /** Runs on the JavaFX thread after what is under way there. */
  public static void later(Runnable work) {
    Platform.runLater(work);
  }

  /** Runs on the JavaFX thread after a while; costs nothing until then. */
  public static void after(Duration wait, Runnable work) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
        .execute(work);
  }

  /** Keeps JavaFX running while no window is open, until {@link #end}. */
  public static void stay() {
    Platform.setImplicitExit(false);
  }

  /**
   * Starts JavaFX in this process and runs {@code first} on its thread. The process may do this
   * once.
   *
   * @throws IllegalStateException where JavaFX runs already
   * @throws UnsupportedOperationException where there is no graphical session
   */
  public static void start(Runnable first) {
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(NO_LOOK);
          first.run();
        });
  }

  /** Ends JavaFX, and with it every window, as soon as what waits on its thread has run. */
  public static void end() {
    Platform.exit();
  }

  /** Waits until a latch opens; an interrupt ends the waiting and stays set. */
  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
