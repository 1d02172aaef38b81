package app.respite.main;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;

/** A placeholder until the command line is there. */
@ArchitectureException(
    wall = Wall.STANDARD_STREAMS,
    reason = "stands in for the command line until it is there")
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println("respite " + Main.class.getPackage().getImplementationVersion());
      return;
    }
    System.out.println("usage: respite [COMMAND] [OPTIONS]");
  }
}
