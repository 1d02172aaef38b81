package app.respite.evaluate;

/**
 * The impulse and response model of athletes' form (Banister). Respite does not show it: its
 * parameters cannot be told apart from a person's data, and nothing is known of desk work.
 *
 * @param fitness days in which fitness falls to 1/e
 * @param tiring days in which tiredness falls to 1/e
 * @param gain weight of fitness
 * @param loss weight of tiredness
 */
record Banister(double fitness, double tiring, double gain, double loss) {
  static final Banister CUSTOMARY = new Banister(42, 7, 1, 2);

  /** The change of form on a day by the loads of the days before it; the first one is day 0. */
  double form(double[] loads, int day) {
    double form = 0;
    for (int before = 0; before < Math.min(day, loads.length); before++) {
      int age = day - before;
      form += loads[before] * (gain * Math.exp(-age / fitness) - loss * Math.exp(-age / tiring));
    }
    return form;
  }

  /** Days after a single load at which it begins to do good. */
  double turn() {
    return Math.log(loss / gain) / (1 / tiring - 1 / fitness);
  }
}
