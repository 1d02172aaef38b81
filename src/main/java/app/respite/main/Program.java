package app.respite.main;

import app.respite.cli.Cli;
import app.respite.cli.ProgramServices;
import app.respite.coach.CoachService;
import app.respite.coach.MoneyService;
import app.respite.coach.RetryingJournal;
import app.respite.coach.port.Backups;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.UnsavedStore;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Faces;
import app.respite.coach.port.desktop.Finding;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.review.WorkPay;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.exchange.CsvExport;
import app.respite.exchange.HoursCsv;
import app.respite.exchange.JournalExport;
import app.respite.exchange.MoneyCsv;
import app.respite.exchange.MoneyWorkbook;
import app.respite.journal.SqliteBackups;
import app.respite.journal.SqliteJournal;
import app.respite.journal.SqliteJournalReader;
import app.respite.journal.UnsavedFiles;
import app.respite.json.Json;
import app.respite.link.CalledSettings;
import app.respite.link.LinkClient;
import app.respite.link.LinkSettings;
import app.respite.link.OneCall;
import app.respite.settings.PropertiesSettings;
import app.respite.ui.shell.Coaches;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The program in one home: hands every command what it needs, wired by hand. */
final class Program implements ProgramServices {
  private static final int MOST_STARTS = 3;

  /** What doctor looks at has this long to answer. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final List<String> BACKUP_WORKER = List.of("worker", "backup");
  private static final Duration BACKUP_LIMIT = Duration.ofMinutes(5);
  private static final List<String> WORKER = List.of("worker", "learn");
  private static final long HOME_LOOK_SECONDS = 30;

  /** A coach in a terminal has that as its face. */
  private static final Faces NO_FACES =
      new Faces() {
        @Override
        public boolean possible() {
          return false;
        }

        @Override
        public void breakView() {}

        @Override
        public void miniTimer() {}

        @Override
        public void window(String page) {}
      };

  private final Folders folders;
  private final @Nullable Path chosen;
  private final SystemClock clock;
  private final LogFile log;
  private final Threads threads;
  private final String build;
  private @Nullable SettingsStore settings;

