package app.respite.desktop.any;

import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.Tried;
import java.util.List;

/** The tray's icon by AWT, with the messages beside it, which need the icon. */
public final class AwtDesktop {
  private final AwtBoard.Manner manner;
  private final AwtBoard board;

  private AwtDesktop(AwtBoard.Manner manner, Here here) {
    this.manner = manner;
    this.board = new AwtBoard(manner, AwtDesktop::ring, here.log());
  }

  /** As Windows wants it. */
  public static AwtDesktop windows(Here here) {
    return new AwtDesktop(AwtBoard.Manner.WINDOWS, here);
  }

  /** As macOS wants it. */
  public static AwtDesktop macos(Here here) {
    return new AwtDesktop(AwtBoard.Manner.MACOS, here);
  }

  /** Neither system tells the colour of its panel. */
  private static int[] ring(TrayView.Icon icon, int size) {
    return RingPixels.draw(icon, size, RingPixels.Panel.ANY);
  }

  /** The icon. */
  public List<Candidate<Tray>> tray() {
    return List.of(
        new Choice<>(
            "AWT tray icon", Tried.MOCK, () -> AwtBoard.look(manner, new AwtTray(board), "")));
  }

  /** Messages beside the icon; they need it to be started. */
  public List<Candidate<Notifier>> notifier() {
    return List.of(
        new Choice<>(
            "AWT tray messages",
            Tried.MOCK,
            () ->
                AwtBoard.look(
                    manner,
                    new AwtNotifier(board),
                    "they have no buttons, so a prompt in the corner asks")));
  }
}
