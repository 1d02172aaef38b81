package app.respite.ui.today;

import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day so far in figures.
 *
 * @param sprints sprints that ended today
 * @param breaks breaks taken
 * @param itemsPerHour rounded items an hour of the chosen task, null where it cannot be told
 */
public record TodayFigures(
    int sprints, Duration work, int items, int breaks, @Nullable Long itemsPerHour) {
  public static final TodayFigures NONE = new TodayFigures(0, Duration.ZERO, 0, 0, null);

  /** With what goes on now and stands in no record yet. */
  public TodayFigures plus(Duration running, int counted) {
    return new TodayFigures(sprints, work.plus(running), items + counted, breaks, itemsPerHour);
  }

  /** One line, {@code 3 sprints · 1 h 12 min work · 86 items, 72 an hour on Boxes · 2 breaks}. */
  public String line(@Nullable String task) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(sprints, "sprint"));
    parts.add(Durations.rounded(work, Durations.MINUTE) + " work");
    String counted = Figures.count(items, "item");
    parts.add(
        itemsPerHour == null || task == null
            ? counted
            : counted + ", " + itemsPerHour + " an hour on " + task);
    parts.add(Figures.count(breaks, "break"));
    return String.join(" · ", parts);
  }
}
