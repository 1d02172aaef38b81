package app.respite.domain.review;

import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Range;
import app.respite.domain.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** How a person tires and recovers, in sentences; as many as are known. */
public final class TraitWords {
  private TraitWords() {}

  /** The sentences. */
  public static List<String> of(FatigueFigures estimate) {
    List<String> words = new ArrayList<>();
    Range buildUp = estimate.buildUp();
    if (buildUp != null) {
      words.add(Wording.say("fatigue.build-up", "span", AdviceWords.span(buildUp)));
    }
    Range recovery = estimate.recovery();
    if (recovery != null) {
      words.add(Wording.say("fatigue.recovery", "span", AdviceWords.span(recovery)));
    }
    Range before = estimate.buildUpBefore();
    if (before != null) {
      words.add(Wording.say("fatigue.build-up.before", "span", AdviceWords.span(before)));
    }
    return words;
  }
}
