package app.respite.desktop.linux.x11;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/** What a window says of its owner. Titles are never read. */
final class Window {
  /** Windows of the X server that are no windows: none, and "whatever the pointer is on". */
  private static final int POINTER_ROOT = 1;

  private static final int WM_CLASS = 67;
  private static final int STRING = 31;
  private static final int CARDINAL = 6;

  private Window() {}

  /** Whether a number stands for a window that can be asked. */
  static boolean isOne(int window) {
    return window != 0 && window != POINTER_ROOT;
  }

  static Request whose(int window) {
    return Request.property(window, WM_CLASS, STRING, 64);
  }

  static Request process(int window, int processAtom) {
    return Request.property(window, processAtom, CARDINAL, 1);
  }

  /** Whether it is one of Respite's faces, by the name of its class. */
  static boolean isOursByClass(Reply whose) {
    return new String(whose.text(), ISO_8859_1).toLowerCase(Locale.ROOT).contains("respite");
  }

  /** Whether it is one of Respite's faces, which this process has started. */
  static boolean isOursByProcess(Reply process) {
    if (process.units() == 0) {
      return false;
    }
    long self = ProcessHandle.current().pid();
    Optional<ProcessHandle> at = ProcessHandle.of(Integer.toUnsignedLong(process.unit(0)));
    while (at.isPresent()) {
      if (at.get().pid() == self) {
        return true;
      }
      at = at.get().parent();
    }
    return false;
  }
}
