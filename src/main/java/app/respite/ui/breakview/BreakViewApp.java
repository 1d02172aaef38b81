package app.respite.ui.breakview;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.Prompting.Form;
import app.respite.coach.port.Reply;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.FocusKeeper;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.words.Phrases;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Input.Command;
import app.respite.domain.setting.Preferences;
import app.respite.ui.breakview.BreakFace.AnswerAction;
import app.respite.ui.breakview.BreakViewModel.Small;
import app.respite.ui.breakview.BreakViewModel.Unseen;
import app.respite.ui.breakview.BreakViewModel.Whole;
import app.respite.ui.kit.FxThread;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.PromptViewModel.Face;
import app.respite.ui.kit.Ticker;
import app.respite.ui.theme.Appearance;
import app.respite.ui.theme.Look;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/**
 * The small prompt and the break view as a face in a process of its own. It is started when a break
 * is near, shows what the coach's {@link app.respite.coach.port.Prompting} says, and ends when no
 * break is due, near or running. Its death never ends or lengthens a break.
 */
public final class BreakViewApp {
  /** How long nothing may be due before the process gives its memory back. */
  static final Duration LINGER = Duration.ofSeconds(20);

  private final FaceContext context;
  private final @Nullable FocusKeeper focus;
  private final Supplier<Optional<ScreenLock>> locks;
  private final Later later;
  private final Runnable over;
  private final BreakViewModel model;
  private final Ticker ticker;
  private final Ticker breaths;
  private final Appearance appearance;
  private final Unowned owner;
  private final Covers covers;
  private final CornerPrompt corner;
  private final KeyStage keys;
  private final Suggestions suggestions;
  private final ListChangeListener<Screen> screens = changed -> FxThread.later(this::dress);
  private Preferences preferences;
  private @Nullable Look dressed;
  private @Nullable ScreenLock lock;
  private boolean lockSought;
  private @Nullable Form told;
  private @Nullable Duration breathing;
  private boolean rendering;
  private boolean idle;
  private int idleTurn;

  BreakViewApp(
      FaceContext context,
      @Nullable FocusKeeper focus,
      Supplier<Optional<ScreenLock>> locks,
      Later later,
      Runnable over) {
    this.context = context;
    this.focus = focus;
    this.locks = locks;
    this.later = later;
    this.over = over;
    preferences = context.settings().load().preferences();
    model = new BreakViewModel(context.link().latest(), context.clock());
    model.settings(preferences);
    ticker = new Ticker(later, this::render);
    breaths = new Ticker(later, this::drawBreath);
    appearance = new Appearance(this::dress);
    owner = new Unowned();
    covers = new Covers(owner, () -> new BreakPane(deeds()));
    corner =
        new CornerPrompt(
            owner, choice -> press(new AnswerAction.Give(choice)), this::now, this::render);
    keys = new KeyStage(this::pressed, this::released, this::deaf);
    suggestions = new Suggestions(context);
    context.settings().watch(loaded -> FxThread.run(() -> settings(loaded)));
    Screen.getScreens().addListener(screens);
    follow();
  }

  /**
   * Shows what there is to be seen of breaks until nothing is due, near or running for a while, or
   * the coach is gone. Called once in a process.
   *
   * @param focus gives the keyboard back to the window that had it; null where only the desktop
   *     itself can
   * @param locks looks for what locks the screen, which may take a while; called once, off the
   *     screen's thread
   */
  public static void run(
      FaceContext context, @Nullable FocusKeeper focus, Supplier<Optional<ScreenLock>> locks) {
    CountDownLatch ended = new CountDownLatch(1);
    FxThread.start(
        () -> {
          FxThread.stay();
          new BreakViewApp(context, focus, locks, FxThread::after, ended::countDown).render();
        });
    FxThread.await(ended);
    FxThread.end();
  }

  private Duration now() {
    return context.clock().read().monotonic();
  }

  private void follow() {
    context
        .link()
        .subscribe(
            new CoachLink.Listener() {
              @Override
              public void updated(Update update) {
                FxThread.run(() -> take(update));
              }

              @Override
              public void lost(String why) {
                // Without a coach nobody could end what is on the screen.
                FxThread.run(BreakViewApp.this::leave);
              }
            });
    model.take(context.link().latest());
  }

  private void take(Update update) {
    model.take(update);
    render();
  }

  private void settings(Loaded loaded) {
    preferences = loaded.preferences();
    model.settings(preferences);
    dress();
  }

  /** Screens, look or settings are others now. */
  private void dress() {
    if (model.needed()) {
      prepare();
    }
    render();
  }

  /** Makes ready what may be shown soon, so that showing it takes no time. */
  private void prepare() {
    double scale = appearance.scale(preferences);
    Look look = appearance.look(preferences);
    if (look != dressed) {
      dressed = look;
      owner.dress(look);
    }
    covers.prepare(ScreenLayout.of(Covers.monitors(), scale), look);
    corner.prepare(look, scale);
    seekLock();
    suggestions.prepare(preferences.get(CoachKeys.LANGUAGE), model.task(), this::render);
  }

  private void seekLock() {
    if (lockSought) {
      return;
    }
    lockSought = true;
    context
        .background()
        .execute(
            () -> {
              ScreenLock found = locks.get().orElse(null);
              FxThread.run(
                  () -> {
                    lock = found;
                    model.lockable(found != null);
                    render();
                  });
            });
  }

