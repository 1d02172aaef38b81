package app.respite.coach.review;

import app.respite.coach.review.EveningCard.Evenings;
import app.respite.coach.review.Part.Bar;
import app.respite.coach.review.Part.Bars;
import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.FigureRow;
import app.respite.coach.review.Part.Note;
import app.respite.domain.review.Records;
import app.respite.domain.review.Review;
import app.respite.domain.review.Stretch;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Work late in the evening, of which most people want less. */
record EveningCard() implements FiguresCard<Evenings> {
  private static final LocalTime FROM = LocalTime.of(20, 0);

  /**
   * What was worked late.
   *
   * @param days days with work from 20:00 on
   */
  record Evenings(int days, long lateSeconds, long earlierSeconds) {}

  @Override
  public String name() {
    return "evenings";
  }

  @Override
  public Class<Evenings> type() {
    return Evenings.class;
  }

  @Override
  public @Nullable Evenings figures(Records records, Preferences preferences, Review review) {
    Set<LocalDate> days = new TreeSet<>();
    Duration late = Duration.ZERO;
    Duration all = Duration.ZERO;
    for (Stretch stretch : review.timeline()) {
      if (stretch.state() == SpanState.WORK) {
        Instant evening = stretch.day().atTime(FROM).atZone(review.zone()).toInstant();
        Instant end = stretch.interval().end();
        all = all.plus(stretch.interval().length());
        if (end.isAfter(evening)) {
          days.add(stretch.day());
          late =
              late.plus(Duration.between(Interval.later(stretch.interval().start(), evening), end));
        }
      }
    }
    return days.isEmpty()
        ? null
        : new Evenings(days.size(), late.toSeconds(), all.minus(late).toSeconds());
  }

  @Override
  public CardContent content(Evenings figures) {
    return CardContent.of(
        "Evenings",
        new FigureRow(List.of(new Figure(length(figures.lateSeconds()), "from 20:00 on"))),
        new Bars(
            List.of(
                bar("from 20:00 on", figures.lateSeconds(), false),
                bar("earlier", figures.earlierSeconds(), true))),
        new Note("Work that ends earlier leaves an evening to rest in."));
  }

  private static Bar bar(String caption, long seconds, boolean quiet) {
    return new Bar(caption, seconds, length(seconds), quiet);
  }

  private static String length(long seconds) {
    return Durations.rounded(Duration.ofSeconds(seconds), Durations.MINUTE);
  }
}
