package app.respite.domain.work;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How sprints were rated. A sprint is rated by itself, where its figures were typed or edited, or
 * by a {@link Rating} that names it, which may come while it runs or from another computer. What
 * the sprint itself says counts; of several ratings that name it the latest does.
 */
public final class SprintRatings {
  /** A sprint is rated soon after its end; a rating later than this after a range is not its. */
  private static final Duration SOON = Duration.ofDays(1);

  private final Map<UUID, Integer> fatigue = new HashMap<>();
  private final Map<UUID, Integer> effort = new HashMap<>();
  private final Map<UUID, Instant> at = new HashMap<>();
  private final List<Rating> beside = new ArrayList<>();

  /** The ratings of sprints; those that name none of them, or one that had yet to begin, apart. */
  public SprintRatings(Collection<Sprint> sprints, Collection<Rating> ratings) {
    Map<UUID, Sprint> known = new HashMap<>();
    sprints.forEach(sprint -> known.put(sprint.id(), sprint));
    List<Rating> ordered = new ArrayList<>(ratings);
    ordered.sort(Comparator.comparing(Rating::at).thenComparing(Rating::id));
    for (Rating rating : ordered) {
      UUID sprint = rating.sprint();
      if (rating.before() || sprint == null || !known.containsKey(sprint)) {
        beside.add(rating);
        continue;
      }
      if (rating.fatigue() != null) {
        fatigue.put(sprint, rating.fatigue());
        at.put(sprint, rating.at());
      }
      if (rating.effort() != null) {
        effort.put(sprint, rating.effort());
      }
    }
  }

  /** Where the ratings of a stretch's sprints are to be looked for. */
  public static Interval told(Interval within) {
    return new Interval(within.start(), within.end().plus(SOON));
  }

  /** A sprint with its rating in it. */
  public Sprint rated(Sprint sprint) {
    return sprint.withFigures(
        sprint.fatigue() == null ? fatigue.get(sprint.id()) : null,
        sprint.effort() == null ? effort.get(sprint.id()) : null,
        null,
        null,
        null);
  }

  /** Sprints with their ratings in them. */
  public List<Sprint> rated(Collection<Sprint> sprints) {
    return sprints.stream().map(this::rated).toList();
  }

  /** When a sprint's tiredness was told; at its end where that is not known. */
  public Instant at(Sprint sprint) {
    return at.getOrDefault(sprint.id(), sprint.end());
  }

  /** Ratings that are not a sprint's own: before one, or of the day alone; in order of time. */
  public List<Rating> beside() {
    return List.copyOf(beside);
  }
}
