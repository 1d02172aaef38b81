package app.respite.ui.mini;

import app.respite.coach.port.CoachLink;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.Reply;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Input.Command;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.ui.kit.Box;
import app.respite.ui.kit.FxThread;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.ScaledPane;
import app.respite.ui.kit.Screens;
import app.respite.ui.kit.Ticker;
import app.respite.ui.mini.MiniViewModel.Face;
import app.respite.ui.theme.Appearance;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The mini timer as a face in a process of its own: a small countdown above other windows, to be
 * dragged, docked to a corner and made see-through. It gets out of sight while a full-screen window
 * is in front, wakes once a minute, and once a second near the end.
 */
public final class MiniTimerApp {
  private static final int SOLID = 100;
  private static final int SCROLLED = 5;

  private final FaceContext context;
  private final @Nullable FocusKeeper focus;
  private final Runnable window;
  private final MiniViewModel model;
  private final Ticker ticker;
  private final Appearance appearance;
  private final MiniPane pane = new MiniPane();
  private final ScaledPane scaled = new ScaledPane(pane);
  private final Scene scene = new Scene(scaled, MiniPane.WIDTH, MiniPane.HEIGHT);
  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final ContextMenu menu = new ContextMenu();
  private final ListChangeListener<Screen> screens = changed -> FxThread.later(this::settle);
  private Preferences preferences;
  private MiniPlace place;
  private boolean away;
  private boolean hovered;
  private boolean dragged;
  private double grabX;
  private double grabY;

  MiniTimerApp(
      FaceContext context,
      @Nullable FocusKeeper focus,
      Runnable window,
      Later later,
      Runnable over) {
    this.context = context;
    this.focus = focus;
    this.window = window;
    preferences = context.settings().load().preferences();
    place = MiniPlace.parse(preferences.get(CoachKeys.MINI_PLACE));
    model = new MiniViewModel(context.link().latest(), context.clock());
    ticker = new Ticker(later, this::render);
    appearance = new Appearance(this::dress);
    stage.setTitle("Respite timer");
    stage.setScene(scene);
    stage.setAlwaysOnTop(true);
    stage.setOnHidden(hidden -> over.run());
    scene.addEventHandler(MouseEvent.ANY, this::pointer);
    scene.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    scene.setOnContextMenuRequested(
        asked -> openMenu(asked.isKeyboardTrigger(), asked.getScreenX(), asked.getScreenY()));
    context
        .settings()
        .watch(
            loaded ->
                FxThread.run(
                    () -> {
                      preferences = loaded.preferences();
                      place = MiniPlace.parse(preferences.get(CoachKeys.MINI_PLACE));
                      dress();
                      settle();
                    }));
    Screen.getScreens().addListener(screens);
    follow();
  }

  /**
   * Shows the mini timer until it is closed or the coach is gone. Called once in a process.
   *
   * @param focus gives the keyboard back to the window that had it when this one opened; null where
   *     nothing can
   * @param window opens Respite's window
   */
  public static void run(FaceContext context, @Nullable FocusKeeper focus, Runnable window) {
    CountDownLatch closed = new CountDownLatch(1);
    FxThread.start(
        () -> new MiniTimerApp(context, focus, window, FxThread::after, closed::countDown).show());
    FxThread.await(closed);
    FxThread.end();
  }

  private void follow() {
    context
        .link()
        .subscribe(
            new CoachLink.Listener() {
              @Override
              public void updated(Update update) {
                FxThread.run(
                    () -> {
                      model.take(update);
                      render();
                    });
              }

              @Override
              public void lost(String why) {
                FxThread.run(stage::hide);
              }
            });
    model.take(context.link().latest());
  }

  void show() {
    dress();
    settle();
    if (focus != null) {
      focus.remember();
    }
    stage.show();
    settle();
    render();
    if (focus != null) {
      // It is here to be looked at; what was being typed goes on.
      focus.giveBack();
    }
  }

  /** Its look and size. */
  private void dress() {
    appearance.look(preferences).dress(scene);
    double scale = appearance.scale(preferences);
    scaled.setScale(scale);
    stage.setWidth(MiniPane.WIDTH * scale);
    stage.setHeight(MiniPane.HEIGHT * scale);
    fade();
  }

