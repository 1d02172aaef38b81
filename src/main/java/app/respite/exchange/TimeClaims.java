package app.respite.exchange;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The time that the rows of a file say somebody worked or rested, and which of them can stand: no
 * moment is lived twice, neither in the file nor beside what the journal has. Of two rows the first
 * one stands; a sprint goes with its stretches.
 */
final class TimeClaims {
  private record Claim(int place, UUID span, @Nullable UUID sprint, Interval when) {}

  private final List<Claim> claims = new ArrayList<>();
  private final Map<UUID, Sprint> sprints = new HashMap<>();
  private final Map<UUID, Integer> sprintPlaces = new HashMap<>();
  private final Set<UUID> spanned = new HashSet<>();
  private final Set<UUID> spans = new HashSet<>();
  private final Map<UUID, Break> breaks = new LinkedHashMap<>();
  private boolean tellsSpans;
  private int breaksWithoutLength;
  private final Map<Integer, String> objected = new HashMap<>();
  private final Map<UUID, String> objectedSprints = new HashMap<>();

  /** A stretch at a place of the file. */
  void add(int place, Span span) {
    if (span.sprint() != null) {
      spanned.add(span.sprint());
    }
    tellsSpans = true;
    claim(place, span);
  }

  /** A sprint at a place of the file; one without stretches was work from its start on. */
  void add(int place, Sprint sprint) {
    sprints.put(sprint.id(), sprint);
    sprintPlaces.put(sprint.id(), place);
  }

  /** A break, whose time other rows tell, or else it tells by itself. */
  void add(Break taken) {
    if (taken.start().isBefore(taken.end())) {
      breaks.put(taken.id(), taken);
      spans.add(AssumedSpan.of(taken).id());
    } else {
      breaksWithoutLength++;
    }
  }

  /** Breaks of which nothing tells how long they were. */
  int breaksWithoutLength() {
    return breaksWithoutLength;
  }

  /** Whether a break takes its time by itself, for no stretch in file or journal lies there. */
  boolean takesTime(Break taken) {
    return breaks.containsKey(taken.id());
  }

  /**
   * A row cannot stand, whatever its time.
   *
   * @param sprint the one it is or belongs to, which goes with it; or null
   * @param why half a sentence
   */
  void object(int place, @Nullable UUID sprint, String why) {
    objected.put(place, why);
    if (sprint != null) {
      objectedSprints.putIfAbsent(sprint, why);
    }
  }

  private void claim(int place, Span span) {
    spans.add(span.id());
    if (span.start().isBefore(span.end())) {
      claims.add(new Claim(place, span.id(), span.sprint(), span.interval()));
    }
  }

  /** Whether the file has stretches of a sprint. */
  boolean hasSpans(UUID sprint) {
    return spanned.contains(sprint);
  }

  /**
   * The rows that cannot stand, with the reason, by their places. Asked once, when all is added.
   *
   * @param journal the stretches of the journal in an interval
   */
  Map<Integer, String> settle(Function<Interval, List<Span>> journal) {
    sprints.forEach(
        (id, sprint) -> {
          if (!spanned.contains(id)) {
            claim(place(id), AssumedSpan.of(sprint));
          }
        });
    claims.sort((a, b) -> Integer.compare(a.place(), b.place()));
    Map<Integer, String> refused = new HashMap<>(objected);
    refuseWithObjected(refused);
    Map<UUID, String> refusedSprints = new HashMap<>();
    NavigableMap<Instant, Instant> taken = new TreeMap<>();
    for (Claim claim : claims) {
      if (refused.containsKey(claim.place())) {
        continue;
      }
      Interval other = inFile(claim.when(), taken);
      if (other == null) {
        other = inJournal(claim, journal.apply(claim.when()));
      }
      if (other == null) {
        taken.put(claim.when().start(), claim.when().end());
      } else {
        String why = "overlaps what is there already from " + other.start() + " to " + other.end();
        refused.put(claim.place(), why);
        if (claim.sprint() != null) {
          refusedSprints.putIfAbsent(claim.sprint(), why);
        }
      }
    }
    settleBreaks(taken, journal);
    for (Claim claim : claims) {
      String why = claim.sprint() == null ? null : refusedSprints.get(claim.sprint());
      if (why != null) {
        refused.putIfAbsent(claim.place(), "belongs to a sprint that " + why);
      }
    }
    refusedSprints.forEach(
        (id, why) -> {
          if (sprints.containsKey(id)) {
            refused.putIfAbsent(place(id), why);
          }
        });
    return refused;
  }

  /**
   * A file that tells of stretches tells of all of them: the coach's own has breaks that took no
   * time, such as those after its day was closed. In another file a break takes the time in which
   * nothing else is booked, and is counted all the same where something is.
   */
  private void settleBreaks(
      NavigableMap<Instant, Instant> taken, Function<Interval, List<Span>> journal) {
    if (tellsSpans) {
      breaks.clear();
      return;
    }
    breaks
        .values()
        .removeIf(
            one -> {
              Span span = AssumedSpan.of(one);
              Claim claim = new Claim(0, span.id(), null, span.interval());
              boolean free =
                  inFile(claim.when(), taken) == null
                      && inJournal(claim, journal.apply(claim.when())) == null;
              if (free) {
                taken.put(claim.when().start(), claim.when().end());
              }
              return !free;
            });
  }

  private void refuseWithObjected(Map<Integer, String> refused) {
    for (Claim claim : claims) {
      String why = claim.sprint() == null ? null : objectedSprints.get(claim.sprint());
      if (why != null) {
        refused.putIfAbsent(claim.place(), "goes with a row that is refused: " + why);
      }
    }
    objectedSprints.forEach(
        (id, why) -> {
          if (sprints.containsKey(id)) {
            refused.putIfAbsent(place(id), "goes with a row that is refused: " + why);
          }
        });
  }

  private int place(UUID sprint) {
    Integer place = sprintPlaces.get(sprint);
    if (place == null) {
      throw new IllegalStateException("a sprint without a place");
    }
    return place;
  }

  private static @Nullable Interval inFile(Interval when, NavigableMap<Instant, Instant> taken) {
    Map.Entry<Instant, Instant> before = taken.lowerEntry(when.end());
    return before != null && before.getValue().isAfter(when.start())
        ? new Interval(before.getKey(), before.getValue())
        : null;
  }

  /** What the file itself tells anew, and a sprint's own stretches, make way for it. */
  private @Nullable Interval inJournal(Claim claim, List<Span> there) {
    for (Span span : there) {
      boolean own = claim.sprint() != null && claim.sprint().equals(span.sprint());
      if (!own && !spans.contains(span.id()) && span.interval().overlaps(claim.when())) {
        return span.interval();
      }
    }
    return null;
  }
}
