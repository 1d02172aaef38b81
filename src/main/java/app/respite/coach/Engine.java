package app.respite.coach;

import app.respite.coach.port.Announcement;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.Reply;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.Sensed;
import app.respite.coach.prompt.PromptCourse;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.course.DayState;
import app.respite.domain.time.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The coach live: one thread owns its state, takes messages from a mailbox and otherwise sleeps
 * until something is due. Every method but {@link #run} may be called from any thread.
 *
 * <p>An answer or update leaves only after the journal has what it tells of. A journal that cannot
 * be written to holds nothing up: see {@link RetryingJournal}.
 */
public final class Engine implements Runnable {
  /** The longest sleep while a session runs, so that sleep and clock changes are seen in time. */
  static final Duration LOOK = Duration.ofSeconds(12);

  private static final Duration REST = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration STUCK = Duration.ofSeconds(1);
  private static final Duration DRIFT = Duration.ofSeconds(5);
  private static final int MOST_FAILURES = 10;

  private sealed interface Post {}

  private record Do(Supplier<Input> input, CompletableFuture<Reply> reply) implements Post {}

  private record Work<T>(Supplier<T> work, CompletableFuture<T> answer) implements Post {
    void run(Consumer<String> log) {
      try {
        answer.complete(work.get());
      } catch (CoachException | JournalException known) {
        answer.completeExceptionally(CoachException.of(known));
      } catch (RuntimeException failed) {
        log.accept("a request failed: " + failed);
        answer.completeExceptionally(CoachException.of(failed));
      }
    }
  }

  private record Hear(Sensed sensed) implements Post {}

  private record Stop() implements Post {}

  /** How the coach's time and real time go together; they differ only where tests run faster. */
  public interface Pace {
    /** How long a length of the coach's time really lasts. */
    Duration real(Duration coachTime);

    /** How much of the coach's time passes in a real length. */
    Duration coachTime(Duration real);
  }

  /** Takes updates without waiting. */
  public interface Subscriber {
    /** Takes an update; false where it has no room, then it gets no more. */
    boolean offer(Update update);
  }

  /** Hears, on the coach's thread and without waiting, of what there is to learn from. */
  public interface LearningListener {
    /** The user said how they are. */
    void rated();

    /** History was edited, imported or taken back. */
    void historyChanged();
  }

  private static final LearningListener NOBODY =
      new LearningListener() {
        @Override
        public void rated() {}

        @Override
        public void historyChanged() {}
      };

  private final CoachCore core;
  private final RetryingJournal journal;
  private final Clock clock;
  private final Pace pace;
  private final Consumer<String> log;
  private PromptCourse prompt = PromptCourse.START;
  private boolean corner = true;
  private final BlockingQueue<Post> mailbox = new LinkedBlockingQueue<>();
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile LearningListener teacher = NOBODY;
  private volatile Update latest;
  private volatile boolean stopping;
  private ZoneId zone;
  private @Nullable ClockReading kept;
  private @Nullable Instant seen;
  private int failures;
  private String noted = "";

  /**
   * A coach that is ready to run.
   *
   * @param log takes what no user needs to see
   */
  public Engine(
      CoachCore core, RetryingJournal journal, Clock clock, Pace pace, Consumer<String> log) {
    this.core = core;
    this.journal = journal;
    this.clock = clock;
    this.pace = pace;
    this.log = log;
    this.zone = clock.zone();
    this.latest = update(clock.read(), List.of());
  }

  /** The newest state. */
  public Update latest() {
    return latest;
  }

  /** The state now; nobody else is told. */
  public CompletableFuture<Update> look() {
    return call(() -> update(clock.read(), List.of()));
  }

  /** Tells every subscriber of something that is not the coach's own doing. */
  public CompletableFuture<Update> announce(Function<Instant, Announcement> message) {
    return call(
        () -> {
          ClockReading reading = clock.read();
          Update update =
              update(reading, List.of())
                  .with(List.<Announcement>of(message.apply(core.at(reading))));
          publish(update);
          return update;
        });
  }

  /** Tells the coach that something happened; the answer is there once it is in the journal. */
  public CompletableFuture<Reply> send(Input input) {
    return send(() -> input);
  }

  /**
   * As {@link #send(Input)}, with an input that is made on the coach's thread, where the journal
   * can be asked; what making it throws becomes the answer.
   */
  public CompletableFuture<Reply> send(Supplier<Input> input) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    post(new Do(input, reply), reply);
    return reply;
  }

  /**
   * Does work on the coach's thread, where the journal may be written; it must be short. Whatever
   * it throws becomes the answer.
   */
  public <T> CompletableFuture<T> call(Supplier<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    post(new Work<>(work, answer), answer);
    return answer;
  }

  /** Tells the coach what a sense of the desktop has seen. */
  public void hear(Sensed sensed) {
    mailbox.add(new Hear(sensed));
  }

  /** Whether a face shall show the small prompt, because no notification with buttons can. */
  public void cornerPrompt(boolean wanted) {
    call(() -> {
          corner = wanted;
          publish(update(clock.read(), List.of()));
          return wanted;
        })
        .exceptionally(ended -> wanted);
  }

  /** Sends every update from now on. */
  public void subscribe(Subscriber subscriber) {
    subscribers.add(subscriber);
  }

  /** Who hears of what there is to learn from; one. */
  public void teach(LearningListener listener) {
    teacher = listener;
  }

  /** Ends the coach after what is in the mailbox; what is open is kept. */
  public CompletableFuture<Void> stop() {
    mailbox.add(new Stop());
    return ended;
  }

  private void post(Post message, CompletableFuture<?> answer) {
    if (stopping) {
      answer.completeExceptionally(gone());
      return;
    }
    mailbox.add(message);
    if (stopping) {
      answer.completeExceptionally(gone());
    }
  }

  private static CoachException gone() {
    return new CoachException(CoachException.Kind.NO_COACH, "the coach is ending");
  }

  /**
   * Runs until {@link #stop} or an interrupt.
   *
   * @throws RuntimeException where it failed inside; what was acknowledged is kept
   */
  @Override
  public void run() {
    try {
      take(new Input.IdleSource(false));
      while (!stopping) {
        turn(mailbox.poll(waiting().toNanos(), TimeUnit.NANOSECONDS));
      }
    } catch (InterruptedException asked) {
      stopping = true;
    } finally {
      stopping = true;
      finish();
    }
  }

  private void turn(@Nullable Post message) {
    try {
      if (message == null) {
        take(new Input.Tick());
      } else {
        accept(message);
      }
      keepInTime();
      failures = 0;
    } catch (JournalException full) {
      // What it tells of is done again at the next turn, for nothing of it was taken.
      log.accept("nothing more is taken: " + full.getMessage());
    } catch (RuntimeException failed) {
      failures++;
      log.accept("the coach stumbled: " + failed);
      if (failures > MOST_FAILURES) {
        throw failed;
      }
    }
  }

  private void accept(Post message) {
    switch (message) {
      case Do(Supplier<Input> input, CompletableFuture<Reply> reply) -> {
        try {
          Input asked = input.get();
          Reply answer = new Reply(take(asked));
          if (!answer.accepted() || journal.onDisk()) {
            reply.complete(answer);
          } else {
            // B76: it was done, but a power cut would take it, so nobody is told that it was saved.
            reply.completeExceptionally(
                new CoachException(CoachException.Kind.STORE, journal.trouble()));
          }
          if (answer.accepted() && asked instanceof Input.CheckIn rating && teaches(rating)) {
            teacher.rated();
          }
        } catch (CoachException wrong) {
          reply.completeExceptionally(wrong);
        } catch (RuntimeException failed) {
          log.accept("a command failed: " + failed);
          reply.completeExceptionally(CoachException.of(failed));
        }
      }
      case Work<?> work -> {
        long before = journal.sequence();
        work.run(log);
        if (journal.sequence() != before) {
          take(core.historyChanged());
          teacher.historyChanged();
        }
      }
      case Hear(Sensed sensed) -> hears(sensed);
      case Stop stop -> stopping = true;
    }
  }

  private static boolean teaches(Input.CheckIn rating) {
    return rating.fatigue() != null || rating.burnout() != null;
  }

  private void hears(Sensed sensed) {
    switch (sensed) {
      case Sensed.Still(Duration since) ->
          take(new Input.Idle(core.at(clock.read()).minus(pace.coachTime(since))));
      case Sensed.Hands hands -> take(new Input.Active());
      case Sensed.Locked(boolean on) -> take(on ? new Input.Lock() : new Input.Unlock());
      case Sensed.DoNotDisturb(boolean on) -> take(new Input.DoNotDisturb(on));
      case Sensed.FullScreen(boolean on) -> take(new Input.FullScreen(on));
      case Sensed.InCall(boolean on) -> take(new Input.InCall(on));
      case Sensed.Present(boolean known) -> take(new Input.IdleSource(known));
      case Sensed.FallingAsleep asleep -> tell(clock.read(), core.fallAsleep(clock.read()));
      case Sensed.Awake awake -> tell(clock.read(), core.wakeUp(clock.read()));
      case Sensed.Lost(String why) -> log.accept("a sense of the desktop is gone: " + why);
    }
  }

  /** One input through the core; the journal has it when the update goes out. */
  private Update take(Input input) {
    if (input instanceof Input.Tick) {
      journal.retry();
    }
    ClockReading reading = clock.read();
    ZoneId here = clock.zone();
    List<TimedEvent> moved = List.of();
    if (!here.equals(zone)) {
      zone = here;
      moved = core.handle(reading, new Input.ZoneChanged(here));
    }
    List<TimedEvent> happened = new ArrayList<>(moved);
    happened.addAll(core.handle(reading, input));
    if (!happened.isEmpty()) {
      kept = reading;
    } else if (input instanceof Input.Command) {
      // The core keeps what it tells of; a count or a rating it may answer in silence.
      keep(reading);
    }
    if (happened.stream().anyMatch(one -> one.event() instanceof Event.DayRolled)) {
      maintain();
    }
    if (core.wallDrift().abs().compareTo(DRIFT) > 0 && core.followWall(reading)) {
      log.accept("took the wall clock's word again");
    }
    return tell(reading, happened);
  }

  /** Left for the next day where the disk refuses. */
  private void maintain() {
    try {
      journal.maintain();
    } catch (JournalException refused) {
      log.accept("the journal's upkeep has to wait: " + refused.getMessage());
    }
  }

  private Update tell(ClockReading reading, List<TimedEvent> happened) {
    seen = core.at(reading);
    if (!core.asleep()) {
      prompt = prompt.step(sight(reading));
    }
    Update update = update(reading, happened);
    publish(update);
    return update;
  }

  private PromptCourse.Sight sight(ClockReading reading) {
    DayState state = core.state();
    return new PromptCourse.Sight(core.snapshot(reading), state.stillSince(), state.preferences());
  }

  private void publish(Update update) {
    latest = update;
    subscribers.removeIf(subscriber -> !subscriber.offer(update));
  }

  private Update update(ClockReading reading, List<TimedEvent> happened) {
    String trouble = journal.trouble();
    if (!trouble.equals(noted)) {
      noted = trouble;
      log.accept(trouble.isEmpty() ? "the journal is all right again" : trouble);
    }
    PromptCourse.Sight sight = sight(reading);
    return new Update(
        sight.now(),
        journal.sequence(),
        core.state().presenceKnown(),
        journal.onDisk(),
        trouble,
        prompt.prompting(sight, corner),
        happened.stream()
            .<Announcement>map(told -> new Announcement.OfDay(told.at(), told.event()))
            .toList());
  }

  private void keepInTime() {
    if (!core.sessionOpen()) {
      return;
    }
    ClockReading reading = clock.read();
    if (kept == null || reading.boot().minus(kept.boot()).compareTo(LOOK) >= 0) {
      keep(reading);
    }
  }

  private void keep(ClockReading reading) {
    core.checkpoint(reading);
    kept = reading;
  }

  /** How long nothing is to be done, in real time. */
  private Duration waiting() {
    ClockReading reading = clock.read();
    Instant now = core.at(reading);
    Duration most = core.sessionOpen() ? LOOK : REST;
    if ((!journal.onDisk() || !journal.notice().isEmpty()) && most.compareTo(RETRY) > 0) {
      most = RETRY;
    }
    if (core.sessionOpen() && kept != null) {
      Duration sinceKept = reading.boot().minus(kept.boot());
      most = shorter(most, LOOK.minus(sinceKept));
    }
    Optional<Instant> prompted = prompt.nextChange(sight(reading));
    Duration wait =
        Stream.concat(core.nextDeadline().stream(), prompted.stream())
            .min(Comparator.naturalOrder())
            .map(
                deadline ->
                    seen != null && !deadline.isAfter(seen)
                        ? STUCK
                        : Duration.between(now, deadline))
            .orElse(most);
    Duration bounded = shorter(wait, most);
    // A hair late rather than a hair early, which would be a second wake-up.
    return pace.real(bounded.isNegative() ? Duration.ZERO : bounded).plusMillis(1);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** What fails to go on to now is kept as it stood; the next start looks at it. */
  private void keepLast() {
    try {
      keep(clock.read());
    } catch (JournalException disk) {
      throw disk;
    } catch (RuntimeException failed) {
      log.accept("the coach could not go on to its end: " + failed);
      core.keep();
    }
  }

  private void finish() {
    try {
      keepLast();
    } catch (RuntimeException failed) {
      log.accept("the last checkpoint was not kept: " + failed.getMessage());
    }
    for (Post left = mailbox.poll(); left != null; left = mailbox.poll()) {
      switch (left) {
        case Do message -> message.reply().completeExceptionally(gone());
        case Work<?> message -> message.answer().completeExceptionally(gone());
        case Hear message -> {}
        case Stop stop -> {}
      }
    }
    ended.complete(null);
  }
}
