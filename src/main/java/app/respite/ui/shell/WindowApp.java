package app.respite.ui.shell;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.JournalException;
import app.respite.coach.words.Phrases;
import app.respite.domain.setting.Preferences;
import app.respite.ui.kit.FxThread;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.ScaledPane;
import app.respite.ui.rules.BackupsViewModel;
import app.respite.ui.rules.BackupsViewModel.Choice;
import app.respite.ui.rules.ChoiceButton;
import app.respite.ui.theme.Appearance;
import app.respite.ui.today.CheckInViewModel;
import app.respite.ui.today.TodayPage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * The window as a face in a process of its own. Closing it leaves the coach at work. It looks for
 * the coach while JavaFX starts, shows a line while there is none, and finds a coach by itself that
 * somebody else has started.
 */
public final class WindowApp {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SEEK = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMillis(800);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Coaches coaches;
  private final Executor apart;
  private final Stage stage;
  private final Later later;
  private final String page;
  private @Nullable Content content;
  private @Nullable WaitingPane waiting;
  private boolean ticking;
  private boolean seeking;
  private boolean tidying;

  /** A coach and what is seen of it. */
  private record Content(ShellViewModel model, MainView view) {}

  /**
   * An empty window, which shows itself with the first thing it has to show.
   *
   * @param apart runs what may take a while, each piece on a thread of its own
   * @param page the page to begin with; empty for the first
   */
  WindowApp(Coaches coaches, Executor apart, Stage stage, Later later, String page) {
    this.coaches = coaches;
    this.apart = apart;
    this.stage = stage;
    this.later = later;
    this.page = page;
    stage.setTitle("Respite");
    stage.setMinWidth(360);
    stage.setMinHeight(480);
    IntStream.of(16, 32, 48, 128).forEach(size -> stage.getIcons().add(icon(size)));
    stage.iconifiedProperty().addListener(changed -> tick());
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> tick());
  }

  /**
   * Opens the window and returns when the user has closed it. Called once in a process.
   *
   * @param apart runs what may take a while, each piece on a thread of its own
   * @param page the page to begin with; empty for the first
   */
  public static void run(Coaches coaches, Executor apart, String page) {
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<WindowApp> made = new CompletableFuture<>();
    // The coach is looked for while JavaFX starts.
    seek(
        coaches,
        apart,
        tell -> {
          var _ = made.thenAccept(app -> FxThread.run(() -> tell.accept(app)));
        });
    FxThread.start(
        () -> {
          Stage stage = new Stage();
          stage.setOnHidden(hidden -> closed.countDown());
          made.complete(new WindowApp(coaches, apart, stage, FxThread::after, page));
        });
    FxThread.await(closed);
    var _ = made.thenAccept(WindowApp::leave);
    FxThread.end();
  }

  /** The content of a window alone, for pictures and tests. */
  public static MainView view(ShellViewModel model) {
    return new MainView(model);
  }

  /** Looks for the coach, or starts it, and shows what becomes of that. */
  void begin() {
    seek(coaches, apart, tell -> FxThread.run(() -> tell.accept(this)));
  }

  private static void seek(Coaches coaches, Executor apart, Consumer<Consumer<WindowApp>> screen) {
    apart.execute(
        () -> {
          try {
            Optional<FaceContext> running = coaches.running();
            if (running.isPresent()) {
              screen.accept(app -> app.found(running.get()));
              return;
            }
            screen.accept(WindowApp::startingSoon);
            FaceContext started = coaches.started();
            screen.accept(app -> app.found(started));
          } catch (CoachException | JournalException why) {
            screen.accept(app -> app.cannotStart(why));
          }
        });
  }

  private void found(FaceContext context) {
    if (content != null) {
      // Another one was quicker.
      context.link().close();
      return;
    }
    ShellViewModel model = new ShellViewModel(context, FxThread::run, coaches);
    MainView view = view(model);
    content = new Content(model, view);
    waiting = null;
    model.onWanted(this::comeForward);
    model.lostProperty().addListener(changed -> seekAgain());
    view.onRendered(this::tick);
    view.onTurned(this::tidySoon);
    MainView.Page.named(page).ifPresent(view::show);
    show(view.scene());
  }

  /** Styled and laid out before the window is there, so that nobody sees an empty one. */
  private void show(Scene scene) {
    stage.setScene(scene);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    stage.show();
  }

  /** A coach is usually there sooner than a line about it could be read. */
  private void startingSoon() {
    if (waiting == null) {
      rehearse();
    }
    later.run(
        PATIENCE,
        () -> {
          if (content == null && waiting == null) {
            apart.execute(
                () -> {
                  Preferences look = coaches.preferences();
                  FxThread.run(() -> starting(look));
                });
          }
        });
  }

  /**
   * Lays out a first page that nobody will see: while the coach starts there is nothing else to do
   * here, and the real one finds its styles, fonts and classes loaded.
   */
  private static void rehearse() {
    TodayPage page = new TodayPage(new CheckInViewModel(), TodayPage.Deeds.NONE);
    Scene scene = new Scene(new Region(), MainView.WIDTH, MainView.HEIGHT);
    new Appearance(() -> {}).look(Preferences.DEFAULTS).dress(scene);
    scene.setRoot(new ScaledPane(page));
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private void starting(Preferences look) {
    if (content == null && waiting == null) {
      await(look, WaitingPane::starting);
    }
  }

  /** The state of a window that has no coach and gets none; tried again on demand. */
  private void cannotStart(RuntimeException why) {
    if (content != null) {
      return;
    }
    String reason = Phrases.sentence(String.valueOf(why.getMessage()));
    offer(reason, List.of(new Choice("Try again", true, this::tryAgain)));
    if (why instanceof JournalException journal
        && journal.kind() == JournalException.Kind.CORRUPT) {
      new BackupsViewModel(
              coaches.backups(), coaches.zone(), apart, FxThread::run, this::offer, this::tryAgain)
          .waysBack(reason);
    }
    seekAgain();
  }

  private void offer(String words, List<Choice> choices) {
    if (content != null) {
      return;
    }
    List<Button> deeds = choices.stream().map(ChoiceButton::of).toList();
    if (waiting == null) {
      await(Preferences.DEFAULTS, pane -> pane.cannotStart(words, deeds));
    } else {
      waiting.cannotStart(words, deeds);
    }
  }

  private void tryAgain() {
    if (waiting != null) {
      waiting.starting();
    }
    begin();
  }

  private void await(Preferences look, Consumer<WaitingPane> fill) {
    WaitingPane pane = new WaitingPane();
    fill.accept(pane);
    ScaledPane scaled = new ScaledPane(pane);
    Scene scene = new Scene(scaled, MainView.WIDTH, MainView.HEIGHT);
    Appearance appearance = new Appearance(() -> {});
    appearance.look(look).dress(scene);
    scaled.setScale(appearance.scale(look));
    waiting = pane;
    show(scene);
  }

  /** Every two seconds while there is no coach, which somebody may start meanwhile. */
  private void seekAgain() {
    boolean missing = content == null || !content.model().lostProperty().get().isEmpty();
    if (!missing || seeking || !stage.isShowing()) {
      return;
    }
    seeking = true;
    later.run(
        SEEK,
        () -> {
          seeking = false;
          if (!stage.isShowing()) {
            return;
          }
          if (content != null) {
            content.model().seekCoach();
          } else {
            apart.execute(this::seekFirst);
          }
          seekAgain();
        });
  }

  /** A coach that cannot be used has said so already. */
  private void seekFirst() {
    try {
      coaches.running().ifPresent(context -> FxThread.run(() -> found(context)));
    } catch (CoachException strange) {
      FxThread.run(() -> cannotStart(strange));
    }
  }

  private void leave() {
    if (content != null) {
      content.model().context().link().close();
    }
  }

  private void comeForward(String wanted) {
    if (content != null) {
      MainView.Page.named(wanted).ifPresent(content.view()::show);
    }
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /** One repaint a second, and only while something in sight moves. */
  private void tick() {
    Content now = content;
    if (ticking || now == null || !seen() || !now.view().ticks()) {
      return;
    }
    ticking = true;
    Duration passed = now.model().passed();
    Duration part = Duration.ofNanos(passed.toNanos() % SECOND.toNanos());
    later.run(
        SECOND.minus(part),
        () -> {
          ticking = false;
          if (seen()) {
            now.view().render();
          }
        });
  }

  /**
   * Gives back what pages left behind once they have been looked at. Java would keep it until the
   * heap is full, and a window that is open all day would grow to that.
   */
  private void tidySoon() {
    if (!tidying) {
      tidying = true;
      later.run(
          QUIET,
          () -> {
            tidying = false;
            System.gc();
          });
    }
  }

  private boolean seen() {
    return stage.isShowing() && !stage.isIconified();
  }

  private static Image icon(int size) {
    String name = "icon-" + size + ".png";
    return new Image(
        Objects.requireNonNull(WindowApp.class.getResource("/app/respite/ui/theme/" + name), name)
            .toExternalForm());
  }
}
