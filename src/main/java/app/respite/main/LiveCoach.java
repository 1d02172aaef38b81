package app.respite.main;

import app.respite.coach.CoachCore;
import app.respite.coach.CoachService;
import app.respite.coach.DirectLink;
import app.respite.coach.Engine;
import app.respite.coach.ItemsToday;
import app.respite.coach.LearningScheduler;
import app.respite.coach.RetryingJournal;
import app.respite.coach.ReviewJson;
import app.respite.coach.ReviewService;
import app.respite.coach.SettingsService;
import app.respite.coach.Tasks;
import app.respite.coach.attend.DesktopPresenter;
import app.respite.coach.port.Announcement;
import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Journal;
import app.respite.coach.port.Reason;
import app.respite.coach.port.Reply;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.UnsavedStore;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Faces;
import app.respite.coach.port.desktop.Sensed;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Input;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.json.Json;
import app.respite.link.CoachAddress;
import app.respite.link.CoachDoor;
import app.respite.link.LinkServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A coach at work in this process: journal, engine, socket, settings. */
final class LiveCoach implements AutoCloseable {
  /**
   * Until then what started the coach, the window above all, has the processors; to learn takes one
   * for half a second.
   */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private static final int PATIENCE_SECONDS = 10;

  private final SettingsStore settings;
  private final LogFile log;
  private final RetryingJournal journal;
  private final Engine engine;
  private final LinkServer server;
  private final DirectLink link;
  private final DesktopPresenter presenter;
  private final LearningProcess learning;
  private final Upkeep upkeep;
  private final Path home;
  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private volatile Preferences preferences;

  /**
   * Starts a coach.
   *
   * @param change is applied to the settings as long as it runs
   * @param desktop what there is of a desktop; closed with the coach
   * @param learning works out what is known of the person; closed with the coach
   * @param upkeep backs the journal up; its worker is closed with the coach
   * @param disk the journal; closed with the coach, also where this fails
   * @param home where it writes down where it listens
   * @param sockets where it may listen, the best place first
   * @param unsaved for what the journal has not taken when the coach ends
   */
  LiveCoach(
      Journal disk,
      Path home,
      List<Path> sockets,
      SettingsStore settings,
      UnaryOperator<Preferences> change,
      SystemClock clock,
      Threads threads,
      LogFile log,
      String build,
      DesktopPorts desktop,
      Faces faces,
      LearningProcess learning,
      UnsavedStore unsaved,
      Upkeep upkeep) {
    this.settings = settings;
    this.upkeep = upkeep;
    this.log = log;
    this.learning = learning;
    this.home = home;
    try {
      journal = new RetryingJournal(disk, unsaved);
      Loaded loaded = settings.load();
      tell(loaded);
      preferences = change.apply(loaded.preferences());
      CoachCore core =
          CoachCore.open(
              journal,
              preferences,
              clock.read(),
              clock.zone(),
              clock.boot(),
              new SecureRandom().nextLong(),
              this::aside);
      engine = new Engine(core, journal, clock, clock, log::line);
      CoachService service =
          new CoachService(
              journal, clock, UUID::randomUUID, today(core, clock), Json::write, this::signal);
      Tasks tasks = new Tasks(journal);
      presenter =
          new DesktopPresenter(
              attended(clock, tasks),
              desktop,
              faces,
              threads.one("desktop"),
              LiveCoach::later,
              log::line);
      SettingsService saver =
          new SettingsService(settings, threads.one("settings"), () -> settingsChanged(change));
      link = new DirectLink(engine, service, saver, threads.one("face"), this::ask, this::close);
      link.onViewShown(presenter::onShow);
      server = new LinkServer(sockets, build, door(), clock, log::line);
      tellWhereItListens();
    } catch (RuntimeException failed) {
      disk.close();
      throw failed;
    }
    threads.start(
        "engine",
        () -> {
          try {
            engine.run();
            ended.complete(null);
          } catch (RuntimeException | Error inside) {
            failed(inside);
          }
        });
    threads.start("link", server);
    LearningScheduler scheduler = scheduler();
    engine.teach(scheduler);
    engine.subscribe(scheduler);
    engine.subscribe(presenter::updated);
    presenter.start();
    later(SETTLED, () -> onEngine(scheduler::launched));
    DailyBackup backup =
        new DailyBackup(
            upkeep.worker(),
            upkeep.due(),
            threads.each("backup"),
            damage -> onEngine(() -> journal.damaged(damage)),
            log::line);
    engine.subscribe(backup);
    backup.launched(upkeep.checkSoon(), LiveCoach::later);
    settings.watch(changed -> settingsChanged(change));
  }

