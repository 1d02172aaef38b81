package app.respite.coach;

import app.respite.domain.day.Input;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Task;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commands as plain values, as they stand in a script's line and in a message on the socket: {@code
 * do} and its fields (docs/contract.md). Fields that are not known are passed over.
 */
public final class InputCodec {
  private static final long MOST_ITEMS = 100_000;
  private static final Duration LONGEST = Duration.ofDays(31);

  private InputCodec() {}

  /** Finds a task by the name a user typed. */
  public interface TaskFinder {
    /** The task of that name; empty where there is none. */
    Optional<Task> find(String name);
  }

  /** A message that is no input; says what is wrong and what is allowed. */
  public static final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public BadInput(String message) {
      super(message);
    }
  }

  /**
   * Reads a command from its fields.
   *
   * @throws BadInput where the verb or a field is unknown or out of range
   */
  public static Input.Command decode(
      Map<String, ? extends @Nullable Object> fields, TaskFinder tasks) throws BadInput {
    Fields in = new Fields(fields);
    String verb = in.text("do").orElseThrow(() -> new BadInput("\"do\" is missing"));
    return switch (verb) {
      case "start" ->
          new Input.Start(
              in.task(tasks), in.length("sprint"), in.flag("flow", false), in.instant("since"));
      case "stop" -> new Input.Stop();
      case "pause" -> new Input.Pause(in.length("for"));
      case "resume" -> new Input.Resume();
      case "switch" -> {
        Task task = in.task(tasks);
        if (task == null) {
          throw new BadInput("switch needs \"task\"");
        }
        yield new Input.SwitchTask(task);
      }
      case "break" -> new Input.TakeBreak(in.length("for"));
      case "accept" -> new Input.Accept();
      case "postpone" -> new Input.Postpone(in.length("for"));
      case "skip" -> new Input.Skip();
      case "end-break" -> new Input.EndBreak(in.flag("emergency", false));
      case "tired" -> new Input.Tired();
      case "took" -> new Input.Took(in.length("for"));
      case "quiet" ->
          new Input.Quiet(in.length("for"), in.flag("untilMorning", false), in.flag("off", false));
      case "meeting" -> new Input.Meeting(in.length("for"), in.flag("off", false));
      case "check-in" ->
          new Input.CheckIn(
              in.flag("before", false),
              in.whole("fatigue", 0, 10),
              in.whole("effort", 0, 10),
              in.whole("items", 0, MOST_ITEMS),
              in.whole("rejected", 0, MOST_ITEMS),
              in.text("note").map(PlainText::line).orElse(null),
              in.whole("burnout", 1, 5));
      case "skip-question" ->
          new Input.SkipQuestion(in.choice("question", Input.Question.class).orElse(null));
      case "answer-idle" -> answer(in);
      case "item" -> {
        Integer n = in.whole("n", -MOST_ITEMS, MOST_ITEMS);
        yield new Input.Items(n == null ? 1 : n);
      }
      case "claim" -> {
        Duration length = in.length("for");
        yield new Input.Claim(length == null ? Duration.ofHours(1) : length);
      }
      case "submitted" -> new Input.Submitted();
      case "recover" ->
          new Input.Recover(
              in.choice("as", Recovery.class)
                  .orElseThrow(() -> new BadInput("recover needs \"as\": keep, trim or discard")));
      case "take" -> new Input.TakeSuggestion();
      case "dismiss" -> new Input.DismissSuggestion();
      case "day-end" -> new Input.DayEnd();
      default -> throw new BadInput("unknown verb \"" + verb + "\"");
    };
  }

  private static Input.Command answer(Fields in) throws BadInput {
    Duration rest = in.length("rest");
    if (rest != null) {
      return new Input.AnswerIdle(IdleAnswer.SPLIT, rest);
    }
    IdleAnswer as =
        in.choice("as", IdleAnswer.class)
            .orElseThrow(
                () ->
                    new BadInput(
                        "answer-idle needs \"as\": rest, work or discard, or \"rest\": a length"));
    if (as == IdleAnswer.SPLIT) {
      throw new BadInput("a split needs \"rest\": the length of its first part");
    }
    return new Input.AnswerIdle(as, null);
  }

  /**
   * The fields of a command, {@code do} first, so that {@link #decode} reads it back; what is null
   * is left out.
   */
  public static Map<String, Object> encode(Input.Command command) {
    Out out = new Out();
    switch (command) {
      case Input.Start start -> {
        out.verb("start");
        if (start.task() != null) {
          out.put("task", start.task().name());
        }
        out.put("sprint", start.sprint());
        out.flag("flow", start.flow());
        out.put("since", start.since());
      }
      case Input.Stop stop -> out.verb("stop");
      case Input.Pause pause -> out.verb("pause").put("for", pause.length());
      case Input.Resume resume -> out.verb("resume");
      case Input.SwitchTask next -> out.verb("switch").put("task", next.task().name());
      case Input.TakeBreak take -> out.verb("break").put("for", take.length());
      case Input.Accept accept -> out.verb("accept");
      case Input.Postpone postpone -> out.verb("postpone").put("for", postpone.length());
      case Input.Skip skip -> out.verb("skip");
      case Input.EndBreak end -> out.verb("end-break").flag("emergency", end.emergency());
      case Input.Tired tired -> out.verb("tired");
      case Input.Took took -> out.verb("took").put("for", took.length());
      case Input.Quiet quiet ->
          out.verb("quiet")
              .put("for", quiet.length())
              .flag("untilMorning", quiet.untilMorning())
              .flag("off", quiet.off());
      case Input.Meeting meeting ->
          out.verb("meeting").put("for", meeting.length()).flag("off", meeting.off());
      case Input.CheckIn rating ->
          out.verb("check-in")
              .flag("before", rating.before())
              .put("fatigue", rating.fatigue())
              .put("effort", rating.effort())
              .put("items", rating.items())
              .put("rejected", rating.rejected())
              .put("note", rating.note())
              .put("burnout", rating.burnout());
      case Input.SkipQuestion skip -> out.verb("skip-question").put("question", skip.which());
      case Input.AnswerIdle answer -> {
        out.verb("answer-idle");
        if (answer.as() == IdleAnswer.SPLIT) {
          out.put("rest", answer.rest());
        } else {
          out.put("as", answer.as());
        }
      }
      case Input.Items items -> out.verb("item").put("n", items.n());
      case Input.Claim claim -> out.verb("claim").put("for", claim.length());
      case Input.Submitted submitted -> out.verb("submitted");
      case Input.Recover recover -> out.verb("recover").put("as", recover.as());
      case Input.TakeSuggestion take -> out.verb("take");
      case Input.DismissSuggestion dismiss -> out.verb("dismiss");
      case Input.DayEnd end -> out.verb("day-end");
    }
    return out.fields;
  }

  private static final class Out {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Out verb(String verb) {
      fields.put("do", verb);
      return this;
    }

    Out put(String name, @Nullable Object value) {
      switch (value) {
        case null -> {}
        case Duration length -> fields.put(name, length.toString());
        case Instant at -> fields.put(name, at.toString());
        case Integer number -> fields.put(name, number.longValue());
        case Enum<?> constant -> fields.put(name, constant.name().toLowerCase(Locale.ROOT));
        default -> fields.put(name, value);
      }
      return this;
    }

    Out flag(String name, boolean value) {
      if (value) {
        fields.put(name, true);
      }
      return this;
    }
  }

  private record Fields(Map<String, ? extends @Nullable Object> values) {
    Optional<String> text(String name) throws BadInput {
      Object value = values.get(name);
      if (value == null) {
        return Optional.empty();
      }
      if (value instanceof String text) {
        return Optional.of(text);
      }
      throw new BadInput("\"" + name + "\" must be a text");
    }

    @Nullable Duration length(String name) throws BadInput {
      Optional<String> text = text(name);
      if (text.isEmpty()) {
        return null;
      }
      Duration length = Durations.parse(text.get()).orElse(null);
      if (length == null || length.isZero() || length.compareTo(LONGEST) > 0) {
        throw new BadInput(
            "\""
                + name
                + "\" must be a length of time such as PT25M or 25m, longer than nothing and at"
                + " most 31 days");
      }
      return length;
    }

    @Nullable Instant instant(String name) throws BadInput {
      Optional<String> text = text(name);
      if (text.isEmpty()) {
        return null;
      }
      try {
        return OffsetDateTime.parse(text.get()).toInstant();
      } catch (DateTimeException broken) {
        throw new BadInput(
            "\""
                + name
                + "\" must be an instant with its offset, such as 2026-03-02T09:40:00+01:00");
      }
    }

    boolean flag(String name, boolean fallback) throws BadInput {
      return switch (values.get(name)) {
        case null -> fallback;
        case Boolean value -> value;
        default -> throw new BadInput("\"" + name + "\" must be true or false");
      };
    }

    @Nullable Integer whole(String name, long min, long max) throws BadInput {
      return switch (values.get(name)) {
        case null -> null;
        case Long value when value >= min && value <= max -> value.intValue();
        default ->
            throw new BadInput(
                "\"" + name + "\" must be a whole number from " + min + " to " + max);
      };
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) throws BadInput {
      Optional<String> text = text(name);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      for (E constant : type.getEnumConstants()) {
        if (constant.name().toLowerCase(Locale.ROOT).equals(text.get())) {
          return Optional.of(constant);
        }
      }
      throw new BadInput("\"" + name + "\": unknown \"" + text.get() + "\"");
    }

    @Nullable Task task(TaskFinder tasks) throws BadInput {
      Optional<String> name = text("task");
      if (name.isEmpty()) {
        return null;
      }
      if (name.get().isBlank()) {
        throw new BadInput("\"task\" must not be empty");
      }
      return tasks
          .find(name.get())
          .orElseThrow(() -> new BadInput("there is no task named " + name.get()));
    }
  }
}
