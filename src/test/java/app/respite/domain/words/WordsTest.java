package app.respite.domain.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.domain.words.SpokenTexts.Spoken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing the program can say claims what docs/models.md forbids. */
class WordsTest {
  /** Texts that sound like a claim and are none: the text, word for word, and the reason. */
  private static final Map<String, String> ALLOWED =
      Map.of("this face was too slow", "said of a window that does not read, not of a person");

  private static final String COMPOSED = "{rating} is rating.range, which holds the range";

  private static final String TOLD = "ratings as the person gave them, or their mean";

  /** Sentences with a rating that need no range of their own, and why. */
  private static final Map<String, String> BARE =
      Map.of(
          "rating.one", "both ends of the range round to the rating itself",
          "state.now", COMPOSED,
          "state.rested", COMPOSED,
          "fatigue.no-pattern", COMPOSED,
          "suggest.longer-break", COMPOSED,
          "suggest.other-task", TOLD,
          "review.rest.rated", TOLD,
          "glance.told", TOLD,
          "glance.estimated", COMPOSED);

  /** A rating; the threshold is none, for the person has set it. */
  private static final Pattern RATING =
      Pattern.compile(
          "\\{(?!threshold})[a-z-]+}\\s*/\\s*10|\\{(rating|tired|tiredness|fatigue|estimate)}");

  @Test
  void noSentenceMakesAForbiddenClaim() {
    List<Spoken> sentences = new ArrayList<>();
    Wording.all().forEach((key, sentence) -> sentences.add(new Spoken(key, sentence)));
    assertThat(sentences).isNotEmpty();
    assertThat(claims(sentences)).isEmpty();
  }

  @Test
  void noStringOfTheSourcesMakesAForbiddenClaim() throws IOException {
    List<Spoken> strings = SpokenTexts.ofSources();
    assertThat(strings)
        .as("strings of the window, the commands and the coach are read")
        .anyMatch(one -> one.text().contains("I'm tired now"))
        .anyMatch(one -> one.text().contains("this may have many causes"))
        .hasSizeGreaterThan(1000);
    assertThat(claims(strings)).isEmpty();
  }

  @Test
  void noTextBesideTheSourcesMakesAForbiddenClaim() throws IOException {
    List<Spoken> texts = SpokenTexts.ofTexts();
    assertThat(texts)
        .as("the manual and the ideas for a break are read")
        .anyMatch(one -> one.where().equals("README.md"))
        .anyMatch(one -> one.where().equals("ideas_en.txt"));
    assertThat(claims(texts)).isEmpty();
  }

  @Test
  void anEstimateOfTirednessIsNeverSaidWithoutItsRange() {
    List<String> bare = new ArrayList<>();
    Wording.all()
        .forEach(
            (key, sentence) -> {
              if (!BARE.containsKey(key) && saysARatingBare(sentence)) {
                bare.add(key + " = " + sentence);
              }
            });
    assertThat(bare).isEmpty();
  }

  @Test
  void everyExceptionIsStillNeeded() throws IOException {
    assertThat(Wording.all().keySet()).containsAll(BARE.keySet());
    assertThat(BARE.keySet()).allMatch(key -> saysARatingBare(Wording.all().get(key)));
    assertThat(ALLOWED.keySet()).allMatch(text -> !ForbiddenClaims.in(text).isEmpty());
    List<String> said = new ArrayList<>(Wording.all().values());
    SpokenTexts.ofSources().forEach(one -> said.add(one.text()));
    SpokenTexts.ofTexts().forEach(one -> said.add(one.text()));
    assertThat(said).containsAll(ALLOWED.keySet());
  }

