package app.respite.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The terminal this program was started in: single keys without echo, its width, and back to what
 * it was. Uses the system's own {@code stty}; without it keys need Enter, nothing else changes.
 */
final class Terminal implements AutoCloseable {
  private static final int USUAL_WIDTH = 80;
  private static final int ESCAPE = 27;

  private final Map<String, String> environment;
  private @Nullable String before;

  Terminal(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether somebody sits before it, who sees lines drawn anew and can press keys. */
  boolean attended() {
    String kind = environment.getOrDefault("TERM", "");
    return console().filter(Console::isTerminal).isPresent()
        && !kind.equals("dumb")
        && !kind.isEmpty();
  }

  /** Asks for a line; empty where nothing is typed. */
  String ask(String question) {
    return console().map(console -> console.readLine("%s", question)).orElse("");
  }

  /** Not every system has one where the streams lead elsewhere. */
  private static Optional<Console> console() {
    return Optional.ofNullable(System.console());
  }

  /**
   * Whether it shows more than ASCII. The start script notes the locale that it changes for Java.
   */
  boolean unicode() {
    for (String name : new String[] {"RESPITE_TERMINAL_LOCALE", "LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        String upper = value.toUpperCase(Locale.ROOT);
        return upper.contains("UTF-8") || upper.contains("UTF8");
      }
    }
    return false;
  }

  /** Single keys from here on, until {@link #close}. */
  void keys(Executor threads, IntConsumer listener) {
    before = stty("-g");
    if (before != null) {
      stty("-icanon", "-echo", "min", "1", "time", "0");
    }
    threads.execute(() -> read(listener));
  }

  private static void read(IntConsumer listener) {
    byte[] bytes = new byte[64];
    InputStream in = System.in;
    try {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        // An arrow or function key comes as one burst that begins with Escape.
        if (count > 1 && bytes[0] == ESCAPE) {
          continue;
        }
        for (int i = 0; i < count; i++) {
          listener.accept(bytes[i]);
        }
      }
    } catch (IOException gone) {
      listener.accept(-1);
      return;
    }
    listener.accept(-1);
  }

  /** Columns now. */
  int width() {
    String size = stty("size");
    if (size != null) {
      String[] parts = size.strip().split(" ");
      if (parts.length == 2 && parts[1].matches("[0-9]{1,4}")) {
        int columns = Integer.parseInt(parts[1]);
        if (columns > 0) {
          return columns;
        }
      }
    }
    return USUAL_WIDTH;
  }

  /** As it was before {@link #keys}. */
  @Override
  public void close() {
    String settings = before;
    if (settings != null) {
      before = null;
      stty(settings.strip());
    }
  }

  private static @Nullable String stty(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "stty";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : null;
    } catch (IOException none) {
      return null;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
