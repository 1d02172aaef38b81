package app.respite.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** The day as a whole. */
@Command(description = "Close the day.", subcommands = DayCommand.End.class)
final class DayCommand extends BaseCommand {
  @Override
  public Integer call() {
    throw wrong("say what about the day: respite day end");
  }

  @Command(name = "end", description = "Close the day; the review of it is a command away.")
  static final class End extends BaseCommand {
    @Override
    public Integer call() {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("do", "day-end");
      return talk().tell(fields).status();
    }
  }
}
