package app.respite.domain.day.advice;

import app.respite.domain.day.Input;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionPolicy;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Sprint;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes ratings: what each is of, and which question it answers. */
public final class CheckInPolicy {
  private final StepContext context;
  private final SessionPolicy session;
  private final QuestionPolicy questions;

  /** For one step. */
  public CheckInPolicy(StepContext context, SessionPolicy session, QuestionPolicy questions) {
    this.context = context;
    this.session = session;
    this.questions = questions;
  }

  /** Takes a rating. */
  public void checkIn(Input.CheckIn rating) {
    String wrong = moreRejected(rating, session.lastSprint());
    if (wrong != null) {
      context.refuse("check-in", wrong);
      return;
    }
    if (rating.burnout() != null) {
      context.put(new DayCheckIn(context.newId(), context.day(), context.now(), rating.burnout()));
      questions.answeredBurnout(rating.burnout());
      if (!ofSprint(rating)) {
        return;
      }
    }
    UUID running = session.phase() instanceof Phase.Sprint sprint ? sprint.id() : null;
    if (rating.before()) {
      put(true, running, rating.fatigue(), rating.effort());
      questions.answeredBefore();
      return;
    }
    Integer fatigue = rating.fatigue();
    if (fatigue != null && questions.tirednessIsOfTheDay()) {
      put(false, null, fatigue, null);
      questions.answeredTiredness();
      fatigue = null;
    }
    Sprint last = session.lastSprint();
    if (last != null) {
      put(false, last.id(), fatigue, rating.effort());
      session.amend(
          last, fatigue, rating.effort(), rating.items(), rating.rejected(), rating.note());
    } else if (running != null) {
      put(false, running, fatigue, rating.effort());
    } else if (Objects.equals(fatigue, rating.fatigue())) {
      context.refuse("check-in", "no sprint has ended yet");
      return;
    }
    if (fatigue != null) {
      questions.answeredTiredness();
    }
  }

  /** What is typed now may not fit what was counted before. */
  private static @Nullable String moreRejected(Input.CheckIn rating, @Nullable Sprint last) {
    if (last == null || (rating.items() == null && rating.rejected() == null)) {
      return null;
    }
    Sprint told = last.withFigures(null, null, rating.items(), rating.rejected(), null);
    Integer items = told.items();
    Integer rejected = told.rejected();
    return items == null || rejected == null || rejected <= items
        ? null
        : moreRejected(rejected, items);
  }

  /** What is said wherever more are told to be rejected than there were. */
  public static String moreRejected(int rejected, int items) {
    return "more rejected than items: "
        + rejected
        + " of "
        + items
        + "; say how many items there were in all, rejected ones too";
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
      context.put(new Rating(context.newId(), context.now(), before, sprint, fatigue, effort));
    }
  }
}
