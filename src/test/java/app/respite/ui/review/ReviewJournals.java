package app.respite.ui.review;

import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Explanation;
import app.respite.coach.review.ReviewCards;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.review.Diary;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.Ledger;
import app.respite.domain.review.Review;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.setting.Preferences;
import app.respite.domain.words.Wording;
import app.respite.domain.work.JournalRecord.Answer;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Journals for the review page: of a first morning, and of ten weeks. */
final class ReviewJournals {
  /** A Friday, the last day of the ten weeks. */
  static final LocalDate LAST = LocalDate.parse("2026-05-08");

  private ReviewJournals() {}

  /** What the figures of the ten weeks' last day are made of. */
  static List<CardContent> explain(Asked asked) {
    Diary diary = tenWeeks();
    return Explanation.of(
        asked,
        Ledger.grounds(diary.records(), Preferences.DEFAULTS, LAST, LAST, diary.zone),
        new BigDecimal("0.25"));
  }

  /** One morning with three sprints. */
  static Diary threeSprints() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Diary.perItem("0.05", "USD"));
    Instant at = diary.at(LAST + "T09:04");
    at = sprint(diary, boxes, at, 25, 2, 4, 31);
    at = rest(diary, at, 5, BreakKind.SHORT);
    at = sprint(diary, boxes, at, 25, null, null, 27);
    at = rest(diary, at, 5, BreakKind.SHORT);
    sprint(diary, boxes, at, 17, 4, 5, null);
    return diary;
  }

  /** Ten weeks, five days each, of two tasks; some ratings and some items are left out. */
  static Diary tenWeeks() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Diary.perItem("0.05", "USD"));
    Task voices = diary.task("Voices", "Remotasks", Diary.perHour("12.50", "USD"));
    Task training = diary.task("Qualification for street scenes", "Appen", Pay.NONE);
    Random chance = new Random(11);
    for (LocalDate day = LAST.minusDays(67); !day.isAfter(LAST); day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        continue;
      }
      Instant at = diary.at(day + "T08:30").plusSeconds(60L * chance.nextInt(40));
      int sprints = 9 + chance.nextInt(4);
      for (int i = 0; i < sprints; i++) {
        Task task = i == 4 ? training : i % 4 == 3 ? voices : boxes;
        int tired = (int) Math.clamp(1 + i * 0.55 + chance.nextGaussian(), 0, 10);
        boolean rated = chance.nextInt(4) > 0;
        Integer items =
            task == training || chance.nextInt(9) == 0
                ? null
                : (Integer) (int) (27 + 4 * chance.nextGaussian() + (task == voices ? -10 : 0));
        Integer told = rated ? (Integer) tired : null;
        at = sprint(diary, task, at, 25, told, rated ? (Integer) (3 + i / 3) : null, items);
        if (i == 5) {
          diary.span(task, null, SpanState.AWAY, "lock", at, Duration.ofMinutes(42));
          at = at.plusSeconds(42 * 60);
        } else if (i % 3 == 2) {
          at = rest(diary, at, 12, BreakKind.REST);
        } else if (i % 3 == 1 && chance.nextInt(3) == 0) {
          diary.decision(at, Answer.POSTPONED);
        } else {
          at = rest(diary, at, 5, BreakKind.SHORT);
        }
      }
    }
    Instant noon = diary.at(LAST + "T09:20");
    for (int i = 0; i < 22; i++) {
      ItemOutcome outcome =
          i < 12 ? ItemOutcome.ACCEPTED : i < 13 ? ItemOutcome.REJECTED : ItemOutcome.PENDING;
      diary.item(boxes, noon.plusSeconds(55L * i), 40 + i % 7, outcome, null);
    }
    return diary;
  }

  private static Instant sprint(
      Diary diary,
      Task task,
      Instant at,
      int minutes,
      Integer fatigue,
      Integer effort,
      Integer items) {
    Sprint sprint = diary.sprint(task, at, minutes, fatigue, effort, items);
    return sprint.end();
  }

  private static Instant rest(Diary diary, Instant at, int minutes, BreakKind kind) {
    diary.rest(kind, Route.ACCEPTED, true, at, minutes);
    return at.plusSeconds(60L * minutes);
  }

  /** A journal with nothing in it. */
  static Review empty() {
    return of(new Diary(Diary.BERLIN));
  }

  /** The three sprints, with an estimate nobody has taught. */
  static Review firstMorning() {
    return of(threeSprints());
  }

  /** Three days on two platforms that pay by the hour, one of them reported and edited since. */
  static Review hours() {
    Diary diary = new Diary(Diary.BERLIN);
    Task chat = diary.task("Chat", "Outlier", Diary.perHour("20", "USD"));
    Task long_ =
        diary.task("Transcripts of long interviews", "DataAnnotation", Diary.perHour("18", "USD"));
    diary.platforms.add(
        new Platform(
            Platform.idOf("Outlier"), "Outlier", null, null, null, Duration.ofDays(7), null));
    for (int day = 2; day >= 0; day--) {
      Instant at = diary.at(LAST.minusDays(day) + "T09:00");
      at = rest(diary, sprint(diary, chat, at, 50, 4, 4, null), 10, BreakKind.SHORT);
      sprint(diary, long_, at, 40 + day, 5, 4, null);
    }
    diary.reports.add(
        new Report(diary.id(), chat.id(), LAST.minusDays(2), 3000, diary.at(LAST + "T08:00")));
    diary.reports.add(new Report(diary.id(), chat.id(), LAST, 3600, diary.at(LAST + "T18:00")));
    return of(diary);
  }

  /** Some days of the ten weeks. */
  static Review range(LocalDate from, LocalDate to) {
    Diary diary = tenWeeks();
    return ReviewCards.complete(
        diary.records(), Preferences.DEFAULTS, diary.analysed(from, to, diary.at(LAST + "T18:00")));
  }

  /** The last day of the ten weeks. */
  static Review lastDay() {
    return of(tenWeeks());
  }

  /** The same where tiredness follows no pattern and the watch has something to say. */
  static Review lastDayWithoutAPattern() {
    Review review = of(tenWeeks());
    FatigueFigures mean =
        new FatigueFigures(
            new Range(1.9, 3.8, 5.7),
            Tier.KNOWN,
            64,
            false,
            null,
            null,
            null,
            Duration.ofMinutes(60),
            Wording.say(
                "fatigue.no-pattern",
                "ratings",
                64,
                "rating",
                "about 4/10 (2 to 6)",
                "minutes",
                60),
            List.of());
    return review.with(review.tasks(), review.load(), mean, card());
  }

  private static Review of(Diary diary) {
    Instant evening = diary.at(LAST + "T18:00");
    return ReviewCards.complete(
        diary.records(), Preferences.DEFAULTS, diary.analysed(LAST, LAST, evening));
  }

  /** A watch with a card. */
  private static WatchFigures card() {
    return new WatchFigures(
        WatchFigures.State.CARD,
        64,
        List.of(
            new WatchFigures.Channel(
                "fatigue", 64, 7.9, 5, true, "Tiredness at the end of the day, higher for 9 days."),
            new WatchFigures.Channel(
                "pace", 61, 6.2, 5, true, "Items/h on Boxes, lower for 8 days."),
            new WatchFigures.Channel("hours", 64, 0.3, 5, false, "Hours, like your own.")),
        "Over the last 3 weeks your end-of-day tiredness was higher and your rate lower than in"
            + " your baseline (March-April). This can have many causes, such as harder items,"
            + " illness, or poor sleep. A chart like this shows a card by chance in roughly 1 of 11"
            + " quarters. If you feel worn down, talking to someone you trust or a health"
            + " professional is worth more than this chart.");
  }
}
