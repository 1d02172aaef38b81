package app.respite.domain.day.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B83: a rest lies between two stretches that are none, booked or not. */
class LedgerTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration RESETS = Duration.ofMinutes(5);
  private static final UUID SESSION = new UUID(7, 7);

  private static Instant at(int minute) {
    return NINE.plus(Duration.ofMinutes(minute));
  }

  private static Span span(SpanState state, int from, int to) {
    return new Span(new UUID(1, from), SESSION, null, null, state, null, at(from), at(to), null);
  }

  private static Ledger ledger(Span... spans) {
    return new Ledger(List.of(spans), null);
  }

  private static Instant lastRest(Ledger ledger, int now, Interval... inputs) {
    return ledger.lastRest(RESETS, at(now), List.of(inputs));
  }

  @Test
  void nothingBookedIsNoRest() {
    assertThat(lastRest(Ledger.EMPTY, 60)).isEqualTo(Instant.MIN);
  }

  @Test
  void aDayThatBeginsWithARestBeginsAfterIt() {
    Ledger rested = ledger(span(SpanState.BREAK, 0, 5));
    assertThat(lastRest(rested, 5)).isEqualTo(at(5));
    assertThat(lastRest(ledger(span(SpanState.BREAK, 0, 4)), 4))
        .as("too short")
        .isEqualTo(Instant.MIN);
    assertThat(lastRest(ledger(span(SpanState.WORK, 0, 5)), 5)).isEqualTo(Instant.MIN);
  }

  @Test
  void aRestEndsWhereWorkBegins() {
    Ledger day =
        ledger(
            span(SpanState.WORK, 0, 25),
            span(SpanState.BREAK, 25, 30),
            span(SpanState.WORK, 30, 55));
    assertThat(lastRest(day, 55)).isEqualTo(at(30));
    assertThat(lastRest(day, 60)).as("nothing is booked since").isEqualTo(at(60));
  }

  @Test
  void timeInWhichNothingIsBookedAndNobodySeenIsARest() {
    Ledger day = ledger(span(SpanState.WORK, 0, 25), span(SpanState.WORK, 30, 55));
    assertThat(lastRest(day, 55)).isEqualTo(at(30));
    assertThat(lastRest(day, 55, new Interval(at(26), at(29))))
        .as("somebody was at it")
        .isEqualTo(Instant.MIN);
  }

  @Test
  void inputInWhatIsBookedAsARestChangesNothing() {
    Ledger day =
        ledger(
            span(SpanState.WORK, 0, 25),
            span(SpanState.BREAK, 25, 35),
            span(SpanState.WORK, 35, 55));
    assertThat(lastRest(day, 55, new Interval(at(26), at(34)))).isEqualTo(at(35));
  }
}
