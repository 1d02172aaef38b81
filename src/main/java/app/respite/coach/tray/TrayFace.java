package app.respite.coach.tray;

import app.respite.coach.port.Prompting.Form;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.port.desktop.TrayView.Rule;
import app.respite.coach.words.Phrases;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.Presence;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The tray's view of the coach. Times in it are whole minutes and the ring moves in steps, so that
 * it changes about once a minute and not once a second. Every entry follows what the coach says it
 * can do (B36), and never offers more than that (B30).
 */
public final class TrayFace {
  private static final int MOST_TASKS = 12;
  private static final int LONGEST_NAME = 40;

  private TrayFace() {}

  /**
   * The view.
   *
   * @param tasks that can be chosen, the last used first
   */
  public static TrayView of(Update update, List<Task> tasks, ZoneId zone) {
    Snapshot now = update.snapshot();
    return new TrayView(
        icon(now), attention(update), title(now), text(update, zone), menu(update, tasks, zone));
  }

  private static boolean attention(Update update) {
    Form form = update.prompting().form();
    return !update.onDisk()
        || form == Form.WARNING
        || form == Form.ITEM
        || form == Form.SMALL
        || form == Form.VIEW;
  }

  private static Icon icon(Snapshot now) {
    DueBreak due = now.due();
    if (now.state() != Mode.BREAK && due != null && due.state() == DueState.DUE) {
      return new Icon(Kind.DUE, Icon.STEPS);
    }
    boolean away = now.presence() != Presence.HERE;
    return switch (now.state()) {
      case OFF, READY -> new Icon(Kind.OFF, 0);
      case PAUSED -> new Icon(Kind.STILL, left(now));
      case BREAK -> new Icon(Kind.REST, left(now));
      case SPRINT -> new Icon(away ? Kind.STILL : Kind.WORK, left(now));
      case OVERRUN -> new Icon(away ? Kind.STILL : Kind.WORK, 0);
    };
  }

  /** How much is left; in flow the ring fills towards the end of the rest window instead. */
  private static int left(Snapshot now) {
    Duration planned = now.planned();
    Duration remaining = now.remaining();
    if (planned == null || remaining == null) {
      return step(now.restLatest().minus(now.sinceRest()), now.restLatest());
    }
    return step(remaining, planned);
  }

  private static int step(Duration part, Duration whole) {
    if (!whole.isPositive() || !part.isPositive()) {
      return 0;
    }
    double share = (double) part.toMillis() / whole.toMillis();
    return Math.clamp((int) Math.ceil(share * Icon.STEPS), 0, Icon.STEPS);
  }

  private static String title(Snapshot now) {
    String task = now.task() == null ? "" : shortened(now.task());
    return switch (now.state()) {
      case OFF -> "Respite";
      case SPRINT -> {
        Duration remaining = now.remaining();
        yield remaining == null
            ? task + " · " + Durations.minutes(now.elapsed())
            : task + " · " + minutesLeft(remaining);
      }
      case OVERRUN -> task + " · the sprint is over";
      case PAUSED -> task + " · paused";
      case BREAK ->
          now.overtime().toMinutes() > 0
              ? "Break over · +" + Durations.minutes(now.overtime()) + ", counted as rest"
              : now.remaining() == null || now.remaining().isZero()
                  ? "Break over"
                  : "Break · " + minutesLeft(now.remaining());
      case READY -> "Ready when you are";
    };
  }

  private static String minutesLeft(Duration left) {
    return left.compareTo(Durations.MINUTE) <= 0
        ? "less than a minute left"
        : Durations.minutesLeft(left) + " left";
  }

