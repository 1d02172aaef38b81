package app.respite.coach.words;

import app.respite.coach.port.Backups.Change;
import app.respite.coach.port.Backups.Copy;
import app.respite.coach.port.Backups.Holding;
import app.respite.coach.port.Backups.Kind;
import app.respite.coach.port.Backups.Saved;
import app.respite.domain.text.Figures;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a journal or a copy of it holds, in words; times in one zone. */
public record HoldingWords(ZoneId zone) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

  private static final Map<Kind, String> KINDS =
      Map.of(
          Kind.DAILY, "daily",
          Kind.ASKED, "asked for",
          Kind.UPGRADE, "before an upgrade",
          Kind.REPLACED, "replaced by a restore");

  /** The tables people have a word for, one of each. */
  private static final Map<String, String> TABLES =
      Map.of(
          "task", "task",
          "sprint", "sprint",
          "span", "stretch of time",
          "break", "break",
          "rating", "rating",
          "work_item", "imported item");

  /**
   * All in one clause: "31 days, 412 sprints, 5021 items, 6 tasks, up to Sun 29 Nov 2026, 22:40".
   */
  public String sentence(Holding held) {
    if (held.rows() == 0) {
      return "nothing recorded";
    }
    Instant newest = later(held.newestSprint(), held.newestItem());
    return count(held.days(), "day")
        + ", "
        + count(held.sprints(), "sprint")
        + ", "
        + count(held.typed() + held.imported(), "item")
        + ", "
        + count(held.tasks(), "task")
        + (newest == null ? "" : ", up to " + moment(newest));
  }

  /** A line for each thing that can be more or fewer. */
  public List<String> comparison(Change change) {
    Holding then = change.then();
    Holding now = change.now();
    List<String> lines = new ArrayList<>();
    lines.add(line("days", then.days(), now == null ? null : now.days(), ""));
    lines.add(
        line(
            "sprints",
            then.sprints(),
            now == null ? null : now.sprints(),
            newest(
                then.newestSprint() == null ? null : moment(then.newestSprint()),
                now == null || now.newestSprint() == null ? null : moment(now.newestSprint()))));
    lines.add(
        line(
            "items",
            then.typed() + then.imported(),
            now == null ? null : now.typed() + now.imported(),
            newest(
                then.newestItem() == null ? null : moment(then.newestItem()),
                now == null || now.newestItem() == null ? null : moment(now.newestItem()))));
    lines.add(
        line(
            "tasks",
            then.tasks(),
            now == null ? null : now.tasks(),
            newest(then.newestTask(), now == null ? null : now.newestTask())));
    return lines;
  }

  private static String line(String what, long then, @Nullable Long now, String newest) {
    String difference;
    if (now == null) {
      difference = "";
    } else if (then == now) {
      difference = ", as now";
    } else if (then > now) {
      difference = ", " + (then - now) + " more than now";
    } else {
      difference = ", " + (now - then) + " fewer than now";
    }
    return String.format(Locale.ROOT, "%-8s %d%s%s", what, then, difference, newest);
  }

  private static String newest(@Nullable String then, @Nullable String now) {
    if (then == null) {
      return now == null ? "" : "; the newest now is " + now;
    }
    return "; newest " + then + (now == null || now.equals(then) ? "" : ", now " + now);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  /** When a copy was made, and why. */
  public static String when(Copy copy) {
    return MOMENT.format(copy.made()) + " (" + KINDS.get(copy.kind()) + ")";
  }

  /** What came over of one table; empty where there was nothing to come. */
  public static String saved(Saved table) {
    if (table.saved() == 0 && table.lost() == 0 && !table.unsure()) {
      return "";
    }
    String word = TABLES.getOrDefault(table.table(), table.table().replace('_', ' ') + " record");
    return count(table.saved(), word)
        + (table.lost() == 0 && !table.unsure() ? ", all" : "")
        + (table.lost() == 0 ? "" : ", " + table.lost() + " not readable")
        + (table.unsure() ? ", perhaps more not readable" : "");
  }

  private static String count(long number, String one) {
    return one.startsWith("stretch ")
        ? Figures.count(number, one, one.replace("stretch", "stretches"))
        : Figures.count(number, one);
  }
}
