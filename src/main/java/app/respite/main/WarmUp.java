package app.respite.main;

import app.respite.domain.day.CoachKeys;
import app.respite.journal.SqliteLibrary;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Executor;

/**
 * First uses that take long, made ahead on threads of their own while the start of the program is
 * busy with something else. Each costs the interpreter that the coach runs in about a twelfth of a
 * second, most of it spent on tables that nothing here needs. Whoever comes to one of them
 * meanwhile waits for what is left, as Java's class initialization provides.
 */
final class WarmUp {
  private WarmUp() {}

  /**
   * Begins what a role will need.
   *
   * @param apart runs each piece on a thread of its own
   */
  static void begin(Role role, Executor apart) {
    switch (role) {
      case COACH, COMMAND, WORKER -> {
        apart.execute(
            () -> {
              SqliteLibrary.prepareConnections();
              digest();
            });
        apart.execute(WarmUp::settings);
      }
      case WINDOW -> apart.execute(WarmUp::settings);
      case QUICK, FACE -> {}
    }
  }

  /** Their limits are decimals, and Java's decimals begin with large powers of five. */
  private static void settings() {
    var _ = CoachKeys.all();
  }

  private static void digest() {
    try {
      MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