  @Test
  void aRatingWithoutARangeIsSeen() {
    assertThat(saysARatingBare("You are about {rating}/10 tired")).isTrue();
    assertThat(saysARatingBare("You are about {mid} / 10 tired now")).isTrue();
    assertThat(saysARatingBare("Tired: {fatigue}")).isTrue();
    assertThat(saysARatingBare("About {rating}/10 tired, likely {from} to {to}")).isFalse();
    assertThat(saysARatingBare("{ratings} of 3 ratings")).isFalse();
    assertThat(saysARatingBare("You may reach {threshold}/10")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Respite can diagnose exhaustion early",
        "This chart screens you for burnout",
        "Respite predicts burnout weeks ahead",
        "Breaks prevent RSI",
        "Burnout can be prevented with regular rest",
        "Helps to reduce eye strain",
        "A medical device for your desk",
        "Clinically tested break times",
        "Our validated fatigue scale",
        "The scientifically optimal break",
        "An optimal break is 17 minutes long",
        "Your brain's 90-minute cycle is over",
        "Your brain’s cycle is over",
        "An ultradian rhythm says rest now",
        "With this break you will earn 10 % more",
        "You'll label more after a rest",
        "Earn more with breaks",
        "A rest boosts your pace",
        "It is safe to continue",
        "You are fit for work",
        "Your judgement is impaired",
        "Tiredness caused 20 fewer items",
        "Your pace fell because of fatigue",
        "The decline is due to long hours",
        "You are slower than other people",
        "You rank 4th of 20 annotators",
        "Your rate is higher than your peers have",
        "You are in the 80th percentile",
        "Share your focus score",
        "Show this report to your employer",
        "A high injury risk this week",
        "At this load you are at risk",
        "Overtraining is likely",
        "AI detected tiredness",
        "20-20-20 prevents eye strain",
        "52/17 is proven",
        "Your ACWR is above 1.5",
        "Your lower rate is your fault",
        "You should have rested earlier",
        "Do not lose your work streak",
        "You are burned out"
      })
  void aClaimPlantedOnPurposeIsFound(String claim) {
    assertThat(ForbiddenClaims.in(claim)).isNotEmpty();
    assertThat(claims(List.of(new Spoken("planted", "Fine so far. " + claim + ", they say."))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not know your pattern yet (2 of 3 ratings), so this is the standard reminder",
        "Based on your last 41 rated sprints, you usually reach about 6/10 tired after 65-80"
            + " minutes like today's; a 10-minute break around 11:40 fits that.",
        "Over the last 3 weeks your end-of-day tiredness was higher and your rate lower than in"
            + " your baseline (March-April). This can have many causes, such as harder items,"
            + " illness, or poor sleep. A chart like this shows a card by chance in roughly 1 of 11"
            + " quarters. If you feel worn down, talking to someone you trust or a health"
            + " professional is worth more than this chart.",
        "The pace was lower in later sprints (12 sprints); this may have many causes.",
        "This week 46 h, usual 38 h.",
        "13.13 USD per present hour, 14.00 per work hour",
        "The screen is full, so that the break waits",
        "Rest kept on the last 3 days with work.",
        "You worked more than 48 h this week, the limit that the European rule sets on average.",
        "Deferred: the screen locks for 5 minutes",
        "Most work first",
        "The data could not be read because of a broken file"
      })
  void harmlessSentencesPass(String sentence) {
    assertThat(ForbiddenClaims.in(sentence)).isEmpty();
  }

  @Test
  void aSentenceWithoutItsValuesIsRefused() {
    assertThatThrownBy(() -> Wording.say("basis.unknown"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Wording.say("basis.unknown", "ratings", 2)).contains("2 of 3 ratings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{sprints}", "{anything}", "$1 a page \\ {current}"})
  void theNameOfATaskIsSaidAsItIs(String name) {
    assertThat(
            Wording.say(
                "suggest.other-task",
                "there",
                2,
                "task",
                name,
                "sprints",
                5,
                "here",
                6,
                "current",
                "{there}"))
        .contains("sprints on " + name + " (5 of them)")
        .contains("after those on {there};");
  }

  private static boolean saysARatingBare(String sentence) {
    boolean ranged =
        sentence.contains("{from}") && sentence.contains("{to}")
            || sentence.contains("{low}") && sentence.contains("{high}");
    return RATING.matcher(sentence).find() && !ranged;
  }

  private static List<String> claims(List<Spoken> texts) {
    List<String> found = new ArrayList<>();
    for (Spoken one : texts) {
      if (!ALLOWED.containsKey(one.text())) {
        for (String claim : ForbiddenClaims.in(one.text())) {
          found.add(one.where() + ": " + claim + " in: " + one.text());
        }
      }
    }
    return found;
  }
}
