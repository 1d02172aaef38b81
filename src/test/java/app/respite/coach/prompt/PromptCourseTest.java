package app.respite.coach.prompt;

import static app.respite.coach.port.Prompting.Form.AFTER;
import static app.respite.coach.port.Prompting.Form.BREAK;
import static app.respite.coach.port.Prompting.Form.ITEM;
import static app.respite.coach.port.Prompting.Form.NONE;
import static app.respite.coach.port.Prompting.Form.SMALL;
import static app.respite.coach.port.Prompting.Form.VIEW;
import static app.respite.coach.port.Prompting.Form.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.BreakView;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.setting.Preferences;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromptCourseTest {
  private final LiveDay day = new LiveDay(Preferences.DEFAULTS);

  private LiveDay sprint() {
    return day.tell(new Input.Start(LiveDay.task("Boxes"), null, false));
  }

  @Test
  void aPromptIsAnnouncedThenSmallThenTheViewWhenPatienceEnds() {
    sprint().minutes(24);
    assertThat(day.form()).isEqualTo(NONE);
    day.seconds(31);
    assertThat(day.form()).isEqualTo(WARNING);
    day.seconds(30);
    assertThat(day.form()).isEqualTo(SMALL);
    assertThat(day.update().prompting().patienceEnds())
        .isEqualTo(LiveDay.START.plus(Duration.ofMinutes(28)));
    day.minutes(2);
    assertThat(day.form()).isEqualTo(SMALL);
    day.minutes(1);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void theViewOpensWhenTheHandsStop() {
    sprint().minutes(25).seconds(5);
    assertThat(day.form()).isEqualTo(SMALL);
    day.seconds(20).still(2);
    assertThat(day.form()).isEqualTo(SMALL);
    day.seconds(3);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void theSmallPromptCanBeReadFirstThoughTheHandsAreStillAlready() {
    sprint().minutes(24).seconds(50).still(5).seconds(10);
    assertThat(day.form()).isEqualTo(SMALL);
    day.seconds(8);
    assertThat(day.form()).isEqualTo(SMALL);
    day.seconds(4);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void aViewThatIsOpenStaysOpenWhenTheHandsMove() {
    sprint().minutes(25).seconds(20).still(4).seconds(2);
    assertThat(day.form()).isEqualTo(VIEW);
    day.tell(new Input.Active()).seconds(20);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void b55APromptWaitsForTheItemThatIsBeingDone() {
    sprint().minutes(20).tell(new Input.Items(1)).minutes(5).seconds(1);
    assertThat(day.now().due()).isNotNull();
    assertThat(day.form()).isEqualTo(ITEM);
    day.seconds(40);
    assertThat(day.form()).isEqualTo(ITEM);
    day.tell(new Input.Items(1));
    assertThat(day.form()).isEqualTo(SMALL);
  }

  @Test
  void b55APromptWaitsForAnItemNoLongerThanPatience() {
    sprint().minutes(20).tell(new Input.Items(1)).minutes(5).seconds(1);
    assertThat(day.form()).isEqualTo(ITEM);
    day.minutes(3);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void b55ItemsCountedLongAgoAreNotBeingCountedLive() {
    sprint().minutes(5).tell(new Input.Items(1)).minutes(20).seconds(1);
    assertThat(day.form()).isEqualTo(SMALL);
  }

  @Test
  void b54NoViewComesOverAnItemOnThePlatformsClock() {
    sprint().minutes(20).tell(new Input.Claim(Duration.ofMinutes(15))).minutes(9).still(20);
    assertThat(day.form()).isEqualTo(SMALL);
    day.tell(new Input.Submitted());
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void b54WhenThePlatformsClockHasRunOutTheViewComes() {
    sprint().minutes(20).tell(new Input.Claim(Duration.ofMinutes(15))).minutes(14).seconds(50);
    assertThat(day.form()).isEqualTo(SMALL);
    day.seconds(20);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void aPostponedBreakIsNotToBeSeenUntilItIsDueAgain() {
    sprint().minutes(26).tell(new Input.Postpone(Duration.ofMinutes(5)));
    assertThat(day.form()).isEqualTo(NONE);
    day.minutes(5).seconds(1);
    assertThat(day.form()).isEqualTo(SMALL);
    day.minutes(2);
    assertThat(day.form()).isEqualTo(SMALL);
    day.minutes(1);
    assertThat(day.form()).isEqualTo(VIEW);
  }

  @Test
  void b25WhatIsHeldBackIsNotToBeSeen() {
    sprint().minutes(20).tell(new Input.InCall(true)).minutes(10);
    assertThat(day.form()).isEqualTo(NONE);
    assertThat(day.now().reason()).isEqualTo("In a call");
    day.tell(new Input.InCall(false));
    assertThat(day.form()).isEqualTo(SMALL);
  }

  @Test
  void b68WhatAHoldTookAwayIsShownAgainWithoutASecondAnnouncement() {
    sprint().minutes(25).seconds(5);
    assertThat(day.form()).isEqualTo(SMALL);
    assertThat(announcements()).isEqualTo(1);
    for (int hold = 0; hold < 5; hold++) {
      day.tell(new Input.InCall(true)).minutes(4);
      assertThat(day.form()).isEqualTo(NONE);
      day.tell(new Input.InCall(false));
      assertThat(day.form()).isEqualTo(SMALL);
      day.seconds(30);
    }
    assertThat(announcements()).isZero();
  }

  /** How often a break was announced since this was asked last. */
  private long announcements() {
    return day.update().events().stream().filter(Event.BreakDue.class::isInstance).count();
  }

  @Test
  void b31ALockedScreenIsNotWoken() {
    sprint().minutes(24).seconds(50).tell(new Input.Lock()).minutes(1);
    assertThat(day.form()).isEqualTo(NONE);
  }

  @Test
  void theViewShowsTheBreakAndItsEndIsSaidOnce() {
    sprint().minutes(25).seconds(1).tell(new Input.Accept());
    assertThat(day.form()).isEqualTo(BREAK);
    day.minutes(5).seconds(1);
    assertThat(day.form()).isEqualTo(AFTER);
    day.minutes(3);
    assertThat(day.form()).isEqualTo(NONE);
  }

  @Test
  void b32ABreakThatIsOverStaysInSightWhileNobodyIsThere() {
    sprint().minutes(25).seconds(1).tell(new Input.Accept()).still(0).minutes(20);
    assertThat(day.form()).isEqualTo(BREAK);
    assertThat(day.now().overtime()).isGreaterThan(Duration.ofMinutes(14));
    day.tell(new Input.Active()).seconds(6);
    assertThat(day.form()).isEqualTo(AFTER);
  }

  @Test
  void withTheSmallPromptAloneNoViewEverComes() {
    LiveDay calm = new LiveDay(Preferences.DEFAULTS.with(CoachKeys.BREAK_VIEW, BreakView.SMALL));
    calm.tell(new Input.Start(LiveDay.task("Boxes"), null, false))
        .minutes(26)
        .still(30)
        .minutes(20);
    assertThat(calm.form()).isEqualTo(SMALL);
  }

  @Test
  void skippingTakesThePromptAway() {
    sprint().minutes(26).tell(new Input.Skip());
    assertThat(day.form()).isEqualTo(NONE);
  }
}
