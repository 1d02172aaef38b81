package app.respite.desktop.any;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Tried;
import java.util.function.Supplier;

/**
 * A candidate whose look is a function.
 *
 * @param look may throw: the answer then is that it does not work
 */
public record Choice<T>(String name, Tried tried, Supplier<Answer<T>> look)
    implements Candidate<T> {
  @Override
  public Answer<T> probe() {
    try {
      return look.get();
    } catch (RuntimeException failed) {
      return new Answer.Missing<>("looking for it failed: " + failed, "");
    }
  }
}
