package app.respite.desktop.any;

import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.coach.port.desktop.TrayView.Kind;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.port.desktop.TrayView.Rule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The tray on real AWT, as a process that prints what it is told; ends when it is killed. */
final class AwtTrayProgram {
  private AwtTrayProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    AwtBoard board =
        new AwtBoard(
            AwtBoard.Manner.WINDOWS,
            (icon, size) -> RingPixels.draw(icon, size, RingPixels.Panel.ANY),
            System.out::println);
    System.out.println(AwtBoard.look(AwtBoard.Manner.WINDOWS, "tray", ""));
    AwtTray tray = new AwtTray(board);
    tray.start(
        view(Kind.WORK, 18, "Stop", false),
        new Tray.Listener() {
          @Override
          public void pressed() {
            System.out.println("pressed");
            new AwtNotifier(board)
                .show(
                    new Notice(
                        "a",
                        "Time for a break",
                        "After 70 min of work",
                        List.of(),
                        Urgency.NORMAL,
                        Duration.ZERO));
          }

          @Override
          public void chosen(Choice choice) {
            System.out.println("chosen " + choice.id() + " " + choice.label());
            tray.show(view(Kind.DUE, 24, "Stop the sprint", true));
          }

          @Override
          public void opening() {
            System.out.println("opening");
          }

          @Override
          public void onShow(boolean there, String why) {
            System.out.println("on show " + there + why);
          }
        });
    new CountDownLatch(1).await();
  }

  private static TrayView view(Kind kind, int step, String stop, boolean quiet) {
    return new TrayView(
        new Icon(kind, step),
        false,
        "Boxes",
        "18 min left",
        List.of(
            new Line("Boxes, 18 min left"),
            new Rule(),
            new Choice("stop", stop, true, null, new DesktopAction.Quit()),
            new Choice("quiet", "Quiet", true, quiet, new DesktopAction.Quit()),
            new Choice("skip", "Skip", false, null, new DesktopAction.Quit()),
            new Group(
                "postpone",
                "Postpone",
                List.of(new Choice("5", "5 min", true, null, new DesktopAction.Quit())))));
  }
}
