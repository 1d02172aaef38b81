package app.respite.ui;

import app.respite.coach.port.Backups;
import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.Prompting;
import app.respite.coach.port.Reply;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.shell.Coaches;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A world for the window: a coach that only listens, a day's journal, settings, a clock. */
public final class FakeFace {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  public final List<Input.Command> sent = new ArrayList<>();
  public final List<CoachRequest<?>> asked = new ArrayList<>();
  public final List<SettingsStore.Edit> saved = new ArrayList<>();
  public final List<JournalRecord> records = new ArrayList<>();
  public Preferences preferences = Preferences.DEFAULTS;
  public List<SettingsStore.Problem> problems = List.of();
  public Duration monotonic = Duration.ofHours(5);
  public Update update;

  /** Whether something tells of input; from the next update on. */
  public boolean presenceKnown = true;

  private CoachLink.Listener listener;
  private Consumer<SettingsStore.Loaded> watcher = loaded -> {};
  private long sequence = 7;

  /** With a first state. */
  public FakeFace(Snapshot first) {
    update = new Update(first, sequence, true, true, "", Prompting.NONE, List.of());
  }

  /** The coach moves on. */
  public void tell(Snapshot next) {
    tell(next, Prompting.NONE);
  }

  /** The coach moves on, and steps in. */
  public void tell(Snapshot next, Prompting prompting) {
    update = new Update(next, ++sequence, presenceKnown, true, "", prompting, List.of());
    if (listener != null) {
      listener.updated(update);
    }
  }

  /** The settings file has changed. */
  public void settingsChanged() {
    watcher.accept(new SettingsStore.Loaded(preferences, problems));
  }

  /** The coach goes. */
  public void lose(String why) {
    listener.lost(why);
  }

  /** Time passes. */
  public void pass(Duration time) {
    monotonic = monotonic.plus(time);
  }

  /** Whether the coach starts at login. */
  public boolean startsAtLogin;

  private final Autostart login =
      new Autostart() {
        @Override
        public boolean on() {
          return startsAtLogin;
        }

        @Override
        public void set(boolean on) {
          startsAtLogin = on;
        }
      };

  /** What can be done about backups; two of them in the beginning. */
  public final FakeBackups backups = new FakeBackups();

  /** What main would hand over. */
  public FaceContext context() {
    return new FaceContext(
        new Link(),
        new Reader(),
        new Store(),
        new Hand(),
        Runnable::run,
        line -> {},
        () -> new Answer.Works<>(login, ""),
        backups,
        "respite 0");
  }

  /** The way to this one coach, which runs. */
  public Coaches coaches() {
    return coaches(this::context);
  }

  /** The way to this coach; {@code start} where it runs no longer. */
  public Coaches coaches(Supplier<FaceContext> start) {
    return new Coaches() {
      @Override
      public Backups backups() {
        return backups;
      }

      @Override
      public ZoneId zone() {
        return ZoneId.of("UTC");
      }

      @Override
      public Optional<FaceContext> running() {
        return running ? Optional.of(context()) : Optional.empty();
      }

      @Override
      public FaceContext started() {
        return start.get();
      }

      @Override
      public Preferences preferences() {
        return preferences;
      }
    };
  }

  /** Whether a coach is found that nobody needs to start. */
  public boolean running = true;

  /** Two tasks and a morning of work. */
  public FakeFace withMorning() {
    Task boxes = task("Boxes", "Remotasks", "image boxes", "12.50", true);
    Task voices = task("Voices", "Appen", "transcripts", "0.08", false);
    records.add(boxes);
    records.add(voices);
    records.add(Task.named(UUID.randomUUID(), "Qualification"));
    UUID session = UUID.randomUUID();
    Instant at = Instant.parse("2026-03-02T07:04:00Z");
    at = sprint(at, session, boxes, 25, 31);
    at = taken(at, session, boxes, 5, BreakKind.SHORT);
    at = sprint(at, session, boxes, 21, 24);
    at = span(at, session, null, boxes, SpanState.IDLE, 3);
    at = span(at, session, null, boxes, SpanState.AWAY, 14);
    at = sprint(at, session, voices, 26, 31);
    at = taken(at, session, voices, 11, BreakKind.REST);
    at = span(at, session, null, voices, SpanState.READY, 4);
    UUID running = UUID.randomUUID();
    at = span(at, session, running, boxes, SpanState.WORK, 12);
    span(at, session, running, boxes, SpanState.PAUSED, 5);
    return this;
  }

