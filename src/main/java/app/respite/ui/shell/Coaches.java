package app.respite.ui.shell;

import app.respite.coach.port.Backups;
import app.respite.coach.port.FaceContext;
import app.respite.domain.setting.Preferences;
import java.time.ZoneId;
import java.util.Optional;

/** How the window comes to a coach. Nothing here is called on the screen's thread. */
public interface Coaches {
  /** The way to a coach that runs; empty where there is none. */
  Optional<FaceContext> running();

  /**
   * The way to the coach, which is started where there is none. May take a while.
   *
   * @throws app.respite.coach.port.CoachException where it does not start; says why in one line
   * @throws app.respite.coach.port.JournalException where the journal is why it does not
   */
  FaceContext started();

  /** Copies of the journal, and the ways back where no coach can start for its sake. */
  Backups backups();

  /** The zone that times are told in. */
  ZoneId zone();

  /** The settings that say how a window looks which has no coach yet. */
  Preferences preferences();
}
