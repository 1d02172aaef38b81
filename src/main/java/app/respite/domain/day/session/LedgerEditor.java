package app.respite.domain.day.session;

import app.respite.domain.day.step.StepContext;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Alone changes the {@link Ledger}, and has every span written that becomes or ceases to be one.
 */
public final class LedgerEditor {
  /** Spans kept beyond this many are looked at for ones no sum needs any more. */
  private static final int TRIM_FROM = 96;

  private final StepContext context;
  private final SessionView session;
  private final Function<Ledger, Instant> neededSince;
  private Ledger ledger;

  LedgerEditor(
      StepContext context,
      SessionView session,
      Function<Ledger, Instant> neededSince,
      Ledger ledger) {
    this.context = context;
    this.session = session;
    this.neededSince = neededSince;
    this.ledger = ledger;
  }

  /** The part as it is by now. */
  public Ledger ledger() {
    return ledger;
  }

  /** From now on time counts as something else, or as nothing where {@code state} is null. */
  void count(@Nullable SpanState state, @Nullable UUID sprint) {
    closeOpen(context.now());
    UUID open = session.id();
    ledger =
        new Ledger(
            ledger.spans(),
            state == null || open == null
                ? null
                : new Ledger.Open(open, sprint, taskId(), state, context.now()));
  }

  private @Nullable UUID taskId() {
    Task task = session.task();
    return task == null ? null : task.id();
  }

  /** Books the open stretch up to now; it goes on. */
  public void closeOpenNow() {
    closeOpen(context.now());
  }

  /** Ends the open stretch at an instant; what would have no length is no span. */
  private void closeOpen(Instant at) {
    Ledger.Open open = ledger.open();
    if (open == null || !open.since().isBefore(at)) {
      return;
    }
    Span span = open.until(context.newId(), at);
    context.put(span);
    List<Span> spans = new ArrayList<>(ledger.spans());
    spans.add(span);
    ledger =
        new Ledger(
            trimmed(spans),
            new Ledger.Open(open.session(), open.sprint(), open.task(), open.state(), at));
  }

  private List<Span> trimmed(List<Span> spans) {
    if (spans.size() < TRIM_FROM) {
      return spans;
    }
    Instant needed = neededSince.apply(new Ledger(spans, null));
    int keep = 0;
    while (keep < spans.size() && spans.get(keep).end().isBefore(needed)) {
      keep++;
    }
    return spans.subList(keep, spans.size());
  }

