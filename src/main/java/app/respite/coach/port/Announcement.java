package app.respite.coach.port;

import app.respite.domain.day.Event;
import java.time.Instant;

/** What faces are told beside the state (docs/contract.md). */
public sealed interface Announcement {
  /** When the coach acted. */
  Instant at();

  /** Something happened in the course of the day. */
  record OfDay(Instant at, Event event) implements Announcement {}

  /** Whoever has a window should bring it forward, and open a page, if that is one of its own. */
  record ShowWindow(Instant at, String page) implements Announcement {}

  /** The settings have changed; ask for them with {@link CoachRequest.Settings}. */
  record SettingsChanged(Instant at) implements Announcement {}
}
