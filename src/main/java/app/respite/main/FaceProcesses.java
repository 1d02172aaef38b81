package app.respite.main;

import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.desktop.Faces;
import app.respite.domain.time.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faces as processes that the coach starts. One that ends at once is not started over and over. One
 * thread at a time.
 */
final class FaceProcesses implements Faces {
  private final @Nullable Path home;
  private final boolean display;
  private final LogFile log;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Clock clock;
  private @Nullable Process breakView;
  private @Nullable Duration breakViewAgain;
  private Duration pause = FIRST_PAUSE;
  private @Nullable Process mini;

  FaceProcesses(@Nullable Path home, boolean display, Clock clock, LogFile log) {
    this.clock = clock;
    this.home = home;
    this.display = display;
    this.log = log;
  }

  @Override
  public boolean possible() {
    return display;
  }

  @Override
  public void breakView() {
    if (breakView != null && breakView.isAlive()) {
      return;
    }
    Duration now = clock.read().monotonic();
    if (breakViewAgain != null && now.compareTo(breakViewAgain) < 0) {
      return;
    }
    boolean failed = breakView != null && breakView.exitValue() != 0;
    pause = failed ? Durations.min(pause.multipliedBy(2), LONGEST_PAUSE) : FIRST_PAUSE;
    breakViewAgain = now.plus(pause);
    breakView = start(Role.FACE, List.of("face", "break"));
  }

  @Override
  public void miniTimer() {
    if (mini != null && mini.isAlive()) {
      mini.destroy();
      mini = null;
    } else {
      mini = start(Role.FACE, List.of("face", "mini"));
    }
  }

  @Override
  public void window(String page) {
    start(Role.WINDOW, page.isEmpty() ? List.of() : List.of("--page", page));
  }

  private @Nullable Process start(Role role, List<String> arguments) {
    if (!display) {
      return null;
    }
    try {
      return OwnProcess.start(role, arguments, home, log);
    } catch (CoachException failed) {
      log.failure(failed);
      return null;
    }
  }
}
