package app.respite.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.domain.watch.CheckIns.Answer;
import app.respite.domain.watch.Outlook.Card;
import app.respite.domain.watch.Outlook.Reading;
import app.respite.domain.watch.Workday.Pace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StrainWatchTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final UUID BOXES = new UUID(1, 1);
  private static final UUID POLYGONS = new UUID(1, 2);

  /** Days written down one after the other, from Monday to Friday. */
  private static final class Weeks {
    private final List<Workday> days = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private LocalDate next = FIRST;
    private LocalDate from = LocalDate.MIN;
    private UUID task = BOXES;

    /** So many workdays about these figures, a little up and down by turns. */
    Weeks work(int number, int fatigue, double perHour, double hours) {
      for (int i = 0; i < number; i++) {
        int turn = days.size() % 2 == 0 ? 1 : -1;
        Pace pace = new Pace(task, perHour * (1 + .05 * turn), hours);
        days.add(new Workday(next, hours + .5 * turn, fatigue + turn, List.of(pace)));
        off(1);
        while (next.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
          off(1);
        }
      }
      return this;
    }

    Weeks usual(int number) {
      return work(number, 4, 60, 6);
    }

    Weeks off(int number) {
      next = next.plusDays(number);
      return this;
    }

    Weeks answer(int level) {
      answers.add(new Answer(last(), level));
      return this;
    }

    LocalDate last() {
      return next.minusDays(1);
    }

    Outlook outlook() {
      return StrainWatch.on(last(), days, answers, from);
    }

    List<Card> cards() {
      return StrainWatch.cards(last(), days, answers, from);
    }

    Reading reading(Channel channel) {
      return outlook().readings().get(channel.ordinal());
    }
  }

  @Test
  void belowFiftyWorkdaysTheChartsSayNothing() {
    Outlook outlook = new Weeks().usual(30).work(19, 9, 30, 10).outlook();
    assertThat(outlook.validDays()).isEqualTo(49);
    assertThat(outlook.learning()).isTrue();
    assertThat(outlook.card()).isNull();
    assertThat(outlook.readings())
        .allSatisfy(
            reading -> {
              assertThat(reading.days()).isEqualTo(49);
              assertThat(reading.sum()).isNull();
              assertThat(reading.active()).isFalse();
            });
  }

  @Test
  void usualDaysGiveNoCard() {
    Weeks weeks = new Weeks().usual(200);
    assertThat(weeks.outlook().learning()).isFalse();
    assertThat(weeks.cards()).isEmpty();
  }

  @Test
  void moreTirednessAndALowerPaceTogetherGiveACard() {
    Weeks weeks = new Weeks().usual(60).work(8, 7, 50, 6);
    Outlook outlook = weeks.outlook();
    assertThat(outlook.card()).isNotNull();
    assertThat(outlook.card().changed()).containsExactlyInAnyOrder(Channel.FATIGUE, Channel.PACE);
    assertThat(outlook.card().checkIn()).isFalse();
    assertThat(outlook.readings()).extracting(Reading::active).containsExactly(true, true, false);
  }

  @Test
  void oneChannelAloneGivesNoCard() {
    assertThat(new Weeks().usual(60).work(40, 9, 60, 6).cards()).isEmpty();
    assertThat(new Weeks().usual(60).work(40, 4, 30, 6).cards()).isEmpty();
    assertThat(new Weeks().usual(60).work(40, 4, 60, 10).cards()).isEmpty();
  }

  @Test
  void aChangeForTheBetterGivesNoCard() {
    assertThat(new Weeks().usual(60).work(40, 1, 90, 3).cards()).isEmpty();
  }

  @Test
  void aCardComesOnceInFourteenDaysAtMost() {
    List<Card> cards = new Weeks().usual(60).work(60, 8, 40, 9).cards();
    assertThat(cards).hasSizeGreaterThan(2);
    for (int i = 1; i < cards.size(); i++) {
      assertThat(ChronoUnit.DAYS.between(cards.get(i - 1).since(), cards.get(i).since()))
          .isGreaterThanOrEqualTo(14);
    }
  }

  @Test
  void aCardStaysForFourteenDaysAndNoLonger() {
    Weeks weeks = new Weeks().usual(60).work(3, 7, 50, 6);
    Card card = weeks.outlook().card();
    assertThat(card).isNotNull();
    weeks.off((int) ChronoUnit.DAYS.between(weeks.last(), card.since().plusDays(13)));
    assertThat(weeks.outlook().card()).isEqualTo(card);
    assertThat(weeks.off(1).outlook().card()).isNull();
  }

  @Test
  void whatOneCardWasShownForBringsNoSecondOne() {
    Weeks weeks = new Weeks().usual(60).work(3, 7, 50, 6);
    Card card = weeks.outlook().card();
    assertThat(weeks.usual(60).cards()).containsExactly(card);
  }

  @Test
  void b64DaysWithoutWorkMoveNeitherBaselineNorChart() {
    Outlook through = new Weeks().usual(70).outlook();
    Outlook drought = new Weeks().usual(25).off(2).usual(30).off(1).usual(15).outlook();
    assertThat(drought.validDays()).isEqualTo(70);
    assertThat(drought.readings()).extracting(Reading::sum).isEqualTo(sums(through));
    Outlook longOnes = new Weeks().usual(25).off(28).usual(30).off(63).usual(15).outlook();
    assertThat(longOnes.readings()).noneMatch(Reading::active);
    Weeks hardlyAny = new Weeks().usual(70);
    for (int day = 0; day < 20; day++) {
      hardlyAny.days.add(new Workday(hardlyAny.next, 0.2, 9, List.of(new Pace(BOXES, 5, 0.2))));
      hardlyAny.off(1);
    }
    assertThat(hardlyAny.outlook()).isEqualTo(through);
  }

  @Test
  void theFirstWorkdaysAfterAnAbsenceAreNoObservations() {
    Weeks back = new Weeks().usual(60).off(7);
    back.work(5, 9, 6, 1);
    assertThat(back.outlook().validDays()).isEqualTo(60);
    assertThat(back.outlook().readings()).noneMatch(Reading::active);
    back.work(1, 9, 6, 1);
    assertThat(back.outlook().validDays()).isEqualTo(61);
  }

  private static List<Double> sums(Outlook outlook) {
    return outlook.readings().stream().map(Reading::sum).toList();
  }

  @Test
  void aSickWeekMovesNothing() {
    Outlook before = new Weeks().usual(70).outlook();
    Outlook after = new Weeks().usual(70).off(7).outlook();
    assertThat(sums(after)).isEqualTo(sums(before));
  }

  @Test
  void anotherTaskIsHeldAgainstItselfOnly() {
    Weeks weeks = new Weeks().usual(60);
    weeks.task = POLYGONS;
    weeks.work(45, 4, 2, 6);
    assertThat(weeks.cards()).isEmpty();
    assertThat(weeks.reading(Channel.PACE).active()).isFalse();
    assertThat(weeks.reading(Channel.PACE).sum())
        .isEqualTo(new Weeks().usual(60).reading(Channel.PACE).sum());
    weeks.work(15, 4, 2, 6).work(20, 4, 1, 6);
    assertThat(weeks.reading(Channel.PACE).active()).isTrue();
  }

  @Test
  void aDayWithoutARatingIsNoObservationOfTiredness() {
    Weeks weeks = new Weeks().usual(60);
    Double sum = weeks.reading(Channel.FATIGUE).sum();
    for (int day = 0; day < 10; day++) {
      weeks.days.add(new Workday(weeks.next, 6, null, List.of()));
      weeks.off(1);
    }
    assertThat(weeks.reading(Channel.FATIGUE).sum()).isEqualTo(sum);
    assertThat(weeks.reading(Channel.FATIGUE).days()).isEqualTo(60);
    assertThat(weeks.outlook().validDays()).isEqualTo(70);
  }

  /** Whoever always says 5 and then once 6 is not alarmed for it. */
  @Test
  void constantRatingsAreNoPatternToAlarmBy() {
    Weeks weeks = new Weeks();
    for (int day = 0; day < 120; day++) {
      weeks.days.add(new Workday(weeks.next, 6, day % 30 == 29 ? 6 : 5, List.of()));
      weeks.off(1);
    }
    assertThat(weeks.reading(Channel.FATIGUE).active()).isFalse();
    assertThat(weeks.reading(Channel.FATIGUE).sum()).isNotNull();
  }

  @Test
  void aChannelStaysActiveForTenWorkdays() {
    Weeks weeks = new Weeks().usual(60).work(4, 9, 60, 6);
    assertThat(weeks.reading(Channel.FATIGUE).active()).isTrue();
    weeks.work(30, 0, 60, 6);
    assertThat(weeks.reading(Channel.FATIGUE).active()).isFalse();
  }

  @Test
  void aNewBaselineBeginsOnTheDayAskedFor() {
    Weeks weeks = new Weeks().usual(60).work(60, 7, 50, 6);
    assertThat(weeks.outlook().card()).isNotNull();
    weeks.from = weeks.days.get(60).day();
    assertThat(weeks.cards()).isEmpty();
    assertThat(weeks.outlook().validDays()).isEqualTo(60);
    assertThat(weeks.reading(Channel.FATIGUE).comparison().usual()).isCloseTo(7, within(1e-9));
  }

  @Test
  void theBaselineIsTheFortyDaysAfterTheFirstTenAndFrozen() {
    Weeks weeks = new Weeks().work(10, 8, 20, 2).usual(40).work(30, 6, 60, 6);
    Outlook.Comparison two = weeks.reading(Channel.FATIGUE).comparison();
    assertThat(two.usual()).isCloseTo(4, within(1e-9));
    assertThat(two.recent()).isCloseTo(6, within(1e-9));
    assertThat(two.from()).isEqualTo(weeks.days.get(10).day());
    assertThat(two.to()).isEqualTo(weeks.days.get(49).day());
  }

  @Test
  void theCheckInsBringACardAtOnceEvenWhileLearning() {
    Weeks weeks = new Weeks().usual(5).answer(4);
    assertThat(weeks.outlook().card()).isEqualTo(new Card(weeks.last(), Set.of(), true));
    assertThat(weeks.outlook().learning()).isTrue();
    assertThat(new Weeks().usual(5).answer(3).usual(10).answer(3).cards()).hasSize(1);
    assertThat(new Weeks().usual(5).answer(2).usual(10).answer(3).cards()).isEmpty();
  }

  @Test
  void aCallSoonAfterACardWaitsUntilFourteenDaysAreOver() {
    Weeks weeks = new Weeks().usual(5).answer(4);
    LocalDate first = weeks.last();
    weeks.usual(5).answer(5).usual(20);
    assertThat(weeks.cards()).extracting(Card::since).containsExactly(first, first.plusDays(14));
  }

  @Test
  void anAnswerAfterTheDayDoesNotCountYet() {
    Weeks weeks = new Weeks().usual(5).answer(4);
    assertThat(
            StrainWatch.on(weeks.last().minusDays(1), weeks.days, weeks.answers, LocalDate.MIN)
                .card())
        .isNull();
  }
}
