package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Said;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.TraitWords;
import app.respite.domain.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The estimate of tiredness. On the page it stands with the hours of the day. */
record TirednessCard() implements ReviewCard {
  @Override
  public Optional<CardContent> page(Review review) {
    return Optional.empty();
  }

  /** What is said below the hours of the review's last day. */
  static List<String> sentences(Review review) {
    DayFigures day = review.days().getLast();
    List<String> said = new ArrayList<>();
    said.add(
        say(
            "review.rated",
            "rated",
            day.ratedSprints(),
            "sprints",
            Figures.count(day.sprints(), "sprint")));
    FatigueFigures fatigue = review.fatigue();
    if (fatigue == null) {
      said.add(say("review.fatigue.none"));
      return said;
    }
    said.add(fatigue.sentence());
    if (fatigue.tier() == Tier.LEARNING && fatigue.pattern()) {
      said.add(say("review.fatigue.typical"));
    }
    said.addAll(TraitWords.of(fatigue));
    return said;
  }

  @Override
  public List<CardContent> text(Review review) {
    FatigueFigures fatigue = review.fatigue();
    if (fatigue == null || review.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    said.add(fatigue.sentence());
    said.addAll(TraitWords.of(fatigue));
    return List.of(CardContent.of("Tiredness, estimated", new Said(said)));
  }
}
