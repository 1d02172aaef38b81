package app.respite.cli;

import app.respite.coach.CoachCore;
import app.respite.coach.LogBook;
import app.respite.coach.ShortIds;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Fields;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.RecordFields;
import app.respite.coach.typed.Moments;
import app.respite.coach.words.Phrases;
import app.respite.coach.words.Sentences;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.text.EnumWords;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Break;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Rating;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.Names;
import app.respite.domain.work.SprintRatings;
import app.respite.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The journal: see it, mend it. */
final class LogCommands {
  private LogCommands() {}

  @Command(
      description = "What happened; every edit can be undone.",
      subcommands = {Add.class, Edit.class, Delete.class, Undo.class, Redo.class})
  static final class Log extends BaseCommand {
    @Option(names = "--from", paramLabel = "D", description = "First day (default: today).")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "Last day (default: today).")
    @Nullable String to;

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      DayRange days = range(from, to);
      checkDays(days.first(), days.last());
      try (ProgramServices.Reading reading = world().reading()) {
        return show(reading.journal(), days.first(), days.last());
      }
    }

    private int show(JournalReader journal, LocalDate first, LocalDate last) {
      DayCalendar days = calendar(journal);
      Map<UUID, String> names = new HashMap<>();
      journal.all(Task.class).forEach(task -> names.put(task.id(), task.name()));
      Interval all = days.interval(first, last);
      Map<LocalDate, List<JournalRecord>> byDay = new LinkedHashMap<>();
      List<JournalRecord> records = new ArrayList<>();
      List<Sprint> sprints = journal.find(Sprint.class, all);
      records.addAll(
          new SprintRatings(sprints, journal.find(Rating.class, SprintRatings.told(all)))
              .rated(sprints));
      records.addAll(journal.find(Break.class, all));
      for (Span span : journal.find(Span.class, all)) {
        if (json || tells(span)) {
          records.add(span);
        }
      }
      records.sort(
          Comparator.comparing((JournalRecord record) -> begins(record))
              .thenComparing(record -> record instanceof Span));
      for (JournalRecord record : records) {
        LocalDate day = days.dayOf(begins(record));
        byDay
            .computeIfAbsent(day.isBefore(first) ? first : day, none -> new ArrayList<>())
            .add(record);
      }
      RunningSprint running =
          CoachCore.runningSprint(journal, preferences())
              .filter(now -> days.dayOf(now.start()).compareTo(first) >= 0)
              .filter(now -> days.dayOf(now.start()).compareTo(last) <= 0)
              .orElse(null);
      if (json) {
        printJson(days, first, last, byDay, names, running);
      } else {
        byDay.forEach((day, found) -> printDay(journal, days, day, found, names));
        if (running != null) {
          out().println(line(running, days.zoneAt(running.start()), names));
        } else if (byDay.isEmpty()) {
          err().println("respite: nothing in the log of these days");
        }
      }
      return byDay.isEmpty() && running == null ? NO : OK;
    }

    /** What sprints and breaks do not tell already. */
    private static boolean tells(Span span) {
      return switch (span.state()) {
        case BREAK, NATURAL -> false;
        case WORK -> span.sprint() == null;
        default -> true;
      };
    }

    private void printJson(
        DayCalendar days,
        LocalDate first,
        LocalDate last,
        Map<LocalDate, List<JournalRecord>> byDay,
        Map<UUID, String> names,
        @Nullable RunningSprint running) {
      Map<String, @Nullable Object> document = new LinkedHashMap<>();
      document.put("from", first);
      document.put("to", last);
      document.put("zone", days.zoneAt(days.interval(first, last).end().minusNanos(1)));
      List<Object> list = new ArrayList<>();
      byDay.forEach(
          (day, found) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("day", day);
            one.put("records", found.stream().map(record -> json(record, days, names)).toList());
            list.add(one);
          });
      document.put("days", list);
      if (running != null) {
        Map<String, @Nullable Object> now = new LinkedHashMap<>();
        now.put("task", names.getOrDefault(running.task(), running.task().toString()));
        now.put("start", Json.format(running.start(), days.zoneAt(running.start())));
        now.put("items", running.items());
        document.put("running", now);
      }
      print(document);
    }

    /** What is counted at once, without an id: it cannot be edited before it has ended. */
    private static String line(RunningSprint running, ZoneId zone, Map<UUID, String> names) {
      return "  running   "
          + new Sentences(zone).clock(running.start())
          + "-       sprint  "
          + names.getOrDefault(running.task(), "?")
          + (running.items() == 0 ? "" : ", items " + running.items());
    }

    private static Map<String, @Nullable Object> json(
        JournalRecord record, DayCalendar days, Map<UUID, String> names) {
      Map<String, @Nullable Object> fields = RecordFields.of(record);
      if (fields.get("task") instanceof String id) {
        fields.put("task", names.getOrDefault(UUID.fromString(id), id));
      }
      for (String moment : List.of("start", "end")) {
        fields.computeIfPresent(
            moment,
            (name, text) -> {
              Instant at = new Fields(fields).instant(moment);
              return Json.format(at, days.zoneAt(at));
            });
      }
      return fields;
    }

    private void printDay(
        JournalReader journal,
        DayCalendar days,
        LocalDate day,
        List<JournalRecord> found,
        Map<UUID, String> names) {
      Duration work = Duration.ZERO;
      Interval whole = days.interval(day);
      for (Span span : journal.find(Span.class, whole)) {
        if (span.state() == SpanState.WORK) {
          work = work.plus(span.interval().clip(whole).length());
        }
      }
      ZoneId zone = days.zoneAt(whole.start());
      String elsewhere = Phrases.elsewhere(zone, world().clock().zone(), whole.start());
      out()
          .println(
              day
                  + "  "
                  + Durations.rounded(work, Durations.MINUTE)
                  + " of work"
                  + (elsewhere.isEmpty() ? "" : "  (" + elsewhere + ")"));
      found.forEach(
          record -> out().println("  " + line(record, days.zoneAt(begins(record)), names)));
    }

    private String line(JournalRecord record, ZoneId zone, Map<UUID, String> names) {
      Sentences say = new Sentences(zone);
      String head =
          ShortIds.of(record.id())
              + "  "
              + say.clock(begins(record))
              + "-"
              + say.clock(Objects.requireNonNullElse(record.ends(), begins(record)))
              + "  ";
      return switch (record) {
        case Sprint sprint ->
            head
                + "sprint  "
                + names.getOrDefault(sprint.task(), "?")
                + ", "
                + Durations.rounded(Duration.ofSeconds(sprint.activeSeconds()), Durations.MINUTE)
                + " of work, "
                + EnumWords.of(sprint.outcome())
                + figure(", items ", sprint.items())
                + figure(", rejected ", sprint.rejected())
                + figure(", fatigue ", sprint.fatigue())
                + figure(", effort ", sprint.effort())
                + figure(", ", sprint.note() == null ? null : Names.clean(sprint.note()));
        case Break taken ->
            head
                + "break   "
                + EnumWords.of(taken.type())
                + ", "
                + EnumWords.of(taken.route())
                + (taken.credited() ? "" : ", too short to count");
        case Span span ->
            head
                + "  "
                + EnumWords.of(span.state())
                + figure(", ", span.cause())
                + (span.state() == SpanState.WORK && span.task() != null
                    ? ", " + names.getOrDefault(span.task(), "?")
                    : "");
        default -> head;
      };
    }

    private static String figure(String name, @Nullable Object value) {
      return value == null ? "" : name + value;
    }

    private static Instant begins(JournalRecord record) {
      return Objects.requireNonNullElse(record.begins(), Instant.EPOCH);
    }
  }

  /** A sprint's figures. */
  static final class Figures {
    @Option(names = "--items", paramLabel = "N")
    @Nullable Integer items;

    @Option(names = "--rejected", paramLabel = "N")
    @Nullable Integer rejected;

    @Option(names = "--fatigue", paramLabel = "0..10")
    @Nullable Integer fatigue;

    @Option(names = "--effort", paramLabel = "0..10")
    @Nullable Integer effort;

    @Option(names = "--note", paramLabel = "T")
    @Nullable String note;

    CoachRequest.Entry entry(
        @Nullable String task,
        @Nullable BreakKind type,
        @Nullable Instant from,
        @Nullable Instant until) {
      return new CoachRequest.Entry(
          task, type, from, until, items, rejected, fatigue, effort, note);
    }
  }

  @Command(name = "add", description = "Add a sprint or a break that is not there.")
  static final class Add extends BaseCommand {
    @Option(names = "--task", paramLabel = "TASK", description = "A sprint of this task.")
    @Nullable String task;

    @Option(
        names = "--break",
        paramLabel = "KIND",
        description = "A break: short, long, rest, natural.")
    @Nullable String breakKind;

    @Option(names = "--start", paramLabel = "WHEN", required = true)
    String start = "";

    @Option(names = "--end", paramLabel = "WHEN", description = "Or how long it was, with --for.")
    @Nullable String end;

    @Option(names = "--for", paramLabel = "25m", converter = Lengths.class)
    @Nullable Duration length;

    @Mixin Figures figures = new Figures();

    @Override
    public Integer call() {
      if ((task == null) == (breakKind == null)) {
        throw wrong("say what it was: --task NAME for a sprint, or --break KIND");
      }
      if ((end == null) == (length == null)) {
        throw wrong("say when it ended: --end WHEN or --for 25m");
      }
      Instant from = moments().moment(start);
      Instant until = length != null ? from.plus(length) : moments().end(String.valueOf(end), from);
      BreakKind type = breakKind == null ? null : kind(breakKind);
      JournalRecord added = ask(new CoachRequest.AddRecord(figures.entry(task, type, from, until)));
      Sentences say = new Sentences(world().clock().zone());
      out()
          .println(
              "Added "
                  + ShortIds.of(added.id())
                  + ": "
                  + days().dayOf(from)
                  + ", "
                  + say.clock(from)
                  + "-"
                  + say.clock(until)
                  + ".");
      return OK;
    }

    private static BreakKind kind(String typed) {
      BreakKind kind = EnumWords.constant(typed.toLowerCase(Locale.ROOT), BreakKind.class);
      if (kind == null) {
        throw wrong("--break takes short, long, rest or natural: '" + typed + "'");
      }
      return kind;
    }
  }

  @Command(name = "edit", description = "Change a sprint or a break.")
  static final class Edit extends BaseCommand {
    private static final CoachRequest.Entry NOTHING =
        new CoachRequest.Entry(null, null, null, null, null, null, null, null, null);

    @Parameters(paramLabel = "ID", description = "As 'respite log' shows it.")
    String id = "";

    @Option(names = "--task", paramLabel = "TASK")
    @Nullable String task;

    @Option(names = "--start", paramLabel = "WHEN")
    @Nullable String start;

    @Option(names = "--end", paramLabel = "WHEN")
    @Nullable String end;

    @Mixin Figures figures = new Figures();

    @Override
    public Integer call() {
      CoachRequest.Entry entry =
          start == null && end == null ? figures.entry(task, null, null, null) : timed();
      if (entry.equals(NOTHING)) {
        throw wrong("say what to change: --start, --end, --task, --items and the like");
      }
      ask(new CoachRequest.EditRecord(id, entry));
      out().println("Changed " + id + ". Take it back with: respite log undo");
      return OK;
    }

    /** A bare clock time is one of the entry's own day, as {@code log} shows it. */
    private CoachRequest.Entry timed() {
      try (ProgramServices.Reading reading = world().reading()) {
        JournalRecord old = LogBook.find(reading.journal(), id);
        Instant began = Objects.requireNonNullElse(old.begins(), Instant.EPOCH);
        DayCalendar days = calendar(reading.journal());
        Moments there = moments(days.zoneAt(began));
        Instant from = start == null ? began : there.moment(start, days.dayOf(began));
        return figures.entry(
            task, null, start == null ? null : from, end == null ? null : there.end(end, from));
      }
    }
  }

  @Command(name = "delete", description = "Delete a sprint, a break or a stretch of time.")
  static final class Delete extends BaseCommand {
    @Parameters(paramLabel = "ID", description = "As 'respite log' shows it.")
    String id = "";

    @Override
    public Integer call() {
      String what = ask(new CoachRequest.DeleteRecord(id));
      out().println("Deleted " + what + ". Take it back with: respite log undo");
      return OK;
    }
  }

  /** One edit back or forward, or the list of those there are. */
  abstract static class Step extends BaseCommand {
    @Option(names = "--list", description = "List what could be, the next one first.")
    boolean list;

    final Integer list(List<String> labels, String none) {
      if (labels.isEmpty()) {
        throw new CoachException(Kind.NO, none);
      }
      labels.forEach(out()::println);
      return OK;
    }
  }

  @Command(name = "undo", description = "Take the newest edit back.")
  static final class Undo extends Step {
    @Override
    public Integer call() {
      if (list) {
        return list(ask(new CoachRequest.Edits()).back(), "there is no edit to take back");
      }
      String label = ask(new CoachRequest.Undo());
      out().println("Taken back: " + label + ". Do it again with: respite log redo");
      return OK;
    }
  }

  @Command(name = "redo", description = "Do the edit again that was taken back last.")
  static final class Redo extends Step {
    @Override
    public Integer call() {
      if (list) {
        return list(
            ask(new CoachRequest.Edits()).forward(), "nothing was taken back since the last edit");
      }
      String label = ask(new CoachRequest.Redo());
      out().println("Done again: " + label + ". Take it back with: respite log undo");
      return OK;
    }
  }
}
