package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Review;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.OnFx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page says what it waits for, takes only the newest answer, and keeps what it shows true. */
class ReviewPageTest {
  /** A journal that answers when it is told to. */
  private static final class Hand implements ReviewPage.Source {
    final List<LocalDate> from = new ArrayList<>();
    final List<LocalDate> to = new ArrayList<>();
    final List<Consumer<Review>> answers = new ArrayList<>();
    final List<Runnable> failures = new ArrayList<>();
    final List<Runnable> waiting = new ArrayList<>();
    final List<Boolean> watched = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    final List<Row> reported = new ArrayList<>();
    int baselines;
    boolean today;
    final ReviewPage page =
        new ReviewPage(this, (wait, work) -> waiting.add(work), () -> today = true);

    @Override
    public void review(LocalDate first, LocalDate last, Consumer<Review> answer, Runnable failed) {
      from.add(first);
      to.add(last);
      answers.add(answer);
      failures.add(failed);
    }

    @Override
    public LocalDate today() {
      return ReviewJournals.LAST;
    }

    @Override
    public void explain(
        Review review, Asked asked, Consumer<List<CardContent>> answer, Runnable failed) {}

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void copy(String text) {
      copied.add(text);
    }

    @Override
    public void reported(List<Row> rows, Runnable done) {
      reported.addAll(rows);
      done.run();
    }

    @Override
    public void watch(boolean on, Runnable done) {
      watched.add(on);
      done.run();
    }

    @Override
    public void newBaseline(Runnable done) {
      baselines++;
      done.run();
    }

    /** A second goes by. */
    void wait(int time) {
      waiting.get(time).run();
    }

    /** Opens what is folded below the first look. */
    private void unfold() {
      for (ButtonBase button : buttons(page.getContent())) {
        if (button.getStyleClass().contains("fold") && !((ToggleButton) button).isSelected()) {
          button.fire();
        }
      }
    }

    String words() {
      unfold();
      List<String> words = new ArrayList<>();
      collect(page.getContent(), words);
      return String.join("\n", words);
    }

    private static void collect(Node node, List<String> words) {
      if (!node.isVisible()) {
        return;
      }
      if (node instanceof Labeled labeled) {
        words.add(labeled.getText());
      } else if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
      }
    }

    void press(String text) {
      unfold();
      buttons(page.getContent()).stream()
          .filter(button -> button.getText().equals(text))
          .findFirst()
          .orElseThrow()
          .fire();
    }

