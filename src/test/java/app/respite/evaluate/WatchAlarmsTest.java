package app.respite.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.watch.Outlook.Card;
import app.respite.domain.watch.StrainWatch;
import app.respite.domain.watch.Workday;
import app.respite.domain.watch.Workday.Pace;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The strain watch as it is shipped against seeded people (docs/models.md): 50 workdays to learn
 * from, 60 to watch, each day resembling the one before by .3, the three channels correlated by .3.
 * The table's shares are draws too: allowed are half a unit of their last decimal and four standard
 * errors of ours and of one of 2,000.
 */
@Tag("long")
class WatchAlarmsTest {
  private static final int PEOPLE = 4000;
  private static final int LEARNT = 50;
  private static final int WATCHED = 60;
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final UUID TASK = new UUID(1, 1);

  /** Deviations by which channels have moved on a watched day, 0 for the first. */
  private interface Change {
    double at(int channel, int day);
  }

  /**
   * The share of people with a card, and the watched day, from 1 on, by which half of all people
   * had one.
   */
  private record Found(double share, int medianDay) {}

  private static Found found(Change change, boolean wholeRatings) {
    Random random = new Random(31);
    List<Integer> firsts = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      List<Workday> days = days(random, change, wholeRatings);
      List<Card> cards = StrainWatch.cards(days.getLast().day(), days, List.of(), LocalDate.MIN);
      firsts.add(
          cards.isEmpty()
              ? Integer.MAX_VALUE
              : (int) ChronoUnit.DAYS.between(FIRST, cards.getFirst().since()) - LEARNT + 1);
    }
    firsts.sort(null);
    long with = firsts.stream().filter(day -> day < Integer.MAX_VALUE).count();
    return new Found((double) with / PEOPLE, firsts.get(PEOPLE / 2));
  }

  private static List<Workday> days(Random random, Change change, boolean wholeRatings) {
    int all = LEARNT + WATCHED;
    double[] common = Draws.days(random, all, .3);
    double[][] own = new double[3][];
    Arrays.setAll(own, i -> Draws.days(random, all, .3));
    List<Workday> days = new ArrayList<>();
    for (int day = 0; day < all; day++) {
      double[] z = new double[3];
      for (int i = 0; i < 3; i++) {
        int watched = day - LEARNT;
        z[i] =
            Math.sqrt(.3) * common[day]
                + Math.sqrt(.7) * own[i][day]
                + (watched < 0 ? 0 : change.at(i, watched));
      }
      double rating =
          wholeRatings ? Math.clamp(Math.round(4 + 1.5 * z[0]), 0, 10) : Math.round(1e5 * z[0]);
      Pace pace = new Pace(TASK, 60 * Math.exp(-.15 * z[1]), 5);
      days.add(new Workday(FIRST.plusDays(day), 40 + 1.5 * z[2], (int) rating, List.of(pace)));
    }
    return days;
  }

  private static void assertShare(double share, double golden, double rounding) {
    double error = 4 * Math.sqrt(golden * (1 - golden) * (1.0 / PEOPLE + 1.0 / 2000));
    assertThat(share).isCloseTo(golden, within(rounding + error));
  }

  @Test
  void withoutAChangeACardComesAboutOnceInElevenQuarters() {
    Found chance = found((channel, day) -> 0, false);
    assertShare(chance.share(), .087, .0005);
    assertThat(1 / chance.share()).isCloseTo(StrainWatch.CHANCE_ONE_IN, within(2.0));
  }

  @Test
  void aRampInTwoChannelsIsFoundAsOftenAndAsSoonAsTheTableSays() {
    Found steep =
        found((channel, day) -> channel < 2 ? 1.5 * Math.min(1, (day + 1) / 20.0) : 0, false);
    Found slow = found((channel, day) -> channel < 2 ? Math.min(1, (day + 1) / 40.0) : 0, false);
    assertShare(steep.share(), .99, .005);
    assertThat(steep.medianDay()).isCloseTo(21, within(2));
    assertShare(slow.share(), .75, .005);
    assertThat(slow.medianDay()).isCloseTo(44, within(2));
  }

  @Test
  void aChangeInOneChannelAloneIsMostlyNotFound() {
    Found one =
        found((channel, day) -> channel < 1 ? 1.5 * Math.min(1, (day + 1) / 20.0) : 0, false);
    assertShare(one.share(), .31, .005);
  }
}