  private void fade() {
    int solid = hovered || menu.isShowing() ? SOLID : preferences.get(CoachKeys.MINI_OPACITY);
    stage.setOpacity(solid / 100.0);
  }

  /** Its place. */
  private void settle() {
    Box at = place.on(Screens.usable(), stage.getWidth(), stage.getHeight());
    stage.setX(at.x());
    stage.setY(at.y());
  }

  private Box box() {
    return new Box(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
  }

  /** Shows this moment. */
  private void render() {
    Face face = model.face();
    if (face.away() != away) {
      away = face.away();
      // Hiding it would take the keyboard when it comes back; below all others nobody sees it.
      stage.setAlwaysOnTop(!away);
      if (away) {
        menu.hide();
        stage.toBack();
      }
    }
    pane.show(face);
    model.next().ifPresent(wait -> ticker.wake(context.clock().read().monotonic(), wait));
  }

  private void pointer(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_ENTERED_TARGET
        || event.getEventType() == MouseEvent.MOUSE_EXITED_TARGET) {
      hovered = pane.isHover();
      fade();
    } else if (event.getButton() == MouseButton.PRIMARY) {
      drag(event);
    }
  }

  private void drag(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      menu.hide();
      dragged = false;
      grabX = event.getScreenX() - stage.getX();
      grabY = event.getScreenY() - stage.getY();
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      dragged = true;
      stage.setX(event.getScreenX() - grabX);
      stage.setY(event.getScreenY() - grabY);
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && dragged) {
      dragged = false;
      keep(MiniPlace.dropped(box(), Screens.usable()));
    }
  }

  private void keep(MiniPlace next) {
    place = next;
    settle();
    save(CoachKeys.MINI_PLACE, next.written());
  }

  private void scrolled(ScrollEvent event) {
    int now = preferences.get(CoachKeys.MINI_OPACITY);
    int next = Math.clamp(now + (event.getDeltaY() > 0 ? SCROLLED : -SCROLLED), 20, SOLID);
    if (event.getDeltaY() != 0 && next != now) {
      preferences = preferences.with(CoachKeys.MINI_OPACITY, next);
      stage.setOpacity(next / 100.0);
      save(CoachKeys.MINI_OPACITY, Integer.toString(next));
    }
  }

  private void save(SettingKey<?> key, String text) {
    context
        .background()
        .execute(
            () -> {
              try {
                context.settings().save(List.of(new Edit(null, key, text)));
              } catch (SettingsException failed) {
                context.log().accept("mini timer: " + failed.getMessage());
              }
            });
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean menuKey =
        code == KeyCode.CONTEXT_MENU
            || code == KeyCode.ENTER
            || (code == KeyCode.F10 && event.isShiftDown());
    if (menuKey) {
      openMenu(true, 0, 0);
    } else if (code.isArrowKey()) {
      boolean across = code == KeyCode.LEFT || code == KeyCode.RIGHT;
      boolean forward = code == KeyCode.RIGHT || code == KeyCode.DOWN;
      keep(place.moved(across, forward, box(), Screens.usable()));
    } else if (!event.isShortcutDown() && !event.isAltDown()) {
      String key = code == KeyCode.SPACE ? "Space" : code.getName().toUpperCase(Locale.ROOT);
      model.press(key).ifPresent(this::send);
    }
    event.consume();
  }

  private void openMenu(boolean byKey, double x, double y) {
    menu.getItems().setAll(item("Open Respite", window), new SeparatorMenuItem());
    for (MiniViewModel.Entry entry : model.entries()) {
      menu.getItems().add(item(entry.label(), () -> send(entry.command())));
    }
    menu.getItems().addAll(new SeparatorMenuItem(), item("Close", stage::hide));
    if (byKey) {
      menu.show(pane, Side.TOP, 0, 0);
    } else {
      menu.show(pane, x, y);
    }
  }

  private static MenuItem item(String label, Runnable deed) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(chosen -> deed.run());
    return item;
  }

  private void send(Command command) {
    var _ =
        context
            .link()
            .send(command)
            .whenComplete(
                (@Nullable Reply reply, @Nullable Throwable failed) -> {
                  if (failed != null) {
                    context.log().accept("mini timer: " + failed.getMessage());
                  }
                });
  }
}
