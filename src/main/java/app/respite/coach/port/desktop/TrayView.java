package app.respite.coach.port.desktop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tray shows. Two equal views look the same.
 *
 * @param icon the ring
 * @param attention whether a break is about to come or due
 * @param title the tooltip's first line
 * @param text the tooltip's second line; may be empty
 * @param menu the menu's entries, in order
 */
public record TrayView(Icon icon, boolean attention, String title, String text, List<Entry> menu) {
  public TrayView {
    menu = List.copyOf(menu);
  }

  /** What the ring stands for; each has a shape of its own besides its colour. */
  public enum Kind {
    /** Nothing runs. */
    OFF,
    /** Work. */
    WORK,
    /** A break. */
    REST,
    /** A break is due. */
    DUE,
    /** Paused, idle or away. */
    STILL
  }

  /**
   * The ring.
   *
   * @param step how much of it is drawn, 0 to {@link #STEPS}
   */
  public record Icon(Kind kind, int step) {
    /** Steps in a full ring; fewer would jump, more would not show at 22 pixels. */
    public static final int STEPS = 24;
  }

  /** A line of the menu. */
  public sealed interface Entry {}

  /** Text that does nothing, such as the state. */
  public record Line(String text) implements Entry {}

  /** A rule between entries. */
  public record Rule() implements Entry {}

  /**
   * An entry that can be chosen.
   *
   * @param id stays the same while its label changes, unique in the menu
   * @param checked for a switch; null where it is none
   * @param deed what it does
   */
  public record Choice(
      String id, String label, boolean enabled, @Nullable Boolean checked, DesktopAction deed)
      implements Entry {}

  /** A menu below an entry. */
  public record Group(String id, String label, List<Entry> entries) implements Entry {
    public Group {
      entries = List.copyOf(entries);
    }
  }
}
