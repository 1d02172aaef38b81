package app.respite.domain.watch;

import app.respite.domain.watch.Cusum.Side;

/** What the strain watch looks at, one value a workday each. */
public enum Channel {
  /** The day's last tiredness, 0 to 10. */
  FATIGUE(Side.RISE, 0.5),
  /** Natural logarithm of items an hour, of each task against itself. */
  PACE(Side.DROP, 0.05),
  /** Hours of work. */
  HOURS(Side.RISE, 0.5);

  /** Chosen together with two of three channels: about one chance card in eleven quarters. */
  private static final double K = 0.5;

  private static final double H = 5;

  private final Side side;
  private final double leastDeviation;

  Channel(Side side, double leastDeviation) {
    this.side = side;
    this.leastDeviation = leastDeviation;
  }

  /** Its chart. */
  public Cusum chart() {
    return new Cusum(side, K, H);
  }

  /** What a baseline's standard deviation is taken to be at least, in the channel's unit. */
  double leastDeviation() {
    return leastDeviation;
  }
}
