package app.respite.cli.review;

import app.respite.coach.words.Phrases;
import app.respite.domain.review.Stretch;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A day as one row of characters below its hours, with a legend of those that occur. A cell shows
 * what took most of its time, and one in the middle of a rest shows the rest: a short break between
 * two sprints is what one looks for, and would never take most of a quarter of an hour. The hours
 * are the zone's own, so that a daylight-saving change shows as an hour left out or twice.
 */
final class TimelineBar {
  private static final List<Integer> CELL_MINUTES = List.of(5, 10, 15, 20, 30, 60, 120, 240);
  private static final int LABEL_WIDTH = 4;
  private static final String NOTHING = " ";

  private TimelineBar() {}

  /** Hours, bar and legend; none for a day without stretches. */
  static List<String> lines(List<Stretch> stretches, ZoneId zone, int width) {
    if (stretches.isEmpty()) {
      return List.of();
    }
    Instant first = stretches.getFirst().interval().start();
    Instant last = first;
    for (Stretch stretch : stretches) {
      last = Interval.later(last, stretch.interval().end());
    }
    Instant origin = first.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    long minutes = Duration.between(origin, last).plusSeconds(59).toMinutes();
    int cell = cellMinutes(minutes, width);
    int cells = Math.min(width, (int) ((minutes + cell - 1) / cell));
    List<String> lines = new ArrayList<>();
    lines.add(hours(origin, cell, cells, zone));
    lines.add(bar(stretches, origin, cell, cells));
    lines.add(legend(stretches));
    return lines;
  }

  private static int cellMinutes(long minutes, int width) {
    for (int cell : CELL_MINUTES) {
      if (minutes <= (long) cell * width) {
        return cell;
      }
    }
    return CELL_MINUTES.getLast();
  }

  private static String hours(Instant origin, int cell, int cells, ZoneId zone) {
    int step = 1;
    while (step * 60 % cell != 0 || step * 60 / cell < LABEL_WIDTH) {
      step++;
    }
    StringBuilder line = new StringBuilder();
    for (int hour = 0; hour * 60 / cell < Math.max(1, cells); hour += step) {
      line.repeat(' ', hour * 60 / cell - line.length());
      int label = origin.plus(Duration.ofHours(hour)).atZone(zone).getHour();
      line.append(String.format(Locale.ROOT, "%02d", label));
    }
    return line.toString();
  }

  private static String bar(List<Stretch> stretches, Instant origin, int cell, int cells) {
    StringBuilder line = new StringBuilder();
    int begin = 0;
    for (int i = 0; i < cells; i++) {
      Instant from = origin.plus(Duration.ofMinutes((long) i * cell));
      Interval slot = new Interval(from, from.plus(Duration.ofMinutes(cell)));
      while (begin < stretches.size()
          && !stretches.get(begin).interval().end().isAfter(slot.start())) {
        begin++;
      }
      line.append(mark(stretches.subList(begin, stretches.size()), slot));
    }
    return line.toString().stripTrailing();
  }

  private static String mark(List<Stretch> stretches, Interval slot) {
    Map<SpanState, Duration> time = new EnumMap<>(SpanState.class);
    for (Stretch stretch : stretches) {
      if (!stretch.interval().start().isBefore(slot.end())) {
        break;
      }
      time.merge(stretch.state(), stretch.interval().clip(slot).length(), Duration::plus);
    }
    for (Stretch stretch : stretches) {
      Interval lies = stretch.interval();
      if (!lies.start().isBefore(slot.end())) {
        break;
      }
      boolean isRest = stretch.state() == SpanState.BREAK || stretch.state() == SpanState.NATURAL;
      Instant middle = lies.start().plus(lies.length().dividedBy(2));
      if (isRest && !middle.isBefore(slot.start()) && middle.isBefore(slot.end())) {
        return mark(stretch.state());
      }
    }
    Duration most = Duration.ZERO;
    String mark = NOTHING;
    for (Map.Entry<SpanState, Duration> entry : time.entrySet()) {
      if (entry.getValue().compareTo(most) > 0) {
        most = entry.getValue();
        mark = mark(entry.getKey());
      }
    }
    return mark;
  }

  private static String legend(List<Stretch> stretches) {
    List<String> used = new ArrayList<>();
    for (SpanState state : SpanState.values()) {
      if (stretches.stream().anyMatch(stretch -> stretch.state() == state)) {
        used.add(mark(state) + " " + Phrases.name(state));
      }
    }
    return String.join("  ", used);
  }

  private static String mark(SpanState state) {
    return switch (state) {
      case WORK -> "█";
      case BREAK -> "▒";
      case NATURAL -> "░";
      case IDLE -> "-";
      case PAUSED -> "=";
      case READY -> "_";
      case AWAY -> "·";
    };
  }
}
