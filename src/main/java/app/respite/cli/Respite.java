package app.respite.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: no command opens the window, or the terminal coach where there is none. */
@Command(
    name = "respite",
    synopsisSubcommandLabel = "COMMAND",
    description = "A focus timer that knows when you need a rest.",
    footer = {
      "",
      "Without a command: the window, or the terminal coach where there is no display.",
      "Exit status: 0 done, 1 the answer is no, 2 wrong call, 3 data not readable or"
          + " writable, 4 no coach is running."
    })
final class Respite extends BaseCommand {
  private final ProgramServices.Maker maker;
  private @Nullable ProgramServices world;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Keep data and settings in DIR (or set RESPITE_HOME).")
  @Nullable Path home;

  @Option(
      names = "--page",
      paramLabel = "PAGE",
      hidden = true,
      defaultValue = "",
      description = "The page the window opens with.")
  String page = "";

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  Respite(ProgramServices.Maker maker) {
    this.maker = maker;
  }

  @Override
  ProgramServices world() {
    if (world == null) {
      world = maker.of(home);
    }
    return world;
  }

  /** The world, if anything needed it. */
  @Nullable ProgramServices opened() {
    return world;
  }

  @Override
  public Integer call() {
    return world()
        .window(page)
        .orElseGet(
            () -> {
              err().println("respite: there is no display here, so this is the terminal coach");
              return new FocusCommand.Run(this, FocusCommand.Wish.NONE).run();
            });
  }
}
