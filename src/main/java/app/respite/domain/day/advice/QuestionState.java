package app.respite.domain.day.advice;

import app.respite.domain.watch.CheckIns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions about the person, each asked once and then left alone.
 *
 * @param eveningOffered the day on which the evening's review was offered last, or null
 * @param evening whether that day's end is still asked about; means nothing on another day
 * @param burnout whether the two-weekly question was put with it and is still open
 * @param stopped when the user stopped last; null once work went on, and before the first stop
 * @param dayAsked the day on which the two-weekly question was put or answered last, or null
 * @param before the last sprint that was rated before it, or left without that rating; or null
 * @param passedOver the sprint the user did not want to rate after it, or null
 * @param answer the newest answer to the two-weekly question given to this coach, or null
 */
public record QuestionState(
    @Nullable LocalDate eveningOffered,
    boolean evening,
    boolean burnout,
    @Nullable Instant stopped,
    @Nullable LocalDate dayAsked,
    @Nullable UUID before,
    @Nullable UUID passedOver,
    CheckIns.@Nullable Answer answer) {
  /** Nothing is asked. */
  public static final QuestionState NOTHING =
      new QuestionState(null, false, false, null, null, null, null, null);

  QuestionState offeredOn(LocalDate day, boolean two) {
    return new QuestionState(
        day, true, two, stopped, two ? day : dayAsked, before, passedOver, answer);
  }

  QuestionState withEvening(boolean open) {
    return new QuestionState(
        eveningOffered, open, burnout, stopped, dayAsked, before, passedOver, answer);
  }

  QuestionState withBurnout(boolean open) {
    return new QuestionState(
        eveningOffered, evening, open, stopped, dayAsked, before, passedOver, answer);
  }

  QuestionState withStopped(@Nullable Instant at) {
    return new QuestionState(
        eveningOffered, evening, burnout, at, dayAsked, before, passedOver, answer);
  }

  QuestionState answered(CheckIns.Answer given) {
    return new QuestionState(
        eveningOffered, evening, false, stopped, given.day(), before, passedOver, given);
  }

  QuestionState withBefore(UUID sprint) {
    return new QuestionState(
        eveningOffered, evening, burnout, stopped, dayAsked, sprint, passedOver, answer);
  }

  QuestionState withPassedOver(UUID sprint) {
    return new QuestionState(
        eveningOffered, evening, burnout, stopped, dayAsked, before, sprint, answer);
  }
}
