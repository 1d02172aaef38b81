package app.respite.ui.shell;

import app.respite.coach.port.FaceContext;
import app.respite.ui.kit.FxThread;
import app.respite.ui.kit.Later;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The window as a face in a process of its own. Closing it leaves the coach at work. */
public final class WindowApp {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ShellViewModel model;
  private final MainView view;
  private final Stage stage;
  private final Later later;
  private boolean waiting;

  WindowApp(FaceContext context, Supplier<FaceContext> restart, Stage stage, Later later) {
    this.stage = stage;
    this.later = later;
    model = new ShellViewModel(context, FxThread::run, restart);
    model.settings(context.settings().load().preferences());
    view = view(model);
    model.onWanted(this::comeForward);
    context
        .settings()
        .watch(
            loaded ->
                FxThread.run(
                    () -> {
                      model.settings(loaded.preferences());
                      view.settings().show(loaded);
                    }));
    stage.setTitle("Respite");
    stage.setScene(view.scene());
    stage.setMinWidth(360);
    stage.setMinHeight(480);
    IntStream.of(16, 32, 48, 128).forEach(size -> stage.getIcons().add(icon(size)));
    view.onRendered(this::tick);
    stage.iconifiedProperty().addListener(changed -> tick());
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> tick());
  }

  /**
   * Opens the window and returns when the user has closed it. Called once in a process.
   *
   * @param context the way to the coach and the journal
   * @param restart starts the coach again where it is gone, and gives the way to it
   * @param page the page to begin with; empty for the first
   */
  public static void run(FaceContext context, Supplier<FaceContext> restart, String page) {
    CountDownLatch closed = new CountDownLatch(1);
    FxThread.start(
        () -> {
          Stage stage = new Stage();
          WindowApp app = new WindowApp(context, restart, stage, FxThread::after);
          stage.setOnHidden(hidden -> closed.countDown());
          MainView.Page.named(page).ifPresent(app.view::show);
          app.show();
        });
    FxThread.await(closed);
    FxThread.end();
  }

  /** The content of a window alone, for pictures and tests. */
  public static MainView view(ShellViewModel model) {
    return new MainView(model);
  }

  void show() {
    stage.show();
  }

  private void comeForward(String page) {
    MainView.Page.named(page).ifPresent(view::show);
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /** One repaint a second, and only while something in sight moves. */
  private void tick() {
    boolean seen = stage.isShowing() && !stage.isIconified();
    if (waiting || !seen || !view.ticks()) {
      return;
    }
    waiting = true;
    Duration passed = model.passed();
    Duration part = Duration.ofNanos(passed.toNanos() % SECOND.toNanos());
    later.run(
        SECOND.minus(part),
        () -> {
          waiting = false;
          if (stage.isShowing() && !stage.isIconified()) {
            view.render();
          }
        });
  }

  private static Image icon(int size) {
    String name = "icon-" + size + ".png";
    return new Image(
        Objects.requireNonNull(WindowApp.class.getResource("/app/respite/ui/theme/" + name), name)
            .toExternalForm());
  }
}
