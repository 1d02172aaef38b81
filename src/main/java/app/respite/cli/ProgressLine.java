package app.respite.cli;

import app.respite.coach.port.Clock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How far an import is, on one line of a terminal, from the first second on; Ctrl-C ends it. Says
 * nothing where nobody watches.
 */
final class ProgressLine implements ProgramServices.ImportProgress {
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final String name;
  private final Clock clock;
  private final PrintWriter to;
  private final Duration begun;
  private final boolean attended;
  private long shown = -1;
  private long before;
  private long whole;

  ProgressLine(Path file, Clock clock, PrintWriter to) {
    this.name = String.valueOf(file.getFileName());
    this.clock = clock;
    this.to = to;
    begun = clock.read().monotonic();
    attended = new Terminal(System.getenv()).attended();
  }

  @Override
  public void read(long bytes, long size) {
    if (bytes < before) {
      whole += size; // the second reading begins
    }
    before = bytes;
    long percent = size == 0 ? 100 : Math.min(100, (whole + bytes) * 50 / size);
    if (percent == shown
        || !attended
        || clock.read().monotonic().minus(begun).compareTo(QUIET) < 0) {
      return;
    }
    shown = percent;
    to.print("\r" + name + ": " + percent + " % (Ctrl-C ends it)");
    to.flush();
  }

  /** Leaves an empty line for what comes next. */
  void clear() {
    if (shown >= 0) {
      to.print("\r" + " ".repeat(name.length() + 30) + "\r");
      to.flush();
    }
  }
}
