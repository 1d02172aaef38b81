package app.respite.cli;

import app.respite.coach.Tasks;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Update;
import app.respite.coach.words.Sentences;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Task;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole coach in a terminal. */
@Command(description = "The whole coach in a terminal; needs no display.")
final class FocusCommand extends BaseCommand {
  @Parameters(arity = "0..1", paramLabel = "TASK", description = "Default: the last task.")
  @Nullable String task;

  @Option(names = "--sprints", paramLabel = "N", description = "End after this many sprints.")
  @Nullable Integer sprints;

  @Option(names = "--sprint", paramLabel = "25m", converter = Lengths.class)
  @Nullable Duration sprint;

  @Option(
      names = "--rest",
      paramLabel = "5m",
      converter = Lengths.class,
      description = "Length of the breaks, where this terminal runs the coach.")
  @Nullable Duration rest;

  @Override
  public Integer call() {
    if (sprints != null && (sprints < 1 || sprints > 100)) {
      throw wrong("--sprints takes a whole number from 1 to 100");
    }
    return new Run(this, new Wish(task, sprints, sprint, rest)).run();
  }

  /** What was asked for; null where nothing was said. */
  record Wish(
      @Nullable String task,
      @Nullable Integer sprints,
      @Nullable Duration sprint,
      @Nullable Duration rest) {
    static final Wish NONE = new Wish(null, null, null, null);

    Preferences applied(Preferences to) {
      if (rest == null) {
        return to;
      }
      Preferences changed = to.with(SprintBreakRule.SHORT, rest);
      for (String name : to.tasks()) {
        changed = changed.with(name, SprintBreakRule.SHORT, rest);
      }
      return changed;
    }
  }

  private sealed interface Heard {}

  private record Key(int code) implements Heard {}

  private record News(Update update, Duration at) implements Heard {}

  private record Lost(String why) implements Heard {}

  /** One terminal with its coach, from start to end. */
  static final class Run {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LAST_WORD = Duration.ofMinutes(2);
    private static final int WIDTH_EVERY = 5;
    private static final String USUAL_NAME = "Work";

    private final ProgramServices world;
    private final Wish wish;
    private final PrintWriter out;
    private final Terminal terminal = new Terminal(System.getenv());
    private final Sentences say;
    private final FocusView view;
    private final boolean attended = terminal.attended();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    private boolean own;
    private int width;
    private int drawn;
    private int done;
    private Duration worked = Duration.ZERO;
    private String message = "";
    private @Nullable CheckInPrompt prompt;
    private Input.@Nullable Question asked;
    private @Nullable News newest;
    private @Nullable Duration doneAt;
    private long lastMinute = -1;

    Run(BaseCommand call, Wish wish) {
      this.world = call.world();
      this.wish = wish;
      this.out = call.out();
      this.say = new Sentences(world.clock().zone());
      this.view = new FocusView(world.clock().zone(), terminal.unicode());
    }

    int run() {
      Optional<Choice> choice = choose();
      if (choice.isEmpty()) {
        return NO;
      }
      CoachLink coach = open();
      world.onEnd(() -> end(coach));
      try {
        return live(coach, choice.get());
      } finally {
        end(coach);
      }
    }

    private record Choice(String task, boolean isNew) {}

    /** The task to work on; on the very first day its name is enough. */
    private Optional<Choice> choose() {
      try (ProgramServices.Reading reading = world.reading()) {
        Tasks tasks = new Tasks(reading.journal());
        boolean none = tasks.all().isEmpty();
        if (wish.task() != null) {
          return Optional.of(
              none
                  ? new Choice(wish.task().strip(), true)
                  : new Choice(tasks.toWorkOn(wish.task()).name(), false));
        }
        Optional<Task> usual = tasks.usual(world.clock().read().wall());
        if (usual.isPresent()) {
          return usual.map(task -> new Choice(task.name(), false));
        }
      }
      if (!attended) {
        return Optional.of(new Choice(USUAL_NAME, true));
      }
      String name = terminal.ask("What do you work on? ");
      return name.isBlank() ? Optional.empty() : Optional.of(new Choice(name.strip(), true));
    }

    private CoachLink open() {
      Optional<CoachLink> running = world.coach();
      if (running.isPresent()) {
        if (wish.rest() != null) {
          message = "A coach runs already, so its own break lengths count.";
        }
        return running.get();
      }
      Optional<CoachLink> mine = world.ownCoach(wish::applied);
      own = mine.isPresent();
      return mine.orElseGet(world::startedCoach);
    }

