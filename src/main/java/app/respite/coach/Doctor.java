package app.respite.coach;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.Finding;
import app.respite.coach.port.desktop.PortKind;
import app.respite.domain.text.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a desktop offers: asks every candidate of every port, all at once, and waits for
 * none longer than a bound. Starts nothing and changes nothing.
 */
public final class Doctor {
  /** What a service says about itself may be of any length. */
  private static final int MOST = 200;

  private final Executor threads;
  private final Duration bound;
  private final Consumer<Throwable> log;

  /**
   * A doctor.
   *
   * @param threads a thread for each piece of work, for one that hangs may keep its own
   * @param bound how long all candidates together may take
   * @param log takes in full what a candidate should have caught itself
   */
  public Doctor(Executor threads, Duration bound, Consumer<Throwable> log) {
    this.threads = threads;
    this.bound = bound;
    this.log = log;
  }

  /**
   * Looks at every port, in the order of {@link PortKind}.
   *
   * @param others candidates for what is no port of a desktop, such as the break view
   */
  public List<Finding> examine(
      DesktopPorts ports, Map<PortKind, ? extends List<? extends Candidate<?>>> others) {
    Map<PortKind, List<Look>> looks = new EnumMap<>(PortKind.class);
    others.forEach((port, candidates) -> looks.put(port, looks(candidates)));
    looks.put(PortKind.TRAY, looks(ports.tray()));
    looks.put(PortKind.NOTIFICATIONS, looks(ports.notifier()));
    looks.put(PortKind.IDLE, looks(ports.idle()));
    looks.put(PortKind.SLEEP, looks(ports.sleep()));
    looks.put(PortKind.LOCK, looks(ports.lock()));
    looks.put(PortKind.DO_NOT_DISTURB, looks(ports.doNotDisturb()));
    looks.put(PortKind.FULL_SCREEN, looks(ports.fullScreen()));
    looks.put(PortKind.CALLS, looks(ports.calls()));
    looks.put(PortKind.FOCUS, looks(ports.focus()));
    looks.put(PortKind.LOCK_SCREEN, looks(ports.screenLock()));
    looks.put(PortKind.AUTOSTART, looks(ports.autostart()));
    looks.put(PortKind.SHORTCUTS, looks(ports.shortcuts()));
    await(looks.values());

    List<Finding> findings = new ArrayList<>();
    for (PortKind port : PortKind.values()) {
      List<Finding.Row> rows = new ArrayList<>();
      looks.getOrDefault(port, List.of()).forEach(look -> rows.add(look.row()));
      findings.add(finding(port, rows));
    }
    return findings;
  }

  private static Finding finding(PortKind port, List<Finding.Row> rows) {
    String used = "";
    for (Finding.Row row : rows) {
      if (row.works()) {
        used = row.name();
        break;
      }
    }
    return new Finding(port, used, without(port), rows);
  }

  private List<Look> looks(List<? extends Candidate<?>> candidates) {
    List<Look> looks = new ArrayList<>();
    for (Candidate<?> candidate : candidates) {
      looks.add(new Look(candidate));
    }
    return looks;
  }

  private void await(Iterable<List<Look>> all) {
    List<Look> open = new ArrayList<>();
    all.forEach(open::addAll);
    CountDownLatch answers = new CountDownLatch(open.size());
    for (Look look : open) {
      threads.execute(
          () -> {
            try {
              look.run();
            } finally {
              answers.countDown();
            }
          });
    }
    try {
      // One wait for all: whoever has not answered then had the whole bound.
      boolean complete = answers.await(bound.toMillis(), TimeUnit.MILLISECONDS);
      if (!complete) {
        open.forEach(Look::giveUp);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      open.forEach(Look::giveUp);
    }
  }

  /** The look at one candidate. */
  private final class Look {
    private final Candidate<?> candidate;
    private Finding.@Nullable Row row;

    Look(Candidate<?> candidate) {
      this.candidate = candidate;
    }

    void run() {
      try {
        settle(candidate.probe());
      } catch (RuntimeException | Error fault) {
        log.accept(fault);
        settle(
            false,
            "its look failed inside (" + fault.getClass().getSimpleName() + ")",
            "report this with respite.log");
      }
    }

    private void settle(Answer<?> answer) {
      switch (answer) {
        case Answer.Works<?> works -> {
          settle(true, works.note(), "");
          if (works.port() instanceof AutoCloseable port) {
            letGo(port);
          }
        }
        case Answer.Missing<?> missing -> settle(false, missing.why(), missing.remedy());
      }
    }

    private void letGo(AutoCloseable port) {
      try {
        port.close();
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      } catch (Exception fault) {
        log.accept(fault);
      }
    }

    void giveUp() {
      settle(false, "no answer within " + bound.toSeconds() + " s", "");
    }

    /** The first word counts: an answer that comes after all was given up changes nothing. */
    private synchronized void settle(boolean works, String why, String remedy) {
      if (row == null) {
        row =
            new Finding.Row(
                plain(candidate.name()), works, plain(why), plain(remedy), candidate.tried());
      }
    }

    synchronized Finding.Row row() {
      return Objects.requireNonNull(row, "answered or given up");
    }
  }

  /** One line of bounded length that can steer no terminal. */
  private static String plain(String text) {
    String start = text.length() > 4 * MOST ? text.substring(0, 4 * MOST) : text;
    String line = PlainText.line(start);
    if (line.codePointCount(0, line.length()) <= MOST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MOST)).strip() + " ...";
  }

  /** What the coach does where nothing works for a port. */
  private static String without(PortKind port) {
    return switch (port) {
      case TRAY -> "The window is the coach's home; 'respite' opens it.";
      case NOTIFICATIONS -> "A small prompt in the corner of the screen asks instead.";
      case IDLE -> "The coach runs as a timer only.";
      case SLEEP -> "Sleep is seen afterwards, by the clocks.";
      case LOCK -> "A locked screen is seen only as time without input.";
      case DO_NOT_DISTURB -> "Tell the coach when to keep quiet: respite quiet --for 1h";
      case FULL_SCREEN -> "Prompts come over full-screen windows too.";
      case CALLS -> "Tell the coach about calls: respite meeting --for 45m";
      case BREAK_VIEW -> "Breaks are shown in notifications, tray and terminal only.";
      case FOCUS -> "After a break you may have to click the window you were in.";
      case LOCK_SCREEN -> "The break view has no button that locks the screen.";
      case APPEARANCE -> "The theme is the one in the settings.";
      case AUTOSTART -> "Start the coach yourself after logging in: respite coach";
      case SHORTCUTS ->
          "Bind keys in the desktop's own settings to commands such as: respite tired";
    };
  }
}
