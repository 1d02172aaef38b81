package app.respite.desktop.linux.session;

import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The login manager, and which of its sessions is ours. */
final class Logind {
  static final String NAME = "org.freedesktop.login1";
  static final String PATH = "/org/freedesktop/login1";
  static final String MANAGER = "org.freedesktop.login1.Manager";
  static final String SESSION = "org.freedesktop.login1.Session";
  static final String LOCKED = "LockedHint";

  private static final String USER = "org.freedesktop.login1.User";
  private static final String SESSIONS = PATH + "/session/";

  private Logind() {}

  /**
   * Looks for our session: the one the environment names, else the one this process is in, else the
   * one in which the user sees something. Its path is told on the bus's thread, empty for none.
   */
  static void session(Bus system, Map<String, String> environment, Consumer<String> to) {
    String id = environment.getOrDefault("XDG_SESSION_ID", "");
    if (id.isEmpty()) {
      sessionOfProcess(system, to);
      return;
    }
    system.call(
        manager("GetSession", Body.of("s", id)),
        reply -> {
          String path = reply.body().text(0, "");
          if (isSession(path)) {
            to.accept(path);
          } else {
            sessionOfProcess(system, to);
          }
        });
  }

  /** The same, waited for; not to be called on the bus's own thread. */
  static String session(Bus system, Map<String, String> environment, Duration atMost) {
    CompletableFuture<String> found = new CompletableFuture<>();
    session(system, environment, found::complete);
    try {
      return found.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException never) {
      return "";
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static void sessionOfProcess(Bus system, Consumer<String> to) {
    system.call(
        manager("GetSessionByPID", Body.of("u", ProcessHandle.current().pid())),
        reply -> {
          String path = reply.body().text(0, "");
          if (isSession(path)) {
            to.accept(path);
          } else {
            sessionOfUser(system, to);
          }
        });
  }

  private static void sessionOfUser(Bus system, Consumer<String> to) {
    Object user;
    try {
      user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      to.accept("");
      return;
    }
    system.call(
        manager("GetUser", Body.of("u", user)),
        reply ->
            system.call(
                Call.property(NAME, path(reply.body().text(0, "")), USER, "Display"),
                display -> {
                  List<?> idAndPath = display.body().list(0);
                  Object path = idAndPath.size() > 1 ? idAndPath.get(1) : "";
                  to.accept(path instanceof String text && isSession(text) ? text : "");
                }));
  }

  /** What does not look like a path would end the connection. */
  private static String path(String answered) {
    return answered.startsWith(PATH + "/user/") && ObjectPath.isOne(answered) ? answered : PATH;
  }

  private static boolean isSession(String path) {
    return path.startsWith(SESSIONS) && ObjectPath.isOne(path);
  }

  static Call manager(String member, Body body) {
    return Call.of(NAME, PATH, MANAGER, member, body);
  }
}
