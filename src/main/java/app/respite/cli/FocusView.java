package app.respite.cli;

import app.respite.cli.text.Columns;
import app.respite.coach.port.Update;
import app.respite.coach.words.Sentences;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The coach as the lines of a terminal. Draws nothing itself. */
final class FocusView {
  private static final int WIDEST = 100;
  private static final int LABEL = 30;

  private final Sentences say;
  private final boolean unicode;

  FocusView(ZoneId zone, boolean unicode) {
    this.say = new Sentences(zone);
    this.unicode = unicode;
  }

  /**
   * The lines at one moment.
   *
   * @param since how long ago the update was true
   * @param message the newest thing to tell, may be empty
   * @param prompt the lines of a question that takes the digits; empty where none is asked
   */
  List<String> lines(
      Update update, Duration since, int columns, String message, List<String> prompt) {
    int width = Math.min(columns - 1, WIDEST);
    Snapshot now = update.snapshot();
    Duration moved = now.running() ? since : Duration.ZERO;
    List<String> lines = new ArrayList<>();
    lines.add(headline(now));
    lines.add(progress(now, moved, width));
    lines.add(
        rest(
            now,
            now.state() == Mode.SPRINT || now.state() == Mode.OVERRUN ? moved : Duration.ZERO,
            width));
    lines.addAll(wrapped(question(update, message), width));
    if (now.suggestion() != null) {
      lines.addAll(Columns.wrap("Suggested:", 11, now.suggestion().sentence(), width));
    }
    prompt.forEach(line -> lines.addAll(wrapped(line, width)));
    lines.addAll(wrapped(keys(now), width));
    return lines.stream().map(line -> Columns.cut(line, width)).toList();
  }

  /** What does not fit into one line goes on in the next; what fits stays as it is. */
  private static List<String> wrapped(String line, int width) {
    return line.length() <= width ? List.of(line) : Columns.wrap("", 0, line, width);
  }

  private String headline(Snapshot now) {
    List<String> parts = new ArrayList<>();
    parts.add(now.task() == null ? "No task" : now.task());
    parts.add(
        switch (now.state()) {
          case OFF -> "no session";
          case SPRINT ->
              now.flow() ? "flow" : "sprint " + now.sprintInSet() + " of " + now.perSet();
          case OVERRUN -> "sprint over, work goes on";
          case PAUSED -> "paused";
          case BREAK -> "break";
          case READY -> "ready";
        });
    if (now.items() > 0) {
      parts.add(Figures.count(now.items(), "item"));
    }
    if (now.next() != null) {
      parts.add(say.next(now.next()));
    }
    return String.join("   ", parts);
  }

  private String progress(Snapshot now, Duration moved, int width) {
    Duration passed = now.state() == Mode.OVERRUN ? now.overtime() : now.elapsed();
    Duration elapsed = passed.plus(moved);
    Duration left = now.remaining() == null ? null : less(now.remaining(), moved);
    String label;
    double share;
    if (now.state() == Mode.OFF || now.state() == Mode.READY) {
      label = "";
      share = 0;
    } else if (left == null || now.planned() == null) {
      label = Durations.passed(elapsed);
      share = 0;
    } else if (left.isZero()) {
      label = "0:00";
      share = 1;
    } else {
      label = Durations.left(left) + " left";
      share = (double) elapsed.toMillis() / Math.max(1, now.planned().toMillis());
    }
    return Columns.bar(share, Math.max(8, width - LABEL), unicode) + "  " + label;
  }

  private String rest(Snapshot now, Duration moved, int width) {
    Duration since = now.sinceRest().plus(moved);
    int columns = Math.max(8, width - LABEL);
    long scale = Math.max(1, now.restLatest().toSeconds());
    int at = (int) Math.min(columns - 1, since.toSeconds() * columns / scale);
    int opens = (int) Math.min(columns - 1, now.restEarliest().toSeconds() * columns / scale);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      if (i == at) {
        line.append(unicode ? '\u25cf' : 'o');
      } else {
        line.append(i >= opens ? (unicode ? '\u2550' : '=') : (unicode ? '\u2500' : '.'));
      }
    }
    return line
        + "  "
        + Durations.minutes(since)
        + " since rest ("
        + now.restEarliest().toMinutes()
        + "-"
        + now.restLatest().toMinutes()
        + ")";
  }

  private String question(Update update, String message) {
    Snapshot now = update.snapshot();
    if (!update.trouble().isEmpty()) {
      return update.trouble();
    }
    if (now.askRecovery()) {
      return "A sprint was found open: k keep it, m trim it, d discard it.";
    }
    if (now.askIdle() != null) {
      return "Away from "
          + say.clock(now.askIdle().since())
          + " to "
          + say.clock(now.askIdle().until())
          + ": r rest, w work, d discard.";
    }
    if (Sentences.asks(now) && now.due() != null) {
      return "Time for a break: "
          + say.due(now.due())
          + (now.due().reason().isEmpty() ? "" : ", " + now.due().reason())
          + ".";
    }
    if (!message.isEmpty()) {
      return message;
    }
    return now.reason().isEmpty() ? now.basis() : now.reason();
  }

  private static String keys(Snapshot now) {
    List<String> keys = new ArrayList<>();
    key(keys, now.can().contains(Action.ACCEPT), "a accept");
    key(keys, now.can().contains(Action.POSTPONE), "p postpone");
    key(keys, now.can().contains(Action.SKIP), "s skip");
    key(keys, starts(now), "a start");
    key(keys, now.counting() != null, "c count these minutes");
    key(keys, now.can().contains(Action.END_BREAK), "b back");
    key(keys, now.can().contains(Action.TIRED), "t tired");
    key(keys, now.can().contains(Action.PAUSE), "space pause");
    key(keys, now.can().contains(Action.RESUME), "space go on");
    key(keys, now.can().contains(Action.ITEM), "i item");
    key(keys, now.can().contains(Action.STOP), "x stop");
    key(keys, now.can().contains(Action.TAKE), "y do what is suggested");
    key(keys, now.can().contains(Action.DISMISS), "n not today");
    keys.add("q quit");
    return String.join("   ", keys);
  }

  /** Whether the key for accepting begins the next sprint instead. */
  static boolean starts(Snapshot now) {
    return now.can().contains(Action.START)
        && !now.can().contains(Action.ACCEPT)
        && (now.state() == Mode.READY || now.state() == Mode.OFF);
  }

  private static void key(List<String> keys, boolean can, String name) {
    if (can) {
      keys.add(name);
    }
  }

  private static Duration less(Duration a, Duration b) {
    Duration left = a.minus(b);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