    private int live(CoachLink coach, Choice choice) {
      coach.subscribe(
          new CoachLink.Listener() {
            @Override
            public void updated(Update update) {
              heard.add(new News(update, world.clock().read().monotonic()));
            }

            @Override
            public void lost(String why) {
              heard.add(new Lost(why));
            }
          });
      newest = new News(coach.latest(), world.clock().read().monotonic());
      if (attended) {
        terminal.keys(world.threads(), code -> heard.add(new Key(code)));
        width = terminal.width();
        out.print("\033[?25l");
      }
      begin(coach, choice);
      try {
        return loop(coach, choice.task());
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
        return OK;
      }
    }

    private void begin(CoachLink coach, Choice choice) {
      if (choice.isNew()) {
        await(
            coach.ask(
                new CoachRequest.SaveTask(Task.named(UUID.randomUUID(), choice.task()), null)));
        out.println("Added the task " + choice.task() + ".");
      }
      Snapshot now = coach.latest().snapshot();
      Task task = Task.named(new UUID(0, 0), choice.task());
      if (now.state() == Mode.OFF || now.state() == Mode.READY) {
        tell(coach, new Input.Start(task, wish.sprint(), false));
      } else if (wish.task() != null && !choice.task().equals(now.task())) {
        tell(coach, new Input.SwitchTask(task));
      }
    }

    private int loop(CoachLink coach, String task) throws InterruptedException {
      int turns = 0;
      while (!ended.get()) {
        Heard next = heard.poll(SECOND.toMillis(), TimeUnit.MILLISECONDS);
        switch (next) {
          case null -> {
            turns++;
            if (attended && turns % WIDTH_EVERY == 0) {
              width = terminal.width();
            }
          }
          case News news -> take(coach, news, task);
          case Key(int code) -> {
            if (key(coach, code, task)) {
              return OK;
            }
          }
          case Lost lost -> {
            line("The coach has ended.");
            return OK;
          }
        }
        if (finished()) {
          return OK;
        }
        if (heard.isEmpty()) {
          show();
        }
      }
      return OK;
    }

    private void take(CoachLink coach, News news, String task) {
      newest = news;
      message = say.newest(news.update().events(), message);
      for (Event told : news.update().events()) {
        String line = say.of(told);
        if (!line.isEmpty() && !attended) {
          line(line);
        }
        if (told instanceof Event.SprintEnded ended) {
          done++;
          worked = worked.plus(ended.active());
          prompt = attended ? CheckInPrompt.about(Input.Question.SPRINT) : null;
          doneAt = world.clock().read().monotonic();
        }
      }
      if (attended) {
        ask(news.update().snapshot());
      } else {
        goOn(coach, news.update().snapshot(), task);
      }
    }

    /** Asks what the coach asks, once, and no longer than the coach does. */
    private void ask(Snapshot now) {
      if (prompt != null && !prompt.stillAsked(now)) {
        prompt = null;
      }
      Input.Question open = now.questions().first().orElse(null);
      if (open == null) {
        asked = null;
      } else if (open != asked && (prompt == null || open == Input.Question.BEFORE)) {
        asked = open;
        prompt = CheckInPrompt.about(open);
      }
    }

    /** Nobody can answer here, so breaks are taken and sprints follow one another. */
    private void goOn(CoachLink coach, Snapshot now, String task) {
      if (finished()) {
        return;
      }
      if (Sentences.asks(now) && now.can().contains(Snapshot.Action.ACCEPT)) {
        tell(coach, new Input.Accept());
      } else if (now.state() == Mode.READY) {
        start(coach, task);
      }
    }

    private void start(CoachLink coach, String task) {
      tell(coach, new Input.Start(Task.named(new UUID(0, 0), task), wish.sprint(), false));
    }

    /** Whether the sprints asked for are done, and the last question is answered or too old. */
    private boolean finished() {
      if (wish.sprints() == null || done < wish.sprints() || doneAt == null) {
        return false;
      }
      return prompt == null
          || world.clock().read().monotonic().minus(doneAt).compareTo(LAST_WORD) > 0;
    }

