package app.respite.cli.review;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.review.CardContent;
import app.respite.coach.review.Part;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Review;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReviewTextTest {
  private static String text(Diary diary) {
    return text(diary, MONDAY, MONDAY);
  }

  private static String text(Diary diary, LocalDate from, LocalDate to) {
    String text = String.join("\n", lines(diary.review(from, to)));
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    return text;
  }

  @Test
  void aDayReadsLikeThis() {
    assertThat(text(Diary.monday()))
        .isEqualTo(
            """
            Monday 2 March 2026

              1 h 5 min of work, 3 sprints, 54 items, 2 breaks.

              09          10
              █████▒██████░░_██······
              █ work  ▒ break  ░ natural rest  _ ready  · away

            Sprints                                                             tired effort
              09:00-09:25  Boxes              25 min         30 items            3/10   5/10
              09:30-09:55  Boxes              25 min         24 items (typed 20)    -      -
              10:15-10:25  Training           10 of 25 min   items not told      4/10   2/10
              2 of 3 sprints rated.

            Items
              Boxes              54 items, 65 an hour, median 62 s an item
                                 4 % rejected (2 of 50 decided; may be 1 to 13 % in the long
                                 run), 4 not decided yet.
                                 You typed 50; where items were imported, those count.
                                 Usual pace shows after 8 sprints with items; none so far.

            Pay
                                            earned      per work hour   per present hour
              Boxes                       2.40 USD           2.86 USD           2.09 USD
              all of Remotasks            2.40 USD           2.38 USD           1.83 USD
              Present is work, breaks, natural rest and being ready.
              Set aside for taxes: 0.60 USD.
              Not decided yet: 0.20 USD.
              Boxes: about 1.92 USD to 2.08 USD per present hour, by how much of what is
              pending is accepted.

            Rest
              Breaks: 1 taken, 1 natural, 1 postponed; 17 min of rest in all.
              Tiredness at the end: 4/10.\
            """);
  }

  @Test
  void anEmptyDaySaysSo() {
    assertThat(text(new Diary(BERLIN)))
        .isEqualTo("Monday 2 March 2026\n\n  Nothing recorded on this day.");
  }

  @Test
  void oneSprintWithoutAnythingTold() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    diary.sprint(task, diary.at("2026-03-02T09:00"), 25, null, null, null);
    assertThat(text(diary))
        .isEqualTo(
            """
            Monday 2 March 2026

              25 min of work, 1 sprint.

              09
              █████
              █ work

            Sprints                                                             tired effort
              09:00-09:25  Boxes              25 min         items not told         -      -
              0 of 1 sprints rated.

            Items
              No items counted, typed or imported.

            Rest
              No breaks recorded.
              Tiredness at the end: not rated.\
            """);
  }

  @Test
  void onlyImportedItems() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "Site", Diary.perItem("0.10", "USD"));
    Instant nine = diary.at("2026-03-02T09:00");
    for (int i = 0; i < 40; i++) {
      ItemOutcome outcome = i == 0 ? ItemOutcome.REJECTED : ItemOutcome.ACCEPTED;
      diary.item(task, nine.plusSeconds(60L * i), 40, outcome, null);
    }
    assertThat(text(diary))
        .isEqualTo(
            """
            Monday 2 March 2026

              No work time recorded, 40 items.

            Items
              Boxes              40 items, 90 an hour, median 40 s an item
                                 2.5 % rejected (1 of 40 decided; may be 0 to 13 % in the
                                 long run).

            Pay
                                            earned      per work hour   per present hour
              Boxes                       3.90 USD                  -                  -
              Present is work, breaks, natural rest and being ready.
              Set aside for taxes: 0.98 USD.\
            """);
  }

  @Test
  void aWeekWithTwoCurrenciesAndALongName() {
    Diary diary = Diary.monday();
    Task long1 =
        diary.task(
            "Polygons of cars, pedestrians\u001b[31m and bicycles at night",
            "Site",
            Diary.perHour("1250", "JPY"));
    Instant nine = diary.at("2026-03-04T09:00");
    diary.sprint(long1, nine, 50, 6, 7, 12);
    diary.span(long1, SpanState.BREAK, nine.plusSeconds(3000), Duration.ofMinutes(10));
    assertThat(text(diary, MONDAY, MONDAY.plusDays(6)))
        .isEqualTo(
            """
            Monday 2 March 2026 to Sunday 8 March 2026

              1 h 55 min of work, 4 sprints, 66 items, 2 breaks.

            Days
              Mon 2 Mar  1 h 5 min   3 sprints, 54 items, 2 breaks, tired 4/10 last
              Wed 4 Mar  50 min      1 sprint, 12 items, 0 breaks, tired 6/10 last
              5 days with nothing recorded.
              3 of 4 sprints rated.

            Items
              Boxes              54 items, 65 an hour, median 62 s an item
                                 4 % rejected (2 of 50 decided; may be 1 to 13 % in the long
                                 run), 4 not decided yet.
                                 You typed 50; where items were imported, those count.
                                 Usual pace shows after 8 sprints with items; none so far.
              Polygons of cars…  12 items, 14 an hour
                                 Usual pace shows after 8 sprints with items; none so far.

            Pay
                                            earned      per work hour   per present hour
              Boxes                       2.40 USD           2.86 USD           2.09 USD
              Polygons of cars…           1042 JPY           1250 JPY           1042 JPY
              all of Remotasks            2.40 USD           2.38 USD           1.83 USD
              Present is work, breaks, natural rest and being ready.
              Set aside for taxes: 260 JPY + 0.60 USD.
              Not decided yet: 0.20 USD.
              Boxes: about 1.92 USD to 2.08 USD per present hour, by how much of what is
              pending is accepted.

            Rest
              Breaks: 1 taken, 1 natural, 1 postponed; 27 min of rest in all.
              Rest kept on the last 2 days with work.\
            """);
  }

  @Test
  void digitsAreTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      String plain = text(Diary.monday());
      for (String tag : new String[] {"ar-EG-u-nu-arab", "tr-TR", "de-DE", "th-TH-u-nu-thai"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(text(Diary.monday())).isEqualTo(plain);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theTimelineShowsALongDayInEightyColumns() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    Instant start = diary.at("2026-10-24T20:00");
    for (int i = 0; i < 9; i++) {
      diary.span(task, SpanState.WORK, start.plus(Duration.ofHours(i)), Duration.ofMinutes(50));
      diary.span(
          task,
          SpanState.BREAK,
          start.plus(Duration.ofHours(i)).plusSeconds(3000),
          Duration.ofMinutes(10));
    }
    LocalDate day = LocalDate.parse("2026-10-24");
    assertThat(text(diary, day, day))
        .contains("  20    21    22    23    00    01    02    02    03\n  █████▒█████▒█████▒");
  }

  private static String endOf(Diary diary, LocalDate from, LocalDate to) {
    String text = String.join("\n", lines(diary.analysed(from, to)));
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    return text.substring(text.indexOf("\nWeek\n") + 1);
  }

  @Test
  void aShortBreakShowsOnALongDay() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    diary.sprint(task, diary.at(MONDAY + "T08:00"), 25, null, null, null);
    diary.rest(BreakKind.SHORT, Route.ACCEPTED, true, diary.at(MONDAY + "T08:25"), 5);
    diary.sprint(task, diary.at(MONDAY + "T08:30"), 25, null, null, null);
    diary.sprint(task, diary.at(MONDAY + "T19:00"), 50, null, null, null);
    assertThat(ReviewText.lines(diary.review(MONDAY, MONDAY), BERLIN))
        .anyMatch(line -> line.startsWith("  ██▒███"));
  }

  @Test
  void weekAndWatchSayWhatIsMissingWhileLearning() {
    assertThat(endOf(Diary.monday(), MONDAY, MONDAY))
        .isEqualTo(
            """
            Week
              About 1 h 5 min of work in the last seven days; your usual week shows after
              three complete weeks.
              Load: not enough data, for the effort is known of about 55 % of the work and
              70 % are needed.

            Strain watch
              Learning your baseline: 1 of 50 workdays so far, 1 with tiredness rated at the
              end and 1 with items counted; not enough data yet.\
            """);
  }

  @Test
  void aShareThatIsNotEnoughDoesNotReadAsIfItWere() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    diary.sprint(task, diary.at(MONDAY + "T09:00"), 69, 4, 5, 20);
    diary.sprint(task, diary.at(MONDAY + "T12:00"), 31, 4, null, 20);
    assertThat(endOf(diary, MONDAY, MONDAY).replaceAll("\\s+", " "))
        .contains("the effort is known of just under 70 % of the work and 70 % are needed.");
  }

  @Test
  void theWeekIsHeldAgainstTheUsualOne() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    for (int day = 0; day < 29; day++) {
      if (day % 7 < 5) {
        int minutes = day == 28 ? 110 : 60;
        diary.sprint(task, diary.at(MONDAY.plusDays(day) + "T09:00"), minutes, 4, 5, 20);
      }
    }
    assertThat(endOf(diary, MONDAY.plusDays(22), MONDAY.plusDays(28)))
        .startsWith(
            """
            Week
              About 5 h 50 min of work in the last seven days, 50 min more than in your
              usual week (5 h).
              2 of the seven days without work.
              Load: about 1750 (effort times minutes), 1500 in your usual week; the effort
              is known of all of the work.

            Strain watch
              Learning your baseline: 21 of 50 workdays so far, 21 with tiredness rated at
              the end and 21 with items counted; not enough data yet.\
            """);
    assertThat(endOf(diary, MONDAY.plusDays(27), MONDAY.plusDays(27)))
        .startsWith("Week\n  About 5 h of work in the last seven days, as in your usual week.\n");
  }

  @Test
  void aQuietWatchShowsItsEvidenceAndWhatItDoesNotSee() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    for (int day = 0; day < 60; day++) {
      diary.sprint(task, diary.at(MONDAY.plusDays(day) + "T09:00"), 60, 4, 5, 20);
    }
    String text = endOf(diary, MONDAY.plusDays(59), MONDAY.plusDays(59));
    assertThat(text.substring(text.indexOf("Strain watch")))
        .isEqualTo(
            """
            Strain watch
              Nothing stands out against your baseline.
              End-of-day tiredness: about 4/10 tired of late, 4/10 in your baseline (12
              March to 20 April 2026).
              Pace: about as many items/h of late, each task against its own baseline (12
              March to 20 April 2026).
              Hours: about 1 h a workday of late, 1 h in your baseline (12 March to 20 April
              2026).
              A change in one of the three alone brings a card in about 1 of 3 cases only.\
            """);
  }

  @Test
  void everyPartOfACardHasItsLines() {
    CardContent card =
        CardContent.of(
            "A card",
            new Part.Name("Boxes"),
            new Part.FigureRow(
                List.of(new Part.Figure("3", "rests"), new Part.Figure("20 min", "of them"))),
            new Part.FigureRow(List.of()),
            new Part.Said("One sentence.", "Another one."),
            new Part.Points(List.of("A fact.")),
            new Part.Entry("Boxes", "54 items", List.of("A detail.")),
            new Part.Table(
                List.of(new Part.Column(0, 6, false), new Part.Column(1, 5, true)),
                List.of(List.of("much too long", "7", " and more"), List.of("short", "1234567"))),
            new Part.Bars(
                List.of(
                    new Part.Bar("now", 2, "2 h", false), new Part.Bar("usually", 3, "3 h", true))),
            new Part.SprintsBehind(Diary.monday().review(MONDAY, MONDAY).sprints(), null),
            new Part.SprintsOfDays(MONDAY, MONDAY),
            new Part.Choices(List.of(Part.Choice.MUTE_WATCH)),
            new Part.Message("To be read by itself."),
            new Part.Note("What one can do."));
    assertThat(String.join("\n", ReviewText.lines(new Diary(BERLIN).review(MONDAY, MONDAY), card)))
        .isEqualTo(
            """

            A card
              Boxes
              3 rests, 20 min of them.
              One sentence.
              Another one.
              A fact.
              Boxes              54 items
                                 A detail.
              much …     7 and more
              short  1234567
              now      2 h
              usually  3 h

              To be read by itself.
              What one can do.\
            """);
  }

  private static List<String> lines(Review review) {
    return ReviewText.lines(review, review.zone());
  }
}
