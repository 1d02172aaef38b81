package app.respite.cli.review;

import app.respite.domain.review.LoadFigures;
import app.respite.domain.review.WatchFigures;
import app.respite.domain.review.WithinSprints;
import app.respite.domain.watch.StrainWatch;
import app.respite.domain.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Week, watch and the pace within sprints in sentences. */
final class LoadWords {
  /** A difference below this share is none worth naming. */
  private static final double SAME = 0.05;

  private static final double CLEAR = 0.05;

  private LoadWords() {}

  static List<String> lines(LoadFigures load) {
    List<String> lines = new ArrayList<>();
    lines.add(hours(load.weekHours(), load.usualHours()));
    Integer off = load.daysOff();
    if (off != null) {
      lines.add(Wording.say(off == 0 ? "load.days-off.none" : "load.days-off", "days", off));
    }
    Double share = load.ratedShare();
    Double week = load.week();
    if (share != null && share > 0) {
      lines.add(
          week == null
              ? Wording.say("load.effort.unrated", "share", Words.percent(share))
              : effort(week, load.usualWeek(), share));
    }
    return lines;
  }

  private static String hours(double week, @Nullable Double usual) {
    String compared;
    if (usual == null) {
      compared = Wording.say("load.week.unknown");
    } else if (Math.abs(week - usual) < SAME * usual) {
      compared = Wording.say("load.week.usual");
    } else {
      compared =
          Wording.say(
              week > usual ? "load.week.more" : "load.week.less",
              "change",
              length(Math.abs(week - usual)),
              "usual",
              length(usual));
    }
    return Wording.say("load.week", "hours", length(week), "compared", compared);
  }

  private static String effort(double week, @Nullable Double usual, double share) {
    return Wording.say(
        "load.effort",
        "load",
        whole(week),
        "compared",
        usual == null ? "" : Wording.say("load.effort.usual", "usual", whole(usual)),
        "share",
        share > 1 - SAME / 2 ? "all" : Words.percent(share));
  }

  static String standing(WatchFigures watch) {
    return switch (watch.state()) {
      case MUTED -> Wording.say("watch.muted");
      case LEARNING ->
          Wording.say(
              "watch.learning", "days", watch.validDays(), "needed", StrainWatch.VALID_DAYS);
      case QUIET -> Wording.say("watch.quiet");
      case CARD -> Wording.say("watch.card");
    };
  }

  /** What the quiet watch does not see. */
  static String oneAlone() {
    return Wording.say("watch.one-alone");
  }

  static String within(WithinSprints within) {
    if (within.p() > CLEAR) {
      return Wording.say("pace.within.none", "sprints", within.sprints());
    }
    double change = Math.abs(within.changePerHour());
    return Wording.say(
        "pace.within",
        "way",
        within.s() < 0 ? "lower" : "higher",
        "change",
        Words.percent(change).replace("about ", ""),
        "sprints",
        within.sprints());
  }

  /** Hours and minutes, to 5 minutes. */
  private static String length(double hours) {
    return Words.length(300 * Math.round(hours * 12));
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
