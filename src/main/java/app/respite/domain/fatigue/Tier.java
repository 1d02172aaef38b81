package app.respite.domain.fatigue;

/** How much is known of a person, by the number of their rated sprints (docs/models.md). */
public enum Tier {
  /** 0 to 2 ratings: the standard pattern, the advice is the start of the window. */
  UNKNOWN,
  /** 3 to 11, or fewer than three days: used, and said to be still learning. */
  LEARNING,
  /** 12 to 29 ratings on three days or more: one's own pattern, roughly. */
  ROUGH,
  /** 30 to 299: build-up and recovery can be shown, with their ranges. */
  KNOWN,
  /** 300 and more: stable enough to be compared with 90 days ago. */
  STABLE;

  private static final int FIRST = 3;
  private static final int OWN = 12;
  private static final int OWN_DAYS = 3;
  private static final int SHOWN = 30;
  private static final int SETTLED = 300;

  /** The tier of so many ratings on so many days. */
  public static Tier of(int ratings, int days) {
    if (ratings < FIRST) {
      return UNKNOWN;
    }
    if (ratings < OWN || days < OWN_DAYS) {
      return LEARNING;
    }
    if (ratings < SHOWN) {
      return ROUGH;
    }
    return ratings < SETTLED ? KNOWN : STABLE;
  }

  /** Whether at least as much is known as in another tier. */
  public boolean atLeast(Tier other) {
    return compareTo(other) >= 0;
  }
}
