package app.respite.ui.breakview;

import app.respite.coach.port.Prompting;
import app.respite.coach.port.Prompting.Form;
import app.respite.domain.day.CoachKeys.Strictness;
import app.respite.domain.day.Snapshot.Action;
import app.respite.ui.Moments;
import java.time.Duration;
import java.time.Instant;

/** How the coach steps in, in the forms tests need. */
final class Steps {
  private Steps() {}

  /** A form since some time ago. */
  static Prompting since(Form form, Duration ago) {
    return new Prompting(form, Moments.AT.minus(ago), null, true, null);
  }

  static Prompting of(Form form) {
    return since(form, Duration.ZERO);
  }

  /** The small prompt a minute into its three. */
  static Prompting small() {
    return new Prompting(
        Form.SMALL, Moments.AT.minusSeconds(60), Moments.AT.plusSeconds(120), true, null);
  }

  /** A form while the hands have been still for some time. */
  static Prompting still(Form form, Duration since) {
    Instant still = Moments.AT.minus(since);
    return new Prompting(form, Moments.AT, null, true, still);
  }

  /** A rest that is due under strict rules: there is nothing to do but take it. */
  static Moments strictlyDue() {
    Moments moment = Moments.restDue();
    moment.strictness = Strictness.STRICT;
    moment.can.remove(Action.POSTPONE);
    moment.can.remove(Action.SKIP);
    return moment;
  }

  /** A break that runs under strict rules. */
  static Moments strictBreak() {
    Moments moment = Moments.onBreak();
    moment.strictness = Strictness.STRICT;
    moment.can.remove(Action.END_BREAK);
    moment.can.remove(Action.STOP);
    return moment;
  }
}
