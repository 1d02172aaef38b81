package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Subscription;
import org.jspecify.annotations.Nullable;

/** Ends what may have begun. */
final class Cleanup {
  private Cleanup() {}

  static void all(@Nullable Subscription... subscriptions) {
    for (Subscription subscription : subscriptions) {
      if (subscription != null) {
        subscription.close();
      }
    }
  }
}
