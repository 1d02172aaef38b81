package app.respite.ui.rules;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.words.Phrases;
import app.respite.ui.kit.Nodes;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The switch for the start at login. It is no setting of a file: the desktop has it. */
final class LoginSwitch extends VBox {
  private final Label said = Nodes.paragraph("", "quiet");

  private final CheckBox box = new CheckBox("Start Respite in the tray when I log in");

  /**
   * The switch as it stands now, once it is found.
   *
   * @param look looks for it
   * @param background does what may take a moment
   * @param screen comes back to the screen
   */
  LoginSwitch(Supplier<Answer<Autostart>> look, Executor background, Executor screen) {
    super(4);
    box.setId("start-at-login");
    box.setWrapText(true);
    box.setDisable(true);
    getStyleClass().add("card");
    getChildren().addAll(Nodes.label("This computer", "section"), box, said);
    Nodes.show(said, false);
    background.execute(
        () -> {
          Answer<Autostart> answer = look.get();
          boolean on = answer instanceof Answer.Works<Autostart> works && works.port().on();
          screen.execute(() -> show(answer, on, background, screen));
        });
  }

  private void show(Answer<Autostart> answer, boolean on, Executor background, Executor screen) {
    switch (answer) {
      case Answer.Missing<Autostart>(String why, String remedy) ->
          say("Not possible here: " + why + (remedy.isEmpty() ? "." : "; " + remedy + "."));
      case Answer.Works<Autostart>(Autostart login, String note) -> {
        box.setDisable(false);
        box.setSelected(on);
        box.setOnAction(
            pressed -> {
              boolean wanted = box.isSelected();
              background.execute(
                  () -> {
                    String failure = set(login, wanted);
                    screen.execute(
                        () -> {
                          box.setSelected(login.on());
                          say(failure.isEmpty() && wanted ? note : failure);
                        });
                  });
            });
      }
    }
  }

  private static String set(Autostart login, boolean wanted) {
    try {
      login.set(wanted);
      return "";
    } catch (CoachException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  private void say(String text) {
    said.setText(Phrases.sentence(text));
    Nodes.show(said, !text.isEmpty());
  }
}
