package app.respite.desktop.any;

import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tray on AWT, for Windows and macOS: changes only what differs from the view before. */
final class AwtTray implements Tray {
  /** Windows shows no more of a tooltip. */
  private static final int TOOLTIP = 127;

  private final TrayBoard board;
  private @Nullable TrayView shown;
  private boolean closed;

  AwtTray(TrayBoard board) {
    this.board = board;
  }

  @Override
  public void start(TrayView first, Listener listener) {
    synchronized (this) {
      if (shown != null || closed) {
        return;
      }
      shown = first;
    }
    board.place(
        first.icon(),
        new TrayBoard.Listener() {
          @Override
          public void pressed() {
            listener.pressed();
          }

          @Override
          public void near() {
            listener.opening();
          }

          @Override
          public void chosen(String id) {
            choice(id).ifPresent(listener::chosen);
          }

          @Override
          public void placed(boolean there, String why) {
            listener.onShow(there, why);
          }
        });
    board.tooltip(tooltip(first));
    board.menu(first.menu());
  }

  @Override
  public synchronized void show(TrayView view) {
    TrayView before = shown;
    if (before == null || closed) {
      return;
    }
    shown = view;
    if (!view.icon().equals(before.icon())) {
      board.icon(view.icon());
    }
    if (!tooltip(view).equals(tooltip(before))) {
      board.tooltip(tooltip(view));
    }
    if (!view.menu().equals(before.menu())) {
      if (make(view.menu()).equals(make(before.menu()))) {
        board.relabel(view.menu());
      } else {
        board.menu(view.menu());
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (shown != null) {
      board.remove();
    }
  }

  /** An entry of the newest menu, if it can be chosen. */
  private synchronized Optional<Choice> choice(String id) {
    return shown == null ? Optional.empty() : choice(shown.menu(), id);
  }

  private static Optional<Choice> choice(List<Entry> entries, String id) {
    for (Entry entry : entries) {
      Optional<Choice> found =
          switch (entry) {
            case Choice choice when choice.id().equals(id) && choice.enabled() ->
                Optional.of(choice);
            case Group group -> choice(group.entries(), id);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String tooltip(TrayView view) {
    String text = view.text().isEmpty() ? view.title() : view.title() + "\n" + view.text();
    return text.length() <= TOOLTIP ? text : text.substring(0, TOOLTIP - 3) + "...";
  }

  /** What of a menu cannot change without making it anew. */
  private static List<String> make(List<Entry> entries) {
    List<String> make = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry) {
        case TrayView.Line line -> make.add("line");
        case TrayView.Rule rule -> make.add("rule");
        case Choice choice ->
            make.add((choice.checked() == null ? "choice " : "switch ") + choice.id());
        case Group group -> {
          make.add("group " + group.id());
          make.addAll(make(group.entries()));
          make.add("end");
        }
      }
    }
    return make;
  }
}
