package app.respite.coach.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of a review somebody wants explained.
 *
 * @param task the only task that is meant; null for all
 * @param platform the platform whose sum is meant; null where it is that of tasks
 */
public record Asked(Explained figure, @Nullable UUID task, @Nullable String platform) {
  /** That of every task. */
  public static Asked ofAll(Explained figure) {
    return new Asked(figure, null, null);
  }

  /** That of one task. */
  public static Asked ofTask(Explained figure, UUID task) {
    return new Asked(figure, task, null);
  }

  /** The sum over a platform's tasks. */
  public static Asked ofPlatform(Explained figure, String platform) {
    return new Asked(figure, null, platform);
  }
}
