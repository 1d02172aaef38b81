package app.respite.coach.words;

import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.review.WithinSprints;
import app.respite.domain.text.EnumWords;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.watch.Channel;
import app.respite.domain.watch.StrainWatch;
import app.respite.domain.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Week, watch and the pace within sprints in sentences. */
public final class LoadWords {
  /** A difference below this share is none worth naming. */
  private static final double SAME = 0.05;

  private static final double CLEAR = 0.05;

  private LoadWords() {}

  /** All that is known of the week. */
  public static List<String> lines(LoadFigures load) {
    List<String> lines = new ArrayList<>();
    lines.add(hours(load));
    Integer off = load.daysOff();
    if (off != null) {
      String key =
          switch (off) {
            case 0 -> "load.days-off.none";
            case 7 -> "load.days-off.all";
            default -> "load.days-off";
          };
      lines.add(Wording.say(key, "days", off));
    }
    effort(load).ifPresent(lines::add);
    return lines;
  }

  /** The week's load, or how much of the effort is known; empty where none is. */
  public static Optional<String> effort(LoadFigures load) {
    Double share = load.ratedShare();
    Double week = load.week();
    if (share == null || share <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        week == null
            ? Wording.say("load.effort.unrated", "share", tooLittle(share))
            : effort(week, load.usualWeek(), share));
  }

  /** The week's hours beside the usual ones. */
  public static String hours(LoadFigures load) {
    double week = load.weekHours();
    Double usual = load.usualHours();
    String compared;
    if (usual == null) {
      compared = Wording.say("load.week.unknown");
    } else if (Math.abs(week - usual) <= SAME * usual) {
      compared = Wording.say("load.week.usual");
    } else {
      compared =
          Wording.say(
              week > usual ? "load.week.more" : "load.week.less",
              "change",
              Durations.toFiveMinutes(Math.abs(week - usual)),
              "usual",
              Durations.toFiveMinutes(usual));
    }
    return Wording.say(
        week > 0 ? "load.week" : "load.week.none",
        "hours",
        Durations.toFiveMinutes(week),
        "compared",
        compared);
  }

  private static String effort(double week, @Nullable Double usual, double share) {
    return Wording.say(
        "load.effort",
        "load",
        Figures.whole(week),
        "compared",
        usual == null ? "" : Wording.say("load.effort.usual", "usual", Figures.whole(usual)),
        "share",
        share >= 1 ? "all" : Figures.share(share));
  }

  /** Where the watch stands, without its evidence and its card. */
  public static String standing(WatchFigures watch) {
    return switch (watch.state()) {
      case MUTED -> Wording.say("watch.muted");
      case LEARNING ->
          Wording.say(
              "watch.learning",
              "days",
              watch.validDays(),
              "needed",
              StrainWatch.VALID_DAYS,
              "rated",
              days(watch, Channel.FATIGUE),
              "paced",
              days(watch, Channel.PACE));
      case QUIET -> Wording.say("watch.quiet");
      case CARD -> Wording.say("watch.card");
    };
  }

  private static int days(WatchFigures watch, Channel channel) {
    return watch.channels().stream()
        .filter(one -> one.name().equals(EnumWords.of(channel)))
        .mapToInt(WatchFigures.Channel::days)
        .sum();
  }

  /** What the quiet watch does not see. */
  public static String oneAlone() {
    return Wording.say("watch.one-alone");
  }

  /** How the pace moved within sprints. */
  public static String within(WithinSprints within) {
    if (within.p() > CLEAR) {
      return Wording.say("pace.within.none", "sprints", within.sprints());
    }
    double change = Math.abs(within.changePerHour());
    return Wording.say(
        "pace.within",
        "way",
        within.s() < 0 ? "lower" : "higher",
        "change",
        Figures.change(change),
        "sprints",
        within.sprints());
  }

  /** What is not enough does not read as if it were. */
  private static String tooLittle(double share) {
    String about = Figures.share(share);
    return about.equals("about 70 %") ? "just under 70 %" : about;
  }
}
