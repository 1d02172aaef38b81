package app.respite.coach.port.desktop;

import java.util.List;

/**
 * What a look at one port gave.
 *
 * @param used name of the candidate in use, or empty where none works
 * @param without what the coach does where none works, one sentence
 * @param candidates all that were asked, in order
 */
public record Finding(PortKind port, String used, String without, List<Row> candidates) {
  public Finding {
    candidates = List.copyOf(candidates);
  }

  /**
   * One candidate.
   *
   * @param why why it does not work, or a note where it does
   * @param remedy what can be done; empty where nothing
   */
  public record Row(String name, boolean works, String why, String remedy, Tried tried) {}
}