    private static List<ButtonBase> buttons(Node node) {
      List<ButtonBase> found = new ArrayList<>();
      if (node instanceof Button || node instanceof ToggleButton) {
        found.add((ButtonBase) node);
      } else if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> found.addAll(buttons(child)));
      }
      return found;
    }
  }

  private static final LocalDate DAY = ReviewJournals.LAST;

  @BeforeAll
  static void start() {
    OnFx.run(() -> {});
  }

  private static void on(Consumer<Hand> test) {
    OnFx.run(() -> test.accept(new Hand()));
  }

  private static Review review(LocalDate day) {
    return ReviewJournals.threeSprints().review(day, day);
  }

  @Test
  void theFrameIsThereBeforeTheFigures() {
    on(
        hand -> {
          hand.page.open(DAY);
          assertThat(hand.words()).contains("Fri 8 May").doesNotContain("Cancel");
        });
  }

  @Test
  void aStrainCardCanBeMutedOrGivenANewBaselineAtOnce() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(ReviewJournals.lastDayWithoutAPattern());
          hand.press("Mute the watch");
          assertThat(hand.watched).containsExactly(false);
          hand.press("Begin a new baseline");
          assertThat(hand.baselines).isEqualTo(1);
          assertThat(hand.to).hasSize(3);
        });
  }

  @Test
  void hoursAreCopiedAsTheTableShowsThemAndMarkedAsReported() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(ReviewJournals.hours());
          assertThat(hand.words())
              .contains("Hours to report", "said 1:00; Chat, Outlier", "by 14 May; Chat, Outlier");
          hand.press("Copy");
          assertThat(hand.copied)
              .containsExactly(
                  """
                  day\ttask\tplatform\tstart\tend\thours
                  2026-05-07\tChat\tOutlier\t09:00\t09:50\t0:50
                  2026-05-08\tChat\tOutlier\t09:00\t09:50\t0:50
                  2026-05-08\tTranscripts of long interviews\tDataAnnotation\t10:00\t10:40\t0:40
                  """);
          assertThat(hand.words()).contains("Copied");
          hand.press("Mark as reported");
          assertThat(hand.reported)
              .extracting(row -> row.day() + " " + row.rounded())
              .containsExactly("2026-05-07 PT50M", "2026-05-08 PT50M", "2026-05-08 PT40M");
          assertThat(hand.to).hasSize(2);
        });
  }

  @Test
  void afterASecondItSaysWhatItReadsAndCanBeTold() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.wait(0);
          assertThat(hand.words()).contains("Reading the journal for Fri 8 May", "Cancel");
          hand.press("Cancel");
          assertThat(hand.words()).contains("Stopped before Fri 8 May was read.");
          hand.answers.getFirst().accept(review(DAY));
          assertThat(hand.words()).doesNotContain("Rest");
          hand.press("Read it again");
          hand.answers.getLast().accept(review(DAY));
          assertThat(hand.words()).contains("Rest").doesNotContain("Stopped");
        });
  }

  @Test
  void aQuickAnswerNeedsNoWordOfWaiting() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(review(DAY));
          hand.wait(0);
          assertThat(hand.words()).contains("Rest").doesNotContain("Reading");
        });
  }

  @Test
  void onlyTheDayAskedForLastIsShown() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(review(DAY));
          hand.press("‹");
          hand.page.open(DAY);
          hand.answers.get(2).accept(review(DAY));
          hand.answers.get(1).accept(review(DAY.minusDays(1)));
          assertThat(hand.page.day()).isEqualTo(DAY);
          assertThat(hand.words()).contains("Fri 8 May", "Rest");
        });
  }

  @Test
  void theDayBeforeAndTheDayAfterAreOnePressAway() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(review(DAY));
          hand.press("‹");
          assertThat(hand.to.getLast()).isEqualTo(DAY.minusDays(1));
          hand.answers.getLast().accept(review(DAY.minusDays(1)));
          assertThat(hand.words()).contains("Thu 7 May", "Nothing was recorded on this day");
          hand.press("›");
          assertThat(hand.to.getLast()).isEqualTo(DAY);
        });
  }

  @Test
  void aJournalThatCannotBeReadIsSaidWithTheWayOut() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.failures.getFirst().run();
          assertThat(hand.words()).contains("Fri 8 May could not be read", "Read it again");
        });
  }

  @Test
  void theWeeksSprintsAreFetchedWhenTheyAreWanted() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(ReviewJournals.firstMorning());
          hand.unfold();
          Hand.buttons(hand.page.getContent()).stream()
              .filter(
                  button ->
                      button.getAccessibleText() != null
                          && button.getAccessibleText().endsWith("behind Weeks"))
              .findFirst()
              .orElseThrow()
              .fire();
          assertThat(hand.from.getLast()).isEqualTo(DAY.minusDays(6));
          assertThat(hand.to.getLast()).isEqualTo(DAY);
          hand.answers.getLast().accept(ReviewJournals.tenWeeks().review(DAY.minusDays(6), DAY));
          assertThat(hand.words()).contains("Mon 4 May", "Fri 8 May");
        });
  }

  @Test
  void theDaysEndIsOfferedQuietlyAndLeadsToToday() {
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(review(DAY));
          assertThat(hand.words()).doesNotContain("at the end of this day");
          hand.page.offer(true);
          assertThat(hand.words()).contains("How tired are you at the end of this day?");
          hand.press("Rate it");
          assertThat(hand.today).isTrue();
        });
  }

  @Test
  void nothingDoneYetThisMorningDoesNotShowTheRowBroken() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "", Pay.NONE);
    for (int back = 3; back > 0; back--) {
      diary.sprint(boxes, diary.at(DAY.minusDays(back) + "T09:00"), 25, null, null, null);
    }
    diary.rest(BreakKind.NATURAL, Route.NATURAL, true, diary.at(DAY + "T08:00"), 10);
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(diary.review(DAY, DAY));
          assertThat(hand.words()).contains("3\ndays in a row with rest kept");
        });
  }

  @Test
  void aRowThatDidBreakIsSaidWithoutAReproach() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "", Pay.NONE);
    diary.sprint(boxes, diary.at(DAY + "T09:00"), 150, null, null, null);
    on(
        hand -> {
          hand.page.open(DAY);
          hand.answers.getFirst().accept(diary.review(DAY, DAY));
          assertThat(hand.words())
              .contains("0 min\nof rest")
              .contains("On the last day with work, one stretch went on past your rest window.")
              .doesNotContain("with rest kept");
        });
  }
}
