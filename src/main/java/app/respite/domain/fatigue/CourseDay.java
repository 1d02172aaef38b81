package app.respite.domain.fatigue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day from one long sleep to the next as the model of tiredness sees it.
 *
 * @param parts work, rest and ratings in order of time, without gaps
 * @param sprints sprints rated at their end
 * @param mainWork what most of the day's work was, see {@link Course}; null without any
 */
public record CourseDay(List<Part> parts, int sprints, @Nullable UUID mainWork) {
  /** A step and when it begins; a rating happens then. */
  public record Part(Instant start, Instant end, Step step) {}

  public CourseDay {
    parts = List.copyOf(parts);
  }

  /** Its steps. */
  public List<Step> steps() {
    return parts.stream().map(Part::step).toList();
  }

  /** When it begins. */
  public Instant start() {
    return parts.getFirst().start();
  }

  /** When its last step ends. */
  public Instant end() {
    return parts.getLast().end();
  }

  /** When the newest of its ratings was given; null without any. */
  public @Nullable Instant lastRating() {
    return parts.reversed().stream()
        .filter(part -> part.step() instanceof Step.Rated)
        .map(Part::start)
        .findFirst()
        .orElse(null);
  }

  /** Whether anything in it says how tired the person was. */
  public boolean tells() {
    for (Part part : parts) {
      if (part.step() instanceof Step.Rated || part.step() instanceof Step.Said) {
        return true;
      }
    }
    return false;
  }

  /** Ratings in it, those before sprints included. */
  public int ratings() {
    return (int) parts.stream().filter(part -> part.step() instanceof Step.Rated).count();
  }
}
