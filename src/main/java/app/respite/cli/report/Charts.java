package app.respite.cli.report;

import app.respite.cli.report.Drawing.Anchor;
import app.respite.cli.report.Drawing.Area;
import app.respite.cli.report.Drawing.Box;
import app.respite.cli.report.Drawing.Frame;
import app.respite.cli.report.Drawing.Ink;
import app.respite.cli.report.Drawing.Path;
import app.respite.cli.report.Drawing.Point;
import app.respite.cli.report.Drawing.Ring;
import app.respite.cli.report.Drawing.Shape;
import app.respite.cli.report.Drawing.Text;
import app.respite.coach.review.HeatMeasure;
import app.respite.coach.review.Part;
import app.respite.coach.words.Phrases;
import app.respite.domain.fatigue.Range;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.PaceBand;
import app.respite.domain.review.RatingMark;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.Stretch;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.SpanState;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the charts of one review; no two have one name. */
final class Charts {
  private static final double WIDTH = 640;
  private static final double GUTTER = 24;
  private static final double LINE = 20;
  private static final int TOP = 10;
  private static final int LONGEST_NAME = 40;
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

  private final Review review;
  private final Map<UUID, String> tasks = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  Charts(Review review) {
    this.review = review;
    review.tasks().forEach(task -> tasks.put(task.id(), task.task()));
  }

  /** A name that is safe as a file's everywhere, and not given yet. */
  private String name(String wanted) {
    String plain =
        Normalizer.normalize(wanted, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    String name = cut;
    for (int next = 2; !names.add(name.toLowerCase(Locale.ROOT)); next++) {
      name = cut + "-" + next;
    }
    return name;
  }

  /** The hours and the tiredness over them; empty where nothing has a time. */
  Optional<Chart> day() {
    List<Stretch> stretches = review.timeline();
    if (stretches.isEmpty()) {
      return Optional.empty();
    }
    ZoneId zone = review.zone();
    FatigueFigures fatigue = review.fatigue();
    boolean estimated = fatigue != null && !(fatigue.pattern() && fatigue.curve().isEmpty());
    boolean told = !review.ratings().isEmpty();
    Hours hours = hours();
    List<Shape> shapes = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Stretch one : stretches) {
      String task = one.task() == null ? "" : tasks.getOrDefault(one.task(), "");
      String from = Phrases.clock(one.interval().start(), zone);
      String to = Phrases.clock(one.interval().end(), zone);
      String says =
          from
              + " to "
              + to
              + ", "
              + Phrases.name(one.state())
              + (task.isEmpty() ? "" : ", " + task);
      state(
          shapes,
          one.state(),
          hours.x(one.interval().start()),
          hours.x(one.interval().end()),
          0,
          says);
      rows.add(List.of(from, to, Phrases.name(one.state()), task, length(one.interval().length())));
    }
    double floor = 36;
    shapes.add(rule(GUTTER, floor + 0.5, WIDTH));
    hours.labels(shapes, floor + 16, zone);
    double y = floor + 28;
    if (estimated || told) {
      y = tiredness(shapes, rows, estimated ? fatigue : null, hours, y);
    }
    List<Key> keys = new ArrayList<>();
    Set<SpanState> seen = EnumSet.noneOf(SpanState.class);
    stretches.forEach(one -> seen.add(one.state()));
    for (SpanState state : seen) {
      keys.add(
          new Key(Phrases.name(state), (to, x, at) -> state(to, state, x, x + 18, at - 14, "")));
    }
    if (estimated && fatigue != null) {
      String words =
          fatigue.pattern()
              ? "tiredness, estimate and 80 % range"
              : "your mean tiredness and 80 % range";
      keys.add(
          new Key(
              words,
              (to, x, at) -> {
                to.add(new Box(x, at - 11, 18, 12, Ink.RANGE, ""));
                to.add(
                    new Path(
                        List.of(new Point(x, at - 5), new Point(x + 18, at - 5)), 2, Ink.TIRED));
              }));
    }
    if (told) {
      keys.add(new Key("tiredness you told", Charts::tiredKey));
    }
    double height = legend(shapes, keys, y + 8);
    String description =
        Phrases.clock(stretches.getFirst().interval().start(), zone)
            + " to "
            + Phrases.clock(stretches.getLast().interval().end(), zone)
            + " in "
            + Figures.count(stretches.size(), "stretch", "stretches")
            + (told ? "; tiredness told " + Figures.count(review.ratings().size(), "time") : "")
            + "; the table below has each.";
    return Optional.of(
        chart(
            "day",
            "The hours of " + Phrases.day(review.to()),
            description,
            height,
            shapes,
            List.of("From", "To", "What", "Task", "Length"),
            rows));
  }