  /** The reason for a silence comes before all else. */
  private static String text(Update update, ZoneId zone) {
    Snapshot now = update.snapshot();
    List<String> parts = new ArrayList<>();
    if (!update.trouble().isEmpty()) {
      parts.add(update.trouble());
    }
    if (!now.reason().isEmpty()) {
      parts.add(now.reason());
    }
    if (now.countFrom() != null) {
      parts.add("Not counted since " + Phrases.clock(now.countFrom(), zone));
    }
    DueBreak due = now.due();
    if (due != null) {
      parts.add(due(due, zone));
    } else if (now.next() != null && now.state() != Mode.BREAK) {
      parts.add(
          Phrases.sentence(Phrases.name(now.next().kind()))
              + " at "
              + Phrases.clock(now.next().at(), zone));
    }
    return String.join(" · ", parts);
  }

  private static String due(DueBreak due, ZoneId zone) {
    String name = Phrases.sentence(Phrases.name(due.kind()));
    Instant at = due.at();
    return switch (due.state()) {
      case WARNED -> name + " at " + Phrases.clock(due.since(), zone);
      case DUE -> name + " is due";
      case POSTPONED -> name + (at == null ? " put off" : " put off to " + Phrases.clock(at, zone));
      case HELD -> name + " waits until then";
    };
  }

  private static List<Entry> menu(Update update, List<Task> tasks, ZoneId zone) {
    Snapshot now = update.snapshot();
    List<Entry> menu = new ArrayList<>();
    menu.add(new Line(title(now)));
    String text = text(update, zone);
    if (!text.isEmpty()) {
      menu.add(new Line(text));
    }
    menu.add(new Rule());
    answers(menu, now);
    Input.Start counting = now.counting();
    if (counting != null) {
      menu.add(command("count", Phrases.COUNT_THESE, counting));
    }
    menu.add(startOrStop(now));
    menu.add(breakNow(now));
    menu.add(does("tired", "I'm tired now", now, Action.TIRED, new Input.Tired()));
    menu.add(pause(now));
    menu.add(quiet(now, zone));
    if (now.can().contains(Action.ITEM)) {
      menu.add(
          does(
              "item", "Count an item (" + now.items() + ")", now, Action.ITEM, new Input.Items(1)));
    }
    menu.add(tasks(now, tasks));
    menu.add(new Rule());
    menu.add(opens("open", "Open Respite", ""));
    menu.add(opens("review", "Review", "review"));
    menu.add(opens("settings", "Settings", "settings"));
    menu.add(new Choice("mini", "Mini timer", true, null, new DesktopAction.MiniTimer()));
    menu.add(new Rule());
    menu.add(new Choice("quit", "Quit", true, null, new DesktopAction.Quit()));
    return menu;
  }

  /** A prompt can be answered here too: nobody may depend on a notification being seen. */
  private static void answers(List<Entry> menu, Snapshot now) {
    DueBreak due = now.due();
    if (due == null || now.state() == Mode.BREAK) {
      return;
    }
    int before = menu.size();
    if (now.can().contains(Action.ACCEPT)) {
      menu.add(
          does(
              "accept",
              "Take the " + Phrases.name(due.kind()) + ", " + Durations.words(due.length()),
              now,
              Action.ACCEPT,
              new Input.Accept()));
    }
    if (now.can().contains(Action.POSTPONE)) {
      for (Duration length : now.postponeChoices()) {
        menu.add(
            does(
                "postpone-" + length.toSeconds(),
                "Postpone " + Durations.words(length),
                now,
                Action.POSTPONE,
                new Input.Postpone(length)));
      }
    }
    if (now.can().contains(Action.SKIP)) {
      menu.add(
          does(
              "skip",
              due.skipGated() ? "Skip (asks once more)" : "Skip",
              now,
              Action.SKIP,
              new Input.Skip()));
    }
    if (menu.size() > before) {
      menu.add(new Rule());
    }
  }

  private static Choice startOrStop(Snapshot now) {
    boolean over = now.state() == Mode.OFF || now.state() == Mode.READY;
    if (over) {
      String task = now.task() == null ? "" : " " + shortened(now.task());
      boolean can = now.can().contains(Action.START);
      return now.task() == null
          ? opens("start", "Start …", "today")
          : new Choice(
              "start",
              "Start" + task,
              can,
              null,
              DesktopAction.Command.of(new Input.Start(null, null, now.flow())));
    }
    return does("stop", "Stop", now, Action.STOP, new Input.Stop());
  }