  private static Task task(String name, String platform, String work, String pay, boolean hour) {
    Money rate = new Money(new BigDecimal(pay), "USD");
    return new Task(
        UUID.randomUUID(),
        name,
        platform,
        work,
        hour ? new Pay.PerHour(rate) : new Pay.PerItem(rate),
        hour ? 400 : null,
        hour ? Instant.parse("2026-03-14T22:59:00Z") : null,
        hour ? Duration.ofHours(20) : null,
        !hour,
        false,
        false);
  }

  private Instant span(
      Instant at, UUID session, UUID sprint, Task task, SpanState state, int minutes) {
    Instant end = at.plus(Duration.ofMinutes(minutes));
    records.add(
        new Span(UUID.randomUUID(), session, sprint, task.id(), state, null, at, end, null));
    return end;
  }

  private Instant sprint(Instant at, UUID session, Task task, int minutes, int items) {
    UUID id = UUID.randomUUID();
    Instant end = span(at, session, id, task, SpanState.WORK, minutes);
    records.add(
        new Sprint(
            id,
            task.id(),
            at,
            end,
            minutes * 60L,
            Duration.ofMinutes(25),
            SprintOutcome.COMPLETED,
            null,
            null,
            items,
            null,
            null));
    return end;
  }

  private Instant taken(Instant at, UUID session, Task task, int minutes, BreakKind kind) {
    Instant end = span(at, session, null, task, SpanState.BREAK, minutes);
    records.add(
        new Break(
            UUID.randomUUID(), kind, at, end, Route.ACCEPTED, true, Duration.ofMinutes(minutes)));
    return end;
  }

  private final class Link implements CoachLink {
    @Override
    public Update latest() {
      return update;
    }

    @Override
    public CompletableFuture<Reply> send(Input.Command command) {
      sent.add(command);
      return CompletableFuture.completedFuture(new Reply(update));
    }

    @Override
    public <A> CompletableFuture<A> ask(CoachRequest<A> request) {
      asked.add(request);
      if (request instanceof CoachRequest.SaveTask(Task task, var from, var said)) {
        records.removeIf(record -> record.id().equals(task.id()));
        records.add(task);
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void subscribe(Listener listener) {
      FakeFace.this.listener = listener;
    }

    @Override
    public void close() {}
  }

  private final class Reader implements JournalReader {
    @Override
    public <R extends JournalRecord> List<R> all(Class<R> kind) {
      return records.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public <R extends JournalRecord> List<R> find(Class<R> kind, Interval interval) {
      return all(kind).stream()
          .filter(
              record ->
                  record.begins() != null
                      && record.begins().isBefore(interval.end())
                      && record.ends().isAfter(interval.start()))
          .toList();
    }

    @Override
    public <R extends JournalRecord> Optional<R> byId(Class<R> kind, UUID id) {
      return all(kind).stream().filter(record -> record.id().equals(id)).findFirst();
    }

    @Override
    public <R extends JournalRecord> Optional<R> latest(Class<R> kind, Instant before) {
      return Optional.empty();
    }

    @Override
    public long sequence() {
      return sequence;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return Optional.empty();
    }
  }

  private final class Store implements SettingsStore {
    @Override
    public Loaded load() {
      return new Loaded(preferences, problems);
    }

    @Override
    public Loaded save(List<Edit> edits) {
      for (Edit edit : edits) {
        saved.add(edit);
        try {
          preferences =
              edit.text() == null
                  ? preferences.without(edit.task(), edit.key())
                  : preferences.withText(edit.task(), edit.key(), edit.text());
        } catch (BadValue bad) {
          throw new AssertionError(bad);
        }
      }
      return load();
    }

    @Override
    public void watch(Consumer<Loaded> listener) {
      watcher = listener;
    }

    @Override
    public Path file() {
      return Path.of("target", "respite.properties");
    }

    @Override
    public void close() {}
  }

  private final class Hand implements Clock {
    @Override
    public ClockReading read() {
      return new ClockReading(Moments.AT, monotonic, monotonic);
    }

    @Override
    public ZoneId zone() {
      return BERLIN;
    }

    @Override
    public String boot() {
      return "";
    }
  }
}
