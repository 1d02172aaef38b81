package app.respite.ui.kit;

import app.respite.coach.words.Phrases;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day as one line: its hours and what they held.
 *
 * @param hours from a full hour to a full hour
 * @param stretches in order, never overlapping
 */
public record DayPicture(Interval hours, List<Stretch> stretches) {
  private static final Duration AT_LEAST = Duration.ofHours(8);

  public DayPicture {
    stretches = List.copyOf(stretches);
  }

  /** What a stretch looks like. */
  public enum Look {
    WORK("work"),
    REST("break"),
    IDLE("idle"),
    PAUSED("paused"),
    READY("waiting to start"),
    AWAY("away");

    private final String word;

    Look(String word) {
      this.word = word;
    }

    /** The word for it. */
    public String word() {
      return word;
    }
  }

  /** One stretch; {@code task} is empty where it belongs to none. */
  public record Stretch(Look look, Instant start, Instant end, String task) {
    /** In words: {@code 10:05 to 10:30, work, Boxes}. */
    public String words(ZoneId zone) {
      return Phrases.clock(start, zone)
          + " to "
          + Phrases.clock(end, zone)
          + ", "
          + look.word()
          + (task.isEmpty() ? "" : ", " + task);
    }
  }

  /** The day's spans as a picture, without what is still open. */
  public static List<Stretch> stretches(List<Span> spans, Map<UUID, String> tasks) {
    List<Stretch> found = new ArrayList<>();
    for (Span span : spans) {
      add(found, span.state(), span.task(), span.interval(), tasks);
    }
    return found;
  }

  /** A day that is over as a picture, in hours that hold at least so much. */
  public static DayPicture over(
      List<app.respite.domain.review.Stretch> day,
      Map<UUID, String> tasks,
      Interval atLeast,
      ZoneId zone) {
    List<Stretch> found = new ArrayList<>();
    for (app.respite.domain.review.Stretch one : day) {
      add(found, one.state(), one.task(), one.interval(), tasks);
    }
    return new DayPicture(
        new Interval(hour(atLeast.start(), zone, 0), hour(atLeast.end().minusNanos(1), zone, 1)),
        found);
  }

  /** Puts a stretch behind those before it, or makes the last one longer. */
  private static void add(
      List<Stretch> found,
      SpanState state,
      @Nullable UUID of,
      Interval time,
      Map<UUID, String> tasks) {
    String task = of == null ? "" : tasks.getOrDefault(of, "");
    Stretch next = new Stretch(look(state), time.start(), time.end(), task);
    Stretch last = found.isEmpty() ? null : found.getLast();
    if (last != null
        && last.look() == next.look()
        && last.task().equals(next.task())
        && last.end().equals(next.start())) {
      found.set(found.size() - 1, new Stretch(last.look(), last.start(), next.end(), task));
    } else if (next.end().isAfter(next.start())) {
      found.add(next);
    }
  }

  /** What has ended, what is open now, and the hours around them. */
  public static DayPicture of(
      List<Stretch> ended, @Nullable Stretch open, Instant now, ZoneId zone) {
    List<Stretch> all = new ArrayList<>(ended);
    if (open != null) {
      Instant from =
          ended.isEmpty() ? open.start() : Interval.later(open.start(), ended.getLast().end());
      if (open.end().isAfter(from)) {
        all.add(new Stretch(open.look(), from, open.end(), open.task()));
      }
    }
    Instant first = all.isEmpty() ? now : all.getFirst().start();
    Instant last = all.isEmpty() ? now : Interval.later(now, all.getLast().end());
    Instant start = hour(first, zone, 0);
    Instant end = Interval.later(hour(last, zone, 1), start.plus(AT_LEAST));
    return new DayPicture(new Interval(start, end), all);
  }

  private static Instant hour(Instant at, ZoneId zone, int more) {
    var local = at.atZone(zone);
    return local.withMinute(0).withSecond(0).withNano(0).plusHours(more).toInstant();
  }

  /** Work in this picture that goes beyond what has ended. */
  public Duration beyond(List<Stretch> ended) {
    return stretches.size() > ended.size() && stretches.getLast().look() == Look.WORK
        ? Duration.between(stretches.getLast().start(), stretches.getLast().end())
        : Duration.ZERO;
  }

  /** What a span's state looks like. */
  public static Look look(SpanState state) {
    return switch (state) {
      case WORK -> Look.WORK;
      case BREAK, NATURAL -> Look.REST;
      case IDLE -> Look.IDLE;
      case PAUSED -> Look.PAUSED;
      case READY -> Look.READY;
      case AWAY -> Look.AWAY;
    };
  }

  /** All of it in words, for those who hear it. */
  public String words(ZoneId zone) {
    if (stretches.isEmpty()) {
      return "Nothing recorded today yet";
    }
    return String.join("; ", stretches.stream().map(stretch -> stretch.words(zone)).toList());
  }
}
