package app.respite.ui.rules;

import app.respite.ui.kit.Nodes;
import app.respite.ui.rules.BackupsViewModel.Choice;
import javafx.scene.control.Button;

/** A choice about the journal as something to press. */
public final class ChoiceButton {
  private ChoiceButton() {}

  /** The button of a choice. */
  public static Button of(Choice choice) {
    return choice.primary()
        ? Nodes.button(choice.label(), choice.action(), "primary")
        : Nodes.button(choice.label(), choice.action());
  }
}