  /** The file is looked at again, so that of two changes at once the newer one is what holds. */
  private synchronized void settingsChanged(UnaryOperator<Preferences> change) {
    Loaded now = settings.load();
    tell(now);
    preferences = change.apply(now.preferences());
    signal(new Input.SettingsChanged(preferences));
    engine
        .announce(Announcement.SettingsChanged::new)
        .exceptionally(
            failed -> {
              log.line("not told: " + failed.getMessage());
              return null;
            });
  }

  /** What was acknowledged is kept; whoever waits for the coach's end is told. */
  private void failed(Throwable inside) {
    log.failure(inside);
    ended.completeExceptionally(
        new CoachException(
            CoachException.Kind.STORE,
            "the coach failed inside ("
                + inside.getClass().getSimpleName()
                + ") and has ended; what it acknowledged is kept. Start it again with: respite"
                + " start; the details are in "
                + log.file(),
            inside));
    link.lose("it failed inside");
  }

  /** Keeps an open state that cannot be used beside the journal, for a person to look at. */
  private String aside(Checkpoint unusable, String why) {
    String name =
        "open-state-" + unusable.at().toString().replaceAll("[^0-9A-Za-z]", "-") + ".json";
    Path file = home.resolve(name);
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("why", why);
    told.put("at", unusable.at());
    told.putAll(new TreeMap<>(unusable.values()));
    String text = Json.write(told, ZoneOffset.UTC) + "\n";
    try {
      PrivateFolder.write(file, text);
      log.line("what was open could not be used (" + why + ") and is kept as " + file);
      return file.toString();
    } catch (IOException full) {
      log.line("what was open could not be used (" + why + "): " + text.strip());
      return log.file().toString();
    }
  }

  private LearningScheduler scheduler() {
    return new LearningScheduler(
        learning,
        (wait, work) -> later(wait, () -> onEngine(work)),
        this::onEngine,
        knowledge -> signal(new Input.Learned(knowledge)),
        log::line);
  }

