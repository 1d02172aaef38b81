package app.respite.domain.day.session;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.presence.PresenceView;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How much was worked and when the last rest was, as the ledger says by now. */
public final class WorkFigures {
  private final StepContext context;
  private final PresenceView presence;
  private final SessionView session;
  private final Supplier<Ledger> ledger;
  private final Supplier<UncountedTime> uncounted;

  WorkFigures(
      StepContext context,
      PresenceView presence,
      SessionView session,
      Supplier<Ledger> ledger,
      Supplier<UncountedTime> uncounted) {
    this.context = context;
    this.presence = presence;
    this.session = session;
    this.ledger = ledger;
    this.uncounted = uncounted;
  }

  /** The end of the last rest; now, where one is going on. */
  public Instant lastRest() {
    if (restingUnasked()) {
      return context.now();
    }
    Instant booked = lastRest(ledger.get(), session.setting(RestRule.RESETS_AFTER));
    return session.restedAt() == null ? booked : Interval.later(booked, session.restedAt());
  }

  /** The end of the last rest of at least a length among some spans. */
  Instant lastRest(Ledger of, Duration atLeast) {
    Instant now = context.now();
    return of.lastRest(atLeast, now, uncounted.get().until(now));
  }

  /** Whether the gap that is open has become a rest already. */
  private boolean restingUnasked() {
    boolean natural = session.id() != null && session.pause() == null;
    Duration least = session.setting(RestRule.RESETS_AFTER);
    return !session.onBreak()
        && presence.absentFor(
            natural ? Durations.max(least, context.preference(CoachKeys.IDLE_NATURAL)) : least);
  }

  /** Whether a rest as long as the long break, by whatever route, ended after an instant (B70). */
  private boolean longRestAfter(Instant instant) {
    return lastRest(ledger.get(), session.setting(SprintBreakRule.LONG)).isAfter(instant);
  }

  /** Sprints that ran to their end in this set; a long rest since begins a new one. */
  public int sprintsInSet() {
    return session.lastSprint() != null && longRestAfter(session.lastSprint().start())
        ? 0
        : session.inSet();
  }

  /** The number of a running sprint in its set; one with a long rest in it begins a new one. */
  public int numberInSet(Phase.Sprint sprint) {
    return longRestAfter(sprint.start()) ? 1 : sprint.inSet();
  }

  /** Work since the last rest. */
  public Duration sinceRest() {
    return workSince(lastRest());
  }

  /** Work today. */
  public Duration workToday() {
    return workSince(context.dayStart());
  }

  /** Work from an instant to where it is known to be work. */
  public Duration workSince(Instant from) {
    return workBetween(from, presence.sure());
  }

  /** Work from an instant to another. */
  public Duration workBetween(Instant from, Instant until) {
    return ledger.get().workBetween(from, until);
  }

  /** When the open session began to be counted. */
  public Instant sessionStart() {
    Ledger all = ledger.get();
    for (Span span : all.spans()) {
      if (span.session().equals(session.id())) {
        return span.start();
      }
    }
    return all.open() == null ? context.now() : all.open().since();
  }

  /** The spans so far, the open one up to where it is known what it is. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>(ledger.get().spans());
    Ledger.Open open = ledger.get().open();
    if (open != null && open.since().isBefore(presence.sure())) {
      spans.add(open.until(open.session(), presence.sure()));
    }
    return spans;
  }
}
