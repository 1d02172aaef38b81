package app.respite.coach.attend;

import app.respite.coach.port.Prompting.Form;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Faces;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Sensed;
import app.respite.coach.port.desktop.Shortcuts;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.tray.TrayFace;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.BreakView;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The coach's hands and eyes on a desktop: senses, tray, notifications, faces. It follows the
 * engine's updates and never holds them up; a desktop without any of it costs nothing but what it
 * would have shown. All work is done one piece after another on the executor it is given.
 */
public final class DesktopPresenter implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(9);
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(3);

  /** What the presenter needs of the coach. */
  public interface Coach {
    /** The newest state. */
    Update latest();

    /** Takes what a sense tells, without waiting. */
    void hear(Sensed sensed);

    /** Asks for something, in order. */
    void ask(List<Input.Command> commands);

    /** Whether a face shall show the small prompt. */
    void cornerPrompt(boolean wanted);

    /** The tasks that can be chosen, the last used first. */
    CompletableFuture<List<Task>> tasks();

    /** Ends the coach. */
    void quit();

    /** A monotonic clock. */
    Duration clock();

    /** The user's zone. */
    ZoneId zone();

    /** The settings in force. */
    Preferences preferences();
  }

  private final Coach coach;
  private final DesktopPorts ports;
  private final Faces faces;
  private final Executor executor;
  private final BiConsumer<Duration, Runnable> after;
  private final Consumer<String> log;
  private final List<SenseSupervisor> senses;
  private @Nullable NotificationPresenter notices;
  private @Nullable GlobalShortcuts shortcuts;
  private @Nullable Tray tray;
  private @Nullable TrayView view;
  private List<Task> tasks = List.of();
  private long tasksAsOf = -1;
  private @Nullable Duration lookedAt;
  private @Nullable Duration tendedAt;
  private @Nullable Duration viewWantedAt;
  private @Nullable Form viewOnShow;
  private boolean cornerWanted = true;
  private volatile boolean closed;

  /**
   * A presenter that has not begun.
   *
   * @param executor does its work, one piece after another
   * @param after runs something on any thread after a while
   */
  public DesktopPresenter(
      Coach coach,
      DesktopPorts ports,
      Faces faces,
      Executor executor,
      BiConsumer<Duration, Runnable> after,
      Consumer<String> log) {
    this.coach = coach;
    this.ports = ports;
    this.faces = faces;
    this.executor = executor;
    this.after = after;
    this.log = log;
    this.senses =
        List.of(
            sense(PortKind.IDLE, new Sensed.Present(false)),
            sense(PortKind.SLEEP, new Sensed.Awake()),
            sense(PortKind.LOCK, new Sensed.Locked(false)),
            sense(PortKind.DO_NOT_DISTURB, new Sensed.DoNotDisturb(false)),
            sense(PortKind.FULL_SCREEN, new Sensed.FullScreen(false)),
            sense(PortKind.CALLS, new Sensed.InCall(false)));
  }

  private SenseSupervisor sense(PortKind kind, Sensed without) {
    return new SenseSupervisor(
        kind,
        switch (kind) {
          case IDLE -> ports.idle();
          case SLEEP -> ports.sleep();
          case LOCK -> ports.lock();
          case DO_NOT_DISTURB -> ports.doNotDisturb();
          case FULL_SCREEN -> ports.fullScreen();
          case CALLS -> ports.calls();
          default -> List.of();
        },
        without,
        coach::hear,
        this::later,
        log);
  }

  /** Begins. */
  public void start() {
    later(
        () -> {
          tend(coach.clock());
          show(coach.latest());
        });
  }

  /** Takes an update; never waits. */
  public boolean updated(Update update) {
    later(() -> show(update));
    return !closed;
  }

  /** Called now and then while no updates come: what was missing may be there by now. */
  public void tend() {
    later(() -> tend(coach.clock()));
  }

  /** A face says what it has on show: a form's name in lower case, or nothing. */
  public void onShow(Form form) {
    later(
        () -> {
          viewOnShow =
              switch (form) {
                case SMALL, VIEW, BREAK -> form;
                case NONE, WARNING, ITEM, AFTER -> null;
              };
          show(coach.latest());
        });
  }

  private void later(Runnable work) {
    if (!closed) {
      executor.execute(
          () -> {
            if (!closed) {
              work.run();
            }
          });
    }
  }

  private void tend(Duration now) {
    tendedAt = now;
    senses.forEach(sense -> sense.tend(now));
    if (notices == null) {
      notices = first(PortKind.NOTIFICATIONS, ports.notifier()).map(this::begin).orElse(null);
    }
    bindShortcuts();
    if (tray == null) {
      tray = first(PortKind.TRAY, ports.tray()).map(this::begin).orElse(null);
    }
  }

  private <T> Optional<T> first(PortKind kind, List<Candidate<T>> candidates) {
    for (Candidate<T> candidate : candidates) {
      if (candidate.probe() instanceof Answer.Works<T>(T port, String note)) {
        log.accept(kind.title() + ": " + candidate.name());
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  /** Nothing is asked of the desktop for somebody who wants no shortcuts. */
  private void bindShortcuts() {
    List<Shortcuts.Shortcut> wanted = GlobalShortcuts.wanted(coach.preferences());
    if (shortcuts == null && !wanted.isEmpty()) {
      shortcuts =
          first(PortKind.SHORTCUTS, ports.shortcuts())
              .map(port -> new GlobalShortcuts(port, this::shortcut, log))
              .orElse(null);
    }
    if (shortcuts != null) {
      shortcuts.bind(wanted);
    }
  }

  private void shortcut(String id) {
    later(() -> does(GlobalShortcuts.deed(id, coach.latest().snapshot())));
  }

  private NotificationPresenter begin(Notifier notifier) {
    NotificationPresenter presenter = new NotificationPresenter(notifier);
    notifier.start(
        (notice, button) ->
            later(
                () -> {
                  presenter
                      .pressed(notice, button, coach.latest().snapshot())
                      .ifPresent(this::does);
                  show(coach.latest());
                }));
    return presenter;
  }

  private Tray begin(Tray found) {
    TrayView first = TrayFace.of(coach.latest(), tasks, coach.zone());
    view = first;
    found.start(
        first,
        new Tray.Listener() {
          @Override
          public void pressed() {
            later(() -> faces.window(""));
          }

          @Override
          public void chosen(TrayView.Choice choice) {
            later(() -> does(choice.deed()));
          }

          @Override
          public void opening() {
            later(() -> show(coach.latest()));
          }

          @Override
          public void onShow(boolean there, String why) {
            log.accept("the tray's icon is " + (there ? "on show" : "not on show: " + why));
          }
        });
    return found;
  }

  /** Does what a press asks for. */
  private void does(DesktopAction deed) {
    switch (deed) {
      case DesktopAction.Command(List<Input.Command> commands) -> coach.ask(commands);
      case DesktopAction.OpenWindow(String page) -> faces.window(page);
      case DesktopAction.MiniTimer mini -> faces.miniTimer();
      case DesktopAction.Quit quit -> coach.quit();
    }
  }

  private void show(Update update) {
    Duration now = coach.clock();
    if (tendedAt == null || now.minus(tendedAt).compareTo(BETWEEN_LOOKS) > 0) {
      tend(now);
    }
    Form form = update.prompting().form();
    Attention attention = attention(update);
    boolean looks =
        update.snapshot().state() != Mode.OFF
            && (lookedAt == null || now.minus(lookedAt).compareTo(BETWEEN_LOOKS) > 0);
    if (looks) {
      lookedAt = now;
    }
    for (SenseSupervisor sense : senses) {
      sense.attend(attention);
      if (looks) {
        sense.look();
      }
    }
    refreshTasks(update);
    if (tray != null) {
      TrayView next = TrayFace.of(update, tasks, coach.zone());
      if (!next.equals(view)) {
        view = next;
        tray.show(next);
      }
    }
    boolean possible = faces.possible();
    boolean corner = possible && (notices == null || !notices.showsButtons());
    if (corner != cornerWanted) {
      cornerWanted = corner;
      coach.cornerPrompt(corner);
    }
    if (possible) {
      bringView(form, corner, now);
    }
    if (notices != null) {
      notices.show(update, !possible ? false : viewComes(form, now), corner, coach.zone());
    }
  }

  static Attention attention(Update update) {
    return switch (update.prompting().form()) {
      case SMALL, VIEW, BREAK -> Attention.CLOSE;
      case NONE, WARNING, ITEM, AFTER ->
          update.snapshot().state() == Mode.OFF ? Attention.RELAXED : Attention.WORKING;
    };
  }

  /** The break view gets ready with the warning, so that it is there in time. */
  private void bringView(Form form, boolean corner, Duration now) {
    boolean full = coach.preferences().get(CoachKeys.BREAK_VIEW) == BreakView.FULL;
    boolean wanted =
        switch (form) {
          case NONE, AFTER -> false;
          case WARNING, ITEM, SMALL -> full || corner;
          case VIEW, BREAK -> full;
        };
    if (!wanted) {
      viewOnShow = null;
      viewWantedAt = null;
      return;
    }
    faces.breakView();
    if (form != Form.VIEW && form != Form.BREAK) {
      viewWantedAt = null;
    } else if (viewWantedAt == null) {
      viewWantedAt = now;
      after.accept(VIEW_PATIENCE.plusMillis(100), () -> later(() -> show(coach.latest())));
    }
  }

  /** Whether the view is on show, or may still be on its way. */
  private boolean viewComes(Form form, Duration now) {
    if (viewOnShow == form) {
      return true;
    }
    return viewWantedAt != null && now.minus(viewWantedAt).compareTo(VIEW_PATIENCE) < 0;
  }

  /** The journal is asked only after something was written, and not at each update. */
  private void refreshTasks(Update update) {
    if (tray == null || update.sequence() == tasksAsOf) {
      return;
    }
    tasksAsOf = update.sequence();
    coach
        .tasks()
        .thenAccept(
            found ->
                later(
                    () -> {
                      if (!found.equals(tasks)) {
                        tasks = found;
                        show(coach.latest());
                      }
                    }))
        .exceptionally(
            ended -> {
              log.accept("the tasks could not be read: " + ended.getMessage());
              return null;
            });
  }

  /** Puts everything away, each whatever becomes of the others; waits for it a moment. */
  @Override
  public void close() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    executor.execute(
        () -> {
          closed = true;
          senses.forEach(sense -> away(sense::close));
          if (notices != null) {
            away(notices::close);
          }
          if (shortcuts != null) {
            away(shortcuts::close);
          }
          if (tray != null) {
            away(tray::close);
          }
          away(ports::close);
          done.complete(null);
        });
    done.orTimeout(2, TimeUnit.SECONDS).exceptionally(late -> null).join();
  }

  private void away(Runnable close) {
    try {
      close.run();
    } catch (RuntimeException failed) {
      log.accept("could not be closed: " + failed);
    }
  }
}
