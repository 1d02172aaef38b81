package app.respite.desktop.linux.bus;

/** Ends something that was asked of a {@link Bus}; nothing is told after that. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
