package app.respite.domain.day.holds;

import app.respite.domain.work.JournalRecord.HoldReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask of the holds. */
public interface HoldsView {
  /** Since when each of them holds. */
  HoldsState state();

  /**
   * The first reason to hold prompts back now; null where there is none.
   *
   * @param despiteFullScreen whether a full-screen window is none any more
   */
  @Nullable HoldReason reason(boolean despiteFullScreen);

  /** When work hours next begin or end; null where they never do. */
  @Nullable Instant workHoursChange();
}
