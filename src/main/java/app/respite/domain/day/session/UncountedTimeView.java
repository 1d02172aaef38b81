package app.respite.domain.day.session;

/** What other rooms may ask of time that nothing counts. */
public interface UncountedTimeView {
  /** The stretch that goes on, and those before it. */
  UncountedTime state();

  /** Whether what somebody does now would count as nothing. */
  boolean nothingCounts();
}
