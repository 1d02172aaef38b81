package app.respite.coach.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.Table;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Ledger;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands behind a figure leads a reader to the figure. */
class ExplanationTest {
  private final Diary diary = new Diary(Diary.BERLIN);
  private final Task boxes = diary.task("Boxes", "Remotasks", Diary.perItem("0.05", "USD"));
  private final Task chats = diary.task("Chats", "Appen", Diary.perHour("12", "USD"));
  private final Task training = diary.task("Training", "Appen", Pay.NONE);

  private List<CardContent> explain(Asked asked) {
    return explain(asked, Diary.MONDAY, Diary.MONDAY);
  }

  private List<CardContent> explain(Asked asked, LocalDate from, LocalDate to) {
    return Explanation.of(
        asked,
        Ledger.grounds(diary.records(), Preferences.DEFAULTS, from, to, diary.zone),
        new BigDecimal("0.25"));
  }

  private static List<List<String>> rows(CardContent card) {
    return ((Table) card.parts().getFirst()).rows();
  }

  private static List<String> said(CardContent card) {
    return card.parts().stream()
        .filter(Said.class::isInstance)
        .flatMap(part -> ((Said) part).sentences().stream())
        .toList();
  }

  /** Two sprints of boxes, one with 2 of 40 turned down; one of which nothing was told. */
  private void work() {
    Instant nine = diary.at("2026-03-02T09:00");
    Sprint told = diary.sprint(boxes, nine, 25, null, null, 40);
    diary.sprints.set(0, told.withFigures(null, null, 40, 2, null));
    diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, nine.plusSeconds(1500), 5);
    diary.sprint(boxes, nine.plusSeconds(1800), 25, null, null, 41);
    diary.sprint(boxes, nine.plusSeconds(3300), 10, null, null, null);
  }

  @Test
  void whatWasEarnedIsTheSumOfItsSprintsByItemAndRate() {
    work();
    List<CardContent> cards = explain(Asked.ofAll(Explained.EARNED));
    assertThat(cards).extracting(CardContent::title).containsExactly("Boxes · Remotasks");
    assertThat(rows(cards.getFirst()))
        .containsExactly(
            List.of("", "work", "items", "accepted", "rate", "earned"),
            List.of("09:00-09:25", "25:00", "40", "38", "0.05", "1.90 USD"),
            List.of("09:30-09:55", "25:00", "41", "41", "0.05", "2.05 USD"),
            List.of("in all", "50:00", "81", "79", "", "3.95 USD"));
    assertThat(said(cards.getFirst())).singleElement().asString().contains("accepted item");
  }

  @Test
  void payForAnHourIsToldWithTheTimeThatIsLeftOut() {
    work();
    CardContent card = explain(Asked.ofTask(Explained.PER_WORK_HOUR, boxes.id())).getFirst();
    assertThat(rows(card).getLast()).containsExactly("in all", "1:00:00", "50:00", "3.95 USD");
    assertThat(said(card))
        .anyMatch(one -> one.contains("3.95 USD in 50:00 is 4.74 USD an hour"))
        .anyMatch(one -> one.contains("not told"));
  }

  @Test
  void aPlatformsPresentHourHasItsUnpaidTasksInIt() {
    Instant nine = diary.at("2026-03-02T09:00");
    diary.sprint(chats, nine, 30, null, null, null);
    diary.sprint(training, nine.plusSeconds(1800), 30, null, null, null);
    CardContent card = explain(Asked.ofPlatform(Explained.PER_PRESENT_HOUR, "Appen")).getFirst();
    assertThat(card.title()).isEqualTo("All of Appen");
    assertThat(rows(card))
        .contains(
            List.of("Chats", "30:00", "30:00", "6.00 USD"),
            List.of("Training", "30:00", "30:00", "-"),
            List.of("in all", "1:00:00", "1:00:00", "6.00 USD"));
    assertThat(said(card)).anyMatch(one -> one.contains("6.00 USD in 1:00:00 is 6.00 USD an hour"));
  }

  @Test
  void thePaceLeavesOutASprintThatToldNothing() {
    work();
    CardContent card = explain(Asked.ofTask(Explained.ITEMS_PER_HOUR, boxes.id())).getFirst();
    assertThat(rows(card)).contains(List.of("09:55-10:05", "10:00", "not told", "-"));
    assertThat(rows(card).getLast()).containsExactly("in all", "50:00", "81", "");
    assertThat(said(card)).contains("81 in 50:00 is 97 an hour.");
  }

  @Test
  void workBesideSprintsAndOfSeveralDaysIsToldAsSuch() {
    Instant nine = diary.at("2026-03-02T09:00");
    diary.span(chats, SpanState.WORK, nine, Duration.ofMinutes(20));
    diary.sprint(chats, diary.at("2026-03-03T10:00"), 30, null, null, null);
    CardContent card =
        explain(Asked.ofAll(Explained.EARNED), Diary.MONDAY, Diary.MONDAY.plusDays(1)).getFirst();
    assertThat(rows(card))
        .contains(
            List.of("03-02 outside sprints", "20:00", "0", "0", "12/h", "4.00 USD"),
            List.of("03-03 10:00-10:30", "30:00", "0", "0", "12/h", "6.00 USD"));
  }

  @Test
  void timeIsTheSumOfItsStretches() {
    work();
    CardContent card = explain(Asked.ofAll(Explained.BREAK)).getFirst();
    assertThat(rows(card))
        .containsExactly(
            List.of("", "length", "  task"),
            List.of("09:25-09:30", "5:00", "  Boxes"),
            List.of("in all", "5:00", ""));
  }

  @ParameterizedTest
  @EnumSource(Explained.class)
  void ofADayWithNothingThereIsNothingToTell(Explained figure) {
    assertThat(explain(Asked.ofAll(figure))).isEmpty();
    assertThat(Explained.of(figure.key().toUpperCase(Locale.ROOT))).contains(figure);
  }
}