  Program(Folders folders, @Nullable Path chosen, SystemClock clock, LogFile log, String build) {
    this.folders = folders;
    this.chosen = chosen;
    this.clock = clock;
    this.log = log;
    this.threads = new Threads(log);
    this.build = build;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public synchronized SettingsStore settings() {
    if (settings == null) {
      settings = new CalledSettings(this::coachCall, folders.settings(), this::settingsFile);
    }
    return settings;
  }

  private SettingsStore settingsFile() {
    return settings(folders.settings());
  }

  @Override
  public SettingsStore settings(Path file) {
    return new PropertiesSettings(file, threads.each("settings"));
  }

  @Override
  public Reading reading() {
    folders.requireHome();
    SqliteJournalReader reader = reader();
    return new Reading() {
      @Override
      public JournalReader journal() {
        return reader;
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }

  private SqliteJournalReader reader() {
    return SqliteJournalReader.of(folders.journal(), this::backupFolder);
  }

  @Override
  public Backups backups() {
    folders.requireHome();
    return new HomeBackups(
        store(),
        new HomeBackups.Home() {
          @Override
          public Optional<CoachLink> coach() {
            return Program.this.coach();
          }

          @Override
          public CoachLink startedCoach() {
            return Program.this.startedCoach();
          }

          @Override
          public <T> T patiently(Supplier<T> work) {
            return Program.this.patiently(work);
          }
        });
  }

  private SqliteBackups store() {
    return new SqliteBackups(
        folders.journal(),
        this::backupFolder,
        () -> LocalDateTime.ofInstant(clock.read().wall(), clock.zone()),
        () -> new LogicalDays(clock.zone(), preferences().get(CoachKeys.DAY_STARTS)));
  }

  private Path backupFolder() {
    return folders.backups(preferences().get(CoachKeys.BACKUP_FOLDER));
  }

  /** A settings file that cannot be read must not hide what is wrong with the journal. */
  private Preferences preferences() {
    try {
      return settings().load().preferences();
    } catch (SettingsException unreadable) {
      return Preferences.DEFAULTS;
    }
  }

  /** Waits for whoever holds the journal. */
  private <T> T patiently(Supplier<T> work) {
    HolderWait wait = new HolderWait(clock);
    while (true) {
      try {
        return work.get();
      } catch (JournalException held) {
        wait.await(held);
      }
    }
  }

  @Override
  public Journal simulated() {
    return new SimulatedHome(folders.data()).open();
  }

  @Override
  public Writer writer() {
    HolderWait wait = new HolderWait(clock);
    while (true) {
      Optional<CoachLink> running = coach();
      if (running.isPresent()) {
        return new RemoteWriter(running.get());
      }
      try {
        return new LocalWriter(new RetryingJournal(journal(), unsaved()));
      } catch (JournalException held) {
        // A coach that is just starting or ending holds it without a socket.
        wait.await(held);
      }
    }
  }

  /** The coach writes. */
  private record RemoteWriter(CoachLink link) implements Writer {
    @Override
    public <A> A ask(CoachRequest.OfJournal<A> request) {
      try {
        return link.ask(request).join();
      } catch (CompletionException failed) {
        throw CoachException.of(failed);
      }
    }

    @Override
    public void close() {
      link.close();
    }
  }

  /** This process writes. */
  private final class LocalWriter implements Writer {
    private final Journal journal;
    private final CoachService service;

    LocalWriter(Journal journal) {
      this.journal = journal;
      this.service =
          new CoachService(
              journal, clock, UUID::randomUUID, LinkedHashMap::new, Json::write, input -> {});
    }

    @Override
    public <A> A ask(CoachRequest.OfJournal<A> request) {
      return service.ask(request);
    }

    @Override
    public void close() {
      try {
        service.settleZone();
      } finally {
        journal.close();
      }
    }
  }

  @Override
  public Optional<CoachLink> coach() {
    return CoachFinder.find(
        folders,
        socket -> LinkClient.connect(socket, build, threads.each("link")).map(link -> link));
  }

  private SqliteJournal journal() {
    folders.shield();
    return SqliteJournal.open(folders.journal(), store());
  }

  @Override
  public Optional<CoachCall> coachCall() {
    return CoachFinder.find(folders, socket -> OneCall.to(socket).map(call -> call));
  }

  @Override
  public CoachLink startedCoach() {
    Optional<CoachLink> running = coach();
    if (running.isPresent()) {
      return running.get();
    }
    for (int starts = 0; starts < MOST_STARTS; starts++) {
      Process child = OwnProcess.start(Role.COACH, List.of("coach"), chosen, log);
      boolean ended;
      do {
        ended = HolderWait.ended(child.onExit());
        Optional<CoachLink> started = coach();
        if (started.isPresent()) {
          return started.get();
        }
      } while (!ended);
      if (child.exitValue() != 0) {
        break;
      }
      // It found another one at work, which has ended meanwhile.
    }
    sayWhatIsWrongWithTheJournal();
    throw new CoachException(
        Kind.STORE,
        "the coach did not start; run 'respite coach' to see why, or look into " + log.file());
  }

  /** A journal that cannot be opened is the likeliest reason, and knows its own way out. */
  private void sayWhatIsWrongWithTheJournal() {
    try {
      journal().close();
    } catch (JournalException known) {
      if (known.kind() != JournalException.Kind.HELD) {
        throw known;
      }
    }
  }

  /** Where a coach leaves what its journal does not take. */
  private UnsavedStore unsaved() {
    List<Path> others = new ArrayList<>();
    others.add(folders.settings().toAbsolutePath().getParent());
    others.addAll(folders.runtime());
    return new UnsavedFiles(folders.data(), others, log::line);
  }

  private LiveCoach live(
      SqliteJournal journal, UnaryOperator<Preferences> change, DesktopPorts desktop, Faces faces) {
    return new LiveCoach(
        journal,
        folders.data(),
        CoachFinder.places(folders),
        settingsFile(),
        change,
        clock,
        threads,
        log,
        build,
        desktop,
        faces,
        new LearningProcess(
            () -> OwnProcess.startWorker(WORKER, chosen),
            threads.each("learning"),
            LearningProcess.LIMIT),
        unsaved(),
        new LiveCoach.Upkeep(
            new WorkerProcess<>(
                () -> OwnProcess.startWorker(BACKUP_WORKER, chosen),
                threads.each("backup"),
                BACKUP_LIMIT,
                String::strip),
            this::isBackupDue,
            journal.uncleanlyLeft()));
  }

  private boolean isBackupDue() {
    Preferences preferences = preferences();
    LocalDate today = LocalDate.ofInstant(clock.read().wall(), clock.zone());
    return preferences.get(CoachKeys.BACKUP_DAILY)
        && store().copies().stream()
            .noneMatch(
                copy ->
                    copy.kind() == Backups.Kind.DAILY && copy.made().toLocalDate().equals(today));
  }

  @Override
  public Optional<CoachLink> ownCoach(UnaryOperator<Preferences> change) {
    SqliteJournal journal;
    try {
      journal = journal();
    } catch (JournalException held) {
      if (held.kind() == JournalException.Kind.HELD) {
        return Optional.empty();
      }
      throw held;
    }
    return Optional.of(live(journal, change, new SensesOnly(desktop().ports()), NO_FACES).link());
  }

  @Override
  public int residentCoach() {
    Optional<SqliteJournal> journal = journalUnlessAnotherCoach();
    if (journal.isEmpty()) {
      return 0;
    }
    LiveCoach coach =
        live(
            journal.get(),
            UnaryOperator.identity(),
            desktop().ports(),
            new FaceProcesses(chosen, hasDisplay(), clock, log));
    log.line("the coach has started, build " + build);
    onEnd(coach::close);
    while (true) {
      try {
        coach.over().get(HOME_LOOK_SECONDS, TimeUnit.SECONDS);
        break;
      } catch (TimeoutException look) {
        coach.tend();
        if (!Files.exists(folders.data())) {
          log.line("the home is gone, so the coach ends");
          break;
        }
      } catch (InterruptedException | ExecutionException ending) {
        break;
      }
    }
    coach.close();
    log.line("the coach has ended");
    return 0;
  }

  /** Of two that start at once, or of which one still ends, one gets the journal in the end. */
  private Optional<SqliteJournal> journalUnlessAnotherCoach() {
    HolderWait wait = new HolderWait(clock);
    while (true) {
      try {
        return Optional.of(journal());
      } catch (JournalException held) {
        Optional<CoachLink> other = coach();
        if (other.isPresent()) {
          other.get().close();
          return Optional.empty();
        }
        wait.await(held);
      }
    }
  }

  @Override
  public Optional<Integer> window(String page) {
    if (!hasDisplay()) {
      return Optional.empty();
    }
    try (FacePlace place = FacePlace.take(folders.data(), "window")) {
      if (!place.taken()) {
        try (CoachLink coach = startedCoach()) {
          coach.ask(new CoachRequest.ShowWindow(page)).join();
        }
        return Optional.of(0);
      }
      return WindowFace.run(coaches(), threads.each("apart"), page, log)
          ? Optional.of(0)
          : Optional.empty();
    }
  }

  private Coaches coaches() {
    return new Coaches() {
      @Override
      public Optional<FaceContext> running() {
        return coach().map(Program.this::face);
      }

      @Override
      public FaceContext started() {
        return face(startedCoach());
      }

      @Override
      public Backups backups() {
        return Program.this.backups();
      }

      @Override
      public ZoneId zone() {
        return clock.zone();
      }

      @Override
      public Preferences preferences() {
        return settings().load().preferences();
      }
    };
  }

  @Override
  public boolean face(FaceKind kind) {
    Optional<CoachLink> running = coach();
    if (running.isEmpty()) {
      return true;
    }
    if (!hasDisplay()) {
      running.get().close();
      return false;
    }
    try (CoachLink coach = running.get();
        FacePlace place = FacePlace.take(folders.data(), kind.word());
        DesktopPorts desktop = desktop().ports()) {
      if (!place.taken()) {
        return true;
      }
      FaceContext context = face(coach);
      return switch (kind) {
        case BREAK -> BreakViewFace.run(context, desktop, log);
        case MINI ->
            MiniFace.run(context, desktop, new FaceProcesses(chosen, true, clock, log), log);
      };
    }
  }

  /** All a face gets. */
  private FaceContext face(CoachLink coach) {
    return new FaceContext(
        coach,
        reader(),
        new LinkSettings(coach, folders.settings(), this::settingsFile),
        clock,
        threads.one("background"),
        log::line,
        () -> desktop().autostart(),
        backups(),
        build);
  }

  /** JavaFX on Linux draws through X, also on Wayland. */
  private static boolean hasDisplay() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return os.startsWith("windows")
        || os.startsWith("mac")
        || System.getProperty("glass.platform") != null
        || !System.getenv().getOrDefault("DISPLAY", "").isBlank();
  }

  private Desktop desktop() {
    return new Desktop(
        System.getenv(),
        System.getProperty("os.name", ""),
        Folders.user(System.getProperty("user.home", ""), System.getenv()),
        chosen,
        clock,
        log);
  }

  @Override
  public Checkup checkup() {
    Desktop desktop = desktop();
    Executor each = threads.each("doctor");
    CompletableFuture<CoachSeen> coach =
        within(this::seen, new CoachSeen(true, null, "it does not answer"), each);
    CompletableFuture<Optional<Boolean>> autostart =
        within(() -> startsAtLogin(desktop), Optional.empty(), each);
    List<Finding> ports = desktop.findings(each, LOOK);
    return new Checkup(
        build,
        System.getProperty("java.runtime.version", "") + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name", "")
            + " "
            + System.getProperty("os.version", "")
            + " "
            + System.getProperty("os.arch", ""),
        desktop.session(),
        desktop.display(),
        folders.data(),
        coach.join(),
        autostart.join().orElse(null),
        ports);
  }

  /** Whoever does not answer in time counts as silent; its thread keeps nobody alive. */
  private static <T> CompletableFuture<T> within(Supplier<T> look, T silent, Executor each) {
    return CompletableFuture.supplyAsync(look, each)
        .completeOnTimeout(silent, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CoachSeen seen() {
    try {
      Optional<CoachLink> running = coach();
      if (running.isEmpty()) {
        return new CoachSeen(false, null, "");
      }
      try (CoachLink link = running.get()) {
        Update update = link.latest();
        return new CoachSeen(true, update.presenceKnown(), update.trouble());
      }
    } catch (CoachException strange) {
      return new CoachSeen(true, null, strange.getMessage());
    }
  }

  private Optional<Boolean> startsAtLogin(Desktop desktop) {
    return switch (desktop.autostart()) {
      case Answer.Works<Autostart> works -> Optional.of(works.port().on());
      case Answer.Missing<Autostart> missing -> Optional.empty();
    };
  }

  @Override
  public Answer<Autostart> autostart() {
    return desktop().autostart();
  }

  @Override
  public List<Map<String, @Nullable Object>> imports(ImportCall call) {
    return new Imports(this, folders, clock).run(call);
  }

  @Override
  public void export(String format, @Nullable Instant from, @Nullable Instant to, OutputStream out)
      throws IOException {
    try (Reading reading = reading()) {
      JournalReader journal = reading.journal();
      Interval within =
          from == null && to == null
              ? null
              : new Interval(from == null ? FIRST : from, to == null ? LAST : to);
      if (format.equals("csv")) {
        WorkPay pay =
            MoneyService.workPay(
                journal,
                settings().load().preferences(),
                within,
                clock.read().wall(),
                clock.zone());
        CsvExport.write(journal, pay, within, clock.zone(), out);
      } else {
        JournalExport.write(journal, within, clock.zone(), out);
      }
    }
  }

  @Override
  public void moneyTable(MoneyReport report, OutputStream out) throws IOException {
    MoneyCsv.write(report, out);
  }

  @Override
  public void moneyWorkbook(MoneyBook book, OutputStream out) throws IOException {
    MoneyWorkbook.write(book, out);
  }

  @Override
  public void hoursTable(HoursToReport hours, OutputStream out) throws IOException {
    HoursCsv.write(hours, out);
  }

  @Override
  public Executor threads() {
    return threads.each("face");
  }

  @Override
  public void onEnd(Runnable last) {
    AtomicBoolean once = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  boolean byItself = leaving.get();
                  if (once.compareAndSet(false, true)) {
                    int status = 0;
                    try {
                      last.run();
                    } catch (RuntimeException failed) {
                      status = Cli.fail(failed, log::failure);
                    }
                    if (!byItself) {
                      // Asked to end from outside, and everything is saved: that is done.
                      Runtime.getRuntime().halt(status);
                    }
                  }
                },
                "end"));
  }

  @Override
  public void endWithin(Duration most) {
    threads.start(
        "limit",
        () -> {
          try {
            TimeUnit.NANOSECONDS.sleep(most.toNanos());
          } catch (InterruptedException never) {
            return;
          }
          log.line("took too long, so it ends");
          Runtime.getRuntime().halt(Kind.STORE.exitStatus());
        });
  }

  /** Whether the program ends by itself, with a status of its own. */
  private final AtomicBoolean leaving = new AtomicBoolean();

  @Override
  public void close() {
    leaving.set(true);
    if (settings != null) {
      settings.close();
    }
  }
}
