package app.respite.domain.day.breaks;

import app.respite.domain.breaks.Proposal;
import app.respite.domain.work.JournalRecord.HoldReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask of the breaks. */
public interface BreaksView {
  /** The break that runs, the one that is due, and what was skipped. */
  BreaksState state();

  /** The break that comes next if work goes on and nothing longer that is due stands before it. */
  Optional<Proposal> next();

  /** Why prompts are held back now; null where they are not. */
  @Nullable HoldReason heldBack();

  /** Whether a break has run over its length and waits for somebody to come back. */
  boolean overtime();

  /** Whether there is input in a break. */
  boolean hasInput();

  /** Whether a break may not be left but by the emergency way. */
  boolean locksOut();

  /** Whether a skip now only asks for a second press. */
  boolean gateUp();
}
