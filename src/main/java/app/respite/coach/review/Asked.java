package app.respite.coach.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of a review somebody wants explained.
 *
 * @param task the only task that is meant; null for all
 * @param platform the platform whose sum is meant; null where it is that of tasks
 * @param currency the only currency that is meant; null for all
 */
public record Asked(
    Explained figure, @Nullable UUID task, @Nullable String platform, @Nullable String currency) {
  /** That of every task. */
  public static Asked ofAll(Explained figure) {
    return new Asked(figure, null, null, null);
  }

  /** That of every task, as far as it is in one currency. */
  public static Asked ofCurrency(Explained figure, String currency) {
    return new Asked(figure, null, null, currency);
  }

  /** That of one task. */
  public static Asked ofTask(Explained figure, UUID task) {
    return new Asked(figure, task, null, null);
  }

  /** The sum over a platform's tasks. */
  public static Asked ofPlatform(Explained figure, String platform) {
    return new Asked(figure, null, platform, null);
  }
}
