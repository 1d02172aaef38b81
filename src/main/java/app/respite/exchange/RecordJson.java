package app.respite.exchange;

import app.respite.bind.BindException;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.DayCheckIn;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.SprintOutcome;
import app.respite.domain.work.JournalRecord.Stretch;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.TimeQuality;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.Names;
import app.respite.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Journal records as the fields of one line of an export, and back without loss. The names are
 * public surface; a reader takes lines that hold only a part of them.
 */
final class RecordJson {
  private static final UUID NO_ID = new UUID(0, 0);
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000L);

  private RecordJson() {}

  /** The fields of a record, {@code kind} first; what is absent is left out. */
  static Map<String, @Nullable Object> write(JournalRecord record) {
    return LineForm.LINES.write((Record) record);
  }

  /** The record of a line, and the name of its task where the line gives no id for that. */
  record Read(JournalRecord record, @Nullable String taskName) {}

  /**
   * The record of a line. One without an id gets one from its content, so that reading the line
   * again means the same record.
   *
   * @throws BadRow where a field is missing or says nothing of its kind
   */
  static Read read(Map<String, @Nullable Object> told, ImportOptions options) throws BadRow {
    Map<String, @Nullable Object> line = new LinkedHashMap<>(told);
    String named = takeTask(line, options);
    boolean hasId = line.get("id") != null;
    if (!hasId) {
      line.put("id", NO_ID);
    }
    JournalRecord record = settled(bound(line), line);
    if (!hasId) {
      line.put("id", contentId(record));
      record = settled(bound(line), line);
    }
    if (record instanceof Task made && made.id().equals(taskId(made.name()))) {
      named = made.name();
    }
    return new Read(record, named);
  }

  /**
   * Gives a line's task its id, and what the import says to an item; the name, where it has one.
   */
  private static @Nullable String takeTask(
      Map<String, @Nullable Object> line, ImportOptions options) throws BadRow {
    Object kind = line.get("kind");
    if ("task".equals(kind) && line.get("name") != null) {
      line.put("name", name(line.get("name")));
    }
    if ("platform".equals(kind) && line.get("name") != null) {
      line.put("name", platform(line.get("name")));
    }
    if (line.get("platform") != null) {
      line.put("platform", platform(line.get("platform")));
    }
    String named = null;
    if (line.get("task") != null && LineForm.id(String.valueOf(line.get("task"))) == null) {
      named = name(line.get("task"));
      line.put("task", taskId(named));
    }
    if ("sprint".equals(kind) && line.get("task") == null) {
      throw new BadRow("a sprint without a task");
    }
    if ("work-items".equals(kind)) {
      line.putIfAbsent("task", options.task());
      line.putIfAbsent("import", options.importId());
    }
    return named;
  }

  private static JournalRecord bound(Map<String, @Nullable Object> line) throws BadRow {
    try {
      return LineForm.LINES.read(JournalRecord.class, line);
    } catch (BindException wrong) {
      throw new BadRow(
          wrong.found() == null
              ? "'" + wrong.field() + "' is missing"
              : String.format(
                  Locale.ROOT,
                  "'%s' should be %s, not %s",
                  wrong.field(),
                  wrong.wanted(),
                  Words.quote(String.valueOf(wrong.found()))));
    }
  }

  /** What a line does not say follows from what it says. */
  private static JournalRecord settled(JournalRecord record, Map<String, @Nullable Object> line)
      throws BadRow {
    checkOrder(record);
    return switch (record) {
      case Sprint sprint -> settled(sprint, line);
      case Break taken when line.get("route") == null && taken.type() == BreakKind.NATURAL ->
          taken.withRoute(Route.NATURAL);
      case DayCheckIn day when line.get("at") == null ->
          day.withAt(day.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
      case Edit edit -> Edit.of(edit.of(), edit.record(), edit.at(), edit.deleted());
      case WorkItem item -> settled(item, line);
      default -> record;
    };
  }

  private static void checkOrder(JournalRecord record) throws BadRow {
    boolean lasts = record instanceof Stretch || record instanceof WorkItem;
    Instant begins = record.begins();
    Instant ends = record.ends();
    if (lasts && begins != null && ends != null && ends.isBefore(begins)) {
      throw new BadRow("'end' is before 'start'");
    }
  }

  private static Sprint settled(Sprint sprint, Map<String, @Nullable Object> line) {
    Sprint counted =
        line.get("activeSeconds") == null
            ? sprint.withActiveSeconds(Duration.between(sprint.start(), sprint.end()).toSeconds())
            : sprint;
    if (line.get("outcome") != null) {
      return counted;
    }
    Duration planned = counted.planned();
    return counted.withOutcome(
        planned == null || counted.activeSeconds() * 10 >= planned.toSeconds() * 9
            ? SprintOutcome.COMPLETED
            : SprintOutcome.PARTIAL);
  }

  private static WorkItem settled(WorkItem item, Map<String, @Nullable Object> line) throws BadRow {
    Long tool = item.toolMillis();
    Long active = item.activeMillis();
    if (active == null && line.get("seconds") != null) {
      active = millis(line.get("seconds"));
      tool = tool == null ? active : tool;
    }
    TimeQuality quality =
        line.get("quality") != null
            ? item.quality()
            : tool == null ? TimeQuality.NONE : TimeQuality.WALL_CLOCK;
    return item.withTime(tool, active, quality);
  }

  private static long millis(@Nullable Object told) throws BadRow {
    if (!(told instanceof Number)) {
      throw new BadRow("'seconds' should be a number of seconds");
    }
    BigDecimal seconds = new BigDecimal(told.toString());
    if (seconds.signum() < 0 || seconds.compareTo(MOST_SECONDS) > 0) {
      throw new BadRow("'seconds' should be a number of seconds that can be");
    }
    return seconds.movePointRight(3).longValue();
  }

  private static UUID contentId(JournalRecord record) {
    return switch (record) {
      case Task task -> taskId(task.name());
      case Rate rate -> Rate.idOf(rate.task(), rate.from());
      case Platform platform -> Platform.idOf(platform.name());
      case DayCheckIn day -> Ids.of("day-check-in", day.day().toString());
      case WorkItem item when !item.key().isEmpty() ->
          Ids.of("work-items", item.source(), item.key());
      default -> {
        Map<String, @Nullable Object> content = write(record);
        content.remove("id");
        content.remove("import");
        yield Ids.of(String.valueOf(content.get("kind")), Json.write(content, ZoneOffset.UTC));
      }
    };
  }

  /** Stands for a task of which only the name is known. */
  static UUID taskId(String name) {
    return Ids.of("task", name);
  }

  /** A task's name, within the limit that holds wherever one is typed. */
  private static String name(@Nullable Object told) throws BadRow {
    String name = limited("a task's", told);
    if (name.isEmpty()) {
      throw new BadRow("a task without a name");
    }
    return name;
  }

  private static String platform(@Nullable Object told) throws BadRow {
    return limited("a platform's", told);
  }

  private static String limited(String whose, @Nullable Object told) throws BadRow {
    String name = Names.clean(String.valueOf(told));
    if (name.length() > Task.LONGEST_NAME) {
      throw new BadRow(
          whose + " name of " + name.length() + " characters; at most " + Task.LONGEST_NAME);
    }
    return name;
  }

  /** Milliseconds as seconds without needless digits. */
  static BigDecimal seconds(long millis) {
    return plain(BigDecimal.valueOf(millis, 3));
  }

  /** Without trailing zeros and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
