package app.respite.domain.day.session;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where time went: the closed spans since at least the last rest and the start of the day, in order
 * and without overlaps, and the stretch that is still open. All sums are derived from it.
 */
public record Ledger(List<Span> spans, @Nullable Open open) {
  /** Nothing. */
  public static final Ledger EMPTY = new Ledger(List.of(), null);

  /** Marks a pause as a rest, because nobody touched anything. */
  public static final String NO_INPUT = "no-input";

  /** What the time from {@code since} on counts as. */
  public record Open(
      UUID session, @Nullable UUID sprint, @Nullable UUID task, SpanState state, Instant since) {
    /** What it is up to an instant, as a span. */
    public Span until(UUID id, Instant end) {
      return new Span(id, session, sprint, task, state, null, since, end, null);
    }
  }

  public Ledger {
    spans = List.copyOf(spans);
  }

  /** Work of a sprint up to an instant. */
  public Duration workOf(UUID sprint, Instant until) {
    Duration sum = Duration.ZERO;
    for (Span span : spans) {
      if (sprint.equals(span.sprint()) && span.state() == SpanState.WORK) {
        sum = sum.plus(span.length());
      }
    }
    return open != null && sprint.equals(open.sprint()) ? sum.plus(openWork(until)) : sum;
  }

  /** Work from one instant to another. */
  public Duration workBetween(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      return Duration.ZERO;
    }
    Interval wanted = new Interval(from, until);
    Duration sum = Duration.ZERO;
    for (int i = spans.size() - 1; i >= 0 && spans.get(i).end().isAfter(from); i--) {
      if (spans.get(i).state() == SpanState.WORK) {
        sum = sum.plus(spans.get(i).interval().clip(wanted).length());
      }
    }
    if (open != null && open.state() == SpanState.WORK && open.since().isBefore(until)) {
      sum = sum.plus(Duration.between(Interval.later(open.since(), from), until));
    }
    return sum;
  }

  /**
   * The end of the last rest of at least a length, by whatever route; the beginning of time where
   * there was none. A rest is what lies between two stretches that are none: spans that say so, and
   * time in which nothing is booked (B83) and nobody was seen.
   *
   * @param inputs stretches with input that nothing counts, in order; what was booked as a rest is
   *     one all the same
   */
  public Instant lastRest(Duration resetsAfter, Instant now, List<Interval> inputs) {
    List<Interval> seen = outsideRests(inputs);
    Instant busyFrom =
        open == null || open.state() == SpanState.BREAK || open.state() == SpanState.AWAY
            ? now
            : open.since();
    int span = spans.size() - 1;
    int stretch = seen.size() - 1;
    while (true) {
      while (span >= 0 && isRest(spans.get(span))) {
        span--;
      }
      if (span < 0 && stretch < 0) {
        boolean begins = !spans.isEmpty() && isRest(spans.getFirst());
        return begins && isLong(spans.getFirst().start(), busyFrom, resetsAfter)
            ? busyFrom
            : Instant.MIN;
      }
      boolean spanIsLater =
          stretch < 0 || (span >= 0 && spans.get(span).end().isAfter(seen.get(stretch).end()));
      Interval busy = spanIsLater ? spans.get(span--).interval() : seen.get(stretch--);
      if (isLong(busy.end(), busyFrom, resetsAfter)) {
        return busyFrom;
      }
      busyFrom = Interval.earlier(busyFrom, busy.start());
    }
  }

  private List<Interval> outsideRests(List<Interval> inputs) {
    List<Interval> left = new ArrayList<>(inputs);
    for (Span span : spans) {
      if (!left.isEmpty() && isRest(span)) {
        List<Interval> cut = new ArrayList<>();
        left.forEach(input -> cut.addAll(input.without(span.interval())));
        left = cut;
      }
    }
    return left;
  }

  private static boolean isLong(Instant start, Instant end, Duration least) {
    return start.isBefore(end) && Duration.between(start, end).compareTo(least) >= 0;
  }

  /** Whether a span is a rest or a part of one. */
  public static boolean isRest(Span span) {
    return switch (span.state()) {
      case BREAK, NATURAL, AWAY -> true;
      case PAUSED -> NO_INPUT.equals(span.cause());
      case WORK, IDLE, READY -> false;
    };
  }

  /** Whether a break ended at an instant. */
  public boolean breakEndsAt(Instant instant) {
    return spans.stream()
        .anyMatch(span -> span.state() == SpanState.BREAK && span.end().equals(instant));
  }

  private Duration openWork(Instant until) {
    return open == null || open.state() != SpanState.WORK || !open.since().isBefore(until)
        ? Duration.ZERO
        : Duration.between(open.since(), until);
  }
}