  private static Choice breakNow(Snapshot now) {
    if (now.state() == Mode.BREAK) {
      return does("end-break", "I'm back", now, Action.END_BREAK, new Input.EndBreak(false));
    }
    return does("break", "Start a break now", now, Action.BREAK, new Input.TakeBreak(null));
  }

  private static Entry pause(Snapshot now) {
    if (now.state() == Mode.PAUSED) {
      return does("resume", "Resume", now, Action.RESUME, new Input.Resume());
    }
    return does("pause", "Pause", now, Action.PAUSE, new Input.Pause(null));
  }

  private static Entry quiet(Snapshot now, ZoneId zone) {
    List<Entry> entries = new ArrayList<>();
    boolean quiet = now.can().contains(Action.QUIET_OFF);
    boolean meeting = now.can().contains(Action.MEETING_OFF);
    if (quiet) {
      entries.add(command("quiet-off", "No longer quiet", new Input.Quiet(null, false, true)));
    }
    if (meeting) {
      entries.add(command("meeting-off", "The meeting is over", new Input.Meeting(null, true)));
    }
    entries.add(
        command("quiet-30", "For 30 min", new Input.Quiet(Duration.ofMinutes(30), false, false)));
    entries.add(command("quiet-60", "For 1 h", new Input.Quiet(Duration.ofHours(1), false, false)));
    entries.add(command("quiet-morning", "Until tomorrow", new Input.Quiet(null, true, false)));
    entries.add(
        command(
            "meeting-45",
            "In a meeting, 45 min",
            new Input.Meeting(Duration.ofMinutes(45), false)));
    return new Group("quiet", quiet || meeting ? quietLabel(now, zone) : "Quiet", entries);
  }

  private static String quietLabel(Snapshot now, ZoneId zone) {
    return now.holds().stream()
        .filter(hold -> hold.reason() == HoldReason.QUIET || hold.reason() == HoldReason.MEETING)
        .findFirst()
        .map(
            hold -> {
              String what = hold.reason() == HoldReason.QUIET ? "Quiet" : "Meeting";
              Instant until = hold.until();
              return until == null ? what : what + " until " + Phrases.clock(until, zone);
            })
        .orElse("Quiet");
  }

  /** Work on the chosen task starts or goes on with it. */
  private static Entry tasks(Snapshot now, List<Task> tasks) {
    List<Entry> entries = new ArrayList<>();
    boolean session = now.can().contains(Action.SWITCH);
    boolean can = session || now.can().contains(Action.START);
    for (Task task : tasks) {
      if (entries.size() >= MOST_TASKS) {
        break;
      }
      Input.Command command =
          session ? new Input.SwitchTask(task) : new Input.Start(task, null, now.flow());
      boolean chosen = task.name().equals(now.task());
      entries.add(
          new Choice(
              "task-" + task.id(),
              shortened(task.name()),
              can,
              chosen,
              chosen && session
                  ? new DesktopAction.Command(List.of())
                  : DesktopAction.Command.of(command)));
    }
    if (!entries.isEmpty()) {
      entries.add(new Rule());
    }
    entries.add(opens("tasks", "All tasks", "tasks"));
    return new Group("task", "Task", entries);
  }

  private static Choice does(
      String id, String label, Snapshot now, Action action, Input.Command command) {
    return new Choice(
        id, label, now.can().contains(action), null, DesktopAction.Command.of(command));
  }

  private static Choice command(String id, String label, Input.Command command) {
    return new Choice(id, label, true, null, DesktopAction.Command.of(command));
  }

  private static Choice opens(String id, String label, String page) {
    return new Choice(id, label, true, null, new DesktopAction.OpenWindow(page));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
