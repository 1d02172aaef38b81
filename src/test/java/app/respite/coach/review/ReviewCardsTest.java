package app.respite.coach.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.ReviewJson;
import app.respite.coach.review.Part.Said;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.setting.Preferences;
import app.respite.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in the list of cards is told everywhere. */
class ReviewCardsTest {
  /** Figures of every kind that a card may have. */
  record Breaks(
      int count,
      @Nullable Double perHour,
      BigDecimal lost,
      @Nullable Instant last,
      Mood mood,
      List<Long> lengths) {}

  enum Mood {
    VERY_CALM
  }

  private record BreaksCard(String name) implements FiguresCard<Breaks> {
    @Override
    public Class<Breaks> type() {
      return Breaks.class;
    }

    @Override
    public @Nullable Breaks figures(Records records, Preferences preferences, Review review) {
      if (records.breaks().isEmpty()) {
        return null;
      }
      return new Breaks(
          records.breaks().size(),
          null,
          new BigDecimal("0.50"),
          records.breaks().getLast().start(),
          Mood.VERY_CALM,
          records.breaks().stream().map(one -> one.interval().length().toSeconds()).toList());
    }

    @Override
    public CardContent content(Breaks figures) {
      return CardContent.of("Breaks", new Said(figures.count() + " of them."));
    }
  }

  private static Review review(Diary diary) {
    return ReviewCards.complete(
        List.of(new RestCard(), new BreaksCard("breaks"), new BreaksCard("again")),
        diary.records(),
        Preferences.DEFAULTS,
        diary.review(MONDAY, MONDAY));
  }

  @Test
  void figuresOfACardStandBehindTheOthersInTheJson() {
    assertThat(ReviewJson.of(review(Diary.monday())).keySet().stream().toList())
        .endsWith("ratings", "breaks", "again");
  }

  @Test
  void figuresOfACardAreWrittenByTheirComponents() {
    assertThat(Json.write(ReviewJson.of(review(Diary.monday())).get("breaks"), BERLIN))
        .isEqualTo(
            "{\"count\":2,\"perHour\":null,\"lost\":0.50,"
                + "\"last\":\"2026-03-02T10:00:00+01:00\",\"mood\":\"very-calm\","
                + "\"lengths\":[300,720]}");
  }

  @Test
  void aCardWithFiguresTellsThePageAndTheTerminalTheSame() {
    Review review = review(Diary.monday());
    BreaksCard card = new BreaksCard("breaks");
    assertThat(card.page(review)).contains(CardContent.of("Breaks", new Said("2 of them.")));
    assertThat(card.text(review)).containsExactly(card.page(review).orElseThrow());
  }

  @Test
  void aCardWithNothingToTellIsNullInTheJsonAndNowhereElse() {
    Review review = review(new Diary(BERLIN));
    assertThat(ReviewJson.of(review)).containsEntry("breaks", null);
    assertThat(new BreaksCard("breaks").page(review)).isEmpty();
    assertThat(new BreaksCard("breaks").text(review)).isEmpty();
  }

  @Test
  void noTwoFiguresHaveOneKeyInTheJson() {
    Map<String, ?> review = ReviewJson.of(Diary.monday().review(MONDAY, MONDAY));
    List<String> keys = new ArrayList<>(review.keySet());
    for (ReviewCard card : ReviewCards.ALL) {
      if (card instanceof FiguresCard<?> own) {
        keys.add(own.name());
      }
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void aTerminalHasEveryCardOnce() {
    assertThat(ReviewCards.inTerminal()).containsExactlyInAnyOrderElementsOf(ReviewCards.ALL);
  }
}