  /** Shows this moment. */
  void render() {
    if (rendering) {
      // A window that goes or comes lets others hear of it at once.
      FxThread.later(this::render);
      return;
    }
    rendering = true;
    try {
      draw();
    } finally {
      rendering = false;
    }
  }

  private void draw() {
    model.heldOut().forEach(this::send);
    model.idea(
        model.form() == Form.BREAK
            ? suggestions.choose(model.began(), model.length())
            : suggestions.none());
    switch (model.sight()) {
      case Unseen(boolean ready) -> {
        corner.hide();
        closeView();
        if (ready) {
          prepare();
        }
      }
      case Small(Face face, double warmth) -> {
        closeView();
        prepare();
        corner.show(face, warmth);
        tell();
      }
      case Whole(BreakFace face) -> {
        corner.hide();
        prepare();
        if (focus != null && !covers.showing()) {
          focus.remember();
        }
        covers.show(face);
        tell();
        breathe(face);
        hear(face);
      }
    }
    wake();
    linger();
  }

  private void closeView() {
    covers.hide();
    breathing = null;
    if (keys.isOpen()) {
      keys.close();
      if (focus != null) {
        focus.giveBack();
      }
    }
  }

  private void hear(BreakFace face) {
    if (!keys.isOpen() && model.hears()) {
      if (focus != null) {
        // The user may have gone to another window since the view came up.
        focus.remember();
      }
      keys.open();
    }
    keys.say(face.words());
  }

  /** Tells the coach what is on show, once for each form. */
  private void tell() {
    Form form = model.form();
    if (form == told) {
      return;
    }
    told = form;
    var _ =
        context
            .link()
            .ask(new CoachRequest.ViewShown(form))
            .exceptionally(
                failed -> {
                  context.log().accept("break view: cannot say it is on show: " + failed);
                  return new CoachRequest.Done();
                });
  }

  private void wake() {
    Optional<Duration> next = model.next(appearance.reducedMotion(preferences));
    Optional<Duration> aside = corner.waiting();
    if (aside.isPresent() && (next.isEmpty() || aside.get().compareTo(next.get()) < 0)) {
      next = aside;
    }
    next.ifPresent(wait -> ticker.wake(now(), wait));
  }

  /** The circle moves while a break runs; its end, and whoever wants no motion, stop it. */
  private void breathe(BreakFace face) {
    boolean moves = face.resting() && !face.over() && !appearance.reducedMotion(preferences);
    if (!moves) {
      breathing = null;
      covers.breathe(Breath.STILL);
    } else if (breathing == null) {
      breathing = now();
      drawBreath();
    }
  }

  private void drawBreath() {
    if (breathing != null) {
      covers.breathe(Breath.at(now().minus(breathing)));
      breaths.wake(now(), Breath.STEP);
    }
  }

  /** Nothing due, near or running for a while: the process ends and its memory is free. */
  private void linger() {
    boolean idleNow = !model.needed();
    if (idleNow) {
      told = null;
    }
    if (idleNow && !idle) {
      int mine = ++idleTurn;
      later.run(
          LINGER,
          () -> {
            if (idle && mine == idleTurn) {
              leave();
            }
          });
    }
    idle = idleNow;
  }

  private void leave() {
    corner.hide();
    closeView();
    Screen.getScreens().removeListener(screens);
    over.run();
  }

  // What the user does.

  private BreakPane.Deeds deeds() {
    return new BreakPane.Deeds() {
      @Override
      public void press(AnswerAction deed) {
        BreakViewApp.this.press(deed);
      }

      @Override
      public void hold(boolean down) {
        if (down) {
          model.holdOut("");
        } else {
          model.letGo();
        }
        render();
      }

      @Override
      public boolean touched() {
        if (!model.touched()) {
          return false;
        }
        keys.focus();
        render();
        return true;
      }
    };
  }

  private void pressed(String key) {
    model.press(key).ifPresent(this::press);
    render();
  }

  private void released(String key) {
    model.release(key);
    render();
  }

  private void deaf() {
    model.letGo();
    render();
  }

  private void press(AnswerAction deed) {
    ScreenLock with = lock;
    if (deed instanceof AnswerAction.Lock && with != null) {
      context.background().execute(() -> lock(with));
    }
    model.commands(deed).forEach(this::send);
    render();
  }

  private void lock(ScreenLock with) {
    if (!with.lock()) {
      FxThread.run(
          () -> {
            model.refused("The desktop did not lock the screen");
            render();
          });
    }
  }

  private void send(Command command) {
    var _ =
        context
            .link()
            .send(command)
            .whenComplete(
                (@Nullable Reply reply, @Nullable Throwable failed) ->
                    FxThread.run(() -> answered(reply, failed)));
  }

  private void answered(@Nullable Reply reply, @Nullable Throwable failed) {
    if (reply != null) {
      model.take(reply.update());
      model.refused(Phrases.sentence(reply.refusal()));
    } else if (failed != null) {
      CoachException known = CoachException.of(failed);
      model.refused(known.getMessage());
      if (known.getCause() != null) {
        context.log().accept("break view: " + known.getCause());
      }
    }
    render();
  }
}
