package app.respite.domain.day;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ratings of sprints, claimed items, and what becomes of a session found open after a crash. */
final class RatingDesk {
  private final Turn turn;
  private final Desks desks;

  RatingDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  void checkIn(Input.CheckIn rating) {
    if (rating.burnout() != null) {
      turn.put(new DayCheckIn(turn.newId(), turn.day, turn.now, rating.burnout()));
      desks.asking.answeredBurnout(rating.burnout());
      if (!ofSprint(rating)) {
        return;
      }
    }
    UUID running = turn.phase instanceof Phase.Sprint sprint ? sprint.id() : null;
    if (rating.before()) {
      put(true, running, rating.fatigue(), rating.effort());
      desks.asking.answeredBefore();
      return;
    }
    Integer fatigue = rating.fatigue();
    if (fatigue != null && desks.asking.tirednessIsOfTheDay()) {
      put(false, null, fatigue, null);
      desks.asking.answeredTiredness();
      fatigue = null;
    }
    Sprint last = turn.lastSprint;
    if (last != null) {
      put(false, last.id(), fatigue, rating.effort());
      amend(last, fatigue, rating.effort(), rating.items(), rating.rejected(), rating.note());
    } else if (running != null) {
      put(false, running, fatigue, rating.effort());
    } else if (Objects.equals(fatigue, rating.fatigue())) {
      desks.refuse("check-in", "no sprint has ended yet");
      return;
    }
    if (fatigue != null) {
      desks.asking.answeredTiredness();
    }
  }

  private static boolean ofSprint(Input.CheckIn rating) {
    return rating.fatigue() != null
        || rating.effort() != null
        || rating.items() != null
        || rating.rejected() != null
        || rating.note() != null;
  }

  private void put(
      boolean before, @Nullable UUID sprint, @Nullable Integer fatigue, @Nullable Integer effort) {
    if (fatigue != null || effort != null) {
      turn.put(new Rating(turn.newId(), turn.now, before, sprint, fatigue, effort));
    }
  }

  /** Writes the last sprint again with what was told of it; null leaves a field as it was. */
  void amend(
      Sprint last,
      @Nullable Integer fatigue,
      @Nullable Integer effort,
      @Nullable Integer items,
      @Nullable Integer rejected,
      @Nullable String note) {
    turn.lastSprint = last.withFigures(fatigue, effort, items, rejected, note);
    turn.put(turn.lastSprint);
  }

  void claim(Input.Claim claim) {
    turn.claimedUntil = turn.now.plus(claim.length());
  }

  void submitted() {
    if (turn.claimedUntil == null) {
      desks.refuse("submitted", "no item is claimed");
      return;
    }
    turn.claimedUntil = null;
  }

  void recover(Input.Recover recover) {
    SessionState.Recovery open = turn.recovery;
    if (open == null) {
      desks.refuse("recover", "no session was found open");
      return;
    }
    turn.recovery = null;
    switch (recover.as()) {
      case KEEP -> {}
      case TRIM -> trim(open, open.lastInput());
      case DISCARD -> {
        trim(open, Instant.MIN);
        if (open.sprint() != null) {
          turn.remove(Sprint.class, open.sprint());
          if (turn.lastSprint != null && turn.lastSprint.id().equals(open.sprint())) {
            turn.lastSprint = null;
          }
        }
      }
    }
  }

  /** Takes away the found sprint's time after an instant; without a sprint, the session's. */
  private void trim(SessionState.Recovery open, Instant at) {
    List<Span> spans = new ArrayList<>();
    for (Span span : turn.ledger.spans()) {
      boolean concerned =
          open.sprint() == null
              ? span.session().equals(open.session())
              : open.sprint().equals(span.sprint());
      if (!concerned || !span.end().isAfter(at)) {
        spans.add(span);
      } else if (span.start().isBefore(at)) {
        Span cut = span.withTimes(span.start(), at);
        turn.put(cut);
        spans.add(cut);
      } else {
        turn.remove(Span.class, span.id());
      }
    }
    turn.ledger = new Ledger(spans, turn.ledger.open());
    Sprint last = turn.lastSprint;
    if (last != null && last.id().equals(open.sprint()) && last.end().isAfter(at)) {
      turn.lastSprint =
          last.withTimes(
              last.start(),
              Interval.later(last.start(), at),
              turn.ledger.workOf(last.id(), at).toSeconds());
      turn.put(turn.lastSprint);
    }
  }
}
