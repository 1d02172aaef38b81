package app.respite.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.watch.Outlook.Card;
import app.respite.domain.watch.Outlook.Comparison;
import app.respite.domain.watch.Outlook.Reading;
import app.respite.domain.words.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchWordsTest {
  private static final LocalDate MARCH = LocalDate.parse("2026-03-02");
  private static final LocalDate APRIL = LocalDate.parse("2026-04-25");

  private static Reading reading(Channel channel, boolean active, double recent, double usual) {
    return new Reading(
        channel, 70, 6.0, active, active ? 15 : 0, new Comparison(recent, usual, MARCH, APRIL));
  }

  @Test
  void evidenceNamesFiguresUnitsAndTheBaseline() {
    assertThat(WatchWords.evidence(reading(Channel.FATIGUE, true, 6.2, 3.9)))
        .isEqualTo(
            "End-of-day tiredness: about 6/10 tired of late, 4/10 in your baseline "
                + "(2 March to 25 April 2026); higher for about 15 workdays.");
    assertThat(WatchWords.evidence(reading(Channel.PACE, true, Math.log(.88), 0)))
        .isEqualTo(
            "Pace: about 10 % fewer items/h of late, each task against its own baseline "
                + "(2 March to 25 April 2026); lower for about 15 workdays.");
    assertThat(WatchWords.evidence(reading(Channel.HOURS, false, 6.3, 5.95)))
        .isEqualTo(
            "Hours: about 6 h 15 min a workday of late, 6 h in your baseline "
                + "(2 March to 25 April 2026).");
  }

  @Test
  void aBaselineOfAnotherYearSaysSo() {
    LocalDate december = LocalDate.parse("2023-12-04");
    Comparison old = new Comparison(4, 4, december, december.plusDays(60));
    assertThat(WatchWords.evidence(new Reading(Channel.HOURS, 70, 6.0, false, 0, old)))
        .endsWith("in your baseline (4 December 2023 to 2 February 2024).");
  }

  @Test
  void withoutABaselineTheEvidenceIsWhatIsMissing() {
    assertThat(WatchWords.evidence(new Reading(Channel.PACE, 7, null, false, 0, null)))
        .isEqualTo("Pace: 7 of 50 days with items counted so far.");
  }

  @Test
  void theCardSaysWhatWasMeasuredHowOftenItIsChanceAndHowToSwitchItOff() {
    Card card = new Card(APRIL, Set.of(Channel.FATIGUE, Channel.PACE), false);
    Outlook outlook =
        new Outlook(
            70,
            List.of(
                reading(Channel.FATIGUE, true, 6, 4),
                reading(Channel.PACE, true, -.1, 0),
                reading(Channel.HOURS, false, 6, 6)),
            card);
    assertThat(WatchWords.card(outlook, card))
        .startsWith(
            "Over the last weeks your end-of-day tiredness was higher and your pace was lower than "
                + "in your baseline (2 March to 25 April 2026).")
        .contains("by chance in roughly 1 of 11 quarters")
        .contains("talking to someone you trust or a health professional")
        .contains("strain.watch")
        .contains("strain.baseline-from")
        .doesNotContain("workdays were longer");
  }

  @Test
  void aCardOfTheCheckInsHasNoScoreAndNoChart() {
    Card card = new Card(APRIL, Set.of(), true);
    assertThat(WatchWords.card(new Outlook(5, List.of(), card), card))
        .contains("talking to someone you trust")
        .doesNotContain("quarters")
        .doesNotContainPattern("[0-9]");
  }

  @Test
  void aLongWeekIsAPlainFactAbove48AndFrom55() {
    assertThat(WatchWords.longWeek(48)).isEmpty();
    assertThat(WatchWords.longWeek(48.02))
        .hasValueSatisfying(fact -> assertThat(fact).contains("48.1 h"));
    assertThat(WatchWords.longWeek(54.99))
        .hasValueSatisfying(fact -> assertThat(fact).contains("EU"));
    assertThat(WatchWords.longWeek(55))
        .hasValueSatisfying(fact -> assertThat(fact).contains("55 h of work").contains("WHO"));
  }

  @Test
  void noSentenceNamesACauseOrAnIllnessOrPutsBlame() {
    List<String> never =
        List.of(
            "cause",
            "because",
            "due to",
            "burnout",
            "depress",
            "diagnos",
            "predict",
            "prevent",
            "risk",
            "medical",
            "clinical",
            "validated",
            "must",
            "should",
            "too much",
            "too slow",
            "bad",
            "worse",
            "warning",
            "injury",
            "overtrain");
    for (Map.Entry<String, String> one : Wording.all().entrySet()) {
      if (one.getKey().matches("(watch|load|pace)\\..*")) {
        assertThat(one.getValue().toLowerCase(Locale.ROOT)).as(one.getKey()).doesNotContain(never);
      }
    }
  }
}
