package app.respite.main;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.desktop.Faces;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faces as processes that the coach starts. One thread at a time. */
final class FaceProcesses implements Faces {
  private final @Nullable Path home;
  private final boolean display;
  private final LogFile log;
  private @Nullable Process breakView;
  private @Nullable Process mini;

  FaceProcesses(@Nullable Path home, boolean display, LogFile log) {
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
    if (breakView == null || !breakView.isAlive()) {
      breakView = start(List.of("face", "break"));
    }
  }

  @Override
  public void miniTimer() {
    if (mini != null && mini.isAlive()) {
      mini.destroy();
      mini = null;
    } else {
      mini = start(List.of("face", "mini"));
    }
  }

  @Override
  public void window(String page) {
    start(page.isEmpty() ? List.of() : List.of("--page", page));
  }

  private @Nullable Process start(List<String> arguments) {
    if (!display) {
      return null;
    }
    try {
      return OwnProcess.start(OwnProcess.Role.FACE, arguments, home, log);
    } catch (CoachException failed) {
      log.failure(failed);
      return null;
    }
  }
}