    /** Takes a key; true to leave. */
    private boolean key(CoachLink coach, int code, String task) {
      CheckInPrompt open = prompt;
      if (open != null && CheckInPrompt.takes(code)) {
        if (open.press(code)) {
          prompt = null;
          tell(coach, open.told());
        }
        return false;
      }
      Snapshot now = coach.latest().snapshot();
      switch (code) {
        case 'a', 'A' -> {
          if (FocusView.starts(now)) {
            start(coach, now.task() == null ? task : now.task());
          } else {
            tell(coach, new Input.Accept());
          }
        }
        case 'c', 'C' -> {
          Input.Start counting = now.counting();
          if (counting != null) {
            tell(coach, counting);
          }
        }
        case 'p', 'P' -> tell(coach, new Input.Postpone(null));
        case 's', 'S' -> tell(coach, new Input.Skip());
        case 't', 'T' -> tell(coach, new Input.Tired());
        case 'b', 'B' -> tell(coach, new Input.EndBreak(false));
        case ' ' ->
            tell(coach, now.state() == Mode.PAUSED ? new Input.Resume() : new Input.Pause(null));
        case 'i', 'I' -> tell(coach, new Input.Items(1));
        case 'x', 'X' -> tell(coach, new Input.Stop());
        case 'y', 'Y' -> tell(coach, new Input.TakeSuggestion());
        case 'n', 'N' -> tell(coach, new Input.DismissSuggestion());
        case 'k', 'K' -> recover(coach, now, Recovery.KEEP);
        case 'm', 'M' -> recover(coach, now, Recovery.TRIM);
        case 'd', 'D' -> {
          recover(coach, now, Recovery.DISCARD);
          idle(coach, now, IdleAnswer.DISCARD);
        }
        case 'r', 'R' -> idle(coach, now, IdleAnswer.REST);
        case 'w', 'W' -> idle(coach, now, IdleAnswer.WORK);
        case 'q', 'Q', 3, -1 -> {
          return true;
        }
        default -> {}
      }
      return false;
    }

    private void recover(CoachLink coach, Snapshot now, Recovery as) {
      if (now.askRecovery()) {
        tell(coach, new Input.Recover(as));
      }
    }

    private void idle(CoachLink coach, Snapshot now, IdleAnswer as) {
      if (now.askIdle() != null) {
        tell(coach, new Input.AnswerIdle(as, null));
      }
    }

    /** Says something to the coach; a refusal is shown, events come by the subscription. */
    private void tell(CoachLink coach, Input.Command command) {
      try {
        String refusal = await(coach.send(command)).refusal();
        if (!refusal.isEmpty()) {
          message = refusal;
          if (!attended) {
            line(refusal);
          }
        }
      } catch (CoachException failed) {
        // What is not on disk yet has been done all the same.
        if (command instanceof Input.Start && coach.latest().onDisk()) {
          throw failed;
        }
        if (!attended) {
          line(failed.getMessage());
        }
        // What the coach itself is in trouble with is on show as long as it lasts, and no longer.
        message = failed.getMessage().equals(coach.latest().trouble()) ? "" : failed.getMessage();
      }
    }

    private void show() {
      News news = newest;
      if (news == null) {
        return;
      }
      Duration since = world.clock().read().monotonic().minus(news.at());
      if (!attended) {
        long minute = world.clock().read().monotonic().dividedBy(MINUTE);
        if (lastMinute >= 0 && minute != lastMinute) {
          line(say.status(moved(news.update(), since)));
        }
        lastMinute = minute;
        return;
      }
      CheckInPrompt open = prompt;
      List<String> lines =
          view.lines(news.update(), since, width, message, open == null ? List.of() : open.lines());
      out.print(up() + String.join("\n", lines));
      out.flush();
      drawn = lines.size();
    }

    private String up() {
      return drawn == 0 ? "" : (drawn > 1 ? "\033[" + (drawn - 1) + "A" : "") + "\r\033[J";
    }

    private static Update moved(Update update, Duration since) {
      return FocusTime.moved(update, since);
    }

    private void line(String text) {
      out.println(text);
      out.flush();
    }

    private void end(CoachLink coach) {
      if (!ended.compareAndSet(false, true)) {
        return;
      }
      try {
        if (own) {
          await(coach.send(new Input.Stop()));
        }
      } catch (CoachException gone) {
        message = gone.getMessage();
      }
      try {
        coach.close();
      } catch (CoachException unsaved) {
        // Whoever called says what and where.
        leave(done == 0 ? "" : summary());
        throw unsaved;
      }
      leave(summary());
    }

    private void leave(String lastWord) {
      if (attended) {
        out.print(up() + "\033[?25h");
      }
      if (!lastWord.isEmpty()) {
        out.println(lastWord);
      }
      out.flush();
      terminal.close();
    }

    private String summary() {
      return done == 0
          ? (own
              ? "Saved. See the day with: respite review"
              : "The coach goes on without this terminal.")
          : Figures.count(done, "sprint")
              + ", "
              + Durations.rounded(worked, Durations.MINUTE)
              + " of work"
              + (own ? "." : "; the coach goes on.");
    }
  }
}
