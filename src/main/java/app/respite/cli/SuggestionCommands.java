package app.respite.cli;

import app.respite.domain.day.Input;
import picocli.CommandLine.Command;

/** The two answers to what the coach suggests. */
final class SuggestionCommands {
  private SuggestionCommands() {}

  @Command(name = "take", description = "Do what the coach suggests; status says what that is.")
  static final class Take extends Call {
    @Override
    public Integer call() {
      return drive(new Input.TakeSuggestion());
    }
  }

  @Command(name = "dismiss", description = "Put what the coach suggests away for today.")
  static final class Dismiss extends Call {
    @Override
    public Integer call() {
      return drive(new Input.DismissSuggestion());
    }
  }
}
