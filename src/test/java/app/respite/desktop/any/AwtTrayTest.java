package app.respite.desktop.any;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.port.desktop.TrayView.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tray on AWT, up to AWT. */
class AwtTrayTest {
  private static final class Board implements TrayBoard {
    private final List<String> calls = new ArrayList<>();
    private @Nullable Listener listener;

    @Override
    public void place(Icon icon, Listener to) {
      calls.add("place " + icon.step());
      listener = to;
    }

    @Override
    public void icon(Icon icon) {
      calls.add("icon " + icon.step());
    }

    @Override
    public void tooltip(String text) {
      calls.add("tooltip " + text);
    }

    @Override
    public void menu(List<Entry> entries) {
      calls.add("menu " + entries.size());
    }

    @Override
    public void relabel(List<Entry> entries) {
      calls.add("relabel " + entries.size());
    }

    @Override
    public void message(String title, String body) {
      calls.add("message " + title + "/" + body);
    }

    @Override
    public void remove() {
      calls.add("remove");
    }

    List<String> take() {
      List<String> taken = List.copyOf(calls);
      calls.clear();
      return taken;
    }
  }

  private final Board board = new Board();
  private final AwtTray tray = new AwtTray(board);
  private final List<String> told = new ArrayList<>();
  private final Tray.Listener listener =
      new Tray.Listener() {
        @Override
        public void pressed() {
          told.add("pressed");
        }

        @Override
        public void chosen(Choice choice) {
          told.add("chosen " + choice.label());
        }

        @Override
        public void opening() {
          told.add("opening");
        }

        @Override
        public void onShow(boolean there, String why) {
          told.add("on show " + there + why);
        }
      };

  private static Choice choice(String id, String label, boolean enabled, @Nullable Boolean on) {
    return new Choice(id, label, enabled, on, new DesktopAction.Quit());
  }

  private static TrayView view(int step, String text, Entry... menu) {
    return new TrayView(new Icon(Kind.WORK, step), false, "Boxes", text, List.of(menu));
  }

  private static TrayView usual(int step, String text, String stop, boolean quiet) {
    return view(
        step,
        text,
        new Line(text),
        new Rule(),
        choice("stop", stop, true, null),
        new Group("more", "More", List.of(choice("quiet", "Quiet", true, quiet))));
  }

  @Test
  void theFirstViewIsWholeAndTheSameAgainCostsNothing() {
    tray.show(usual(3, "early", "Stop", false));
    assertThat(board.take()).isEmpty();
    tray.start(usual(3, "20 min left", "Stop", false), listener);
    assertThat(board.take()).containsExactly("place 3", "tooltip Boxes\n20 min left", "menu 4");
    tray.show(usual(3, "20 min left", "Stop", false));
    tray.start(usual(4, "again", "Stop", false), listener);
    assertThat(board.take()).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsTouched() {
    tray.start(usual(3, "20 min left", "Stop", false), listener);
    board.take();
    tray.show(usual(4, "20 min left", "Stop", false));
    assertThat(board.take()).containsExactly("icon 4");
    tray.show(usual(4, "19 min left", "Stop", false));
    assertThat(board.take()).containsExactly("tooltip Boxes\n19 min left", "relabel 4");
    tray.show(usual(4, "19 min left", "Stop it", true));
    assertThat(board.take()).containsExactly("relabel 4");
    tray.show(view(4, "19 min left", choice("stop", "Stop", false, null)));
    assertThat(board.take()).containsExactly("menu 1");
    tray.show(view(4, "19 min left", choice("stop", "Stop", false, true)));
    assertThat(board.take()).as("an entry became a switch").containsExactly("menu 1");
    tray.show(view(4, "19 min left", choice("start", "Stop", false, true)));
    assertThat(board.take()).as("another entry").containsExactly("menu 1");
  }

  @Test
  void whatIsPressedIsToldAsTheNewestViewHasIt() {
    tray.start(usual(3, "text", "Stop", false), listener);
    board.listener.placed(true, "");
    board.listener.pressed();
    board.listener.near();
    board.listener.chosen("stop");
    tray.show(usual(3, "text", "Stop now", false));
    board.listener.chosen("stop");
    board.listener.chosen("quiet");
    board.listener.chosen("no such entry");
    tray.show(view(3, "text", choice("stop", "Stop", false, null)));
    board.listener.chosen("stop");
    assertThat(told)
        .containsExactly(
            "on show true", "pressed", "opening", "chosen Stop", "chosen Stop now", "chosen Quiet");
  }

  @Test
  void aTooltipIsNoLongerThanWindowsShows() {
    tray.start(view(3, "x".repeat(500)), listener);
    String tooltip = board.take().get(1).substring("tooltip ".length());
    assertThat(tooltip).hasSize(127).endsWith("...");
    tray.show(view(3, ""));
    assertThat(board.take()).containsExactly("tooltip Boxes");
  }

  @Test
  void closedItIsGoneAndStaysGone() {
    tray.start(usual(3, "text", "Stop", false), listener);
    board.take();
    tray.close();
    tray.show(usual(9, "text", "Stop", false));
    assertThat(board.take()).containsExactly("remove");
    AwtTray never = new AwtTray(board);
    never.close();
    never.start(usual(9, "text", "Stop", false), listener);
    assertThat(board.take()).isEmpty();
  }

  @Test
  void messagesHaveNoButtonsAndNothingAfterTheEnd() {
    AwtNotifier notifier = new AwtNotifier(board);
    notifier.start((notice, button) -> {});
    assertThat(notifier.showsButtons()).isFalse();
    Notice notice =
        new Notice("id", "Time for a break", "10 min", List.of(), Urgency.NORMAL, Duration.ZERO);
    notifier.show(notice);
    notifier.withdraw("id");
    notifier.close();
    notifier.show(notice);
    assertThat(board.take()).containsExactly("message Time for a break/10 min");
  }
}
