package app.respite.ui.kit;

/** A corner of a screen, for what sits there. */
public enum Corner {
  TOP_RIGHT,
  BOTTOM_RIGHT,
  TOP_LEFT,
  BOTTOM_LEFT;

  /** Whether it is on the right. */
  public boolean right() {
    return this == TOP_RIGHT || this == BOTTOM_RIGHT;
  }

  /** Whether it is at the top. */
  public boolean top() {
    return this == TOP_RIGHT || this == TOP_LEFT;
  }

  /** The corner on these sides. */
  public static Corner of(boolean right, boolean top) {
    if (right) {
      return top ? TOP_RIGHT : BOTTOM_RIGHT;
    }
    return top ? TOP_LEFT : BOTTOM_LEFT;
  }

  /** The other end of the same side. */
  public Corner across() {
    return of(right(), !top());
  }

  /** Where something of a size lies in it; on a screen too small for it at the screen's start. */
  public Box at(Box usable, double width, double height, double margin) {
    double x = right() ? usable.right() - width - margin : usable.x() + margin;
    double y = top() ? usable.y() + margin : usable.bottom() - height - margin;
    return new Box(Math.max(usable.x(), x), Math.max(usable.y(), y), width, height);
  }
}