  private double tiredness(
      List<Shape> shapes,
      List<List<String>> rows,
      @Nullable FatigueFigures fatigue,
      Hours hours,
      double from) {
    double top = from + 10;
    double high = 110;
    for (int rating = 0; rating <= TOP; rating += TOP / 2) {
      double y = top + high * (TOP - rating) / TOP;
      shapes.add(rule(GUTTER, Math.floor(y) + 0.5, WIDTH));
      shapes.add(new Text(new Point(GUTTER - 6, y + 4), "" + rating, Anchor.END, Ink.QUIET));
    }
    if (fatigue != null) {
      List<FatigueFigures.Point> course = course(fatigue);
      List<Point> middle = new ArrayList<>();
      List<Point> band = new ArrayList<>();
      for (FatigueFigures.Point point : course) {
        middle.add(new Point(hours.x(point.at()), level(point.rating().mid(), top, high)));
        band.add(new Point(hours.x(point.at()), level(point.rating().high(), top, high)));
      }
      for (FatigueFigures.Point point : course.reversed()) {
        band.add(new Point(hours.x(point.at()), level(point.rating().low(), top, high)));
      }
      shapes.add(new Area(band, Ink.RANGE));
      shapes.add(new Path(middle, 2, Ink.TIRED));
    }
    for (RatingMark mark : review.ratings()) {
      String at = Phrases.clock(mark.at(), review.zone());
      shapes.add(
          new Ring(
              new Point(hours.x(mark.at()), level(mark.fatigue(), top, high)),
              4.5,
              Ink.TIRED,
              at + ", told " + mark.fatigue() + "/10"));
      rows.add(List.of(at, "", "tiredness told", "", mark.fatigue() + "/10"));
    }
    return top + high + 8;
  }

  private List<FatigueFigures.Point> course(FatigueFigures fatigue) {
    Range mean = fatigue.now();
    return fatigue.pattern()
        ? fatigue.curve()
        : List.of(
            new FatigueFigures.Point(review.timeline().getFirst().interval().start(), mean),
            new FatigueFigures.Point(review.timeline().getLast().interval().end(), mean));
  }

  private static double level(double rating, double top, double high) {
    return top + high * (1 - Math.clamp(rating, 0, TOP) / TOP);
  }