  private static void later(Duration wait, Runnable work) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS).execute(work);
  }

  /** Has work done on the engine's thread, which may have ended meanwhile. */
  private void onEngine(Runnable work) {
    engine
        .call(
            () -> {
              work.run();
              return true;
            })
        .exceptionally(
            failed -> {
              if (!closing.get()) {
                log.failure(failed);
              }
              return false;
            });
  }

  /** The desktop's way to the coach. */
  private DesktopPresenter.Coach attended(SystemClock clock, Tasks tasks) {
    return new DesktopPresenter.Coach() {
      @Override
      public Update latest() {
        return engine.latest();
      }

      @Override
      public void hear(Sensed sensed) {
        engine.hear(sensed);
      }

      @Override
      public void ask(List<Input.Command> commands) {
        for (Input.Command command : commands) {
          signal(command);
        }
      }

      @Override
      public void cornerPrompt(boolean wanted) {
        engine.cornerPrompt(wanted);
      }

      @Override
      public CompletableFuture<List<Task>> tasks() {
        return engine.call(tasks::open);
      }

      @Override
      public void quit() {
        link.ask(new CoachRequest.Quit())
            .exceptionally(
                failed -> {
                  log.failure(failed);
                  return new CoachRequest.Done();
                });
      }

      @Override
      public Duration clock() {
        return clock.read().monotonic();
      }

      @Override
      public ZoneId zone() {
        return clock.zone();
      }

      @Override
      public Preferences preferences() {
        return preferences;
      }
    };
  }

  /** Looks again for what the desktop lacked before, and whether it can still be reached. */
  void tend() {
    presenter.tend();
    if (server.tend()) {
      tellWhereItListens();
    }
  }

  /** Without its address it is found by those alone who look into the same folders. */
  private void tellWhereItListens() {
    try {
      CoachAddress.write(home, server.path());
    } catch (IOException failed) {
      log.line("commands from other sessions cannot find the coach: " + Reason.of(failed));
    }
  }

  /**
   * What is done for the journal aside.
   *
   * @param worker backs it up
   * @param due whether that is wanted and was not done yet today
   * @param checkSoon whether the coach before left without closing it
   */
  record Upkeep(WorkerProcess<String> worker, BooleanSupplier due, boolean checkSoon) {}

  /** The way to it inside this process. */
  CoachLink link() {
    return link;
  }

  /** Completes when somebody asked it to end, or it ended by itself. */
  CompletableFuture<?> over() {
    return CompletableFuture.anyOf(asked, ended);
  }

  private void tell(Loaded loaded) {
    loaded
        .problems()
        .forEach(
            problem ->
                log.line(
                    settings.file()
                        + ":"
                        + problem.line()
                        + ": "
                        + problem.key()
                        + ": "
                        + problem.message()));
  }

  private void signal(Input input) {
    engine
        .send(input)
        .exceptionally(
            failed -> {
              log.line("a face or sense was answered: " + failed.getMessage());
              return null;
            });
  }

  /**
   * Whoever asked is told where things are that the journal does not take, so they are put there
   * first.
   */
  private void ask() {
    try {
      journal.settle();
    } finally {
      asked.complete(null);
      link.lose("it was asked to quit");
    }
  }

  private CoachDoor door() {
    return new CoachDoor() {
      @Override
      public CompletableFuture<Update> look() {
        return engine.look();
      }

      @Override
      public CompletableFuture<Reply> command(Map<String, @Nullable Object> fields) {
        return link.send(fields);
      }

      @Override
      public <A> CompletableFuture<A> ask(CoachRequest<A> request) {
        return link.ask(request);
      }

      @Override
      public void subscribe(Predicate<Update> subscriber) {
        engine.subscribe(subscriber::test);
      }
    };
  }

  /** On the engine's thread. What is open is booked on a copy. */
  private CoachService.Today today(CoachCore core, SystemClock clock) {
    ItemsToday items = new ItemsToday(journal);
    return new CoachService.Today() {
      @Override
      public Map<String, @Nullable Object> figures() {
        Instant now = core.at(clock.read());
        OpenWork open = CourseOfDay.openWork(core.state(), now);
        return ReviewJson.day(
            ReviewService.day(journal, preferences, day(now), clock.zone(), open));
      }

      @Override
      public long items() {
        RunningSprint running = CourseOfDay.runningSprint(core.state()).orElse(null);
        LocalDate day = day(core.at(clock.read()));
        return items.count(preferences, day, clock.zone(), running);
      }

      private LocalDate day(Instant at) {
        return new LogicalDays(clock.zone(), preferences.get(CoachKeys.DAY_STARTS)).dayOf(at);
      }
    };
  }

  /**
   * Keeps what is open, takes the socket away, lets go of the journal, then of those who are
   * connected. Waits until it is done, also where somebody else began it.
   *
   * @throws CoachException of kind {@code STORE} where the journal did not take everything; says
   *     where the rest is
   */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      waitUntilClosed();
      return;
    }
    try {
      end();
      closed.complete(null);
    } catch (RuntimeException failed) {
      CoachException known = CoachException.of(failed);
      log.line(known.getMessage());
      closed.completeExceptionally(known);
      throw known;
    }
  }

  private void waitUntilClosed() {
    try {
      closed.get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw CoachException.of(failed);
    } catch (TimeoutException late) {
      log.failure(late);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      presenter.close();
      learning.close();
      upkeep.worker().close();
      engine.stop().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CoachException inside) {
        throw inside;
      }
      log.failure(failed);
    } catch (TimeoutException late) {
      log.failure(late);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    } finally {
      settings.close();
      server.hide();
      try {
        journal.close();
      } finally {
        server.close();
        link.lose("it has ended");
      }
    }
  }
}
