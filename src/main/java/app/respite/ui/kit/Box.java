package app.respite.ui.kit;

/** A rectangle on the screens, in JavaFX's units. */
public record Box(double x, double y, double width, double height) {
  /** Its right edge. */
  public double right() {
    return x + width;
  }

  /** Its lower edge. */
  public double bottom() {
    return y + height;
  }

  /** How large it is. */
  public double area() {
    return width * height;
  }

  /** Whether a point lies in it; its right and lower edges belong to the next. */
  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** What lies in both; of no size where nothing does. */
  public Box in(Box other) {
    double left = Math.max(x, other.x);
    double top = Math.max(y, other.y);
    return new Box(
        left,
        top,
        Math.max(0, Math.min(right(), other.right()) - left),
        Math.max(0, Math.min(bottom(), other.bottom()) - top));
  }

  /** With a rim around it. */
  public Box grown(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }
}