  /**
   * Says anew what a past stretch was. Spans that reach over its edges are cut; sprint and task
   * stay as they were.
   *
   * @param over the states it may replace
   */
  public void restate(
      Interval stretch,
      Set<SpanState> over,
      SpanState state,
      @Nullable String cause,
      @Nullable IdleAnswer answer) {
    if (stretch.isEmpty()) {
      return;
    }
    if (ledger.open() != null && ledger.open().since().isBefore(stretch.end())) {
      closeOpen(stretch.end());
    }
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      Interval part = span.interval().clip(stretch);
      if (part.isEmpty() || !over.contains(span.state())) {
        spans.add(span);
        continue;
      }
      boolean idKept = false;
      if (span.start().isBefore(part.start())) {
        spans.add(keep(span, span.id(), span.start(), part.start()));
        idKept = true;
      }
      Span restated =
          new Span(
              idKept ? context.newId() : span.id(),
              span.session(),
              span.sprint(),
              span.task(),
              state,
              cause,
              part.start(),
              part.end(),
              answer);
      context.put(restated);
      spans.add(restated);
      if (part.end().isBefore(span.end())) {
        spans.add(keep(span, context.newId(), part.end(), span.end()));
      }
    }
    ledger = new Ledger(spans, ledger.open());
  }

  private Span keep(Span span, UUID id, Instant start, Instant end) {
    Span kept = span.withId(id).withTimes(start, end);
    context.put(kept);
    return kept;
  }

  /** Cuts the session off at an instant: what was counted after it never was. */
  void cutAt(Instant at) {
    if (ledger.open() != null && ledger.open().since().isBefore(at)) {
      closeOpen(at);
    }
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      if (!span.end().isAfter(at)) {
        spans.add(span);
      } else if (span.start().isBefore(at)) {
        spans.add(keep(span, span.id(), span.start(), at));
      } else {
        context.remove(Span.class, span.id());
      }
    }
    ledger = new Ledger(spans, null);
  }

  /** Adds a stretch where nothing is booked, in time order; what is booked there already stays. */
  public void book(UUID ofSession, Interval stretch, SpanState state, @Nullable String cause) {
    book(ofSession, null, stretch, state, cause);
  }

  private void book(
      UUID ofSession,
      @Nullable UUID sprint,
      Interval stretch,
      SpanState state,
      @Nullable String cause) {
    List<Span> spans = new ArrayList<>(ledger.spans());
    List<Interval> free = new ArrayList<>(List.of(stretch));
    for (Span span : ledger.spans()) {
      List<Interval> left = new ArrayList<>();
      free.forEach(part -> left.addAll(part.without(span.interval())));
      free = left;
    }
    for (Interval part : free) {
      if (!part.isEmpty()) {
        Span span =
            new Span(
                context.newId(),
                ofSession,
                sprint,
                taskId(),
                state,
                cause,
                part.start(),
                part.end(),
                null);
        context.put(span);
        spans.add(span);
      }
    }
    spans.sort((a, b) -> a.start().compareTo(b.start()));
    ledger = new Ledger(spans, ledger.open());
  }

  /** Takes a span out of its sprint; the time stays. */
  public void detach(Span span) {
    Span free = span.withSprint(null);
    context.put(free);
    ledger =
        new Ledger(
            ledger.spans().stream()
                .map(other -> other.id().equals(span.id()) ? free : other)
                .toList(),
            ledger.open());
  }

  /** Up to when time is booked as anything but ready or paused; the beginning where none is. */
  Instant workedUntil() {
    for (Span span : ledger.spans().reversed()) {
      boolean free =
          span.state() == SpanState.READY
              || span.state() == SpanState.IDLE
              || (span.state() == SpanState.PAUSED && !Ledger.isRest(span));
      if (!free) {
        return span.end();
      }
    }
    return Instant.MIN;
  }

  /** Time from an instant on, booked as ready or not at all, is a sprint's work instead. */
  void workSince(Instant since, UUID sprint) {
    Interval stretch = new Interval(since, context.now());
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      if (span.state() != SpanState.READY || !span.interval().overlaps(stretch)) {
        spans.add(span);
      } else if (span.start().isBefore(since)) {
        spans.add(keep(span, span.id(), span.start(), since));
      } else {
        context.remove(Span.class, span.id());
      }
    }
    ledger = new Ledger(spans, ledger.open());
    UUID open = session.id();
    if (open != null) {
      book(open, sprint, stretch, SpanState.WORK, null);
    }
  }

  /** What a sprint counted from an instant on is no part of it; the work stays. */
  void detachFrom(Instant end, UUID sprint) {
    for (Span span : ledger.spans()) {
      if (!sprint.equals(span.sprint()) || !span.end().isAfter(end)) {
        continue;
      }
      List<Span> spans = new ArrayList<>(ledger.spans());
      spans.remove(span);
      if (span.start().isBefore(end)) {
        spans.add(keep(span, span.id(), span.start(), end));
      }
      Span free =
          span.withId(span.start().isBefore(end) ? context.newId() : span.id())
              .withTimes(Interval.later(span.start(), end), span.end())
              .withSprint(null);
      context.put(free);
      spans.add(free);
      spans.sort((a, b) -> a.start().compareTo(b.start()));
      ledger = new Ledger(spans, ledger.open());
    }
  }

  /** The session is closed, and what goes beyond its last break is away all the same. */
  public void awayBeyond(Ledger.Open beyond) {
    ledger =
        new Ledger(
            ledger.spans(),
            new Ledger.Open(beyond.session(), null, beyond.task(), SpanState.AWAY, context.now()));
  }

  /** What went beyond a break ends now; gives all of it. */
  public Interval endBeyond() {
    closeOpenNow();
    Instant since = context.now();
    for (Span span : ledger.spans().reversed()) {
      if (span.state() != SpanState.AWAY || !span.end().equals(since)) {
        break;
      }
      since = span.start();
    }
    ledger = new Ledger(ledger.spans(), null);
    return new Interval(since, context.now());
  }

  /** The spans that touch a stretch. */
  public List<Span> spansIn(Interval stretch) {
    return ledger.spans().stream().filter(span -> span.interval().overlaps(stretch)).toList();
  }

  /** Takes away what lies after an instant, of the spans that are concerned. */
  void trim(Predicate<Span> concerned, Instant at) {
    List<Span> spans = new ArrayList<>();
    for (Span span : ledger.spans()) {
      if (!concerned.test(span) || !span.end().isAfter(at)) {
        spans.add(span);
      } else if (span.start().isBefore(at)) {
        spans.add(keep(span, span.id(), span.start(), at));
      } else {
        context.remove(Span.class, span.id());
      }
    }
    ledger = new Ledger(spans, ledger.open());
  }
}
