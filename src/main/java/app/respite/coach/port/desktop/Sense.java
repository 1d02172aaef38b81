package app.respite.coach.port.desktop;

import java.util.function.Consumer;

/**
 * Something of the desktop that tells the coach what goes on: input, sleep, lock, do-not-disturb,
 * full screen, calls. It waits for events where the system has any; none has a timer that runs for
 * its own sake.
 */
public interface Sense extends AutoCloseable {
  /**
   * Begins to tell, first how things stand. Called once. What is told comes on threads of the
   * sense's own, one at a time, and is taken without waiting.
   */
  void start(Consumer<Sensed> to);

  /**
   * How closely to look from here on; until the first call {@link Attention#RELAXED}. Hands that
   * have been still for that long already, and were not said to be, are told of at once.
   */
  default void attend(Attention attention) {}

  /**
   * Called now and then while a session runs, at most every ten seconds, for senses that can only
   * look. Must return within a few milliseconds.
   */
  default void look() {}

  /** Stops telling. */
  @Override
  void close();
}
