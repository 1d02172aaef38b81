package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Bar;
import app.respite.coach.review.Part.Bars;
import app.respite.coach.review.Part.Choice;
import app.respite.coach.review.Part.Choices;
import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.FigureRow;
import app.respite.coach.review.Part.Message;
import app.respite.coach.review.Part.Name;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.Points;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.SprintsOfDays;
import app.respite.coach.words.LoadWords;
import app.respite.domain.load.LoadBook;
import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.review.WatchFigures.State;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.watch.StrainWatch;
import app.respite.domain.watch.WatchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The week up to the review's last day beside a usual one, and the strain watch. */
record WeeksCard() implements ReviewCard {
  @Override
  public Optional<CardContent> page(Review review) {
    LoadFigures load = review.load();
    WatchFigures watch = review.watch();
    boolean learnt = watch != null && (watch.validDays() > 0 || watch.card() != null);
    if (load == null && !learnt && review.days().getLast().isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    if (load == null) {
      parts.add(new Said(say("review.weeks.none")));
    } else {
      addWeek(parts, load);
    }
    parts.add(new Name("Strain watch"));
    if (watch == null) {
      parts.add(new Said(say("review.watch.none")));
    } else {
      addWatch(parts, watch, load);
    }
    if (load != null) {
      parts.add(new SprintsOfDays(review.to().minusDays(LoadBook.DAYS - 1L), review.to()));
    }
    return Optional.of(new CardContent("Weeks", parts));
  }

  private static void addWeek(List<Part> parts, LoadFigures load) {
    List<Figure> figures = new ArrayList<>();
    Double usual = load.usualHours();
    if (usual == null) {
      figures.add(new Figure(Durations.toFiveMinutes(load.weekHours()), "in these seven days"));
    } else {
      parts.add(
          new Bars(
              List.of(
                  new Bar(
                      "these seven days",
                      load.weekHours(),
                      Durations.toFiveMinutes(load.weekHours()),
                      false),
                  new Bar("a usual week", usual, Durations.toFiveMinutes(usual), true))));
    }
    Integer off = load.daysOff();
    if (off != null) {
      figures.add(new Figure(Integer.toString(off), off == 1 ? "day off" : "days off"));
    }
    Double share = load.ratedShare();
    if (share != null) {
      figures.add(new Figure(Figures.share(share), "of the work with its effort told"));
    }
    List<String> said = new ArrayList<>();
    said.add(LoadWords.hours(load));
    if (off == null) {
      said.add(say("review.weeks.days-off.unknown"));
    }
    LoadWords.effort(load).ifPresent(said::add);
    parts.add(new FigureRow(figures));
    parts.add(new Said(said));
  }

  private static void addWatch(List<Part> parts, WatchFigures watch, @Nullable LoadFigures load) {
    boolean quiet = watch.state() == State.QUIET;
    String standing = LoadWords.standing(watch);
    parts.add(quiet ? new Said(standing, LoadWords.oneAlone()) : new Said(standing));
    String card = watch.card();
    if (card != null) {
      parts.add(new Message(card));
    }
    parts.add(evidence(watch, load));
    switch (watch.state()) {
      case CARD -> parts.add(new Choices(List.of(Choice.MUTE_WATCH, Choice.NEW_BASELINE)));
      case MUTED -> parts.add(new Choices(List.of(Choice.WATCH_AGAIN)));
      case LEARNING, QUIET -> {}
    }
    if (watch.state() != State.MUTED) {
      parts.add(new Note(say("review.watch.note")));
    }
  }

  /** While the baseline is learnt, one sentence says how far; only what is complete follows. */
  private static Points evidence(WatchFigures watch, @Nullable LoadFigures load) {
    if (watch.state() != State.LEARNING) {
      return new Points(watch.channels().stream().map(WatchFigures.Channel::evidence).toList());
    }
    List<String> points = new ArrayList<>();
    if (load != null) {
      WatchWords.longWeek(load.weekHours()).ifPresent(points::add);
    }
    watch.channels().stream()
        .filter(one -> one.days() >= StrainWatch.VALID_DAYS)
        .map(WatchFigures.Channel::evidence)
        .forEach(points::add);
    return new Points(points);
  }

  @Override
  public List<CardContent> text(Review review) {
    LoadFigures load = review.load();
    WatchFigures watch = review.watch();
    List<CardContent> sections = new ArrayList<>();
    if (load != null) {
      sections.add(CardContent.of("Week", new Said(LoadWords.lines(load))));
    }
    if (watch != null && (load != null || !review.isEmpty())) {
      List<Part> parts = new ArrayList<>();
      parts.add(new Said(LoadWords.standing(watch)));
      parts.add(evidence(watch, load));
      if (watch.state() == State.QUIET) {
        parts.add(new Said(LoadWords.oneAlone()));
      }
      String card = watch.card();
      if (card != null) {
        parts.add(new Message(card));
      }
      sections.add(new CardContent("Strain watch", parts));
    }
    return sections;
  }
}