  /** Some days as bars of work, with the tiredness told at their ends. */
  Chart days(List<DayFigures> days) {
    double high = 130;
    double most = Math.max(1, days.stream().mapToLong(DayFigures::workSeconds).max().orElse(1));
    double each = WIDTH / Math.max(1, days.size());
    double wide = Math.min(56, Math.max(2, each - 4));
    List<Shape> shapes = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      DayFigures day = days.get(i);
      double middle = each * (i + 0.5);
      double bar = (high - 10) * day.workSeconds() / most;
      String work = day.workSeconds() == 0 ? "no work" : Durations.toTheMinute(day.workSeconds());
      shapes.add(
          new Box(
              middle - wide / 2,
              high - bar,
              wide,
              bar,
              Ink.WORK,
              Phrases.day(day.day()) + ": " + work));
      Integer tired = day.endFatigue();
      if (tired != null) {
        shapes.add(
            new Ring(
                new Point(middle, level(tired, 5, high - 10)),
                Math.min(5, Math.max(2, wide / 2)),
                Ink.TIRED,
                Phrases.day(day.day()) + ": " + tired + "/10 tired at the end"));
      }
      if (each >= 44 || (each * 7 >= 44 && day.day().getDayOfWeek() == DayOfWeek.MONDAY)) {
        shapes.add(
            new Text(
                new Point(Math.max(20, middle), high + 17),
                SHORT.format(day.day()),
                Anchor.MIDDLE,
                Ink.QUIET));
      }
      rows.add(List.of(Phrases.day(day.day()), work, tired == null ? "not told" : tired + "/10"));
    }
    shapes.add(rule(0, high + 0.5, WIDTH));
    double height =
        legend(
            shapes,
            List.of(
                new Key("work", (to, x, at) -> to.add(new Box(x, at - 11, 18, 12, Ink.WORK, ""))),
                new Key("tiredness told at the end of the day", Charts::tiredKey)),
            high + 28);
    return chart(
        "days",
        "Work of each day",
        Figures.count(days.size(), "day")
            + "; the longest has "
            + Durations.toTheMinute(Math.round(most))
            + " of work.",
        height,
        shapes,
        List.of("Day", "Work", "Tired at the end"),
        rows);
  }

  /** A task's pace by sprint, before its usual band. */
  Chart pace(Part.PaceByHour part) {
    UUID id = part.task().id();
    PaceBand usual = part.task().usual();
    Double low = usual == null ? null : usual.low();
    Double high = usual == null ? null : usual.high();
    ZoneId zone = review.zone();
    Hours hours = hours();
    double top = high == null ? 1 : Math.max(1, high);
    for (SprintFigures one : part.sprints()) {
      Double rate = one.itemsPerHour(id);
      top = rate == null ? top : Math.max(top, rate);
    }
    double plot = 100;
    double above = 20;
    double floor = above + plot;
    List<Shape> shapes = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    if (low != null && high != null) {
      double from = floor - plot * high / top;
      shapes.add(
          new Box(
              GUTTER, from, WIDTH - GUTTER, Math.max(2, plot * (high - low) / top), Ink.BAND, ""));
    }
    double free = 0;
    for (SprintFigures one : part.sprints()) {
      Double rate = one.itemsPerHour(id);
      if (rate == null) {
        continue;
      }
      double from = hours.x(one.sprint().start());
      double to = hours.x(one.sprint().end());
      double wide = Math.clamp(to - from - 2, 3, 22);
      double middle = (from + to) / 2;
      double bar = Math.max(1, plot * rate / top);
      String start = Phrases.clock(one.sprint().start(), zone);
      String end = Phrases.clock(one.sprint().end(), zone);
      shapes.add(
          new Box(
              middle - wide / 2,
              floor - bar,
              wide,
              bar,
              Ink.WORK,
              start + ", " + Figures.rate(rate) + " items/h"));
      if (middle - 14 >= free) {
        shapes.add(
            new Text(
                new Point(middle, floor - bar - 5), Figures.rate(rate), Anchor.MIDDLE, Ink.TEXT));
        free = middle + 16;
      }
      rows.add(List.of(start, end, Figures.rate(rate)));
    }
    shapes.add(rule(GUTTER, floor + 0.5, WIDTH));
    hours.labels(shapes, floor + 16, zone);
    List<Key> keys = new ArrayList<>();
    keys.add(
        new Key(
            "items/h by sprint", (to, x, at) -> to.add(new Box(x, at - 11, 18, 12, Ink.WORK, ""))));
    String band = "";
    if (low != null && high != null) {
      band = "; usual is " + Figures.rate(low) + " to " + Figures.rate(high);
      keys.add(
          new Key(
              "your usual pace", (to, x, at) -> to.add(new Box(x, at - 11, 18, 12, Ink.BAND, ""))));
    }
    double height = legend(shapes, keys, floor + 28);
    return chart(
        "pace-" + part.task().task(),
        "Pace on " + part.task().task() + " by sprint",
        "Items an hour in " + Figures.count(rows.size(), "sprint") + band + ".",
        height,
        shapes,
        List.of("From", "To", "Items an hour"),
        rows);
  }

  /** Amounts below each other, named by the card they stand in. */
  Chart bars(String card, List<Part.Bar> bars) {
    double most = Math.max(1e-9, bars.stream().mapToDouble(Part.Bar::amount).max().orElse(1));
    double from = 130;
    double room = 260;
    List<Shape> shapes = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    double y = 0;
    for (Part.Bar bar : bars) {
      double wide = room * bar.amount() / most;
      shapes.add(new Text(new Point(0, y + 15), bar.caption(), Anchor.START, Ink.TEXT));
      String says = bar.caption() + ": " + bar.value();
      // What others are compared with is an outline, so that it differs without its colour too.
      shapes.add(
          bar.quiet()
              ? new Frame(from, y + 4, Math.max(2, wide), 14, Ink.USUAL, says)
              : new Box(from, y + 4, wide, 14, Ink.WORK, says));
      shapes.add(new Text(new Point(from + wide + 8, y + 15), bar.value(), Anchor.START, Ink.TEXT));
      rows.add(List.of(bar.caption(), bar.value()));
      y += LINE + 4;
    }
    return chart(
        card.isEmpty() ? "bars" : card.toLowerCase(Locale.ROOT),
        card.isEmpty() ? "Amounts beside each other" : card + " beside each other",
        Figures.count(bars.size(), "amount") + " as bars from 0.",
        y,
        shapes,
        List.of("What", "Amount"),
        rows);
  }

  /** The days of many weeks, a column a week; empty where none has any of it. */
  Optional<Chart> heat(List<DayFigures> days, HeatMeasure measure) {
    double most = days.stream().mapToDouble(measure::of).max().orElse(0);
    if (most <= 0) {
      return Optional.empty();
    }
    LocalDate first =
        days.getFirst().day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long weeks = ChronoUnit.WEEKS.between(first, days.getLast().day()) + 1;
    double size = Math.clamp(Math.floor(WIDTH / weeks) - 2, 2, 16);
    List<Shape> shapes = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    double free = 0;
    for (DayFigures day : days) {
      long at = ChronoUnit.DAYS.between(first, day.day());
      long week = at / 7;
      double x = week * (size + 2);
      double y = 20 + (at % 7) * (size + 2);
      double value = measure.of(day);
      String says = Phrases.day(day.day()) + ": " + measure.words(day);
      shapes.add(new Box(x, y, size, size, shade(value, most), value > 0 ? says : ""));
      if (value > 0) {
        rows.add(List.of(Phrases.day(day.day()), measure.words(day)));
      }
      if (day.day().getDayOfMonth() == 1 && x >= free && x < WIDTH - 24) {
        shapes.add(new Text(new Point(x, 13), MONTH.format(day.day()), Anchor.START, Ink.QUIET));
        free = x + 34;
      }
    }
    double below = 20 + 7 * (size + 2);
    List<Key> keys = new ArrayList<>();
    keys.add(
        new Key("nothing told", (to, x, at) -> to.add(new Box(x, at - 11, 12, 12, Ink.EMPTY, ""))));
    for (int i = 1; i <= 4; i++) {
      double least = i / 4.0;
      String words = i == 1 ? "least" : i == 4 ? "most" : "";
      keys.add(
          new Key(
              words,
              (to, x, at) -> to.add(new Box(x, at - 11, 12, 12, shade(least * most, most), ""))));
    }
    double height = legend(shapes, keys, below + 6);
    return Optional.of(
        chart(
            "year-" + measure.name().toLowerCase(Locale.ROOT),
            measure.word() + " of each day",
            "Known of "
                + rows.size()
                + " of "
                + Figures.count(days.size(), "day")
                + "; a column a week from Monday to Sunday, darker is more.",
            height,
            shapes,
            List.of("Day", measure.word()),
            rows));
  }

  private static Ink shade(double value, double most) {
    return switch (HeatMeasure.shade(value, most)) {
      case 0 -> Ink.EMPTY;
      case 1 -> Ink.HEAT1;
      case 2 -> Ink.HEAT2;
      case 3 -> Ink.HEAT3;
      default -> Ink.HEAT4;
    };
  }

  private Chart chart(
      String name,
      String title,
      String description,
      double height,
      List<Shape> shapes,
      List<String> head,
      List<List<String>> rows) {
    return new Chart(
        new Drawing(name(name), title, description, WIDTH, height, shapes), head, rows);
  }

  /** The hours of the day that is drawn, and where they lie. */
  private record Hours(Interval time) {
    double x(Instant at) {
      double share =
          (double) Duration.between(time.start(), at).toSeconds() / time.length().toSeconds();
      return GUTTER + (WIDTH - GUTTER) * Math.clamp(share, 0, 1);
    }

    void labels(List<Shape> shapes, double y, ZoneId zone) {
      long count = Math.max(1, time.length().toHours());
      long step = Math.max(1, Math.ceilDiv(count, 14));
      for (long hour = 0; hour < count; hour += step) {
        Instant at = time.start().plus(Duration.ofHours(hour));
        shapes.add(
            new Text(
                new Point(x(at), y),
                Phrases.clock(at, zone).substring(0, 2),
                Anchor.START,
                Ink.QUIET));
      }
    }
  }

  private Hours hours() {
    Instant first = null;
    Instant last = null;
    List<Instant> known = new ArrayList<>();
    review.timeline().forEach(one -> known.add(one.interval().start()));
    review.timeline().forEach(one -> known.add(one.interval().end()));
    review.sprints().forEach(one -> known.add(one.sprint().start()));
    review.sprints().forEach(one -> known.add(one.sprint().end()));
    review.ratings().forEach(one -> known.add(one.at()));
    for (Instant at : known) {
      first = first == null || at.isBefore(first) ? at : first;
      last = last == null || at.isAfter(last) ? at : last;
    }
    Instant from =
        first == null ? review.to().atTime(9, 0).atZone(review.zone()).toInstant() : first;
    Instant start = from.atZone(review.zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
    Instant end = start.plus(Duration.ofHours(8));
    if (last != null) {
      long hours = Duration.between(start, last).plusMinutes(59).toHours();
      end = Interval.later(end, start.plus(Duration.ofHours(hours)));
    }
    return new Hours(new Interval(start, end));
  }

  /** Each state has a shape of its own besides its colour. */
  private static void state(
      List<Shape> shapes, SpanState state, double from, double to, double top, String says) {
    double wide = Math.max(1, to - from);
    double y = top + 2;
    double high = top == 0 ? 34 : 14;
    switch (state) {
      case WORK -> shapes.add(new Box(from, y, wide, high, Ink.WORK, says));
      case BREAK, NATURAL -> {
        double gap = state == SpanState.BREAK ? 3 : 5;
        shapes.add(new Frame(from, y, Math.max(2, wide), high, Ink.REST, says));
        for (double x = from + gap; x + 1.5 < to; x += gap + 1.5) {
          shapes.add(new Box(x, y, 1.5, high, Ink.REST, ""));
        }
      }
      case IDLE ->
          shapes.add(new Frame(from, y + high / 2, Math.max(2, wide), high / 2, Ink.AWAY, says));
      case PAUSED -> {
        shapes.add(new Box(from, y + high * 0.3, wide, high * 0.15, Ink.DUE, says));
        shapes.add(new Box(from, y + high * 0.6, wide, high * 0.15, Ink.DUE, says));
      }
      case READY -> shapes.add(new Box(from, y + high * 0.8, wide, high * 0.2, Ink.DUE, says));
      case AWAY -> {
        for (double x = from; x + 2 <= to; x += 6) {
          shapes.add(new Box(x, y + high * 0.85, 2, 2, Ink.AWAY, says));
        }
      }
    }
  }

  private interface Mark {
    void draw(List<Shape> to, double x, double line);
  }

  private record Key(String words, Mark mark) {}

  private static void tiredKey(List<Shape> to, double x, double line) {
    to.add(new Ring(new Point(x + 9, line - 5), 4.5, Ink.TIRED, ""));
  }

  /** Words beside their marks, in as many lines as they need; gives where it ends. */
  private static double legend(List<Shape> shapes, List<Key> keys, double top) {
    double x = 0;
    double line = top + 14;
    for (Key key : keys) {
      double wide = 24 + 7 * key.words().length() + 14;
      if (x > 0 && x + wide > WIDTH) {
        x = 0;
        line += LINE;
      }
      key.mark().draw(shapes, x, line);
      shapes.add(new Text(new Point(x + 24, line), key.words(), Anchor.START, Ink.QUIET));
      x += wide;
    }
    return line + 6;
  }

  private static Shape rule(double from, double y, double to) {
    return new Path(List.of(new Point(from, y), new Point(to, y)), 1, Ink.RULE);
  }

  private static String length(Duration length) {
    return Durations.rounded(length, Durations.MINUTE);
  }
}
