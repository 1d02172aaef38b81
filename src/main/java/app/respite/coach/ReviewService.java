package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Explanation;
import app.respite.coach.review.ReviewCards;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.review.Analysis;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Grounds;
import app.respite.domain.review.Ledger;
import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Decision;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of the journal, the open session included: one look-up a kind, then the calculation.
 * Every method throws {@link app.respite.coach.port.JournalException} where the journal cannot be
 * read.
 */
public final class ReviewService {
  /** What belongs to a day may lie this far outside it, such as a rating given the next morning. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private ReviewService() {}

  /**
   * A range of logical days, the last one included, with load, strain watch and all else that the
   * journal from its beginning says.
   *
   * @param zone the user's zone; counts where the journal knows none
   * @param now a range that ends later is told as it stands now
   * @throws IllegalArgumentException where the range ends before it begins
   */
  public static Review review(
      JournalReader journal,
      Preferences preferences,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      Instant now) {
    Records records = history(journal, preferences, from, to, zone);
    Review review = Reviewer.review(records, preferences, from, to, zone);
    Review complete = Analysis.complete(records, preferences, review, zone, now);
    return ReviewCards.complete(records, preferences, complete);
  }

  /** The same of a range that is over. */
  public static Review review(
      JournalReader journal, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    return review(journal, preferences, from, to, zone, Instant.MAX);
  }

  /**
   * The same without load, fatigue, watch and what cards add, for whoever needs a figure of the
   * range.
   */
  public static Review figures(
      JournalReader journal, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    Records records = history(journal, preferences, from, to, zone);
    return Reviewer.review(records, preferences, from, to, zone);
  }

  /**
   * What a figure of a range is made of.
   *
   * @param review the range that was looked at
   * @param cards task by task; empty where nothing is behind it
   */
  public record Explained(Review review, List<CardContent> cards) {
    public Explained {
      cards = List.copyOf(cards);
    }
  }

  /** What a figure of a range of logical days is made of, the last one included. */
  public static Explained explain(
      JournalReader journal,
      Preferences preferences,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      Asked asked) {
    Grounds grounds =
        Ledger.grounds(history(journal, preferences, from, to, zone), preferences, from, to, zone);
    return new Explained(
        grounds.review(), Explanation.of(asked, grounds, preferences.get(CoachKeys.SET_ASIDE)));
  }

  /** What a journal knows of a range and of the day around it, without what came before. */
  public static Records range(
      JournalReader journal, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    List<ZoneChange> zones = journal.all(ZoneChange.class);
    Interval range = wide(zones, preferences, from, to, zone);
    return read(journal, List.of(), zones, range, CoachCore.openWork(journal, preferences));
  }

  /** All that a journal knows up to the end of a range. */
  static Records history(
      JournalReader journal, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    List<ZoneChange> zones = journal.all(ZoneChange.class);
    List<Verdict> verdicts = journal.all(Verdict.class);
    Interval wide = judged(verdicts, zones, preferences, from, to, zone);
    Interval history = new Interval(Interval.earlier(Instant.EPOCH, wide.start()), wide.end());
    return read(journal, verdicts, zones, history, CoachCore.openWork(journal, preferences));
  }

  /**
   * One day alone, without a look at the days before.
   *
   * @param open what the journal has not, or not so, yet
   */
  public static DayFigures day(
      JournalReader journal, Preferences preferences, LocalDate day, ZoneId zone, OpenWork open) {
    List<ZoneChange> zones = journal.all(ZoneChange.class);
    List<Verdict> verdicts = journal.all(Verdict.class);
    Interval wide = judged(verdicts, zones, preferences, day, day, zone);
    Records records = read(journal, verdicts, zones, wide, open);
    return Reviewer.review(records, preferences, day, day, zone).days().getFirst();
  }

  private static Interval wide(
      List<ZoneChange> zones, Preferences preferences, LocalDate from, LocalDate to, ZoneId zone) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a review from " + from + " ends before it, on " + to);
    }
    DayCalendar calendar = Reviewer.calendar(zones, preferences, zone);
    Interval range = calendar.interval(from, to);
    return new Interval(range.start().minus(MARGIN), range.end().plus(MARGIN));
  }

  /**
   * A verdict of a platform is spread over all its days, so that those outside the range are read
   * too.
   */
  private static Interval judged(
      List<Verdict> verdicts,
      List<ZoneChange> zones,
      Preferences preferences,
      LocalDate from,
      LocalDate to,
      ZoneId zone) {
    LocalDate first = from;
    LocalDate last = to;
    for (Verdict verdict : verdicts) {
      if (!verdict.from().isAfter(to) && !verdict.to().isBefore(from)) {
        first = verdict.from().isBefore(first) ? verdict.from() : first;
        last = verdict.to().isAfter(last) ? verdict.to() : last;
      }
    }
    return wide(zones, preferences, first, last, zone);
  }

  private static Records read(
      JournalReader journal,
      List<Verdict> verdicts,
      List<ZoneChange> zones,
      Interval history,
      OpenWork open) {
    List<Sprint> sprints = journal.find(Sprint.class, history);
    return new Records(
        journal.all(Task.class),
        zones,
        withOpen(journal.find(Span.class, history), open.spans()),
        sprints,
        journal.find(Break.class, history),
        journal.find(Decision.class, history),
        journal.find(Rating.class, history),
        journal.find(WorkItem.class, history),
        journal.find(DayCheckIn.class, history),
        stillRunning(open.sprint(), sprints),
        journal.all(Rate.class),
        verdicts,
        journal.all(Report.class),
        journal.all(Platform.class));
  }

  /** One that ended while all this was read is in history by now, and counts there. */
  private static @Nullable RunningSprint stillRunning(
      @Nullable RunningSprint running, List<Sprint> ended) {
    boolean over = running != null && ended.stream().anyMatch(one -> one.id().equals(running.id()));
    return over ? null : running;
  }

  /**
   * History with what the open session has counted, in order: an open span stands in the place of
   * the booked one with its id, and what was booked while they were read is not counted twice.
   */
  public static List<Span> withOpen(List<Span> booked, List<Span> open) {
    Set<UUID> replaced = open.stream().map(Span::id).collect(Collectors.toSet());
    List<Span> kept = booked.stream().filter(span -> !replaced.contains(span.id())).toList();
    List<Span> all = new ArrayList<>(kept);
    for (Span span : open) {
      if (kept.stream().noneMatch(other -> other.interval().overlaps(span.interval()))) {
        all.add(span);
      }
    }
    all.sort(Comparator.comparing(Span::start));
    return all;
  }
}
